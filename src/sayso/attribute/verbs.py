"""Verbs that say, think, see, deny: "the ministry *denied* that ..."."""

from __future__ import annotations

from collections.abc import Iterator

from .content import clause, tidy
from .draft import Draft, Page, Run, merged, without
from .lexicon import CueWord
from .speaker import host, passive, phrase, quoted_speech, subject

_Found = tuple[tuple[Run, ...], int, str, int | None]
_OPENING = frozenset({"why", "how", "what", "when", "where", "who", "whom", "which", "whether", "if", "that"})
_TELLS = frozenset({"tell", "inform", "order", "ask", "urge", "instruct", "advise"})  # their passive's subject is told
_AUXILIARY = ("aux", "aux:pass", "cop")


def verb_drafts(page: Page) -> Iterator[Draft]:
    """A draft for each cue verb that has something for a content."""
    for i, tag in enumerate(page.parse.upos):
        if tag == "VERB" and page.parse.lemmas[i].lower() in page.words.verbs:
            draft = _draft(page, i, page.words.verbs[page.parse.lemmas[i].lower()])
            if draft is not None:
                yield draft


def _draft(page: Page, verb: int, word: CueWord) -> Draft | None:
    speaker = subject(page, verb)
    source = phrase(page, speaker) if speaker is not None else None
    found = _complement(page, verb, word, source)
    if found is None:
        return None
    content, strength, rule, last = found
    if rule == "passive" and speaker is None:
        source = None
    cue = group(page, verb, last)
    return Draft(source, cue, content, verb, word.kind, _lowered(page, verb, word, speaker, strength), rule)


def _as_saying(page: Page, verb: int, word: CueWord, source: Run | None) -> _Found | None:
    """"quoted *the harbor master as saying that P*"; "was quoted as saying" only where it is said by whom."""
    if word.kind != "cite":
        return None
    said = quoted_speech(page, verb)
    whom = page.parse.child(verb, "nsubj" if passive(page, verb) else "obj")
    if said is None or whom is None or (passive(page, verb) and source is None):
        return None
    runs = (page.below(whom), page.below(said))
    holes = [group(page, verb, None)] + ([source] if source else [])
    return tidy(page, [piece for run in merged(runs) for piece in without(run, holes)]), 3, "quoting", None


def _lowered(page: Page, verb: int, word: CueWord, speaker: int | None, strength: int) -> int:
    """Nobody to speak, or a thought: grammar alone vouches for less."""
    if speaker is None and not passive(page, verb) and page.parse.relations[verb] not in ("parataxis",):
        strength -= 1
    return min(strength, 2) if word.kind in ("thought", "perception", "document") else strength




def _complement(page: Page, verb: int, word: CueWord, source: Run | None) -> _Found | None:
    """The content, the strength of the frame, its name, and the last word of the cue beyond the verb."""
    for frame in (_as_saying, _that, _small, _to, _parenthetic, _neighbour, _prepositional, _object):
        found = frame(page, verb, word, source)
        if found is not None and found[0]:
            return found
    return None


def _that(page: Page, verb: int, word: CueWord, _source: Run | None) -> _Found | None:
    """"said *that the bridge fell*"; of a passive also "was said *to be ...*" with its subject."""
    if not word.frames & {"that", "quote", "whether"}:
        return None
    clauses = [j for j in page.parse.children[verb] if page.parse.relations[j] in ("ccomp", "csubj", "csubj:pass")]
    clauses = clauses or _stray(page, verb, word)
    if clauses:
        runs = tuple(_with_question_word(page, verb, page.below(j)) for j in clauses)
        return tidy(page, _clear(page, runs, verb, _source)), 3, "that", None
    if passive(page, verb) and (what := page.parse.child(verb, "xcomp")) is not None:
        spoken_of = None if word.lemma in _TELLS else page.parse.child(verb, "nsubj")
        runs = (page.below(what),) if spoken_of is None else (page.below(spoken_of), page.below(what))
        return tidy(page, runs), 2, "passive", None
    return None


def _with_question_word(page: Page, verb: int, run: Run) -> Run:
    """"asked *why* the door was open": the word that opens the clause, wherever the parser hung it."""
    first = run.first
    while first - 1 > verb and page.lower(first - 1) in _OPENING:
        first -= 1
    return Run(first, run.stop)


def _stray(page: Page, verb: int, word: CueWord) -> list[int]:
    """The that-clause right behind "told her", where the parser hung it on the verb above."""
    above = page.parse.heads[verb]
    whom = page.parse.child(verb, "iobj", "obj")
    if word.lemma not in _TELLS or above < 0 or whom is None:
        return []
    after = page.below(verb).stop
    return [j for j in page.parse.children[above] if page.parse.relations[j] == "ccomp" and page.below(j).first == after]


def _clear(page: Page, runs: tuple[Run, ...], verb: int, source: Run | None) -> list[Run]:
    """Contents without the cue and source that stand inside them."""
    holes = [group(page, verb, None)] + ([source] if source else [])
    return [piece for run in runs for piece in without(run, holes)]


def _small(page: Page, verb: int, word: CueWord, _source: Run | None) -> _Found | None:
    """"called *the raid a massacre*", "described *it as ...*"."""
    if not word.frames & {"small"}:
        return None
    what, whom = page.parse.child(verb, "xcomp"), page.parse.child(verb, "obj")
    if what is None or whom is None or whom > what:
        return None
    return tidy(page, [Run(page.below(whom).first, page.below(what).stop)]), 2, "small", None


def _to(page: Page, verb: int, word: CueWord, _source: Run | None) -> _Found | None:
    """"promised *to leave*"; with somebody told to: "ordered *the police to leave*"."""
    what = page.parse.child(verb, "xcomp", "advcl")
    if "to" not in word.frames or what is None or not _infinitive(page, what):
        return None
    whom = page.parse.child(verb, "obj", "iobj")
    first = page.below(whom).first if whom is not None and verb < whom < what else page.below(what).first
    if first <= verb:
        return None
    return tidy(page, [Run(first, page.below(what).stop)]), 2, "to", None


def _infinitive(page: Page, what: int) -> bool:
    return any(page.lower(j) == "to" and page.parse.upos[j] == "PART" for j in page.parse.children[what])


def _parenthetic(page: Page, verb: int, word: CueWord, source: Run | None) -> _Found | None:
    """"*The bridge*, the ministry said, *fell*", and "as the ministry said"."""
    relation, head = page.parse.relations[verb], page.parse.heads[verb]
    if not word.frames & {"that", "quote"} or head < 0:
        return None
    as_mark = any(page.lower(j) == "as" for j in page.parse.children[verb] if j < verb)
    as_it_said = relation == "advcl" and "that" in word.frames and as_mark
    if _set_off(page, verb) or relation == "parataxis":
        head = host(page, head)
    elif relation != "parataxis" and not as_it_said:
        below = [j for j in page.parse.children[verb] if page.parse.relations[j] == "parataxis"]
        runs = [page.below(j) for j in below if not page.below(j).holds(verb)]
        return (tidy(page, runs), 2, "parataxis", None) if runs else None
    own = page.below(verb)
    holes = [own] if source is None or own.covers(source) else [own, source]
    strength = 3 if source is not None and page.parse.child(verb, "nsubj") is not None else 1
    return clause(page, head, holes), strength, "parenthetic", None


def _set_off(page: Page, verb: int) -> bool:
    """"The bridge, *the ministry said*, fell": subject and verb between commas, which a parser may take for a
    relative clause without its pronoun."""
    own = page.below(verb)
    relative_clause = page.parse.relations[verb].startswith("acl")
    if not relative_clause or own.stop >= len(page.parse.words) or own.stop - own.first > 12:
        return False
    speaker = page.parse.child(verb, "nsubj")
    commas = [page.parse.word(i) for i in (own.first, own.first - 1) if i >= 0]
    closed = page.parse.word(own.stop) == "," or page.parse.word(own.stop - 1) == ","
    return speaker is not None and page.parse.upos[speaker] != "PRON" and "," in commas and closed


def _neighbour(page: Page, verb: int, word: CueWord, _source: Run | None) -> _Found | None:
    """A quotation that stands before or after the verb without a link of grammar: "*"Why?"* asked the judge."."""
    if "quote" not in word.frames or not _finite(page, verb) or passive(page, verb):
        return None
    sentence = page.sentence(verb)
    around = Run(max(0, sentence.first - 1), sentence.stop + 1)
    near = [q for q in page.quoted(around) if not q.holds(verb) and (sentence.overlaps(q) or _next_door(page, sentence, q))]
    if not near:
        return None
    nearest = min(near, key=lambda q: min(abs(q.first - verb), abs(q.stop - verb)))
    what = page.parse.child(verb, "obj")
    if what is not None and page.below(what).overlaps(nearest):
        nearest = Run(min(page.below(what).first, nearest.first), max(page.below(what).stop, nearest.stop))
    return tidy(page, [nearest]), 2, "neighbour", None


def _finite(page: Page, verb: int) -> bool:
    """Has the verb a subject of its own, or is it a participle of speech: "..., *adding*: 'Q'"?"""
    if page.parse.child(verb, "nsubj") is not None or page.parse.relations[verb] in ("root", "parataxis"):
        return True
    return page.parse.relations[verb] == "conj" or page.lower(verb).endswith("ing")


def _next_door(page: Page, sentence: Run, quote: Run) -> bool:
    """The quotation ends unfinished where the sentence of the verb starts, or starts after its colon."""
    if quote.stop == sentence.first and page.block(quote.first) == page.block(sentence.first):
        last = page.parse.span(max(quote.first, quote.stop - 4), quote.stop - 1).of(page.parse.text).rstrip("\"'”’»")[-1:]
        return page.parse.word(sentence.first)[:1].islower() or last in (",", "?", "!")
    return quote.first == sentence.stop and page.parse.word(sentence.stop - 1) == ":"


def _prepositional(page: Page, verb: int, word: CueWord, _source: Run | None) -> _Found | None:
    """"called for *an inquiry*", "accused him of *theft*": the preposition belongs to the cue where it touches it."""
    wanted = page.words.prepositions(word)
    for j in page.parse.children[verb]:
        mark = next((k for k in page.parse.children[j] if page.lower(k) in wanted and k < j), None)
        if mark is None or mark < verb or page.parse.relations[j].split(":")[0] not in ("obl", "advcl", "ccomp", "xcomp"):
            continue
        inside = page.below(j)
        whom = page.parse.child(verb, "obj")
        if whom is not None and verb < whom < mark:
            return tidy(page, [Run(page.below(whom).first, inside.stop)]), 1, "of", None
        return tidy(page, [Run(mark + 1, inside.stop)]), 1, "of", mark
    return None


def _object(page: Page, verb: int, word: CueWord, source: Run | None) -> _Found | None:
    """"denied *the accusation*"; of a passive its subject, where an agent speaks."""
    if "obj" not in word.frames or (passive(page, verb) and source is None):
        return None
    what = page.parse.child(verb, "nsubj" if passive(page, verb) else "obj")
    if what is None:
        return None
    if page.parse.upos[what] == "PRON" and page.lower(what) in ("which", "who", "what", "that", "itself", "himself", "herself"):
        return None
    return tidy(page, [page.below(what)]), 1 if word.kind in ("speech", "denial") else 0, "object", None


def group(page: Page, verb: int, last: int | None) -> Run:
    """The verb with auxiliaries, negation and particle: "has not ruled out"."""
    parse = page.parse
    mine = {j for j in parse.children[verb] if parse.relations[j] in (*_AUXILIARY, "advmod", "compound:prt")}
    first = verb
    while first - 1 in mine:
        first -= 1
    while first < verb and parse.relations[first] not in _AUXILIARY and not _negation(page, first):
        first += 1
    stop = verb + 1
    while stop in mine and parse.relations[stop] == "compound:prt":
        stop += 1
    return Run(first, last + 1 if last is not None and last == stop else stop)


def _negation(page: Page, i: int) -> bool:
    return page.lower(i) in ("not", "n't", "n’t", "never")
