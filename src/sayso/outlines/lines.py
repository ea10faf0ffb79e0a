"""Lines of points: how far one is, the same in fewer points, what of it lies on one side."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from .packed import Line

KM = 111.2  # a degree of latitude


class Flat(NamedTuple):
    """The globe about a point as a plane: kilometres to the north and to the east of it."""

    lat: float
    lon: float

    @property
    def _wide(self) -> float:
        return KM * max(math.cos(math.radians(self.lat)), 0.02)

    def of(self, points: Line) -> Line:
        east = (points[:, 1] - self.lon + 180) % 360 - 180
        return np.column_stack([(points[:, 0] - self.lat) * KM, east * self._wide])

    def back(self, flat: Line) -> Line:
        return np.column_stack([self.lat + flat[:, 0] / KM, (self.lon + flat[:, 1] / self._wide + 180) % 360 - 180])


def km_to(line: Line, lat: float, lon: float, closed: bool = False) -> float:
    """From a point to the nearest of a line."""
    flat = Flat(lat, lon).of(line)
    ends = np.roll(flat, -1, axis=0) if closed else flat[1:]
    starts = flat if closed else flat[:-1]
    if not len(ends):
        return float(np.hypot(*flat[0])) if len(flat) else math.inf
    way = ends - starts
    long = (way**2).sum(axis=1)
    part = np.clip(-(starts * way).sum(axis=1) / np.where(long > 0, long, 1.0), 0.0, 1.0)
    near = starts + way * part[:, None]
    return float(np.sqrt((near**2).sum(axis=1).min()))


def thinned(line: Line, km: float) -> Line:
    """The points without which a line would be off by more than so many km (Douglas and Peucker)."""
    return line[_needed(Flat(float(line[:, 0].mean()), float(line[0, 1])).of(line), km)]


def thinned_flat(ring: Line, km: float) -> Line:
    """The same of a ring in a plane."""
    whole = np.vstack([ring, ring[:1]])
    return whole[_needed(whole, km)][:-1]


def _needed(flat: Line, km: float) -> npt.NDArray[np.bool_]:
    kept, left = np.zeros(len(flat), bool), [(0, len(flat) - 1)]
    kept[[0, -1]] = True
    while left:
        a, b = left.pop()
        if b - a < 2:
            continue
        off = _off(flat[a + 1 : b], flat[a], flat[b])
        i = int(off.argmax())
        if off[i] > km:
            kept[a + 1 + i] = True
            left += [(a, a + 1 + i), (a + 1 + i, b)]
    return kept


def closed(ring: Line, km: float) -> Line:
    """A ring in fewer points."""
    return thinned(np.vstack([ring, ring[:1]]), km)[:-1]


def _off(points: Line, start: Line, end: Line) -> Line:
    """How far points lie from the way between two others."""
    way = end - start
    long = float(way @ way)
    part = np.clip((points - start) @ way / long, 0.0, 1.0) if long > 0 else np.zeros(len(points))
    away = points - start - part[:, None] * way
    found: Line = np.hypot(away[:, 0], away[:, 1])
    return found


Points = tuple[tuple[float, float], ...]
_MOST = 500.0  # km by which a rough line is off at most
_CLOSE = 1.3  # times as far off, step by step


def roughly(lines: Sequence[Line], most: int, off: float = 1.0, rings: bool = False) -> tuple[tuple[Points, ...], float]:
    """Lines, or rings, in so many points at most, the longest first, and by how many km they may be off."""
    least, found, km = 3 if rings else 2, list(lines), 0.0
    while sum(map(len, found)) > most and km < _MOST:
        km = _CLOSE * km or off
        thin = ((closed if rings else thinned)(line, km) for line in lines)
        found = [t for t in thin if len(t) >= least and (rings or len(t) > 2 or _long(t) > km)] or found[:1]
    found.sort(key=lambda line: -len(line))
    return tuple(tuple((round(float(y), 3), _degree(float(x))) for y, x in line) for line in found), off + km


def _long(line: Line) -> float:
    return float(np.hypot(*(np.ptp(Flat(*(float(v) for v in line[0])).of(line), axis=0))))


def _degree(lon: float) -> float:
    return round((lon + 180) % 360 - 180, 3)


def clipped(ring: Line, way: Line, low: float) -> Line:
    """What of a ring in a plane lies ``low`` or more along a way (Sutherland and Hodgman)."""
    if not len(ring):
        return ring
    along = ring @ way
    before, there = np.roll(along, 1), along >= low
    cuts = there != (before >= low)
    rise = np.where(cuts, along - before, 1.0)
    crossing = np.roll(ring, 1, axis=0) + ((low - before) / rise)[:, None] * (ring - np.roll(ring, 1, axis=0))
    both = np.stack([crossing, ring], axis=1).reshape(-1, 2)
    found: Line = both[np.column_stack([cuts, there]).ravel()]
    return found
