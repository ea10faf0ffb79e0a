"""Marks that a text itself carries on listed names: asterisks and daggers."""

from __future__ import annotations

import re

from sayso.records import Span

SIGNS = "*†‡"
_AFTER = re.compile(rf"[”\"’'»)\]]{{0,2}} ?[{SIGNS}]")
_BEFORE = re.compile(rf"[{SIGNS}][“\"‘'«(\[]{{0,2}}\Z")


def marked(text: str, span: Span) -> bool:
    """Whether a mark stands right after a name or right before it: "the Orlan Front*"."""
    return bool(_AFTER.match(text, span.end)) or bool(_BEFORE.search(text[max(0, span.start - 3) : span.start]))
