"""The value of a time expression: one function for each kind of rule of the calendar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from sayso.records import Interval

from . import granules as g
from .granules import Granule
from .holidays import day_in
from .times_context import Parts, Setting, Value, from_text, within
from .times_dates import month_day, season, slashed, weekday, year_of

_PARTS = ("part", "part2")


def date_value(parts: Parts, setting: Setting) -> Value | None:
    """A date of the calendar."""
    if "slash" in parts:
        return slashed(parts.text("slash"), setting)
    granule, stated = _granule(parts, setting)
    return told(parts, setting, granule, stated) if granule else None


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
        return g.day(date.fromisoformat(text[:10].replace(" ", "-")))
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


def told(parts: Parts, setting: Setting, granule: Granule, stated: bool) -> Value:
    """The granule narrowed by "late" or "earlier this", with the hour, as an interval."""
    why = (*_reasons(parts), *(() if stated else setting.came_from()))
    setting.remember(granule)
    narrowed = _narrow(parts, setting, granule)
    basis = "stated" if stated else setting.basis
    edtf = _with_hour(parts, granule)
    if parts.value("how") == "~":
        edtf += "~"
    return Value("date", within(narrowed, basis, edtf), granule, why)


def _narrow(parts: Parts, setting: Setting, granule: Granule) -> Granule:
    narrowed = g.part(granule, parts.value("edge", ""))
    now = setting.anchor.day
    back = parts.value("since") == "earlier"
    if "since" in parts and not (now and granule.first and granule.last and granule.first <= now <= granule.last):
        return g.part(granule, "early" if back else "late")
    if "since" in parts:
        narrowed = replace(narrowed, last=now) if back else replace(narrowed, first=now)
    return narrowed


def _reasons(parts: Parts) -> list[str]:
    named = [f"part of the day: {parts.text(p)}" for p in _PARTS if p in parts]
    return named + [f"{parts.text(p)}: part of the period" for p in ("edge", "since") if p in parts]


def hour(parts: Parts) -> str:
    """ "9:34 p.m. EST" as "T21:34"; "" where no hour is said."""
    figures = parts.text("hhmm")
    clock = parts.text("clock") or parts.text("dotted").replace(".", ":") or (f"{figures[:2]}:{figures[2:]}" if figures else "")
    if not clock and "hour" not in parts:
        return next((v for p in _PARTS if str(v := parts.value(p, "")).startswith("T")), "")
    numbers = [int(n) for n in clock.split(":")] if clock else [parts.number("hour") or 0]
    h, rest = numbers[0], numbers[1:] or [0]
    if "ampm" in parts and 1 <= h <= 12:
        h = h % 12 + int(parts.value("ampm"))
    return f"T{h:02}:" + ":".join(f"{n:02}" for n in [*rest, 0][:2]) if h <= 24 and all(n < 60 for n in rest) else ""


def _with_hour(parts: Parts, granule: Granule) -> str:
    return granule.edtf + hour(parts) if granule.grain == "day" else granule.edtf


def relative(parts: Parts, setting: Setting) -> Value | None:
    """ "Last March", "early next week", "this morning", "that year", "the previous Friday"."""
    back_reference = _refers_back(parts, setting)
    of_today = setting.narrative and _leans_on_today(parts)
    base = setting.last.first if back_reference and setting.last else setting.anchor.day if of_today else setting.base
    step, words = int(parts.value("rel", 0)), setting.last_words
    if base is None:
        return _unanchored(parts)
    granule = _stepped(parts, setting, base, step)
    value = told(parts, replace(setting, narrative=setting.narrative and not of_today), granule, False)
    if not of_today or back_reference:
        setting.remember(granule)
    return from_text(value, words) if back_reference else value


def _leans_on_today(parts: Parts) -> bool:
    """ "Last year", "this week", in a history too; "the next year", "the end of the month" count from what it has reached."""
    return "rel" in parts and "the" not in parts.match_words and not parts.of_class("rel", "THAT")


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
        number, day = parts.number("month") or 1, parts.number("day")
        return _nth_year(lambda y: g.day(date(y, number, day)) if day else g.month(y, number), base, step)
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
    return g.working_days(base, step) if "work" in parts.text("unit") else g.around(parts.value("unit"), base, step)


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
