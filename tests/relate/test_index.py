"""Stories grow report by report, and it does not matter in which order or how many at a time reports come."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace

import pytest
from attacks import MARKET, STORIES, attacks

from readings import Draft, bridge
from sayso.records import Reading
from sayso.relate import Index
from sayso.relate.happened import happened
from sayso.relate.words import vocabulary


@pytest.fixture
def index() -> Iterator[Index]:
    with closing(sqlite3.connect(":memory:")) as base:
        yield Index(base)


def put(index: Index, readings: Sequence[Reading], at_once: int = 1000) -> set[int]:
    touched: set[int] = set()
    for i in range(0, len(readings), at_once):
        touched |= index.file(readings[i : i + at_once])
        while changed := index.join():
            touched |= changed
    return touched


def stories(index: Index) -> set[frozenset[str]]:
    return {frozenset(index.members(story)) for story in index.stories()}


@pytest.mark.parametrize("at_once", [1, 2, 100])
@pytest.mark.parametrize("seed", range(4))
def test_follow_ups_belong_and_other_attacks_in_the_same_town_do_not(index: Index, at_once: int, seed: int) -> None:
    reports = attacks()
    random.Random(seed).shuffle(reports)
    put(index, reports, at_once)
    assert stories(index) == STORIES


@pytest.mark.parametrize("at_once", [1, 100])
def test_the_bridge_is_one_story_in_any_order(index: Index, at_once: int) -> None:
    put(index, tuple(reversed(bridge())), at_once)
    assert stories(index) == {frozenset({"harrow-1", "calder-1", "northway-1", "lantern-1"}), frozenset({"calder-2"})}


def test_only_stories_that_change_are_named(index: Index) -> None:
    *first, last = attacks()
    put(index, first)
    before = set(index.stories())
    (touched,) = put(index, [last])
    assert touched not in before
    (joined,) = put(index, [renamed(first[0], "market-4")])
    assert set(index.members(joined)) == {*MARKET, "market-4"}


def renamed(reading: Reading, id: str) -> Reading:
    return replace(reading, report=replace(reading.report, id=id))


def test_a_report_that_comes_again_is_there_once_and_where_it_belongs_now(index: Index) -> None:
    reports = {r.report.id: r for r in attacks()}
    put(index, list(reports.values()))
    put(index, [reports["market-2"]])
    assert stories(index) == STORIES
    text = "Lake ferry sinks\nA ferry sank on the lake of Tarn in a storm, and nineteen passengers drowned, its owner said."
    put(index, [Draft("market-2", text, "The Varn Post", "2023-03-04").reading()])
    assert frozenset({"market-2"}) in stories(index)
    assert frozenset({"market-1", "market-3", "trial-1"}) in stories(index)


def test_what_is_taken_out_is_gone(index: Index) -> None:
    put(index, attacks())
    assert index.remove(["station-1", "ambush-2", "nobody's"])
    assert stories(index) == {frozenset({"ambush-1"}), MARKET}
    assert not index.remove(["station-1"])


def test_reports_without_words_or_language_are_stories_of_their_own(index: Index) -> None:
    blank = [Draft(str(i), "").reading() for i in range(3)]
    foreign = Draft("far", "Сильный дождь затопил улицы столицы, сообщила полиция", None, "0001-01-01").reading()
    odd = replace(foreign, report=replace(foreign.report, id="odd", language="xx"))
    put(index, [*blank, foreign, odd])
    assert {frozenset({r.report.id}) for r in blank} < stories(index)
    assert frozenset({"far", "odd"}) in stories(index)
    assert index.join() == set()
    assert index.file([]) == set()


def test_hundreds_of_copies_are_one_story(index: Index) -> None:
    report = attacks()[0]
    put(index, [renamed(report, f"copy-{i}") for i in range(700)])
    assert [len(index.members(s)) for s in index.stories()] == [700]


class Counting(sqlite3.Connection):
    """Counts questions."""

    asked = 0

    def execute(self, ask: str, *values: Iterable[object]) -> sqlite3.Cursor:  # type: ignore[override]
        self.asked += 1
        return super().execute(ask, *values)


def test_a_new_report_does_not_ask_for_every_other() -> None:
    spent = []
    for size in (60, 240):
        base = sqlite3.connect(":memory:", factory=Counting)
        index = Index(base)
        put(index, [Draft(f"{i}", f"Storm {i}\n{words(i)}", "Post", "2023-03-04").reading() for i in range(size)])
        base.asked = 0
        put(index, attacks()[:1])
        spent.append(base.asked)
        base.close()
    assert spent[0] == spent[1]


def words(seed: int) -> str:
    choice = random.Random(seed)
    return " ".join("".join(choice.choices("bdfgklmnprst", k=6)) for _ in range(60))


def test_the_day_it_happened_is_the_deeds_and_not_the_reports() -> None:
    found = {r.report.id: happened(r, vocabulary("en")) for r in attacks()}
    assert found["trial-1"] == "2023-03-03"
    assert found["market-3"] is None
