"""Rings of a TopoJSON file."""

from __future__ import annotations

import json
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.ground.rings import Point


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
