"""An attribution in the making, counted in words."""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from sayso.records import Parse, Quotation, Report, Structure

from .lexicon import Lexicon


class Run(NamedTuple):
    """Words ``first`` up to but not including ``stop``."""

    first: int
    stop: int

    def covers(self, other: Run) -> bool:
        return self.first <= other.first and other.stop <= self.stop

    def overlaps(self, other: Run) -> bool:
        return self.first < other.stop and other.first < self.stop

    def holds(self, word: int) -> bool:
        return self.first <= word < self.stop


# What a frame gives: the content, how far grammar vouches for it, its name, and the last word of the cue beyond the verb.
Found = tuple[tuple[Run, ...], int, str, int | None]


@dataclass(frozen=True, slots=True)
class Draft:
    """``head`` is the cue's main word; ``follows`` the head of the cue whose source this one's source speaks to:
    "X reported, citing Y" gives Y a draft that follows "reported". ``strength`` says how far grammar alone vouches
    for it: 4 words that mean nothing else ("according to"), 3 a verb of
    speech with a clause, 2 a likely frame, 1 one that the head's tags must second."""

    source: Run | None
    cue: Run | None
    content: tuple[Run, ...]
    head: int
    kind: str
    strength: int
    rule: str
    follows: int | None = None
    evidence: tuple[Run, ...] = ()
    hearer: Run | None = None
    medium: tuple[Run, ...] = ()
    seen_by: tuple[Run, ...] = ()
    anonymity: Run | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """All that the rules look at in one report."""

    report: Report
    parse: Parse
    structure: Structure
    words: Lexicon
    quotes: tuple[tuple[Quotation, Run], ...]  # speech between marks, outermost only, with the words they cover
    opening: frozenset[int]  # words that are opening marks
    closing: frozenset[int]
    inner: tuple[Run, ...] = ()  # quotations within quotations

    def lower(self, i: int) -> str:
        return self.parse.word(i).lower()

    def sentence(self, i: int) -> Run:
        return Run(*self.parse.sentences[self.parse.sentence_of[i]])

    def block(self, i: int) -> int:
        """Number of the block that word ``i`` stands in, -1 before the first."""
        return bisect.bisect_right(self.report.blocks, self.parse.words[i].start, key=lambda b: b.span.start) - 1

    def quoted(self, run: Run) -> list[Run]:
        """The quotations that a run overlaps."""
        at = bisect.bisect_right(self.quotes, run.first, key=lambda q: q[1].stop)
        found = []
        while at < len(self.quotes) and self.quotes[at][1].first < run.stop:
            found.append(self.quotes[at][1])
            at += 1
        return found

    def quoted_within(self, run: Run) -> list[Run]:
        """The quotations within a quotation that a run overlaps."""
        at = bisect.bisect_right(self.inner, run.first, key=lambda q: q.first) - 1
        return [q for q in self.inner[max(at, 0) : at + 6] if q.overlaps(run)]

    def below(self, i: int) -> Run:
        """The words from the first to the last of those that hang on word ``i``."""
        first, last = self.parse.subtree(i)
        return Run(first, last + 1)


def page(report: Report, parse: Parse, structure: Structure, words: Lexicon) -> Page:
    """Lays quotations over words."""
    quotes, inner, opening, closing = [], [], set(), set()
    for q in structure.quotations:
        inside = parse.words_in(q.span)
        if not inside:
            continue
        run = Run(inside.start, inside.stop)
        if q.inner.start > q.span.start:
            opening.add(run.first)
        if q.closed:
            closing.add(run.stop - 1)
        if q.depth == 0 and not q.scare:
            quotes.append((q, run))
        elif not q.scare:
            inner.append(run)
    return Page(report, parse, structure, words, tuple(quotes), frozenset(opening), frozenset(closing), tuple(inner))


def by_sentence(page: Page, drafts: Iterable[Draft]) -> dict[int, list[Draft]]:
    """Drafts by the number of the sentence that their cue stands in."""
    out: dict[int, list[Draft]] = defaultdict(list)
    for d in drafts:
        out[page.parse.sentence_of[d.head]].append(d)
    return out


def without(run: Run, holes: Iterable[Run]) -> list[Run]:
    """What is left of a run when others are cut out of it."""
    left = [run]
    for hole in holes:
        left = [piece for part in left for piece in _cut(part, hole)]
    return left


def _cut(run: Run, hole: Run) -> list[Run]:
    if not run.overlaps(hole):
        return [run]
    parts = [Run(run.first, hole.first), Run(hole.stop, run.stop)]
    return [p for p in parts if p.first < p.stop]


def merged(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Runs in order, those that touch or overlap made one."""
    out: list[Run] = []
    for run in sorted(runs):
        if out and run.first <= out[-1].stop:
            out[-1] = Run(out[-1].first, max(out[-1].stop, run.stop))
        else:
            out.append(run)
    return tuple(out)
