"""Centre and size of what a ring of points encloses."""

from __future__ import annotations

import math
from collections.abc import Iterable

Point = tuple[float, float]  # longitude, latitude
KM = 111.32  # a degree of latitude


def centre(ring: list[Point]) -> tuple[float, float, float]:
    """Latitude and longitude of a ring's centre of area, and the radius in km of the circle of that area."""
    ring = _unbroken(ring)
    double = x = y = 0.0
    for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = x0 * y1 - x1 * y0
        double, x, y = double + cross, x + (x0 + x1) * cross, y + (y0 + y1) * cross
    if abs(double) < 1e-9:
        lon, lat = (sum(p[i] for p in ring) / len(ring) for i in (0, 1))
        return lat, lon, 5.0
    lon, lat = x / (3 * double), y / (3 * double)
    return lat, lon, math.sqrt(abs(double) / 2 * KM * KM * math.cos(math.radians(lat)) / math.pi)


def hull(points: Iterable[Point]) -> list[Point]:
    """Convex hull of points, across the date line where that is shorter."""
    there = sorted(set(_unbroken(list(points))))
    return there if len(there) < 3 else _half(there) + _half(there[::-1])


def _unbroken(ring: list[Point]) -> list[Point]:
    """A ring that crosses the date line, with longitudes that run on."""
    xs = [x for x, _ in ring]
    return [(x + 360 if x < 0 else x, y) for x, y in ring] if max(xs) - min(xs) > 180 else ring


def _half(points: list[Point]) -> list[Point]:
    side: list[Point] = []
    for p in points:
        while len(side) > 1 and _turn(side[-2], side[-1], p) <= 0:
            side.pop()
        side.append(p)
    return side[:-1]


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
