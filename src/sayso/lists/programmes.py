"""Groups after which a list's programme is named: not entries themselves, but their members are listed."""

from __future__ import annotations

import functools
import sqlite3
from collections.abc import Iterator, Sequence

from sayso.lang import load

from .fold import Folded, fold
from .versions import Held

Membership = tuple[Held, str, str, tuple[str, ...]]


def members(base: sqlite3.Connection, names: Sequence[str], held: Sequence[Held]) -> Iterator[Membership]:
    """For "the Taliban": the version, the programme, what the list calls it, and why."""
    asked = {tuple(p.text for p in fold(name, "body").parts) for name in names}
    for form, programme, group, called in _programmes():
        for version in held if group in asked else ():
            ask = "SELECT entries FROM programme WHERE version = ? AND programme = ?"
            row = base.execute(ask, (version.id, programme)).fetchone()
            if version.format == form and row:
                many = f"{row[0]} members and others are listed under {called}"
                yield version, programme, called, (many, "the group itself is no entry of it", version.why)


def groups() -> frozenset[Folded]:
    """The names of groups that have a programme of their own."""
    return frozenset(fold(row[2], "body") for row in load("en").table("list_programmes"))


@functools.cache
def _programmes() -> tuple[tuple[str, str, tuple[str, ...], str], ...]:
    return tuple(
        (row[0], row[1], tuple(p.text for p in fold(row[2], "body").parts), row[3]) for row in load("en").table("list_programmes")
    )
