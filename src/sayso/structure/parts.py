"""What a page's blocks are made of: its paragraphs, with the kind that ingest gave them."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.lang import Pack
from sayso.records import BlockKind, Report, Span

from .bylines import is_byline
from .datelines import opening
from .day_lines import date_line
from .imprints import imprint
from .paragraphs import paragraphs

_GIVEN = frozenset(("headline", "caption", "credit", "quote", "list", "table", "footnote"))


def parts_of(report: Report, pack: Pack) -> Iterator[tuple[BlockKind | None, Span]]:
    """Paragraphs with the kind that ingest gave them, if any."""
    if not report.blocks:
        yield from ((None, span) for span in paragraphs(report.text, opens=lambda line: _opens(line, pack)))
    for block in report.blocks:
        if block.kind in _GIVEN or (block.kind in ("byline", "dateline") and block.span.end - block.span.start < 120):
            yield block.kind, block.span
        else:
            yield from ((None, span) for span in paragraphs(report.text, block.span))


def _opens(line: str, pack: Pack) -> bool:
    """Whether a line begins what follows a headline: by-line, day, or dateline."""
    head, signed = opening(line, pack, first=True), imprint(line, pack)
    return (
        is_byline(line, pack)
        or date_line(line, pack) is not None
        or (signed is not None and (signed.sure or signed.date is not None))
        or (head is not None and bool(head.date or head.agency))
    )
