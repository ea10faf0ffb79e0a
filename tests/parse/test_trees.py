from __future__ import annotations

import itertools

import numpy as np
import pytest

from sayso.parse.trees import heads, spanning_tree


def is_tree(tree: tuple[int, ...]) -> bool:
    """One root, and every word leads to it."""
    if tree.count(-1) != 1:
        return False
    for start in range(len(tree)):
        node, steps = start, 0
        while node >= 0:
            node, steps = tree[node], steps + 1
            if steps > len(tree):
                return False
    return True


def total(arcs: np.ndarray, tree: tuple[int, ...]) -> float:
    return float(sum(arcs[i, h + 1] for i, h in enumerate(tree)))


def best(arcs: np.ndarray) -> float:
    """The score of the best tree, by trying all of them."""
    n = len(arcs)
    choices = [[h for h in range(-1, n) if h != i] for i in range(n)]
    return max(total(arcs, t) for t in itertools.product(*choices) if is_tree(t))


@pytest.mark.parametrize("seed", range(40))
def test_the_best_tree_of_all(seed: int) -> None:
    rng = np.random.default_rng(seed)
    n = int(rng.integers(1, 6))
    arcs = rng.normal(size=(n, n + 1)).astype(np.float32)
    arcs[:, 0] += rng.choice([-3, 0, 3])  # no word, or every word, wants to be the root
    tree = tuple(spanning_tree(arcs).tolist())
    assert is_tree(tree)
    assert total(arcs, tree) == pytest.approx(best(arcs), abs=1e-4)
    assert total(arcs, tuple(heads(arcs, np.array([0])).tolist())) == pytest.approx(best(arcs), abs=1e-4)


@pytest.mark.parametrize("seed", range(10))
def test_a_tree_a_sentence_and_none_across(seed: int) -> None:
    rng = np.random.default_rng(seed)
    arcs = rng.normal(size=(30, 31)).astype(np.float32)
    starts = np.array([0, 1, 7, 20])
    found = heads(arcs, starts)
    for a, b in zip(starts, [*starts[1:], 30], strict=True):
        inside = tuple(-1 if h < 0 else int(h) - a for h in found[a:b])
        assert is_tree(inside)
        assert all(h < b - a for h in inside)
        alone = spanning_tree(arcs[a:b, [0, *range(a + 1, b + 1)]])
        assert total(arcs[a:b, [0, *range(a + 1, b + 1)]], inside) == pytest.approx(
            total(arcs[a:b, [0, *range(a + 1, b + 1)]], tuple(alone.tolist())), abs=1e-3
        )


def test_a_long_sentence_full_of_cycles_ends() -> None:
    arcs = np.random.default_rng(0).normal(size=(160, 161)).astype(np.float32)
    arcs[:, 1:] += 5 * np.eye(160, k=1, dtype=np.float32) + 5 * np.eye(160, k=-1, dtype=np.float32)
    assert is_tree(tuple(heads(arcs, np.array([0])).tolist()))
