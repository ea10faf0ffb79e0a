"""A newspaper as the last words of a sentence, and those of whom neither speaks: read by the real parser."""

from __future__ import annotations

import pytest
from tests.attribute.test_chains import one, pack, read, words

pytestmark = pytest.mark.skipif(not (pack.folder / "encoder.onnx").exists(), reason="the encoder is not there")


def test_a_newspaper_that_reports_at_the_end_is_the_source() -> None:
    text = "The attack was carried out by four men, the Herald reports."
    found = one(text, "the Herald")
    assert found.source.kind == "outlet"
    assert words(text, found.content) == ["The attack was carried out by four men"]


def test_neither_is_one_source_that_does_not_comment() -> None:
    text = "Neither the ministry nor the bank would comment on the raid."
    assert [a.source.description for a in read(text)[1:]] == ["Neither the ministry nor the bank"]
