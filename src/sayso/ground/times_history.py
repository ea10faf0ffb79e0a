"""Whether a text is a history: its dates follow one another instead of the day it was written."""

from __future__ import annotations

from collections.abc import Sequence

from . import granules as g
from .granules import Granule
from .times_context import Anchor
from .times_place import Place

_WEEKDAYS, _DATED = 18, 20  # a history has at most one weekday in so many expressions, and a stated year at least
_HISTORY = 3  # stated years that make a text a history, if most lie well before the day it was written
_LEANING = 8  # and at most one in so many that counts from the day of writing ("last year", "two years ago")
_DENSE, _SHARE = 6, 4  # where that day is unknown: so many, and one in so many expressions at least, and none that needs it


def _news_days(places: Sequence[Place]) -> int:
    """How many expressions lean on the day of writing: "Friday", "yesterday"."""
    return sum(bool((p.part("weekday") and not p.part("month")) or p.part("deictic")) for p in places)


def is_history(places: Sequence[Place], anchor: Anchor) -> bool:
    """Whether a text tells of other times than its own: stated years, most of them long before it was written, few weekdays."""
    years = [int(p.part("year").number.value) for p in places if p.part("year")]
    years += [-int(p.part("bcyear").number.value) for p in places if p.part("bcyear")]
    if anchor.day is None:
        return len(years) >= _DENSE and len(years) * _SHARE > len(places) and not any(map(_needs_day, places))
    if len(years) < _HISTORY or _news_days(places) * _WEEKDAYS > len(places):
        return False
    if sum(map(_needs_day, places)) * _LEANING > len(places):
        return False
    return sum(y < anchor.day.year - 1 for y in years) >= 0.5 * len(years) and len(years) * _DATED > len(places)


def _needs_day(place: Place) -> bool:
    """Whether an expression says nothing without the day of writing: "Friday", "yesterday", "this year", "two months ago"."""
    rel = place.part("rel") or place.part("relyear") or place.part("way")
    bare_weekday = place.part("weekday") and not place.part("month")
    return bool(bare_weekday or place.part("deictic") or (rel and rel.text in place.words["leaning"]))


def first_year(places: Sequence[Place], text: str) -> tuple[Granule | None, str]:
    """The first year that a history states, and its words: where its dates begin to count."""
    place = next((p for p in places if p.part("year") and 1 <= p.part("year").number.value <= 9990), None)
    return (g.year(int(place.part("year").number.value)), place.span.of(text)) if place else (None, "")
