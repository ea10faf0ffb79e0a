"""Reports of one event, found without comparing all pairs."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Sequence
from contextlib import closing

from sayso.records import Reading

from .index import Index


def stories(readings: Sequence[Reading]) -> list[list[str]]:
    """Ids of reports, each in one group, in the order given."""
    with closing(sqlite3.connect(":memory:")) as base:
        index = Index(base)
        index.file(readings)
        while index.join():
            pass
        return [index.members(story) for story in index.stories()]


def days_between(a: str, b: str) -> int | None:
    """None where one is no day of the calendar that Python knows."""
    try:
        return abs((dt.date.fromisoformat(a[:10]) - dt.date.fromisoformat(b[:10])).days)
    except ValueError:
        return None
