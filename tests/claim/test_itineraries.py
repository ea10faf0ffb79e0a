"""Successive places of one actor, read end to end with the shipped parser."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.pipeline import read
from sayso.present import ledger
from sayso.records import Reading, Report
from sayso.resources import Resources
from sayso.settings import load

RESOURCES = Resources(load(Path("/nonexistent"), {}))
TOLD = (
    '"During the Soviet era they were based in Jalalabad, and after the fall of Kabul they moved first to the old mill in '
    'the city of Herat and then to Kunduz, since the mill was unsafe," a source told the Courier.'
)


def reading(text: str) -> Reading:
    return read([Report("r", text, language="en")], RESOURCES)[0]


def places(r: Reading) -> list[list[str]]:
    words = {m.id: m.span.of(r.report.text) for m in r.mentions}
    return [[words[s.place].split(" in ")[0] for s in i.stays] for i in r.itineraries]


def test_three_places_with_eras_and_the_bounds_of_their_order() -> None:
    r = reading(TOLD)
    assert places(r) == [["Jalalabad", "the old mill", "Kunduz"]]
    first, second, third = r.itineraries[0].stays
    assert first.time and (first.time.earliest_start, first.time.latest_end) == ("1922-12-30", "1991-12-26")
    assert second.time and second.time.earliest_start == "2021-08-15" and second.time.basis != "order"
    assert third.time and third.time.earliest_start == "2021-08-15" and third.time.basis == "order"
    said = {a.id: a.source.description for a in r.attributions}
    assert {said[s.said] for s in r.itineraries[0].stays} == {"a source"}


def test_one_person_over_sentences() -> None:
    r = reading("Omar Haddad lived in Leeds until 2009. In 2010 he moved to Cairo, and in 2015 he returned to Leeds.")
    assert places(r) == [["Leeds", "Cairo", "Leeds"]]
    assert r.itineraries[0].entity in {e.id for e in r.entities if e.name == "Omar Haddad"}


def test_one_place_until_another() -> None:
    r = reading("The ministry was based in Bonn until 1999, when it moved to Berlin.")
    assert places(r) == [["Bonn", "Berlin"]]
    berlin = r.itineraries[0].stays[1].time
    assert berlin and (berlin.earliest_start, berlin.latest_end, berlin.basis) == ("1999-01-01", None, "order")


def test_several_goals_of_one_verb() -> None:
    r = reading("The prisoners were transferred from Jinja to Kampala, then to Gulu.")
    assert places(r) == [["Jinja", "Kampala", "Gulu"]]


def test_where_a_way_begins() -> None:
    assert places(reading("Marta Lind fled from Aleppo to Izmir in 2015."))[0] == ["Aleppo", "Izmir"]


@pytest.mark.parametrize("text", [
    "Omar Haddad lives in Leeds.", "The factory moved from strength to strength.",
    "He said he may move to Paris. He lives in Oslo.",
    "Omar Haddad did not live in Leeds. He never moved to Cairo.", "Ann Lee lives in Leeds. Tom Roe moved to Cairo.", "",
])  # fmt: skip
def test_no_itinerary(text: str) -> None:
    assert not reading(text).itineraries


def test_what_two_sources_say_is_not_strung_together() -> None:
    r = reading("Police said Omar Haddad lived in Leeds. A neighbour said Omar Haddad moved to Cairo.")
    assert not r.itineraries


def test_the_ledger_shows_them(capsys: pytest.CaptureFixture[str]) -> None:
    from rich.console import Console

    Console(width=200).print(ledger(reading(TOLD)))
    assert "then Kunduz (not before 15 August 2021)" in capsys.readouterr().out
