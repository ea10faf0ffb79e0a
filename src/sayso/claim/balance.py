"""Quotation marks and brackets at the edges of a span: both or neither."""

from __future__ import annotations

from sayso.records import Span

_CLOSES = {"(": ")", "[": "]", "“": "”", "«": "»", "„": "“", '"': '"'}
_CLOSERS = frozenset(_CLOSES.values())
_STOPS = ".,;:!?"


def balanced(text: str, span: Span) -> Span:
    """The span with the mark that closes what it opens, or without the one that does not close.

    "the buildings “Harbour houses" takes in the "”" that follows; "Gregor” appeared" the "“" before it. A mark whose
    partner stands farther off is left out where it stands at the edge, else all stays as it is.
    """
    start, end = span
    opened, unopened = _odd(text[start:end])
    if opened is not None:
        end = _closed(text, end, _CLOSES[opened]) or end
        if end == span.end and text[start] == opened:
            start += 1
    elif unopened is not None:
        before = text[start - 1 : start]
        if before and _CLOSES.get(before) == unopened:
            start -= 1
        elif text[end - 1] == unopened:
            end -= 1
    return Span(start, end) if start < end else span


def _odd(words: str) -> tuple[str | None, str | None]:
    """The first mark left open, and the last that closes nothing. A straight one in odd number counts as left open
    where a word follows it, else as closing."""
    stack: list[str] = []
    unopened = None
    for k, c in enumerate(words):
        if stack and _CLOSES[stack[-1]] == c:
            stack.pop()
        elif c == '"' and not _leads(words, k):
            unopened = c
        elif c in _CLOSES:
            stack.append(c)
        elif c in _CLOSERS:
            unopened = c
    return (stack[0] if stack else None), unopened


def _leads(words: str, k: int) -> bool:
    """Whether a straight mark opens: what precedes it is no letter."""
    return k == 0 or not (words[k - 1].isalnum() or words[k - 1] in _STOPS)


def _closed(text: str, end: int, closer: str) -> int | None:
    """Where the closing mark ends, if it follows at once or after a stop."""
    for step in (0, 1):
        if text[end + step : end + step + 1] == closer and all(c in _STOPS for c in text[end : end + step]):
            return end + step + 1
    return None
