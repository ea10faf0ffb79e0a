"""Where things are, as numbers for an SVG: bars on a strip of time, circles on a map."""

from __future__ import annotations

import datetime as dt
import math
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .tables import Dated, Spot

WIDTH, HEIGHT = 720.0, 380.0
KM_PER_DEGREE = 111.2
REGION_KM = 200.0  # larger regions are listed but not drawn
FRAMED = 0.6  # part of the places that the map must show


def strip(dated: Sequence[Dated]) -> tuple[Dated, ...]:
    """Each with its place between the first and the last day of those bounded on both sides, in per cent.

    An open end runs to the edge, as what lies beyond it does.
    """
    ends = [(_ordinal(row.interval.earliest_start), _ordinal(row.interval.latest_end)) for row in dated]
    days = [d for pair in ends for d in pair if d and all(pair)] or [d for pair in ends for d in pair if d]
    if not days:
        return tuple(dated)
    first, last = min(days), max(*days, min(days) + 1)
    return tuple(_placed(row, first, last) for row in dated)


def _placed(row: Dated, first: int, last: int) -> Dated:
    start = min(max(_ordinal(row.interval.earliest_start) or first, first), last)
    end = max(min(_ordinal(row.interval.latest_end) or last, last), start)
    left = 100 * (start - first) / (last + 1 - first)
    return replace(row, left=round(min(left, 98.5), 2), width=round(max(1.5, 100 * (end + 1 - start) / (last + 1 - first)), 2))


def _ordinal(iso: str | None) -> int | None:
    try:
        return dt.date.fromisoformat(iso[:10]).toordinal() if iso else None
    except ValueError:
        return None


@dataclass(frozen=True)
class Dot:
    """A place on the map: centre and radius in the drawing's units, and which side its name stands on."""

    spot: Spot
    x: float
    y: float
    r: float
    anchor: str
    name: str = ""  # "" where it would cover another's


@dataclass(frozen=True)
class Line:
    """A meridian or a parallel with its degree."""

    x1: float
    y1: float
    x2: float
    y2: float
    label: str


@dataclass(frozen=True)
class Plot:
    dots: tuple[Dot, ...]
    lines: tuple[Line, ...]
    scale_km: int
    scale_width: float


def framed(spots: list[Spot]) -> list[Spot]:
    """Without the few far ones for whose sake all others would be one dot: dropped while that halves the extent."""
    left, least = list(spots), max(2, math.ceil(len(spots) * FRAMED))
    while len(left) > least:
        lat, lon = (statistics.median(getattr(s.place, name) for s in left) for name in ("lat", "lon"))
        far = sorted(left, key=lambda s: _away(s, lat, lon))
        if _away(far[-1], lat, lon) < 2 * max(_away(far[-2], lat, lon), 1.0):
            return left
        left.remove(far[-1])
    return left


def _away(spot: Spot, lat: float, lon: float) -> float:
    return math.hypot((spot.place.lat or 0.0) - lat, (spot.place.lon or 0.0) - lon)


def named(dots: list[Dot]) -> Iterator[Dot]:
    """Names where they find room, those of places that most reports name first."""
    taken: list[tuple[float, float, float]] = []
    for dot in dots:
        width = 7.0 * len(dot.spot.place.name) + 8
        left = dot.x if dot.anchor == "start" else dot.x - width
        free = all(abs(dot.y - y) > 13 or left + width < x or left > x + w for x, w, y in taken)
        if free:
            taken.append((left, width, dot.y))
        yield replace(dot, name=dot.spot.place.name if free else "")


def plot(spots: Sequence[Spot]) -> Plot | None:
    """Equirectangular about the middle of the places; None where none has a point. Countries are left out unless all are."""
    known = [s for s in spots if s.place.lat is not None and s.place.lon is not None and s.place.sense == "location"]
    known = [s for s in known if (s.place.radius_km or 0) < REGION_KM] or known
    if not known:
        return None
    known = framed(known)
    lats, lons = [s.place.lat or 0.0 for s in known], [s.place.lon or 0.0 for s in known]
    middle, squeeze = (min(lats) + max(lats)) / 2, max(0.2, math.cos(math.radians((min(lats) + max(lats)) / 2)))
    tall = max(max(lats) - min(lats), (max(lons) - min(lons)) * squeeze * HEIGHT / WIDTH, 0.6) * 1.35
    unit = HEIGHT / tall
    centre = (min(lons) + max(lons)) / 2
    at = _Projection(middle, centre, unit, squeeze)
    dots = tuple(named([_dot(s, at) for s in known]))
    scale = _round_km(tall * KM_PER_DEGREE / 4)
    return Plot(dots, tuple(_graticule(at, tall)), scale, round(scale / KM_PER_DEGREE * unit, 1))


@dataclass(frozen=True)
class _Projection:
    lat: float
    lon: float
    unit: float
    squeeze: float

    def x(self, lon: float) -> float:
        return round(WIDTH / 2 + (lon - self.lon) * self.squeeze * self.unit, 1)

    def y(self, lat: float) -> float:
        return round(HEIGHT / 2 - (lat - self.lat) * self.unit, 1)


def _dot(spot: Spot, at: _Projection) -> Dot:
    x, y = at.x(spot.place.lon or 0.0), at.y(spot.place.lat or 0.0)
    r = (spot.place.radius_km or 0.0) / KM_PER_DEGREE * at.unit
    return Dot(spot, x, y, round(min(max(r, 3.0), HEIGHT), 1), "end" if x > WIDTH * 0.75 else "start")


def _graticule(at: _Projection, tall: float) -> list[Line]:
    step = next((s for s in (0.1, 0.25, 0.5, 1, 2, 5, 10, 20) if tall / s <= 6), 30)
    wide = tall * WIDTH / HEIGHT / at.squeeze
    lats = _steps(at.lat - tall / 2, at.lat + tall / 2, step)
    lons = _steps(at.lon - wide / 2, at.lon + wide / 2, step)
    parallels = [Line(0, at.y(v), WIDTH, at.y(v), _degrees(v, "NS")) for v in lats if abs(v) <= 90]
    return parallels + [Line(at.x(v), 0, at.x(v), HEIGHT, _degrees(v, "EW")) for v in lons if abs(v) <= 180]


def _steps(low: float, high: float, step: float) -> list[float]:
    return [round(i * step, 4) for i in range(math.ceil(low / step), math.floor(high / step) + 1)]


def _degrees(v: float, sides: str) -> str:
    return f"{abs(v):g}°{sides[v < 0] if v else ''}"


def _round_km(km: float) -> int:
    size = 10 ** math.floor(math.log10(max(km, 1.0)))
    return int(max(1, next(size * m for m in (5, 2, 1) if size * m <= max(km, 1.0))))
