"""Words that say no, and words that only look like them."""

from __future__ import annotations

import pytest

from sayso.relate.cues import Cues, cues, tokens


def kinds(sentence: str) -> set[str]:
    return {c.kind for c in cues("en").find(tokens(sentence))}


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The story of the eel is a hoax.", "false"),
        ("There is no truth to the story.", "false"),
        ("The video is fake.", "untrue"),
        ("It was a fake video of the flood.", "untrue"),
        ("PROBABLY FALSE", "untrue"),
        ("The minister denied it.", "deny"),
        ("Correction: the dam stands.", "withdraw"),
        ("An earlier version of this report named another town.", "withdraw"),
        ("The guide later admitted lying.", "recant"),
        ("The report could not be verified.", "doubt"),
        ("The dam has reportedly burst.", "hearsay"),
    ],
)
def test_cues(sentence: str, kind: str) -> None:
    assert kind in kinds(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "It is no hoax.",
        "The eel was not a hoax.",
        "He sold fake watches on the quay.",
        "She denied that the eel was a hoax.",
        "The builder denied that no one was hurt.",
        "They have a satirical magazine.",
        "",
    ],
)
def test_what_says_no_to_nothing(sentence: str) -> None:
    assert not kinds(sentence) & {"false", "untrue", "deny", "withdraw", "recant"}


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("The army did not seize the port", True),
        ("The army hasn’t seized the port", True),
        ("Nobody hurt in collapse", True),
        ("Nurse had no idea who he was", False),
        ("Not only the port was seized", False),
        ("Builder denies that no one was hurt", False),
        ("Army seizes port", False),
    ],
)
def test_negation(text: str, negated: bool) -> None:
    assert cues("en").negated(tokens(text)) is negated


def test_a_language_without_a_pack_has_no_cues() -> None:
    assert cues(None) == cues("xx") == Cues()
    assert cues(None).find(tokens("The story is a hoax.")) == []


def test_spans_are_of_the_text() -> None:
    text = "Nothing. It’s not true."
    (cue,) = cues("en").find(tokens(text, 9))
    assert cue.span.of(text) == "not true"
