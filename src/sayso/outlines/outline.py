"""An area on the globe by the rings that enclose it, and what can be asked of one."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from .lines import Flat, Points, clipped, closed, km_to, roughly
from .packed import Line

_EARTH_KM = 6371.0
_FINE = 300.0  # parts of an area's extent that never matter to a rough outline
_MIDDLE = 0.45  # of an area's extent towards a side, from which on its coast is on that side
_SPECK = 0.001  # share of the whole below which a ring does not matter to a rough outline


@dataclass(frozen=True, eq=False)
class Outline:
    """Rings of (latitude, longitude), not closed, that run on over the date line; inside is what an odd number of them enclose.

    The first ``near`` rings are its main part; the others lie far away from it, as Guiana does from France. ``coarse`` is the
    main part in fewer points, which may be off by ``off_km``.
    """

    rings: tuple[Line, ...]
    near: int = 0
    coarse: tuple[Line, ...] = ()
    off_km: float = 1.0

    def contains(self, lat: float, lon: float) -> bool:
        turns = (lon, lon - 360, lon + 360)
        boxes = zip(self.rings, self._boxes, strict=True)
        return sum(_crossings(ring, lat, x) for ring, box in boxes for x in turns if _in_box(box, lat, x)) % 2 == 1

    def km_to_edge(self, lat: float, lon: float) -> float:
        """How far the nearest border or coast lies, from inside or outside."""
        return min((km_to(ring, lat, lon, closed=True) for ring in self.rings), default=math.inf)

    @cached_property
    def area_km2(self) -> float:
        return sum(self._areas)

    @cached_property
    def main(self) -> Outline:
        """Without what lies far away from the rest, coarsely: France without Guiana, Norway without Svalbard."""
        rings = self.coarse or self.rings[: self.near] or self.rings
        return Outline(rings, off_km=self.off_km if self.coarse else 1.0)

    @cached_property
    def middle(self) -> tuple[float, float]:
        """Half-way between the sides of its main part."""
        rings = self.main.rings
        home = float(rings[0][0, 1])
        points = np.vstack([_even(ring, home) for ring in rings])
        (south, west), (north, east) = points.min(axis=0), points.max(axis=0)
        return float(south + north) / 2, (float(west + east) / 2 + 180) % 360 - 180

    def along(self, towards: float, lat: float, lon: float) -> float:
        """How far a point lies on the way from one end of the main part (0) to the end in a direction (1)."""
        flat, turn = Flat(*self.middle), math.radians(towards)
        ends = np.concatenate([flat.of(r) @ (math.cos(turn), math.sin(turn)) for r in self.main.rings])
        low, high = float(ends.min()), float(ends.max())
        own = flat.of(np.array([(lat, lon)]))[0] @ (math.cos(turn), math.sin(turn))
        return (float(own) - low) / max(high - low, 1e-6)

    def cut(self, turns: Sequence[float], slack: float) -> Outline:
        """What of the main part lies in each of some directions from the middle of its extent, less a share of that."""
        flat, main = Flat(*self.middle), self.main
        whole = [flat.of(r) for r in main.rings]
        rings = whole
        for turn in turns:
            way = np.array((math.cos(math.radians(turn)), math.sin(math.radians(turn))))
            ends = np.concatenate([r @ way for r in whole])
            low = (ends.min() + ends.max()) / 2 - slack * (ends.max() - ends.min())
            rings = [cut for r in rings if len(cut := clipped(r, way, float(low))) > 2]
        return Outline(tuple(flat.back(r) for r in rings), off_km=main.off_km)

    def coarsened(self) -> tuple[tuple[Line, ...], float]:
        """The ``coarse`` rings of one that has none, the largest first, and by how many km they may be off."""
        main = Outline(self.rings[: self.near] or self.rings)
        sizes = sorted(zip(main.rings, main._areas, strict=True), key=lambda s: -abs(s[1]))
        least, km = _SPECK * sum(abs(a) for _, a in sizes), math.sqrt(abs(main.area_km2)) / _FINE
        rings = [ring for ring, size in sizes if abs(size) >= least]
        return tuple(closed(r, km) for r in rings), km

    def rough(self, corners: int) -> tuple[tuple[Points, ...], float]:
        """The same in few corners, and by how many km it may be off."""
        return roughly(self.rings, corners, self.off_km, rings=True)

    @cached_property
    def _boxes(self) -> Sequence[tuple[float, ...]]:
        return [(*r.min(axis=0), *r.max(axis=0)) for r in self.rings]

    @cached_property
    def _areas(self) -> list[float]:
        """Square kilometres; those of holes are below nought."""
        return [_area(r) for r in self.rings]


def sided(lines: Sequence[Line], land: Outline, towards: float) -> tuple[Line, ...]:
    """What of the lines about an area lies on a side of its middle: the southern coast."""
    found: list[Line] = []
    for line in lines:
        there = [land.along(towards, float(lat), float(lon)) >= _MIDDLE for lat, lon in line]
        cuts = [k for k in range(1, len(line)) if there[k] != there[k - 1]]
        runs = zip([0, *cuts], [*cuts, len(line)], strict=True)
        found += [line[a:b] for a, b in runs if there[a] and b - a > 1]
    return tuple(found)


def _crossings(ring: Line, lat: float, lon: float) -> int:
    y, x = ring[:, 0], ring[:, 1]
    y2, x2 = np.roll(y, -1), np.roll(x, -1)
    over = (y > lat) != (y2 > lat)
    y, x, y2, x2 = y[over], x[over], y2[over], x2[over]
    return int((lon < (x2 - x) * (lat - y) / (y2 - y) + x).sum())


def _in_box(box: tuple[float, ...], lat: float, lon: float) -> bool:
    return box[0] <= lat <= box[2] and box[1] <= lon <= box[3]


def _area(ring: Line) -> float:
    lat, lon = np.radians(ring[:, 0]), np.radians(ring[:, 1])
    wide = np.roll(lon, -1) - lon
    return float((wide * (2 + np.sin(lat) + np.sin(np.roll(lat, -1)))).sum()) * -_EARTH_KM**2 / 2


def _even(ring: Line, home: float) -> Line:
    """Longitudes that do not jump at the date line."""
    return np.column_stack([ring[:, 0], home + (ring[:, 1] - home + 180) % 360 - 180])
