"""Places on a map, as numbers and paths for an SVG: known places as points, those put by others as regions, land behind them."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.outlines import region

from . import paths
from .paths import KM_PER_DEGREE, Projection
from .tables import Spot

WIDTH, HEIGHT = 720.0, 380.0
REGION_KM = 200.0  # the map is not made larger for regions beyond this
FRAMED = 0.6  # part of the places that the map must show
_LETTER, _LINE = 6.6, 13.0  # units that a letter and a line take
_MARGIN = 1.25
_ROOM = 34.0  # units for the label of a meridian


@dataclass(frozen=True)
class Dot:
    """A place on the map: centre and radius in the drawing's units, the side its name stands on, the form of a region."""

    spot: Spot
    x: float
    y: float
    r: float
    anchor: str
    name: str = ""  # "" where it would cover another's
    path: str = ""
    wide: float = 0.0  # of a line that is the region


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
    land: tuple[str, ...] = ()


def plot(spots: Sequence[Spot]) -> Plot | None:
    """Equirectangular about the middle of the places; None where none has a point.

    Countries and other large areas are left out, unless all are; large regions that words describe are drawn as far as seen.
    """
    known = [s for s in spots if s.place.lat is not None and s.place.lon is not None and s.place.sense == "location"]
    small = [s for s in known if (s.place.radius_km or 0) < REGION_KM and s.place.precision != "country"]
    shown = framed(small or [s for s in known if s.place.geometry] or known)
    if not shown:
        return None
    at = _projection(shown)
    large = [s for s in known if s.place.geometry and s not in small and s not in shown]
    dots = [_dot(s, at) for s in (*shown, *large)]
    dots = list(named(sorted(dots, key=lambda d: bool(d.path))))  # towns go before what is put by them
    tall = HEIGHT / at.unit
    scale = _round_km(tall * KM_PER_DEGREE / 4)
    return Plot(tuple(dots), tuple(_graticule(at, tall)), scale, round(scale / KM_PER_DEGREE * at.unit, 1), tuple(paths.land(at)))


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


def _projection(shown: Sequence[Spot]) -> Projection:
    """Such that all places are seen with what is uncertain about them."""
    reach = [((s.place.lat or 0.0), (s.place.lon or 0.0), min(s.place.radius_km or 0.0, 3000.0) / KM_PER_DEGREE) for s in shown]
    south, north = min(y - r for y, _, r in reach), max(y + r for y, _, r in reach)
    lat = (south + north) / 2
    squeeze = max(0.2, math.cos(math.radians(lat)))
    west, east = min(x - r / squeeze for _, x, r in reach), max(x + r / squeeze for _, x, r in reach)
    tall = min(max(north - south, (east - west) * squeeze * HEIGHT / WIDTH, 0.6) * _MARGIN, 180.0)
    return Projection(lat, (west + east) / 2, HEIGHT / tall, squeeze, WIDTH, HEIGHT)


def _dot(spot: Spot, at: Projection) -> Dot:
    x, y = at.x(spot.place.lon or 0.0), at.y(spot.place.lat or 0.0)
    r = round(min(max(at.size(spot.place.radius_km or 0.0), 3.0), HEIGHT), 1)
    form = spot.place.geometry or (region(spot.place.country or "") if spot.place.precision == "country" else None)
    path, wide = paths.region(form, at) if form else ("", 0.0)
    return Dot(spot, x, y, r, "start" if x + 7 + _LETTER * len(spot.place.name) < WIDTH else "end", "", path, wide)


def named(dots: list[Dot]) -> Iterator[Dot]:
    """Names where they find room, those of places that most reports name first."""
    taken: list[tuple[float, float, float]] = [(dot.x - 4, 8.0, dot.y) for dot in dots if not dot.path]
    for i, dot in enumerate(dots):
        width = _LETTER * len(dot.spot.place.name) + 8
        others = taken[:i] + taken[i + 1 :] if not dot.path else taken
        sides = (dot.anchor, "end" if dot.anchor == "start" else "start")
        free = (s for s in sides if _fits(dot.x + 6 if s == "start" else dot.x - width - 6, width, dot.y, others))
        anchor = next(free, None)
        if anchor is not None:
            taken.append((dot.x + 6 if anchor == "start" else dot.x - width - 6, width, dot.y))
        yield replace(dot, anchor=anchor or dot.anchor, name=dot.spot.place.name if anchor else "")


def _fits(left: float, width: float, y: float, taken: Sequence[tuple[float, float, float]]) -> bool:
    """Whether a name is seen whole and covers no other."""
    if left < 0 or left + width > WIDTH + 8 or not _LINE < y < HEIGHT - _LINE - 4:
        return False
    return all(abs(y - other) > _LINE or left + width < x or left > x + w for x, w, other in taken)


def _graticule(at: Projection, tall: float) -> list[Line]:
    step = next((s for s in (0.1, 0.25, 0.5, 1, 2, 5, 10, 20) if tall / s <= 6), 30)
    wide = tall * WIDTH / HEIGHT / at.squeeze
    lats = _steps(at.lat - tall / 2, at.lat + tall / 2, step)
    lons = _steps(at.lon - wide / 2, at.lon + wide / 2, step)
    parallels = [Line(0, at.y(v), WIDTH, at.y(v), _degrees(v, "NS")) for v in lats if abs(v) <= 90]
    return parallels + [Line(at.x(v), 0, at.x(v), HEIGHT, _label(v, at)) for v in lons if abs(v) <= 180]


def _label(lon: float, at: Projection) -> str:
    """None where it would be cut off."""
    return _degrees(lon, "EW") if at.x(lon) < WIDTH - _ROOM else ""


def _steps(low: float, high: float, step: float) -> list[float]:
    return [round(i * step, 4) for i in range(math.ceil(low / step), math.floor(high / step) + 1)]


def _degrees(v: float, sides: str) -> str:
    return f"{abs(v):g}°{sides[v < 0] if v else ''}"


def _round_km(km: float) -> int:
    size = 10 ** math.floor(math.log10(max(km, 1.0)))
    return int(max(1, next(size * m for m in (5, 2, 1) if size * m <= max(km, 1.0))))
