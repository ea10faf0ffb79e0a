"""Geometry of regions: what they contain, the circle that holds them, and parts cut from a ring."""

from __future__ import annotations

import math
from collections.abc import Sequence

from sayso.records import Geometry

from .gazetteer import distance_km, moved

Point = tuple[float, float]  # latitude, longitude
_DEGREE = 111.32  # km
_ROUNDS = 40  # of the search for the circle that holds a ring
_SLACK = 0.05  # of an area's extent by which its north reaches over its middle


def contains(g: Geometry, lat: float, lon: float) -> bool:
    """Whether a point lies in the region."""
    if g.shape == "part":
        return _inside(g.outline, lat, lon)
    if g.shape == "corridor":
        return _off_line(g, lat, lon) <= g.outer_km
    km = distance_km(g.lat, g.lon, lat, lon)
    if not g.inner_km <= km <= g.outer_km:
        return False
    turn = abs((bearing(g.lat, g.lon, lat, lon) - (g.bearing_deg or 0.0) + 180) % 360 - 180)
    return g.shape != "sector" or km < 0.5 or turn <= (g.width_deg or 360.0) / 2


def holder(g: Geometry) -> tuple[float, float, float]:
    """Centre and radius in km of a circle that holds the region."""
    if g.shape == "part":
        return enclosing(g.outline)
    if g.shape == "corridor" and g.to_lat is not None and g.to_lon is not None:
        km = distance_km(g.lat, g.lon, g.to_lat, g.to_lon)
        lat, lon = moved(g.lat, g.lon, km / 2, bearing(g.lat, g.lon, g.to_lat, g.to_lon))
        return lat, lon, km / 2 + g.outer_km
    if g.shape == "sector" and g.bearing_deg is not None and g.width_deg is not None:
        half, away = min(g.width_deg / 2, 90.0), g.bearing_deg
        ends = [moved(g.lat, g.lon, km, away + turn) for km in (g.inner_km, g.outer_km) for turn in (-half, 0.0, half)]
        return enclosing(ends)
    return g.lat, g.lon, g.outer_km


def enclosing(ring: Sequence[Point]) -> tuple[float, float, float]:
    """The smallest circle about some points, nearly."""
    lat, lon = middle(ring)
    for k in range(1, _ROUNDS):
        far = max(ring, key=lambda p: distance_km(lat, lon, *p))
        step = distance_km(lat, lon, *far) / (k + 1)
        lat, lon = moved(lat, lon, step, bearing(lat, lon, *far))
    return lat, lon, max(distance_km(lat, lon, *p) for p in ring)


def middle(ring: Sequence[Point]) -> Point:
    """Half-way between a ring's sides."""
    lats, lons = [p[0] for p in ring], _near(ring, ring[0][1])
    return (min(lats) + max(lats)) / 2, ((min(lons) + max(lons)) / 2 + 180) % 360 - 180


def side_of(ring: Sequence[Point], towards: float, slack: float = _SLACK) -> tuple[Point, ...]:
    """The part of a convex ring on one side of its middle; on a corner between two sides for "north-west"."""
    turns = (towards,) if round(towards) % 90 == 0 else (towards - 45, towards + 45)
    lat, lon = middle(ring)
    flat = [((y - lat) * _DEGREE, (x - lon) * _DEGREE * math.cos(math.radians(lat))) for y, x in _even(ring, lon)]
    for turn in turns:
        flat = _cut(flat, math.radians(turn), slack)
    wide = _DEGREE * math.cos(math.radians(lat))
    return tuple((round(lat + n / _DEGREE, 4), round((lon + e / wide + 180) % 360 - 180, 4)) for n, e in flat)


def grown(ring: Sequence[Point], times: float) -> tuple[Point, ...]:
    """A ring made larger or smaller about its middle."""
    if not ring:
        return ()
    lat, lon = middle(ring)
    scaled = ((lat + (y - lat) * times, lon + (x - lon) * times) for y, x in _even(ring, lon))
    return tuple((round(y, 4), round((x + 180) % 360 - 180, 4)) for y, x in scaled)


def around(lat: float, lon: float, km: float, corners: int = 12) -> tuple[Point, ...]:
    """A circle as a ring."""
    return tuple(moved(lat, lon, km, k * 360 / corners) for k in range(corners))


def bearing(lat: float, lon: float, lat2: float, lon2: float) -> float:
    """The direction from one point to another."""
    a, b, d = math.radians(lat), math.radians(lat2), math.radians(lon2 - lon)
    north = math.cos(a) * math.sin(b) - math.sin(a) * math.cos(b) * math.cos(d)
    return math.degrees(math.atan2(math.sin(d) * math.cos(b), north)) % 360


def _near(ring: Sequence[Point], lon: float) -> list[float]:
    """Longitudes without a jump at the date line."""
    return [lon + (x - lon + 180) % 360 - 180 for _, x in ring]


def _even(ring: Sequence[Point], lon: float) -> list[Point]:
    return [(p[0], x) for p, x in zip(ring, _near(ring, lon), strict=True)]


def _cut(flat: list[Point], turn: float, slack: float) -> list[Point]:
    """What of a ring lies on a side; points are (north, east) in km."""
    along = [n * math.cos(turn) + e * math.sin(turn) for n, e in flat]
    if not along:
        return []
    low = (min(along) + max(along)) / 2 - slack * (max(along) - min(along))
    kept: list[Point] = []
    for i, (p, s) in enumerate(zip(flat, along, strict=True)):
        q, t = flat[i - 1], along[i - 1]
        if (s >= low) != (t >= low):
            f = (low - t) / (s - t)
            kept.append((q[0] + f * (p[0] - q[0]), q[1] + f * (p[1] - q[1])))
        if s >= low:
            kept.append(p)
    return kept


def _inside(ring: Sequence[Point], lat: float, lon: float) -> bool:
    if len(ring) < 3:
        return False
    points, inside = _even(ring, lon), False
    for (y0, x0), (y1, x1) in zip(points, points[1:] + points[:1], strict=True):
        if (y0 > lat) != (y1 > lat) and lon < (x1 - x0) * (lat - y0) / (y1 - y0) + x0:
            inside = not inside
    return inside


def _off_line(g: Geometry, lat: float, lon: float) -> float:
    """Kilometres from a corridor's line."""
    if g.to_lat is None or g.to_lon is None:
        return distance_km(g.lat, g.lon, lat, lon)
    km, whole = distance_km(g.lat, g.lon, lat, lon), distance_km(g.lat, g.lon, g.to_lat, g.to_lon)
    turn = math.radians(bearing(g.lat, g.lon, lat, lon) - bearing(g.lat, g.lon, g.to_lat, g.to_lon))
    along = km * math.cos(turn)
    if along < 0:
        return km
    return km * abs(math.sin(turn)) if along <= whole else distance_km(g.to_lat, g.to_lon, lat, lon)
