"""Words as the encoder sees them: word pieces, shapes, and what stands before each word."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

# Shapes of a word: no cased letter, lower, Title, UPPER, miXed, one capital.
NONE, LOWER, TITLE, UPPER, MIXED, INITIAL = range(6)
SHAPES = 6
# What stands before a word: nothing, a space, the end of a line, the start of a block.
GLUED, SPACE, LINE, BLOCK = range(4)
TYPES = SHAPES * 4


def shapes(words: Sequence[str]) -> npt.NDArray[np.int64]:
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
