"""What becomes of a claim when the next source speaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .account import Account, Support
from .claim import ClaimRef
from .transfer import Transfer

Verdict = Literal["SAME", "COMPATIBLE", "CONFLICT", "UNKNOWN"]
RelationKind = Literal["CORROBORATES", "ECHOES", "REFINES", "CONTRADICTS", "UPDATES"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One slot compared: "amount", CONFLICT, "300", "220"."""

    slot: str
    verdict: Verdict
    left: str
    right: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    kind: RelationKind
    left: ClaimRef
    right: ClaimRef
    why: tuple[Finding, ...]
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Reports of one story that go back to the same words or the same informant, and the reason.

    ``shown``: whether they are known to be independent of the others; where they are not, they count for none.
    """

    id: str
    reports: tuple[str, ...]
    why: str
    shown: bool = True


@dataclass(frozen=True, slots=True)
class Story:
    """Reports of one event."""

    id: str
    reports: tuple[str, ...]
    origins: tuple[Origin, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that a claim gives: the mention whose quantity it is."""

    claim: ClaimRef
    mention: str


@dataclass(frozen=True, slots=True)
class Tally:
    """Numbers that several sources give for one kind of thing in one story, where they differ: "fighters", 220 and 300.

    Of numbers for other places or other times nothing is said here.
    """

    story: str
    of: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Relations:
    stories: tuple[Story, ...]
    relations: tuple[Relation, ...]
    tallies: tuple[Tally, ...] = ()
    transfers: tuple[Transfer, ...] = ()
    accounts: tuple[Account, ...] = ()
    support: tuple[Support, ...] = ()
