"""A rule's match with the text around it, as guards look at it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sayso.records import Span

from .calendar import Calendar, Item, Match
from .times_tense import Tense
from .tokens import Token


@dataclass(frozen=True, slots=True)
class Place:
    """A match with the text around it."""

    match: Match
    items: list[Item]
    tokens: list[Token]
    calendar: Calendar
    tense: Tense
    words: dict[str, frozenset[str]]

    @property
    def span(self) -> Span:
        first, last = self.items[self.match.first], self.items[self.match.stop - 1]
        return Span(self.tokens[first.first].span.start, self.tokens[last.stop - 1].span.end)

    def before(self, steps: int = 1) -> str:
        i = self.match.first - steps
        return self.items[i].text if i >= 0 else ""

    def after(self, steps: int = 0) -> str:
        i = self.match.stop + steps
        return self.items[i].text if i < len(self.items) else ""

    def joined_after(self) -> bool:
        """Whether the next token is written straight after: "1998m", "2001-b"."""
        stop = self.items[self.match.stop - 1].stop
        return stop < len(self.tokens) and self.tokens[stop].span.start == self.span.end

    def joined_before(self) -> bool:
        first = self.items[self.match.first].first
        return first > 0 and self.tokens[first - 1].kind != "break" and self.tokens[first - 1].span.end == self.span.start

    def part(self, name: str) -> Any:
        return next((item for key, item in self.match.parts.items() if key.rpartition("_")[0] == name), None)

    def capital(self, item: Item) -> bool:
        return self.tokens[item.first].text[:1].isupper()

    def inside(self, text: str, group: str) -> bool:
        return text in self.words[group]
