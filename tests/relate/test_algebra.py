"""Values compared: a conflict is certain or it is none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.records import Commitment, Geometry, Interval, Place, Quantity
from sayso.relate.algebra import (
    apart_km,
    compare_intervals,
    compare_names,
    compare_places,
    compare_polarity,
    compare_quantities,
)  # fmt: skip

MARCH = Interval("2021-03", "2021-03-01", "2021-03-31", "2021-03-01", "2021-03-31")
FIFTH = Interval("2021-03-05", *("2021-03-05",) * 4)
APRIL = Interval("2021-04", "2021-04-01", "2021-04-30", "2021-04-01", "2021-04-30")
SINCE_APRIL = Interval("2021-04/..", "2021-04-01", "2021-04-30")


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        (MARCH, MARCH, "SAME"),
        (MARCH, FIFTH, "COMPATIBLE"),
        (FIFTH, APRIL, "CONFLICT"),
        (MARCH, SINCE_APRIL, "CONFLICT"),
        (SINCE_APRIL, Interval("2030", *("2030-01-01",) * 4), "COMPATIBLE"),
        (MARCH, Interval("", basis="unanchored"), "UNKNOWN"),
    ],
)
def test_intervals(a: Interval, b: Interval, verdict: str) -> None:
    assert compare_intervals(a, b) == verdict
    assert compare_intervals(b, a) == verdict


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        (Quantity(12, 12), Quantity(12, 12), "SAME"),
        (Quantity(12, None), Quantity(15, 15), "COMPATIBLE"),
        (Quantity(300, None), Quantity(220, 220), "CONFLICT"),
        (Quantity(220, 220, approximate=True), Quantity(230, 230), "COMPATIBLE"),
        (Quantity(220, 220, approximate=True), Quantity(300, None), "CONFLICT"),
        (Quantity(None, 10), Quantity(11, None), "CONFLICT"),
        (Quantity(5, 5, "km"), Quantity(5, 5), "UNKNOWN"),
        (Quantity(None, None), Quantity(5, 5), "UNKNOWN"),
    ],
)
def test_quantities(a: Quantity, b: Quantity, verdict: str) -> None:
    assert compare_quantities(a, b) == verdict
    assert compare_quantities(b, a) == verdict


numbers = st.integers(0, 1000)


@given(numbers, numbers, numbers, numbers)
def test_ranges_that_share_a_number_never_conflict(low: int, width: int, other: int, other_width: int) -> None:
    a, b = Quantity(low, low + width), Quantity(other, other + other_width)
    share = low <= other + other_width and other <= low + width
    assert (compare_quantities(a, b) == "CONFLICT") is not share


def test_places() -> None:
    orsa = Place("Orsa", "XX", 1, 42.1, 44.3, 5.0)
    district = Place("Orsa district", "XX", 2, 42.0, 44.2, 30.0, "admin2")
    far = Place("Pell", "XX", 3, 45.0, 50.0, 5.0)
    country = Place("Xandria", "XX", 4, 44.0, 47.0, 400.0, "country")
    assert compare_places(orsa, orsa) == "SAME"
    assert compare_places(orsa, district) == "COMPATIBLE"
    assert compare_places(orsa, far) == "CONFLICT"
    assert compare_places(far, country) == "COMPATIBLE"
    edge = Place("Tarn", "XX", lat=12.0, lon=12.0, radius_km=3, precision="city", within=("Pell Province",))
    province = Place("Pell Province", "XX", lat=10.0, lon=10.0, radius_km=50, precision="division")
    assert compare_places(edge, province) == compare_places(province, edge) == "COMPATIBLE"
    assert compare_places(orsa, Place("Nowhere")) == "UNKNOWN"


def test_a_place_without_size_is_not_far_from_anything() -> None:
    assert apart_km(Place("A", lat=0.0, lon=0.0), Place("B", lat=50.0, lon=50.0, radius_km=1.0)) is None


def test_forms_count_and_not_only_circles() -> None:
    town = Place("Derby", "GB", 1, 52.9, -1.5, 5.0, "city")
    ring = Geometry("ring", 52.9, -1.5, 60.0, 45.0)
    around = Place("50 km from Derby", "GB", None, 52.9, -1.5, 60.0, "relative", geometry=ring)
    assert compare_places(town, around) == "CONFLICT"
    assert compare_places(around, Place("Leeds", "GB", 2, 53.4, -1.5, 8.0, "city")) == "COMPATIBLE"


def test_countries_have_outlines() -> None:
    kenya, uganda = Place("Kenya", "KE", 1, 0.2, 37.9, 430.0, "country"), Place("Uganda", "UG", 2, 1.3, 32.4, 277.0, "country")
    mombasa = Place("Mombasa", "KE", 3, -4.05, 39.66, 10.0, "city")
    malaba = Place("Malaba", "UG", 4, 0.64, 34.28, 3.0, "city")
    ring = Geometry("ring", 0.64, 34.28, 22.0, 8.0)
    by_the_border = Place("20 km from Malaba", None, None, 0.64, 34.28, 22.0, "relative", geometry=ring)
    assert compare_places(kenya, mombasa) == "COMPATIBLE"
    assert compare_places(mombasa, uganda) == "CONFLICT"
    assert compare_places(kenya, malaba) == "UNKNOWN"  # abroad, but a stone's throw
    assert compare_places(kenya, uganda) == "UNKNOWN"
    assert compare_places(kenya, by_the_border) == "COMPATIBLE"
    chile = Place("Chile", "CL", 5, -37.7, -71.0, 490.0, "country")
    tacna = Place("near Tacna", None, None, -18.0, -70.25, 20.0, "relative")
    assert compare_places(chile, tacna) != "CONFLICT"  # 1,300 km from the circle that is as large as Chile


def test_polarity() -> None:
    yes, no, open_ = Commitment("+", "certain"), Commitment("-", "probable"), Commitment("?", "unstated")
    assert compare_polarity(yes, yes) == "SAME"
    assert compare_polarity(yes, Commitment("-", "certain")) == "CONFLICT"
    assert compare_polarity(yes, no) == "UNKNOWN"
    assert compare_polarity(yes, open_) == "UNKNOWN"
    assert compare_polarity(Commitment("+", "unstated"), no) == "UNKNOWN"


def test_two_names_may_be_one_persons() -> None:
    assert compare_names(frozenset({"abu farid"}), frozenset({"ilka doren"})) == "UNKNOWN"
    assert compare_names(frozenset({"ilka doren", "doren"}), frozenset({"doren"})) == "SAME"
    assert compare_names(frozenset({"minister doren"}), frozenset({"ilka doren"})) == "COMPATIBLE"


def test_numbers_of_two_places_are_in_no_conflict() -> None:
    arvel, loma = Quantity(30, 30, of="protester", scope=("in Arvel",)), Quantity(12, 12, of="protester", scope=("in Loma",))
    assert compare_quantities(arvel, loma) == "UNKNOWN"
    assert compare_quantities(arvel, replace(loma, scope=("at Arvel Gate",))) == "CONFLICT"
    assert compare_quantities(arvel, replace(loma, scope=())) == "CONFLICT"
