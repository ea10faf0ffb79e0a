"""Places put by other places: "30 miles north-west of Derby", "near Derby", "in the south of Kansas"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from sayso.lang import Pack
from sayso.records import Geometry, Span
from sayso.records.region import enclosing

from .anchors import Anchor, Region, region_of
from .corridors import REACH, between
from .hulls import hull_of
from .relation_words import CLOSE, Relations, relations, words_of
from .shapes import grown, part, side_of

_AFTER = 40  # characters behind a name
_EIGHTH, _SIXTEENTH = 75.0, 50.0  # degrees that "north" and "north-northwest" leave open
_SEA = 60.0  # km off a coast that is not known
_OFFSHORE, _BEACH = 100.0, 20.0  # km off a known coast, and on it
_COARSE, _POINTS = 10.0, 90  # km by which a coast may be off, and points of one
_ROAD_TO = 75.0  # km before a place to which a road leads
_FAR = 3000.0  # km; no report puts one place by another from farther off
_NAMED = re.compile(r"\b[A-Z][a-z][\w'’-]*\s+$")
_ROUTE = re.compile(r"\s\d")  # "near U.S. 321"


def regions(text: str, anchors: Sequence[Anchor], pack: Pack) -> Iterator[Region]:
    """The relative places of a report, for each known place in turn."""
    tables = relations(pack)
    for i, anchor in enumerate(anchors):
        placed = None not in (anchor.place.lat, anchor.place.lon, anchor.place.radius_km)
        if placed and not _ROUTE.match(text, anchor.span.end):
            found = between(text, anchors[i : i + 2], tables) or _one(text, anchor, tables) or _behind(text, anchor, tables)
            yield from (r for r in (found,) if r)


def region_at(text: str, start: int, ahead: Sequence[Anchor], pack: Pack) -> Region | None:
    """The relative place that begins soon after a point and ends with a place ahead: where an unknown name lies."""
    tables = relations(pack)
    region = between(text, ahead[:2], tables, start) or _one(text, ahead[0], tables, start)
    return region if region and region.span.start - start < CLOSE and "." not in text[start : region.span.start] else None


def part_of(anchor: Anchor, side: str, name: str, pack: Pack) -> Region:
    """The part of a place on a side ("east"), under a name of its own."""
    return region_of(anchor.span, name, anchor, *_part_of(anchor, side, relations(pack)), "part")


# ---------------------------------------------------------------- one place


def _one(text: str, anchor: Anchor, tables: Relations, start: int = 0) -> Region | None:
    before = text[max(start, anchor.span.start - REACH, 0) : anchor.span.start]
    words = words_of(before)
    for kind, build in _BUILD.items():
        m = tables.search(kind, before, words)
        if m:
            shaped = build(m, anchor, tables)
            if shaped is None:
                return None
            first = (_length(m, tables) if kind == "coast" else None) or m
            name = " ".join(f"{before[first.start('all') :]}{anchor.place.name}".split())
            span = Span(anchor.span.start - len(before) + first.start("all"), anchor.span.end)
            return region_of(span, name, anchor, *shaped, kind)
    return None


Shaped = tuple[Geometry, str]  # a region and why


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


def _edge(m: re.Match[str], a: Anchor, t: Relations) -> Shaped | None:
    """"On the northern outskirts of Derby", but not "the Leeds suburb of Derby", which is Derby."""
    if _NAMED.search(m.string[: m.start("all")]):
        return None
    towards, inner, outer = t.towards(m["side"]), a.radius / 4, 1.3 * a.radius + 8
    if towards is not None:
        return Geometry("sector", *a.at, outer, inner, towards, 120.0, of=(a.place.name,)), f"the edge of {a.place.name}"
    return Geometry("ring", *a.at, outer, inner, of=(a.place.name,)), f"the edge of {a.place.name}"


def _part(m: re.Match[str], a: Anchor, t: Relations) -> Shaped | None:
    if m["flank"] and not m["flank"].islower():  # "west London", not "West London"
        return None
    return _part_of(a, (m["part"] or m["flank"] or m["in"]).lower(), t)


def _part_of(a: Anchor, word: str, t: Relations) -> Shaped:
    towards, land = t.towards(word), a.land()
    shaped = part(land, towards, a.place.name) if land else None
    if shaped:
        return shaped, f"{word} part of {a.place.name}, from its outline"
    ring = a.ring()
    cut = grown(ring, 0.6) if towards is None else side_of(ring, towards)
    basis = "the hull of its towns" if hull_of(a.hull) else "its centre and size"
    return _shaped("part", cut, a), f"{word} part of {a.place.name}, from {basis}"


def _shaped(shape: str, ring: tuple[tuple[float, float], ...], a: Anchor) -> Geometry:
    lat, lon, km = enclosing(ring)
    return Geometry("part" if shape == "part" else "circle", round(lat, 4), round(lon, 4), round(km, 1),
                    outline=ring if shape == "part" else (), of=(a.place.name,))  # fmt: skip


def _coast(m: re.Match[str], a: Anchor, t: Relations) -> Shaped | None:
    """"Off the coast of Kenya", "the banks of the Mekong", but not "the Bank of Japan"."""
    if m["bank"].istitle():
        return None
    side, off = t.towards(m["side"]), (m["where"] or "").lower() == "off"
    why = f"{'off the coast of' if off else 'on the shore of'} {a.place.name}"
    if not off and not a.wide:
        return Geometry("circle", *a.at, round(a.radius + 3, 1), of=(a.place.name,)), why
    far = _length(m, t) if off else None
    away = (t.bounds(far)[0] * t.km(far), t.bounds(far)[1] * t.km(far)) if far else None
    return _offing(a, side, _SEA if off else 0.0, why, away)


def _length(m: re.Match[str], t: Relations) -> re.Match[str] | None:
    """"30 miles" of "30 miles off the coast of"."""
    return t.length(m.string[: m.start("all")])


def _offing(a: Anchor, side: float | None, sea: float, why: str, away: tuple[float, float] | None = None) -> Shaped:
    shore = _shore(a, side, away or (0.0, _OFFSHORE if sea else _BEACH))
    if shore:
        return shore, why
    if side is None and not a.hull:
        return Geometry("circle", *a.at, round(a.radius + sea, 1), of=(a.place.name,)), why
    ring = a.ring() if side is None else side_of(a.ring(), side)
    lat, lon, km = enclosing(ring)
    return Geometry("circle", round(lat, 4), round(lon, 4), round(km + sea, 1), of=(a.place.name,)), why


def _shore(a: Anchor, side: float | None, away: tuple[float, float]) -> Geometry | None:
    """What lies along a coast that is known, or along its part on a side, so far from it."""
    from sayso.outlines import coast, roughly, sided  # loaded with the first report that speaks of a coast

    lines = coast(a.hull) if a.hull else ()
    land = a.land() if lines and side is not None else None
    lines = sided(lines, land, side) if land and side is not None else lines
    found, off = roughly(lines, _POINTS, _COARSE)
    if not found:
        return None
    lat, lon, _ = enclosing([p for line in found for p in line])
    at = round(lat, 4), round(lon, 4), round(away[1] + off, 1), round(max(0.0, away[0] - off), 1)
    return Geometry("corridor", *at, outline=found[0], of=(a.place.name,), more=found[1:])


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


def _beside(m: re.Match[str], a: Anchor, t: Relations) -> Shaped | None:  # noqa: ARG001
    if a.wide:  # "ranked behind Texas"
        return None
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
        return region_of(span, f"{a.place.name}{m[0]}", a, *_part_of(a, m["side"].lower(), tables), "part")
    m = tables.pattern("offing").match(after) if " coast" in after else None
    off = re.search(r"\boff\s+(?:the\s+)?$", text[max(0, a.span.start - 12) : a.span.start], re.I)
    if m and off:
        start = a.span.start - len(off[0])
        name = " ".join(f"{off[0]}{a.place.name}{m[0]}".split())
        return region_of(Span(start, a.span.end + m.end()), name, a,
                       *_offing(a, tables.towards(m["side"]), _SEA, f"off the coast of {a.place.name}"), "coast")  # fmt: skip
    return None
