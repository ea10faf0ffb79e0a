"""Cues that are no verbs: "according to", "reportedly", "the claim that", "wary of"."""

from __future__ import annotations

from collections.abc import Iterator

from .adjectives import adjective_drafts
from .content import clause, tidy
from .draft import Draft, Page, Run
from .speaker import host, subject
from .speaker_phrase import phrase

_ALLEGED = frozenset({"alleged"})


def phrase_drafts(page: Page) -> Iterator[Draft]:
    """Drafts of prepositions, adverbs and nouns in the order of the text, then of adjectives."""
    for i in range(len(page.parse.words)):
        lower, lemma = page.lower(i), page.parse.lemmas[i].lower()
        draft = None
        if lower == "according":
            draft = _according(page, i)
        elif lower == "per" and page.parse.upos[i] == "ADP":
            draft = _per(page, i)
        elif lower in page.words.adverbs:
            draft = _adverb(page, i)
        elif lemma in page.words.nouns and page.parse.upos[i] == "NOUN":
            draft = _noun(page, i)
        elif lower in _ALLEGED and page.parse.relations[i] == "amod":
            draft = _alleged(page, i)
        if draft is None:
            draft = _words_of(page, i)
        if draft is not None:
            yield draft
    yield from adjective_drafts(page)


def _beside(page: Page, inside: int, holes: list[Run]) -> tuple[Run, ...]:
    """The clause around a phrase, without the phrase: "*P*, according to Y, *P*".

    Where the phrase hangs on the first of several clauses, what is joined to it after the phrase is not its content.
    """
    head = page.parse.heads[inside]
    return clause(page, host(page, head), holes) if head >= 0 else ()


def _according(page: Page, i: int) -> Draft | None:
    stop = i + 2 if i + 1 < len(page.parse.words) and page.lower(i + 1) == "to" else None
    if stop is None:
        return None
    speaker = page.parse.heads[i] if page.parse.relations[i] in ("case", "mark") else page.parse.child(i, "obl", "nmod", "obj")
    if speaker is None or speaker < stop:
        return None
    top = speaker if page.parse.relations[i] in ("case", "mark") else i
    source = phrase(page, speaker)
    source = Run(max(stop, source.first), source.stop)
    holes = [Run(i, max(source.stop, page.below(top).stop))]
    if page.parse.word(min(holes[0].stop, len(page.parse.words) - 1)) == ";":  # "P, according to Y; Q"
        holes.append(Run(holes[0].stop, max(page.sentence(i).stop, holes[0].stop + 1)))
    content = _beside(page, top, holes) if page.parse.heads[top] >= 0 else ()
    return Draft(source, Run(i, stop), content, i, "speech", 4, "according")


def _per(page: Page, i: int) -> Draft | None:
    speaker = page.parse.heads[i]
    if speaker <= i or page.parse.upos[speaker] != "PROPN" or page.parse.mention_types[speaker] not in ("person", "organization"):
        return None
    source = phrase(page, speaker)
    return Draft(source, Run(i, i + 1), _beside(page, speaker, [Run(i, source.stop)]), i, "speech", 2, "per")


def _adverb(page: Page, i: int) -> Draft | None:
    head = page.parse.heads[i]
    if head < 0:
        return None
    content = clause(page, host(page, head), [Run(i, i + 1)])
    return Draft(None, Run(i, i + 1), content, i, "speech", 4, "adverb")


def _alleged(page: Page, i: int) -> Draft | None:
    """"the *alleged* presence of smugglers": a thing that happened or is, and not who did it."""
    noun = page.parse.heads[i]
    behind = (j for j in page.parse.children[noun] if j > noun)
    told = any(page.lower(k) in ("of", "that", "to") for j in behind for k in page.parse.children[j])
    if not told or page.parse.lemmas[noun].lower() in page.words.speakers:
        return None
    content = tidy(page, [Run(i + 1, page.below(page.parse.heads[i]).stop)])
    return Draft(None, Run(i, i + 1), content, i, "speech", 1, "alleged") if content else None


def _words_of(page: Page, i: int) -> Draft | None:
    """"in the words of the judge", "in his view"."""
    for words in page.words.phrases.get(page.lower(i), ()):
        stop = i + len(words)
        if tuple(page.lower(j) for j in range(i, min(stop, len(page.parse.words)))) != words:
            continue
        noun = stop - 2
        speaker = page.parse.child(noun, "nmod")
        if speaker is None:
            return None
        source = phrase(page, speaker)
        return Draft(source, Run(i, stop), _beside(page, noun, [Run(i, source.stop)]), noun, "speech", 4, "words of")
    return None


def _noun(page: Page, noun: int) -> Draft | None:
    word = page.words.nouns[page.parse.lemmas[noun].lower()]
    found = _noun_content(page, noun, word.frames)
    if found is None:
        return None
    content, strength, last = found
    possessor, first = _possessor(page, noun, of=last == -1)
    source = None if possessor is None else phrase(page, possessor)
    if source is None:
        source, first = _supported(page, noun)
        if source is None and (word.kind == "thought" or any(page.lower(j) == "no" for j in page.parse.children[noun])):
            return None  # "no evidence that P", "plans to leave": nobody is spoken of
        strength = min(strength, 2 if source else 1)
    stop = last + 1 if last is not None and last == noun + 1 else noun + 1
    return Draft(source, Run(first, stop), content, noun, word.kind, strength, "noun")


def _noun_content(page: Page, noun: int, frames: frozenset[str]) -> tuple[tuple[Run, ...], int, int | None] | None:
    parse = page.parse
    if parse.relations[noun] == "nsubj:outer" and (run := _whole_predicate(page, noun)) is not None:
        return tidy(page, [run]), 2, -1
    if parse.relations[noun] == "nsubj" and (said := _predicate(page, parse.heads[noun])) is not None:
        return tidy(page, [page.below(said)]), 2, -1
    for j in parse.children[noun]:
        marks = (k for k in parse.children[j] if k > noun and parse.relations[k] in ("mark", "case"))
        mark = next(marks, _taken_for_object(page, j))
        if j < noun or mark is None:
            continue
        lead = page.lower(mark)
        if _completing(page, j, mark) and lead in ("that", "to") and lead in frames:
            return tidy(page, [page.below(j)]), 2, None
        if lead in frames and lead not in ("that", "to"):
            return tidy(page, [Run(mark + 1, page.below(j).stop)]), 1, mark
    return None


def _completing(page: Page, clause: int, mark: int) -> bool:
    """Also of what a parser took for a relative clause: "the allegation *that he had struck her*"."""
    relation = page.parse.relations[clause]
    astray = relation == "acl:relcl" and (page.parse.upos[mark] == "SCONJ" or mark == _taken_for_object(page, clause))
    return astray or relation in ("acl", "ccomp")


def _taken_for_object(page: Page, clause: int) -> int | None:
    """The "that" of "suggestions *that* the coach was dismissed", of which a parser made an object that no passive has."""
    parse = page.parse
    undergone = parse.relations[clause] == "acl:relcl" and parse.child(clause, "nsubj:pass", "aux:pass") is not None
    return next((k for k in parse.children[clause] if undergone and k < clause and parse.relations[k] == "obj"), None)


def _whole_predicate(page: Page, noun: int) -> Run | None:
    """"The investigators' theory is *that the valve failed*", where the clause itself is the head."""
    clause = page.parse.heads[noun]
    that = next((j for j in page.parse.children[clause] if j > noun and page.lower(j) == "that"), None)
    return None if that is None or page.parse.child(clause, "cop") is None else Run(that, page.below(clause).stop)


def _predicate(page: Page, verb: int) -> int | None:
    """"The fear is *that P*", "their fears lie in the fact *that P*"."""
    if page.parse.lemmas[verb] not in ("be", "lie", "remain") and page.parse.child(verb, "cop") is None:
        return None
    below = [verb, *page.parse.children[verb]]
    for j in below:
        for found in page.parse.children[j]:
            clausal = found > verb and page.parse.relations[found] in ("ccomp", "acl", "advcl")
            if clausal and any(page.lower(k) == "that" for k in page.parse.children[found]):
                return found
    return None


def _possessor(page: Page, noun: int, of: bool = False) -> tuple[int | None, int]:
    """"the Taliban's claims", "claims by the Taliban"; where the content stands elsewhere also "the fears of the North"."""
    wanted = ("by", "from", "of") if of else ("by", "from")
    for j in page.parse.children[noun]:
        known = page.parse.lemmas[j].lower() in page.words.speakers or page.parse.mention_types[j] in ("organization", "person")
        if page.parse.relations[j] == "nmod:poss" or (page.parse.relations[j] == "compound" and j < noun and known):
            return j, noun  # "the army's claims", "government claims"
        if page.parse.relations[j].startswith("nmod") and any(page.lower(k) in wanted for k in page.parse.children[j]):
            return j, noun
    return None, noun


def _supported(page: Page, noun: int) -> tuple[Run | None, int]:
    """"The ministry *made the claim* that ...": the subject of the verb that the noun completes."""
    verb = page.parse.heads[noun]
    if verb < 0 or page.parse.relations[noun] not in ("obj", "obl"):
        return None, noun
    speaker = subject(page, verb)
    if _had(page, noun):
        return (phrase(page, speaker), noun) if speaker is not None else (None, noun)
    if page.parse.lemmas[verb] not in page.words.support:
        return None, noun
    return (phrase(page, speaker), min(verb, noun)) if speaker is not None else (None, noun)


def _had(page: Page, noun: int) -> bool:
    """"came to the valley *with* plans to mine it": whoever came has them."""
    parse = page.parse
    meant = (j for j in parse.children[noun] if j > noun and parse.relations[j] == "acl")
    infinitive = any(page.lower(k) == "to" for j in meant for k in parse.children[j])
    return infinitive and parse.relations[noun] == "obl" and any(page.lower(j) == "with" for j in parse.children[noun])
