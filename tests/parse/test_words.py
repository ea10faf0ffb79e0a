from __future__ import annotations

import pytest

from sayso.parse.words import words
from steps import linear


def divided(text: str) -> str:
    return " ".join(text[a:b] for a, b in words(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gen. Ashar didn't say.", "Gen. Ashar did n't say ."),
        ("the U.S. envoy's 1,200 troops", "the U.S. envoy 's 1,200 troops"),
        ("anti-government and co-founder", "anti-government and co-founder"),
        ("a well-known, four-storey block", "a well - known , four - storey block"),
        ("No. 4 was No.", "No. 4 was No ."),
        ("at 9:30 a.m. on the 21st", "at 9:30 a.m. on the 21st"),
        ("see https://maren.example/a?b=1, or so", "see https://maren.example/a?b=1 , or so"),
        ("mail desk@maren.example.", "mail desk@maren.example ."),
        ("told marenpost.com today", "told marenpost.com today"),
        ("I cannot; they’ll", "I can not ; they ’ll"),
        ("wait ... what?!", "wait ... what ?!"),
        ("KABUL—Two", "KABUL — Two"),
        ("O'Hara’s", "O'Hara ’s"),
        ("etc.", "etc."),
    ],
)
def test_words_as_universal_dependencies_divides_them(text: str, expected: str) -> None:
    assert divided(text) == expected


@pytest.mark.parametrize(
    "text",
    ["", " \n\t ", "x", "😀👍🏽", "a\u200bb \u200e", "e\u0301te\u0301", "كابل ـ قال المتحدث", "«„“", "\x00\x07", "\ud83d"],
)
def test_every_visible_character_is_in_one_word(text: str) -> None:
    found = words(text)
    covered = [i for a, b in found for i in range(a, b)]
    assert covered == sorted(set(covered))
    assert set(covered) == {i for i, c in enumerate(text) if not c.isspace()}


def test_accents_and_joiners_do_not_divide_a_word() -> None:
    assert divided("Ka\u00adbul e\u0301cole") == "Ka\u00adbul e\u0301cole"


def test_a_stretch_of_the_text_counts_in_the_whole_text() -> None:
    assert words("One two three", 4, 7) == [(4, 7)]


@pytest.mark.parametrize("unit", ["a.", "a+", "www.", "a-", "ab.", "a@", "'", "x@b-", "a\u200b", "Gen", "anti-", " \n", "1,"])
def test_hostile_repetition_costs_no_more_a_character(unit: str) -> None:
    assert linear(lambda n: words(unit * (n // len(unit))), 5_000, 20_000)
