"""Values in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.present import wording
from sayso.records import Commitment, Interval, Place, Quantity, Reference, Value


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Quantity(12, None, None, "soldier"), "at least 12 (soldier)"),
        (Quantity(None, 10), "at most 10"),
        (Quantity(220, 220, None, "fighter", True), "about 220 (fighter)"),
        (Quantity(10, 20, "km"), "10 to 20 km"),
        (Quantity(6000, 6000), "6,000"),
        (Quantity(2.5, 2.5, "km"), "2.5 km"),
        (Quantity(None, None, None, "house"), "an unknown number (house)"),
        (Interval("2021-03-05", *("2021-03-05",) * 4), "5 March 2021"),
        (Interval("2021-03", "2021-03-01", "2021-03-31", "2021-03-01", "2021-03-31"), "March 2021"),
        (Interval("2020", "2020-01-01", "2020-12-31", "2020-01-01", "2020-12-31"), "2020"),
        (Interval("2021-12", "2021-12-01", "2021-12-31", "2021-12-01", "2021-12-31"), "December 2021"),
        (Interval("", "2021-03-01", None, None, "2021-04-02"), "1 March 2021 to 2 April 2021"),
        (Interval("2019/..", "2019-01-01", "2019-12-31"), "1 January 2019 or later"),
        (Interval("../2019", None, None, None, "2019-05-01"), "1 May 2019 or earlier"),
        (Interval("", basis="unanchored"), "a day that is not known"),
        (Interval("-0480", "-0480-01-01", None, None, "-0480-12-31"), "-0480-01-01 to -0480-12-31"),
        (Place("Orsa", "XX", radius_km=5.0), "Orsa, XX, within 5 km"),
        (Place("Xandria", "XX", precision="country"), "Xandria"),
        (Reference("Ilka Doren"), "Ilka Doren"),
    ],
)
def test_values(value: Value, words: str) -> None:
    assert wording.value(value) == words


@pytest.mark.parametrize(
    ("polarity", "certainty", "words", "strength"),
    [
        ("+", "certain", "states flatly", "flat"),
        ("-", "certain", "denies", "denied"),
        ("?", "possible", "says it is possible", "open"),
        ("?", "unstated", "leaves it open", "open"),
        ("+", "possible", "says it is possible", "weak"),
    ],
)
def test_commitment(polarity: str, certainty: str, words: str, strength: str) -> None:
    commitment = Commitment(polarity, certainty)  # type: ignore[arg-type]
    assert (wording.commitment(commitment), wording.strength(commitment)) == (words, strength)


@given(st.sampled_from("+-?"), st.sampled_from(["certain", "probable", "possible", "unstated"]))
def test_every_commitment_has_words(polarity: str, certainty: str) -> None:
    assert wording.commitment(Commitment(polarity, certainty))  # type: ignore[arg-type]


@given(st.one_of(st.none(), st.floats(-1e12, 1e12)), st.one_of(st.none(), st.floats(-1e12, 1e12)))
def test_every_quantity_has_words(low: float | None, high: float | None) -> None:
    assert wording.quantity(Quantity(low, high))
