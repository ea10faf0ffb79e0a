from __future__ import annotations

import itertools

import numpy as np
import pytest

from sayso.parse.names import names
from sayso.records import NameSpan

TAGS = ("O", "B-person", "I-person", "B-place", "I-place")


def scored(*tags: str) -> np.ndarray:
    out = np.zeros((len(tags), len(TAGS)), np.float32)
    for i, tag in enumerate(tags):
        out[i, TAGS.index(tag)] = 2.0
    return out


def test_neighbours_of_one_kind_stay_two() -> None:
    found = names(scored("B-person", "I-person", "B-person", "O", "B-place"), np.array([0]), TAGS)
    assert found == [NameSpan(0, 2, "person"), NameSpan(2, 3, "person"), NameSpan(4, 5, "place")]


def test_no_name_runs_across_a_sentence() -> None:
    scores = scored("B-place", "I-place", "I-place")
    scores[2, TAGS.index("B-place")] = 1.0
    assert names(scores, np.array([0, 2]), TAGS) == [NameSpan(0, 2, "place"), NameSpan(2, 3, "place")]


def test_kinds_never_mix_within_a_name() -> None:
    scores = scored("B-person", "I-place", "I-person")
    scores[1, TAGS.index("I-person")] = 1.5
    assert names(scores, np.array([0]), TAGS) == [NameSpan(0, 3, "person")]


def legal(path: tuple[int, ...]) -> bool:
    before = "O"
    for k in path:
        if TAGS[k].startswith("I") and before[1:] != TAGS[k][1:]:
            return False
        before = TAGS[k]
    return True


@pytest.mark.parametrize("seed", range(20))
def test_the_best_legal_sequence(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(5, len(TAGS))).astype(np.float32)
    paths = [p for p in itertools.product(range(len(TAGS)), repeat=5) if legal(p)]
    best = max(paths, key=lambda p: sum(scores[i, k] for i, k in enumerate(p)))
    spans = names(scores, np.array([0]), TAGS)
    covered = {i for s in spans for i in range(s.first, s.stop)}
    assert covered == {i for i, k in enumerate(best) if TAGS[k] != "O"}
    assert {s.first for s in spans} == {i for i, k in enumerate(best) if TAGS[k].startswith("B")}


def test_no_words_no_names() -> None:
    assert names(np.zeros((0, 5), np.float32), np.zeros(0, np.int64), TAGS) == []
