"""What the value of a time expression depends on besides its words."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from sayso.records import Interval, Span

from .calendar import Calendar, Item, Match
from .granules import Granule
from .times_tense import Tense


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day from which "yesterday" counts, and where it was found ("metadata", "dateline"); "unanchored" without one."""

    day: date | None = None
    basis: str = "unanchored"


@dataclass(slots=True)
class Setting:
    """Anchor, tense, and the date the text spoke of last. ``narrative``: a history, whose dates follow one another
    instead of the day it was written."""

    anchor: Anchor
    tense: Tense
    narrative: bool = False
    last: Granule | None = None
    last_year: int | None = None
    last_at: int = -1  # where in the text it stood
    story: Granule | None = None  # in a history, the date that the telling has reached
    opens: bool = False  # whether the expression stands at the head of a paragraph or sentence
    ahead: bool = False  # whether "in" stands before it and the clause looks ahead: "will leave in two weeks"
    next_year: int | None = None  # of the date that this one is joined to: "26 June - 4 August 1952"
    at: int = 0  # where in the text we are
    words: str = ""  # the expression that stands there
    last_words: str = ""  # that gave ``last``
    story_words: str = ""  # that gave ``story``

    def remember(self, granule: Granule | None) -> None:
        if granule and granule.grain not in {"decade", "century"}:
            self.last, self.last_at, self.last_words = granule, self.at, self.words
            if self._moves(granule):
                self.story, self.story_words = granule, self.words
            if granule.first:
                self.last_year = granule.first.year if granule.grain != "season" or not granule.last else granule.last.year

    def _moves(self, granule: Granule) -> bool:
        """Whether the telling goes on from here; a bare year in passing ("as in 1812") does not move it."""
        if granule.grain != "year" or self.opens or not self.story or not (self.story.first and granule.first):
            return True
        return 0 <= granule.first.year - self.story.first.year <= 1

    @property
    def base(self) -> date | None:
        """The day that "last week" and a Monday count from."""
        return self.story.first if self.narrative and self.story else self.anchor.day

    @property
    def basis(self) -> str:
        return "text" if self.narrative else self.anchor.basis

    def came_from(self) -> tuple[str, ...]:
        """In a history: the words that a date without a year counts from."""
        return (f"counted from {self.story_words!r}",) if self.narrative and self.story and self.story.first else ()


@dataclass(frozen=True, slots=True)
class Value:
    """``kind``: date, duration, set or vague. ``granule`` is the date that later words may refer back to."""

    kind: str
    interval: Interval
    granule: Granule | None = None
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression. The span has no preposition ("March 1", "the third quarter", "two years ago"); ``value`` is what
    the words alone say, ``interval`` what they say together with the preposition ("since", "after")."""

    span: Span
    value: Value
    interval: Interval
    why: tuple[str, ...] = ()


@dataclass(slots=True)
class Parts:
    """The named parts of a match, by name."""

    match: Match
    calendar: Calendar
    span: Span
    items: list[Item]  # all of the match
    _items: dict[str, tuple[tuple[str, ...], Item]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, item in self.match.parts.items():
            self._items.setdefault(name.rpartition("_")[0], (self.match.rule.groups[name], item))

    @property
    def match_words(self) -> set[str]:
        return {item.text for item in self.items}

    @property
    def first_text(self) -> str:
        return self.items[0].text

    def __contains__(self, name: str) -> bool:
        return name in self._items

    def value(self, name: str, default: Any = None) -> Any:
        """The lexicon's value of a word, or the number."""
        if name not in self._items:
            return default
        classes, item = self._items[name]
        if item.number and not any(item.text in self.calendar.classes.get(c, ()) for c in classes):
            return item.number.value
        return self.calendar.value(classes, item)

    def number(self, name: str) -> int | None:
        value = self.value(name)
        return int(value) if isinstance(value, (int, float)) else None

    def text(self, name: str) -> str:
        return self._items[name][1].text if name in self._items else ""

    def of_class(self, name: str, *classes: str) -> bool:
        """Whether the word of a part belongs to one of the classes."""
        return any(self.text(name) in self.calendar.classes.get(c, ()) for c in classes)


def within(granule: Granule, basis: str, edtf: str | None = None) -> Interval:
    """Some time within a granule: begins and ends between its first and its last day."""
    first, last = granule.bounds
    return Interval(edtf or granule.edtf, first, last, first, last, basis if first else "unanchored")


def from_text(value: Value, words: str) -> Value:
    """A value that counts from other words of the text, which the reasons name."""
    return replace(value, interval=replace(value.interval, basis="text"), why=(*value.why, f"counted from {words!r}"))
