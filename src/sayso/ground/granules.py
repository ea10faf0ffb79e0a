"""Days, weeks, months, quarters, seasons, years, decades and centuries, and steps from one to another."""

from __future__ import annotations

import calendar as _months
from dataclasses import dataclass, replace
from datetime import date, timedelta

SEASONS = {21: (3, 1, 6, 21), 22: (6, 1, 9, 23), 23: (9, 1, 12, 21), 24: (12, 1, 3, 20)}  # ISO 8601-2 codes; the seasons
# as almanacs and as weather services count them, taken together


@dataclass(frozen=True, slots=True)
class Granule:
    """A stretch of the calendar. ``first`` and ``last`` are None where the year is not known ("XXXX-03-01").

    ``grain``: day, week, weekend, month, quarter, half, season, year, decade, century.
    """

    grain: str
    edtf: str
    first: date | None = None
    last: date | None = None

    @property
    def bounds(self) -> tuple[str | None, str | None]:
        """First and last day as ISO dates."""
        if self.first and self.last:
            return self.first.isoformat(), self.last.isoformat()
        return _before_christ(self)


def _before_christ(granule: Granule) -> tuple[str | None, str | None]:
    year = granule.edtf[1:5]
    if not (granule.edtf.startswith("-") and year.isdigit()):
        return None, None
    if granule.grain == "month":
        month = int(granule.edtf[6:8])
        return f"-{year}-{month:02}-01", f"-{year}-{month:02}-{_months.monthrange(2001, month)[1]}"
    return f"-{year}-01-01", f"-{year}-12-31"


def day(when: date) -> Granule:
    return Granule("day", when.isoformat(), when, when)


def week(when: date) -> Granule:
    """The week of a day, Monday to Sunday: EDTF has no weeks, so it is written as a range of days."""
    first = when - timedelta(days=when.weekday())
    return Granule("week", f"{first}/{first + timedelta(days=6)}", first, first + timedelta(days=6))


def working_days(when: date, steps: int = 0) -> Granule:
    """Monday to Friday of a week."""
    first = when + timedelta(days=7 * steps - when.weekday())
    return Granule("days", f"{first}/{first + timedelta(days=4)}", first, first + timedelta(days=4))


def weekend(when: date) -> Granule:
    first = when - timedelta(days=when.weekday()) + timedelta(days=5)
    return Granule("weekend", f"{first}/{first + timedelta(days=1)}", first, first + timedelta(days=1))


def month(year: int, number: int) -> Granule:
    return Granule(
        "month", f"{year:04}-{number:02}", date(year, number, 1), date(year, number, _months.monthrange(year, number)[1])
    )


def quarter(year: int, number: int) -> Granule:
    """Quarters have the codes 33 to 36 in ISO 8601-2."""
    return Granule("quarter", f"{year:04}-{32 + number}", month(year, 3 * number - 2).first, month(year, 3 * number).last)


def half(year: int, number: int) -> Granule:
    """Half-years have the codes 40 and 41 in ISO 8601-2."""
    return Granule("half", f"{year:04}-{39 + number}", month(year, 6 * number - 5).first, month(year, 6 * number).last)


def season(year: int, code: int) -> Granule:
    """A season of the northern half of the world. "Winter 2020" may be either of two, so both are within its bounds."""
    m1, d1, m2, d2 = SEASONS[code]
    first, last = date(max(1, year - (code == 24)), m1, d1), date(year + (code == 24), m2, d2)
    return Granule("season", f"{year:04}-{code}", first, last)


def year(number: int) -> Granule:
    return Granule("year", f"{number:04}", date(number, 1, 1), date(number, 12, 31))


def decade(number: int) -> Granule:
    """``number`` is any year of it: 1994 gives the 1990s, "199X"."""
    start = max(1, number // 10 * 10)
    return Granule("decade", f"{number // 10:03}X", date(start, 1, 1), date(number // 10 * 10 + 9, 12, 31))


def century(number: int) -> Granule:
    """``number`` is any year of it: 1994 gives "19XX"."""
    start = max(1, number // 100 * 100)
    return Granule("century", f"{number // 100:02}XX", date(start, 1, 1), date(number // 100 * 100 + 99, 12, 31))


def before_christ(number: int, month_number: int | None = None) -> Granule:
    """241 BC is the year -0240 of ISO 8601."""
    edtf = f"-{number - 1:04}"
    return Granule("month", f"{edtf}-{month_number:02}") if month_number else Granule("year", edtf)


def months_on(when: date, count: int) -> date:
    """The same day so many months on, or the last day that month has."""
    index = when.year * 12 + when.month - 1 + count
    y, m = divmod(index, 12)
    return date(y, m + 1, min(when.day, _months.monthrange(y, m + 1)[1]))


def around(unit: str, when: date, steps: int = 0) -> Granule:
    """The day, week, month, quarter, year, decade or century around a day, so many steps on.

    ``unit``: D W F M Q Y E C, or H, m, S, which give the day.
    """
    if unit in {"D", "W", "F", "H", "m", "S"}:
        days = {"D": 1, "W": 7, "F": 14}.get(unit, 0)
        moved = when + timedelta(days=steps * days)
        return day(moved) if unit not in {"W", "F"} else week(moved)
    moved = months_on(when, steps * {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}[unit])
    made = {
        "M": lambda: month(moved.year, moved.month), "Q": lambda: quarter(moved.year, (moved.month + 2) // 3),
        "Y": lambda: year(moved.year), "E": lambda: decade(moved.year), "C": lambda: century(moved.year),
    }  # fmt: skip
    return made[unit]()


_THIRDS = {"start": (1, 4), "mid": (5, 8), "end": (9, 12)}  # of a year, in whole months


def nth_within(whole: Granule, unit: str, nth: int, count: int) -> Granule | None:
    """So many days, weeks or months of a month or year, from the ``nth`` one on; 0 for the last ones. None if they reach over."""
    if not whole.first or not whole.last or unit not in {"D", "W", "M"}:
        return None
    if unit == "M":
        start = months_on(whole.first, nth - 1 if nth else 12 - count)
        first, last = start, months_on(start, count) - timedelta(days=1)
    else:
        length = timedelta(days={"D": 1, "W": 7}[unit])
        opens, closes = whole.first, whole.last
        if unit == "W" and whole.grain == "year":  # weeks of a year as ISO 8601 counts them
            opens, closes = week(date(opens.year, 1, 4)).first or opens, week(date(closes.year, 12, 28)).last or closes
        first = opens + length * (nth - 1) if nth else closes + timedelta(days=1) - length * count
        last = first + length * count - timedelta(days=1)
    if first > whole.last or last < whole.first or (unit == "M" and whole.grain != "year"):
        return None
    if unit == "M" and count == 1:
        return month(first.year, first.month)
    return Granule("days" if first != last else "day", f"{first}/{last}" if first != last else first.isoformat(), first, last)


def part(granule: Granule, edge: str) -> Granule:
    """ "Late 2019", "the start of March": the same granule with narrower bounds (halves and thirds of it, rounded outward)."""
    if not granule.first or not granule.last:
        return granule
    if granule.grain == "year" and edge in _THIRDS:
        first_month, last_month = _THIRDS[edge]
        return replace(granule, first=granule.first.replace(month=first_month), last=month(granule.last.year, last_month).last)
    length = (granule.last - granule.first).days
    low, high = {"early": (0, 0.5), "late": (0.5, 1), "mid": (0.25, 0.75), "start": (0, 1 / 3), "end": (2 / 3, 1)}.get(
        edge, (0, 1)
    )
    first = granule.first + timedelta(days=int(length * low))
    last = granule.first + timedelta(days=min(length, int(length * high + 0.999)))
    return replace(granule, first=first, last=last)
