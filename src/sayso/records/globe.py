"""Distances and directions on the globe."""

from __future__ import annotations

import math

EARTH_KM = 6371.0


def distance_km(lat: float, lon: float, lat2: float, lon2: float) -> float:
    """Along the great circle (haversine)."""
    a, b = math.radians(lat), math.radians(lat2)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(lon2 - lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def moved(lat: float, lon: float, km: float, bearing: float) -> tuple[float, float]:
    """Where one gets to from a point, going a distance in a direction (degrees from north, clockwise)."""
    a, b, d = math.radians(lat), math.radians(bearing), km / EARTH_KM
    lat2 = math.asin(math.sin(a) * math.cos(d) + math.cos(a) * math.sin(d) * math.cos(b))
    lon2 = math.radians(lon) + math.atan2(math.sin(b) * math.sin(d) * math.cos(a), math.cos(d) - math.sin(a) * math.sin(lat2))
    return math.degrees(lat2), (math.degrees(lon2) + 180) % 360 - 180


def bearing(lat: float, lon: float, lat2: float, lon2: float) -> float:
    """The direction from one point to another, in degrees from north."""
    a, b, d = math.radians(lat), math.radians(lat2), math.radians(lon2 - lon)
    north = math.cos(a) * math.sin(b) - math.sin(a) * math.cos(b) * math.cos(d)
    return math.degrees(math.atan2(math.sin(d) * math.cos(b), north)) % 360
