"""Names that the gazetteer lacks: where the text puts them by known places, or nowhere."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from sayso.lang import Pack
from sayso.records import Geometry, Grounding, Place, Reference

from .anchors import Region, anchored
from .gazetteer import Entry
from .ranking import Choice, contains
from .relation_words import CLOSE, stated_km
from .relative import region_at
from .sightings import Sighting

_WITHIN = re.compile(
    r"(?:\s+\w+)?,?\s+(?:in|of)\s+(?:the\s+)?(?:\w+\s+of\s+)?"
    r"|(?:\s+\w+)?,\s+(?:the|an?|one\s+of\s+the)\s+(?:[\w-]+\s+){1,4}(?:of|in)\s+(?:the\s+)?|,\s+"
)
_COMMA = re.compile(r",\s+|,?\s+(?:and|or)\s+")
_MORE = re.compile(r",?\s+(?:and|or)\s+(?:the\s+)?[A-Z]")  # a name that the gazetteer lacks and nobody saw goes on with a list
_LIES = re.compile(r"[^A-Z.;:!?]*")  # between a name and the words that say where it is
_NONE = "not in the gazetteer"
Meaning = tuple[Place | Reference, tuple[str, ...]]  # a value and why


def unknown_place(i: int, found: Sequence[Sighting], choices: Sequence[Choice | None], text: str, pack: Pack) -> Meaning:
    """A name that the gazetteer lacks: within the place it is named with ("Mill Street in Derby"), or nowhere."""
    following = zip(found[i + 1 : i + 3], choices[i + 1 : i + 3], strict=True)
    ahead = [anchored(s.span, _plain(c.entry), c.entry) for s, c in following if c]
    near = choices[i + 1] if i + 1 < len(found) else None
    region = region_at(text, found[i].span.end, ahead, pack) if near else None
    if region:
        return replace(region.place, name=found[i].name), (_NONE, *region.why)
    j = _holder(i, found, choices, text)
    outer = choices[j] if j is not None else None
    if outer and outer.entry.kind in ("city", "county", "division"):
        e = outer.entry
        at = e.lat, e.lon, round(e.radius_km, 1)
        place = Place(found[i].name, e.country, None, *at, "relative", geometry=Geometry("circle", *at, of=(e.name,)))
        return place, (_NONE, f"placed by {e.name}, with which it is named")
    return Reference(found[i].name), (_NONE, *_measured(i, found, text, pack))


def _measured(i: int, found: Sequence[Sighting], text: str, pack: Pack) -> tuple[str, ...]:
    """How far it is said to be from another name that has no place either: "12 kilometres north of Lutran"."""
    gap = text[found[i].span.end : found[i + 1].span.start] if i + 1 < len(found) else ""
    if not gap or len(gap) > 90 or stated_km(gap, pack) is None:
        return ()
    return (f"said to lie {' '.join(gap.strip(' ,(').split())} {found[i + 1].name}",)


def _holder(i: int, found: Sequence[Sighting], choices: Sequence[Choice | None], text: str) -> int | None:
    """The place that an unknown one is put into: the next one named ("X, the centre of Y"), or one whose name it bears."""
    known = [j for j, s in enumerate(found) if choices[j] and s.sense == "location"]
    gap = text[found[i].span.end : found[i + 1].span.start][:80] if i + 1 in known else ""
    if gap and _WITHIN.fullmatch(gap) and not (gap.strip() == "," and _listed(i, found, choices, text)):
        return i + 1
    return next((j for j in known if found[i].name.endswith(f" {found[j].name}")), None)


def _listed(i: int, found: Sequence[Sighting], choices: Sequence[Choice | None], text: str) -> bool:
    """Whether a name is one of a list here or elsewhere in the report."""
    return any(s.name == found[i].name and j + 1 < len(found) and _in_list(j, found, choices, text) for j, s in enumerate(found))


def _in_list(i: int, found: Sequence[Sighting], choices: Sequence[Choice | None], text: str) -> bool:
    """Whether "X, Y" are two of a list ("Delhi, X, Y and Manila"), not X in Y."""
    if _MORE.match(text, found[i + 1].span.end):
        return True
    before = text[found[i - 1].span.end : found[i].span.start] if i else "."
    after = text[found[i + 1].span.end : found[i + 2].span.start] if i + 2 < len(found) else "."
    inner, outer = entry_of(choices[i + 1]), entry_of(choices[i + 2]) if i + 2 < len(found) else None
    holder = inner is not None and outer is not None and contains(outer, inner)
    return bool(_COMMA.fullmatch(before)) or (bool(_COMMA.fullmatch(after)) and not holder)


def entry_of(choice: Choice | None) -> Entry | None:
    """The entry that was chosen, if any was."""
    return choice.entry if choice else None


def _plain(e: Entry) -> Place:
    return Place(e.name, e.country, e.geonames, e.lat, e.lon, round(e.radius_km, 1), e.kind)


def placed_after_all(
    text: str, found: Sequence[Sighting], grounded: Sequence[Grounding], regions: Sequence[Region]
) -> list[Grounding]:
    """The groundings of the sightings, where names without a place take the region that follows them ("X lies 2 km from Y, the
    centre of Z") or that another mention of them has."""
    regions = sorted(regions, key=lambda r: r.span.start)
    first = [_led(text, s, g, regions) if _open(g) else g for s, g in zip(found, grounded, strict=True)]
    there = {s.name: g for s, g in zip(found, first, strict=True) if isinstance(g.value, Place) and g.why[:1] == (_NONE,)}
    return [_shared(g, there[s.name]) if _open(g) and s.name in there else g for s, g in zip(found, first, strict=True)]


def _open(g: Grounding) -> bool:
    return isinstance(g.value, Reference) and g.why[:1] == (_NONE,)


def _led(text: str, s: Sighting, g: Grounding, regions: Sequence[Region]) -> Grounding:
    """``regions`` in the order of the text."""
    k = bisect_right(regions, s.span.end, key=lambda r: r.span.start)
    region = regions[k] if k < len(regions) and regions[k].span.start - s.span.end < CLOSE else None
    if region is None or not _LIES.fullmatch(text, s.span.end, region.span.start):
        return g
    return replace(g, value=replace(region.place, name=s.name), why=(_NONE, *region.why))


def _shared(g: Grounding, other: Grounding) -> Grounding:
    return replace(g, value=other.value, why=(*other.why, "by another mention of it"))
