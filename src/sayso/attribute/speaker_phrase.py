"""The words that a source is given with: title, name, apposition, relative clause."""

from __future__ import annotations

from .draft import Page, Run, without

RELATIVE = frozenset({"who", "which", "that", "whom"})
_MORE_OR_LESS = frozenset({("at", "least"), ("at", "most"), ("up", "to")})
LABEL = 4  # words between marks that may be a name or a nickname
_DAY = 3  # words of a day: "Aug. 6"
_FAR = 15  # words before a noun beyond which nothing is its own, whatever a parser makes of it
_OUTSIDE = frozenset({"nsubj", "cop", "aux", "advcl", "ccomp", "parataxis", "discourse", "mark", "expl", "csubj", "dislocated"})


def phrase(page: Page, head: int) -> Run:
    """The whole noun phrase of a speaker: title, name, apposition and relative clause; no preposition before it,
    no comma after it."""
    first, stop = _extent(page, head)
    first = _title(page, head, first)
    while first < head and not _at_least(page, first) and (_leads_in(page, first) or _case(page, first, head)):
        first += 1
    while stop - 1 > head and page.parse.upos[stop - 1] == "PUNCT" and page.parse.word(stop - 1) not in (")", "]"):
        stop -= 1
    return Run(first, _without_day(page, first, stop))


def _title(page: Page, head: int, first: int) -> int:
    """"*President* Haddad said": where a parser takes title and name for two subjects of one verb, they are one phrase."""
    parse, before = page.parse, first - 1
    twin = before >= 0 and (parse.heads[before], parse.relations[before]) == (parse.heads[head], "nsubj")
    both = twin and parse.relations[head] == "nsubj" and parse.upos[head] == parse.upos[before] == "PROPN"
    return page.below(before).first if both else first


def _leads_in(page: Page, i: int) -> bool:
    return page.parse.upos[i] in ("PUNCT", "CCONJ", "ADP", "SCONJ")


def _at_least(page: Page, i: int) -> bool:
    """"*at least* one clerk", "*up to* ten farmers" belong to the number."""
    return i + 1 < len(page.parse.words) and (page.lower(i), page.lower(i + 1)) in _MORE_OR_LESS


def spoken_by(page: Page, head: int, cue: int) -> Run:
    """The speaker's phrase without the clause that the cue itself stands in ("a message *claiming that P*"), and without
    the quotation that a parser may hang on it."""
    whole = phrase(page, head)
    inside = [j for j in page.parse.children[head] if page.below(j).holds(cue) and j > head]
    speech = [q for q in page.quoted(whole) if not q.holds(head) and q.stop - q.first > LABEL]
    holes = [Run(cue, cue + 1), *(page.below(j) for j in inside), *speech]
    left = [piece for piece in without(whole, holes) if piece.holds(head)]
    kept = left[0] if left else whole
    while kept.stop - 1 > head and page.parse.upos[kept.stop - 1] == "PUNCT":
        kept = Run(kept.first, kept.stop - 1)
    while kept.first < head and page.parse.upos[kept.first] == "PUNCT":
        kept = Run(kept.first + 1, kept.stop)
    return kept


def _without_day(page: Page, first: int, stop: int) -> int:
    """"Kuria's army *on Tuesday*" blamed: the day is not the army's."""
    on = next((i for i in range(stop - 2, max(first, stop - _DAY - 2), -1) if page.lower(i) == "on"), stop)
    after = range(on + 1, stop)
    dated = any(page.parse.mention_types[i] == "time" for i in after)
    return on if dated and all(page.parse.upos[i] in ("PROPN", "NUM", "NOUN", "PUNCT") for i in after) else stop


def enclosed(page: Page, source: Run, cue: Run | None) -> Run:
    """The phrase with the comma that closes its apposition before the cue ("*Lena Ortiz, the mayor,* said"), and with
    no other at its end."""
    stop = source.stop
    while stop - 1 > source.first and (page.parse.word(stop - 1) == "," or _dangles(page, stop - 1)):
        stop -= 1
    first = source.first
    while first + 1 < stop and page.parse.upos[first] == "ADP" and not _at_least(page, first):
        first += 1
    source = Run(first, _without_day(page, first, stop))
    stop = source.stop
    apposed = any(page.parse.word(i) == "," for i in range(source.first, stop))
    closes = stop < len(page.parse.words) and page.parse.word(stop) == "," and cue is not None and cue.first > stop
    return Run(source.first, stop + 1 if apposed and closes else stop)


def _dangles(page: Page, i: int) -> bool:
    """"The Courier, *which* cited", "the army *on* (Tuesday)": a last word that begins what is no longer the phrase."""
    if page.lower(i) in ("last", "next", "earlier", "later") and page.parse.upos[i] in ("ADJ", "ADV"):
        return True  # "the government *last*" (week said)
    return page.parse.upos[i] in ("ADP", "DET") or (page.parse.upos[i] == "PRON" and page.lower(i) in RELATIVE)


def _extent(page: Page, head: int) -> tuple[int, int]:
    """First and stop of the phrase, adverbials and parentheses of the clause left out."""
    parse = page.parse
    first = last = head
    for j in parse.children[head]:
        if parse.relations[j].split(":")[0] in _OUTSIDE or _clausal(page, head, j) or head - j > _FAR:
            continue
        a, b = parse.subtree(j)
        first, last = min(first, a), max(last, b)
    return first, last + 1


def _clausal(page: Page, head: int, j: int) -> bool:
    """"according to *the ministry*" has its preposition as a child, which is no part of the phrase."""
    return page.parse.relations[j] == "case" and j < head


def _case(page: Page, i: int, head: int) -> bool:
    return page.parse.heads[i] == head and page.parse.relations[i] in ("case", "mark")
