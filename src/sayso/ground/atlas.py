"""What the gazetteer can say of two places: does one hold the other, do they touch, how far and in what direction.

Countries, states of the US and a user's own areas have outlines; other divisions hold the towns that bear their code, and touch
where towns of theirs lie near one another. Where that leaves it open, or codes and outlines differ, the answer is ``None``: it
cannot be told. Nothing is said of territories that more than one state claims.
"""

from __future__ import annotations

import math
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.records import globe
from sayso.records.globe import distance_km

from .gazetteer import Entry, Gazetteer

if TYPE_CHECKING:
    from sayso.outlines import Outline

_NEAR, _FAR = 30.0, 100.0  # km between towns: two areas may well touch; they do not
_EDGE = 10.0  # km from a border, or from a town across it: which side a place lies on is not sure
_DISPUTED = Path(__file__).parent.parent / "data" / "disputed.tsv"
_DEGREE = 111.0  # km


class Atlas:
    """Questions about two entries of one gazetteer."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer

    def holds(self, outer: Entry, inner: Entry) -> bool | None:
        """Whether the outer place contains the inner: Kansas Topeka, True; Kandahar Herat, False."""
        if outer.kind not in ("country", "division", "county", "city") or self.disputed(outer, inner):
            return None
        if outer.kind == "country" and outer.country == inner.country:
            return True
        if outer.kind == "division" and outer.admin1 and (outer.country, outer.admin1) == (inner.country, inner.admin1):
            return True
        if outer.kind in ("county", "city"):
            return self._within_reach(outer, inner)
        land = self.land(outer)
        if inner.kind == "country" or (inner.kind == "division" and inner.admin1):
            return False  # one division of a level does not lie in another
        if land is not None:
            return self._on_land(land, inner, outer)
        return None if self._nearest(outer, inner) < _EDGE else False

    def land(self, entry: Entry) -> Outline | None:
        """The outline of a place: a user's own, or that of a country or a state of the US."""
        from sayso.outlines import outline  # loaded with the first report that states geography

        key = {"country": entry.country, "division": f"{entry.country}.{entry.admin1}"}.get(entry.kind)
        return self.gazetteer.outline(entry) or (outline(key) if key else None)

    @staticmethod
    def _on_land(land: Outline, inner: Entry, outer: Entry) -> bool | None:
        if land.contains(inner.lat, inner.lon):
            coded = inner.country != outer.country or bool(inner.admin1)  # its code says that it lies elsewhere
            return None if coded or land.km_to_edge(inner.lat, inner.lon) < inner.radius_km else True
        return None if land.km_to_edge(inner.lat, inner.lon) < _EDGE else False

    def _within_reach(self, outer: Entry, inner: Entry) -> bool | None:
        if inner.county is not None and inner.county == outer.rank:
            return True
        return None if outer.km_to(inner) < 2 * outer.radius_km + inner.radius_km + 10 else False

    def touches(self, one: Entry, other: Entry) -> bool | None:
        """Whether two areas border on one another: Kandahar Pakistan, True; Lyon Poland, False."""
        if one.kind == other.kind == "country":
            stated, drawn = (other.country or "") in self.gazetteer.neighbours(one.country or ""), self._drawn(one, other)
            return stated if stated == drawn else None
        if self.disputed(one, other) or one.country == other.country or not {one.kind, other.kind} <= _LAND:
            return None
        if (other.country or "") not in self.gazetteer.neighbours(one.country or ""):
            return False
        km = self._nearest(one, other)
        return True if km < _NEAR else False if km > _FAR else None

    @staticmethod
    def _drawn(one: Entry, other: Entry) -> bool:
        from sayso.outlines import bordering

        return (other.country or "") in bordering(one.country or "")

    def disputed(self, one: Entry, other: Entry) -> bool:
        """Whether one of two places is claimed by the other's state."""
        pairs = ((one, other), (other, one))
        return any(b.country in _claims().get((a.country, d), ()) for a, b in pairs for d in (a.admin1, "*"))

    def _nearest(self, one: Entry, other: Entry) -> float:
        """Kilometres from a town to an area, or between the nearest towns of two areas."""
        for area, place in ((one, other), (other, one)):
            land = self.land(area) if place.kind in ("city", "county") else None
            if land is not None:
                return 0.0 if land.contains(place.lat, place.lon) else land.km_to_edge(place.lat, place.lon)
        mine, theirs = self._points(one), self._points(other)
        best = math.inf
        for lat, lon in mine:
            near = (t for t in theirs if abs(t[0] - lat) * _DEGREE < min(best, 2 * _FAR))
            best = min(best, *(distance_km(lat, lon, *t) for t in near), math.inf)
        return best

    def _points(self, entry: Entry) -> tuple[tuple[float, float], ...]:
        if entry.kind == "country":
            return self.gazetteer.towns(entry.country or "", None)
        if entry.kind == "division":
            return self.gazetteer.towns(entry.country or "", entry.admin1) or ((entry.lat, entry.lon),)
        return ((entry.lat, entry.lon),)


@cache
def _claims() -> dict[tuple[str | None, str | None], list[str]]:
    """By country and division the other states that are said to hold it."""
    rows = (line.split("\t") for line in _DISPUTED.read_text("utf-8").splitlines() if line and line[0] != "#")
    return {(code, division): claimed.split() for code, division, claimed in rows}


_LAND = {"country", "division", "county", "city"}


def bearing(one: Entry, other: Entry) -> float:
    """Direction from one place to another, in degrees from north."""
    return globe.bearing(one.lat, one.lon, other.lat, other.lon)


def apart(one: float, other: float) -> float:
    """Degrees between two directions, 180 at most."""
    return abs((one - other + 180) % 360 - 180)
