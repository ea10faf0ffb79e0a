"""Quarters, decades, deictics, hours, feasts and vague times; and which function values which kind of rule."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from sayso.records import Interval

from . import granules as g
from .granules import Granule
from .holidays import day_in
from .times_context import Parts, Setting, Value, from_text, within
from .times_dates import clearly_near, month_day, year_of, yearly
from .times_durations import duration, set_of_times, shift
from .times_values import date_value, relative, told

_NEAR = 600  # characters: an hour belongs to a day spoken of so near before it


def quarter(parts: Parts, setting: Setting) -> Value | None:
    """ "The third quarter", "this year's third quarter", "the first half of 1990", "the year-ago quarter"."""
    year, base = parts.number("year"), setting.anchor.day or setting.base
    number = parts.number("n") or parts.number("code") or parts.number("halfcode")
    halves = "half" in parts or "halfcode" in parts
    if year is None and base and "rel" in parts:
        year = base.year + int(parts.value("rel"))
    if number is None:
        return told(parts, setting, g.year(year), True) if year else _year_before(parts, setting)
    if not 1 <= number <= (2 if halves else 4):
        return None
    make = g.half if halves else g.quarter
    if year:
        return told(parts, setting, make(year, number), "year" in parts)
    direction = 0 if clearly_near(lambda y: make(y, number), setting) else setting.tense.direction(parts.span) or -1
    found = yearly(lambda y: make(y, number), setting, direction)
    return told(parts, setting, found or Granule("quarter", f"XXXX-{(39 if halves else 32) + number}"), False)


def week_of(parts: Parts, setting: Setting) -> Value | None:
    """ "The week of March 6"."""
    granule = month_day(parts, setting)
    if parts.value("weekword") != "W" or not granule or not granule.first:
        return None
    return told(parts, setting, g.week(granule.first), "year" in parts)


def part_of(parts: Parts, setting: Setting) -> Value | None:
    """ "The second week of July", "the last four months of 2021", "the first ten days of last year"."""
    year = None if "month" in parts else year_of(parts, setting)
    whole = month_day(parts, setting) if "month" in parts else g.year(year) if year else None
    if not whole or not whole.first or not whole.last:
        return None
    nth, count = parts.number("nth") or 0, parts.number("count") or 1
    found = g.nth_within(whole, str(parts.value("weekword")), nth, count)
    return told(parts, setting, found, "year" in parts) if found else None


def _year_before(parts: Parts, setting: Setting) -> Value | None:
    if not setting.base:
        return Value("date", Interval("XXXX", basis="unanchored"))
    if "latest" in parts or not (setting.last and setting.last.grain == "quarter" and setting.last.first):
        return told(parts, setting, g.around("Q", setting.base, -1 if "latest" in parts else -5), False)
    return told(parts, setting, g.around("Q", setting.last.first, -4), False)


def decade(parts: Parts, setting: Setting) -> Value | None:
    """ "The 1990s", "the early '70s", "the 480s BC"."""
    if "decadeword" in parts:
        return told(parts, setting, g.decade(int(parts.value("decadeword"))), True)
    digits = "".join(c for c in parts.text("decade") if c.isdigit())
    number = int(digits)
    if "bc" in parts:
        return Value("date", Interval(f"-{number // 10:03}X"))
    if len(digits) == 2:
        number += 1900 if number > 20 or not setting.anchor.day else 2000
    made = g.century(number) if number % 100 == 0 and number >= 1100 and number < 2000 else g.decade(number)
    return told(parts, setting, made, True) if 1 <= number <= 9980 else None


def century(parts: Parts, setting: Setting) -> Value | None:
    number = parts.number("n") or 1
    if "bc" in parts:
        return Value("date", Interval(f"-{number - 1:02}XX"))
    return told(parts, setting, g.century(number * 100 - 100), True) if 2 <= number <= 30 else None


def deictic(parts: Parts, setting: Setting) -> Value | None:
    """ "Yesterday", "late yesterday", "tomorrow morning", "tonight"."""
    if not setting.anchor.day or setting.narrative:
        return Value("date", Interval("XXXX-XX-XX", basis="unanchored"))
    when = setting.anchor.day + timedelta(days=int(parts.value("deictic")))
    return told(parts, replace(setting, narrative=False), g.day(when), False)


def year_end(parts: Parts, setting: Setting) -> Value | None:
    """ "By year-end": the last weeks of the year."""
    found = g.part(g.year(setting.base.year), "end") if setting.base else Granule("year", "XXXX")
    return told(parts, setting, found, False)


def year_span(parts: Parts, setting: Setting) -> Value | None:
    """ "2014-2018", "2020-21"."""
    first, last = parts.number("year") or 0, parts.number("year2")
    last = last or first // 100 * 100 + (parts.number("short2") or 0)
    if not 0 < last - first < 200:
        return None
    setting.remember(g.year(last))
    bounds = (f"{first:04}-01-01", f"{first:04}-12-31", f"{last:04}-01-01", f"{last:04}-12-31")
    return Value("date", Interval(f"{first:04}/{last:04}", *bounds, "stated"), g.year(last))


def to_date(_: Parts, setting: Setting) -> Value | None:
    """ "The year to date": from 1 January until the anchor."""
    day = setting.anchor.day
    if not day:
        return Value("date", Interval("XXXX", basis="unanchored"))
    first = f"{day.year:04}-01-01"
    return Value("date", Interval(f"{first}/{day}", first, first, day.isoformat(), day.isoformat(), setting.anchor.basis))


def clock(parts: Parts, setting: Setting) -> Value | None:
    """An hour or a part of the day alone belongs to the day spoken of last, or to the anchor's."""
    near = setting.narrative or setting.at - setting.last_at < _NEAR
    last, words = setting.last if near and setting.last and setting.last.grain == "day" else None, setting.last_words
    granule = last or (g.day(setting.anchor.day) if setting.anchor.day else Granule("day", "XXXX-XX-XX"))
    value = told(parts, setting, granule, False)
    return from_text(value, words) if last and last.first else value


def holiday(parts: Parts, setting: Setting) -> Value | None:
    """ "Christmas", "Easter Monday"; a feast whose day differs by country or moon keeps no day."""
    rule = str(parts.value("holiday"))
    year = parts.number("year")
    if not rule:
        return None
    if year:
        return told(parts, setting, g.day(day_in(rule, year)), True)
    found = yearly(lambda y: g.day(day_in(rule, y)), setting, setting.tense.direction(parts.span))
    return told(parts, setting, found, False) if found else None


def day_of_month(parts: Parts, setting: Setting) -> Value | None:
    """ "The 28th": of the month spoken of last, or of the anchor's."""
    number, words = parts.number("day") or 1, setting.last_words
    last = setting.last.first if setting.last and setting.last.first else None
    if "monthword" in parts:
        if parts.value("monthword") != "M":
            return None
        last = last if parts.of_class("rel", "THAT") else None
    base = last or setting.base
    base = g.months_on(base, int(parts.value("rel", 0))) if base else None
    if not base:
        return Value("date", Interval(f"XXXX-XX-{number:02}", basis="unanchored"))
    try:
        value = told(parts, setting, g.day(base.replace(day=number)), False)
    except ValueError:
        return None
    return from_text(value, words) if last else value


def vague(edtf: str) -> Callable[[Parts, Setting], Value | None]:
    """ "Now", "recently", "soon": before, at or after the anchor's day."""

    def make(_: Parts, setting: Setting) -> Value | None:
        day = setting.anchor.day.isoformat() if setting.anchor.day else None
        bounds = {
            "{}~": (day, day, day, day), "/{}": (None, day, None, day), "{}/": (day, None, day, None), "same": (None,) * 4,
        }[edtf]  # fmt: skip
        if edtf == "same":
            return Value("vague", within(setting.last, "text") if setting.last else Interval("/XXXX-XX-XX", basis="unanchored"))
        return Value("vague", Interval(edtf.format(day or "XXXX-XX-XX"), *bounds, setting.anchor.basis))

    return make


MAKERS: dict[str, Callable[[Parts, Setting], Value | None]] = {
    "date": date_value, "relative": relative, "quarter": quarter, "period": quarter, "decade": decade, "century": century,
    "deictic": deictic, "yearspan": year_span, "yearend": year_end,
    "todate": to_date, "weekof": week_of, "partof": part_of, "clock": clock, "holiday": holiday,
    "dayofmonth": day_of_month,
    "present": vague("{}~"), "past": vague("/{}"), "future": vague("{}/"), "sametime": vague("same"),
    "shift": shift, "duration": duration, "set": set_of_times,
}  # fmt: skip
