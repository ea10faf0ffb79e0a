"""Words between quotation marks, of every style that print uses.

One pass over the marks of a report with a stack of those that stand open: the
cost is linear in the length of the text. What a mark does is told from its
shape and its two neighbours: straight marks turn both ways, an apostrophe or
an inch sign is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.records import Quotation, Report, Span

from .marks import Mark, Turn, marks

_PARTS = ("paragraph", "lead", "quote", "list")  # a quotation may run on from one of these to the next
_REVERSED = {"“": "„", "«": "»", "‹": "›"}  # marks that open in one country close in another
_NEXT = 1000  # characters of the next paragraph in which its first mark is looked for
_BLANK = re.compile(r"\s*\n\s*\n\s*")


@dataclass(slots=True)
class _Open:
    """A quotation that has been opened and not yet closed."""

    mark: Mark
    order: int
    continued: bool = False


@dataclass(slots=True)
class _State:
    found: dict[int, Quotation] = field(default_factory=dict)
    stack: list[_Open] = field(default_factory=list)
    families: dict[str, int] = field(default_factory=dict)  # open marks a family
    opened: int = 0

    def push(self, mark: Mark) -> None:
        self.stack.append(_Open(mark, self.opened))
        self.opened += 1
        self.families[mark.family] = self.families.get(mark.family, 0) + 1

    def pop(self) -> _Open:
        top = self.stack.pop()
        self.families[top.mark.family] -= 1
        return top

    def close(self, mark: Mark) -> None:
        """Ends the innermost open quotation of the mark's family; those inside it that are still open end before it."""
        if not self.families.get(mark.family):
            return
        while self.stack[-1].mark.family != mark.family:
            self.end(self.pop(), mark.start)
        top = self.pop()
        self.keep(top, Span(top.mark.start, mark.end), Span(top.mark.end, mark.start), True)

    def end(self, top: _Open, at: int) -> None:
        """An opened quotation whose end is not marked runs to ``at``; a lone straight or low apostrophe was none."""
        if top.mark.lone:
            return
        self.keep(top, Span(top.mark.start, at), Span(top.mark.end, at), False)

    def keep(self, top: _Open, span: Span, inner: Span, closed: bool) -> None:
        if inner.end > inner.start:
            self.found[top.order] = Quotation(span, inner, closed, len(self.stack))


def quotations(report: Report) -> tuple[Quotation, ...]:
    """Quotations in the order of the text: ``He said: “I heard ‘stop’ twice.”`` has one, and one nested in it.

    A quotation whose paragraphs each begin with a mark and of which only the last ends with one is one
    quotation. One that is never closed ends with its paragraph.
    """
    state = _State()
    parts = _parts(report)
    for k, (kind, span) in enumerate(parts):
        _block(state, report.text, span)
        following = parts[k + 1] if k + 1 < len(parts) else None
        _block_end(state, report.text, (kind, span), following)
    kept = (state.found[order] for order in sorted(state.found))
    return tuple(sorted(kept, key=lambda q: (q.span.start, -q.span.end)))


def _parts(report: Report) -> list[tuple[str, Span]]:
    """Blocks; in a report that has none, stretches between empty lines."""
    if report.blocks:
        return [(b.kind, b.span) for b in report.blocks]
    out, at = [], 0
    for gap in _BLANK.finditer(report.text):
        out.append(("paragraph", Span(at, gap.start())))
        at = gap.end()
    return [*out, ("paragraph", Span(at, len(report.text)))]


def _block(state: _State, text: str, span: Span) -> None:
    found = marks(text, span)
    if state.stack and found and found[0].start == _first(text, span) and found[0].family == state.stack[-1].mark.family:
        found = found[1:]  # the paragraph's own opening mark of a quotation that runs on
    for k, mark in enumerate(found):
        turn = mark.turn
        if turn is Turn.EITHER:
            turn = Turn.CLOSE if state.families.get(mark.family) else Turn.OPEN
        if turn is Turn.CLOSE:
            if not state.families.get(mark.family) and mark.may_open:
                state.push(mark)
            else:
                state.close(mark)
            continue
        if state.families.get(mark.family):
            if mark.may_close and text[state.stack[-1].mark.start] == _REVERSED.get(text[mark.start]):
                state.close(mark)
                continue
            if not _nests(found, k):
                while state.families.get(mark.family):
                    state.end(state.pop(), _before(text, mark.start))
        state.push(mark)


def _nests(found: Sequence[Mark], k: int) -> bool:
    """Is the second opening mark of a family a quotation in a quotation? Then two closing ones follow it."""
    following = [m for m in found[k + 1 : k + 9] if m.family == found[k].family][:2]
    return len(following) == 2 and all(m.turn is Turn.CLOSE for m in following)


def _block_end(state: _State, text: str, block: tuple[str, Span], following: tuple[str, Span] | None) -> None:
    """What is open at the end of a block ends there, unless the next paragraph takes the quotation up again."""
    if state.stack and following and block[0] in _PARTS and following[0] in _PARTS:
        while len(state.stack) > 1:
            state.end(state.pop(), block[1].end)
        if _goes_on(text, state.stack[0].mark, following[1]):
            state.stack[0].continued = True
            return
    while state.stack:
        state.end(state.pop(), _before(text, block[1].end))


def _goes_on(text: str, opened: Mark, following: Span) -> bool:
    """Does the next paragraph begin with the mark again, or, of speech that fills its own paragraph's end, close it
    without an opening mark?"""
    start = Span(following.start, min(following.end, following.start + _NEXT))
    found = [m for m in marks(text, start) if m.family == opened.family]
    if not found:
        return False
    if found[0].start == _first(text, following):
        return not found[0].shut
    return found[0].shut and not opened.lone


def _first(text: str, span: Span) -> int:
    at = span.start
    while at < span.end and text[at].isspace():
        at += 1
    return at


def _before(text: str, at: int) -> int:
    while at > 0 and text[at - 1].isspace():
        at -= 1
    return at
