"""Sentences of a reading, for what is said in one breath: a reading keeps blocks and claims, not sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.records import Reading, Span

from .profile import body

# After a mark, its closing quotes and white space, where a new sentence may begin; not after an initial or a title.
_TITLES = r"(?<!\b[A-Z]\.)(?<!\b(?:Mr|Ms|Dr|St|Lt)\.)(?<!\b(?:Mrs|Gen|Col|Sgt|Sen|Rep|Gov)\.)"
_END = re.compile(r"(?<=[.!?…])" + _TITLES + r"[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])|\n+")
LONGEST = 600  # characters; a list without a full stop is cut


def sentences(reading: Reading) -> list[Span]:
    """In the order of the text; headlines and captions are sentences, bylines and boilerplate are left out."""
    return [s for block in body(reading) for s in _split(reading.report.text, block)]


def _split(text: str, block: Span) -> Iterator[Span]:
    start = block.start
    for end in [*(m.end() for m in _END.finditer(text, block.start, block.end)), block.end]:
        for cut in range(start, end, LONGEST):
            piece = Span(cut, min(end, cut + LONGEST))
            if piece.of(text).strip():
                yield piece
        start = end
