"""Text that stands in two reports: aligned passages, found by runs of words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.records import Report, Span

_WORD = re.compile(r"\w+")
RUN = 6  # words a passage begins with: fewer are met by chance ("the interior ministry said in a statement")
TRIES = 3  # places at which a run is continued in the other text; bounds the cost of texts that repeat themselves
SHARED_BY = 40  # a run in more reports than this is paired with the first of them alone


@dataclass(frozen=True, slots=True)
class Passage:
    """The same ``words`` words in two reports."""

    left: Span
    right: Span
    words: int


@dataclass(frozen=True, slots=True)
class Running:
    """A report's words in order, with where they stand."""

    words: tuple[str, ...]
    spans: tuple[Span, ...]

    def span(self, first: int, number: int) -> Span:
        return Span(self.spans[first].start, self.spans[first + number - 1].end)

    def runs(self) -> Iterable[tuple[str, ...]]:
        return (self.words[i : i + RUN] for i in range(len(self.words) - RUN + 1))


def running(report: Report, parts: Sequence[Span]) -> Running:
    found = [(m.group().casefold(), Span(*m.span())) for p in parts for m in _WORD.finditer(report.text, p.start, p.end)]
    return Running(tuple(w for w, _ in found), tuple(s for _, s in found))


def sharing(texts: Sequence[Running]) -> list[tuple[int, int]]:
    """Pairs of texts, by index, that have at least one run of words in common."""
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for i, text in enumerate(texts):
        for run in {hash(r) for r in text.runs()}:
            holders[run].append(i)
    pairs: set[tuple[int, int]] = set()
    for group in holders.values():
        several = group if len(group) <= SHARED_BY else group[:1]
        pairs.update((a, b) for a in several for b in group if a < b)
    return sorted(pairs)


def passages(a: Running, b: Running) -> list[Passage]:
    """Longest common runs in the order of the left text; every word of the left is used once."""
    where: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for j, run in enumerate(b.runs()):
        if len(where[run]) < TRIES:
            where[run].append(j)
    found, i = [], 0
    while i <= len(a.words) - RUN:
        number, j = max(((_common(a.words, i, b.words, j), -j) for j in where.get(a.words[i : i + RUN], ())), default=(0, 0))
        if number:
            found.append(Passage(a.span(i, number), b.span(-j, number), number))
        i += number or 1
    return found


def _common(a: tuple[str, ...], i: int, b: tuple[str, ...], j: int) -> int:
    n = 0
    while i + n < len(a) and j + n < len(b) and a[i + n] == b[j + n]:
        n += 1
    return n
