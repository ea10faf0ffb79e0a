"""A number with its bounds and unit, and how two of them make one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .measures import Unit


@dataclass(frozen=True, slots=True)
class Amount:
    """A number expression: tokens ``first:stop`` with modifiers and unit, without what is counted."""

    first: int
    stop: int
    low: float | None
    high: float | None
    unit: Unit | None = None
    approximate: bool = False


_PARTS = {("ft", "in"): 12, ("USD", "USX"): 100, ("EUR", "USX"): 100, ("GBP", "GBX"): 100, ("lb", "oz"): 16}
WITH_CENTS = frozenset(("USD", "EUR", "GBP", "CAD", "AUD", "NZD"))


def with_parts(one: Amount, two: Amount) -> Amount | None:
    """Feet and inches, dollars and cents."""
    factor = _PARTS.get((one.unit.symbol, two.unit.symbol)) if one.unit and two.unit else None
    if not factor or one.low is None or one.low != one.high or two.low is None:
        return None
    value = one.low + two.low / factor
    return replace(one, stop=two.stop, low=value, high=value)


def between(one: Amount, two: Amount) -> Amount | None:
    """ "More than 10 and less than 40"."""
    if one.unit and two.unit and one.unit != two.unit:
        return None
    for low, high in ((one, two), (two, one)):
        if low.low is not None and low.high is None and high.low is None and high.high is not None and low.low < high.high:
            return replace(one, stop=two.stop, low=low.low, high=high.high, unit=one.unit or two.unit)
    return None


def bounded(effect: str, low: float | None, high: float | None, loose: bool) -> tuple[float | None, float | None, bool]:
    if effect == ">":
        return (low, None, loose) if low is not None else (low, high, loose)  # "over as much as 50": as said last
    if effect == "<":
        return (None, high, loose) if high is not None else (low, high, loose)
    return low, high, loose or effect == "~"
