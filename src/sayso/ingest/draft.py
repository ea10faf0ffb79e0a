"""What a format's reader gives: a text and what the file itself says about its publication."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sayso.records import Block, Interval


@dataclass(frozen=True, slots=True)
class Draft:
    """A report before it has an id. ``blocks`` and ``offsets`` are empty where the format gives none."""

    text: str
    blocks: tuple[Block, ...] = ()
    offsets: tuple[tuple[int, int], ...] = ()
    title: str | None = None
    publisher: str | None = None
    byline: tuple[str, ...] = ()
    language: str | None = None
    published: Interval | None = None
    url: str | None = None

    def with_text(self, text: str, blocks: tuple[Block, ...], offsets: tuple[tuple[int, int], ...]) -> Draft:
        return replace(self, text=text, blocks=blocks, offsets=offsets)
