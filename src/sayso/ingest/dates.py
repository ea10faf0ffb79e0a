"""Dates of publication in metadata."""

from __future__ import annotations

import calendar
import datetime
import re
from email.utils import parsedate

from sayso.records import Interval

_ISO = re.compile(r"\s*(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?(?![\d])(?:[T ]\s*\d{1,2}:?\d{2}.{0,30})?\s*$", re.DOTALL)


def published(value: str | None) -> Interval | None:
    """The day, month or year a metadata field gives: ``"2021-03-05T10:00:00+02:00"`` is some time on 2021-03-05.

    The day is taken as printed, in the outlet's own time zone. None for what is not a date.
    """
    if not value:
        return None
    match = _ISO.match(value)
    if match:
        year, month, day = (int(part) if part else None for part in match.groups())
        return _interval(year or 0, month, day)
    mail = parsedate(value)
    return _interval(*mail[:3]) if mail else None


def _interval(year: int, month: int | None, day: int | None) -> Interval | None:
    try:
        first = datetime.date(year, month or 1, day or 1)
        last = datetime.date(year, month or 12, day or calendar.monthrange(year, month or 12)[1])
    except ValueError:
        return None
    if not 1600 <= year <= 2200:
        return None
    edtf = first.isoformat()[: 10 if day else 7 if month else 4]
    bounds = (first.isoformat(), last.isoformat())
    return Interval(edtf, *bounds, *bounds, basis="metadata")
