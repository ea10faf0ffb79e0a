"""Denials that take up what a source said: in the same sentence, in the next, with a word for it or a pronoun."""

from __future__ import annotations

import pytest

from sayso import pipeline
from sayso.records import Report
from sayso.relate import tell
from sayso.resources import Resources
from sayso.settings import Settings


@pytest.fixture(scope="module")
def resources() -> Resources:
    return Resources(Settings(threads=1))


def contradicted(resources: Resources, *texts: str) -> set[tuple[str, str]]:
    readings = pipeline.read([Report(f"r{i}", t, publisher=f"Outlet {i}", language="en") for i, t in enumerate(texts)], resources)
    words = {(r.report.id, c.id): c.span.of(r.report.text) for r in readings for c in r.claims}
    found = (r for r in tell(readings).relations if r.kind == "CONTRADICTS")
    return {(words[r.left.report, r.left.claim], words[r.right.report, r.right.claim]) for r in found}


@pytest.mark.parametrize(
    ("text", "held", "denial"),
    [
        ("Rebels hold the port of Mellin, a deserter said. The navy rejected the claim.", "Rebels hold", "rejected the claim"),
        ("Two pilots drank before the flight, a steward said, but the airline denied this.", "Two pilots", "denied this"),
        ("A clerk said the mayor took bribes from Varga Mills. The mayor denied the charge, saying he had never met the owner.",
         "took bribes", "denied the charge"),
        ("The bank sold the mill in May, a clerk said, a claim that the bank said was false.", "sold the mill", "was false"),
    ],
)  # fmt: skip
def test_a_denial_takes_up_what_was_said(resources: Resources, text: str, held: str, denial: str) -> None:
    assert any(held in one and denial in other for one, other in contradicted(resources, text))


def test_another_report_that_holds_it_is_denied_too(resources: Resources) -> None:
    claim = "Soldiers crossed the river at Torvan on Saturday, the mayor of Torvan said."
    other = "Soldiers crossed the river at Torvan, the mayor claims, which the ministry called a fabrication."
    assert any("Saturday" in one for one, _ in contradicted(resources, claim, other))


@pytest.mark.parametrize(
    "text",
    [
        "The dam burst on Monday, villagers said. The ministry denied the request for money to repair the road.",
        "The dam burst on Monday, villagers said. The mayor dismissed his driver.",
        "The dam burst on Monday, villagers said. The mayor denied that the mill had been sold.",
    ],
)
def test_a_denial_of_something_else_takes_nothing_up(resources: Resources, text: str) -> None:
    assert not any("burst" in one for one, _ in contradicted(resources, text))


def test_a_sentence_longer_than_people_write_takes_nothing_up(resources: Resources) -> None:
    endless = "The dam burst, villagers said, " + "but the mayor denied this, " * 100 + "and left."
    assert not contradicted(resources, endless)
