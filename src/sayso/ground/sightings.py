"""Place names in the text of a report and what stands between them: "Athens, Georgia", "Derby in Kansas"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sayso.records import Span

from .fold import fold
from .gazetteer import Entry
from .placenames import PlaceNames
from .ranking import Choice, Focus, Named, contains, resolve

Sense = Literal["location", "metonym", "demonym"]
SURE = 6.0
GAPS: tuple[tuple[re.Pattern[str], float], ...] = (
    (re.compile(r",\s{0,2}|\s?\(\s?"), SURE),
    (re.compile(r",?\s+(?:in|of)\s+(?:the\s+)?(?:\w+\s+)?", re.I), 3.0),
    (re.compile(r"\s+(?:province|state|county|district|region|in|of)(?:\s+of|\s+in)?,?\s+", re.I), 3.0),
)
OWNER = re.compile(r"['’]s?\s+(?:\w+\s+){0,3}|(?:\s+\w+){0,2}\s+(?:of|in)\s+(?:the\s+)?|(?:\s+\w+)?\s+")


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name of a place as it stands in the text; ``hint`` is the kind its common noun gives it."""

    span: Span
    name: str
    sense: Sense = "location"
    hint: str | None = None
    town: bool = False  # spoken of as a town, where its province has the same name
    dated: bool = False  # of a dateline
    wide: bool = False  # "the" stands before it: no town, unless its name has the article


def settle(
    text: str, sightings: Sequence[Sighting], names: PlaceNames, focus: Focus, apart: Mapping[int, float] | None = None
) -> list[Choice | None]:
    """The place of every sighting; sightings of one name share theirs unless each names what contains it.

    ``apart`` gives the kilometres that the text puts between a sighting and the next: "Derby, 12 km south of Wichita".
    """
    around = [_container(text, sightings, i) for i in range(len(sightings))]
    outer = [sightings[j].name if j is not None and weight == SURE else None for j, weight in around]
    keys = [_key(s, container, names) for s, container in zip(sightings, outer, strict=True)]
    groups: dict[tuple[str, str | None, str], int] = {}
    named: list[Named] = []
    for key, sighting in zip(keys, sightings, strict=True):
        if key not in groups:
            groups[key] = len(named)
            named.append(_named(sighting, names))
        else:
            named[groups[key]].count += 1
            named[groups[key]].hint = named[groups[key]].hint or sighting.hint
            if sighting.wide:
                named[groups[key]].candidates = _not_towns(named[groups[key]].candidates)
    for key, (j, weight) in zip(keys, around, strict=True):
        if j is not None and (groups[keys[j]], weight) not in named[groups[key]].within:
            named[groups[key]].within.append((groups[keys[j]], weight))
    for i, km in (apart or {}).items():
        named[groups[keys[i]]].apart.append((groups[keys[i + 1]], km))
    choices = resolve(named, focus)
    return [_town(choices[groups[key]], s, names) for key, s in zip(keys, sightings, strict=True)]


def _town(choice: Choice | None, sighting: Sighting, names: PlaceNames) -> Choice | None:
    """"12 km from Kunduz" is said of the city, where city and province have one name."""
    if choice is None or choice.entry.kind != "division" or not sighting.town:
        return choice
    seats = (e for e in names.candidates(sighting.name) if e.kind == "city" and contains(choice.entry, e))
    seat = next(seats, None)
    return replace(choice, entry=seat) if seat else choice


def _key(s: Sighting, container: str | None, names: PlaceNames) -> tuple[str, str | None, str]:
    """"DERBY" in the dateline is "Derby" in the text, but "US" is not "us"."""
    name = s.name if s.name in names.codes else fold(s.name)
    return name, container, s.sense if s.sense == "demonym" else ""


def _named(s: Sighting, names: PlaceNames) -> Named:
    if s.sense == "demonym":
        home = names.home(s.name)
        return Named(s.name, (home,) if home else (), fixed=True)
    found = names.candidates(s.name)
    return Named(s.name, _not_towns(found) if s.wide else found, s.hint)


def _not_towns(found: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """What can be meant by "the X": regions, countries, and "The Hague"."""
    return tuple(e for e in found if e.kind not in ("city", "county") or e.name.startswith("The "))


def _container(text: str, sightings: Sequence[Sighting], i: int) -> tuple[int | None, float]:
    """The sighting that names what contains the i-th: the next one ("X, Y"; "X in Y") or the one before ("Y's X")."""
    here = sightings[i]
    if here.sense == "demonym":
        return None, 0.0
    if i + 1 < len(sightings) and sightings[i + 1].span.start - here.span.end < 30:
        gap = text[here.span.end : sightings[i + 1].span.start]
        for pattern, weight in GAPS:
            if pattern.fullmatch(gap):
                return i + 1, weight
    if i and here.span.start - sightings[i - 1].span.end < 40:
        gap = text[sightings[i - 1].span.end : here.span.start]
        if (gap[:1] in "'’" or sightings[i - 1].sense == "demonym") and OWNER.fullmatch(gap):
            return i - 1, 2.5
    return None, 0.0
