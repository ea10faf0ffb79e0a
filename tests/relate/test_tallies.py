"""Numbers of one kind of thing, set side by side - and never beside those for another place or time."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import cast

import pytest

from readings import ORSA, Draft
from sayso.records import Interval, Place, Quantity, Reading, Role, Tally
from sayso.relate import relate
from sayso.relate.tallies import Given, label

LEMMAS = {"fighters": "fighter", "there": "station", "were": "be", "are": "be"}
PELL = Place("Pell", "XX", 7, 42.9, 44.9, 4.0, "city")
NORTH = Place("northern Xandria", "XX", None, 42.5, 44.0, 250.0, "relative")


def said(d: Draft, source: str, cue: str, text: str, head: str, number: str, low: float, high: float | None, of: str) -> str:
    """A claim with a number in it, on the word of an unnamed source."""
    mention = d.number(number, low, high, of)
    attribution = d.said(text, source, "unnamed", cue)
    d.claim(attribution, text, head, LEMMAS.get(head, head), (("agent", mention), ("amount", mention)))
    return mention


STATIONED = "more than 300 militants were stationed there"


def report(second: str = STATIONED, number: str = "more than 300", of: str = "militant") -> Reading:
    d = Draft(
        "tarn-1",
        "Fighters at Orsa\nOfficials of the district spoke of about 220 foreign fighters in Orsa.\n"
        f"A correspondent, citing his sources, said that {second}.\n"
        "Diplomats say that 6,000 terrorists are in northern Xandria.",
        publisher="The Tarn",
    )  # fmt: skip
    first = "about 220 foreign fighters in Orsa"
    said(d, "Officials of the district", "spoke", first, "fighters", "about 220", 220, 220, "fighter")
    d.ground(d.mention("Orsa", "place", "name", 1), ORSA)
    said(d, "his sources", "said", second, second.split()[-1], number, 300, None, of)
    said(d, "Diplomats", "say", "6,000 terrorists are in northern Xandria", "are", "6,000", 6000, 6000, "terrorist")
    d.ground(d.mention("northern Xandria", "place", "expression"), NORTH)
    return d.reading()


def numbers(tally: Tally, *readings: Reading) -> list[str]:
    texts = {m.id: m.span.of(r.report.text) for r in readings for m in r.mentions}
    return [texts[f.mention] for f in tally.figures]


def test_two_sources_of_one_report_differ_in_the_number() -> None:
    found = relate([report()])
    (tally,) = found.tallies
    assert (tally.of, numbers(tally, report())) == ("fighters", ["about 220", "more than 300"])
    assert tally.story == found.stories[0].id


def test_the_difference_is_a_relation_with_its_reason() -> None:
    (one,) = relate([report()]).relations
    assert one.kind == "CONTRADICTS"
    (amount,) = [f for f in one.why if f.slot == "amount"]
    assert (amount.verdict, amount.left, amount.right, amount.detail) == ("CONFLICT", "about 220", "more than 300", "fighters")


def test_those_who_came_and_those_who_are_there_may_be_others() -> None:
    second = "more than 300 militants arrived"
    found = relate([report(second)])
    assert [t.of for t in found.tallies] == ["fighters"]
    assert found.relations == ()


def test_another_region_is_another_matter() -> None:
    (tally,) = relate([report()]).tallies
    assert "6,000" not in numbers(tally, report())


@pytest.mark.parametrize(
    ("text", "number", "of"),
    [
        ("more than 300 buildings were stationed there", "more than 300", "building"),  # other things
        ("more than 300 militants a month arrived", "more than 300", "militant"),  # a rate
        ("more than 300 of the militants arrived", "more than 300", "militant"),  # a part
    ],
)
def test_what_is_not_the_same_count_is_not_set_beside_it(text: str, number: str, of: str) -> None:
    assert relate([report(text, number, of)]).tallies == ()


def test_another_town_is_another_matter() -> None:
    d = Draft("tarn-2", "Pell\nA guard said 500 fighters were at Pell. A clerk said 90 fighters were at Orsa.", "The Tarn")
    said(d, "A guard", "said", "500 fighters were at Pell", "were", "500", 500, 500, "fighter")
    d.ground(d.mention("Pell", "place", "name", 1), PELL)
    said(d, "A clerk", "said", "90 fighters were at Orsa", "were", "90", 90, 90, "fighter")
    d.ground(d.mention("Orsa", "place", "name"), ORSA)
    assert relate([d.reading()]).tallies == ()


def test_another_time_is_another_matter() -> None:
    d = Draft("tarn-3", "Fighters\nA guard said 500 fighters came in 2019. A clerk said 90 fighters came in 2021.", "The Tarn")
    for source, number, year in (("A guard", "500", "2019"), ("A clerk", "90", "2021")):
        said(d, source, "said", f"{number} fighters came in {year}", "came", number, float(number), float(number), "fighter")
        when = d.ground(d.mention(year, "date", "expression"), Interval(year, *(f"{year}-01-01", f"{year}-12-31") * 2, "stated"))
        d.claims[-1] = replace(d.claims[-1], roles=(*d.claims[-1].roles, Role("time", when)))
    assert relate([d.reading()]).tallies == ()


def test_the_number_stands_for_the_count_before_it() -> None:
    text = "Lorries\nMore than 120 lorries were waiting at Orsa, drivers said. A clerk gave the number as 70."
    d = Draft("tarn-4", text, "The Tarn")
    said(d, "drivers", "said", "More than 120 lorries were waiting at Orsa", "waiting", "More than 120", 120, None, "lorry")
    said(d, "A clerk", "gave", "the number as 70", "number", "70", 70, 70, "number")
    reading = d.reading()
    (tally,) = relate([reading]).tallies
    assert (tally.of, numbers(tally, reading)) == ("lorry", ["More than 120", "70"])


def test_one_source_never_differs_from_itself() -> None:
    d = Draft("tarn-5", "Fighters\nA guard said 500 fighters came and 90 fighters left.", "The Tarn")
    for text, number in (("500 fighters came", "500"), ("90 fighters left", "90")):
        said(d, "A guard", "said", text, text.split()[-1], number, float(number), float(number), "fighter")
    assert relate([d.reading()]).tallies == ()


def given(noun: str, of: str) -> Given:
    return cast(Given, SimpleNamespace(quantity=Quantity(4, 4, of=noun), of=of))


def test_what_all_reports_call_alike_is_called_so() -> None:
    assert label([given("masked man", "fighters"), given("man", "fighters")]) == "man"
    assert label([given("militant", "fighters"), given("rebel", "fighters")]) == "fighters"
    assert label([given("man", "")]) == ""
