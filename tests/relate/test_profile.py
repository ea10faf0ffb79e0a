"""What of a report is compared: its day, also where it prints no year."""

from __future__ import annotations

from dataclasses import replace

import pytest

from readings import Draft
from sayso.records import Interval, Reading
from sayso.relate.profile import profiles


def dated(id: str, edtf: str, day: str | None = None) -> Reading:
    reading = Draft(id, "Orsa bridge falls\nThe bridge fell.", "Calder Times", None).reading()
    when = Interval(edtf, day, day, day, day, "dateline")
    return replace(reading, report=replace(reading.report, published=when))


@pytest.mark.parametrize(
    ("yearless", "known", "day"),
    [
        ("XXXX-03-12", "2024-03-16", "2024-03-12"),
        ("XXXX-12-30", "2024-01-02", "2023-12-30"),  # over the turn of the year
        ("XXXX-01-02", "2023-12-30", "2024-01-02"),
        ("XXXX-02-29", "2023-03-01", None),  # no such day
        ("XXXX-09-12", "2024-03-16", None),  # too far off
        ("XXXX-WXX-2", "2024-03-16", None),
    ],
)
def test_a_day_without_a_year_has_that_of_the_nearest_report(yearless: str, known: str, day: str | None) -> None:
    found = profiles((dated("a", yearless), dated("b", known, known)))
    assert [p.day for p in found] == [day, known]


def test_where_nobody_gives_a_year_none_is_known() -> None:
    assert [p.day for p in profiles((dated("a", "XXXX-03-12"), dated("b", "XXXX-03-13")))] == [None, None]
