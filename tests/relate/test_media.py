"""Outlets by name."""

from __future__ import annotations

import pytest

from sayso.relate.media import media

NAMES = media("en")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the AFP", "Agence France-Presse"), ("The Telegraph", "the Telegraph of London"), ("AP", "The Associated Press"),
        ("TMZ.com", "TMZ"), ("the Harrow Courier", "Harrow Courier newspaper"), ("Ruritania’s Al-Sabah", "al-Sabah newspaper"),
    ],
)  # fmt: skip
def test_two_forms_of_one_name(one: str, other: str) -> None:
    assert NAMES.key(one.replace("newspaper", "paper")) == NAMES.key(other) != "" or NAMES.key(one) == NAMES.key(other) != ""


@pytest.mark.parametrize(("one", "other"), [("the Sun", "the Pell Daily Sun"), ("Fox", "Fox Valley Herald"), ("CBC", "CBS")])
def test_two_names(one: str, other: str) -> None:
    assert NAMES.key(one) != NAMES.key(other)


@pytest.mark.parametrize(
    "vague",
    [
        "local media",
        "Unconfirmed reports",
        "the newspaper",
        "British media reports",
        "Twitter",
        "the website",
        "three outlets",
        "",
    ],
)
def test_nobody_is_named(vague: str) -> None:
    assert NAMES.key(vague) == ""


def test_several_in_one_phrase() -> None:
    assert NAMES.keys("Reuters and the AP") == {"reuters", "associated press"}


def test_a_common_word_is_no_outlet() -> None:
    found = {
        key
        for _, key in NAMES.all(
            "It took time. Vice President Quill of Sun Valley read the Daily Telegraph, and the Star of Pell."
        )
    }
    assert found == {"daily telegraph"}


def test_without_a_pack_a_name_is_what_it_is() -> None:
    assert media("xx").key("Pell Anzeiger") == "pell anzeiger"


@pytest.mark.parametrize(
    "text", ["Source: Daily Mirror", "(Daily Mirror)", "The ferry sank\nDaily Mirror", "so says the Daily Mirror.Later it rained"]
)
def test_a_name_beside_marks_or_a_missing_blank(text: str) -> None:
    assert [text[s.start : s.end] for s, _ in NAMES.all(text)] == ["Daily Mirror"]
