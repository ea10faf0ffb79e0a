"""What a report does with a claim that somebody else makes, or its own headline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .relation import Finding
from .span import Span

StandKind = Literal["AFFIRMS", "REPORTS", "DENIES", "SILENT"]
Put = Literal["ASSERTED", "SAID", "HEDGED", "DENIED"]


@dataclass(frozen=True, slots=True)
class Shown:
    """A sentence that shows a stand: ``cue`` are the words that say so ("a hoax"), ``said`` the attribution in which they
    stand, None for the outlet's own voice; ``claims`` those in it that speak of the matter."""

    span: Span
    claims: tuple[str, ...]
    cue: Span | None = None
    said: str | None = None


@dataclass(frozen=True, slots=True)
class Stand:
    """AFFIRMS in the report's own voice or through a source that it backs; REPORTS as somebody's word, or leaves open; DENIES
    ("a hoax", "was never there"), for itself or by sources whom nothing in it answers; SILENT: does not speak of it.

    ``put``: how the claim asked about is itself put: "The dam burst" (ASSERTED), "Dam burst, say villagers" (SAID), "Dam
    reportedly burst", "Did the dam burst?" (HEDGED), "No, the dam did not burst" (DENIED). ``negative``: it says, or lets
    somebody say, that something is not so; who denies that too affirms it. ``own``: of what the report says of it, how
    much in its own voice, 0 to 1; None where it says nothing.
    """

    report: str
    kind: StandKind
    put: Put
    negative: bool
    own: float | None
    shown: tuple[Shown, ...]
    why: tuple[Finding, ...]
