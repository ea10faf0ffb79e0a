"""Parts of counts, additions, rates, and the places and times that counts are tied to; with the shipped parser."""

from __future__ import annotations

from functools import cache

import pytest

from sayso.ground.quantities import read_quantities
from sayso.ground.times import read_times
from sayso.lang import load
from sayso.parse import Parser
from sayso.records import Quantity, Report


@cache
def parser() -> Parser:
    return Parser(load("en").folder, 1)


def read(text: str) -> list[Quantity]:
    report = Report("r", text, language="en")
    (parse,) = parser().parse([report])
    busy = [e.span for e in read_times(report, parse, load("en"))]
    return [m.quantity for m in read_quantities(report, parse, load("en"), busy)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The blast killed 12 people, including three children and two women.", [("", ""), ("part", "12"), ("part", "12")]),
        ("Twelve died, among them 3 children.", [("", ""), ("part", "Twelve")]),
        ("Twelve people died, three of whom were children.", [("", ""), ("part", "Twelve")]),
        ("Two of the 12 hostages were freed.", [("part", "12"), ("", "")]),
        ("Rebels killed 20 guards. Another six were wounded.", [("", ""), ("more", "")]),
        ("Rebels killed 20 guards, and three more were missing.", [("", ""), ("more", "")]),
        ("The camp takes in 40 people a day.", [("rate", "")]),
        ("More than 11,000 signatures were collected.", [("", "")]),
        ("They seized 12 rifles, 3 pistols and two lorries.", [("", ""), ("", ""), ("", "")]),
        ("The blast killed 12 people. Four houses burned.", [("", ""), ("", "")]),
        ("Three guards died, including 12 others.", [("", ""), ("part", "")]),
    ],
)
def test_parts_and_wholes(text: str, parts: list[tuple[str, str]]) -> None:
    assert [(q.part, q.whole) for q in read(text)] == parts


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("Police detained 30 protesters in Arvel and 12 in Loma.", [(("in Arvel",), ()), (("in Loma",), ())]),
        ("Half of the 300 houses burned.", [((), ()), ((), ())]),
        ("The floods killed 45 people in March.", [((), ("in March",))]),
    ],
)
def test_counts_keep_the_place_and_time_they_are_tied_to(text: str, scopes: list[tuple[tuple[str, ...], ...]]) -> None:
    assert [(q.scope, q.period) for q in read(text)] == scopes


def test_the_number_that_is_put_at_a_figure_counts_what_was_counted_before() -> None:
    first, second = read("Rebels took 20 hostages. The ministry put the number at 17.")
    assert (second.low, second.of) == (17, first.of) == (17, "hostage")


def test_shares_of_what() -> None:
    (voters,) = read("One in five voters stayed at home.")
    assert (voters.low, voters.of) == (0.2, "voter")
    (ten,) = read("Nine out of ten houses were damaged.")
    assert (ten.low, ten.of) == (0.9, "house")
