"""From places in a report's text back to places in the original file."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from sayso.records import Span


def in_original(offsets: Sequence[tuple[int, int]], span: Span) -> Span:
    """Where a span of ``Report.text`` stands in the original's decoded characters.

    ``offsets`` is ``Report.offsets``. An entity ("&amp;") is covered whole.
    """
    if not offsets:
        return span
    start = _position(offsets, span.start)
    if span.end <= span.start:
        return Span(start, start)
    return Span(start, max(start, _end(offsets, span.end)))


def _position(offsets: Sequence[tuple[int, int]], at: int) -> int:
    text, original = offsets[max(0, bisect.bisect_right(offsets, at, key=lambda pair: pair[0]) - 1)]
    return original + at - text


def _end(offsets: Sequence[tuple[int, int]], end: int) -> int:
    """One past the last character: up to the next break where an entity stands for one character."""
    following = bisect.bisect_left(offsets, end, key=lambda pair: pair[0])
    last = _position(offsets, end - 1)
    entity = 0 < following < len(offsets) and offsets[following][0] == end and offsets[following - 1][0] == end - 1
    return max(last + 1, offsets[following][1]) if entity else last + 1


class OffsetMap:
    """Collects breaks while a text is built piece by piece from its original."""

    __slots__ = ("_shift", "breaks", "length", "parts")

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.breaks: list[tuple[int, int]] = []
        self.length = 0
        self._shift: int | None = None

    def add(self, piece: str, original: int, *, replaced: bool = False) -> None:
        """Appends characters that stand at ``original``; ``replaced`` ones are not the original's own ("&amp;")."""
        if self._shift != original - self.length or replaced:
            self.breaks.append((self.length, original))
        self.parts.append(piece)
        self.length += len(piece)
        self._shift = None if replaced else original - self.length + len(piece)

    def gap(self, piece: str) -> None:
        """Appends characters that the original does not have, such as the empty line between two paragraphs."""
        self.parts.append(piece)
        self.length += len(piece)
        self._shift = None

    def text(self) -> str:
        return "".join(self.parts)
