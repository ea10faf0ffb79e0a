from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.parse.windows import LONGEST_CHAIN, OVERLAP, PIECES, WORDS, pack


def pieces(words: int, each: int = 1) -> np.ndarray:
    return np.arange(words + 1) * each


def blocks_of(*lengths: int) -> list[tuple[int, int]]:
    ends = np.cumsum(lengths).tolist()
    return [(b - n, b) for n, b in zip(lengths, ends, strict=True)]


def test_blocks_share_windows_of_about_equal_length() -> None:
    chains = pack(blocks_of(*[20] * 10), pieces(200))
    assert [(w.first, w.stop) for (w,) in chains] == [(0, 100), (100, 200)]
    assert chains[0][0].blocks == (0, 20, 40, 60, 80)


def test_a_long_block_is_read_in_overlapping_windows() -> None:
    (chain,) = pack([(0, 500)], pieces(500))
    assert chain[0].first == 0
    assert chain[-1].stop == 500
    for left, right in pairwise(chain):
        assert left.stop - right.first == OVERLAP
    assert [w.blocks for w in chain] == [(0,)] + [()] * (len(chain) - 1)


def test_no_block_no_window() -> None:
    assert pack([], pieces(0)) == []


@given(st.lists(st.integers(1, 700), max_size=12), st.integers(1, 12))
def test_every_word_is_read_and_no_window_too_long(lengths: list[int], each: int) -> None:
    at = pieces(sum(lengths), each)
    windows = [w for chain in pack(blocks_of(*lengths), at) for w in chain]
    assert sorted({i for w in windows for i in range(w.first, w.stop)}) == list(range(sum(lengths)))
    assert all(0 < w.stop - w.first <= WORDS and at[w.stop] - at[w.first] <= PIECES for w in windows)
    firsts = [w.first for w in windows]
    assert firsts == sorted(firsts)


@pytest.mark.parametrize("words", [LONGEST_CHAIN, LONGEST_CHAIN * 3 + 7])
def test_an_endless_block_is_divided_for_good(words: int) -> None:
    chains = pack([(0, words)], pieces(words))
    assert max(c[-1].stop - c[0].first for c in chains) <= LONGEST_CHAIN
