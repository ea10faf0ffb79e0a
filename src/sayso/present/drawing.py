"""When things are, as numbers for an SVG: bars on a strip of time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from .tables import Dated


def strip(dated: Sequence[Dated]) -> tuple[Dated, ...]:
    """Each with its place between the first and the last day of those bounded on both sides, in per cent.

    An open end runs to the edge, as what lies beyond it does.
    """
    ends = [(_ordinal(row.interval.earliest_start), _ordinal(row.interval.latest_end)) for row in dated]
    days = [d for pair in ends for d in pair if d and all(pair)] or [d for pair in ends for d in pair if d]
    if not days:
        return tuple(dated)
    first, last = min(days), max(*days, min(days) + 1)
    return tuple(_placed(row, first, last) for row in dated)


def _placed(row: Dated, first: int, last: int) -> Dated:
    start = min(max(_ordinal(row.interval.earliest_start) or first, first), last)
    end = max(min(_ordinal(row.interval.latest_end) or last, last), start)
    left = 100 * (start - first) / (last + 1 - first)
    return replace(row, left=round(min(left, 98.5), 2), width=round(max(1.5, 100 * (end + 1 - start) / (last + 1 - first)), 2))


def _ordinal(iso: str | None) -> int | None:
    try:
        return dt.date.fromisoformat(iso[:10]).toordinal() if iso else None
    except ValueError:
        return None
