"""A report's words with tags and trees."""

from __future__ import annotations

import bisect
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .span import Span

if TYPE_CHECKING:  # numpy takes longer to load than the rest of a command that reads nothing
    import numpy as np
    import numpy.typing as npt

ATTRIBUTION_TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")


@dataclass(frozen=True, slots=True)
class NameSpan:
    """Words ``first:stop`` name a "person", "organization", "place", "event" or "misc" (nationalities, works)."""

    first: int
    stop: int
    kind: str


@dataclass(frozen=True, slots=True)
class Parse:
    """Universal Dependencies of one report. Every list has one entry a word, in the order of the text.

    ``heads`` are indices of words in the report, -1 for the root of each sentence. ``sentences`` are
    half-open ranges of words; blocks of the report are never crossed by a sentence. ``mention_types`` says of what
    kind of thing a word speaks where it heads a noun phrase (GUM's types), "none" elsewhere.
    ``attribution`` holds the probabilities of ``ATTRIBUTION_TAGS``; ``vectors`` are for matching:
    the mean over a phrase's words, compared by cosine.
    """

    text: str
    words: list[Span]
    sentences: list[tuple[int, int]]
    upos: list[str]
    xpos: list[str]
    lemmas: list[str]
    heads: list[int]
    relations: list[str]
    names: list[NameSpan]
    mention_types: list[str]
    attribution: npt.NDArray[np.float32]  # (words, 7)
    vectors: npt.NDArray[np.float32]  # (words, 128)
    sentence_of: list[int] = field(default_factory=list)
    children: list[list[int]] = field(default_factory=list)

    def word(self, i: int) -> str:
        return self.text[self.words[i].start : self.words[i].end]

    def span(self, first: int, last: int) -> Span:
        """The characters from word ``first`` to word ``last``, both included."""
        return Span(self.words[first].start, self.words[last].end)

    def top(self, words: range) -> int:
        """The word of a stretch whose head lies outside it; its first word where the tree does not say."""
        return next((i for i in words if self.heads[i] not in words), words.start)

    def subtree(self, i: int) -> tuple[int, int]:
        """First and last word of all that hangs on word ``i``, itself included."""
        first = last = i
        for j in self.descendants(i):
            first, last = min(first, j), max(last, j)
        return first, last

    def descendants(self, i: int) -> Iterator[int]:
        """Word ``i`` and every word below it, in no particular order."""
        stack = [i]
        while stack:
            j = stack.pop()
            yield j
            stack += self.children[j]

    def child(self, i: int, *relations: str) -> int | None:
        """The first dependent of word ``i`` with one of the relations (subtypes included: "nsubj" finds "nsubj:pass")."""
        for j in self.children[i]:
            if self.relations[j] in relations or self.relations[j].split(":")[0] in relations:
                return j
        return None

    def words_in(self, span: Span) -> range:
        """Indices of the words that lie wholly inside a span of characters."""
        first = bisect.bisect_left(self.words, span.start, key=lambda w: w.start)
        stop = bisect.bisect_right(self.words, span.end, key=lambda w: w.end)
        return range(first, max(first, stop))
