"""Regions against points and against one another: what one holds, how far two are apart at least, whether one lies in another.

"30 miles north-west of Derby" and "near Leeds" are certainly apart if no point of one is a point of the other; what cannot be
told is never certain.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache

from .globe import bearing, distance_km, moved
from .place import Geometry, Place
from .plane import Body, Spot, gap, within

Point = tuple[float, float]  # latitude, longitude
_ROUNDS = 40  # of the search for the circle that holds a ring
_CLEAR = 300.0  # km between the circles about two regions at which their forms do not matter
_ARC = 15.0  # degrees of a sector between two corners
# The radius of an area is that of a circle as large: long ones reach out of it on two sides.
_REACH = {"country": 4.5, "division": 2.2, "area": 2.2}


def contains(g: Geometry, lat: float, lon: float) -> bool:
    """Whether a point lies in the region."""
    if g.shape == "part":
        return _enclosed(g, lat, lon) or (g.spare_km > 0 and _off_lines(g, lat, lon) <= g.spare_km)
    if g.shape == "corridor":
        return g.inner_km <= _off_lines(g, lat, lon) <= g.outer_km
    km = distance_km(g.lat, g.lon, lat, lon)
    if not g.inner_km <= km <= g.outer_km:
        return False
    turn = abs((bearing(g.lat, g.lon, lat, lon) - (g.bearing_deg or 0.0) + 180) % 360 - 180)
    return g.shape != "sector" or km < 0.5 or turn <= (g.width_deg or 360.0) / 2


@lru_cache(maxsize=4096)
def holder(g: Geometry) -> tuple[float, float, float]:
    """Centre and radius in km of a circle that holds the region."""
    if g.shape in ("circle", "ring"):
        return g.lat, g.lon, g.outer_km
    lines = (_corners(g),) if g.shape == "sector" else _lines(g)
    lat, lon, km = enclosing([p for line in lines for p in line])
    return lat, lon, km + _spread(g)


def shape_of(place: Place) -> Geometry | None:
    """The region of a place: the one that words describe, or the circle of its size; none without a size."""
    return place.geometry or _circle(place, 1.0)


def reach_of(place: Place) -> Geometry | None:
    """A region that certainly holds the place."""
    return place.geometry or _circle(place, _REACH.get(place.precision, 1.0))


def _circle(place: Place, times: float) -> Geometry | None:
    if place.lat is None or place.lon is None or place.radius_km is None:
        return None
    return Geometry("circle", place.lat, place.lon, place.radius_km * times)


@lru_cache(maxsize=8192)
def apart_km(a: Geometry, b: Geometry) -> float:
    """Kilometres that lie between two regions at least; 0 where they may touch."""
    one, other = holder(a), holder(b)
    rough = distance_km(one[0], one[1], other[0], other[1]) - one[2] - other[2]
    if rough > _CLEAR or (rough > 0 and {a.shape, b.shape} <= {"circle", "ring"}):
        return rough
    lat, lon = min(one, other, key=lambda h: h[2])[:2]
    return gap(_body(a, lat, lon), _body(b, lat, lon))


@lru_cache(maxsize=8192)
def inside(a: Geometry, b: Geometry) -> bool:
    """Whether every point of the one certainly is a point of the other."""
    one, other = holder(a), holder(b)
    if distance_km(one[0], one[1], other[0], other[1]) > other[2] or (b.shape == "corridor" and b.inner_km):
        return False
    return within(_body(a, one[0], one[1]), _body(b, one[0], one[1]))


def enclosing(points: Sequence[Point]) -> tuple[float, float, float]:
    """The smallest circle about some points, nearly."""
    lat, lon = middle(points)
    for k in range(1, _ROUNDS):
        far = max(points, key=lambda p: distance_km(lat, lon, *p))
        step = distance_km(lat, lon, *far) / (k + 1)
        lat, lon = moved(lat, lon, step, bearing(lat, lon, *far))
    return lat, lon, max(distance_km(lat, lon, *p) for p in points)


def middle(ring: Sequence[Point]) -> Point:
    """Half-way between a ring's sides."""
    lats, lons = [p[0] for p in ring], [x for _, x in even(ring, ring[0][1])]
    return (min(lats) + max(lats)) / 2, ((min(lons) + max(lons)) / 2 + 180) % 360 - 180


def even(ring: Sequence[Point], lon: float) -> list[Point]:
    """Points whose longitudes do not jump at the date line."""
    return [(y, lon + (x - lon + 180) % 360 - 180) for y, x in ring]


def _corners(g: Geometry, bulge: bool = False) -> tuple[Point, ...]:
    """A sector as a ring of points on its edge, or so far out that no point of its arc is left out."""
    half = min(g.width_deg or 360.0, 358.0) / 2
    steps = 2 * max(1, math.ceil(half / _ARC))
    turns = [(g.bearing_deg or 0.0) - half + 2 * half * k / steps for k in range(steps + 1)]
    far = g.outer_km / math.cos(math.radians(half / steps)) if bulge else g.outer_km
    outer = [moved(g.lat, g.lon, far, t) for t in turns]
    inner = [moved(g.lat, g.lon, g.inner_km, t) for t in reversed(turns)] if g.inner_km > 0.5 else [(g.lat, g.lon)]
    return (*outer, *inner)


def _lines(g: Geometry) -> Iterator[tuple[Point, ...]]:
    """The rings that enclose a region, or the lines that it lies along."""
    if g.shape == "sector":
        yield _corners(g, bulge=True)
    elif g.shape == "corridor" and not g.outline:
        yield ((g.lat, g.lon), (g.lat if g.to_lat is None else g.to_lat, g.lon if g.to_lon is None else g.to_lon))
    elif g.outline:
        yield g.outline
        yield from g.more
    else:
        yield ((g.lat, g.lon),)


def _spread(g: Geometry) -> float:
    """Kilometres by which a region reaches over its lines."""
    return g.spare_km if g.shape == "part" else 0.0 if g.shape == "sector" else g.outer_km


def _body(g: Geometry, lat: float, lon: float) -> Body:
    """A region in the plane about a point, from which all distances are true."""
    lines = [[_flat(p, lat, lon) for p in line] for line in _lines(g)]
    return Body(lines, g.shape in ("part", "sector"), _spread(g), g.inner_km if g.shape == "ring" else 0.0)


def _flat(p: Point, lat: float, lon: float) -> Spot:
    km, turn = distance_km(lat, lon, *p), math.radians(bearing(lat, lon, *p))
    return km * math.cos(turn), km * math.sin(turn)


def _enclosed(g: Geometry, lat: float, lon: float) -> bool:
    body = Body([even(ring, g.lon) for ring in _lines(g)], True)
    return body.holds(even(((lat, lon),), g.lon)[0])


def _off_lines(g: Geometry, lat: float, lon: float) -> float:
    return gap(Body([[(0.0, 0.0)]], False), Body(_body(g, lat, lon).lines, False))
