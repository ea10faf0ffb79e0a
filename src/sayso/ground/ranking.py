"""Which of the places of one name is meant: size, company, containment, nearness."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from .fold import fold, likeness
from .gazetteer import Entry

Floats = npt.NDArray[np.float64]
CLASS = {"country": 2.5, "continent": 2.5, "region": 1.0, "sea": 1.0, "river": 0.0, "division": 0.6, "county": -1.2, "city": 0.0}
FORM = {"name": 0.0, "alternate": -1.4, "sound": -1.5}
NEAR_KM = 120.0
LINKED_KM = 300.0  # between two places that something lies between
ROUNDS = 8
COUNTY, MEASURED, CAPITAL, NICKNAME = 1.5, 2.5, 12.0, 4.0
VARIANT, ALIKE = 0.7, 0.7  # what a mere spelling gets back of the discount; how alike it must be
ALONE = 0.1  # support below this is none


@dataclass(slots=True)
class Named:
    """One name of a report with what may be meant by it. ``within`` are positions of names said to contain it:
    "Athens, Georgia" (weight 6), "Athens in Georgia" (3)."""

    name: str
    candidates: tuple[Entry, ...]
    hint: str | None = None  # "division" for "the province of X", "capital" for "the embassy in X"
    within: list[tuple[int, float]] = field(default_factory=list)
    apart: list[tuple[int, float]] = field(default_factory=list)  # (position of a name, km to it as the text has it; 0: not far)
    count: int = 1
    fixed: bool = False  # a demonym: it gives company but needs no choice


@dataclass(frozen=True, slots=True)
class Focus:
    """Where a report comes from: the country of its publisher's address, where that tells."""

    country: str | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """The entry chosen, what the rest of the report adds to it, and the reasons."""

    entry: Entry
    support: float
    why: tuple[str, ...]


def resolve(names: Sequence[Named], focus: Focus) -> list[Choice | None]:
    """One choice a name, made together: each round looks at the company that the round before chose."""
    field_of = _Field(names, focus)
    company = np.zeros(len(field_of.entries))
    chosen = field_of.best(field_of.prior)
    for _ in range(ROUNDS):
        company = field_of.company(chosen)
        before, chosen = chosen, field_of.best(field_of.prior + company)
        if chosen == before:
            break
    return [field_of.choice(i, company) for i in range(len(names))]


class _Field:
    """All candidates of all names in a row, as arrays; ``owner`` tells whose each is."""

    def __init__(self, names: Sequence[Named], focus: Focus) -> None:
        self.names = names
        self.entries = [e for n in names for e in n.candidates]
        self.owner = np.array([i for i, n in enumerate(names) for _ in n.candidates], dtype=np.int64)
        self.stops = np.cumsum([0, *(len(n.candidates) for n in names)])
        self.where = _unit(self.entries)
        self.qualified = self._contained()
        self.county = self._counties()
        priors = [_prior(e, names[i], focus) for e, i in zip(self.entries, self.owner, strict=True)]
        self.prior = self.qualified + self.county + self._measured() + priors - self._named_apart()

    def best(self, scores: Floats) -> list[int]:
        """Position of the best candidate of each name, -1 where there is none."""
        return [int(a + np.argmax(scores[a:b])) if b > a else -1 for a, b in zip(self.stops, self.stops[1:], strict=False)]

    def company(self, chosen: list[int]) -> Floats:
        """What the other names' places add: the same country and division, named containers, nearness."""
        others = [c for c in chosen if c >= 0]
        if not others:
            return np.zeros(len(self.entries))
        return self._shared(others) + self._near(others)

    def _shared(self, others: list[int]) -> Floats:
        weight = {c: math.sqrt(self.names[self.owner[c]].count) for c in others}
        lands, parts, total = Counter[str](), Counter[tuple[str, str]](), 0.0
        named = {(e.country, e.admin1 if e.kind == "division" else None) for e in (self.entries[c] for c in others)
                 if e.kind in ("country", "division")}  # fmt: skip
        for c in others:
            e = self.entries[c]
            total += weight[c]
            if e.country:
                lands[e.country] += weight[c]  # type: ignore[assignment]
                if e.admin1:
                    parts[e.country, e.admin1] += weight[c]  # type: ignore[assignment]
        own = {int(self.owner[c]): c for c in others}
        return np.array([self._belongs(k, e, own, weight, lands, parts, total, named) for k, e in enumerate(self.entries)])

    def _belongs(self, k: int, e: Entry, own: dict[int, int], weight: dict[int, float], lands: Counter[str],
                 parts: Counter[tuple[str, str]], total: float, named: set[tuple[str | None, str | None]]) -> float:  # fmt: skip
        if not e.country or e.kind == "country":
            return 0.0
        mine = own.get(int(self.owner[k]), -1)
        w, me = weight.get(mine, 0.0), self.entries[mine] if mine >= 0 else None
        same = lands[e.country] - (w if me and me.country == e.country else 0.0)
        part = parts[e.country, e.admin1 or ""] - (w if me and (me.country, me.admin1) == (e.country, e.admin1) else 0.0)
        score = 2.0 * same / (total - w + 1.0) + 2.0 * part / (total - w + 1.0)
        score += 0.7 if (e.country, None) in named else 0.0
        return score + (1.5 if e.kind != "division" and (e.country, e.admin1) in named else 0.0)

    def _near(self, others: list[int]) -> Floats:
        """How close the nearest few places of other names lie; countries and continents are no neighbours."""
        local = [c for c in others if self.entries[c].kind in ("city", "county", "division")]
        if not local:
            return np.zeros(len(self.entries))
        km = 6371.0 * np.arccos(np.clip(self.where @ self.where[local].T, -1.0, 1.0))
        pull = np.exp(-km / NEAR_KM) * np.array([1.0 if self.entries[c].kind != "division" else 0.5 for c in local])
        pull[self.owner[:, None] == self.owner[local][None, :]] = 0.0
        wide = np.array([e.kind in ("country", "continent") for e in self.entries])
        return np.where(wide, 0.0, 2.2 * np.minimum(pull.sum(axis=1), 1.5))

    def _contained(self) -> Floats:
        """What "Athens, Georgia" says of both: the Athens in that Georgia, and the Georgia that has an Athens."""
        bonus = np.zeros(len(self.entries))
        for i, named in enumerate(self.names):
            for j, weight in named.within:
                self._pair(i, j, weight, bonus)
        return bonus

    def _counties(self) -> Floats:
        """What a city and its own county, both named in the report, say of each other."""
        bonus, holders = np.zeros(len(self.entries)), {e.rank: k for k, e in enumerate(self.entries) if e.kind == "county"}
        for k, e in enumerate(self.entries):
            j = holders.get(e.county) if e.county is not None else None
            if j is not None and self.owner[j] != self.owner[k]:
                bonus[k] = bonus[j] = COUNTY
        return bonus

    def _named_apart(self) -> Floats:
        """What speaks against an old or other name of a town that the report calls by its own: it would be two towns."""
        own = {e.rank: self.names[i].name for e, i in zip(self.entries, self.owner, strict=True) if e.matched == "name"}
        called = [self.names[i].name for i in self.owner]
        return np.array([
            NICKNAME if e.kind == "city" and own.get(e.rank, n) != n and e.matched == "alternate" and not variant(n, e) else 0.0
            for e, n in zip(self.entries, called, strict=True)
        ])  # fmt: skip

    def _measured(self) -> Floats:
        """What a distance in the text says of both its ends; by road it may be twice that of the crow."""
        bonus = np.zeros(len(self.entries))
        for i, named in enumerate(self.names):
            for j, km in named.apart:
                low, high = (0.5 * km - 5, 1.2 * km + 5) if km else (0.0, LINKED_KM)
                for a in self._of(i):
                    for b in self._of(j):
                        if low <= self.entries[a].km_to(self.entries[b]) <= high:
                            bonus[a] = bonus[b] = MEASURED
        return bonus

    def _pair(self, inner: int, outer: int, weight: float, bonus: Floats) -> None:
        inside, around = self._of(inner), self._of(outer)
        if self.names[inner].hint is None and inside and self.entries[inside[0]].kind == "country" and weight < 6:
            return
        for a in inside:
            for b in around:
                if contains(self.entries[b], self.entries[a]):
                    bonus[a] = max(bonus[a], weight)
                    bonus[b] = max(bonus[b], weight / 3)

    def _of(self, name: int) -> range:
        return range(int(self.stops[name]), int(self.stops[name + 1]))

    def choice(self, name: int, company: Floats) -> Choice | None:
        span = self._of(name)
        if not span:
            return None
        best = min(span, key=lambda k: (-self.prior[k] - company[k], self.entries[k].rank))
        support = float(company[best] + self.qualified[best] + self.county[best])
        return Choice(self.entries[best], support, tuple(self._reasons(best, len(span), support >= ALONE)))

    def _reasons(self, k: int, rivals: int, supported: bool) -> list[str]:
        e, named = self.entries[k], self.names[self.owner[k]]
        why = [f"gazetteer: {e.name}, {e.kind}" + (f", {e.country}" if e.country else "")]
        if e.matched != "name":
            why.append(f"matched by {e.matched}")
        if self.qualified[k] > 0:
            why.append("named with the place that contains it" if named.within else "contains a place named with it")
        if self.county[k] > 0:
            why.append("city and county are both named")
        by = "size and the other places of the report" if supported else "size alone: nothing else in the report lies there"
        company = f"one of {rivals} of that name, by {by}"
        why.append("only entry of that name" if rivals == 1 else company)
        return why


def contains(outer: Entry, inner: Entry) -> bool:
    """Whether an entry lies in another by its codes: a city in its county, division, country."""
    if outer.rank == inner.rank or not outer.country or outer.country != inner.country:
        return False
    if outer.kind == "country":
        return inner.kind != "country"
    if outer.kind == "division":
        return inner.kind not in ("country", "division") and outer.admin1 == inner.admin1
    return outer.kind == "county" and inner.kind == "city" and inner.county == outer.rank


def _prior(e: Entry, named: Named, focus: Focus) -> float:
    score = 0.5 * math.log10(e.population + 10) + CLASS.get(e.kind, 0.5) + FORM[e.matched] + (2.0 if e.capital else 0.0)
    spelt = variant(named.name, e)
    score += VARIANT if spelt else 0.0
    score -= NICKNAME if e.matched == "alternate" and not spelt and e.kind == "city" and _names_land(named.candidates) else 0.0
    if named.hint == "capital":
        score += CAPITAL if e.capital else 0.0
    elif named.hint:
        score += 3.0 if e.kind == named.hint else -1.0
    return score + (0.8 if focus.country and e.country == focus.country else 0.0)


def _names_land(candidates: Sequence[Entry]) -> bool:
    """Whether a name is a country's or division's own: "Florida" is hardly a town once called so."""
    return any(e.matched == "name" and e.kind in ("country", "division") for e in candidates)


def variant(name: str, e: Entry) -> bool:
    """Whether an alternate name is another spelling of the entry's own ("Puli Alam"), not a name from long ago."""
    return e.matched == "alternate" and likeness(fold(name), fold(e.name)) >= ALIKE


def _unit(entries: list[Entry]) -> Floats:
    lat, lon = np.radians([[e.lat for e in entries], [e.lon for e in entries]])
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)
