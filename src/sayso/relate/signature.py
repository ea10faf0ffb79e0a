"""What is kept of a report to know the others of its story: its words and its day."""

from __future__ import annotations

import datetime as dt
import math
from array import array
from collections.abc import Mapping
from dataclasses import dataclass

from .words import unit

KEYS = 30  # words by which a report meets others
KEPT = 600
DAYS = 14  # reports further apart in time tell of different events, or of one another
Words = dict[int, float]


@dataclass(frozen=True, slots=True)
class Signed:
    """``words`` by number and weight; ``day`` on which it was published, ``deed`` on which it happened: 0 where not known."""

    report: int
    id: str
    day: int
    deed: int
    words: Words

    @property
    def keys(self) -> list[int]:
        """The most telling words."""
        return sorted(self.words, key=lambda w: (-self.words[w], w))[:KEYS]

    @property
    def days(self) -> tuple[int, ...]:
        """Days around which it meets others: its own, and that of a deed of which it tells long after."""
        return (self.day, self.deed) if self.day and self.deed and self.day - self.deed > DAYS else (self.day,)


def weighed(counts: Mapping[int, float], weights: Mapping[int, float]) -> Words:
    """Frequent and rare words weigh most; the whole is of length one."""
    return unit({w: (1 + n) ** 0.5 * weights[w] for w, n in counts.items()})


def ordinal(day: str | None) -> int:
    """Days counted; 0 for what is no day of the calendar that Python knows."""
    try:
        return dt.date.fromisoformat((day or "")[:10]).toordinal()
    except ValueError:
        return 0


def packed(words: Mapping[int, float]) -> bytes:
    return array("I", words.keys()).tobytes() + array("f", words.values()).tobytes()


def unpacked(body: bytes) -> Words:
    numbers, weights = array("I"), array("f")
    numbers.frombytes(body[: len(body) // 2])
    weights.frombytes(body[len(body) // 2 :])
    return dict(zip(numbers, weights, strict=True))


def length(words: Words) -> float:
    return math.sqrt(sum(weight * weight for weight in words.values()))
