"""Names from tag scores: the best sequence of B-, I- and O tags that means something."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from sayso.records import NameSpan

from .encode import Ints

Floats = npt.NDArray[np.float32]


def names(scores: Floats, starts: Ints, tags: Sequence[str]) -> list[NameSpan]:
    """The names of a text. ``scores`` is (words, tags); no name runs across a sentence's first word."""
    if not len(scores):
        return []
    legal = _legal(tags)
    sentence = np.searchsorted(starts, np.arange(len(scores)), side="right") - 1
    path = scores.argmax(1)
    before = np.where(np.r_[True, sentence[1:] != sentence[:-1]], tags.index("O"), np.roll(path, 1))
    ends = np.r_[starts[1:], len(scores)]
    # Where the best tag of every word already makes a legal sequence, no other sequence scores more.
    for k in np.flatnonzero(np.bincount(sentence[~legal[before, path]])):
        path[starts[k] : ends[k]] = _viterbi(scores[starts[k] : ends[k]], legal, tags.index("O"))
    return _spans(path, set(starts.tolist()), tags)


def _legal(tags: Sequence[str]) -> npt.NDArray[np.bool_]:
    """May tag ``j`` follow tag ``i``: "I-person" only after "B-person" or "I-person"."""
    return np.array([[not b.startswith("I-") or a[1:] == b[1:] for b in tags] for a in tags])


def _viterbi(scores: Floats, legal: npt.NDArray[np.bool_], outside: int) -> Ints:
    cost = np.where(legal, 0.0, -np.inf)
    total = scores[0] + cost[outside]
    back = np.zeros(scores.shape, dtype=np.int64)
    for i in range(1, len(scores)):
        steps = total[:, None] + cost
        back[i] = steps.argmax(0)
        total = steps.max(0) + scores[i]
    path = np.zeros(len(scores), dtype=np.int64)
    path[-1] = total.argmax()
    for i in range(len(scores) - 1, 0, -1):
        path[i - 1] = back[i, path[i]]
    return path


def _spans(path: Ints, starts: set[int], tags: Sequence[str]) -> list[NameSpan]:
    found: list[NameSpan] = []
    for i in np.flatnonzero(path != tags.index("O")).tolist():
        mark, _, kind = tags[path[i]].partition("-")
        if mark == "I" and found and found[-1].stop == i and i not in starts:
            found[-1] = NameSpan(found[-1].first, i + 1, kind)
        else:
            found.append(NameSpan(i, i + 1, kind))
    return found
