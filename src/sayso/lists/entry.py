"""What a sanctions list holds: entries with all their names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, Protocol

EntryKind = Literal["person", "group", "vessel", "aircraft", "other"]
Quality = Literal["primary", "strong", "weak", "original"]


@dataclass(frozen=True, slots=True)
class Name:
    """A name as printed. ``weak``: the list itself calls the alias weak; ``original``: in the script of its language."""

    text: str
    quality: Quality = "primary"


@dataclass(frozen=True, slots=True)
class Entry:
    """One listed person, group, vessel or aircraft. Dates are ISO, as precise as the list has them ("1971", "2012-12-31")."""

    reference: str
    kind: EntryKind
    names: tuple[Name, ...]
    programmes: tuple[str, ...] = ()
    listed: str | None = None
    amended: tuple[str, ...] = ()
    delisted: str | None = None
    births: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    member_of: tuple[str, ...] = ()  # reference numbers, or names where the list gives no number


class Reader(Protocol):
    """A file of one format: ``name`` is what the list is called unless the user says otherwise, ``date`` the day it is of."""

    @property
    def format(self) -> str: ...

    @property
    def name(self) -> str: ...

    @property
    def date(self) -> str | None: ...

    def entries(self) -> Iterator[Entry]: ...


def names(found: Iterator[tuple[str | None, Quality]]) -> tuple[Name, ...]:
    """Names without blanks and repetitions; the first quality a name is given with stands."""
    kept: dict[str, Name] = {}
    for text, quality in found:
        clean = " ".join((text or "").split()).strip(" ;,")
        clean = clean.rstrip(")") if "(" not in clean else clean
        if clean and any(c.isalnum() for c in clean):
            kept.setdefault(clean.casefold(), Name(clean[:MOST], quality))
    return tuple(kept.values())


MOST = 300  # characters of a name
