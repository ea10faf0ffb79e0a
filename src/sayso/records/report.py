"""A report: one text as it was published, with what is known of its publication."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .interval import Interval
from .span import Span

BlockKind = Literal[
    "headline", "dateline", "byline", "slug", "lead", "paragraph", "quote", "list", "table",
    "caption", "credit", "footnote", "note", "boilerplate",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the page: ``headline``, ``dateline`` ("KABUL, March 1 -"), ``caption`` and so on.

    Blocks stand in the order of the text and do not overlap; white space between them belongs to none.
    """

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class Dateline:
    """Place and day that stand at the head of a report, each as printed ("MOSCOW - KUNDUZ, March 1")."""

    places: tuple[Span, ...]
    date: Span | None
    agency: Span | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """``text`` is never altered after ingest; every span of a reading counts its code points."""

    id: str
    text: str
    blocks: tuple[Block, ...] = ()
    publisher: str | None = None
    language: str | None = None  # BCP 47, "en"; None where it cannot be told
    published: Interval | None = None
    url: str | None = None
    byline: tuple[str, ...] = ()
    retrieved: str | None = None  # ISO 8601
    sha256: str = ""  # of the original bytes
    title: str | None = None
    path: str | None = None  # as the user named it
    datelines: tuple[Dateline, ...] = ()
    offsets: tuple[tuple[int, int], ...] = field(default=(), repr=False)
    """(offset in text, offset in the original's decoded characters) at each break in the mapping, ascending;
    empty where text and original are the same."""
