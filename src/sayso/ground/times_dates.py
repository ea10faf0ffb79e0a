"""Dates from their parts: month, day, year, weekday, season, quarter; which year is meant where none is said."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from sayso.records import Interval

from . import granules as g
from .granules import Granule
from .times_context import Parts, Setting, Value, within

_BACK = 8  # months: a date that far back from the one before it in a history is of the next year


def year_of(parts: Parts, setting: Setting) -> int | None:
    """The year said in full, as two digits, or as "last year"."""
    if "year" in parts:
        return parts.number("year")
    short = parts.number("short")
    if short is not None:
        limit = (setting.anchor.day.year if setting.anchor.day else 2039) + 10
        return 2000 + short if 2000 + short <= limit else 1900 + short
    base = setting.base if parts.of_class("relyear", "THAT") or setting.narrative else setting.anchor.day
    if parts.of_class("relyear", "THAT") and setting.last_year:
        return setting.last_year
    return base.year + int(parts.value("relyear", 0)) if "relyear" in parts and base else None


def choose(made: Iterable[Granule], setting: Setting, direction: int) -> Granule | None:
    """Of the same date in several years, the one meant: by tense, or the nearest one."""
    base, options = setting.base, list(made)
    if not base or not options:
        return None
    if setting.narrative:
        return _next_told(options, base, setting)
    back = [o for o in options if o.first and o.first <= base]
    ahead = [o for o in options if o.last and o.last >= base]
    if direction and (back if direction < 0 else ahead):
        return max(back, key=_first) if direction < 0 else min(ahead, key=_first)
    return min(options, key=lambda o: (_distance(o, base), -_first(o).toordinal()))


def _next_told(options: list[Granule], base: date, setting: Setting) -> Granule:
    """In a history: the same year as the date before, or the next if that would lead far back."""
    whole_year = setting.story is not None and setting.story.grain == "year"
    limit = date(base.year, 1, 1) if whole_year or base.month <= _BACK else g.months_on(base, -_BACK)
    same = [o for o in options if o.last and o.last.year >= base.year and (o.last >= limit)]
    return min(same or options, key=_first)


def _first(granule: Granule) -> date:
    return granule.first or date.max


def _distance(granule: Granule, base: date) -> int:
    if not granule.first or not granule.last:
        return 10**6
    return max((granule.first - base).days, (base - granule.last).days, 0)


def yearly(make: Callable[[int], Granule], setting: Setting, direction: int) -> Granule | None:
    """A date without a year, given its year by the setting."""
    base = setting.base
    if not base:
        return None
    return choose([m for y in range(base.year - 1, base.year + 2) if (m := _made(make, y))], setting, direction)


def _made(make: Callable[[int], Granule], year: int) -> Granule | None:
    try:
        return make(year)
    except ValueError:  # 29 February of another year
        return None


def month_day(parts: Parts, setting: Setting) -> Granule | None:
    """ "March", "March 1", "1 March 2021"."""
    number, day, year = parts.number("month"), parts.number("day"), year_of(parts, setting) or setting.next_year
    assert number is not None
    if day is not None and not 1 <= day <= 31:
        return None

    def make(y: int) -> Granule:
        return g.day(date(y, number, day)) if day else g.month(y, number)

    if year:
        return _made(make, year)
    direction = setting.tense.direction(parts.span)
    dated = yearly(make, setting, 0 if day and clearly_near(make, setting) else direction)
    return dated or Granule("day" if day else "month", f"XXXX-{number:02}-{day:02}" if day else f"XXXX-{number:02}")


def clearly_near(make: Callable[[int], Granule], setting: Setting) -> bool:
    """Whether one year's date is so much nearer than the others' that tense says little: "due Nov. 16", on 30 October."""
    base = setting.base
    if not base or setting.narrative:
        return False
    near = sorted(_distance(m, base) for y in (base.year - 1, base.year, base.year + 1) if (m := _made(make, y)))
    return len(near) > 1 and near[0] * 4 < near[1]


def weekday(number: int, setting: Setting, direction: int, strictly: bool = False) -> Granule:
    """The weekday nearest to the anchor in a direction; the day itself counts unless ``strictly``."""
    base = setting.base
    if not base:
        return Granule("day", f"XXXX-WXX-{number}")
    ahead = (number - base.isoweekday()) % 7
    if direction > 0:
        return g.day(base + timedelta(days=ahead or (7 if strictly else 0)))
    back = (base.isoweekday() - number) % 7
    return g.day(base - timedelta(days=back or (7 if strictly else 0)))


def season(parts: Parts, setting: Setting) -> Granule | None:
    code, year = parts.number("season"), year_of(parts, setting)
    assert code is not None
    if year:
        return g.season(year, code)
    found = yearly(lambda y: g.season(y, code), setting, setting.tense.direction(parts.span))
    return found or Granule("season", f"XXXX-{code}")


def slashed(text: str, setting: Setting) -> Value | None:
    """ "03/04/2021" is 4 March or 3 April: both are kept unless one of them is no date."""
    numbers = [int(n) for n in re.split(r"[/.\-]", text)]
    if len(numbers) == 2:
        return _value(_made(lambda y: g.month(y, numbers[1]), numbers[0]), setting)
    a, b, c = numbers
    if a > 31:
        return _value(_try(a, b, c), setting)
    year = c if c > 99 else 2000 + c if c <= (setting.anchor.day.year if setting.anchor.day else 2039) % 100 + 1 else 1900 + c
    return _both(_try(year, a, b), _try(year, b, a), setting)


def _try(year: int, month: int, day: int) -> Granule | None:
    try:
        return g.day(date(year, month, day))
    except ValueError:
        return None


def _both(american: Granule | None, european: Granule | None, setting: Setting) -> Value | None:
    found = sorted({x.edtf: x for x in (american, european) if x}.values(), key=_first)
    if len(found) != 2:
        return _value(found[0] if found else None, setting)
    low, high = (x.edtf for x in found)
    interval = Interval(f"[{low},{high}]", low, high, low, high, "stated")
    return Value("date", interval, None, ("day and month in either order",))


def _value(granule: Granule | None, setting: Setting) -> Value | None:
    setting.remember(granule)
    return Value("date", within(granule, "stated"), granule) if granule else None
