"""Places that nothing vouches for: the one name that the gazetteer happens to have among names that it lacks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from .fold import fold
from .gazetteer import Entry
from .placenames import PlaceNames
from .ranking import ALONE, Choice, Focus
from .search import FAMOUS
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
    entries = {k: c.entry for k, c in zip(keys, choices, strict=True) if c and (c.entry.matched == "name" or c.support >= ALONE)}
    lacking = {key for key, s in zip(keys, found, strict=True) if key not in entries and _is_settlement(s, names)}
    stated = {keys[i] for i, s in enumerate(found) if _of_state(text, s, names) and _is_town(entries.get(keys[i]))}
    dated = {key for key, s in zip(keys, found, strict=True) if s.dated}
    stated = {key for key in stated - dated if _apart(key, entries)}
    unsure = {key for key, e in entries.items() if key not in dated and not _known(key, e, focus)}
    lone: set[str] = set(stated)
    for _ in range(_ROUNDS):
        lands = Counter(e.country for key, e in entries.items() if key not in lone and e.country)
        more = {key for key in unsure - lone if lands[entries[key].country or ""] < 2}
        if not more or not _outnumbered(more, entries, len(entries) - len(lone | more), len(lacking | lone), names):
            break
        lone |= more
    return frozenset(i for i, key in enumerate(keys) if key in lone and found[i].sense != "demonym")


def _apart(key: str, entries: dict[str, Entry]) -> bool:
    """Whether fewer than two other names lie in a place's country."""
    return sum(e.country == entries[key].country for other, e in entries.items() if other != key) < 2


def _outnumbered(more: set[str], entries: dict[str, Entry], sure: int, unknown: int, names: PlaceNames) -> bool:
    """Whether names without a place are as many as those that have a sure one, or all that there are."""
    rivalled = any(len(names.gazetteer.find(entries[key].name, 2)) > 1 for key in more)
    small = all(entries[key].population < FAMOUS for key in more)
    return unknown >= max(2, sure) or (unknown == 1 and not sure and rivalled and small)


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
