"""Values of a slot with everybody who tells them, and which of them is best attested.

UCDP's coding of fatalities has a low, a best and a high estimate; so has a slot here. Best is what most independent origins
give; then what most origins give; then the latest; then the most exact. Where two values are level in all of that, none is.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

from sayso.records import Account, Attested, Bearing, Interval, Place, Quantity, Telling, Value

from .algebra import bounded, bounds, limits
from .counts import definite
from .history import history
from .slots import Slots
from .sources import key
from .support import Backing, ref

LATEST = "9999-12-31"


@dataclass(frozen=True)
class Entry:
    """One claim's value for a slot. ``on_word_of`` are sources beyond the claim's own chain: whoever is said to deny it."""

    claim: Slots
    value: Value
    shown: str
    mention: str | None
    bearing: Bearing = "holds"
    on_word_of: tuple[str, ...] = ()

    @property
    def held(self) -> bool:
        return self.bearing in ("holds", "claims")

    def telling(self, backing: Backing) -> Telling:
        by = (*self.claim.chain.names, *self.on_word_of)
        return Telling(ref(self.claim), self.mention, self.claim.profile.day, by, self.bearing, backing.origin(self.claim))


def identity(value: Value) -> Hashable:
    """The same for values that are one."""
    match value:
        case Quantity():
            return value.unit, value.low, value.high, value.approximate
        case Interval():
            return bounds(value) if bounded(value) else value.edtf
        case Place():
            return value.geonames or value.name.casefold(), value.precision if value.geometry else ""
        case _:
            return value.name.casefold()


def core(value: Value, number: int) -> Hashable:
    """The same for values that are told as one number, more or less exactly: "at least seven" and "seven"."""
    return (value.unit, value.low if value.low is not None else value.high) if isinstance(value, Quantity) else number


def account(
    story: str, slot: str, of: str, entries: Iterable[Entry], backing: Backing, one: Callable[[Value], Hashable] = identity
) -> Account:
    """``one`` gives the same for values that are to be taken for one."""
    ordered = sorted(entries, key=lambda e: (e.claim.profile.day or LATEST, e.claim.report, e.claim.claim.span, e.shown))
    groups: dict[Hashable, list[Entry]] = {}
    for entry in ordered:
        groups.setdefault(one(entry.value), []).append(entry)
    values, number = list(groups.values()), {k: i for i, k in enumerate(groups)}
    made = tuple(_attested(group, backing) for group in values)
    best, why = best_of(values, made, backing)
    low, high = envelope(values)
    steps = history([(e.claim, e.value, number[one(e.value)]) for e in ordered if e.held and e.claim.profile.day])
    return Account(story, slot, of, made, low, best, high, why, steps)


def _attested(group: Sequence[Entry], backing: Backing) -> Attested:
    holding = [e.claim for e in group if e.held]
    number, why = backing.count(holding) if holding else (0, "nobody holds it")
    fullest = max(group, key=lambda e: len(getattr(e.value, "name", "")))
    return Attested(fullest.value, fullest.shown, tuple(e.telling(backing) for e in group), number, why)


def best_of(values: Sequence[Sequence[Entry]], made: Sequence[Attested], backing: Backing) -> tuple[int | None, str]:
    """The number of the best-attested value, and how it was chosen; None where that cannot be told."""
    pools: dict[Hashable, list[Entry]] = {}
    number = {id(e): i for i, group in enumerate(values) for e in group}
    for entry in standing([e for group in values for e in group]):
        pools.setdefault(core(entry.value, number[id(entry)]), []).append(entry)
    if not pools:
        return None, "nobody holds any value"
    ranks = {k: rank(pool, backing) for k, pool in pools.items()}
    top = max(ranks.values())
    first = [k for k, r in ranks.items() if r == top]
    if len(first) > 1:
        return None, f"{len(first)} values are equally well attested"
    alike = [i for i, a in enumerate(made) if core(a.value, i) == first[0] and any(e.held for e in values[i])]
    return min(alike, key=lambda i: (width(made[i].value), i)), told(top, [r for k, r in ranks.items() if k != first[0]])


def standing(entries: Sequence[Entry]) -> list[Entry]:
    """What is held, and not given up since: of each source only the values that it gave on the last day on which it spoke."""
    held = [e for e in entries if e.held]
    last: dict[Hashable, str] = {}
    for e in held:
        last[source(e)] = max(last.get(source(e), ""), e.claim.profile.day or "")
    kept = {(source(e), identity(e.value)) for e in held if (e.claim.profile.day or "") == last[source(e)]}
    left = [e for e in held if (source(e), identity(e.value)) in kept]
    return [e for e in left if not isinstance(e.value, Quantity) or definite(e.value)] or left


def source(e: Entry) -> Hashable:
    """Whose word it is; what nobody is named for is the report's."""
    return key(e.claim.chain.name) if e.claim.chain.about and not e.claim.chain.own else e.claim.copied


Rank = tuple[int, int, str]


def rank(pool: Sequence[Entry], backing: Backing) -> Rank:
    """Independent origins, all origins, and the day on which the last of these first gave it: repeating makes nothing newer."""
    claims, first = [e.claim for e in pool], dict[str, str]()
    for s in claims:
        origin, day = backing.origin(s), s.profile.day or ""
        first[origin] = min(first.get(origin, day), day)
    return backing.count(claims)[0], len(backing.origins(claims)), max(first.values())


def told(top: Rank, others: Sequence[Rank]) -> str:
    """How the best was chosen, in one line."""
    if not others:
        return "the only value that is held"
    second = max(others)
    if top[0] > second[0]:
        return f"{top[0]} independent origins give it, {second[0]} the next"
    if top[1] > second[1]:
        return f"{top[1]} origins give it, not shown to be independent of one another; {second[1]} the next"
    return f"the latest ({top[2]}) of those that are equally well attested"


def width(value: Value) -> float:
    """How far a value is from exact."""
    match value:
        case Quantity():
            low, high = limits(value)
            return high - low
        case Place():
            return value.radius_km or math.inf
        case Interval():
            return float((value.earliest_start or "") != (value.latest_end or ""))
        case _:
            return -float(len(value.name))


def envelope(values: Iterable[Sequence[Entry]]) -> tuple[float | None, float | None]:
    """The least and the greatest number that is held: open bounds count as the number given, "dozens" only where none is."""
    held = [e.value for group in values for e in group if e.held and isinstance(e.value, Quantity)]
    known = [q for q in held if definite(q)] or held
    lows = [n for q in known if (n := q.low if q.low is not None else q.high) is not None]
    highs = [n for q in known if (n := q.high if q.high is not None else q.low) is not None]
    return min(lows, default=None), max(highs, default=None)
