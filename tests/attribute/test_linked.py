"""Chains compared link by link, as the measure of the chains gold does it."""

from __future__ import annotations

from collections import Counter

import pytest

linked = pytest.importorskip("quality.linked")
standoff = pytest.importorskip("quality.standoff")

TEXT = "The Courier reported that the mayor said the dam broke. He feared that it was old."
NOTES = """1 @1 <0 outlet | The Courier | reported | that the mayor ... broke
2 @1 <1 person | the mayor | said | the dam broke
3 @1 <0 person | He | feared | that it was old | who=the mayor"""


def noted(notes: str) -> list:  # type: ignore[type-arg]
    return linked.of_notes(standoff.read_notes(notes, "a text", TEXT))


def counts(notes: str) -> Counter[str]:
    return linked.compared(noted(NOTES), noted(notes)).of  # type: ignore[no-any-return]


def test_the_same_notes_agree_wholly() -> None:
    c = counts(NOTES)
    assert c["gold hit"] == c["gold"] == c["found hit"] == 3
    assert c["gold chains hit"] == c["gold links hit"] == 3 and c["gold chains deep hit"] == 1
    assert c["who hit"] == c["who"] == 1


def test_a_link_left_out_costs_its_chain() -> None:
    c = counts(NOTES.replace("2 @1 <1", "2 @1 <0"))
    assert c["gold hit"] == 3
    assert c["gold links hit"] == c["gold chains hit"] == 2
    assert c["gold links deep hit"] == 0


def test_a_missing_attribution_costs_what_lies_under_it_too() -> None:
    c = counts("\n".join(NOTES.splitlines()[1:]).replace("<1", "<0"))
    assert c["gold hit"] == c["found"] == 2
    assert c["gold chains hit"] == 1 and c["found chains hit"] == 1


def test_another_source_is_another_attribution() -> None:
    c = counts(NOTES.replace("| He | feared", "| - | feared").replace(" | who=the mayor", ""))
    assert c["gold hit"] == 2


def test_what_is_carried_needs_no_cue() -> None:
    carried = NOTES + "\n4 @1 <0 person carried | - | - | it was old | who=the mayor"
    c = linked.compared(noted(carried), noted(NOTES)).of
    assert c["gold hit"] == c["gold"] == 4


def test_kappa() -> None:
    assert linked.kappa(Counter({("person", "person"): 5, ("body", "body"): 5})) == 1
    assert linked.kappa(Counter({("person", "person"): 5, ("person", "body"): 5})) == 0
    assert linked.kappa(Counter()) == 0
