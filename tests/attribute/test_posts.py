"""What a report reprints: posts with their writer below, and paragraphs that another outlet's report opens."""

from __future__ import annotations

import pytest

from .test_chains import pytestmark, read, words

__all__ = ["pytestmark"]

TEXT = """The owner of the boat has not been found.

There was paint on my boat, and nobody will tell me why.

— Tony Vale (@tonyvale)

October 6, 2014

The dam held. pic.example.org/abc — Lena Brandt (@lenab) October 7, 2014

The Norrby Lys reported:

The captain of the ferry has been held in Morland. He was seen on a boat.

The police closed the harbor.
"""


def said() -> dict[str, list[str]]:
    return {a.source.description: words(TEXT, a.content) for a in read(TEXT)[1:]}


def test_a_post_is_its_writers() -> None:
    assert said()["Tony Vale (@tonyvale)"] == ["There was paint on my boat, and nobody will tell me why"]
    [post] = said()["Lena Brandt (@lenab)"]
    assert post.startswith("The dam held")


def test_a_paragraph_behind_a_reports_colon_is_that_outlets() -> None:
    assert said()["The Norrby Lys"] == ["The captain of the ferry has been held in Morland. He was seen on a boat"]
    assert not any("closed the harbor" in run for runs in said().values() for run in runs)


@pytest.mark.parametrize("text", ["— (@a)", "x — y (@z", "— A B (@c)" * 300, "—" * 5000, "(@" * 5000])
def test_odd_signatures_are_read_quickly(text: str) -> None:
    assert read(text)[0].voice == "outlet"


def test_a_sentence_without_a_verb_goes_on_with_its_speaker() -> None:
    text = "“It was shameful for all of us,” Mayor Lena Ortiz said. “A disgrace for the whole town.”"
    [ortiz] = read(text)[1:]
    assert words(text, ortiz.content)[-1] == "“A disgrace for the whole town.”"
