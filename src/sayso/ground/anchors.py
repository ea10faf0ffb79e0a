"""Known places as they stand in a text, from which others are measured, and the regions that come of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.records import Geometry, Place, Span
from sayso.records.region import holder

from .gazetteer import Entry, Gazetteer
from .hulls import hull_of
from .shapes import around, grown

if TYPE_CHECKING:
    from sayso.outlines import Outline

_GROWN = 1.08  # times a hull of towns, for the land around the outermost


@dataclass(frozen=True, slots=True)
class Anchor:
    """A known place as it stands in a text; ``hull`` is the key of its outline and of the hull of its towns: "AF", "US.KS".

    ``entry`` and ``gazetteer`` are there where a user's own outline may be known.
    """

    span: Span
    place: Place
    hull: str = ""
    entry: Entry | None = None
    gazetteer: Gazetteer | None = None

    @property
    def at(self) -> tuple[float, float]:
        return self.place.lat or 0.0, self.place.lon or 0.0

    @property
    def radius(self) -> float:
        return self.place.radius_km if self.place.radius_km is not None else 5.0

    @property
    def wide(self) -> bool:
        return self.place.precision in ("country", "division", "area")

    def land(self) -> Outline | None:
        """Its outline, where one is known."""
        from sayso.outlines import outline  # loaded with the first report that speaks of a part of something

        own = self.gazetteer.outline(self.entry) if self.gazetteer and self.entry else None
        return own or (outline(self.hull) if self.hull else None)

    def ring(self) -> tuple[tuple[float, float], ...]:
        ring = hull_of(self.hull) if self.hull else ()
        return grown(ring, _GROWN) if ring else around(*self.at, 1.2 * self.radius)


@dataclass(frozen=True, slots=True)
class Region:
    """A phrase and the region that it describes; ``kind`` is that of its words, ``anchor`` what it is measured from."""

    span: Span
    place: Place
    why: tuple[str, ...]
    kind: str = ""
    anchor: Anchor | None = None


def anchored(span: Span, place: Place, entry: Entry, gazetteer: Gazetteer | None = None) -> Anchor:
    keys = {"country": entry.country or "", "division": f"{entry.country}.{entry.admin1}"}
    return Anchor(span, place, keys.get(entry.kind, ""), entry, gazetteer)


def region_of(span: Span, name: str, anchor: Anchor, geometry: Geometry, why: str, kind: str = "") -> Region:
    """The region under a name, with the circle that holds it."""
    lat, lon, radius = holder(geometry)
    inside = anchor.wide or radius < 200
    geometry = replace(geometry, inner_km=round(geometry.inner_km, 2), outer_km=round(geometry.outer_km, 2))
    country = anchor.place.country if inside else None
    at = round(lat, 4), round(lon, 4), round(radius, 1)
    return Region(span, Place(name, country, None, *at, "relative", geometry=geometry), (why,), kind, anchor)
