"""Words as the encoder sees them: word pieces, shapes, and what stands before each word."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from .pieces import WordPieces

# Shapes of a word: no cased letter, lower, Title, UPPER, miXed, one capital.
NONE, LOWER, TITLE, UPPER, MIXED, INITIAL = range(6)
SHAPES = 6
# What stands before a word: nothing, a space, the end of a line, the start of a block.
GLUED, SPACE, LINE, BLOCK = range(4)
TYPES = SHAPES * 4

CLS, SEP, UNKNOWN = 101, 102, 100
PIECES_PER_WORD = 12
# WordPiece gives up on a run of more than 100 letters, so nothing beyond this many characters can matter.
_CHARACTERS_PER_WORD = 2000
_VOCABULARY_LIMIT = 300_000

Ints = npt.NDArray[np.int64]


def shapes(words: Sequence[str]) -> Ints:
    """The shape of each word, as the numbers above."""
    return np.fromiter((_shape(w) for w in words), dtype=np.int64, count=len(words))


def _shape(word: str) -> int:
    if word.islower():
        return LOWER
    if word.isupper():
        return INITIAL if len(word) == 1 else UPPER
    if word[:1].isupper() and word[1:].islower():
        return TITLE
    return MIXED if word.upper() != word.lower() else NONE


@dataclass(frozen=True, slots=True)
class Encoded:
    """A text's words as one run of pieces. Word ``i`` has the pieces ``at[i]:at[i + 1]``."""

    pieces: Ints
    types: Ints
    at: Ints

    def window(self, first: int, stop: int) -> tuple[Ints, Ints, Ints]:
        """Ids, types and places of first pieces of words ``first:stop`` between [CLS] and [SEP]."""
        a, b = self.at[first], self.at[stop]
        ids = np.concatenate(([CLS], self.pieces[a:b], [SEP]))
        types = np.concatenate(([0], self.types[a:b], [0]))
        return ids, types, np.concatenate(([0], self.at[first:stop] - a + 1))


class Vocabulary:
    """Pieces and shape of every word met so far, so that each distinct word is divided once a process."""

    def __init__(self, tokenizer: Path) -> None:
        self._divide = WordPieces(tokenizer)
        self._lock = threading.Lock()
        self._index: dict[str, int] = {}
        self._starts: Ints = np.zeros(0, dtype=np.int64)
        self._lengths = self._shapes = self._pieces = self._starts

    def encode(self, words: Sequence[str], breaks: Ints) -> Encoded:
        """The pieces of a text's words; ``breaks`` says what stands before each."""
        with self._lock:
            index = self._learn(words)
            lengths, starts, shape = self._lengths[index], self._starts[index], self._shapes[index]
            at = np.concatenate(([0], np.cumsum(lengths)))
            pieces = self._pieces[np.repeat(starts - at[:-1], lengths) + np.arange(at[-1])]
        types = np.repeat(shape, lengths)
        types[at[:-1]] += SHAPES * breaks
        return Encoded(pieces, types, at)

    def _learn(self, words: Sequence[str]) -> Ints:
        if len(self._index) > _VOCABULARY_LIMIT:
            self._forget()
        known = self._index
        new = [w for w in dict.fromkeys(words) if w not in known]
        if new:
            self._add(new)
        return np.fromiter(map(known.__getitem__, words), dtype=np.int64, count=len(words))

    def _add(self, words: list[str]) -> None:
        pieces = [self._divide(w[:_CHARACTERS_PER_WORD])[:PIECES_PER_WORD] or [UNKNOWN] for w in words]
        lengths = np.fromiter(map(len, pieces), dtype=np.int64, count=len(pieces))
        self._starts = np.concatenate((self._starts, len(self._pieces) + np.cumsum(lengths) - lengths))
        self._lengths = np.concatenate((self._lengths, lengths))
        self._shapes = np.concatenate((self._shapes, shapes(words)))
        self._pieces = np.concatenate((self._pieces, np.fromiter(_flat(pieces), dtype=np.int64)))
        self._index.update(zip(words, range(len(self._index), len(self._index) + len(words)), strict=True))

    def _forget(self) -> None:
        self._index.clear()
        self._starts = self._lengths = self._shapes = self._pieces = np.zeros(0, dtype=np.int64)


def _flat(lists: Iterable[list[int]]) -> Iterable[int]:
    return (x for some in lists for x in some)
