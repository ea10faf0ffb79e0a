"""Dates and durations in words, as a reader meets them: never in the notation of machines."""

from __future__ import annotations

import datetime as dt
import re

from sayso.records import Interval

_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year", "TH": "hour", "TM": "minute", "TS": "second"}
_LENGTH = re.compile(r"P(?P<t>T?)(?P<n>\d{1,12}(?:\.\d+)?|X)(?P<u>[DWMYHS])")
_TIME = re.compile(r"T(\d\d:\d\d)(?::\d\d)?.*$")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_NOT_KNOWN = "which is not known"


def interval(i: Interval) -> str:
    """ "4 March 2023", "a Friday, which is not known", "for 2 months", "1 March, year not stated (2022 or later)"."""
    if length := lasting(i.edtf):
        return length
    if often := repeated(i):
        return often
    if "X" in i.edtf.split("/")[0][:4] and not (i.earliest_start and i.latest_end):
        return _yearless(i)
    if not (i.earliest_start or i.latest_end):
        return _ends(i.edtf) or "a day that is not known"
    return _between(i)


def noted(edtf: str) -> str:
    """A date of which only the notation is at hand, as the finding of a comparison has it."""
    return interval(Interval(edtf, basis="unanchored"))


def is_day(i: Interval) -> bool:
    """Whether it is about a time on the calendar, and not about how long or how often something was."""
    return not (lasting(i.edtf) or repeated(i))


def lasting(edtf: str) -> str:
    """ "for 2 months", "for weeks"; "" for what is no duration."""
    found = _LENGTH.fullmatch(edtf)
    if not found:
        return _lasting_in_all(edtf)
    unit = _UNITS.get(found["t"] + found["u"], "")
    if not unit:
        return ""
    if found["n"] == "X":
        return f"for {unit}s"
    number = float(found["n"])
    return f"for {number:,g} {unit}{'s' * (number != 1)}" if number < 1e6 else f"for {number:,.0f} {unit}s"


def _lasting_in_all(edtf: str) -> str:
    """ "P2Y3M5D": for 2 years, 3 months and 5 days."""
    if not re.fullmatch(r"P(\d{1,12}[YMWD])+(T(\d{1,12}[HMS])+)?|PT(\d{1,12}[HMS])+", edtf):
        return ""
    days, _, hours = edtf[1:].partition("T")
    pieces = [f"P{p}" for p in re.findall(r"\d+\w", days)] + [f"PT{p}" for p in re.findall(r"\d+\w", hours)]
    *first, last = (lasting(piece).removeprefix("for ") for piece in pieces)
    return f"for {', '.join(first)} and {last}"


def repeated(i: Interval) -> str:
    """ "every day", "on Fridays"; "" for what happened once. A weekday that is only unknown is not anchored; one of a kind is."""
    if i.edtf.startswith("R/"):
        every = lasting(i.edtf[2:]).removeprefix("for ")
        return "every " + every.removeprefix("1 ") if every else ""
    if i.basis == "unanchored" or i.earliest_start or i.latest_end:
        return ""
    if weekday := re.fullmatch(r"XXXX-WXX-([1-7])", i.edtf):
        return f"on {_WEEKDAYS[int(weekday[1]) - 1]}s"
    month = re.fullmatch(r"XXXX-(\d\d)", i.edtf)
    return f"every {named}" if month and (named := _month(month[1])) else ""


def _yearless(i: Interval) -> str:
    since = f" ({i.earliest_start[:4]} or later)" if i.earliest_start else ""
    until = f" ({i.latest_end[:4]} or earlier)" if i.latest_end else ""
    return (_ends(i.edtf) or "a day that is not known") + (since or until)


def _ends(edtf: str) -> str:
    """Of what has no bounds: one date or two, either end open."""
    if either := re.fullmatch(r"\[XXXX-(0[1-9]|1[0-2])-(\d\d)\.\.XXXX-(0[1-9]|1[0-2])-(\d\d)\]", edtf):
        opens = f"{int(either[2])} {_month(either[1])}" if either[1] != either[3] else f"{int(either[2])}"
        return f"between {opens} and {int(either[4])} {_month(either[3])}, year not stated"
    if "/" not in edtf:
        return _unknown(edtf)
    first, last = edtf.split("/", 1)
    if first in ("", ".."):
        return f"{_unknown(last)}, or earlier" if _unknown(last) else ""
    if last in ("", ".."):
        return f"{_unknown(first)}, or later" if _unknown(first) else ""
    return f"{_unknown(first)} to {_unknown(last)}" if _unknown(first) and _unknown(last) else ""


def _unknown(edtf: str) -> str:
    """A date of which parts are not known: "a Friday, which is not known", "11 September, year not stated"."""
    hour = found[1] if (found := _TIME.search(edtf)) else ""
    date, about = _TIME.sub("", edtf).rstrip("~?%"), "about " if edtf.endswith("~") else ""
    return about + (f"{hour} on " if hour else "") + _date(date)


def _date(date: str) -> str:
    if weekday := re.fullmatch(r"XXXX-WXX-([1-7])", date):
        return f"a {_WEEKDAYS[int(weekday[1]) - 1]}, {_NOT_KNOWN}"
    if date in ("XXXX", "XXXX-XX"):
        return f"a {'year' if date == 'XXXX' else 'month'} that is not known"
    if found := re.fullmatch(r"XXXX-(\d\d)(?:-(\d\d|XX))?", date):
        name = _month(found[1])
        number = f"{int(found[2])} " if found[2] and found[2] != "XX" else ""
        return f"{number}{name}, year not stated" if name else "a day that is not known"
    if found := re.fullmatch(r"XXXX-XX-(\d\d)", date):
        return f"day {int(found[1])} of a month that is not known"
    if found := re.fullmatch(r"(\d{4})-(\d\d)", date):
        return f"{_month(found[2])} {found[1]}".strip()
    return day(date) if re.fullmatch(r"-?\d{4}(-\d\d-\d\d)?", date) else "a day that is not known"


def _month(number: str) -> str:
    return _SEASONS.get(number, _MONTHS[int(number) - 1] if 1 <= int(number) <= 12 else "")


def _between(i: Interval) -> str:
    first, last = i.earliest_start, i.latest_end
    if first is None or last is None:
        return f"{day(first)} or later" if first else f"{day(last or '')} or earlier"
    if first == last:
        hour = _TIME.search(i.edtf) if "/" not in i.edtf else None
        return day(first) + (f", {hour[1]}" if hour else "")
    return whole(first, last) or f"{day(first)} to {day(last)}"


def whole(first: str, last: str) -> str:
    """ "March 2021" or "2021" where the two days bound just that; else ""."""
    if first[:4] != last[:4]:
        return ""
    if first[5:] == "01-01" and last[5:] == "12-31":
        return first[:4]
    try:
        a, b = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    except ValueError:
        return ""
    month = a.day == 1 and a.month == b.month and ((b.month == 12 and b.day == 31) or (b + _DAY).month != b.month)
    return f"{_MONTHS[a.month - 1]} {a.year}" if month else ""


_DAY = dt.timedelta(days=1)


def day(iso: str) -> str:
    """ISO day in words; what is no full ISO day stays as it is."""
    try:
        date = dt.date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"
