"""Whether who takes part in two claims may be one."""

from __future__ import annotations

import pytest

from sayso.relate.participants import LIKELY, Participant, one
from sayso.relate.words import vocabulary

WORDS = vocabulary("en")


def called(noun: str, *names: str, human: bool = True) -> Participant:
    singular = WORDS.singular(noun)
    kindred = WORDS.kindred.get(singular, frozenset())
    return Participant(frozenset(names), frozenset({singular}), frozenset({noun}), human, kindred=kindred)


@pytest.mark.parametrize(
    ("left", "right", "human"),
    [("police", "troops", True), ("men", "brothers", True), ("ferry", "boat", False), ("bomb", "device", False)],
)
def test_nouns_that_may_mean_one(left: str, right: str, human: bool) -> None:
    assert one(called(left, human=human), called(right, human=human)) == LIKELY


def test_nouns_that_rather_mean_two_and_names_of_two() -> None:
    assert one(called("soldier"), called("gunman")) < 0
    assert one(called("nurse"), called("miner")) < 0
    assert one(called("men", "ilka doren"), called("brothers", "bo marsh")) < 0
    assert one(called("men"), called("teacher", "ilka doren")) < LIKELY  # anybody is a man


@pytest.mark.parametrize(
    ("plural", "noun"), [("women", "woman"), ("bodies", "body"), ("boats", "boat"), ("glass", "glass"), ("virus", "virus")]
)
def test_singular(plural: str, noun: str) -> None:
    assert WORDS.singular(plural) == noun
