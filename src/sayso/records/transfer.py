"""Which report has it from which: text, informants or an owner that two reports of a story have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .span import Span

TransferKind = Literal["copy", "partial", "rewrite", "cites", "agency", "publisher", "common source"]
Giver = Literal["left", "right", "unknown"]


@dataclass(frozen=True, slots=True)
class Reuse:
    """A passage that stands in both reports; ``words`` of it are the same words in the same order."""

    left: Span
    right: Span
    words: int


@dataclass(frozen=True, slots=True)
class Transfer:
    """What two reports of one story have to do with one another. Clough's METER classes, and what is said of sources.

    ``kind``: "copy" (wholly derived: most of the shorter text stands in the longer one), "partial" (partially derived:
    passages are reused), "rewrite" (the same matter in the same order with words put for words), "cites" (one names the
    other as its source), "agency" (both carry or credit one agency), "publisher" (one publisher or publishing group),
    "common source" (both cite one outlet, or one has nobody but the other's informants).

    ``direction``: which of the two gave, "left" or "right", where time, citation or detail tell; else "unknown", which is
    also said of two that have it from a third. ``why`` gives the reasons in one line; ``share`` is the part of the shorter
    text, direct quotations and boilerplate left out, that stands in the other.
    """

    left: str
    right: str
    kind: TransferKind
    direction: Giver
    why: str
    passages: tuple[Reuse, ...] = ()
    share: float | None = None
