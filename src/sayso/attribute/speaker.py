"""Who speaks: from a cue's main word to the noun phrase whose word it is."""

from __future__ import annotations

from .draft import Page, Run
from .passives import passive
from .speaker_phrase import LABEL as _LABEL
from .speaker_phrase import RELATIVE, phrase

_CLAUSAL = frozenset({"root", "conj", "ccomp", "advcl", "acl", "acl:relcl", "parataxis", "csubj", "xcomp", "dep"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X"})
_OBJECT_SPEAKS = frozenset({"quote", "cite", "ask", "tell", "urge", "hear"})


def subject(page: Page, verb: int) -> int | None:
    """The head of the noun phrase that does what the verb says, or None where the sentence does not tell.

    A participle takes its clause's subject ("..., *saying* ..."), the second of two verbs that of the first, an
    infinitive its controller; a passive has only its agent ("was accused *by the ministry*").
    """
    seen, cue = 0, verb
    while seen < 6:
        seen += 1
        if passive(page, verb):
            doer = agent(page, verb)
            mute = doer is not None and page.parse.mention_types[doer] not in ("person", "organization", "place", "none")
            beside = page.parse.relations[cue] == "conj" and page.parse.heads[cue] == verb
            return page.parse.child(verb, "nsubj") if beside and mute else doer  # "was hurt by the news but *denied* it"
        own = _own(page, verb)
        if own is None and (head := page.parse.heads[verb]) >= 0 and quoted_speech(page, head) == verb:
            own = page.parse.child(head, "nsubj" if passive(page, head) else "obj")
        if own is not None:
            return None if verb != cue and _said(page, own, cue) else own
        step = _carrier(page, verb)
        if step is None:
            return None
        if page.parse.upos[step] in _NOUNS and page.parse.relations[verb].startswith("acl"):
            sender = _sender(page, step)
            return step if sender is None else sender
        verb = step
    return None


def quoted_speech(page: Page, verb: int) -> int | None:
    """"quoted him as *saying*": the participle behind "as", of a verb that cites."""
    if page.parse.lemmas[verb] not in ("quote", "cite"):
        return None
    for j in page.parse.children[verb]:
        if j > verb and page.lower(j).endswith("ing") and any(page.lower(k) == "as" for k in page.parse.children[j]):
            return j
    sentence = page.sentence(verb)
    for j in range(verb + 2, min(sentence.stop, verb + 30)):
        if page.lower(j - 1) == "as" and page.lower(j).endswith("ing") and page.parse.lemmas[j] in page.words.verbs:
            return j
    return None


def host(page: Page, i: int) -> int:
    """The main word of the clause that a phrase stands in."""
    parse = page.parse
    while parse.relations[i] not in _CLAUSAL and parse.heads[i] >= 0:
        i = parse.heads[i]
    return i


def _own(page: Page, verb: int) -> int | None:
    """Its subject; of two ("*P is true*, Din said" under one verb) the nearer."""
    below = page.parse.children[verb]
    own = [j for j in below if page.parse.relations[j] in ("nsubj", "nsubj:outer") and page.lower(j) != "there"]
    if len(own) > 1:
        own = [j for j in own if not _said(page, j, verb)] or own
        own = [j for j in own if j < verb] or own if page.parse.lemmas[verb] == "tell" else own  # "a clerk told *the Courier*"
    return min(own, key=lambda j: abs(j - verb), default=None)


def _said(page: Page, j: int, verb: int) -> bool:
    """"The family said on Monday: '*We* know nothing.'": a word of the quotation, whatever a parser hangs it on."""
    return any(not q.holds(verb) and q.stop - q.first > _LABEL for q in page.quoted(Run(j, j + 1)))


def agent(page: Page, verb: int) -> int | None:
    """"by the ministry"."""
    for j in page.parse.children[verb]:
        if page.parse.relations[j].startswith("obl") and any(page.lower(k) == "by" for k in page.parse.children[j]):
            return j
    return None


def _carrier(page: Page, verb: int) -> int | None:
    """The word that lends its subject to a verb without one."""
    parse = page.parse
    head, relation = parse.heads[verb], parse.relations[verb].split(":")[0]
    if head < 0:
        return None
    if quoted_speech(page, head) == verb:
        return None
    if relation in ("conj", "advcl", "xcomp", "parataxis", "dep", "appos") and parse.upos[head] in ("VERB", "AUX", "ADJ", "NOUN"):
        if relation == "xcomp":
            return parse.child(head, "obj") if _gives_object(page, head) else head
        return None if relation in ("parataxis", "dep", "appos") and parse.upos[head] == "NOUN" else head
    return head if relation == "acl" else None


def _gives_object(page: Page, head: int) -> bool:
    """"quoted *him* as saying", "asked *them* to say": the object speaks."""
    noun = page.parse.child(head, "obj")
    if noun is None:
        return False
    return page.parse.lemmas[head] in _OBJECT_SPEAKS or (page.parse.mention_types[noun] == "person" and head < noun)


def issued(page: Page, verb: int) -> Run | None:
    """"Din released *a video message* claiming that P": the message, where whoever sent it speaks."""
    noun = page.parse.heads[verb]
    if noun < 0 or not page.parse.relations[verb].startswith("acl") or _sender(page, noun) is None:
        return None
    return Run(phrase(page, noun).first, noun + 1) if page.parse.child(verb, "nsubj") is None else None


def _sender(page: Page, noun: int) -> int | None:
    """Who releases, sends or publishes the message that the noun names."""
    lemma, verb = page.parse.lemmas[noun].lower(), page.parse.heads[noun]
    seen = next((j for j in page.parse.children[noun] if page.parse.relations[j] == "nmod" and _of_person(page, j)), None)
    if lemma in page.words.evidence and seen is not None:
        return seen  # "a clip of *the president* saying"
    shown = page.words.speakers.get(lemma) == "document" or lemma in page.words.evidence
    if not shown or verb < 0 or page.parse.relations[noun] != "obj" or page.parse.lemmas[verb] not in page.words.issuing:
        return None
    return _own(page, verb) if not passive(page, verb) else None


def _of_person(page: Page, j: int) -> bool:
    return page.parse.mention_types[j] == "person" and any(page.lower(k) in ("of", "with") for k in page.parse.children[j])


def speakers(page: Page, head: int) -> tuple[Run, ...]:
    """One noun phrase each of named speakers joined by "and" ("Ali and Omar said" gives two); otherwise the whole."""
    joined = [j for j in page.parse.children[head] if page.parse.relations[j] == "conj"]
    whole = phrase(page, head)
    if not joined or not all(_is_named(page, j) for j in (head, *joined)) or _one_name(page, head, joined):
        return (whole,)
    starts = [head, *joined]
    parts = [phrase(page, j) for j in joined]
    first = Run(whole.first, min(p.first for p in parts))
    while first.stop - 1 > head and page.parse.upos[first.stop - 1] in ("PUNCT", "CCONJ"):
        first = Run(first.first, first.stop - 1)
    return (first, *parts) if len(starts) > 1 else (whole,)


def _one_name(page: Page, head: int, joined: list[int]) -> bool:
    """"the *Harbor and Mail*": a name that holds its own "and"."""
    return any(n.first <= head and joined[-1] < n.stop for n in page.parse.names)


def _is_named(page: Page, j: int) -> bool:
    """A name, or a noun with its name: "the *Sabz Post* newspaper"."""
    if page.parse.upos[j] == "PROPN":
        return True
    inner = any(page.parse.upos[k] == "PROPN" and page.parse.relations[k] in ("compound", "flat") for k in page.parse.children[j])
    return page.parse.xpos[j] == "NN" and inner


def relative(page: Page, head: int) -> int | None:
    """What "who" or "which" stands for: the noun its clause hangs on."""
    if page.lower(head) not in RELATIVE or page.parse.upos[head] != "PRON":
        return None
    verb = head
    for _ in range(6):
        verb = page.parse.heads[verb]
        if verb < 0:
            return None
        if page.parse.relations[verb] == "acl:relcl":
            return page.parse.heads[verb]
    return None


def top(page: Page, run: Run) -> int:
    """The word of a run on which the others hang; verbs first, an article last ("*the* Norrby Press" torn by a parser)."""
    tops = [i for i in range(*run) if not run.holds(page.parse.heads[i]) and page.parse.upos[i] != "PUNCT"]
    verbs = [i for i in tops if page.parse.upos[i] == "VERB"]
    names = [i for i in tops if page.parse.upos[i] != "DET"]
    return (verbs or names or tops or [run.first])[0]


def able(page: Page, source: Run) -> bool:
    """Can it speak: a name, a person, or a noun that the lexicon knows for a source ("two officials", "a report")?"""
    head = top(page, source)
    if unnamable(page, source):
        return False
    if page.parse.upos[head] in ("PROPN", "PRON", "NUM") or page.parse.lemmas[head].lower() in page.words.speakers:
        return True
    if page.parse.lemmas[head].lower() in page.words.evidence:
        return True
    beside = any(page.parse.upos[j] == "PROPN" for j in page.parse.children[head] if page.parse.relations[j] in ("appos", "flat"))
    return beside or page.parse.mention_types[head] in ("person", "organization", "place")


def shows(page: Page, source: Run) -> bool:
    """Can it tell what it shows: a report, a picture, a person? "The fact", "this" show what who writes concludes."""
    head = top(page, source)
    if page.lower(head) in ("this", "that", "it", "which", "these", "what"):
        return False
    return able(page, source) or page.parse.lemmas[head].lower() in page.words.evidence | page.words.nouns.keys()


def unnamable(page: Page, source: Run) -> bool:
    """"Nobody", "none of the sources", "no group" say nothing: what they do not say is told by who writes so."""
    head = top(page, source)
    nothing = {page.lower(head), page.lower(source.first)}
    year = page.parse.word(head).isdigit() and len(page.parse.word(head)) == 4
    shouted = page.lower(source.first) == "this" and page.parse.word(head).isupper()
    if year or (shouted and page.parse.lemmas[head].lower() not in page.words.speakers):
        return True  # "*2031* saw", "DON'T MISS *THIS OFFER*"
    return any(page.words.speakers.get(word) == "none" for word in nothing)
