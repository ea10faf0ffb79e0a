"""Names that a tagger has seen in one place of a report and missed or torn in another."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from sayso.records import NameSpan, Parse, Span

from .spelling import LINKS, initials

_LONGEST = 6  # words
_ACRONYM = re.compile(r"(?<=\s)[(\[]([A-Z]{2,8})[)\]]")
_HELD = frozenset(("'s", "’s", "'S", "’S", "-", "’", "'"))  # within a name


def everywhere(parse: Parse) -> list[NameSpan]:
    """The tagger's names, and each of two words and more wherever its words stand: "Orlan News" is one name also where
    the tagger saw "Orlan" and "News"."""
    kinds: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    names = _spelt_out(parse)
    for n in names:
        if 2 <= n.stop - n.first <= _LONGEST and _proper(parse, n.first, n.stop):
            kinds[tuple(parse.word(i) for i in range(n.first, n.stop))][n.kind] += 1
    if not kinds:
        return names
    found = list(_found(parse, names, kinds))
    inside = {i for n in found for i in range(n.first, n.stop)}
    kept = [n for n in names if inside.isdisjoint(range(n.first, n.stop))]
    return sorted((*kept, *found), key=lambda n: n.first)


def _spelt_out(parse: Parse) -> list[NameSpan]:
    """The tagger's names, where an acronym in brackets tells how far one goes: "*Sabz Front for Reform* (SFR)"."""
    whole = [n for m in _ACRONYM.finditer(parse.text) if (n := _before_acronym(parse, m.start(), m.group(1))) is not None]
    if not whole:
        return list(parse.names)
    inside = {i for n in whole for i in range(n.first, n.stop)}
    return sorted((*(n for n in parse.names if inside.isdisjoint(range(n.first, n.stop))), *whole), key=lambda n: n.first)


def _before_acronym(parse: Parse, at: int, acronym: str) -> NameSpan | None:
    """The words before a bracket that its letters begin, in their order or, as of a translated name, in another."""
    stop = parse.words_in(Span(at, at + 1)).start
    letters, size = Counter(acronym), len(acronym)
    first = parse.sentences[parse.sentence_of[stop]][0] if stop < len(parse.words) else stop
    exact: int | None = None
    other: int | None = None
    for start in range(stop - 2, max(first, stop - 2 * size - 4) - 1, -1):
        word = parse.word(start)
        if not (word[0].isupper() or word.lower() in LINKS or word in _HELD):
            break
        begins = word[0].isupper() and word.lower() not in LINKS
        written = initials(parse.span(start, stop - 1).of(parse.text)) if begins else set()
        exact = start if acronym in written else exact
        near = any(not letters - Counter(x) and len(x) <= size + 1 for x in written)
        other = start if near and other is None else other
    found = exact if exact is not None or size < 3 else other
    return None if found is None else NameSpan(found, stop, "organization")


def _found(parse: Parse, names: list[NameSpan], kinds: dict[tuple[str, ...], Counter[str]]) -> list[NameSpan]:
    opened = {words[0] for words in kinds}
    longer = [n for n in names if n.stop - n.first > 2]
    out: list[NameSpan] = []
    i, held = 0, {k: n.stop - n.first for n in longer for k in range(n.first, n.stop)}
    while i < len(parse.words):
        stop = _stop(parse, kinds, i) if parse.word(i) in opened else i
        if stop > i and max((held.get(k, 0) for k in range(i, stop)), default=0) <= stop - i:
            words = tuple(parse.word(k) for k in range(i, stop))
            out.append(NameSpan(i, stop, kinds[words].most_common(1)[0][0]))
        i = max(stop, i + 1)
    return out


def _proper(parse: Parse, first: int, stop: int) -> bool:
    """Proper words, with "of" and "for" between them."""
    ends = parse.upos[first] == parse.upos[stop - 1] == "PROPN"
    return ends and all(parse.upos[k] == "PROPN" or parse.word(k).lower() in LINKS for k in range(first + 1, stop - 1))


def _stop(parse: Parse, kinds: dict[tuple[str, ...], Counter[str]], first: int) -> int:
    """Where the longest known name ends that begins with this word; the word itself where none does."""
    last = parse.sentences[parse.sentence_of[first]][1]
    for stop in range(min(first + _LONGEST, last), first + 1, -1):
        if _proper(parse, first, stop) and tuple(parse.word(k) for k in range(first, stop)) in kinds:
            return stop
    return first
