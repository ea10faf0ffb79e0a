"""Two claims of one matter compared slot by slot, and what that makes them to each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
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
from .counts import BEFELL, Counted
from .slots import Slots
from .sources import apart
from .words import cosine

T = TypeVar("T")
SHARED = 2  # content words in common, else "the ban" is like every other ban
# Of one matter: so alike in words, where the kinds of event differ, are the same, or are the same and a participant is too.
SAME_WORDS, ALIKE, ALIKE_KIND = 0.8, 0.55, 0.3
# Claims that differ in place or time are of two events unless everything else says otherwise.
SURELY_ONE = 0.6


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
    """Whether two claims tell of one thing: same kind of event and words or names in common, or most words in common.

    Of one story, two reports that count the dead count the same dead, unless time or place say otherwise.
    """
    if same_count(a, b):
        return True
    if len(a.words.keys() & b.words.keys()) < SHARED:
        return False
    if a.kind != b.kind:
        return likeness >= SAME_WORDS
    if likeness >= ALIKE:
        return True
    if likeness < ALIKE_KIND:
        return False
    return bool(a.entities & b.entities) or any(f.verdict in ("SAME", "COMPATIBLE") for f in _participants(a, b))


def same_count(a: Slots, b: Slots) -> bool:
    """Whether two reports hold that so many were killed, hurt or held."""
    held = a.claim.commitment.polarity == b.claim.commitment.polarity == "+"
    return held and a.report != b.report and bool(a.counts & b.counts)


def compare(a: Slots, b: Slots) -> tuple[Finding, ...]:
    """A finding for every slot that both claims fill, and polarity."""
    found = [Finding("polarity", compare_polarity(a.claim.commitment, b.claim.commitment), committed(a), committed(b))]
    found += _participants(a, b)
    found += _best("place", a.places, b.places, compare_places, lambda p: p.name)
    found += _best("time", a.times, b.times, compare_intervals, lambda i: i.edtf or "no known day")
    return (*found, *_amounts(a, b))


def _amounts(a: Slots, b: Slots) -> list[Finding]:
    """One finding for each kind of thing that both count; one for all others together, which cannot be compared."""
    kinds = [k for k in dict.fromkeys(c.kind for c in a.amounts if c.kind) if k in {c.kind for c in b.amounts}]
    if not kinds:
        return _best("amount", a.amounts, b.amounts, lambda *_: "UNKNOWN", shown_amount)
    found = ((kind, _best("amount", _of(a, kind), _of(b, kind), _compare_counts, shown_amount)) for kind in kinds)
    return [replace(f, detail=BEFELL.get(kind, "")) for kind, several in found for f in several]


def _of(s: Slots, kind: str) -> list[Counted]:
    return [c for c in s.amounts if c.kind == kind]


def _compare_counts(x: Counted, y: Counted) -> Verdict:
    return compare_quantities(x.quantity, y.quantity)


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
    by = {f.slot: f.verdict for f in sorted(findings, key=lambda f: f.verdict == "CONFLICT")}
    if "CONFLICT" in (by.get("place"), by.get("time")) and likeness < SURELY_ONE:
        return None
    against = [f for f in findings if f.verdict == "CONFLICT"]
    if against:
        return _conflict(a, b, against)
    if not settled(by, likeness):
        return None
    if narrower(a, b) and origin.verdict != "SAME":
        return "REFINES"
    if origin.verdict == "CONFLICT":
        return "CORROBORATES"
    return "ECHOES" if a.report != b.report else None


def settled(by: dict[str, Verdict], likeness: float) -> bool:
    """Agreement needs the same polarity, no count that could not be compared, and no participant who may be another."""
    strangers = "UNKNOWN" in (by.get("agent"), by.get("target"), by.get("recipient"))
    return by["polarity"] == "SAME" and by.get("amount") != "UNKNOWN" and (not strangers or likeness >= SAME_WORDS)


def _conflict(a: Slots, b: Slots, against: Sequence[Finding]) -> RelationKind:
    later = (a.profile.day or "") < (b.profile.day or "") and a.profile.day
    if later and {f.slot for f in against} == {"amount"} and _grown(a, b):
        return "UPDATES"
    return "CONTRADICTS"


def _grown(a: Slots, b: Slots) -> bool:
    """Whether the right claim counts more of all the dead, hurt or held that the two count differently."""
    kinds = [k for k in sorted(a.counts & b.counts) if _compare_all(a, b, k) == "CONFLICT"]
    return bool(kinds) and all(_least(a, k) < _least(b, k) for k in kinds)


def _compare_all(a: Slots, b: Slots, kind: str) -> Verdict:
    return min((_compare_counts(x, y) for x in _of(a, kind) for y in _of(b, kind)), key=ORDER.index)


def _least(s: Slots, kind: str) -> float:
    return min(limits(c.quantity)[0] for c in _of(s, kind))


def narrower(a: Slots, b: Slots) -> bool:
    """Whether the right claim says more exactly what the left one says: "15" after "at least 12", "5 March" after "March"."""
    return any(_within(y, x) for x in a.times for y in b.times) or any(
        _inside(y, x) for x in a.amounts for y in b.amounts if x.kind and x.kind == y.kind
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
