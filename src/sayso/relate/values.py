"""Relations between claims that give one slot of a story its values, in whatever words.

"Twenty-one bodies have been brought to us", says a doctor; the volunteers "carried 21 bodies to the hospital": nothing but the
number of the dead is common to both, and that is what the second bears out. The minister who says 14 contradicts them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.records import Account, Attested, ClaimRef, Finding, Quantity, Relation, RelationKind, Telling, Value, Verdict

from .algebra import compare_quantities, limits
from .compare import committed, compare, independence
from .refusals import limited
from .sayings import with_sayings
from .slots import Slots
from .support import ref

# Slots that are counted once more as more becomes known; others whose values say enough to relate two claims by them.
GROWING = frozenset({"dead", "injured", "missing", "held", "abducted", "freed", "displaced", "ill"})
TELLING = GROWING | {"money", "measure", "perpetrator"}
LATEST = "9999"
FAR = 3  # times as many
FIRST, LAST = 6, 2  # tellings before it with which a telling is compared, so that a thousand cost no more each than ten


@dataclass(frozen=True)
class Told:
    """One telling of a value with its claim."""

    number: int  # of the value in its account
    value: Value
    shown: str
    bearing: str
    claim: Slots


def by_value(accounts: Iterable[Account], claims: Sequence[Slots], known: Iterable[Relation]) -> Iterator[Relation]:
    """Between two reports, or two sources of one; of claims that are not related yet."""
    at = {ref(s): s for s in with_sayings(claims)}
    taken = {frozenset((r.left, r.right)) for r in known}
    for account in (a for a in accounts if a.slot in TELLING):
        updated: set[frozenset[str]] = set()
        for a, b in pairs(list(tellings(account, at))):
            pair, reports = frozenset((ref(a.claim), ref(b.claim))), frozenset((a.claim.profile.id, b.claim.profile.id))
            one = None if pair in taken else related(account, a, b)
            if one and not (one.kind == "UPDATES" and reports in updated):
                updated |= {reports} if one.kind == "UPDATES" else set()
                taken.add(pair)
                yield one


def tellings(account: Account, at: dict[ClaimRef, Slots]) -> Iterator[Told]:
    """Each source's first telling of each value in a report, by day and then in the order of the reports.

    What a report says itself counts where it gives nobody's word for the value.
    """
    seen: set[tuple[object, ...]] = set()
    every = ((i, v, t, at[t.claim]) for i, v in enumerate(account.values) for t in v.tellings if t.claim in at)
    for i, value, telling, claim in sorted(every, key=order):
        whose, anybody = (i, claim.report, claim.chain.name, telling.bearing), (i, claim.report)
        if whose not in seen and not (claim.chain.own and anybody in seen):
            seen |= {whose, anybody}
            yield Told(i, value.value, value.shown, telling.bearing, claim)


def order(one: tuple[int, Attested, Telling, Slots]) -> tuple[object, ...]:
    return one[2].day or LATEST, one[3].report, one[3].chain.own, one[3].claim.span


def pairs(told: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """Each with the first few and the last few before it, the earlier one first."""
    for n, later in enumerate(told):
        near = range(max(FIRST, n - LAST), n)
        yield from ((told[k], later) for k in (*range(min(FIRST, n)), *near))


def related(account: Account, a: Told, b: Told) -> Relation | None:
    """What the later telling is to the earlier one; None where nothing follows, or their claims are apart in place or time."""
    within_one = a.claim.report == b.claim.report
    if within_one and (a.claim.chain.name == b.claim.chain.name or a.claim.chain.own or b.claim.chain.own):
        return None  # a headline over what a source says
    others = [f for f in compare(a.claim, b.claim) if f.slot in ("place", "time")]
    if any(f.verdict == "CONFLICT" for f in others) or "open" in (a.bearing, b.bearing):
        return None
    origin = independence(a.claim, b.claim)
    kind, verdict = judged(account.slot, a, b, origin)
    if kind is None:
        return None
    if kind == "REFINES" and undated(a, b) and within(a.value, b.value):
        a, b = b, a
        origin, others = swapped(origin), [swapped(f) for f in others]
    slot = Finding("agent" if account.slot == "perpetrator" else "amount", verdict, a.shown, b.shown, account.slot)
    polarity = Finding("polarity", "CONFLICT" if "denies" in {a.bearing, b.bearing} and kind == "CONTRADICTS" else "SAME",
                       committed(a.claim), committed(b.claim))  # fmt: skip
    event = Finding("event", "COMPATIBLE", a.claim.claim.lemma, b.claim.claim.lemma, f"both tell of one slot: {account.slot}")
    return Relation(kind, ref(a.claim), ref(b.claim), (event, polarity, slot, *others, origin), None)


def swapped(found: Finding) -> Finding:
    return replace(found, left=found.right, right=found.left)


def judged(account: str, a: Told, b: Told, origin: Finding) -> tuple[RelationKind | None, Verdict]:
    denied = (a.bearing == "denies") + (b.bearing == "denies")
    if denied == 1:
        opposed = a.number == b.number and origin.verdict != "SAME" and not limited(a.claim, b.claim)
        return ("CONTRADICTS" if opposed else None), "SAME"
    if a.number == b.number:
        return agreement(a, b, origin), "SAME"
    if denied or account not in GROWING or not (isinstance(a.value, Quantity) and isinstance(b.value, Quantity)):
        return None, "UNKNOWN"  # of other slots two values may both hold
    verdict = compare_quantities(a.value, b.value)
    if verdict == "SAME":
        return agreement(a, b, origin), verdict
    if risen(a, b) and (verdict == "CONFLICT" or origin.verdict == "SAME"):
        return "UPDATES", verdict
    if verdict == "CONFLICT":
        first = bool(a.claim.tolls and b.claim.tolls)  # a count that comes late is of another event as often as not
        clear = first and firm(a.value) and firm(b.value) and sure(a, b) and not far_apart(a.value, b.value)
        return ("CONTRADICTS" if clear and origin.verdict != "SAME" else None), verdict
    elsewhere = a.claim.report != b.claim.report and origin.verdict != "SAME"
    return ("REFINES" if verdict == "COMPATIBLE" and elsewhere and nested(a, b) else None), verdict


def firm(number: Quantity) -> bool:
    """Whether another number can contradict it: not "dozens"."""
    return number.low == number.high or not number.approximate


def agreement(a: Told, b: Told, origin: Finding) -> RelationKind | None:
    if a.claim.report == b.claim.report:
        return None
    return "CORROBORATES" if origin.verdict == "CONFLICT" and sure(a, b) else "ECHOES"


def sure(a: Told, b: Told) -> bool:
    """Whether neither is only held possible."""
    return "possible" not in (a.claim.claim.commitment.certainty, b.claim.claim.commitment.certainty)


def far_apart(a: Quantity, b: Quantity) -> bool:
    """Whether nothing but the number could tell that two count one event, and the numbers tell of two: six dead, 28 dead."""
    low, high = sorted((limits(a, 0.0)[0], limits(b, 0.0)[0]))
    return low * FAR < high


def risen(a: Told, b: Told) -> bool:
    """Whether the later report counts more."""
    days = a.claim.profile.day, b.claim.profile.day
    if not (isinstance(a.value, Quantity) and isinstance(b.value, Quantity) and all(days)):
        return False
    return (days[0] or "") < (days[1] or "") and limits(a.value, 0.0)[0] < limits(b.value, 0.0)[0]


def undated(a: Told, b: Told) -> bool:
    return not (a.claim.profile.day and b.claim.profile.day) or a.claim.profile.day == b.claim.profile.day


def nested(a: Told, b: Told) -> bool:
    """Whether the later telling is the more exact one, or nothing says which is later and one is."""
    return within(b.value, a.value) or (undated(a, b) and within(a.value, b.value))


def within(inner: Value, outer: Value) -> bool:
    if not (isinstance(inner, Quantity) and isinstance(outer, Quantity)):
        return False
    (low, high), (least, most) = limits(inner, 0.0), limits(outer, 0.0)
    return (low, high) != (least, most) and least <= low and high <= most
