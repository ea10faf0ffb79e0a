"""Places between two others: "on the road from Derby to Leeds", "the Derby-Leeds railway", "halfway between Derby and Leeds"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.records import Geometry, Span
from sayso.records.globe import bearing, distance_km, moved

from .anchors import Anchor, Region, region_of
from .relation_words import Relations

REACH = 70  # characters before a name in which its relation is looked for
_ROAD_OFF = 0.12  # of the way between two places: how far the road strays from the line
_PARTED = 1500.0  # km between two places that something lies between
_LINKS = {"between": re.compile(r"\s+and\s+(?:the\s+)?"), "from": re.compile(r"\s+to\s+(?:the\s+)?")}
_OPENS = re.compile(r"\b(?:between|from)\s(?:\S+\s+){0,3}$", re.I)
_DASH = re.compile(r"\s?[-–—/]\s?|-to-")


def between(text: str, two: Sequence[Anchor], tables: Relations, start: int = -1) -> Region | None:
    """"On the road between X and Y", "the X-Y highway"; "talks between X and Y" is no place.

    ``start``: the end of the name that is put there, after which a comma is enough.
    """
    if len(two) < 2 or "country" in (two[0].place.precision, two[1].place.precision):
        return None
    a, b = two
    gap = text[a.span.end : b.span.start]
    way = tables.pattern("way").match(text, b.span.end) if _DASH.fullmatch(gap) else None
    if way:
        return _corridor(Span(a.span.start, way.end()), a, b, False)
    before = text[max(start, a.span.start - REACH, 0) : a.span.start]
    if len(gap) > 12 or not _OPENS.search(before):
        return None
    m = tables.pattern("pair").search(before)
    if not m or not (m["lying"] or m["half"] or start >= 0) or not _LINKS[m["all"].lower()].fullmatch(gap):
        return None
    first = m.start("half") if m["half"] else m.start("all")
    return _corridor(Span(a.span.start - len(before) + first, b.span.end), a, b, bool(m["half"]))


def linked(before: str, gap: str, tables: Relations) -> bool:
    """Whether words before a name and behind it put something between it and the next: "on the road from", " to "."""
    if len(gap) > 12 or not any(p.fullmatch(gap) for p in _LINKS.values()) or not _OPENS.search(before):
        return False
    m = tables.pattern("pair").search(before)
    return bool(m and (m["lying"] or m["half"]) and _LINKS[m["all"].lower()].fullmatch(gap))


def _corridor(span: Span, a: Anchor, b: Anchor, half: bool) -> Region | None:
    km = distance_km(*a.at, *b.at)
    if km > _PARTED or b.place.radius_km is None or b.place.lat is None:
        return None
    of, why = (a.place.name, b.place.name), f"between two places {km:.0f} km apart"
    if half:
        lat, lon = moved(*a.at, km / 2, bearing(*a.at, *b.at))
        shape = Geometry("circle", round(lat, 4), round(lon, 4), round(0.2 * km + 5, 1), of=of)
    else:
        wide = _ROAD_OFF * km + max(2.0, min(a.radius, b.radius, 10.0))
        shape = Geometry("corridor", *a.at, round(wide, 1), to_lat=b.place.lat, to_lon=b.place.lon, of=of)
    region = region_of(span, f"{'halfway ' if half else ''}between {a.place.name} and {b.place.name}", a, shape, why, "between")
    one = a.place.country if a.place.country == b.place.country else None
    return replace(region, place=replace(region.place, country=one))
