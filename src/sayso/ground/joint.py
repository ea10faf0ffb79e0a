"""One place put by two phrases that stand side by side: "12 km from Derby and 30 km from Leeds", "in the south of Kansas,
near Wichita", "between Derby and Leeds, 5 km from Leeds". The region is what both leave open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.records import Geometry, Place, Span
from sayso.records.globe import bearing
from sayso.records.region import holder

from .anchors import Region
from .shapes import overlap

_ROAD = 90.0  # degrees to which a road keeps
_MEASURED = frozenset({"distance", "travel"})
_AT_TOWN = frozenset({"", "edge", "beside"})  # what follows tells where the town is: "on the edge of Derby, 12 km from Leeds"
_BESIDE = re.compile(r",?\s+(?:(?:in|on|at)\s+(?:the\s+)?)?")
_AND = re.compile(r",?\s+(?:(?:and|but|yet)\s+)?(?:is\s+|lies\s+)?(?:about\s+|only\s+|just\s+|some\s+)?")
_LISTED = re.compile(r",?\s+(?:and|or)\b")


def joined(text: str, found: Sequence[Region]) -> list[Region]:
    """The regions of a report, in the order of the text; two that tell of one place are one."""
    regions: list[Region] = []
    for region in sorted(found, key=lambda r: r.span):
        one = _one(text, regions[-1], region) if regions else None
        if one:
            regions[-1] = one
        else:
            regions.append(region)
    return regions


def _one(text: str, a: Region, b: Region) -> Region | None:
    gap = text[a.span.end : b.span.start]
    if not gap or len(gap) > 20 or not _together(a, b, gap, text[b.span.end : b.span.end + 8]):
        return None
    shape, other = a.place.geometry, b.place.geometry
    both = _towards(a, b) or _towards(b, a) or (overlap(shape, other) if shape and other else None)
    return _region(text, a, b, both) if both else None


def _together(a: Region, b: Region, gap: str, after: str) -> bool:
    """Whether two phrases can put one thing: kinds that are alike do so only as measures, for two sides make a list."""
    kinds = {a.kind, b.kind}
    if kinds <= _MEASURED:
        return bool(_AND.fullmatch(gap)) and not (gap.lstrip().startswith(",") and _LISTED.match(after))
    return len(kinds) == 2 and kinds.isdisjoint(_AT_TOWN) and bool(_BESIDE.fullmatch(gap))


def _towards(measured: Region, way: Region) -> Geometry | None:
    """"12 km from Derby on the road to Leeds", "between Derby and Leeds, 5 km from Leeds": what of the ring lies that way."""
    ring, start = measured.place.geometry, measured.anchor
    if measured.kind not in _MEASURED or way.kind not in ("roadto", "between") or ring is None or start is None:
        return None
    line, end = way.place.geometry, way.anchor
    ends = [(line.lat, line.lon), (line.to_lat, line.to_lon)] if line and line.shape == "corridor" else [end.at] if end else []
    others = [(y, x) for y, x in ends if y is not None and x is not None and (y, x) != start.at]
    if ring.shape != "ring" or len(others) != 1 or len(ends) - len(others) != (way.kind == "between"):
        return None
    turn = round(bearing(*start.at, *others[0]), 1)
    of = tuple(dict.fromkeys((*ring.of, *(line.of if line else ()))))
    return replace(ring, shape="sector", bearing_deg=turn, width_deg=_ROAD, of=of)


def _region(text: str, a: Region, b: Region, shape: Geometry) -> Region:
    lat, lon, km = min((holder(g) for g in (shape, a.place.geometry, b.place.geometry) if g), key=lambda h: h[2])
    span = Span(a.span.start, b.span.end)
    country = a.place.country if a.place.country == b.place.country else None
    name, at = " ".join(span.of(text).split()), (round(lat, 4), round(lon, 4), round(km, 1))
    place = Place(name, country, None, *at, "relative", geometry=shape)
    return replace(a, span=span, place=place, why=(*a.why, *b.why), kind="joint")
