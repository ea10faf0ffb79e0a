"""Text that stands in two reports: aligned passages, found by runs of words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sayso.records import Report, Span

_WORD = re.compile(r"\w+")
RUN = 6  # words a passage begins with: fewer are met by chance ("the interior ministry said in a statement")
TRIES = 3  # places at which a run is continued in the other text; bounds the cost of texts that repeat themselves
SHARED_BY = 8  # a run in more reports than this is paired with the first of them alone: a crowd of copies is a star
LONGEST = 50_000  # words of a report that are compared


@dataclass(frozen=True, slots=True)
class Passage:
    """The same ``words`` words in two reports."""

    left: Span
    right: Span
    words: int


@dataclass(frozen=True)
class Running:
    """A report's words in order, with where they stand."""

    words: tuple[str, ...]
    spans: tuple[Span, ...]
    _places: dict[int, dict[tuple[str, ...], list[int]]] = field(default_factory=dict, repr=False, compare=False)

    def span(self, first: int, number: int) -> Span:
        return Span(self.spans[first].start, self.spans[first + number - 1].end)

    def runs(self, length: int = RUN) -> Iterable[tuple[str, ...]]:
        return (self.words[i : i + length] for i in range(len(self.words) - length + 1))

    def places(self, length: int) -> dict[tuple[str, ...], list[int]]:
        """The first places of each run of so many words; found once, however many texts it is compared with."""
        if length not in self._places:
            where = self._places[length] = {}
            for j, run in enumerate(self.runs(length)):
                if len(places := where.setdefault(run, [])) < TRIES:
                    places.append(j)
        return self._places[length]


@dataclass(frozen=True, slots=True)
class Run:
    """``words`` words from number ``left`` of one text, the same as from number ``right`` of the other."""

    left: int
    right: int
    words: int


def running(report: Report, parts: Sequence[Span]) -> Running:
    """The words of some parts of a report; of a very long one the first."""
    found: list[tuple[str, Span]] = []
    for part in parts:
        found += [(m.group().casefold(), Span(*m.span())) for m in _WORD.finditer(report.text, part.start, part.end)]
        if len(found) > LONGEST:
            break
    return Running(tuple(w for w, _ in found[:LONGEST]), tuple(s for _, s in found[:LONGEST]))


def sharing(texts: Sequence[Running], least: int = 1) -> list[tuple[int, int]]:
    """Pairs of texts, by index, that have at least so many runs of words in common."""
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for i, text in enumerate(texts):
        for run in {hash(r) for r in text.runs()}:
            holders[run].append(i)
    pairs: Counter[tuple[int, int]] = Counter()
    for group, runs in Counter(tuple(g) for g in holders.values() if len(g) > 1).items():
        several = group if len(group) <= SHARED_BY else group[:1]
        for a in several:
            for b in group:
                if a < b:
                    pairs[a, b] += runs
    return sorted(pair for pair, number in pairs.items() if number >= least)


def passages(a: Running, b: Running) -> list[Passage]:
    """Longest common runs in the order of the left text; every word of the left is used once."""
    return [Passage(a.span(r.left, r.words), b.span(r.right, r.words), r.words) for r in common(a, b)]


def common(a: Running, b: Running, length: int = RUN) -> list[Run]:
    """Runs of at least so many words that stand in both, in the order of the left text."""
    where, found, at = b.places(length), list[Run](), 0
    for i in [i for i, run in enumerate(a.runs(length)) if run in where]:
        if i >= at:
            tries = where[a.words[i : i + length]]
            number, j = max((_common(a.words, i, b.words, j), -j) for j in tries)
            found.append(Run(i, -j, number))
            at = i + number
    return found


def covered(runs: Iterable[Run]) -> int:
    """Words that runs cover in the text in which they cover fewer: one passage printed ten times is one passage."""
    several = list(runs)
    return min(_union((r.left, r.words) for r in several), _union((r.right, r.words) for r in several))


def _union(ranges: Iterable[tuple[int, int]]) -> int:
    total, end = 0, 0
    for start, number in sorted(ranges):
        total += max(0, start + number - max(end, start))
        end = max(end, start + number)
    return total


def _common(a: tuple[str, ...], i: int, b: tuple[str, ...], j: int) -> int:
    n = 0
    while i + n < len(a) and j + n < len(b) and a[i + n] == b[j + n]:
        n += 1
    return n
