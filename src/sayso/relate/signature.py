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
Words = dict[int, float]


@dataclass(frozen=True, slots=True)
class Signed:
    """``words`` by number and weight; ``day`` counts days, 0 where it is not known."""

    report: int
    id: str
    day: int
    words: Words

    @property
    def keys(self) -> list[int]:
        """The most telling words."""
        return sorted(self.words, key=lambda w: (-self.words[w], w))[:KEYS]


def weighed(counts: Mapping[int, float], weights: Mapping[int, float]) -> Words:
    """Frequent and rare words weigh most; the whole is of length one."""
    return unit({w: (1 + n) ** 0.5 * weights[w] for w, n in counts.items()})


def ordinal(day: str | None) -> int:
    """0 for what is no day of the calendar that Python knows."""
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
