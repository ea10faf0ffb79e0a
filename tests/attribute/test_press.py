"""Who tells news: names of outlets that no list has, and names that a parser tears."""

from __future__ import annotations

import pytest

from .test_chains import pytestmark, read

__all__ = ["pytestmark"]

HARBOR = (
    "The mill will close in May, one official told the Norrby Lantern. The owners have not decided, a lawyer told the Norrby "
    "Lantern. The union knew of it, the Norrby Lantern reports."
)


def test_who_is_told_things_and_reports_them_is_an_outlet() -> None:
    kinds = {a.source.description: a.source.kind for a in read(HARBOR)[1:]}
    assert kinds["the Norrby Lantern"] == "outlet"
    heard = [a for a in read(HARBOR) if a.why[:1] == ("heard",)]
    assert [a.source.description for a in heard] == ["the Norrby Lantern", "the Norrby Lantern"]


@pytest.mark.parametrize(
    "text",
    ["The road is mined, a captain told the Associated Press.", "He is well, a nurse told the Press Association."],
)
def test_a_press_agency_is_told_and_the_press_is_not(text: str) -> None:
    assert [a.source.kind for a in read(text) if a.why[:1] == ("heard",)] == ["agency"]
    assert not [a for a in read("The road is mined, a captain told the press.") if a.why[:1] == ("heard",)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The news site Lys on Monday said the mill would close.", "The news site Lys"),
        ("The Morland government last week publicly admitted that the dam is unsafe.", "The Morland government"),
    ],
)
def test_a_day_is_no_part_of_its_source(text: str, source: str) -> None:
    assert [a.source.description for a in read(text)[1:]][:1] == [source]


@pytest.mark.parametrize(
    ("text", "source", "kind"),
    [
        ("The Independent reported that the dam is unsafe.", "The Independent", "outlet"),
        ("Lysmail.com reported that the dam is unsafe.", "Lysmail.com", "outlet"),
        ("The Independent Harbor Commission said that the dam is unsafe.", "The Independent Harbor Commission", "body"),
    ],
)
def test_names_of_papers_and_sites(text: str, source: str, kind: str) -> None:
    assert [(a.source.description, a.source.kind) for a in read(text)[1:]] == [(source, kind)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("At least one clerk thinks that the dam is unsafe.", "At least one clerk"),
        ("The mayor said that at least two farmers believe the dam is unsafe.", "at least two farmers"),
    ],
)
def test_at_least_belongs_to_its_number(text: str, source: str) -> None:
    assert source in [a.source.description for a in read(text)]
