"""Places named by what they are: "the capital", "the Guatemalan capital"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.records import Span

from .company import PROMINENT
from .gazetteer import Entry
from .placenames import PlaceNames

_CAPITAL = re.compile(
    r"\b(?P<which>the|this)\s+(?:(?:country|nation)['’]s\s+)?(?:(?P<of>[^\W\d_][\w-]+)(?:['’]s)?\s+)?capital(?:\s+city)?\b"
    r"(?!\s+(?:of|punishment|gains|markets?|letters?)\b)(?![-\w])",
    re.I,
)
CLEAR = 0.6  # share of the places of a report that a country needs for its capital to be "the capital"


@dataclass(frozen=True, slots=True)
class Ground:
    """What a report's other places establish: the entries they were given, the dateline's, and how many names have none."""

    entries: tuple[Entry, ...]
    here: Entry | None = None
    lacking: int = 0


def capitals(text: str, ground: Ground, names: PlaceNames) -> Iterator[tuple[Span, Entry]]:
    """Each phrase and the city it means; where the report's country is not certain, none."""
    here, home = ground.here, _home(ground)
    for m in _CAPITAL.finditer(text):
        country = _country(m["of"], names) if m["of"] else here.country if here and m["which"].lower() == "this" else home
        city = names.gazetteer.capital(country) if country else None
        if city:
            yield Span(*m.span()), city


def _country(people: str, names: PlaceNames) -> str | None:
    """Of "Guatemalan", "GUATEMALAN" or "Kenya's"."""
    home = names.home(people) or names.home(people.capitalize())
    found = home or next((e for e in names.exact(people) if e.kind == "country"), None)
    return found.country if found else None


def _home(ground: Ground) -> str | None:
    """The country that most of a report's places lie in, if it is where the report comes from or far ahead of others."""
    lands = Counter(e.country for e in ground.entries if e.country)
    country, count = lands.most_common(1)[0] if lands else (None, 0)
    ours = ground.here is not None and ground.here.country == country
    return country if country and (ours or count >= CLEAR * lands.total()) and _certain(country, ground) else None


def _certain(country: str, ground: Ground) -> bool:
    """Whether a report names the country, its capital or a great city of it, or more places there than it has unknown ones."""
    there = {e.rank: e for e in ground.entries if e.country == country}.values()
    named = any(e.kind == "country" or e.capital or e.population >= PROMINENT for e in there)
    return named or len(there) > max(1, ground.lacking)
