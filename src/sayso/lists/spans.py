"""Many spans, asked quickly whether one of them meets or holds another."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate

from sayso.records import Span


class Spans:
    """By start; beside each the furthest end up to there."""

    def __init__(self, spans: Iterable[Span]) -> None:
        found = sorted((s.start, s.end) for s in spans)
        self._starts = [start for start, _ in found]
        self._ends = list(accumulate((end for _, end in found), max))
        self._longest = dict(found)  # of those with one start the last is the longest

    def meet(self, span: Span) -> bool:
        """Whether one overlaps it."""
        i = bisect_left(self._starts, span.end)
        return i > 0 and self._ends[i - 1] > span.start

    def hold(self, span: Span) -> bool:
        """Whether one is longer and has it inside."""
        i = bisect_left(self._starts, span.start)
        return (i > 0 and self._ends[i - 1] >= span.end) or self._longest.get(span.start, 0) > span.end
