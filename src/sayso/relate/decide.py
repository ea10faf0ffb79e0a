"""Two claims of one matter compared slot by slot, and what that makes them to each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from sayso.records import ClaimRef, Finding, Interval, Place, Relation, RelationKind, Verdict

from .algebra import (
    bounded,
    bounds,
    compare_intervals,
    compare_names,
    compare_places,
    compare_polarity,
    compare_quantities,
    limits,
)
from .slots import Counted, Slots
from .sources import apart
from .words import cosine

T = TypeVar("T")
SHARED = 2  # content words in common, else "the ban" is like every other ban
# Of one matter: so alike in words, where the kinds of event differ, are the same, or are the same and a participant is too.
SAME_WORDS, ALIKE, ALIKE_KIND = 0.8, 0.55, 0.3
# Claims that differ in place or time are of two events unless everything else says otherwise.
SURELY_ONE = 0.6
GROWS = frozenset({"die", "injure", "arrest", "displace", "miss", "abduct", "destroy", "evacuate"})


def related(a: Slots, b: Slots) -> Relation | None:
    """What the right claim is to the left one; None where they are not surely of one matter or nothing follows."""
    likeness = cosine(a.words, b.words)
    if not one_matter(a, b, likeness):
        return None
    findings = compare(a, b)
    origin = independence(a, b)
    kind = decide(a, b, findings, origin, likeness)
    if kind is None:
        return None
    left, right = (ClaimRef(s.profile.id, s.claim.id) for s in (a, b))
    return Relation(kind, left, right, (*findings, origin), None)


def one_matter(a: Slots, b: Slots, likeness: float) -> bool:
    """Whether two claims tell of one thing: same kind of event and words or names in common, or most words in common."""
    if len(a.words.keys() & b.words.keys()) < SHARED:
        return False
    if a.kind != b.kind:
        return likeness >= SAME_WORDS
    if likeness >= ALIKE:
        return True
    if likeness < ALIKE_KIND:
        return False
    return bool(a.entities & b.entities) or any(f.verdict in ("SAME", "COMPATIBLE") for f in _participants(a, b))


def compare(a: Slots, b: Slots) -> tuple[Finding, ...]:
    """A finding for every slot that both claims fill, and polarity."""
    found = [Finding("polarity", compare_polarity(a.claim.commitment, b.claim.commitment), committed(a), committed(b))]
    found += _participants(a, b)
    found += _best("place", a.places, b.places, compare_places, lambda p: p.name)
    found += _best("time", a.times, b.times, compare_intervals, lambda i: i.edtf or "no known day")
    found += _best("amount", a.amounts, b.amounts, lambda x, y: compare_counted(x, y, a, b), shown_amount)
    return tuple(found)


def _participants(a: Slots, b: Slots) -> list[Finding]:
    return [_participant(role, a.names[role], b.names[role]) for role in a.names if role in b.names]


def _participant(role: str, left: frozenset[str], right: frozenset[str]) -> Finding:
    return Finding(role, compare_names(left, right), ", ".join(sorted(left)), ", ".join(sorted(right)))


ORDER: tuple[Verdict, ...] = ("SAME", "COMPATIBLE", "CONFLICT", "UNKNOWN")


def _best(
    slot: str, left: Sequence[T], right: Sequence[T], verdict: Callable[[T, T], Verdict], show: Callable[[T], str]
) -> list[Finding]:
    """The pair of values that agree best: two claims conflict only if none of their values can be reconciled."""
    pairs = [(ORDER.index(verdict(x, y)), i, j) for i, x in enumerate(left) for j, y in enumerate(right)]
    if not pairs:
        return []
    rank, i, j = min(pairs)
    return [Finding(slot, ORDER[rank], show(left[i]), show(right[j]))]


def compare_counted(x: Counted, y: Counted, a: Slots, b: Slots) -> Verdict:
    """Numbers are compared where both count one kind of thing; a bare "19 died" counts whatever the other's dead are."""
    if x.kind != y.kind and not (a.kind == b.kind and None in (x.kind, y.kind) and a.kind in GROWS):
        return "UNKNOWN"
    return compare_quantities(x.quantity, y.quantity)


def shown_amount(c: Counted) -> str:
    return c.quantity.text or f"{c.quantity.low}..{c.quantity.high} {c.kind or ''}".strip()


def committed(s: Slots) -> str:
    c = s.claim.commitment
    return {"+": "holds", "-": "denies", "?": "leaves open"}[c.polarity] + f" ({c.certainty})"


def independence(a: Slots, b: Slots) -> Finding:
    """SAME origin, CONFLICT for two that are certainly different, UNKNOWN where that is not shown."""
    verdict, why = apart(a.chain, b.chain)
    if a.report != b.report and a.copied == b.copied:
        verdict, why = "SAME", "the two reports have words, publisher or agency in common"
    elif a.report != b.report and verdict == "CONFLICT" and not (shown(a) and shown(b)):
        verdict, why = "UNKNOWN", "no publisher is known for one of them"
    return Finding("origin", verdict, a.chain.name, b.chain.name, why)


def shown(s: Slots) -> bool:
    return s.profile.reading.report.publisher is not None


def decide(a: Slots, b: Slots, findings: Sequence[Finding], origin: Finding, likeness: float) -> RelationKind | None:
    by = {f.slot: f.verdict for f in findings}
    if "CONFLICT" in (by.get("place"), by.get("time")) and likeness < SURELY_ONE:
        return None
    against = [f for f in findings if f.verdict == "CONFLICT"]
    if against:
        return _conflict(a, b, against)
    if not settled(by):
        return None
    if narrower(a, b) and origin.verdict != "SAME":
        return "REFINES"
    return "CORROBORATES" if origin.verdict == "CONFLICT" else "ECHOES"


def settled(by: dict[str, Verdict]) -> bool:
    """Agreement needs the same polarity, and no count that could not be compared."""
    return by["polarity"] == "SAME" and by.get("amount") != "UNKNOWN"


def _conflict(a: Slots, b: Slots, against: Sequence[Finding]) -> RelationKind:
    later = (a.profile.day or "") < (b.profile.day or "") and a.profile.day
    if later and [f.slot for f in against] == ["amount"] and a.kind == b.kind and a.kind in GROWS and _grown(a, b):
        return "UPDATES"
    return "CONTRADICTS"


def _grown(a: Slots, b: Slots) -> bool:
    return all(limits(x.quantity)[1] < limits(y.quantity)[0] for x in a.amounts for y in b.amounts)


def narrower(a: Slots, b: Slots) -> bool:
    """Whether the right claim says more exactly what the left one says: "15" after "at least 12", "5 March" after "March"."""
    return any(_within(y, x) for x in a.times for y in b.times) or any(
        _inside(y, x) for x in a.amounts for y in b.amounts if x.kind == y.kind
    ) or any(_smaller(y, x) for x in a.places for y in b.places)  # fmt: skip


def _within(y: Interval, x: Interval) -> bool:
    if not (bounded(x) and bounded(y)) or bounds(x) == bounds(y):
        return False
    least, most = x.earliest_start or "", x.latest_end or "9999-12-31"
    return least <= (y.earliest_start or "") and (y.latest_end or "9999-12-31") <= most


def _inside(y: Counted, x: Counted) -> bool:
    (low, high), (own_low, own_high) = limits(x.quantity, 0.0), limits(y.quantity, 0.0)
    return x.quantity.unit == y.quantity.unit and (low, high) != (own_low, own_high) and low <= own_low and own_high <= high


def _smaller(y: Place, x: Place) -> bool:
    return bool(x.radius_km and y.radius_km and y.radius_km * 4 < x.radius_km and compare_places(x, y) == "COMPATIBLE")
