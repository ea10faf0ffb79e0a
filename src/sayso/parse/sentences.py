"""Where sentences begin: where the encoder says so, but for places where none does in print."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from .encode import GLUED, SPACE, Ints

Bools = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float32]
LONGEST = 160  # words; what is longer is a table or a list that lost its lines
_MARGIN = 8  # no part of a cut sentence is shorter


def signs(words: Sequence[str]) -> Bools:
    """Which words hold neither letter nor digit at their ends: quotation marks, dashes, asterisks."""
    lettered: Bools = np.fromiter((w[0].isalnum() or w[-1].isalnum() for w in words), dtype=bool, count=len(words))
    return ~lettered


def barred(words: Sequence[str], sign: Bools, breaks: Ints) -> Bools:
    """Which words never begin a sentence within a line: a sign that is glued to the word before it, and what
    follows a comma, or a comma and closing quotation mark (``,” Barrow said``)."""
    closing = sign & (breaks == GLUED)
    comma = np.fromiter((w == "," for w in words), dtype=bool, count=len(words))
    out = closing.copy()
    out[1:] |= comma[:-1]
    out[2:] |= closing[1:-1] & comma[:-2]
    found: Bools = out & (breaks <= SPACE)
    return found


def starts(scores: Floats, forced: Ints, sign: Bools) -> Ints:
    """First words of sentences: those with a positive score and those ``forced``; none longer than ``LONGEST``.

    A sentence of signs alone, such as an opening quotation mark, goes with what follows it.
    """
    sure = np.zeros(len(scores), dtype=bool)
    sure[forced] = True
    sure[0] = True
    found = np.flatnonzero(sure | (scores > 0))
    empty = np.logical_and.reduceat(sign, found)
    found = found[sure[found] | ~np.concatenate(([False], empty[:-1]))]
    if np.diff(found, append=len(scores)).max() <= LONGEST:
        return found
    bounds = zip(found.tolist(), [*found[1:].tolist(), len(scores)], strict=True)
    return np.array([c for a, b in bounds for c in _cut(scores, a, b)], dtype=np.int64)


def _cut(scores: Floats, first: int, stop: int) -> list[int]:
    """First words of the parts of one sentence, cut where a start scores best."""
    out = [first]
    while stop - out[-1] > LONGEST:
        a, b = out[-1] + _MARGIN, min(out[-1] + LONGEST, stop - _MARGIN)
        out.append(a + int(scores[a : b + 1].argmax()))
    return out


def join(left: Floats, right: Floats) -> int:
    """Where two windows over the same words part: the word both hold likeliest to begin a sentence.

    ``left`` and ``right`` are their scores for the words of the overlap; the answer counts from its start.
    """
    both = left + right
    inner = min(_MARGIN, len(both) // 4)  # near its end a window has seen too little of what follows
    return inner + int(both[inner : len(both) - inner].argmax())
