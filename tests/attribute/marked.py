"""Marked text, the notation of tests: '<s1:The ministry> <c1:denied> {1 the bridge fell}.'"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sayso.records import Span

_PIECE = re.compile(r"<([sce])(\d+):(:|[^<>]*?)>|\{(\d+)(\+?) |(\})", re.DOTALL)


@dataclass
class Said:
    """One attribution as marked; ``under`` is the number of the one around it, 0 for the outlet."""

    source: Span | None = None
    cue: Span | None = None
    content: list[Span] = field(default_factory=list)
    evidence: list[Span] = field(default_factory=list)
    under: int = 0


def read(marked: str) -> tuple[str, dict[str, Said]]:
    """The plain text, and what is marked in it by number ("1", "1+" for what is carried over from 1)."""
    text, at = "", 0
    said: dict[str, Said] = {}
    open_: list[tuple[str, int]] = []
    for m in _PIECE.finditer(marked):
        text += marked[at : m.start()].replace(" | ", "\n\n")
        at = m.end()
        if m.group(1):
            one = said.setdefault(m.group(2), Said())
            span = Span(len(text), len(text) + len(m.group(3)))
            text += m.group(3)
            if m.group(1) == "s":
                one.source = span
            elif m.group(1) == "c":
                one.cue = span
                one.under = one.under or _around(open_, m.group(2))
            else:
                one.evidence.append(span)
        elif m.group(4):
            key = m.group(4) + m.group(5)
            said.setdefault(key, Said(under=_around(open_, key)))
            if open_ and open_[-1][0] != key and said[key].under == 0:
                said[key].under = _around(open_, key)
            open_.append((key, len(text)))
        else:
            key, start = open_.pop()
            said[key].content.append(Span(start, len(text)))
    return text + marked[at:].replace(" | ", "\n\n"), said


def _around(open_: list[tuple[str, int]], key: str) -> int:
    return next((int(k.rstrip("+")) for k, _ in reversed(open_) if k != key), 0)
