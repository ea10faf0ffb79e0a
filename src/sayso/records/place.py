"""Where: a place of the gazetteer, or a region with honest size."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Shape = Literal["circle", "ring", "sector", "corridor", "part"]


@dataclass(frozen=True, slots=True)
class Geometry:
    """The region that words put a place in: "30 miles north-west of Derby". Degrees of bearing run from north, clockwise.

    "circle": up to ``outer_km`` from (``lat``, ``lon``). "ring": from ``inner_km`` to ``outer_km``. "sector": what of a ring
    lies within ``width_deg`` about ``bearing_deg``. "corridor": from ``inner_km`` (nought for most) to ``outer_km`` from the line
    to (``to_lat``, ``to_lon``), or from the lines ``outline`` and ``more``, of (latitude, longitude), where these are given.
    "part": inside the rings ``outline`` and ``more`` (islands; a hole is a ring too), which may be off by ``spare_km``. ``of``
    names the places it is measured from.
    """

    shape: Shape
    lat: float
    lon: float
    outer_km: float
    inner_km: float = 0.0
    bearing_deg: float | None = None
    width_deg: float | None = None
    to_lat: float | None = None
    to_lon: float | None = None
    outline: tuple[tuple[float, float], ...] = ()
    of: tuple[str, ...] = ()
    more: tuple[tuple[tuple[float, float], ...], ...] = ()
    spare_km: float = 0.0


@dataclass(frozen=True, slots=True)
class Place:
    """``precision`` says how ``radius_km`` came about: "point", "area", "relative", "country" ...

    ``sense`` keeps a location ("in Kabul") apart from a metonym ("Kabul said": the government) and a demonym.
    Of a relative place ``geometry`` is the region that the words describe; ``lat``, ``lon`` and ``radius_km`` are then the
    circle that holds it. ``within``: the divisions that hold a town or county by the gazetteer's codes, from the inside out.
    """

    name: str
    country: str | None = None  # ISO 3166-1 alpha-2
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    precision: str = "point"
    sense: Literal["location", "metonym", "demonym"] = "location"
    kind: Literal["place"] = "place"
    geometry: Geometry | None = None
    within: tuple[str, ...] = ()
