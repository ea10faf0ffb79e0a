"""Arcs and shapes of a packed TopoJSON file, and the rings that they make."""

from __future__ import annotations

import json
import math
import tarfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from sayso.ground.rings import Point
from sayso.outlines.packed import Line


@dataclass(frozen=True)
class Shape:
    """``arcs`` of all its rings; ``~n`` is arc n backwards. ``outer``: the arcs of each polygon's outer ring."""

    id: str
    name: str
    arcs: list[int]
    outer: list[list[int]]


@dataclass(frozen=True)
class Topology:
    arcs: list[Line]  # latitude and longitude
    shapes: list[Shape]

    @classmethod
    def read(cls, path: Path, member: str, kind: str) -> Topology:
        with tarfile.open(path) as archive:
            file = archive.extractfile(member)
            assert file is not None, member
            given = json.load(file)
        (sx, sy), (tx, ty) = given["transform"]["scale"], given["transform"]["translate"]
        arcs = [np.cumsum(np.array(arc, float), axis=0) * (sx, sy) + (tx, ty) for arc in given["arcs"]]
        shapes = [_shape(s) for s in given["objects"][kind]["geometries"]]
        return cls([a[:, ::-1] for a in arcs], shapes)

    def line(self, arc: int) -> Line:
        return self.arcs[arc] if arc >= 0 else self.arcs[~arc][::-1]

    def ring(self, arcs: Sequence[int], lines: Mapping[int, Line] | None = None) -> Line:
        """Arcs end to end, without the last point, which is the first."""
        found = [(lines[a] if lines else self.line(a))[:-1] for a in arcs]
        return np.vstack(found)

    def closed(self, arcs: list[int], lines: Mapping[int, Line]) -> Iterator[Line]:
        """The rings that arcs make."""
        for chain in self._chains(arcs):
            yield self.ring(chain, lines)

    def chained(self, arcs: list[int]) -> Iterator[Line]:
        """The lines that arcs make, closed or not."""
        for chain in self._chains(arcs):
            yield np.vstack([self.line(a)[0 if i == 0 else 1 :] for i, a in enumerate(chain)])

    def _chains(self, arcs: list[int]) -> Iterator[list[int]]:
        start: dict[tuple[float, float], list[int]] = {}
        for a in arcs:
            start.setdefault(self._end(a, 0), []).append(a)
        ends = {self._end(a, -1) for a in arcs}
        left = dict.fromkeys(sorted(arcs, key=lambda a: self._end(a, 0) in ends))  # lines that are open begin at their ends
        while left:
            chain = [next(iter(left))]
            del left[chain[0]]
            while self._end(chain[-1], -1) != self._end(chain[0], 0):
                follow = next((a for a in start.get(self._end(chain[-1], -1), ()) if a in left), None)
                if follow is None:
                    break
                chain.append(follow)
                del left[follow]
            yield chain

    def _end(self, arc: int, which: int) -> tuple[float, float]:
        lat, lon = self.line(arc)[which]
        return round(float(lat), 6), round(float(lon), 6)


def largest(path: Path, member: str, kind: str) -> Iterator[tuple[str, str, list[Point]]]:
    """Id, name and largest outer ring of every object of a kind in a packed TopoJSON file; points are (longitude, latitude)."""
    topology = Topology.read(path, member, kind)
    for shape in topology.shapes:
        rings = [topology.ring(arcs) for arcs in shape.outer]
        if rings:
            ring = max(rings, key=lambda r: abs(_degrees(r)))
            yield shape.id, shape.name, [(float(lon), float(lat)) for lat, lon in ring]


def area(ring: Line) -> float:
    """Square kilometres, below nought where the ring runs with the clock."""
    return _degrees(ring) * 111.2**2 * math.cos(math.radians(float(ring[:, 0].mean())))


def _degrees(ring: Line) -> float:
    y, x = ring[:, 0], ring[:, 1]
    return float((x * np.roll(y, -1) - np.roll(x, -1) * y).sum()) / 2


def _shape(given: dict[str, Any]) -> Shape:
    polygons = [given["arcs"]] if given["type"] == "Polygon" else list(given["arcs"]) if given["type"] == "MultiPolygon" else []
    arcs = [a for polygon in polygons for ring in polygon for a in ring]
    return Shape(str(given.get("id", "")), given["properties"]["name"], arcs, [polygon[0] for polygon in polygons])
