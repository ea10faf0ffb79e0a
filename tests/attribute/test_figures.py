"""Numbers that somebody gives, theories, and whom something was told: read by the real parser."""

from __future__ import annotations

import pytest
from tests.attribute.test_chains import one, pack, read, words

pytestmark = pytest.mark.skipif(not (pack.folder / "encoder.onnx").exists(), reason="the encoder is not there")


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Many are missing. Rescue chief Ana Brandt put the number at seventeen.", "Rescue", "the number at seventeen"),
        ("The Ledger put the figure at 40,000, citing an internal memo.", "The Ledger", "the figure at 40,000"),
        ("The Ledger put the figure at 40,000, citing an internal memo.", "an internal memo", "the figure at 40,000"),
    ],
)
def test_who_puts_a_figure_gives_it(text: str, source: str, content: str) -> None:
    assert words(text, one(text, source).content) == [content]


def test_to_put_something_somewhere_tells_nothing() -> None:
    assert not read("The captain put the boxes at the door of the mill.")[1:]


def test_a_name_behind_told_is_no_part_of_what_was_told() -> None:
    text = "Two sailors told Radio Marun they had been beaten by the guards."
    told = one(text, "Two sailors")
    assert words(text, told.content) == ["they had been beaten by the guards"]
    assert one(text, "Radio Marun").id == told.under


def test_a_theory_is_what_it_says() -> None:
    text = "The investigators' theory is that the valve was opened by hand."
    assert "that the valve was opened by hand" in words(text, one(text, "The investigators").content)[0]
