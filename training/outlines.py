"""Rings of a TopoJSON file, and the centre and size of what they enclose."""

from __future__ import annotations

import json
import math
import tarfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

Point = tuple[float, float]  # longitude, latitude
KM = 111.32


def largest(path: Path, member: str, kind: str) -> Iterator[tuple[str, str, list[Point]]]:
    """Id, name and largest outer ring of every object of a kind in a packed TopoJSON file."""
    with tarfile.open(path) as archive:
        file = archive.extractfile(member)
        assert file is not None, member
        topology = json.load(file)
    arcs = [_absolute(arc, topology["transform"]) for arc in topology["arcs"]]
    for shape in topology["objects"][kind]["geometries"]:
        rings = [_ring(polygon[0], arcs) for polygon in _polygons(shape)]
        if rings:
            yield str(shape.get("id", "")), shape["properties"]["name"], max(rings, key=lambda r: abs(_area(r)))


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


def _area(ring: list[Point]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1], strict=True)) / 2


def _absolute(arc: list[list[int]], transform: dict[str, list[float]]) -> list[Point]:
    (sx, sy), (tx, ty), x, y, points = transform["scale"], transform["translate"], 0, 0, []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * sx + tx, y * sy + ty))
    return points


def _polygons(shape: dict[str, Any]) -> list[list[list[int]]]:
    if shape["type"] == "Polygon":
        return [shape["arcs"]]
    return list(shape["arcs"]) if shape["type"] == "MultiPolygon" else []


def _ring(indices: list[int], arcs: list[list[Point]]) -> list[Point]:
    points: list[Point] = []
    for i in indices:
        points += (arcs[i] if i >= 0 else arcs[~i][::-1])[1 if points else 0 :]
    return points[:-1]
