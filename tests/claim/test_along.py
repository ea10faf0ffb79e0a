"""What each voice on a claim's way is committed to."""

from __future__ import annotations

import pytest

from sayso.pipeline import read
from sayso.records import Block, Claim, Reading, Report, Span
from sayso.resources import Resources
from sayso.settings import Settings


def reading(text: str) -> Reading:
    report = Report("r", text, (Block("paragraph", Span(0, len(text))),), publisher="Harrow Press", language="en")
    return read([report], Resources(Settings(threads=1)))[0]


def along(text: str, head: str) -> list[tuple[str, str, str, str | None]]:
    """For the claim of that main word: each voice, its commitment and stance, from the source outwards."""
    made = reading(text)
    named = {a.id: a.source.span.of(text) if a.source.span else a.source.kind for a in made.attributions}
    [claim] = [c for c in made.claims if c.head.of(text) == head]
    codes = [(p.commitment.polarity, p.commitment.certainty) for p in claim.along]
    return [(named[p.said], *code, p.stance) for p, code in zip(claim.along, codes, strict=True)]  # type: ignore[list-item]


def claim_of(text: str, head: str) -> Claim:
    [claim] = [c for c in reading(text).claims if c.head.of(text) == head]
    return claim


OPEN = ("?", "unstated")


@pytest.mark.parametrize(
    ("text", "head", "own", "outlet", "stance"),
    [
        ("The agency claims that the bridge had collapsed.", "collapsed", ("+", "certain"), OPEN, "distancing"),
        ("The agency said that the bridge had collapsed.", "collapsed", ("+", "certain"), OPEN, "neutral"),
        ("The ministry confirmed that the bridge had collapsed.", "collapsed", ("+", "certain"), ("+", "certain"), "endorsing"),
        ("Photographs show that the roof collapsed.", "collapsed", ("+", "certain"), ("+", "certain"), "endorsing"),
        ("The army admitted that it did not hit the depot.", "hit", ("-", "certain"), ("-", "certain"), "endorsing"),
        ("The mayor revealed the bridge may have collapsed.", "collapsed", ("+", "possible"), ("+", "possible"), "endorsing"),
        ("The minister denied that the bridge had collapsed.", "collapsed", ("-", "certain"), OPEN, "neutral"),
        ("The mayor falsely claimed the bridge collapsed.", "collapsed", ("+", "certain"), ("-", "certain"), "distancing"),
        ("The minister rightly noted that the bridge collapsed.", "collapsed", ("+", "certain"), ("+", "certain"), "neutral"),
        ("The company did not rule out that the plant would close.", "close", ("+", "possible"), OPEN, "neutral"),
        ("The minister did not know that the bridge had collapsed.", "collapsed", OPEN, ("+", "certain"), "endorsing"),
        ("Police have yet to confirm that the bridge had collapsed.", "collapsed", OPEN, OPEN, "endorsing"),
    ],
)  # fmt: skip
def test_the_outlet_beyond_one_source(text, head, own, outlet, stance) -> None:  # type: ignore[no-untyped-def]
    first, last = along(text, head)
    assert first[1:] == (*own, None)
    assert last == ("outlet", *outlet, stance)


def test_a_claim_of_the_outlet_has_one_voice() -> None:
    assert along("The bridge may have collapsed.", "collapsed") == [("outlet", "+", "possible", None)]


def test_who_claims_leaves_all_beyond_uncommitted() -> None:
    made = along("The ministry revealed that the mayor claims that the bridge had collapsed.", "collapsed")
    assert made == [
        ("the mayor", "+", "certain", None),
        ("The ministry", *OPEN, "distancing"),
        ("outlet", *OPEN, "endorsing"),
    ]


def test_an_endorsing_voice_that_is_itself_reported_binds_only_itself() -> None:
    made = along("The Courier reported that police had confirmed that the bridge had collapsed.", "collapsed")
    assert [m[1:] for m in made] == [("+", "certain", None), ("+", "certain", "endorsing"), (*OPEN, "neutral")]


def test_what_may_have_been_confirmed_may_be_so() -> None:
    made = along("The Courier reported that police may have confirmed that the bridge had collapsed.", "collapsed")
    assert [m[1:3] for m in made] == [("+", "certain"), ("+", "possible"), OPEN]


def test_a_voice_that_answers_a_report_takes_a_side() -> None:
    text = "The council dismissed reports that the mayor had fled the town."
    claims = [c for c in reading(text).claims if c.head.of(text) == "fled"]
    longest = max(claims, key=lambda c: len(c.along))
    assert [(p.commitment.polarity, p.commitment.certainty) for p in longest.along] == [("+", "certain"), ("-", "certain"), OPEN]


def test_cues_stay_with_the_voice_whose_words_they_are() -> None:
    text = "The ministry claims that the bridge may have collapsed."
    own, outlet = claim_of(text, "collapsed").along
    assert [s.of(text) for s in own.commitment.cues] == ["may"]
    assert [s.of(text) for s in outlet.commitment.cues] == ["claims"]


def test_of_hearsay_about_a_speaker_nobody_beyond_is_sure() -> None:
    made = along("Officials reportedly said that the bridge had collapsed.", "collapsed")
    assert [m[1:3] for m in made] == [("+", "certain"), OPEN, OPEN]
