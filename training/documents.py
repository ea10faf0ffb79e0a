"""A training document: words with whatever labels its corpus has.

Labels that a corpus lacks are ``None``, and its windows then cost the heads
that would need them nothing.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

# What stands before a word: nothing, a space, the end of a line, the start of a block.
GLUED, SPACE, LINE, BLOCK = range(4)

NAME_TYPES = ("person", "organization", "place", "event", "misc")
NAME_TAGS = ("O", *(f"{p}-{t}" for t in NAME_TYPES for p in "BI"))
ATTRIBUTION_TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
MENTION_TYPES = (
    "none", "abstract", "animal", "event", "object", "organization", "person", "place", "plant", "substance", "time",
)  # fmt: skip


@dataclass
class Document:
    """Words of one text; every label list has one entry a word."""

    id: str
    words: list[str]
    breaks: list[int]
    starts: list[bool] | None = None  # does a sentence start here?
    upos: list[str] | None = None
    xpos: list[str] | None = None
    heads: list[int] | None = None  # index of the head in the document, -1 for a root
    relations: list[str] | None = None
    names: list[str] | None = None  # of NAME_TAGS
    mentions: list[str] | None = None  # of MENTION_TYPES, at the mention's head word
    attribution: list[str] | None = None  # of ATTRIBUTION_TAGS
    soft: np.ndarray | None = None  # (words, len(ATTRIBUTION_TAGS)): a teacher's probabilities
    spans: list[tuple[int, int]] = field(default_factory=list)  # characters, where there is a text


@dataclass(frozen=True)
class Window:
    """Words ``start:stop`` of a document."""

    document: Document
    start: int
    stop: int

    def __len__(self) -> int:
        return self.stop - self.start


def fixed_windows(doc: Document, size: int = 190, stride: int = 128) -> list[Window]:
    """Overlapping windows over the whole document, the last one flush with its end."""
    n = len(doc.words)
    starts = list(range(0, max(1, n - size + stride), stride))
    return [Window(doc, s, min(n, s + size)) for s in starts if s < n]


def random_windows(doc: Document, rng: random.Random, size: int = 180) -> Iterator[Window]:
    """A partition of the document into windows that begin, mostly, where sentences do."""
    n, at = len(doc.words), 0
    while at < n:
        want = rng.choice((size, size, size, size // 2, size // 4))
        stop = min(n, at + want)
        if doc.starts is not None and stop < n and rng.random() < 0.85:
            while stop > at + 8 and not doc.starts[stop]:
                stop -= 1
        yield Window(doc, at, stop)
        at = stop


def bio(classes: list[str]) -> list[str]:
    """Class names a word ("" or "O" for none) to B-/I- tags."""
    out: list[str] = []
    before = ""
    for c in classes:
        plain = "" if c == "O" else c
        out.append("O" if not plain else f"{'I' if plain == before else 'B'}-{plain}")
        before = plain
    return out
