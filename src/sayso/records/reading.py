"""Everything read out of one report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .attribution import Attribution
from .claim import Claim
from .finding import CheckFinding
from .interval import Interval
from .itinerary import Itinerary
from .mention import Entity, Mention
from .place import Place
from .quantity import Quantity
from .report import Report
from .span import Span


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention that stands for something outside the report by name only, such as a named entity."""

    name: str
    kind: Literal["reference"] = "reference"


Value = Interval | Place | Quantity | Reference


@dataclass(frozen=True, slots=True)
class Grounding:
    """What a mention stands for. It never changes the mention; ``why`` gives the reasons in words."""

    mention: str
    value: Value
    score: float | None = None
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """A *possible* match with an entry of a sanctions list, never an identity."""

    mention: str
    list: str
    list_date: str | None
    entry: str
    name: str
    score: float | None
    marked: bool
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """What a stage could not do with this report; the rest of the reading stands."""

    stage: str
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """``fingerprint`` digests code, pack, model and gazetteer versions; ``findings`` are open questions for the desk;
    ``itineraries``: who is said to have been in one place after another."""

    report: Report
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    groundings: tuple[Grounding, ...]
    listings: tuple[Listing, ...]
    problems: tuple[Problem, ...]
    fingerprint: str
    findings: tuple[CheckFinding, ...] = ()
    itineraries: tuple[Itinerary, ...] = ()
