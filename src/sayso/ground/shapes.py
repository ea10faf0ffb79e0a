"""Parts of areas, and what two regions have in common."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from sayso.records import Geometry
from sayso.records.globe import moved
from sayso.records.region import contains, enclosing, even, holder, middle

if TYPE_CHECKING:
    from sayso.outlines import Outline

Point = tuple[float, float]  # latitude, longitude
_DEGREE = 111.32  # km
_SLACK = 0.05  # of an area's extent by which its north reaches over its middle
_INNER = 0.3  # of an area's extent to each side of its middle that is central
_CORNERS = 100  # of the part of an outline
_CELLS = 36  # to a side, in which the common part of two regions is sought
Cell = tuple[int, int]


@lru_cache(maxsize=256)
def part(land: Outline, towards: float | None, of: str) -> Geometry | None:
    """What of an outline lies on one side, on a corner for "north-west", or in its middle; none where nothing is left."""
    turns = (0.0, 90.0, 180.0, 270.0) if towards is None else _turns(towards)
    rings, off = land.cut(turns, _INNER if towards is None else _SLACK).rough(_CORNERS)
    return _of_rings(rings, (of,), off) if rings else None


def _of_rings(rings: Sequence[tuple[Point, ...]], of: tuple[str, ...], off: float) -> Geometry:
    lat, lon, km = enclosing([p for ring in rings for p in ring])
    return Geometry("part", round(lat, 4), round(lon, 4), round(km + off, 1), outline=rings[0], of=of, more=tuple(rings[1:]),
                    spare_km=round(off, 1))  # fmt: skip


def side_of(ring: Sequence[Point], towards: float, slack: float = _SLACK) -> tuple[Point, ...]:
    """The part of a convex ring on one side of its middle; on a corner between two sides for "north-west"."""
    lat, lon = middle(ring)
    flat = [((y - lat) * _DEGREE, (x - lon) * _DEGREE * math.cos(math.radians(lat))) for y, x in even(ring, lon)]
    for turn in _turns(towards):
        flat = _cut(flat, math.radians(turn), slack)
    wide = _DEGREE * math.cos(math.radians(lat))
    return tuple((round(lat + n / _DEGREE, 4), round((lon + e / wide + 180) % 360 - 180, 4)) for n, e in flat)


def _turns(towards: float) -> tuple[float, ...]:
    return (towards,) if round(towards) % 90 == 0 else (towards - 45, towards + 45)


def grown(ring: Sequence[Point], times: float) -> tuple[Point, ...]:
    """A ring made larger or smaller about its middle."""
    if not ring:
        return ()
    lat, lon = middle(ring)
    scaled = ((lat + (y - lat) * times, lon + (x - lon) * times) for y, x in even(ring, lon))
    return tuple((round(y, 4), round((x + 180) % 360 - 180, 4)) for y, x in scaled)


def around(lat: float, lon: float, km: float, corners: int = 12) -> tuple[Point, ...]:
    """A circle as a ring."""
    return tuple(moved(lat, lon, km, k * 360 / corners) for k in range(corners))


def _cut(flat: list[Point], turn: float, slack: float) -> list[Point]:
    """What of a ring lies on a side; points are (north, east) in km."""
    along = [n * math.cos(turn) + e * math.sin(turn) for n, e in flat]
    if not along:
        return []
    low = (min(along) + max(along)) / 2 - slack * (max(along) - min(along))
    kept: list[Point] = []
    for i, (p, s) in enumerate(zip(flat, along, strict=True)):
        q, t = flat[i - 1], along[i - 1]
        if (s >= low) != (t >= low):
            f = (low - t) / (s - t)
            kept.append((q[0] + f * (p[0] - q[0]), q[1] + f * (p[1] - q[1])))
        if s >= low:
            kept.append(p)
    return kept


# ---------------------------------------------------------------- two regions


def overlap(a: Geometry, b: Geometry) -> Geometry | None:
    """What lies in both of two regions, in all its pieces ("12 km from Derby and 30 km from Leeds" may be in two); none where
    nothing does."""
    from sayso.outlines import thinned_flat

    small, large = sorted((a, b), key=lambda g: holder(g)[2])
    lat, lon, km = holder(small)
    step = 2 * km / _CELLS
    centres = {(i, j): _at(lat, lon, (i + 0.5) * step - km, (j + 0.5) * step - km) for i in range(_CELLS) for j in range(_CELLS)}
    common = {cell for cell, p in centres.items() if contains(small, *p) and contains(large, *p)}
    flat = [np.array(ring, float) * step - km for ring in _edges(common)]
    rings = [[_at(lat, lon, float(n), float(e)) for n, e in thinned_flat(ring, 0.6 * step)] for ring in flat]
    rings.sort(key=len, reverse=True)
    rounded = [tuple((round(y, 4), round(x, 4)) for y, x in ring) for ring in rings]
    return _of_rings(rounded, tuple(dict.fromkeys((*a.of, *b.of))), step) if rounded else None


def _at(lat: float, lon: float, north: float, east: float) -> Point:
    return moved(lat, lon, math.hypot(north, east), math.degrees(math.atan2(east, north)))


def _edges(cells: set[Cell]) -> Iterator[list[Cell]]:
    """The rings about cells, and about the holes in them, by the corners that they go by."""
    ahead: dict[Cell, list[Cell]] = {}
    for i, j in sorted(cells):
        sides = (((i, j), (i, j + 1), (i - 1, j)), ((i, j + 1), (i + 1, j + 1), (i, j + 1)),
                 ((i + 1, j + 1), (i + 1, j), (i + 1, j)), ((i + 1, j), (i, j), (i, j - 1)))  # fmt: skip
        for start, end, beyond in sides:
            if beyond not in cells:
                ahead.setdefault(start, []).append(end)
    while ahead:
        ring = [min(ahead)]
        while ring[-1] in ahead:
            ends = ahead[ring[-1]]
            ring.append(ends.pop())
            if not ends:
                del ahead[ring[-2]]
        yield ring[:-1]
