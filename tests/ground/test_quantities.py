"""Quantities: bounds, units, what is counted, and what is no quantity."""

from __future__ import annotations

import pytest
from hand_parses import flat, tree

from sayso.ground.quantities import read_quantities
from sayso.ground.times import read_times
from sayso.lang import load
from sayso.records import Block, Quantity, Report, Span


def read(text: str) -> list[Quantity]:
    report, parse, pack = Report("r", text), flat(text), load("en")
    busy = [e.span for e in read_times(report, parse, pack)]
    return [m.quantity for m in read_quantities(report, parse, pack, busy)]


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "unit", "approximate"),
    [
        ("about 220 fighters", "about 220", 220, 220, None, True),
        ("more than 300 militants", "more than 300", 300, None, None, False),
        ("at least 12 soldiers", "at least 12", 12, None, None, False),
        ("up to 50 tanks", "up to 50", None, 50, None, False),
        ("“[A]t least 12 soldiers”", "[A]t least 12", 12, None, None, False),
        ("“at least” 12 soldiers", "at least” 12", 12, None, None, False),
        ("fewer than 50 guests", "fewer than 50", None, 50, None, False),
        ("10-12 houses", "10-12", 10, 12, None, False),
        ("between 5 and 7 men", "between 5 and 7", 5, 7, None, False),
        ("five or six women", "five or six", 5, 6, None, False),
        ("twenty-five goats", "twenty-five", 25, 25, None, False),
        ("dozens of people", "dozens", 24, None, None, True),
        ("tens of thousands of voters", "tens of thousands", 20000, None, None, True),
        ("several hundred men", "several hundred", 300, 900, None, True),
        ("only a few dozen goats", "only a few dozen", 24, 60, None, True),
        ("over as much as 250 km", "over as much as 250 km", None, 250, "km", False),
        ("two dozen cows", "two dozen", 24, 24, None, False),
        ("a handful of shops", "a handful", 2, 9, None, True),
        ("6,000 visitors", "6,000", 6000, 6000, None, False),
        ("2.5 million tins", "2.5 million", 2.5e6, 2.5e6, None, False),
        ("12k visitors", "12k", 12000, 12000, None, False),
        ("12 or more boats", "12 or more", 12, None, None, False),
        ("It lies about 2.5 km from the mill", "about 2.5 km", 2.5, 2.5, "km", True),
        ("It paid $5 million", "$5 million", 5e6, 5e6, "USD", False),
        ("It paid 420 million rupees", "420 million rupees", 4.2e8, 4.2e8, "INR", False),
        ("It paid €20m", "€20m", 2e7, 2e7, "EUR", False),
        ("40 percent of voters", "40 percent", 40, 40, "%", False),
        ("two to three million euros", "two to three million euros", 2e6, 3e6, "EUR", False),
        ("a driver aged 42", "aged 42", 42, 42, "year", False),
        ("a 42-year-old driver", "42-year-old", 42, 42, "year", False),
        ("MORE THAN 300 PEOPLE", "MORE THAN 300", 300, None, None, False),
        ("They handed over 23 guns", "23", 23, 23, None, False),
    ],
)
def test_bounds(text: str, words: str, low: float | None, high: float | None, unit: str | None, approximate: bool) -> None:
    (found,) = read(text)
    assert (found.text, found.low, found.high, found.unit, found.approximate) == (words, low, high, unit, approximate)


@pytest.mark.parametrize(
    "text",
    [
        "He spoke on 1 March 2021.", "It came in 1998.", "Flight 103 was late.", "The MiG-29 crashed.", "One of them sat.",
        "No one came.", "It is the 3rd gate.", "They won 3-1.", "Call 555-1234.", "It began at 9:30.",
        "A four-storey house stood.", "Article 5 applies.",
    ],
)  # fmt: skip
def test_what_is_no_quantity(text: str) -> None:
    assert read(text) == []


def test_a_number_may_open_a_paragraph() -> None:
    text = "It fell.\n\nTwo farmers saw it."
    blocks = (Block("lead", Span(0, 8)), Block("paragraph", Span(10, len(text))))
    (found,) = read_quantities(Report("r", text, blocks), flat(text), load("en"))
    assert found.quantity.text == "Two"


def test_what_is_counted_comes_from_the_tree() -> None:
    parse = tree([
        ("more", "ADJ", "JJR", "more", 2, "advmod"), ("than", "ADP", "IN", "than", 0, "fixed"),
        ("300", "NUM", "CD", "300", 4, "nummod"),
        ("masked", "ADJ", "JJ", "masked", 4, "amod"), ("riders", "NOUN", "NNS", "rider", 5, "nsubj"),
        ("came", "VERB", "VBD", "come", -1, "root"),
    ])  # fmt: skip
    (found,) = read_quantities(Report("r", parse.text), parse, load("en"))
    assert (found.quantity.text, found.quantity.of) == ("more than 300", "rider")


def test_four_four_storey_buildings_are_four() -> None:
    parse = tree([
        ("four", "NUM", "CD", "four", 4, "nummod"), ("four", "NUM", "CD", "four", 3, "nummod"),
        ("-", "PUNCT", "HYPH", "-", 3, "punct"),
        ("storey", "NOUN", "NN", "storey", 4, "compound"), ("buildings", "NOUN", "NNS", "building", -1, "root"),
    ])  # fmt: skip
    (found,) = read_quantities(Report("r", parse.text), parse, load("en"))
    assert (found.quantity.low, found.quantity.of) == (4, "building")


def test_another_six_are_of_the_same_kind_and_says_so() -> None:
    text = "They shot 12 guards and wounded another six."
    first, second = read_quantities(Report("r", text), flat(text), load("en"))
    assert (first.quantity.of, second.quantity.of) == ("guards", "guards")
    assert second.why and not first.why


def test_money_and_lengths_count_nothing() -> None:
    assert [q.of for q in read("They paid 5 dollars for 3 km of wire.")] == [None, None]


@pytest.mark.parametrize("piece", ["1 ", "two ", "1-", "1,000", "$", "half a ", "more than ", "one hundred and ", "٣ ", "½"])
def test_odd_texts_do_no_harm(piece: str) -> None:
    read(piece * 3000)


def test_ages_of_and_after_names() -> None:
    assert [(q.low, q.unit) for q in read("She died at the age of 57. Ana Brandt, 42, spoke.")] == [(57, "year"), (42, "year")]


def test_a_number_that_belongs_to_a_name_is_none() -> None:
    parse = tree([
        ("Vela", "PROPN", "NNP", "Vela", 2, "nsubj"), ("2", "NUM", "CD", "2", 0, "nummod"),
        ("crashed", "VERB", "VBD", "crash", -1, "root"),
    ])  # fmt: skip
    assert read_quantities(Report("r", parse.text), parse, load("en")) == []


ONE = ("one", "NUM", "CD", "one")


def counts_of(rows: list[tuple[str, str, str, str, int, str]]) -> list[float | None]:
    parse = tree(rows)
    return [m.quantity.low for m in read_quantities(Report("r", parse.text), parse, load("en"))]


def test_one_is_a_count_where_one_was_harmed() -> None:
    killed = [(*ONE, 1, "nummod"), ("guard", "NOUN", "NN", "guard", 3, "nsubj:pass"), ("was", "AUX", "VBD", "be", 3, "aux:pass")]
    assert counts_of([*killed, ("killed", "VERB", "VBN", "kill", -1, "root")]) == [1]
    died = [(*ONE, 1, "nummod"), ("miner", "NOUN", "NN", "miner", 2, "nsubj"), ("died", "VERB", "VBD", "die", -1, "root")]
    assert counts_of(died) == [1]


def test_one_is_a_count_beside_another() -> None:
    rows = [
        (*ONE, 1, "nummod"), ("lorry", "NOUN", "NN", "lorry", 5, "nsubj"), ("and", "CCONJ", "CC", "and", 4, "cc"),
        ("two", "NUM", "CD", "two", 4, "nummod"), ("buses", "NOUN", "NNS", "bus", 1, "conj"),
        ("passed", "VERB", "VBD", "pass", -1, "root"),
    ]  # fmt: skip
    assert counts_of(rows) == [1, 2]


@pytest.mark.parametrize(("noun", "verb"), [("official", "say"), ("video", "show"), ("attack", "follow")])
def test_one_that_only_means_a_is_no_count(noun: str, verb: str) -> None:
    rows = [(*ONE, 1, "nummod"), (noun, "NOUN", "NN", noun, 2, "nsubj"), (verb, "VERB", "VBD", verb, -1, "root")]
    assert counts_of(rows) == []


def test_from_one_number_to_another_is_a_change_after_a_verb_of_change() -> None:
    quantities = read("The price of a tonne rose from 310 to 345 dollars.")
    assert [(q.low, q.high, q.unit) for q in quantities] == [(310, 310, None), (345, 345, "USD")]
    assert [(q.low, q.high) for q in read("It costs from 310 to 345 dollars.")] == [(310, 345)]


def test_a_date_with_a_stroke_is_no_fraction() -> None:
    assert read("It was the anniversary of the 9/11 attacks.") == []
    assert [q.low for q in read("About 3/4 of the houses stand.")] == [0.75]


def test_about_before_a_bound_belongs_to_the_words_before() -> None:
    (quantity,) = read("He had information about at least 60 men.")
    assert (quantity.low, quantity.high, quantity.approximate, quantity.text) == (60, None, False, "at least 60")


def test_a_list_of_ages_is_all_ages() -> None:
    assert [(q.high, q.unit) for q in read("Siblings aged 22 and 25 were seized.")] == [(22, "year"), (25, "year")]
    assert [q.unit for q in read("Boys aged 4, 7, and 31, were there.")] == ["year"] * 3
    assert [q.unit for q in read("He is aged 40 and 12 others are older.")] == ["year", None]
