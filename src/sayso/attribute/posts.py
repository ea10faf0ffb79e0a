"""Posts that a report reprints with their writer below: "*The dam held.* — Tony Vale (@tonyvale) May 6, 2031"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from sayso.records import Span

from .content import tidy
from .draft import Draft, Page, Run

_SIGNED = re.compile(r"[—–-]{1,2}[ \t]*(?P<who>[^\n()@—–]{2,60}\(@\w{1,20}\))")
_ABOVE = re.compile(r"\A\s*(?:[A-Z]\w+ \d{1,2}, \d{4})?\s*")  # the day below the post before
_LONGEST = 400  # characters of a post with its links
_MOST = 100  # posts in one report
_TEXT = ("paragraph", "lead", "quote", "list")


def posted(page: Page) -> Iterator[Draft]:
    """A draft without a cue for each post: its writer by the name below, and the words above that name."""
    stop = 0
    for m in islice(_SIGNED.finditer(page.parse.text), _MOST):
        said = _above(page, max(stop, 0), m.start())
        stop = m.end()
        who, words = page.parse.words_in(Span(*m.span("who"))), page.parse.words_in(said)
        content = tidy(page, [Run(words.start, words.stop)]) if words else ()
        if who and content:
            yield Draft(Run(who.start, who.stop), None, content, who.start, "speech", 4, "label")


def _above(page: Page, after: int, dash: int) -> Span:
    """What stands before the dash in its paragraph, behind the post before; else the paragraph above; empty where it is long."""
    blocks = page.report.blocks
    k = next((k for k, b in enumerate(blocks) if b.span.start <= dash < b.span.end), -1)
    for at in (k, k - 1):
        if at < 0 or blocks[at].kind not in _TEXT:
            break
        first, end = max(blocks[at].span.start, after), min(blocks[at].span.end, dash)
        day = _ABOVE.match(page.parse.text[first:end])
        first += day.end() if day is not None and after else 0
        if page.parse.text[first:end].strip():
            return Span(first, end if end - first <= _LONGEST else first)
    return Span(dash, dash)
