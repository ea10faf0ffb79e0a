"""Parts of towns that bear a town's name: "East London" in a report on London is no port in South Africa."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sayso.lang import Pack
from sayso.records import Place

from .anchors import anchored
from .gazetteer import Entry
from .placenames import PlaceNames
from .ranking import ALONE, Choice
from .relation_words import relations
from .relative import part_of
from .sightings import Sighting

FAR = 150.0  # km


def part_meant(
    i: int, found: Sequence[Sighting], choices: Sequence[Choice | None], names: PlaceNames, pack: Pack
) -> tuple[Place, tuple[str, ...]] | None:
    """The part of a town that a name means, where nothing in the report speaks for the town that is called so."""
    choice, (side, _, rest) = choices[i], found[i].name.partition(" ")
    if choice is None or choice.entry.kind not in ("city", "county"):
        return None
    if not rest or choice.support >= ALONE or relations(pack).towards(side) is None:
        return None
    if any(e.kind == "country" and e.country == choice.entry.country for e in _others(i, found, choices)):
        return None
    base = _base(rest, _others(i, found, choices), names)
    if base is None or base.country == choice.entry.country or base.km_to(choice.entry) < FAR:
        return None
    region = part_of(anchored(found[i].span, _bare(base), base), side.lower(), found[i].name, pack)
    return region.place, (*region.why, f"not {choice.entry.name} in {choice.entry.country}, for which nothing speaks")


def _others(i: int, found: Sequence[Sighting], choices: Sequence[Choice | None]) -> list[Entry]:
    return [c.entry for s, c in zip(found, choices, strict=True) if c and s.name != found[i].name]


def _base(rest: str, others: Sequence[Entry], names: PlaceNames) -> Entry | None:
    """The town of the bare name: one of the report's own, or one in the country that most of its places lie in."""
    lands = Counter(e.country for e in others if e.country).most_common(1)
    towns = [e for e in names.exact(rest) if e.kind == "city" and e.matched == "name"]
    own = (e for e in towns if any(o.rank == e.rank for o in others))
    return next(own, next((e for e in towns if lands and e.country == lands[0][0]), None))


def _bare(e: Entry) -> Place:
    return Place(e.name, e.country, e.geonames, e.lat, e.lon, round(e.radius_km, 1), "city")
