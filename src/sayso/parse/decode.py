"""From the model's scores for a chain of windows to sentences, trees and relations."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from . import sentences, trees
from .encode import Encoded, Ints
from .model import Floats, Model, Scores
from .sentences import Bools
from .windows import Chain, Window

_NEVER = np.float32(-1e9)


@dataclass(frozen=True, slots=True)
class Annotation:
    """Every word's labels, as numbers; heads count in the text, -1 for roots."""

    starts: Ints  # first words of sentences
    upos: Ints
    xpos: Ints
    mentions: Ints
    heads: Ints
    relations: Ints
    names: Floats
    attribution: Floats
    vectors: Floats


@dataclass(frozen=True, slots=True)
class Marks:
    """What a text's print says of its sentences: words that are ``signs`` only, words ``barred`` from beginning one,
    and the first words of all sentences where they are ``given``."""

    signs: Bools
    barred: Bools
    given: Ints | None


def annotate(chain: Chain, encoded: Encoded, model: Model, marks: Marks) -> Annotation:
    """Labels for the words of one chain."""
    scores = [model.score(*encoded.window(w.first, w.stop)) for w in chain]
    starts = [_start_scores(w, s, marks) for w, s in zip(chain, scores, strict=True)]
    cuts = [chain[0].first]
    for left, right, a, b in zip(chain, chain[1:], starts, starts[1:], strict=False):
        cuts.append(right.first + sentences.join(a[right.first - left.first :], b[: left.stop - right.first]))
    cuts.append(chain[-1].stop)
    return joined([_part(*each, marks, model) for each in zip(chain, scores, starts, cuts, cuts[1:], strict=False)])


def _start_scores(window: Window, scores: Scores, marks: Marks) -> Floats:
    if marks.given is None:
        return np.where(marks.barred[window.first : window.stop], _NEVER, scores.start[1:])
    out = np.full(window.stop - window.first, _NEVER, dtype=np.float32)
    inside = slice(*np.searchsorted(marks.given, (window.first, window.stop)))
    out[marks.given[inside] - window.first] = -_NEVER
    return out


def _part(window: Window, scores: Scores, start: Floats, first: int, stop: int, marks: Marks, model: Model) -> Annotation:
    """Labels for the words ``first:stop``, which one window decides."""
    a, b = first - window.first, stop - window.first
    rows = slice(a + 1, b + 1)
    forced = np.array([w - first for w in window.blocks if first <= w < stop], dtype=np.int64)
    alone = marks.signs[first:stop] if marks.given is None else np.zeros(stop - first, dtype=bool)
    begins = sentences.starts(start[a:b], forced, alone)
    heads = trees.heads(scores.arcs[rows, np.r_[0, a + 1 : b + 1]], begins)
    governors = scores.rel_head[np.where(heads < 0, 0, heads + a + 1)]
    relations = model.relations(scores.rel_dep[rows], governors, heads < 0)
    return Annotation(
        begins + first, scores.upos[rows], scores.xpos[rows], scores.mentions[rows], np.where(heads < 0, -1, heads + first),
        relations, scores.names[rows], scores.attribution[rows], scores.vectors[rows],
    )  # fmt: skip


def joined(parts: list[Annotation]) -> Annotation:
    """Neighbouring parts of one text as one; copies, so that the windows' own arrays can be let go."""
    return Annotation(*(np.concatenate([getattr(p, name) for p in parts]) for name in Annotation.__slots__))
