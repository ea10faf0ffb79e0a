"""What the language's tables say about a place name, and the gazetteer's entries for it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from sayso.lang import Pack

from .fold import fold
from .gazetteer import CLASSES, Entry, Gazetteer

LIMIT = 40


@dataclass(frozen=True, eq=False)
class PlaceNames:
    """English (or another language's) place words over one gazetteer; build once a process."""

    gazetteer: Gazetteer
    codes: dict[str, str]  # "Calif." -> "US.CA"
    demonyms: dict[str, str]  # "Tajik" -> "TJ"
    openers: frozenset[str]  # their first words
    heads: dict[str, str]  # "province" -> "division"
    parts: dict[str, str]  # "Street" -> "street"
    common: frozenset[str]  # "March"
    before: frozenset[str]  # "in", "near"
    sides: frozenset[str]  # "northern"
    roads: frozenset[str]  # "Highway"
    apart_words: frozenset[str]  # "Airways", "Times"
    local: frozenset[str]  # "Police"
    units: frozenset[str]  # "km"
    measures: frozenset[str]  # "km", "hours"
    ways: frozenset[str]  # "highway"
    lowly: frozenset[str]  # words that are common in small letters
    given: frozenset[str]  # given names
    speaking: frozenset[str]  # lemmas: "say"
    generic: frozenset[str]  # "puerto", "sur"
    seats: frozenset[str]  # "embassy"
    titles: frozenset[str]  # "president"
    states: frozenset[str]  # "president", "embassy": of a country, not of a town

    def candidates(self, name: str) -> tuple[Entry, ...]:
        """Entries that a name may stand for, most important first: its short form's, its own, and without "the" or "city"."""
        listed = self.listed(name) or self.listed(name + ".")
        found = next((f for f in (self.gazetteer.find(n, LIMIT) for n in _ways(name, self.heads)) if f), ())
        found = self._of_kind(name, found)
        return (listed, *(e for e in found if e.rank != listed.rank)) if listed else found

    def _of_kind(self, name: str, found: tuple[Entry, ...]) -> tuple[Entry, ...]:
        """"Derby County" is no city, whatever stands first under "Derby"."""
        kind = self.heads.get(name.rsplit(" ", 1)[-1].lower()) if " " in name else None
        if kind not in ("county", "division"):
            return found
        return tuple(e for e in found if e.kind in ("county", "division", "region") or fold(e.name) == fold(name))

    def listed(self, name: str) -> Entry | None:
        """The country or division of a short form: "Calif.", "U. S."."""
        code = self.codes.get(name) or self.codes.get(name.replace(". ", "."))
        return self._coded(code) if code else None

    def exact(self, name: str) -> tuple[Entry, ...]:
        """Entries of the very words."""
        listed = self.listed(name)
        return (listed,) if listed else self.gazetteer.find(name, LIMIT)

    def ordinary(self, name: str) -> bool:
        """A word that is seldom a place though one is called so: "March", "Green"; and short runs of capitals."""
        return name in self.common or name.lower() in self.lowly or (name.isupper() and len(name) < 5)

    def apart(self, word: str) -> bool:
        """A last word after which a place in a body's name says nothing of where: "Airways", "Times"."""
        return word in self.apart_words or word.lower() in self.apart_words

    def home(self, demonym: str) -> Entry | None:
        """The country or region of a people's name."""
        target = self.demonyms.get(demonym)
        if not target:
            return None
        return self._coded(target) or next(iter(self.gazetteer.find(target, 1)), None)

    def _coded(self, code: str) -> Entry | None:
        country, _, admin1 = code.partition(".")
        if len(country) != 2 or not country.isupper():
            return None
        return self.gazetteer.division(country, admin1) if admin1 else self.gazetteer.country(country)


@lru_cache(maxsize=8)
def place_names(pack: Pack, gazetteer: Gazetteer) -> PlaceNames:
    """The tables of a pack, made ready for lookup."""
    words = pack.table("place_words")
    people = {form: row[1] for row in pack.table("demonyms") for form in (row[0], *"".join(row[2:3]).split("|")) if form}
    people |= {form.upper(): target for form, target in people.items() if len(form) > 3}
    several = {_plural(row[0]): row[2] for row in words if row[1] == "head"}
    kinds = {role: {row[0]: row[2] if len(row) > 2 else "" for row in words if row[1] == role} for role in ("head", "part")}
    roles = ("common", "in", "speaks", "side", "road", "apart", "local", "generic", "seat", "state")
    common, before, speaks, sides, roads, apart, local, generic, seats, states = (
        frozenset(row[0] for row in words if row[1] == role) for role in roles
    )
    press = frozenset(row[0].split()[-1] for row in pack.table("press") if len(row) > 1 and row[1] != "agency")
    relations = pack.table("place_relations")
    units, clocks, ways = (frozenset(row[0] for row in relations if row[1] == kind) for kind in ("unit", "clock", "way"))
    codes = {row[0]: row[1] for row in pack.table("place_names")}
    return PlaceNames(
        gazetteer, codes, people, frozenset(form.split()[0] for form in people), several | kinds["head"], kinds["part"],
        common, before, sides, roads, apart | press, local, units, units | clocks, ways, pack.column("word_counts"),
        pack.column("given_names"), speaks, generic, seats, frozenset(title.lower() for title in pack.column("titles")),
        states,
    )  # fmt: skip


def _plural(word: str) -> str:
    return word[:-1] + "ies" if word.endswith("y") else word + "s"


def _ways(name: str, heads: dict[str, str]) -> list[str]:
    """A name and its barer forms: "the Bronx", "Herat Province", "City of Derby"."""
    words = name.split()
    ways = [name]
    if len(words) > 1 and words[0].lower() == "the":
        ways.append(" ".join(words[1:]))
    if len(words) > 1 and words[-1].lower() in heads and heads[words[-1].lower()] in CLASSES:
        ways.append(" ".join(words[:-1]))
    if len(words) > 2 and words[0].lower() in heads and words[1].lower() == "of":
        ways.append(" ".join(words[2:]))
    return ways
