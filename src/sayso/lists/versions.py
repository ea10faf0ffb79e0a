"""Which version of each list held on the day of a report."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from sayso.records import Interval


@dataclass(frozen=True, slots=True)
class Held:
    """A kept version; ``why`` says how it was chosen."""

    id: int
    list: str
    date: str
    format: str
    why: str = ""


def day(published: Interval | None) -> str | None:
    """The last day on which a report can have been published, ISO; None where that is not known."""
    return (published.latest_end or published.latest_start) if published else None


def kept(base: sqlite3.Connection) -> list[Held]:
    return [Held(*row) for row in base.execute("SELECT id, list, date, format FROM version ORDER BY list, date")]


def in_force(versions: Sequence[Held], when: str | None) -> list[Held]:
    """Of each list the last version dated before the day or on it; else the first after it, or, without a day, the newest."""
    chosen = []
    for _, same in groupby(versions, key=lambda v: v.list):
        chosen.append(_chosen(list(same), when))
    return chosen


def _chosen(versions: Sequence[Held], when: str | None) -> Held:
    if when is None:
        return _because(versions[-1], "the report's date is not known: the newest version kept")
    before = [v for v in versions if v.date <= when]
    if before:
        return _because(before[-1], f"the version in force on {when}, of those kept")
    return _because(versions[0], f"no version of {when} or before is kept: the first after it")


def _because(version: Held, why: str) -> Held:
    return Held(version.id, version.list, version.date, version.format, f"{version.list} list of {version.date}, {why}")
