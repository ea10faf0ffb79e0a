"""What the language's tables say about a place name, and the gazetteer's entries for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from sayso.lang import Pack

from .gazetteer import CLASSES, Entry, Gazetteer

LIMIT = 40


@dataclass(frozen=True, eq=False)
class PlaceNames:
    """English (or another language's) place words over one gazetteer; build once a process."""

    gazetteer: Gazetteer
    codes: dict[str, str]  # "Calif." -> "US.CA"
    demonyms: dict[str, str]  # "Tajik" -> "TJ"
    heads: dict[str, str]  # "province" -> "division"
    parts: dict[str, str]  # "Street" -> "street"
    common: frozenset[str]  # "March"
    before: frozenset[str]  # "in", "near"
    speaking: frozenset[str]  # lemmas: "say"
    longest: int = field(default=6)

    def candidates(self, name: str) -> tuple[Entry, ...]:
        """Entries that a name may stand for, most important first: its short form's, its own, and without "the" or "city"."""
        code = self.codes.get(name) or self.codes.get(name + ".")
        listed = self._coded(code) if code else None
        found = next((f for f in (self.gazetteer.find(n, LIMIT) for n in _ways(name, self.heads)) if f), ())
        return (listed, *(e for e in found if e.rank != listed.rank)) if listed else found

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
    kinds = {role: {row[0]: row[2] if len(row) > 2 else "" for row in words if row[1] == role} for role in ("head", "part")}
    sets = {role: frozenset(row[0] for row in words if row[1] == role) for role in ("common", "in", "speaks")}
    codes = {row[0]: row[1] for row in pack.table("place_names")}
    return PlaceNames(gazetteer, codes, people, kinds["head"], kinds["part"], sets["common"], sets["in"], sets["speaks"])


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
