"""Regions held against one another: apart and inside are certain or they are not said."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.records import Geometry, Place
from sayso.records.globe import distance_km, moved
from sayso.records.region import apart_km, contains, holder, inside, reach_of, shape_of

TOWN = Geometry("circle", 52.0, -1.0, 5.0)
RING = Geometry("ring", 52.0, -1.0, 30.0, 20.0)
NORTH = Geometry("sector", 52.0, -1.0, 30.0, 15.0, 0.0, 75.0)
SQUARE = Geometry("part", 52.0, -1.0, 90.0, outline=((51.5, -1.5), (51.5, -0.5), (52.5, -0.5), (52.5, -1.5)))
ROAD = Geometry("corridor", 52.0, -1.0, 4.0, to_lat=52.0, to_lon=0.0)
BORDER = Geometry("corridor", 52.0, 1.0, 10.0, outline=((51.0, 1.0), (52.0, 1.2), (53.0, 1.0)),
                  more=(((54.0, 1.0), (55.0, 1.0)),))  # fmt: skip


@pytest.mark.parametrize(
    ("a", "b", "low", "high"),
    [
        (TOWN, RING, 15.0, 15.0),  # the hole of a ring
        (RING, Geometry("circle", *moved(52.0, -1.0, 10.0, 90.0), 3.0), 7.0, 7.1),
        (TOWN, NORTH, 9.0, 10.1),
        (NORTH, Geometry("circle", *moved(52.0, -1.0, 22.0, 180.0), 5.0), 15.0, 33.0),
        (TOWN, ROAD, 0.0, 0.0),
        (Geometry("circle", 52.2, -0.5, 2.0), ROAD, 15.0, 17.0),
        (BORDER, Geometry("circle", 52.0, 0.5, 5.0), 32.0, 34.0),
        (BORDER, Geometry("circle", 54.5, 1.1, 5.0), 0.0, 0.0),
        (SQUARE, TOWN, 0.0, 0.0),
        (SQUARE, Geometry("circle", 52.0, 1.0, 20.0), 80.0, 84.0),
    ],
)
def test_apart(a: Geometry, b: Geometry, low: float, high: float) -> None:
    assert low - 0.2 <= apart_km(a, b) <= high + 0.2
    assert apart_km(a, b) == pytest.approx(apart_km(b, a), abs=1.0)


@pytest.mark.parametrize(
    ("a", "b", "is_inside"),
    [
        (TOWN, SQUARE, True), (SQUARE, TOWN, False), (TOWN, RING, False), (NORTH, RING, False), (ROAD, SQUARE, False),
        (Geometry("circle", *moved(52.0, -1.0, 25.0, 40.0), 2.0), RING, True),
        (Geometry("circle", 52.01, -0.5, 1.0), ROAD, True),
        (Geometry("circle", *moved(52.0, -1.0, 22.0, 0.0), 2.0), NORTH, True),
        (RING, Geometry("circle", 52.0, -1.0, 31.0), True),
        (Geometry("circle", 52.0, 1.19, 2.0), BORDER, True),
    ],
)  # fmt: skip
def test_inside(a: Geometry, b: Geometry, is_inside: bool) -> None:
    assert inside(a, b) is is_inside


shapes = st.sampled_from([TOWN, RING, NORTH, SQUARE, ROAD, BORDER])
turns, ways = st.floats(0, 360), st.floats(0, 120)


@settings(max_examples=150)
@given(shapes, shapes, turns, ways)
def test_no_point_of_two_regions_that_are_apart_or_inside_says_otherwise(
    a: Geometry, b: Geometry, turn: float, way: float
) -> None:
    at = moved(52.0, -0.5, way, turn)
    if contains(a, *at):
        lat, lon, km = holder(a)
        assert distance_km(lat, lon, *at) <= km + 0.1
        assert not contains(b, *at) or apart_km(a, b) < 0.5
        assert contains(b, *at) or not inside(a, b)


def test_places() -> None:
    assert shape_of(Place("Nowhere")) is None
    assert shape_of(Place("Derby", "GB", 1, 52.9, -1.5, 5.0, "city")) == Geometry("circle", 52.9, -1.5, 5.0)
    wide = reach_of(Place("Longland", "XX", 2, 52.9, -1.5, 100.0, "country"))
    assert wide is not None and wide.outer_km > 300  # an area is as large as a circle, but no circle
    assert shape_of(Place("near Derby", geometry=TOWN)) is TOWN


def test_across_the_date_line_and_by_the_pole() -> None:
    east, west = Geometry("circle", 0.0, 179.9, 5.0), Geometry("circle", 0.0, -179.9, 5.0)
    assert apart_km(east, west) == pytest.approx(12.2, abs=0.3)
    strip = Geometry("part", 0.0, 180.0, 200.0, outline=((-1.0, 179.0), (-1.0, -179.0), (1.0, -179.0), (1.0, 179.0)))
    assert contains(strip, 0.5, -179.5) and contains(strip, 0.5, 179.5) and not contains(strip, 0.5, 0.0)
    assert inside(east, strip)
    assert math.isfinite(apart_km(Geometry("circle", 90.0, 0.0, 10.0), Geometry("circle", -90.0, 0.0, 10.0)))
