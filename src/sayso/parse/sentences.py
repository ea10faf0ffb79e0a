"""Where sentences begin."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from .encode import Ints

Floats = npt.NDArray[np.float32]
LONGEST = 160  # words; what is longer is a table or a list that lost its lines
_MARGIN = 8  # no part of a cut sentence is shorter


def starts(scores: Floats, forced: Ints) -> Ints:
    """First words of sentences: those with a positive score and those ``forced``; none longer than ``LONGEST``."""
    begins = scores > 0
    begins[forced] = True
    begins[0] = True
    found = np.flatnonzero(begins)
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
