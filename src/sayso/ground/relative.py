"""Places put by other places: "30 miles north-west of Derby", "near Derby", "in the south of Kansas"."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from sayso.lang import Pack
from sayso.records import Place, Span

from .gazetteer import distance_km, moved

_REACH = 70  # characters before a name in which its relation is looked for
REACHED, SPREAD = 0.8, 0.45  # of a stated distance: where the centre lies, and the radius around it
_CLOSE = 25  # characters between a name and the words that say where it is
_ROAD = re.compile(r"\b(?:road|highway|route|railway|line|midway|halfway|somewhere|located|situated|lies|lying|border"
                   r"|area|corridor|pass)\b[^.;]{0,30}$", re.I)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
_CUES = {"distance": ("unit",), "part": ("part", "bearing")}  # kinds of words that stand in a pattern of another name
_ONES = ("a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_SMALL = {word: float(n) for n, word in enumerate(_ONES, 1)} | {
    "half a": 0.5, "one": 1.0, "fifteen": 15.0, "twenty": 20.0, "thirty": 30.0, "forty": 40.0, "fifty": 50.0, "sixty": 60.0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Region:
    """A phrase and the circle that it describes."""

    span: Span
    place: Place
    why: tuple[str, ...]


@dataclass(frozen=True)
class Relations:
    """The pack's words as patterns that end at the name of the place they start from, compiled once a text has one of them."""

    sources: dict[str, str]
    cues: dict[str, frozenset[str]]
    value: dict[str, float]
    patterns: dict[str, re.Pattern[str]] = field(default_factory=dict)

    def search(self, kind: str, text: str, words: frozenset[str]) -> re.Match[str] | None:
        """``words`` are those of the text, in small letters."""
        if self.cues[kind].isdisjoint(words):
            return None
        if kind not in self.patterns:
            self.patterns[kind] = _spaced(self.sources[kind])
        return self.patterns[kind].search(text)


@lru_cache(maxsize=8)
def relations(pack: Pack) -> Relations:
    rows = pack.table("place_relations")
    words = {kind: _either(r[0] for r in rows if r[1] == kind) for kind in ("bearing", "part", "near", "beside", "unit")}
    value = {row[0]: float(row[2]) for row in rows if len(row) > 2 and row[2]}
    number = rf"(?P<number>\d[\d,]*(?:\.\d+)?|{_either(_SMALL)})"
    of_kind = r"(?:(?:city|town|village|cent(?:re|er)|capital|port|province|border|edge) (?:of|with) )?"
    the = rf"(?:(?:the|central|downtown) )?{of_kind}(?:the )?"
    lead = r"(?:(?:about|around|some|roughly|nearly|almost|just|approximately|over|more than|less than) )?"
    unit = rf"[\s-]?(?P<unit>{words['unit']})(?: \([^()]{{1,25}}\))?"
    side = rf"(?:(?:to|in) the )?(?:due )?(?P<side>{words['bearing']})"
    sources = {
        "distance": rf"\b(?P<all>{lead}{number}{unit}(?: {side})?(?: away)? (?:of|from|outside|off) {the})$",
        "part": rf"\b(?P<all>(?P<part>{words['part']}) (?:part of )?(?:the )?|in the (?P<in>{words['bearing']}) of {the})$",
        "bearing": rf"\b(?P<all>(?:just |further )?{side} of {the})$",
        "near": rf"\b(?P<all>(?:just |the )?(?:{words['near']}) {the})$",
        "beside": rf"\b(?P<all>(?:{words['beside']}) {the})$",
    }
    cues = {kind: _words(" ".join(r[0] for r in rows if r[1] in _CUES.get(kind, (kind,)))) for kind in sources}
    return Relations(sources, cues, value)


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))


def _spaced(pattern: str) -> re.Pattern[str]:
    """Words may stand on two lines."""
    return re.compile(pattern.replace(" ", r"\s+"), re.I)


def regions(text: str, anchors: Sequence[tuple[Span, Place]], pack: Pack) -> Iterator[Region]:
    """The relative places of a report, for each known place in turn."""
    tables = relations(pack)
    for i, (span, place) in enumerate(anchors):
        if place.lat is None or place.lon is None or place.radius_km is None:
            continue
        before = text[max(0, span.start - _REACH) : span.start]
        pair = _between(text, before, anchors, i)
        yield from (r for r in (pair or _one(before, span, place, tables),) if r)


@dataclass(frozen=True, slots=True)
class Stated:
    """What words say of a place by another: ``kind`` "distance", "part", "bearing", "near", "beside", "in" or "border"."""

    kind: str
    km: float = 0.0
    bearing: float | None = None  # degrees from north


def stated(before: str, pack: Pack) -> tuple[Stated, int] | None:
    """What the words that end before a name put there, and where they begin: "40 km north of " gives 40 km at 0 degrees."""
    tables, words = relations(pack), _words(before)
    for kind in ("distance", "part", "bearing"):
        m = tables.search(kind, before, words)
        if m:
            side = (m["side"] if kind != "part" else m["part"] or m["in"]) or ""
            turn = tables.value.get(side.lower())
            km = _km(m, tables.value) if kind == "distance" else 0.0
            return Stated(kind, km, turn if turn is not None and turn >= 0 else None), m.start("all")
    return None


def stated_km(gap: str, pack: Pack) -> float | None:
    """The distance that the words between two names put between them: ", some 30 miles south of "."""
    m = relations(pack).search("distance", gap, _words(gap))
    return _km(m, relations(pack).value) if m and m.start("all") < _CLOSE and "." not in gap[: m.start("all")] else None


def region_at(text: str, start: int, span: Span, anchor: Place, pack: Pack) -> Region | None:
    """The relative place that ends with an anchor and begins soon after a point: where an unknown name before it lies."""
    region = _one(text[max(start, span.start - _REACH) : span.start], span, anchor, relations(pack))
    return region if region and region.span.start - start < _CLOSE and "." not in text[start : region.span.start] else None


def _one(before: str, span: Span, anchor: Place, tables: Relations) -> Region | None:
    tried = (("distance", _at_distance), ("part", _part), ("bearing", _beyond), ("near", _near), ("beside", _beside))
    words = _words(before)
    for kind, build in tried:
        m = tables.search(kind, before, words)
        if m:
            place, why = build(m, anchor, tables.value)
            return Region(Span(span.start - len(before) + m.start("all"), span.end), place, (why,)) if place else None
    return None


def _at_distance(m: re.Match[str], anchor: Place, value: dict[str, float]) -> tuple[Place | None, str]:
    """"30 miles north-west of X" as the circle that holds the sector meant; "30 miles from X" as the one that holds the ring.

    Reports give distances by road and directions by eight winds: the place lies at half of the distance to all of it.
    """
    km = _km(m, value)
    if km > 3000:
        return None, ""
    own = _radius(anchor) if anchor.precision == "relative" else min(_radius(anchor), max(km, 1.0))
    if m["side"]:
        centre = moved(_lat(anchor), _lon(anchor), REACHED * km, value[m["side"].lower()])
        why = f"{km:g} km {m['side'].lower()} of {anchor.name}, maybe by road"
        return _circle(anchor, centre, SPREAD * km + own, m), why
    return _circle(anchor, (_lat(anchor), _lon(anchor)), km + own, m), f"{km:g} km from {anchor.name}, direction not stated"


def _km(m: re.Match[str], value: dict[str, float]) -> float:
    number = m["number"].lower()
    return (_SMALL.get(number) or float(number.replace(",", "") or 0)) * value[m["unit"].lower()]


def _part(m: re.Match[str], anchor: Place, value: dict[str, float]) -> tuple[Place | None, str]:
    """"Northern X": the circle of half the size towards that side."""
    word = (m["part"] or m["in"]).lower()
    bearing, radius = value[word], _radius(anchor)
    centre = (_lat(anchor), _lon(anchor)) if bearing < 0 else moved(_lat(anchor), _lon(anchor), radius / 2, bearing)
    return _circle(anchor, centre, 0.6 * radius, m), f"{word} part of {anchor.name}, from its centre and size"


def _beyond(m: re.Match[str], anchor: Place, value: dict[str, float]) -> tuple[Place | None, str]:
    km = 1.5 * _radius(anchor) + 10
    centre = moved(_lat(anchor), _lon(anchor), km, value[m["side"].lower()])
    return _circle(anchor, centre, km, m), f"{m['side'].lower()} of {anchor.name}, distance not stated"


def _near(m: re.Match[str], anchor: Place, value: dict[str, float]) -> tuple[Place | None, str]:  # noqa: ARG001
    return _circle(anchor, (_lat(anchor), _lon(anchor)), 2 * _radius(anchor) + 10, m), f"near {anchor.name}, distance not stated"


def _beside(m: re.Match[str], anchor: Place, value: dict[str, float]) -> tuple[Place | None, str]:  # noqa: ARG001
    return _circle(anchor, (_lat(anchor), _lon(anchor)), _radius(anchor) + 0.5, m), f"beside {anchor.name}"


def _between(text: str, before: str, anchors: Sequence[tuple[Span, Place]], i: int) -> Region | None:
    """"On the road between X and Y": the circle over both; "talks between X and Y" is no place."""
    span, a = anchors[i]
    m = re.search(r"\b(?P<word>between|from)\s+(?:the\s+)?(?:\w+\s+of\s+)?$", before, re.I)
    link = r"\s+and\s+(?:the\s+)?" if m and m["word"].lower() == "between" else r"\s+to\s+(?:the\s+)?"
    if not m or i + 1 == len(anchors) or not re.fullmatch(link, text[span.end : anchors[i + 1][0].start]):
        return None
    b = anchors[i + 1][1]
    if b.lat is None or b.lon is None or "country" in (a.precision, b.precision) or not _ROAD.search(before[: m.start()]):
        return None
    km = distance_km(_lat(a), _lon(a), b.lat, b.lon)
    if km > 1500:
        return None
    centre = moved(_lat(a), _lon(a), km / 2, _bearing(_lat(a), _lon(a), b.lat, b.lon))
    place = Place(f"between {a.name} and {b.name}", a.country if a.country == b.country else None, None,
                  round(centre[0], 4), round(centre[1], 4), round(km / 2 + 2, 1), "relative")  # fmt: skip
    whole = Span(span.start - len(before) + m.start(), anchors[i + 1][0].end)
    return Region(whole, place, (f"between two places {km:.0f} km apart",))


def _circle(anchor: Place, centre: tuple[float, float], radius: float, m: re.Match[str]) -> Place:
    country = anchor.country if radius < 200 or anchor.precision in ("country", "division") else None
    name = " ".join(f"{m['all']}{anchor.name}".split())
    return Place(name, country, None, round(centre[0], 4), round(centre[1], 4), round(radius, 1), "relative")


def _bearing(lat: float, lon: float, lat2: float, lon2: float) -> float:
    a, b, d = math.radians(lat), math.radians(lat2), math.radians(lon2 - lon)
    north = math.cos(a) * math.sin(b) - math.sin(a) * math.cos(b) * math.cos(d)
    return math.degrees(math.atan2(math.sin(d) * math.cos(b), north)) % 360


def _lat(p: Place) -> float:
    return p.lat if p.lat is not None else 0.0


def _lon(p: Place) -> float:
    return p.lon if p.lon is not None else 0.0


def _radius(p: Place) -> float:
    return p.radius_km if p.radius_km is not None else 5.0


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(w).replace("\\ ", " ") for w in sorted(words, key=len, reverse=True))
