"""Values of claims compared."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.records import Interval, Place, Quantity
from sayso.relate.compare import compare_counts, compare_times, compare_where, nearly
from sayso.relate.counts import Counted

DEAD = Counted(Quantity(12, 12, None, "person", text="12"), "die")
MORE = replace(DEAD, quantity=replace(DEAD.quantity, low=19, high=19, text="19"))


def of(counted: Counted, **changes: object) -> Counted:
    return replace(counted, quantity=replace(counted.quantity, **changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (DEAD, MORE, "CONFLICT"),
        (DEAD, DEAD, "SAME"),
        (of(DEAD, part="part"), MORE, "UNKNOWN"),
        (of(DEAD, part="more"), DEAD, "UNKNOWN"),
        (of(DEAD, period=("since May",)), of(MORE, period=("in 2019",)), "UNKNOWN"),
        (of(DEAD, period=("since May",)), of(MORE, period=("since May",)), "CONFLICT"),
        (replace(DEAD, who="soldier"), MORE, "UNKNOWN"),
    ],
)  # fmt: skip
def test_counts_of_other_scopes_exclude_nothing(one: Counted, other: Counted, verdict: str) -> None:
    assert compare_counts(one, other) == compare_counts(other, one) == verdict


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("XXXX-WXX-5", "XXXX-WXX-6", "CONFLICT"),
        ("XXXX-WXX-5", "XXXX-WXX-5", "COMPATIBLE"),
        ("XXXX-03-04", "XXXX-03-06", "CONFLICT"),
        ("XXXX-03-04", "XXXX-WXX-5", "UNKNOWN"),
        ("XXXX", "XXXX-WXX-5", "UNKNOWN"),
        ("", "", "UNKNOWN"),
    ],
)  # fmt: skip
def test_days_without_a_year(one: str, other: str, verdict: str) -> None:
    assert compare_times(Interval(one, basis="unanchored"), Interval(other, basis="unanchored")) == verdict


def test_a_government_named_by_its_capital_is_not_there() -> None:
    pell, orsa = (Place(name, "XX", None, lat, 44.3, 5.0, "point") for name, lat in (("Pell", 10.0), ("Orsa", 42.0)))
    assert compare_where(pell, orsa) == "CONFLICT"
    assert compare_where(replace(pell, sense="metonym"), orsa) == "UNKNOWN"


def test_nearly_the_same_words() -> None:
    one = ["we", "found", "many", "people", "who", "are", "victims", "of", "their", "own", "luck"]
    assert nearly(one, [w.replace("victims", "victim") for w in one])
    assert not nearly(one, one[:5])
    assert not nearly([], [])
