"""The day of a report: from its metadata, or its dateline; where the dateline lacks the year, what bounds it."""

from __future__ import annotations

import re
from datetime import date

from sayso.records import Interval, Report, Span

from .times_context import Anchor

_MOST = 20  # a volume of dispatches has thousands, each of which would be held against each date
_MONTH_DAY = re.compile(r"XXXX-(\d\d)-(\d\d)$")


def anchor_of(report: Report) -> Anchor:
    """The day that "yesterday" counts from, of the report's metadata; no day is made up where it is not given in full."""
    published = report.published
    if not published or not published.earliest_start or published.earliest_start[:10] != (published.latest_end or "")[:10]:
        return Anchor()
    try:
        day = date.fromisoformat(published.earliest_start[:10])
    except ValueError:
        return Anchor()
    return Anchor(day, published.basis if published.basis not in {"stated", "unanchored"} else "metadata")


def dateline_spans(report: Report) -> list[Span]:
    """Where datelines give a day; the whole dateline where the day was not set apart."""
    dated = [line.date for line in report.datelines if line.date]
    return (dated or [block.span for block in report.blocks if block.kind == "dateline"])[:_MOST]


def month_day_of(edtf: str) -> tuple[int, int] | None:
    """Month and day of "XXXX-03-01"."""
    found = _MONTH_DAY.match(edtf)
    return (int(found[1]), int(found[2])) if found else None


def year_bounds(
    day: Interval, events: list[tuple[Interval, str]], retrieved: str | None, weekday: int | None = None
) -> tuple[Interval, tuple[str, ...]]:
    """A day without a year: not before the latest event that the text looks back on, not after it was fetched.

    Bounded from below, "March 1" in a text that speaks of October 2020 as past is 1 March 2021 or a later one. Where its weekday
    is known, only years in which it falls on that weekday count; where one year is left, it is that year.
    """
    given = month_day_of(day.edtf)
    if not given:
        return day, ()
    latest = max(events, key=lambda e: e[0].earliest_start or "", default=None)
    low = _same_day(given, latest[0].earliest_start, 1, weekday) if latest else None
    high = _same_day(given, retrieved, -1, weekday)
    why = ["year not stated"]
    if low and latest:
        why.append(f"not before {low}, for the text looks back on {latest[1]!r} ({latest[0].earliest_start} or later)")
    if high:
        why.append(f"not after {high}, for it was fetched on {str(retrieved)[:10]}")
    if weekday and (low or high):
        why.append("counting only years in which it has the weekday that the text gives")
    only = low is not None and low == high
    edtf = low if only and low else day.edtf
    return Interval(edtf, low, high, low, high, "text" if low or high else "unanchored"), ("; ".join(why),)


def _same_day(given: tuple[int, int], limit: str | None, step: int, weekday: int | None) -> str | None:
    """The first such day of a year on or after a limit (``step`` 1), or the last one on or before it (-1)."""
    try:
        bound = date.fromisoformat((limit or "")[:10])
    except ValueError:
        return None
    for year in (bound.year + step * n for n in range(13)):
        try:
            day = date(year, *given)
        except ValueError:  # 29 February, or beyond the calendar
            continue
        if ((day >= bound) if step > 0 else (day <= bound)) and weekday in {None, day.isoweekday()}:
            return day.isoformat()
    return None
