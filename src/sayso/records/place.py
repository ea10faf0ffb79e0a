"""Where: a place of the gazetteer, or a region with honest size."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Place:
    """``precision`` says how ``radius_km`` came about: "point", "area", "relative", "country" ...

    ``sense`` keeps a location ("in Kabul") apart from a metonym ("Kabul said": the government) and a demonym.
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
