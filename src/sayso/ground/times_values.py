"""The value of a time expression: one function for each kind of rule of the calendar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from sayso.records import Interval

from . import granules as g
from .granules import Granule
from .holidays import day_in
from .times_context import Parts, Setting, Value, within
from .times_dates import month_day, season, slashed, weekday, year_of, yearly
from .times_durations import duration, set_of_times, shift

_PARTS = ("part", "part2")


def date_value(parts: Parts, setting: Setting) -> Value | None:
    """A date of the calendar."""
    if "slash" in parts:
        return slashed(parts.text("slash"), setting)
    granule, stated = _granule(parts, setting)
    return _told(parts, setting, granule, stated) if granule else None


def _granule(parts: Parts, setting: Setting) -> tuple[Granule | None, bool]:
    stated = "year" in parts or "iso" in parts or "bcyear" in parts or "short" in parts
    if "iso" in parts:
        return _iso(parts.text("iso")), True
    if "bcyear" in parts:
        return g.before_christ(parts.number("bcyear") or 1, parts.number("month")), True
    if "month" in parts:
        return _span_of_days(parts, month_day(parts, setting)), stated
    if "season" in parts:
        return season(parts, setting), stated
    if "weekday" in parts and "day" in parts:
        return _weekday_with_day(parts, setting), False
    if "weekday" in parts:
        return weekday(parts.number("weekday") or 1, setting, setting.tense.direction(parts.span)), False
    year = year_of(parts, setting)
    return (g.year(year) if year else None), stated


def _iso(text: str) -> Granule | None:
    try:
        return g.day(date.fromisoformat(text[:10]))
    except ValueError:
        return None


def _span_of_days(parts: Parts, granule: Granule | None) -> Granule | None:
    """ "10-12 March": from the first day to the second."""
    last = parts.number("day2")
    if not granule or not granule.first or not last or not granule.first.day < last <= 31:
        return granule
    try:
        end = granule.first.replace(day=last)
    except ValueError:
        return granule
    return Granule("days", f"{granule.first}/{end}", granule.first, end)


def _weekday_with_day(parts: Parts, setting: Setting) -> Granule | None:
    base, day = setting.base, parts.number("day") or 1
    if not base:
        return Granule("day", f"XXXX-XX-{day:02}")
    near = [base + timedelta(days=d) for d in sorted(range(-180, 180), key=abs)]
    found = next((d for d in near if d.day == day and d.isoweekday() == parts.number("weekday")), None)
    return g.day(found) if found else None


def _told(parts: Parts, setting: Setting, granule: Granule, stated: bool) -> Value:
    """The granule narrowed by "late" or "earlier this", with the hour, as an interval."""
    setting.remember(granule)
    narrowed = _narrow(parts, setting, granule)
    why = tuple(_reasons(parts))
    basis = "stated" if stated else setting.basis
    edtf = _with_hour(parts, granule)
    if parts.value("how") == "~":
        edtf += "~"
    return Value("date", within(narrowed, basis, edtf), granule, why)


def _narrow(parts: Parts, setting: Setting, granule: Granule) -> Granule:
    narrowed = g.part(granule, parts.value("edge", ""))
    now = setting.anchor.day
    if "since" in parts and now and granule.first and granule.last and granule.first <= now <= granule.last:
        back = parts.value("since") == "earlier"
        narrowed = replace(narrowed, last=now) if back else replace(narrowed, first=now)
    return narrowed


def _reasons(parts: Parts) -> list[str]:
    named = [f"part of the day: {parts.text(p)}" for p in _PARTS if p in parts]
    return named + [f"{parts.text(p)}: part of the period" for p in ("edge", "since") if p in parts]


def hour(parts: Parts) -> str:
    """ "9:34 p.m. EST" as "T21:34"; "" where no hour is said."""
    clock = parts.text("clock")
    if not clock and "hour" not in parts:
        return next((v for p in _PARTS if str(v := parts.value(p, "")).startswith("T")), "")
    numbers = [int(n) for n in clock.split(":")] if clock else [parts.number("hour") or 0]
    h, rest = numbers[0], numbers[1:] or [0]
    if "ampm" in parts and 1 <= h <= 12:
        h = h % 12 + int(parts.value("ampm"))
    return f"T{h:02}:" + ":".join(f"{n:02}" for n in rest) if h <= 24 and all(n < 60 for n in rest) else ""


def _with_hour(parts: Parts, granule: Granule) -> str:
    return granule.edtf + hour(parts) if granule.grain == "day" else granule.edtf


def relative(parts: Parts, setting: Setting) -> Value | None:
    """ "Last March", "early next week", "this morning", "that year", "the previous Friday"."""
    back_reference = _refers_back(parts, setting)
    base = setting.last.first if back_reference and setting.last else setting.anchor.day or setting.base
    step = int(parts.value("rel", 0))
    if base is None:
        return _unanchored(parts)
    granule = _stepped(parts, setting, base, step)
    value = _told(parts, setting, granule, False)
    return replace(value, interval=replace(value.interval, basis="text")) if back_reference else value


def _refers_back(parts: Parts, setting: Setting) -> bool:
    """ "That day", "the following year", "the previous week" count from the date the text spoke of last."""
    if not setting.last or not setting.last.first:
        return False
    if parts.text("rel") in {"following", "previous", "preceding", "subsequent", "ensuing"} or parts.of_class("rel", "THAT"):
        return True
    return (parts.text("rel") == "next" and "unit" in parts and parts.value("unit") == "D") or (
        "rel" not in parts
        and "edge" not in parts
        and "weekend" not in parts
        and (parts.value("unit") != "Q" or setting.last.grain == "quarter")
    )


def _stepped(parts: Parts, setting: Setting, base: date, step: int) -> Granule:
    if "weekday" in parts and "weekof" not in parts:
        around = replace_base(setting, base)
        return weekday(parts.number("weekday") or 1, around, step or setting.tense.direction(parts.span), strictly=step != 0)
    if "weekof" in parts:
        monday = base - timedelta(days=base.weekday()) + timedelta(weeks=step)
        return g.day(monday + timedelta(days=(parts.number("weekday") or 1) - 1))
    if "month" in parts:
        return _nth_year(lambda y: g.month(y, parts.number("month") or 1), base, step)
    if "season" in parts:
        return _nth_year(lambda y: g.season(y, parts.number("season") or 22), base, step)
    if "weekend" in parts:
        return g.weekend(base + timedelta(weeks=step) if step or base.weekday() > 3 else base - timedelta(weeks=1))
    if "holiday" in parts:
        rule = str(parts.value("holiday"))
        return _nth_year(lambda y: g.day(day_in(rule, y)), base, step) if rule else g.year(base.year)
    if "rel" not in parts and parts.value("unit") == "Q" and (not setting.last or setting.last.grain != "quarter"):
        return g.around("Q", base, -1)
    if "part" in parts:
        return g.day(base + timedelta(days=step))
    if "yearagounit" in parts:
        return g.year(base.year - 1)
    return g.around(parts.value("unit"), base, step)


def replace_base(setting: Setting, base: date) -> Setting:
    return Setting(replace(setting.anchor, day=base), setting.tense)


def _nth_year(make: Callable[[int], Granule], base: date, step: int) -> Granule:
    """ "Last March" is the latest one that is over; "this March" is in this year; "next March" has not begun."""
    options = [make(base.year + d) for d in (-2, -1, 0, 1, 2)]
    if step < 0:
        return [o for o in options if o.last and o.last < base][-1]
    if step > 0:
        return next(o for o in options if o.first and o.first > base)
    return options[2]


def _unanchored(parts: Parts) -> Value:
    number = parts.number("month") or parts.number("season")
    edtf = f"XXXX-{number:02}" if number else f"XXXX-WXX-{parts.number('weekday')}" if "weekday" in parts else "XXXX"
    if (not number and parts.value("unit") in {"D", "W", "M"}) or "part" in parts or "weekend" in parts:
        edtf = "XXXX-XX" if parts.value("unit") == "M" else "XXXX-XX-XX"
    return Value("date", Interval(edtf, basis="unanchored"))


def quarter(parts: Parts, setting: Setting) -> Value | None:
    """ "The third quarter", "this year's third quarter", "the first half of 1990", "the year-ago quarter"."""
    year, base = parts.number("year"), setting.base
    number = parts.number("n") or parts.number("code") or parts.number("halfcode")
    halves = "half" in parts or "halfcode" in parts
    if year is None and base and "rel" in parts:
        year = base.year + int(parts.value("rel"))
    if number is None:
        return _told(parts, setting, g.year(year), True) if year else _year_before(parts, setting)
    if not 1 <= number <= (2 if halves else 4):
        return None
    make = g.half if halves else g.quarter
    if year:
        return _told(parts, setting, make(year, number), "year" in parts)
    found = yearly(lambda y: make(y, number), setting, setting.tense.direction(parts.span) or -1)
    return _told(parts, setting, found or Granule("quarter", f"XXXX-{(39 if halves else 32) + number}"), False)


def week_of(parts: Parts, setting: Setting) -> Value | None:
    """ "The week of March 6", "the second week of July", "the last week of July 2019"."""
    granule = month_day(parts, setting)
    if parts.value("weekword") != "W" or not granule or not granule.first or not granule.last:
        return None
    if granule.grain == "day":
        return _told(parts, setting, g.week(granule.first), "year" in parts)
    nth = parts.number("nth") or 0
    first = granule.first + timedelta(days=7 * (nth - 1)) if nth else granule.last - timedelta(days=6)
    week = Granule("days", f"{first}/{first + timedelta(days=6)}", first, first + timedelta(days=6))
    return _told(parts, setting, week, "year" in parts) if first <= granule.last else None


def _year_before(parts: Parts, setting: Setting) -> Value | None:
    if not setting.base:
        return Value("date", Interval("XXXX", basis="unanchored"))
    if "latest" in parts or not (setting.last and setting.last.grain == "quarter" and setting.last.first):
        return _told(parts, setting, g.around("Q", setting.base, -1 if "latest" in parts else -5), False)
    return _told(parts, setting, g.around("Q", setting.last.first, -4), False)


def decade(parts: Parts, setting: Setting) -> Value | None:
    """ "The 1990s", "the early '70s", "the 480s BC"."""
    if "decadeword" in parts:
        return _told(parts, setting, g.decade(int(parts.value("decadeword"))), True)
    digits = "".join(c for c in parts.text("decade") if c.isdigit())
    number = int(digits)
    if "bc" in parts:
        return Value("date", Interval(f"-{number // 10:03}X"))
    if len(digits) == 2:
        number += 1900 if number > 20 or not setting.anchor.day else 2000
    made = g.century(number) if number % 100 == 0 and number >= 1100 and number < 2000 else g.decade(number)
    return _told(parts, setting, made, True) if 1 <= number <= 9980 else None


def century(parts: Parts, setting: Setting) -> Value | None:
    number = parts.number("n") or 1
    if "bc" in parts:
        return Value("date", Interval(f"-{number - 1:02}XX"))
    return _told(parts, setting, g.century(number * 100 - 100), True) if 2 <= number <= 30 else None


def deictic(parts: Parts, setting: Setting) -> Value | None:
    """ "Yesterday", "late yesterday", "tomorrow morning", "tonight"."""
    if not setting.anchor.day or setting.narrative:
        return Value("date", Interval("XXXX-XX-XX", basis="unanchored"))
    when = setting.anchor.day + timedelta(days=int(parts.value("deictic")))
    return _told(parts, replace(setting, narrative=False), g.day(when), False)


def year_end(parts: Parts, setting: Setting) -> Value | None:
    """ "By year-end": the last weeks of the year."""
    found = g.part(g.year(setting.base.year), "end") if setting.base else Granule("year", "XXXX")
    return _told(parts, setting, found, False)


def year_span(parts: Parts, setting: Setting) -> Value | None:
    """ "2014-2018", "2020-21"."""
    first, last = parts.number("year") or 0, parts.number("year2")
    last = last or first // 100 * 100 + (parts.number("short2") or 0)
    if not 0 < last - first < 200:
        return None
    setting.remember(g.year(last))
    bounds = (f"{first:04}-01-01", f"{first:04}-12-31", f"{last:04}-01-01", f"{last:04}-12-31")
    return Value("date", Interval(f"{first:04}/{last:04}", *bounds, "stated"), g.year(last))


def clock(parts: Parts, setting: Setting) -> Value | None:
    """An hour or a part of the day alone belongs to the day spoken of last, or to the anchor's."""
    last = setting.last if setting.last and setting.last.grain == "day" else None
    granule = last or (g.day(setting.anchor.day) if setting.anchor.day else Granule("day", "XXXX-XX-XX"))
    return _told(parts, setting, granule, False)


def holiday(parts: Parts, setting: Setting) -> Value | None:
    """ "Christmas", "Easter Monday"; a feast whose day differs by country or moon keeps no day."""
    rule = str(parts.value("holiday"))
    year = parts.number("year")
    if not rule:
        return None
    if year:
        return _told(parts, setting, g.day(day_in(rule, year)), True)
    found = yearly(lambda y: g.day(day_in(rule, y)), setting, setting.tense.direction(parts.span))
    return _told(parts, setting, found, False) if found else None


def day_of_month(parts: Parts, setting: Setting) -> Value | None:
    """ "The 28th": of the month spoken of last, or of the anchor's."""
    number, base = parts.number("day") or 1, setting.last.first if setting.last and setting.last.first else setting.base
    if not base:
        return Value("date", Interval(f"XXXX-XX-{number:02}", basis="unanchored"))
    try:
        return _told(parts, setting, g.day(base.replace(day=number)), False)
    except ValueError:
        return None


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
    "deictic": deictic, "yearspan": year_span, "yearend": year_end, "weekof": week_of, "clock": clock, "holiday": holiday,
    "dayofmonth": day_of_month,
    "present": vague("{}~"), "past": vague("/{}"), "future": vague("{}/"), "sametime": vague("same"),
    "shift": shift, "duration": duration, "set": set_of_times,
}  # fmt: skip
