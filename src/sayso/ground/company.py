"""Places that nothing vouches for: the one name that the gazetteer happens to have among names that it lacks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from .fold import fold
from .gazetteer import Entry
from .placenames import PlaceNames
from .ranking import ALONE, Choice, Focus, variant
from .search import FAMOUS, LARGE
from .sightings import Sighting

PROMINENT = 500_000  # people; a body's name that has such a town's in it needs no other word for it
_ROUNDS = 4
_OF = re.compile(r"(\w+)\s+of\s+$")
_HAS = re.compile(r"['’]s?\s+(?:\w+\s+)?(\w+)")


def strangers(
    text: str, found: Sequence[Sighting], choices: Sequence[Choice | None], names: PlaceNames, focus: Focus
) -> frozenset[int]:
    """Sightings whose place is taken back: a report on Osmet, Lutran and Belmonte, of which the gazetteer knows but a Belmonte
    somewhere, is of none of its Belmontes. Which country it is of must be told by another place of that country, by a name
    that everybody knows, or by where it was published."""
    keys = [fold(s.name) for s in found]
    entries = {k: c.entry for k, s, c in zip(keys, found, choices, strict=True) if c and not misnamed(s, c)}
    company = _Company(dict(zip(keys, found, strict=True)), entries, names)
    stated = {k for k, s in zip(keys, found, strict=True) if _of_state(text, s, names) and _is_town(entries.get(k))}
    lone = company.lone(stated, {k for k, s in zip(keys, found, strict=True) if s.dated}, focus)
    return frozenset(i for i, key in enumerate(keys) if key in lone and found[i].sense != "demonym")


class _Company:
    """The names of a report: those with a place (``entries``), and the settlements among those without (``lacking``)."""

    def __init__(self, named: dict[str, Sighting], entries: dict[str, Entry], names: PlaceNames) -> None:
        self.entries, self.names = entries, names
        self.lacking = {key for key, s in named.items() if key not in entries and _is_settlement(s, names)}
        self.peoples = {key for key, s in named.items() if s.sense == "demonym"}

    def lone(self, stated: set[str], dated: set[str], focus: Focus) -> set[str]:
        """The names of which nothing vouches for the place, and then those for which only such names did."""
        firm = {k for k in dated & self.entries.keys() if self._stands(self.entries[k])}
        unsure = {k for k, e in self.entries.items() if k not in firm and not _known(k, e, focus)}
        around = self._lands(set(self.entries))
        lone = {k for k in stated - firm if around[self._land(k)] < 3}
        for _ in range(_ROUNDS):
            lone |= self._more(unsure - lone, lone)
        return lone

    def _stands(self, entry: Entry) -> bool:
        """Whether a dateline's place needs no company: a large one, or one of that very name where the others have places."""
        return entry.population >= FAMOUS or (entry.matched == "name" and len(self.lacking) < 2)

    def _more(self, unsure: set[str], lone: set[str]) -> set[str]:
        """Those that stand alone in their country; for a name that is not the place's own no mere "American" is company."""
        own = {k for k, e in self.entries.items() if e.matched == "name" or e.population >= FAMOUS}
        lands, named = self._lands(own - lone), self._lands(own - lone - self.peoples)
        more = {k for k in unsure if (lands[self._land(k)] < 2 if k in own else not named[self._land(k)])}
        if more and self._outnumbered(more, lone, len(own - lone - more)):
            return more
        return {k for k in more if self.entries[k].population < LARGE and self.lacking}

    def _land(self, key: str) -> str:
        return self.entries[key].country or ""

    def _lands(self, keys: set[str]) -> Counter[str]:
        """How many names lie in each country."""
        return Counter(self._land(key) for key in keys)

    def _outnumbered(self, more: set[str], lone: set[str], sure: int) -> bool:
        """Whether names without a place are as many as those that have a sure one, or all that there are."""
        unknown = len(self.lacking | lone)
        rivalled = any(len(self.names.gazetteer.find(self.entries[key].name, 2)) > 1 for key in more)
        small = all(self.entries[key].population < FAMOUS for key in more)
        if not sure and small and (len(more) > 1 or (unknown and rivalled)):
            return True  # each in another land, or beside a name of none
        return unknown >= max(2, sure)


def misnamed(sighting: Sighting, choice: Choice) -> bool:
    """Whether a small place is meant only by another name of it for which nothing in the report speaks."""
    entry, needed = choice.entry, ALONE if variant(sighting.name, choice.entry) else 1.0
    small = entry.kind in ("city", "county") and entry.population < FAMOUS
    return entry.matched != "name" and choice.support < needed and small


def _is_settlement(s: Sighting, names: PlaceNames) -> bool:
    """Not a street or building, which no gazetteer has: "Mill Street" says nothing of where a report is from."""
    last = s.name.rsplit(" ", 1)[-1]
    return s.sense == "location" and last not in names.parts and last.lower() not in names.lowly and not last[-1:].isdigit()


def _known(key: str, entry: Entry, focus: Focus) -> bool:
    """A country, a sea, a city of millions, a large town of which there is but one, or a place of the publisher's country."""
    if entry.kind not in ("city", "county", "division") or not entry.country or entry.country == focus.country:
        return True
    if entry.kind == "county" and " " in key:
        return True  # "Anderson County": towns of other lands are not called so
    return entry.population >= PROMINENT or (entry.capital and entry.population >= FAMOUS * 3)


def _is_town(entry: Entry | None) -> bool:
    return entry is not None and entry.kind in ("city", "county") and not entry.capital and entry.population < PROMINENT


def _of_state(text: str, s: Sighting, names: PlaceNames) -> bool:
    """ "The president of X", "X's parliament"."""
    before = _OF.search(text, max(0, s.span.start - 30), s.span.start)
    after = _HAS.match(text, s.span.end)
    words = {m.group(1).lower() for m in (before, after) if m}
    return not words.isdisjoint(names.states)
