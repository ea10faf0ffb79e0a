"""The nature of a claim stands in words beside it, in place of its commitment."""

from __future__ import annotations

from dataclasses import replace

import pytest

from readings import bridge
from sayso.present import wording
from sayso.present.view import told
from sayso.records import Claim, Commitment, Nature


def claim(nature: Nature, commitment: Commitment) -> Claim:
    return replace(bridge()[0].claims[0], nature=nature, commitment=commitment)


@pytest.mark.parametrize(
    ("nature", "words"),
    [
        ("stated", "states flatly"), ("opinion", "gives as an opinion"), ("question", "asks"), ("order", "demands"),
        ("presupposed", "takes for granted"), ("inserted", "inserts in brackets"),
    ],
)  # fmt: skip
def test_how_a_claim_is_put(nature: Nature, words: str) -> None:
    assert wording.how(claim(nature, Commitment("+", "certain"))) == words


def test_what_is_presupposed_as_possible_is_no_surer_for_it() -> None:
    assert wording.how(claim("presupposed", Commitment("+", "possible"))) == "says it is possible"


def test_an_opinion_has_the_colour_of_what_is_open() -> None:
    reading = bridge()[0]
    judged = replace(reading, claims=tuple(replace(c, nature="opinion") for c in reading.claims))
    assert {(s.how, s.strength) for s in told(judged).claims} == {("gives as an opinion", "open")}
