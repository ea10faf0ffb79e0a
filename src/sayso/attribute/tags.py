"""What the encoder's attribution head saw: runs of source, cue and content words."""

from __future__ import annotations

import bisect
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sayso.records import Parse

from .draft import Run

OTHER, SOURCE, CUE, CONTENT = range(4)
# What a word of a cue must have at least: annotators take "also", "in a statement" into a cue more often than the head
# finds them likeliest. Chosen on PolNeAR's training part.
_CUE = 0.3


@dataclass(frozen=True, slots=True)
class Tags:
    """``classes``: probability of nothing, source, cue, content a word; ``best``: the likeliest of them."""

    classes: npt.NDArray[np.float32]
    best: npt.NDArray[np.int64]
    by_kind: tuple[tuple[Run, ...], ...]
    seen: bool  # False for a parse made by hand, which has no probabilities

    def runs(self, kind: int, near: Run | None = None) -> tuple[Run, ...]:
        """Runs of words for which one class is the likeliest, in order; ``near``: those that overlap a run."""
        every = self.by_kind[kind]
        if near is None:
            return every
        at = bisect.bisect_right(every, near.first, key=lambda r: r.stop)
        stop = bisect.bisect_left(every, near.stop, key=lambda r: r.first)
        return every[at:stop]

    def peak(self, run: Run, kind: int) -> float:
        """The highest probability of a class within a run."""
        return float(self.classes[run.first : run.stop, kind].max()) if run.first < run.stop else 0.0

    def mean(self, run: Run, kind: int) -> float:
        """The mean probability of a class over a run."""
        return float(self.classes[run.first : run.stop, kind].mean()) if run.first < run.stop else 0.0


def tags(parse: Parse) -> Tags:
    """B- and I- tags of one kind added up."""
    p = parse.attribution
    if not len(p):
        return Tags(np.zeros((0, 4), np.float32), np.zeros(0, np.int64), ((),) * 4, False)
    classes = np.stack([p[:, 0], p[:, 1] + p[:, 2], p[:, 3] + p[:, 4], p[:, 5] + p[:, 6]], axis=1)
    best = classes.argmax(1)
    chosen = (best == OTHER, best == SOURCE, classes[:, CUE] >= _CUE, best == CONTENT)
    return Tags(classes, best, tuple(_runs(which) for which in chosen), bool(p[:, 1:].any()))


def _runs(chosen: npt.NDArray[np.bool_]) -> tuple[Run, ...]:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], chosen.astype(np.int8), [0]))))
    return tuple(Run(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True))
