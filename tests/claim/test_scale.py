"""FactBank's scale as an algebra."""

from __future__ import annotations

import pytest

from sayso.claim.scale import HELD, OPEN, STANDS, apply, flip, under, weaken


@pytest.mark.parametrize(
    ("outer", "affirmed", "denied", "inner"),
    [
        ("CT+", "CT-", "CT+", "CT-"),  # failed to pay
        ("CT-", "CT-", "CT+", "CT+"),  # did not fail to pay
        ("PS+", "CT-", "CT+", "PS-"),  # may have failed to pay
        ("CT-", "CT+", "CT+", "CT+"),  # nobody knew that he paid
        ("U", "CT+", "CT-", "U"),  # will he manage to pay?
        ("PR+", "PS+", "U", "PS+"),
        ("CT-", "CT+", "U", "U"),  # was not forced to pay
    ],
)  # fmt: skip
def test_embedding(outer: str, affirmed: str, denied: str, inner: str) -> None:
    assert under(STANDS[outer], STANDS[affirmed], STANDS[denied]) == STANDS[inner]


def test_two_denials_affirm() -> None:
    assert apply(apply(HELD, STANDS["CT-"]), STANDS["CT-"]) == HELD


def test_weakening_never_strengthens() -> None:
    assert weaken(STANDS["PS-"], STANDS["PR+"]) == STANDS["PS-"]
    assert weaken(HELD, OPEN) == OPEN


def test_open_has_no_opposite() -> None:
    assert flip(OPEN) == OPEN
