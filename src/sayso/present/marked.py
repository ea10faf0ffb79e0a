"""A report's text cut where claims, cues and sources begin and end, so that a page can light them up."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from sayso.records import Block, Span

from .view import Told

# A text marked more densely than this is hostile or broken; the page stays usable without the marks beyond.
MOST = 20_000
Mark = tuple[Span, str]


@dataclass(frozen=True)
class Piece:
    """Characters under the same marks; a mark is a letter and a number: c7 claim, a3 cue, s3 source, h7 hedge."""

    text: str
    marks: str
    begins: tuple[int, ...]  # numbers of claims whose first characters these are


@dataclass(frozen=True)
class Part:
    """A block of the report in pieces, and the numbers of claims that begin in it."""

    kind: str
    pieces: tuple[Piece, ...]
    claims: tuple[int, ...]


def parts(told: Told) -> list[Part]:
    text, marks = told.reading.report.text, sorted(_marks(told))[:MOST]
    starts = [(s.claim.span.start, s.number) for s in told.claims]
    found, carried, begun, i = [], list[Mark](), set[str](), 0
    for block in blocks(told):
        stop = bisect_left(marks, block.span.end, i, key=lambda m: m[0].start)
        here = [m for m in (*carried, *marks[i:stop]) if m[0].end > block.span.start]
        carried, i = [m for m in here if m[0].end > block.span.end], stop
        inside = starts[bisect_left(starts, (block.span.start, -1)) : bisect_left(starts, (block.span.end, -1))]
        found.append(Part(block.kind, tuple(_pieces(text, block.span, here, begun)), tuple(n for _, n in inside)))
    return found


def blocks(told: Told) -> list[Block]:
    """The blocks, and as paragraphs whatever of the text stands in none."""
    report, at, found = told.reading.report, 0, []
    for block in (*sorted(report.blocks, key=lambda b: b.span), Block("paragraph", Span(len(report.text), len(report.text)))):
        found += [Block("paragraph", s) for s in lines(report.text, at, block.span.start)]
        start = max(at, block.span.start)
        if start < block.span.end:
            found.append(Block(block.kind, Span(start, block.span.end)))
        at = max(at, block.span.end)
    return found


def lines(text: str, start: int, end: int) -> Iterable[Span]:
    for line in text[start:end].splitlines(keepends=True):
        if line.strip():
            yield Span(start, start + len(line))
        start += len(line)


def _marks(told: Told) -> Iterable[Mark]:
    for said in told.claims:
        yield said.claim.span, f"c{said.number}"
        yield from ((h, f"h{said.number}") for h in said.claim.commitment.cues)
    for n, a in enumerate(told.reading.attributions):
        if a.cue:
            yield a.cue, f"a{told.number}-{n}"
        if a.source.span:
            yield a.source.span, f"s{told.number}-{n}"


def _pieces(text: str, block: Span, marks: list[Mark], begun: set[str]) -> Iterable[Piece]:
    opening, closing = defaultdict[int, list[str]](list), defaultdict[int, list[str]](list)
    for span, mark in marks:
        start, end = max(span.start, block.start), min(span.end, block.end)
        if start < end:
            opening[start].append(mark)
            closing[end].append(mark)
    cuts = sorted({block.start, block.end, *opening, *closing})
    on: dict[str, None] = {}
    for start, end in pairwise(cuts):
        for mark in closing[start]:
            on.pop(mark, None)
        on.update(dict.fromkeys(opening[start]))
        begins = tuple(int(m[1:]) for m in opening[start] if m[0] == "c" and m not in begun)
        begun.update(f"c{n}" for n in begins)
        yield Piece(text[start:end], " ".join(on), begins)
