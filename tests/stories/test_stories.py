"""The shipped stories, read with the shipped model, against what a careful reader finds in them."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from sayso import case
from sayso.records import Reading
from sayso.settings import Settings

from .golden import EXAMPLES, STORIES, Golden, Statement, tables

# The share of the statements of a kind that must be met. The model changes, so there is room for its slips.
FLOORS = {
    "blocks": 1.0, "publication": 0.97, "sources": 0.9, "kinds": 0.85, "contents": 0.82, "chains": 0.87, "speakers": 0.73,
    "claims": 0.92, "whose": 0.85, "commitments": 0.92, "places": 0.9, "dates": 0.82, "quantities": 0.95, "never": 0.93,
}  # fmt: skip
MISSES = [(report, miss) for report, table in tables().items() for miss in table.get("known_misses", ())]


@cache
def readings() -> dict[str, Reading]:
    """By the path of the report below the examples, without its suffix."""
    found = case.read([str(EXAMPLES / story) for story in STORIES], Settings(threads=1))
    read = [one for one in found if isinstance(one, Reading)]
    return {str(Path(one.report.path or "").relative_to(EXAMPLES).with_suffix("")): one for one in read}


@cache
def statements() -> tuple[Statement, ...]:
    return tuple(s for report, table in tables().items() for s in Golden(report, table, readings()[report]).statements())


def test_every_report_has_its_table_and_is_read_without_a_problem() -> None:
    assert readings().keys() == tables().keys()
    assert {report: one.problems for report, one in readings().items() if one.problems} == {}


@pytest.mark.parametrize("kind", FLOORS)
def test_what_a_careful_reader_finds_is_found(kind: str) -> None:
    judged = [s for s in statements() if s.kind == kind]
    missed = [f"{s.report}: {s}" for s in judged if not s.met]
    share = 1 - len(missed) / len(judged)
    assert share >= FLOORS[kind], f"{share:.2f} of {len(judged)} met; missed:\n" + "\n".join(missed)


def test_every_kind_has_its_floor() -> None:
    assert {s.kind for s in statements()} == FLOORS.keys()


def test_most_of_each_report_is_found() -> None:
    by_report = defaultdict(list)
    for s in statements():
        by_report[s.report].append(s.met)
    assert {report: met for report, met in by_report.items() if sum(met) < 0.75 * len(met)} == {}


def test_known_misses_are_statements() -> None:
    made = {(s.report, str(s)) for s in statements()}
    assert [miss for miss in MISSES if miss not in made] == []


@pytest.mark.parametrize(("report", "miss"), MISSES)
def test_known_miss(report: str, miss: str) -> None:
    """Each counts as a miss above; here it is shown by name, and whether it is one still."""
    (met,) = {s.met for s in statements() if (s.report, str(s)) == (report, miss)}
    if not met:
        pytest.xfail(miss)


def test_own_words_of_an_outlet_have_no_source_but_the_outlet() -> None:
    for report, one in readings().items():
        roots = [a for a in one.attributions if a.cue is None and a.under is None]
        assert [a.source.kind for a in roots] == ["outlet"], report
