"""What each voice on a claim's way is committed to."""

from __future__ import annotations

import functools

import pytest

from sayso.claim import claims
from sayso.lang import load
from sayso.parse import Parser
from sayso.records import Attribution, Block, Claim, Parse, Report, Span

from .trees import outlet, said, structure


@functools.cache
def parsed(text: str) -> tuple[Report, Parse]:
    report = Report("r", text, (Block("paragraph", Span(0, len(text))),), language="en")
    return report, Parser(load("en").folder, 1).parse([report])[0]


def claimed(text: str, head: str, *cues: str) -> list[Claim]:
    """Claims of that main word, where each cue has all that follows it for its content and lies under the one before."""
    report, parse = parsed(text)
    made: list[Attribution] = [outlet(parse)]
    for cue in cues:
        content = text[text.index(cue) + len(cue) :].strip(" .")
        made.append(said(parse, cue, cue, content, under=made[-1].id))
    return [c for c in claims(report, parse, structure(), made, load("en")) if c.head.of(text) == head]


def along(text: str, head: str, *cues: str) -> list[tuple[str, str, str, str | None]]:
    """For the claim of that main word: each voice (by its cue), its commitment and stance, from the source outwards."""
    longest = max(claimed(text, head, *cues), key=lambda c: len(c.along))
    return [(p.said, p.commitment.polarity, p.commitment.certainty, p.stance) for p in longest.along]


OPEN = ("?", "unstated")


@pytest.mark.parametrize(
    ("text", "cue", "own", "beyond", "stance"),
    [
        ("The agency claims that the bridge had collapsed.", "claims", ("+", "certain"), OPEN, "distancing"),
        ("The agency said that the bridge had collapsed.", "said", ("+", "certain"), OPEN, "neutral"),
        ("The ministry confirmed that the bridge had collapsed.", "confirmed", ("+", "certain"), ("+", "certain"), "endorsing"),
        ("Photographs show that the roof collapsed.", "show", ("+", "certain"), ("+", "certain"), "endorsing"),
        ("The army admitted that no bridge had collapsed.", "admitted", ("-", "certain"), ("-", "certain"), "endorsing"),
        ("The mayor revealed that the roof may have collapsed.", "revealed", ("+", "possible"), ("+", "possible"), "endorsing"),
        ("The minister denied that the bridge had collapsed.", "denied", ("-", "certain"), OPEN, "neutral"),
        ("He falsely claimed that the bridge collapsed.", "falsely claimed", ("+", "certain"), ("-", "certain"), "distancing"),
        ("He rightly noted that the bridge collapsed.", "rightly noted", ("+", "certain"), ("+", "certain"), "neutral"),
        ("The firm did not rule out that the roof collapsed.", "did not rule out", ("+", "possible"), OPEN, "neutral"),
        ("The minister did not know that the bridge had collapsed.", "did not know", OPEN, ("+", "certain"), "endorsing"),
        ("Police have yet to confirm that the bridge had collapsed.", "have yet to confirm", OPEN, OPEN, "endorsing"),
    ],
)  # fmt: skip
def test_the_outlet_beyond_one_source(text, cue, own, beyond, stance) -> None:  # type: ignore[no-untyped-def]
    assert along(text, "collapsed", cue) == [(cue, *own, None), ("outlet", *beyond, stance)]


def test_a_claim_of_the_outlet_has_one_voice() -> None:
    assert along("The bridge may have collapsed.", "collapsed") == [("outlet", "+", "possible", None)]


def test_who_claims_leaves_all_beyond_uncommitted() -> None:
    text = "The ministry revealed that the mayor claims that the bridge had collapsed."
    assert along(text, "collapsed", "revealed", "claims") == [
        ("claims", "+", "certain", None),
        ("revealed", *OPEN, "distancing"),
        ("outlet", *OPEN, "endorsing"),
    ]


def test_an_endorsing_voice_that_is_itself_reported_binds_only_itself() -> None:
    text = "The Courier reported that police had confirmed that the bridge had collapsed."
    made = along(text, "collapsed", "reported", "had confirmed")
    assert [m[1:] for m in made] == [("+", "certain", None), ("+", "certain", "endorsing"), (*OPEN, "neutral")]


def test_what_may_have_been_confirmed_may_be_so() -> None:
    text = "The Courier reported that police may have confirmed that the bridge had collapsed."
    made = along(text, "collapsed", "reported", "may have confirmed")
    assert [m[1:3] for m in made] == [("+", "certain"), ("+", "possible"), OPEN]


def test_a_voice_that_answers_a_report_takes_a_side() -> None:
    made = along("The council dismissed reports that the mayor had fled the town.", "fled", "dismissed", "reports")
    assert [m[1:3] for m in made] == [("+", "certain"), ("-", "certain"), OPEN]


def test_a_quotation_apart_from_its_cue_passes_on_what_its_source_holds() -> None:
    text = 'The governor spoke in Marn. He admitted it. "The bridge may have collapsed."'
    report, parse = parsed(text)
    quoted = said(parse, "admitted", "admitted", '"The bridge may have collapsed."')
    made = claims(report, parse, structure(), [outlet(parse), quoted], load("en"))
    [claim] = [c for c in made if c.head.of(text) == "collapsed"]
    assert [(p.commitment.polarity, p.commitment.certainty) for p in claim.along] == [("+", "possible")] * 2


def test_cues_stay_with_the_voice_whose_words_they_are() -> None:
    text = "The ministry claims that the bridge may have collapsed."
    [claim] = claimed(text, "collapsed", "claims")
    own, beyond = claim.along
    assert [s.of(text) for s in own.commitment.cues] == ["may"]
    assert [s.of(text) for s in beyond.commitment.cues] == ["claims"]


def test_a_circle_of_voices_is_cut() -> None:
    text = "The ministry said that the mayor claims that the bridge had collapsed."
    report, parse = parsed(text)
    one = said(parse, "a", "said", "that the mayor claims that the bridge had collapsed", under="b")
    two = said(parse, "b", "claims", "that the bridge had collapsed", under="a")
    made = claims(report, parse, structure(), [outlet(parse), one, two], load("en"))
    [claim] = [c for c in made if c.head.of(text) == "collapsed"]
    assert [p.said for p in claim.along] == ["b", "a", "outlet"]
