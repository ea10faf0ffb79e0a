"""Regions and outlines as paths of an SVG."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from sayso.outlines import Line, clipped, outline, within
from sayso.records import Geometry
from sayso.records.globe import moved

KM_PER_DEGREE = 111.2
_EDGE = 8.0  # units beyond the drawing at which lines are cut, so that the cut is not seen
_STEP = 5.0  # degrees of an arc between two corners
_SMALL = 1.5  # units; what is smaller is not drawn
_HALF = 2  # points to the unit
Point = tuple[float, float]  # latitude, longitude


@dataclass(frozen=True)
class Projection:
    """Equirectangular about a point: degrees to units of a drawing."""

    lat: float
    lon: float
    unit: float  # to a degree of latitude
    squeeze: float  # a degree of longitude in those of latitude
    width: float
    height: float

    def x(self, lon: float) -> float:
        return round(self.width / 2 + ((lon - self.lon + 180) % 360 - 180) * self.squeeze * self.unit, 1)

    def y(self, lat: float) -> float:
        return round(self.height / 2 - (lat - self.lat) * self.unit, 1)

    def size(self, km: float) -> float:
        return round(km / KM_PER_DEGREE * self.unit, 1)

    def frame(self) -> tuple[float, float, float, float]:
        """South, west, north and east of what is seen."""
        tall, wide = self.height / self.unit / 2, self.width / self.unit / self.squeeze / 2
        return self.lat - tall, self.lon - wide, self.lat + tall, self.lon + wide

    def flat(self, line: Line) -> Line:
        """A line in units, on the side of the globe that is seen."""
        lon = line[:, 1] - 360 * np.round((line[:, 1].mean() - self.lon) / 360)
        x = self.width / 2 + (lon - self.lon) * self.squeeze * self.unit
        return np.column_stack([x, self.height / 2 - (line[:, 0] - self.lat) * self.unit])


def land(at: Projection) -> Iterator[str]:
    """The outlines of the countries that are seen, one path each."""
    for key in within(*at.frame()):
        whole = outline(key) if "." not in key else None
        if whole is not None:
            coarse = whole.coarse and at.size(whole.off_km) < 1
            rings = (*whole.coarse, *whole.rings[whole.near :]) if coarse else whole.rings
            path = " ".join(filter(None, (_ring(at.flat(r), at) for r in rings)))
            if path:
                yield path


def _ring(flat: Line, at: Projection) -> str:
    low, high = flat.min(axis=0), flat.max(axis=0)
    if (high < 0).any() or (low > (at.width, at.height)).any() or (high - low).max() < _SMALL:
        return ""
    snapped = np.round(flat * _HALF) / _HALF
    flat = snapped[np.any(snapped != np.roll(snapped, 1, axis=0), axis=1)]
    sides = ((1.0, 0.0, 0.0), (-1.0, 0.0, -at.width), (0.0, 1.0, 0.0), (0.0, -1.0, -at.height))
    for x, y, least in sides:
        flat = clipped(flat, np.array((x, y)), least - _EDGE)
    return _path(flat, True) if len(flat) > 2 else ""


def _path(points: Sequence[Point] | Line, closed: bool) -> str:
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in points) + ("Z" if closed else "")


def region(g: Geometry, at: Projection) -> tuple[str, float]:
    """A region as a path, and how wide its line is drawn where it is what lies along a line."""
    if g.shape == "corridor":
        lines = [g.outline, *g.more] if g.outline else [((g.lat, g.lon), (g.to_lat or g.lat, g.to_lon or g.lon))]
        return " ".join(_path(_points(line, at), False) for line in lines), max(3.0, 2 * at.size(g.outer_km))
    if g.shape == "part":
        return " ".join(_path(_points(ring, at), True) for ring in (g.outline, *g.more)), 0.0
    if g.shape == "sector":
        return _path(_points(_sector(g), at), True), 0.0
    inner = _circle(g, g.inner_km, at) if g.inner_km else ""
    return f"{_circle(g, g.outer_km, at)} {inner}".strip(), 0.0


def _points(line: Sequence[Point], at: Projection) -> list[Point]:
    return [(x, y) for x, y in np.round(at.flat(np.array(line, float)), 1).tolist()] if line else []


def _sector(g: Geometry) -> list[Point]:
    width, towards = g.width_deg or 360.0, g.bearing_deg or 0.0
    steps = max(2, math.ceil(width / _STEP))
    turns = [towards - width / 2 + width * k / steps for k in range(steps + 1)]
    outer = [moved(g.lat, g.lon, g.outer_km, t) for t in turns]
    inner = [moved(g.lat, g.lon, g.inner_km, t) for t in reversed(turns)] if g.inner_km else [(g.lat, g.lon)]
    return [*outer, *inner]


def _circle(g: Geometry, km: float, at: Projection) -> str:
    x, y, r = at.x(g.lon), at.y(g.lat), max(at.size(km), 1.0)
    return f"M{x - r:g} {y:g}a{r:g} {r:g} 0 1 0 {2 * r:g} 0a{r:g} {r:g} 0 1 0 {-2 * r:g} 0Z"
