"""The best tree of every sentence, given a score for every pair of words."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from .encode import Ints

Floats = npt.NDArray[np.float32]


def heads(arcs: Floats, starts: Ints) -> Ints:
    """The head of each word, -1 for each sentence's one root.

    ``arcs`` is (words, 1 + words): how well each word hangs on the root and on each other word.
    ``starts`` are the first words of the sentences, the first of them 0.

    The best choice of heads with exactly one root is the best tree wherever it holds no
    cycle; only the sentences where it does are searched for their spanning tree.
    """
    n = len(arcs)
    sentence = np.searchsorted(starts, np.arange(n), side="right") - 1
    within = np.where(sentence[:, None] == sentence[None, :], arcs[:, 1:], -np.inf)
    np.fill_diagonal(within, -np.inf)
    best: Ints = within.argmax(1)
    best[_roots(arcs[:, 0] - within[np.arange(n), best], starts, sentence)] = -1
    for k in np.flatnonzero(np.bincount(sentence[_astray(best)])):
        a, b = int(starts[k]), int(starts[k + 1]) if k + 1 < len(starts) else n
        tree = spanning_tree(arcs[a:b, [0, *range(a + 1, b + 1)]])
        best[a:b] = np.where(tree < 0, -1, tree + a)
    return best


def _roots(gain: Floats, starts: Ints, sentence: Ints) -> Ints:
    """The first word of each sentence that gains most by being the root."""
    most = np.flatnonzero(np.maximum.reduceat(gain, starts)[sentence] == gain)
    return most[np.diff(sentence[most], prepend=-1) > 0]


def _astray(best: Ints) -> npt.NDArray[np.bool_]:
    """Words whose chain of heads never ends at a root."""
    up = np.where(best < 0, np.arange(len(best)), best)
    for _ in range(len(best).bit_length()):
        up = up[up]
    return best[up] >= 0


def spanning_tree(arcs: Floats) -> Ints:
    """Heads of the maximum spanning tree with one root (Chu and Liu; Edmonds), for one sentence.

    A root costs more than all other scores together can gain, so that one is taken and no second.
    """
    n = len(arcs)
    scores = np.full((n + 1, n + 1), -np.inf)
    scores[1:] = arcs
    np.fill_diagonal(scores, -np.inf)
    finite = scores[1:][np.isfinite(scores[1:])]
    scores[1:, 0] -= (finite.max() - finite.min() + 1.0) * (n + 1)
    return _chu_liu_edmonds(scores)[1:] - 1


def _chu_liu_edmonds(scores: npt.NDArray[np.float64]) -> Ints:
    """Heads where ``scores[i, j]`` says how well node ``i`` hangs on node ``j``; node 0 is the root."""
    best: Ints = scores.argmax(1)
    best[0] = 0
    cycle = _cycle(best)
    if cycle is None:
        return best
    rest = np.delete(np.arange(len(scores)), cycle)
    gain = scores[cycle] - scores[cycle, best[cycle]][:, None]
    smaller = np.full((len(rest) + 1, len(rest) + 1), -np.inf)
    smaller[:-1, :-1] = scores[np.ix_(rest, rest)]
    smaller[-1, :-1] = gain[:, rest].max(0)
    smaller[:-1, -1] = scores[np.ix_(rest, cycle)].max(1)
    inner = _chu_liu_edmonds(smaller)
    return _expand(best, inner, rest, cycle, scores, gain)


def _expand(
    best: Ints, inner: Ints, rest: Ints, cycle: Ints, scores: npt.NDArray[np.float64], gain: npt.NDArray[np.float64]
) -> Ints:
    """The tree over a contracted cycle, told in the nodes that it had before."""
    out = best.copy()
    into = cycle[scores[np.ix_(rest, cycle)].argmax(1)]
    out[rest[1:]] = np.where(inner[:-1] < len(rest), rest[np.minimum(inner[:-1], len(rest) - 1)], into)[1:]
    entry = rest[inner[-1]]
    out[cycle[gain[:, entry].argmax()]] = entry
    return out


def _cycle(best: Ints) -> Ints | None:
    """The nodes of one cycle, if there is any."""
    colour = np.zeros(len(best), dtype=np.int64)
    colour[0] = -1
    for start in range(1, len(best)):
        node, path = start, []
        while colour[node] == 0:
            colour[node] = start
            path.append(node)
            node = int(best[node])
        if colour[node] == start:
            return np.array(path[path.index(node) :], dtype=np.int64)
        colour[path] = -1
    return None
