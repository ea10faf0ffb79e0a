"""Dates in words: no notation of machines ever reaches a reader."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.present import dates, wording
from sayso.records import Interval, Place


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        (Interval("XXXX-WXX-5", basis="unanchored"), "a Friday, which is not known"),
        (Interval("XXXX-WXX-5"), "on Fridays"),
        (Interval("XXXX-WXX-7T17:00:00", basis="unanchored"), "17:00 on a Sunday, which is not known"),
        (Interval("XXXX-03", basis="unanchored"), "March, year not stated"),
        (Interval("XXXX-23", "1991-09-01", basis="text"), "autumn, year not stated (1991 or later)"),
        (Interval("XXXX-03"), "every March"),
        (Interval("XXXX-03-01", "2022-03-01", "2022-03-01", "2022-03-01"), "1 March, year not stated (2022 or later)"),
        (Interval("XXXX-11-20/XXXX-12-11", basis="unanchored"), "20 November, year not stated to 11 December, year not stated"),
        (Interval("XXXX-XX-05", basis="unanchored"), "day 5 of a month that is not known"),
        (Interval("XXXX", basis="unanchored"), "a year that is not known"),
        (Interval("/XXXX-XX-XX", basis="unanchored"), "a day that is not known, or earlier"),
        (Interval("XXXX-XX-XX~", basis="unanchored"), "about a day that is not known"),
        (Interval("P2M"), "for 2 months"),
        (Interval("P2M", "2021-12-16"), "for 2 months"),
        (Interval("P1W"), "for 1 week"),
        (Interval("PXW"), "for weeks"),
        (Interval("PT20M"), "for 20 minutes"),
        (Interval("P2Y3M5D"), "for 2 years, 3 months and 5 days"),
        (Interval("PT1H30M"), "for 1 hour and 30 minutes"),
        (Interval("[XXXX-05-09..XXXX-05-15]", basis="unanchored"), "between 9 and 15 May, year not stated"),
        (Interval("[XXXX-04-29..XXXX-05-05]", "2021-04-29"), "between 29 April and 5 May, year not stated (2021 or later)"),
        (Interval("P1000000000Y"), "for 1,000,000,000 years"),
        (Interval("R/P1D"), "every day"),
        (Interval("R/P2W"), "every 2 weeks"),
        (Interval("2014-08-19T20:28:00", *("2014-08-19",) * 4), "19 August 2014, 20:28"),
    ],
)
def test_words(interval: Interval, words: str) -> None:
    assert dates.interval(interval) == words


PARTS = st.sampled_from(["X", "XXXX", "2021", "-", "/", "..", "~", "W", "P", "T", "R/", "5", "12", "99", "M", "[", ","])


@given(st.lists(PARTS, max_size=8).map("".join), st.sampled_from(["stated", "unanchored"]))
def test_any_notation_has_words(edtf: str, basis: str) -> None:
    words = dates.interval(Interval(edtf, basis=basis))
    assert words
    assert not re.search(r"XX|WX|R/|P\d", words)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024-05-14", "14 May 2024"), ("2024-05", "May 2024"), ("2024", "2024"), ("2013/..", "2013, or later"),
        ("XXXX-02-27", "27 February, year not stated"), ("P3W", "for 3 weeks"), ("no known day", "a day that is not known"),
    ],
)  # fmt: skip
def test_the_notation_alone_has_words(edtf: str, words: str) -> None:
    assert dates.noted(edtf) == words


def test_what_lasts_or_recurs_adds_nothing_to_its_words() -> None:
    assert wording.meaning(Interval("P2M"), "about two months") == ""
    assert wording.meaning(Interval("XXXX-WXX-5"), "Fridays") == ""
    assert wording.meaning(Interval("XXXX-WXX-5", basis="unanchored"), "Friday") == "a Friday, which is not known"
    assert wording.notation(Interval("P2M")) == "EDTF P2M"


def test_a_people_is_no_place() -> None:
    assert wording.meaning(Place("Xandria", "XX", precision="country", sense="demonym"), "Xandrians") == ""
    assert wording.meaning(Place("Orsa", "XX", radius_km=5.0), "the town") == "Orsa, XX, within 5 km"
