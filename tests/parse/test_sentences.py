from __future__ import annotations

import numpy as np

from sayso.parse.sentences import LONGEST, barred, join, signs, starts


def scored(n: int, *begins: int) -> np.ndarray:
    out = np.full(n, -2.0, np.float32)
    out[list(begins)] = 2.0
    return out


def letters(n: int) -> np.ndarray:
    return np.zeros(n, dtype=bool)


def test_the_first_word_and_every_block_begin_a_sentence() -> None:
    assert starts(scored(10, 4), np.array([0, 7]), letters(10)).tolist() == [0, 4, 7]


def test_a_sentence_too_long_is_cut_where_a_start_scores_best() -> None:
    scores = scored(LONGEST + 40)
    scores[90] = -0.5
    assert starts(scores, np.array([0]), letters(LONGEST + 40)).tolist() == [0, 90]


def test_no_sentence_is_longer_however_long_the_text() -> None:
    found = starts(np.full(1000, -3.0, np.float32), np.array([0]), letters(1000))
    assert np.diff(found, append=1000).max() <= LONGEST


def test_windows_part_where_both_hold_a_sentence_to_begin() -> None:
    assert join(scored(60, 20, 33), scored(60, 33, 50)) == 33


def test_an_opening_mark_is_no_sentence() -> None:
    words = ["It", "fell", ".", '"', "We", "ran", '."']
    assert starts(scored(7, 3, 4), np.array([0]), signs(words)).tolist() == [0, 3]
    assert starts(scored(7, 3, 4), np.array([0, 4]), signs(words)).tolist() == [0, 3, 4]


def test_what_never_begins_a_sentence() -> None:
    words = ['"', "We", "ran", ",", '"', "she", "said", ".", '"', "They", ",", "too"]
    breaks = np.array([3, 0, 1, 0, 0, 1, 1, 0, 1, 0, 0, 2])
    assert np.flatnonzero(barred(words, signs(words), breaks)).tolist() == [3, 4, 5, 7, 10]
