"""Points, lines and areas in a plane, each with so much about it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

Spot = tuple[float, float]  # north and east, in km
Edge = tuple[Spot, Spot]


class Body(NamedTuple):
    """What lies up to ``spread`` from lines, or from what ``closed`` ones enclose, but not within ``hole`` of a point."""

    lines: Sequence[Sequence[Spot]]
    closed: bool
    spread: float = 0.0
    hole: float = 0.0

    @property
    def round(self) -> bool:
        """A circle or a ring."""
        return len(self.lines) == 1 and len(self.lines[0]) == 1

    def edges(self) -> Iterator[Edge]:
        for line in self.lines:
            yield from pairwise(line)
            if self.closed or len(line) == 1:
                yield line[-1], line[0]

    def holds(self, p: Spot) -> bool:
        """Whether the lines enclose a point."""
        return self.closed and sum(_crossed(e, p) for e in self.edges()) % 2 == 1


def gap(a: Body, b: Body) -> float:
    """Kilometres that lie between two bodies; 0 where they touch."""
    for one, other in ((a, b), (b, a)):
        if one.hole and (left := one.hole - _farthest(one.lines[0][0], other)) > 0:
            return left
    if any(b.holds(line[0]) for line in a.lines) or any(a.holds(line[0]) for line in b.lines):
        return 0.0
    return max(0.0, _nearest(a, b) - a.spread - b.spread)


def within(a: Body, b: Body) -> bool:
    """Whether all of one certainly lies in the other."""
    if b.round:
        centre = b.lines[0][0]
        near = gap(Body([[centre]], False), a) if b.hole else math.inf
        return _farthest(centre, a) <= b.spread and near >= b.hole
    if not b.closed:  # along a bent line: only what is no wider at one point than the whole
        return a.round and _nearest(a, b) + a.spread <= b.spread
    if not all(b.holds(p) for line in a.lines for p in line) or any(a.holds(line[0]) for line in b.lines):
        return False
    return _nearest(a, b) >= a.spread


def _farthest(p: Spot, body: Body) -> float:
    return max(math.dist(p, q) for line in body.lines for q in line) + body.spread


def _nearest(a: Body, b: Body) -> float:
    """Kilometres between the lines of two bodies."""
    edges = list(b.edges())
    return min(_between(e, f) for e in a.edges() for f in edges)


def _between(e: Edge, f: Edge) -> float:
    if _cross(e, f):
        return 0.0
    return min(_to_edge(e[0], f), _to_edge(e[1], f), _to_edge(f[0], e), _to_edge(f[1], e))


def _to_edge(p: Spot, e: Edge) -> float:
    (y, x), (y2, x2) = e
    wide, high = x2 - x, y2 - y
    long = wide * wide + high * high
    part = ((p[1] - x) * wide + (p[0] - y) * high) / long if long else 0.0
    part = min(max(part, 0.0), 1.0)
    return math.hypot(p[1] - x - part * wide, p[0] - y - part * high)


def _cross(e: Edge, f: Edge) -> bool:
    return _side(e, f[0]) * _side(e, f[1]) < 0 and _side(f, e[0]) * _side(f, e[1]) < 0


def _side(e: Edge, p: Spot) -> float:
    (y, x), (y2, x2) = e
    return (x2 - x) * (p[0] - y) - (y2 - y) * (p[1] - x)


def _crossed(e: Edge, p: Spot) -> bool:
    """Whether an edge is crossed on the way from a point to the west."""
    (y, x), (y2, x2) = e
    return (y > p[0]) != (y2 > p[0]) and p[1] < (x2 - x) * (p[0] - y) / (y2 - y) + x
