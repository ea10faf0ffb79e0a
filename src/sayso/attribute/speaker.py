"""Who speaks: from a cue's main word to the noun phrase whose word it is."""

from __future__ import annotations

from .draft import Page, Run

_CLAUSAL = frozenset({"root", "conj", "ccomp", "advcl", "acl", "acl:relcl", "parataxis", "csubj", "xcomp", "dep"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X"})
_OBJECT_SPEAKS = frozenset({"quote", "cite", "ask", "tell", "urge", "hear"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})


def passive(page: Page, verb: int) -> bool:
    """"was said": the subject is spoken of and does not speak."""
    return any(page.parse.relations[j] in ("aux:pass", "nsubj:pass", "csubj:pass") for j in page.parse.children[verb])


def subject(page: Page, verb: int) -> int | None:
    """The head of the noun phrase that does what the verb says, or None where the sentence does not tell.

    A participle takes its clause's subject ("..., *saying* ..."), the second of two verbs that of the first, an
    infinitive its controller; a passive has only its agent ("was accused *by the ministry*").
    """
    seen = 0
    while seen < 6:
        seen += 1
        if passive(page, verb):
            return agent(page, verb)
        own = _own(page, verb)
        if own is None and (head := page.parse.heads[verb]) >= 0 and quoted_speech(page, head) == verb:
            own = page.parse.child(head, "nsubj" if passive(page, head) else "obj")
        if own is not None:
            return own
        step = _carrier(page, verb)
        if step is None:
            return None
        if page.parse.upos[step] in _NOUNS and page.parse.relations[verb].startswith("acl"):
            return step
        verb = step
    return None


def quoted_speech(page: Page, verb: int) -> int | None:
    """"quoted him as *saying*": the participle behind "as", of a verb that cites."""
    if page.parse.lemmas[verb] not in ("quote", "cite"):
        return None
    for j in page.parse.children[verb]:
        if j > verb and page.lower(j).endswith("ing") and any(page.lower(k) == "as" for k in page.parse.children[j]):
            return j
    return None


def host(page: Page, i: int) -> int:
    """The main word of the clause that a phrase stands in."""
    parse = page.parse
    while parse.relations[i] not in _CLAUSAL and parse.heads[i] >= 0:
        i = parse.heads[i]
    return i


def _own(page: Page, verb: int) -> int | None:
    for j in page.parse.children[verb]:
        if page.parse.relations[j] in ("nsubj", "nsubj:outer") and page.lower(j) != "there":
            return j
    return None


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
    return page.parse.child(head, "obj") is not None and page.parse.lemmas[head] in _OBJECT_SPEAKS


def phrase(page: Page, head: int) -> Run:
    """The whole noun phrase of a speaker: title, name, apposition and relative clause; no preposition before it,
    no comma after it."""
    first, stop = _extent(page, head)
    while first < head and (page.parse.upos[first] in ("PUNCT", "CCONJ", "ADP", "SCONJ") or _case(page, first, head)):
        first += 1
    while stop - 1 > head and page.parse.upos[stop - 1] == "PUNCT" and page.parse.word(stop - 1) not in (")", "]"):
        stop -= 1
    return Run(first, stop)


def enclosed(page: Page, source: Run, cue: Run | None) -> Run:
    """The phrase with the comma that closes its apposition before the cue ("*Lena Ortiz, the mayor,* said"), and with
    no other at its end."""
    stop = source.stop
    while stop - 1 > source.first and page.parse.word(stop - 1) == ",":
        stop -= 1
    apposed = any(page.parse.word(i) == "," for i in range(source.first, stop))
    closes = stop < len(page.parse.words) and page.parse.word(stop) == "," and cue is not None and cue.first > stop
    return Run(source.first, stop + 1 if apposed and closes else stop)


def _extent(page: Page, head: int) -> tuple[int, int]:
    """First and stop of the phrase, adverbials and parentheses of the clause left out."""
    parse = page.parse
    first = last = head
    for j in parse.children[head]:
        if parse.relations[j].split(":")[0] in _OUTSIDE or _clausal(page, head, j):
            continue
        a, b = parse.subtree(j)
        first, last = min(first, a), max(last, b)
    return first, last + 1


_OUTSIDE = frozenset({"nsubj", "cop", "aux", "advcl", "ccomp", "parataxis", "discourse", "mark", "expl", "csubj", "dislocated"})


def _clausal(page: Page, head: int, j: int) -> bool:
    """"according to *the ministry*" has its preposition as a child, which is no part of the phrase."""
    return page.parse.relations[j] == "case" and j < head


def _case(page: Page, i: int, head: int) -> bool:
    return page.parse.heads[i] == head and page.parse.relations[i] in ("case", "mark")


def speakers(page: Page, head: int) -> tuple[Run, ...]:
    """One noun phrase each of named speakers joined by "and" ("Ali and Omar said" gives two); otherwise the whole."""
    joined = [j for j in page.parse.children[head] if page.parse.relations[j] == "conj"]
    whole = phrase(page, head)
    if not joined or any(page.parse.upos[j] != "PROPN" for j in (head, *joined)):
        return (whole,)
    starts = [head, *joined]
    parts = [phrase(page, j) for j in joined]
    first = Run(whole.first, min(p.first for p in parts))
    while first.stop - 1 > head and page.parse.upos[first.stop - 1] in ("PUNCT", "CCONJ"):
        first = Run(first.first, first.stop - 1)
    return (first, *parts) if len(starts) > 1 else (whole,)


def relative(page: Page, head: int) -> int | None:
    """What "who" or "which" stands for: the noun its clause hangs on."""
    if page.lower(head) not in _RELATIVE or page.parse.upos[head] != "PRON":
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
    """The word of a run on which the others hang; verbs first."""
    tops = [i for i in range(*run) if not run.holds(page.parse.heads[i]) and page.parse.upos[i] != "PUNCT"]
    verbs = [i for i in tops if page.parse.upos[i] == "VERB"]
    return (verbs or tops or [run.first])[0]


def able(page: Page, source: Run) -> bool:
    """Can it speak: a name, a person, or a noun that the lexicon knows for a source ("two officials", "a report")?"""
    head = top(page, source)
    if page.parse.upos[head] in ("PROPN", "PRON") or page.parse.lemmas[head].lower() in page.words.speakers:
        return True
    beside = any(page.parse.upos[j] == "PROPN" for j in page.parse.children[head] if page.parse.relations[j] in ("appos", "flat"))
    return beside or page.parse.mention_types[head] in ("person", "organization", "place")
