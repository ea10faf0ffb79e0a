"""Places put by other places: "30 miles north-west of Derby", "near Derby", "in the south of Kansas"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sayso.lang import Pack
from sayso.records import Geometry, Place, Span

from .gazetteer import Entry, distance_km, moved
from .hulls import hull_of
from .relation_words import CLOSE, Relations, relations, words_of
from .shapes import around, bearing, enclosing, grown, holder, side_of

_REACH = 70  # characters before a name in which its relation is looked for
_AFTER = 40  # characters behind a name
_ROAD_OFF = 0.12  # of the way between two places: how far the road strays from the line
_EIGHTH, _SIXTEENTH = 75.0, 50.0  # degrees that "north" and "north-northwest" leave open
_SEA = 60.0  # km off a coast
_ROAD_TO = 75.0  # km before a place to which a road leads
_FAR = 3000.0  # km; no report puts one place by another from farther off
_GROWN = 1.08  # times a hull of towns, for the land around the outermost
_PARTED = 1500.0  # km between two places that something lies between
_LINKS = {"between": re.compile(r"\s+and\s+(?:the\s+)?"), "from": re.compile(r"\s+to\s+(?:the\s+)?")}
_DASH = re.compile(r"\s?[-–—/]\s?|-to-")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A known place as it stands in a text; ``hull`` is the key of its outline: "AF", "US.KS"."""

    span: Span
    place: Place
    hull: str = ""

    @property
    def at(self) -> tuple[float, float]:
        return self.place.lat or 0.0, self.place.lon or 0.0

    @property
    def radius(self) -> float:
        return self.place.radius_km if self.place.radius_km is not None else 5.0

    @property
    def wide(self) -> bool:
        return self.place.precision in ("country", "division", "area")

    def outline(self) -> tuple[tuple[float, float], ...]:
        ring = hull_of(self.hull) if self.hull else ()
        return grown(ring, _GROWN) if ring else around(*self.at, 1.2 * self.radius)


@dataclass(frozen=True, slots=True)
class Region:
    """A phrase and the region that it describes."""

    span: Span
    place: Place
    why: tuple[str, ...]


def anchored(span: Span, place: Place, entry: Entry) -> Anchor:
    keys = {"country": entry.country or "", "division": f"{entry.country}.{entry.admin1}"}
    return Anchor(span, place, keys.get(entry.kind, ""))


def regions(text: str, anchors: Sequence[Anchor], pack: Pack) -> Iterator[Region]:
    """The relative places of a report, for each known place in turn."""
    tables = relations(pack)
    for i, anchor in enumerate(anchors):
        if anchor.place.lat is not None and anchor.place.lon is not None and anchor.place.radius_km is not None:
            found = _pair(text, anchors[i : i + 2], tables) or _one(text, anchor, tables) or _behind(text, anchor, tables)
            yield from (r for r in (found,) if r)


def region_at(text: str, start: int, ahead: Sequence[Anchor], pack: Pack) -> Region | None:
    """The relative place that begins soon after a point and ends with a place ahead: where an unknown name lies."""
    tables = relations(pack)
    region = _pair(text, ahead[:2], tables, start) or _one(text, ahead[0], tables, start)
    return region if region and region.span.start - start < CLOSE and "." not in text[start : region.span.start] else None


# ---------------------------------------------------------------- one place


def _one(text: str, anchor: Anchor, tables: Relations, start: int = 0) -> Region | None:
    before = text[max(start, anchor.span.start - _REACH, 0) : anchor.span.start]
    words = words_of(before)
    for kind, build in _BUILD.items():
        m = tables.search(kind, before, words)
        if m:
            shaped = build(m, anchor, tables)
            if shaped is None:
                return None
            name = " ".join(f"{m['all']}{anchor.place.name}".split())
            return _region(Span(anchor.span.start - len(before) + m.start("all"), anchor.span.end), name, anchor, *shaped)
    return None


Shaped = tuple[Geometry, str]  # a region and why


def _region(span: Span, name: str, anchor: Anchor, geometry: Geometry, why: str) -> Region:
    lat, lon, radius = holder(geometry)
    inside = anchor.wide or radius < 200
    country = anchor.place.country if inside else None
    at = round(lat, 4), round(lon, 4), round(radius, 1)
    return Region(span, Place(name, country, None, *at, "relative", geometry=geometry), (why,))


def _at_distance(m: re.Match[str], a: Anchor, t: Relations) -> Shaped | None:
    """A ring, or a sector of it. Reports give distances by road and directions by eight winds: half the way may be all."""
    km, (low, high) = t.km(m), t.bounds(m)
    own = a.radius if a.place.precision == "relative" else min(a.radius, max(km, 1.0))
    said = f"{km:g} km {(m['side'] or '').lower()}".strip()
    return None if km > _FAR else _ring(a, low * km - own, high * km + own, t.towards(m["side"]), f"{said} of {a.place.name}")


def _by_time(m: re.Match[str], a: Anchor, t: Relations) -> Shaped | None:
    """So many hours on the way: from a quarter of what a good road would give."""
    clock, way = m["clock"].lower(), " ".join((m["way"] or "").lower().split())
    if not way and clock.startswith("day"):
        return None
    km = t.count(m) * t.value[clock, "clock"] * t.value.get((way, "travel"), 80.0)
    why = f"{t.count(m):g} {clock} {f'({way}) ' if way else ''}from {a.place.name}: {km / 4:.0f} to {km:.0f} km"
    return None if km > _FAR else _ring(a, km / 4 - a.radius, km + a.radius, t.towards(m["side"]), why, "")


def _ring(a: Anchor, inner: float, outer: float, towards: float | None, why: str, tail: str = ", maybe by road") -> Shaped:
    inner, outer = round(max(inner, 0.0), 2), round(outer, 2)
    if towards is None:
        shape = Geometry("ring", *a.at, outer, inner, of=(a.place.name,))
        return shape, why + (", direction not stated" if tail else "")
    width = _EIGHTH if towards % 45 == 0 else _SIXTEENTH
    return Geometry("sector", *a.at, outer, inner, towards, width, of=(a.place.name,)), why + tail


def _edge(m: re.Match[str], a: Anchor, t: Relations) -> Shaped:
    towards, inner, outer = t.towards(m["side"]), a.radius / 4, 1.3 * a.radius + 8
    if towards is not None:
        return Geometry("sector", *a.at, outer, inner, towards, 120.0, of=(a.place.name,)), f"the edge of {a.place.name}"
    return Geometry("ring", *a.at, outer, inner, of=(a.place.name,)), f"the edge of {a.place.name}"


def _part(m: re.Match[str], a: Anchor, t: Relations) -> Shaped:
    return _part_of(a, (m["part"] or m["in"]).lower(), t)


def _part_of(a: Anchor, word: str, t: Relations) -> Shaped:
    towards, ring = t.towards(word), a.outline()
    cut = grown(ring, 0.6) if towards is None else side_of(ring, towards)
    basis = "the hull of its towns" if hull_of(a.hull) else "its centre and size"
    return _shaped("part", cut, a), f"{word} part of {a.place.name}, from {basis}"


def _shaped(shape: str, ring: tuple[tuple[float, float], ...], a: Anchor) -> Geometry:
    lat, lon, km = enclosing(ring)
    return Geometry("part" if shape == "part" else "circle", round(lat, 4), round(lon, 4), round(km, 1),
                    outline=ring if shape == "part" else (), of=(a.place.name,))  # fmt: skip


def _coast(m: re.Match[str], a: Anchor, t: Relations) -> Shaped | None:
    """"Off the coast of Kenya", "the banks of the Mekong", but not "the Bank of Japan"."""
    if m["bank"][0].isupper():
        return None
    side, off = t.towards(m["side"]), (m["where"] or "").lower() == "off"
    why = f"{'off the coast of' if off else 'on the shore of'} {a.place.name}"
    if not off and not a.wide:
        return Geometry("circle", *a.at, round(a.radius + 3, 1), of=(a.place.name,)), why
    return _offing(a, side, _SEA if off else 0.0, why)


def _offing(a: Anchor, side: float | None, sea: float, why: str) -> Shaped:
    if side is None and not a.hull:
        return Geometry("circle", *a.at, round(a.radius + sea, 1), of=(a.place.name,)), why
    ring = a.outline() if side is None else side_of(a.outline(), side)
    lat, lon, km = enclosing(ring)
    return Geometry("circle", round(lat, 4), round(lon, 4), round(km + sea, 1), of=(a.place.name,)), why


def _stream(m: re.Match[str], a: Anchor, t: Relations) -> Shaped:
    km = t.value[m["stream"].lower(), "stream"]
    shape = Geometry("ring", *a.at, km + a.radius, 0.0, of=(a.place.name,))
    return shape, f"{m['stream'].lower()} of {a.place.name}, river not known"


def _beyond(m: re.Match[str], a: Anchor, t: Relations) -> Shaped:
    towards, outer = t.towards(m["side"]), min(3 * a.radius + 20, a.radius + 300)
    shape = Geometry("sector", *a.at, round(outer, 1), round(a.radius / 3, 1), towards, 90.0, of=(a.place.name,))
    return shape, f"{m['side'].lower()} of {a.place.name}, distance not stated"


def _near(m: re.Match[str], a: Anchor, t: Relations) -> Shaped:
    km = t.value.get((" ".join(m["near"].lower().split()), "near"), 10.0) + min(2 * a.radius, a.radius + 50)
    return Geometry("circle", *a.at, round(km, 1), of=(a.place.name,)), f"near {a.place.name}, distance not stated"


def _beside(m: re.Match[str], a: Anchor, t: Relations) -> Shaped:  # noqa: ARG001
    return Geometry("circle", *a.at, round(a.radius + 0.5, 1), of=(a.place.name,)), f"beside {a.place.name}"


def _road_to(m: re.Match[str], a: Anchor, t: Relations) -> Shaped | None:  # noqa: ARG001
    if a.wide:
        return None
    shape = Geometry("ring", *a.at, _ROAD_TO + a.radius, 0.0, of=(a.place.name,))
    return shape, f"on a road to {a.place.name}, from where is not known"


_BUILD: dict[str, Callable[[re.Match[str], Anchor, Relations], Shaped | None]] = {
    "distance": _at_distance, "travel": _by_time, "edge": _edge, "part": _part, "coast": _coast, "stream": _stream,
    "bearing": _beyond, "near": _near, "beside": _beside, "roadto": _road_to,
}  # fmt: skip


def _behind(text: str, a: Anchor, tables: Relations) -> Region | None:
    """"Kansas's north", "off Kenya's southern coast"."""
    after = text[a.span.end : a.span.end + _AFTER]
    m = tables.pattern("behind").match(after) if after[:2] in ("'s", "’s") else None
    if m:
        span = Span(a.span.start, a.span.end + m.end())
        return _region(span, f"{a.place.name}{m[0]}", a, *_part_of(a, m["side"].lower(), tables))
    m = tables.pattern("offing").match(after) if " coast" in after else None
    off = re.search(r"\boff\s+(?:the\s+)?$", text[max(0, a.span.start - 12) : a.span.start], re.I)
    if m and off:
        start = a.span.start - len(off[0])
        name = " ".join(f"{off[0]}{a.place.name}{m[0]}".split())
        return _region(Span(start, a.span.end + m.end()), name, a,
                       *_offing(a, tables.towards(m["side"]), _SEA, f"off the coast of {a.place.name}"))  # fmt: skip
    return None


# ---------------------------------------------------------------- two places


def _pair(text: str, two: Sequence[Anchor], tables: Relations, start: int = -1) -> Region | None:
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
    if len(gap) > 12:
        return None
    before = text[max(start, a.span.start - _REACH, 0) : a.span.start]
    m = tables.pattern("pair").search(before) if before.rstrip()[-1:].isalpha() else None
    if not m or not (m["lying"] or m["half"] or start >= 0) or not _LINKS[m["all"].lower()].fullmatch(gap):
        return None
    first = m.start("half") if m["half"] else m.start("all")
    return _corridor(Span(a.span.start - len(before) + first, b.span.end), a, b, bool(m["half"]))


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
    region = _region(span, f"{'halfway ' if half else ''}between {a.place.name} and {b.place.name}", a, shape, why)
    one = a.place.country if a.place.country == b.place.country else None
    return Region(span, _of(region.place, one), region.why)


def _of(place: Place, country: str | None) -> Place:
    return place if place.country == country else Place(place.name, country, None, place.lat, place.lon, place.radius_km,
                                                        place.precision, geometry=place.geometry)  # fmt: skip
