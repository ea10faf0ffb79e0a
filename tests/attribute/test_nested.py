"""Cues within somebody's words, and what a communique says itself: read by the real parser."""

from __future__ import annotations

import pytest
from tests.attribute.test_chains import one, pack, read, words

from sayso.records import Attribution

pytestmark = pytest.mark.skipif(not (pack.folder / "encoder.onnx").exists(), reason="the encoder is not there")


def cues(text: str) -> list[str]:
    return [" ".join(a.cue.of(text).split()) for a in read(text)[1:] if a.cue is not None]


def above(text: str, inner: Attribution) -> str:
    return next(a.source.description for a in read(text) if a.id == inner.under)


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The mayor said the guards expect to leave the valley in a week.", "expect", "to leave the valley in a week"),
        ("The mayor said her council believes that the dam is sound.", "believes", "that the dam is sound"),
        ("The mayor said it is believed that the boat sank on Sunday.", "is believed", "that the boat sank on Sunday"),
        ("The mayor added that we must reject those rumours.", "must reject", "those rumours"),
        ("The mayor said we must not rule out that the rebels will strike.", "must not rule out", "that the rebels will strike"),
    ],
)
def test_what_somebody_says_of_others_minds_lies_under_it(text: str, cue: str, content: str) -> None:
    inner = next(a for a in read(text)[1:] if a.cue is not None and cue in a.cue.of(text))
    assert above(text, inner) == "The mayor"
    assert words(text, inner.content) == [content]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said the guards refused to open the gate.",
        "The mayor said you want to know more.",
        "The mayor said the council decided to sell the mill.",
    ],
)
def test_deeds_and_anybodys_wishes_within_words_are_no_attributions(text: str) -> None:
    assert cues(text) == ["said"]


def test_in_a_communique_stances_are_its_authors_own() -> None:
    text = (
        "[Communique by the Silver Coast Union] [Text] The regime has supported crime and poverty for years. "
        "It has promoted the interests of the rich. We believe that the people will rise."
    )
    assert one(text, "the Silver Coast Union").cue is None
    assert cues(text) == ["believe"]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The mayor said officials had complained about the security of the mill.", "officials", "the security of the mill"),
        ("The minister said his men had come to the valley with plans to end the trade.", "his men", "to end the trade"),
        ('"We have notes about the alleged presence of smugglers," the colonel said.', "", "presence of smugglers"),
    ],
)
def test_whose_complaints_and_plans_are_told(text: str, source: str, content: str) -> None:
    inner = read(text)[2]
    assert (inner.source.description, words(text, inner.content)) == (source, [content])
    assert inner.under == read(text)[1].id
