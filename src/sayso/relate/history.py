"""How the value of a slot changed over time, report by report."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.records import Change, Interval, Place, Quantity, Step, Value

from .slots import Slots

Given = tuple[Slots, Value, int]  # a claim, its value, and the number of that value


def history(given: Sequence[Given]) -> tuple[Step, ...]:
    """A step for each report with a day, in the order given: by day. A report's value is the first in its text: its news."""
    first: dict[str, Given] = {}
    for claim, value, number in given:
        first.setdefault(claim.profile.id, (claim, value, number))
    steps, before = list[Step](), None
    for claim, value, number in first.values():
        steps.append(Step(claim.profile.day, claim.profile.id, number, change(before, value, number)))
        before = value, number
    return tuple(steps)


def change(before: tuple[Value, int] | None, value: Value, number: int) -> Change:
    """What a value is to the one that was reported before it."""
    if before is None:
        return "first"
    if before[1] == number:
        return "again"
    match before[0], value:
        case Quantity() as old, Quantity() as new:
            return counted(old, new)
        case Place() as one, Place() as other if (other.radius_km or 0) < (one.radius_km or 0):
            return "narrower" if one.name in other.within or one.country == other.country else "other"
        case Interval() as one, Interval() as other:
            return "narrower" if within(other, one) else "other"
        case _:
            return "other"


def counted(old: Quantity, new: Quantity) -> Change:
    a, b = (q.low if q.low is not None else q.high or 0.0 for q in (old, new))
    if a == b:
        return "narrower" if new.low == new.high and not new.approximate else "other"
    return "higher" if b > a else "lower"


def within(inner: Interval, outer: Interval) -> bool:
    """Whether one lies in the other, which is longer."""
    if not (inner.earliest_start and inner.latest_end and outer.earliest_start and outer.latest_end):
        return False
    return outer.earliest_start <= inner.earliest_start and inner.latest_end <= outer.latest_end
