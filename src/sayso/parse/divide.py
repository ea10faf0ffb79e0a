"""A report as words with what stands before each, block by block."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from sayso.records import Report, Span

from .encode import BLOCK, GLUED, LINE, SPACE, Ints
from .words import words

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")


@dataclass(frozen=True, slots=True)
class Divided:
    """Words of one text. ``blocks`` are half-open ranges of words that together hold every word.

    ``sentences`` holds the first words of sentences where somebody has said what they are, such as a treebank.
    """

    text: str
    starts: Ints
    stops: Ints
    breaks: Ints
    blocks: list[tuple[int, int]]
    sentences: Ints | None = None

    def __len__(self) -> int:
        return len(self.starts)

    def words(self) -> list[str]:
        text = self.text
        return [text[a:b] for a, b in zip(self.starts.tolist(), self.stops.tolist(), strict=True)]


def divide(report: Report, limit: int | None = None) -> Divided:
    """The words of a report's blocks, or of its paragraphs where it has no blocks; at most ``limit`` of them."""
    found: list[tuple[int, int]] = []
    blocks: list[tuple[int, int]] = []
    for span in _spans(report):
        before = len(found)
        found += words(report.text, span.start, span.end)
        if len(found) > before:
            blocks.append((before, len(found)))
        if limit is not None and len(found) >= limit:
            break
    bounds = np.array(found[:limit], dtype=np.int64).reshape(-1, 2)
    starts, stops = bounds[:, 0].copy(), bounds[:, 1].copy()
    blocks = [(a, min(b, len(starts))) for a, b in blocks if a < len(starts)]
    return Divided(report.text, starts, stops, breaks(report.text, starts, stops, blocks), blocks)


def _spans(report: Report) -> Iterable[Span]:
    """The report's blocks, or the stretches between its blank lines."""
    if report.blocks:
        yield from (b.span for b in report.blocks)
        return
    start = 0
    for gap in _BLANK_LINE.finditer(report.text):
        yield Span(start, gap.start())
        start = gap.end()
    yield Span(start, len(report.text))


def breaks(text: str, starts: Ints, stops: Ints, blocks: list[tuple[int, int]]) -> Ints:
    lines = np.fromiter((m.start() for m in re.finditer("\n", text)), dtype=np.int64)
    before = np.concatenate(([0], stops[:-1])) if len(stops) else stops
    broken = np.searchsorted(lines, starts) > np.searchsorted(lines, before)
    found = np.where(broken, LINE, np.where(starts > before, SPACE, GLUED))
    found[[a for a, _ in blocks]] = BLOCK
    return found
