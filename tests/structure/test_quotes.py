"""Quotation marks of every style, and marks that are none."""

from __future__ import annotations

import pytest

from sayso.lang import load
from sayso.records import Block, Report, Span
from sayso.structure.lexicon import lexicon
from sayso.structure.quotes import quotations
from sayso.structure.scare import mark_scare
from steps import linear

from .parses import parsed


def quoted(text: str) -> list[str]:
    return [q.span.of(text) for q in quotations(Report("r", text))]


@pytest.mark.parametrize(
    "text",
    ["“Stay home”", '"Stay home"', "‘Stay home’", "'Stay home'", "«Stay home»", "« Stay home »", "„Stay home“", "‚Stay home‘",
     "``Stay home''", "»Stay home«", "”Stay home”", "‹Stay home›"],
)  # fmt: skip
def test_every_style(text: str) -> None:
    around = f"The mayor of Orlan said {text} on Monday."
    (found,) = quotations(Report("r", around))
    assert found.span.of(around) == text
    assert found.inner.of(around).strip() == "Stay home"
    assert found.closed and found.depth == 0


def test_nested() -> None:
    text = "He said: “They shouted ‘stop’ and ‘go’ twice.” Then he left."
    assert [(q.span.of(text), q.depth) for q in quotations(Report("r", text))] == [
        ("“They shouted ‘stop’ and ‘go’ twice.”", 0), ("‘stop’", 1), ("‘go’", 1),
    ]  # fmt: skip


def test_nested_in_marks_of_one_kind() -> None:
    assert quoted("She said “the “northern” camp” was shut.") == ["“the “northern” camp”", "“northern”"]


@pytest.mark.parametrize(
    "text",
    ["The workers' rights and the '90s weren't mentioned.", "It's O'Hara's rock 'n' roll.",
     "He is 6'2\" tall; the pipe was 12\" long.",
     "The boys’ school, the ’90s, and ’tis so.", "A screen of 12” x 8” size."],
)  # fmt: skip
def test_apostrophes_and_measures_are_no_quotations(text: str) -> None:
    assert quoted(text) == []


def test_plural_possessive_inside_single_marks() -> None:
    assert quoted("‘We know the workers’ names,’ she said.") == ["‘We know the workers’ names,’"]
    assert quoted("'We don't know the boys' names,' she said. 'It's bad.'") == ["'We don't know the boys' names,'", "'It's bad.'"]


def test_a_quotation_that_ends_with_a_number() -> None:
    assert quoted('"We left in 2020" and "12 died", he said.') == ['"We left in 2020"', '"12 died"']


def test_one_quotation_over_paragraphs() -> None:
    text = "“We came first.\n\n“Then the others came.\n\n“That is all,” she said."
    (found,) = quotations(Report("r", text))
    assert found.span.of(text).endswith("all,”") and found.span.start == 0 and found.closed


def test_unclosed_ends_with_its_paragraph() -> None:
    text = "“We came first, he said.\n\nThe road is closed. “Yes,” she said."
    first, second = quotations(Report("r", text))
    assert first.span.of(text) == "“We came first, he said." and not first.closed
    assert second.span.of(text) == "“Yes,”" and second.closed


def test_a_caption_does_not_carry_a_quotation_on() -> None:
    text = "“We came first.\n\n“The gate of Orlan” in May."
    blocks = (Block("paragraph", Span(0, 15)), Block("caption", Span(17, len(text))))
    assert [q.closed for q in quotations(Report("r", text, blocks))] == [False, True]


@pytest.mark.parametrize("text", ["", "”", "“", '"', "'", "“”", "‘’", "““““", "»«»«", "\u202b“שלום”\u202c", "“\n\n“\n\n“"])
def test_odd_texts_do_no_harm(text: str) -> None:
    for q in quotations(Report("r", text)):
        assert 0 <= q.span.start <= q.inner.start <= q.inner.end <= q.span.end <= len(text)


@pytest.mark.parametrize("unit", ["“", '"', "'a ", "a' ", "“a ‘b” ", "”«", "“\n\n", "``x ''"])
def test_time_is_linear(unit: str) -> None:
    assert linear(lambda n: quotations(Report("r", unit * n)), 1000, 4000)


ROWS = """
People NOUN:NNS nsubj 2 person
call VERB:VBP root 0
them PRON obj 2
“ PUNCT punct 5
Northerners PROPN:NNPS xcomp 2 person
” PUNCT punct 5
. PUNCT punct 2

He PRON nsubj 2
said/say VERB root 0
“ PUNCT punct 4
never ADV ccomp 2
” PUNCT punct 4
. PUNCT punct 2
"""


def test_labels_are_marked_and_speech_is_not() -> None:
    report, parse = parsed(ROWS, {})
    found = mark_scare(quotations(report), parse, lexicon(load("en")))
    assert [(q.inner.of(report.text), q.scare) for q in found] == [("Northerners", True), ("never", False)]


def test_a_second_paragraph_may_close_without_opening_again() -> None:
    text = "She wrote: “We came first.\n\nThen the others came,” and left. “Yes.”"
    found = quotations(Report("r", text))
    assert [(q.span.of(text), q.closed) for q in found] == [("“We came first.\n\nThen the others came,”", True), ("“Yes.”", True)]


def test_a_mark_left_open_does_not_swallow_the_next_quotation() -> None:
    text = "She wrote: “We came first.\n\nHe read “the others came” aloud."
    assert [(q.span.of(text), q.closed) for q in quotations(Report("r", text))] == [
        ("“We came first.", False), ("“the others came”", True),
    ]  # fmt: skip
