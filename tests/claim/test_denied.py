"""What somebody says is not so is a claim of his, whatever words deny it."""

from __future__ import annotations

import pytest

from sayso import pipeline
from sayso.records import Report
from sayso.resources import Resources
from sayso.settings import Settings


@pytest.fixture(scope="module")
def resources() -> Resources:
    return Resources(Settings(threads=1))


def denials(resources: Resources, text: str) -> set[tuple[str, str]]:
    """Whoever denies, and the claim denied."""
    (reading,) = pipeline.read([Report("r", text, publisher="Torvan Courier", language="en")], resources)
    said = {a.id: a.source.description for a in reading.attributions}
    return {(said[c.said], c.span.of(text)) for c in reading.claims if c.commitment.polarity == "-"}


@pytest.mark.parametrize(
    ("text", "by", "what"),
    [
        ("The warden laughed off reports that she had sold the pier.", "The warden", "she had sold the pier"),
        ("The minister rubbished the suggestion that the quarry would close.", "The minister", "the quarry would close"),
        ("He refuted the allegation that he had struck the guard.", "He", "he had struck the guard"),
        ("The navy rejected the rebels' claim of sinking a frigate near Mellin.", "The navy", "sinking a frigate near Mellin"),
        ("Police debunked the story of a wolf roaming the park.", "Police", "a wolf roaming the park"),
        ("The council dismissed claims that it had agreed to sell the mill.", "The council", "it had agreed to sell the mill"),
        ("The admiral denied burning the boats.", "The admiral", "The admiral denied burning the boats"),
        ("She denied ordering the raid on Mellin.", "She", "She denied ordering the raid on Mellin"),
    ],
)
def test_what_is_denied_is_a_claim_of_who_denies_it(resources: Resources, text: str, by: str, what: str) -> None:
    assert (by, what) in denials(resources, text)


def test_a_denied_denial_is_held(resources: Resources) -> None:
    text = "Officials scotched rumours that the bank would not open on Monday."
    (reading,) = pipeline.read([Report("r", text, language="en")], resources)
    said = {a.id: a.source.description for a in reading.attributions}
    assert ("Officials", "+") in {(said[c.said], c.commitment.polarity) for c in reading.claims if c.lemma == "open"}


@pytest.mark.parametrize(
    "text",
    [
        "The warden laughed at the wind and sold the pier.",
        "The report that the ministry published in May names two firms.",
        "She brushed off the snow and opened the gate.",
        "The navy repeated the claim of sinking a frigate near Mellin.",
    ],
)
def test_what_denies_nothing_makes_no_denial(resources: Resources, text: str) -> None:
    assert not denials(resources, text)
