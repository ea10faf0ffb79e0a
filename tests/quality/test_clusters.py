"""Scores of clusters, on the examples of the papers that define them."""

from __future__ import annotations

import pytest
from quality.clusters import Group, b_cubed, ceaf_e, conll, muc


def groups(*members: str) -> list[Group]:
    return [frozenset(m) for m in members]


TRUE = groups("12345", "67", "89abc")
JOINED_SMALL, JOINED_LARGE = groups("12345", "6789abc"), groups("1234589abc", "67")


def test_muc_counts_links_and_bcubed_members() -> None:
    assert muc(JOINED_SMALL, TRUE) == muc(JOINED_LARGE, TRUE)
    assert muc(JOINED_LARGE, TRUE)[0] == pytest.approx(0.9)
    assert muc(JOINED_LARGE, TRUE)[1] == 1.0
    assert b_cubed(JOINED_SMALL, TRUE)[0] == pytest.approx(16 / 21)
    assert b_cubed(JOINED_LARGE, TRUE)[0] == pytest.approx(7 / 12)
    assert b_cubed(JOINED_LARGE, TRUE)[1] == 1.0


def test_ceaf_matches_each_group_once() -> None:
    precision, recall, _ = ceaf_e(JOINED_LARGE, TRUE)
    assert precision == pytest.approx((2 * 5 / 15 + 1) / 2)
    assert recall == pytest.approx((2 * 5 / 15 + 1) / 3)


def test_the_best_matching_is_not_the_greedy_one() -> None:
    found, true = groups("abcd", "ef"), groups("abe", "cdf")
    assert ceaf_e(found, true)[0] == pytest.approx((4 / 7 + 2 / 5) / 2)


@pytest.mark.parametrize("clusters", [TRUE, groups("1", "2", "3"), groups("123")])
def test_what_is_right_scores_one(clusters: list[Group]) -> None:
    assert b_cubed(clusters, clusters)[2] == ceaf_e(clusters, clusters)[2] == 1.0
    if any(len(g) > 1 for g in clusters):
        assert conll(clusters, clusters) == 1.0
