"""What stands behind a matter: never more origins than are shown, and never two that contradict one another."""

from __future__ import annotations

from dataclasses import replace

from readings import bridge
from sayso.records import ClaimRef, Finding, Relation, RelationKind, Relations, Support
from sayso.relate import relate
from sayso.relate.support import aligned, contradicted


def supports(*without: str) -> dict[str, Support]:
    """By a word of the first claim."""
    readings = [replace(r, report=replace(r.report, publisher=None)) if r.report.id in without else r for r in bridge()]
    found = relate(readings)
    texts = {r.report.id: r for r in readings}

    def text(ref: ClaimRef) -> str:
        reading = texts[ref.report]
        return next(c.span.of(reading.report.text) for c in reading.claims if c.id == ref.claim)

    return {text(s.claims[0]).split()[-1]: s for s in found.support}


def test_a_matter_is_told_by_copies_and_by_others_and_has_two_origins() -> None:
    collapse = supports()["Saturday"]
    assert {c.report for c in collapse.claims} == {"harrow-1", "calder-1", "northway-1"}
    assert (collapse.independent, len(collapse.origins)) == (2, 2)
    assert "ministry" in collapse.why


def test_a_copy_adds_no_origin() -> None:
    pillar = supports()["collapse"]
    assert {c.report for c in pillar.claims} == {"harrow-1", "calder-1"}
    assert pillar.independent == 1


def test_who_contradicts_it_stands_against_it() -> None:
    assert [c.report for c in supports()["collapse"].against] == ["northway-1"]


def test_it_fails_closed_where_a_publisher_is_not_known() -> None:
    assert supports("northway-1")["Saturday"].independent == 1


def linked(kind: RelationKind, i: int, j: int) -> tuple[Relation, int, int]:
    why = (Finding("polarity", "SAME", "", ""),)
    return Relation(kind, ClaimRef("r", str(i)), ClaimRef("r", str(j)), why), i, j


def test_nothing_joins_two_that_contradict_one_another() -> None:
    links = [linked("CORROBORATES", 0, 1), linked("REFINES", 1, 2), linked("REFINES", 2, 3), linked("CONTRADICTS", 0, 3)]
    groups = aligned(4, links, contradicted(links)).members()
    assert [0, 1, 2] in groups
    assert [3] in groups


def test_an_update_says_another_thing() -> None:
    links = [linked("UPDATES", 0, 1)]
    assert aligned(2, links, contradicted(links)).members() == [[0], [1]]


def test_the_same_reports_give_the_same_matters() -> None:
    first, second = (relate(list(bridge())), relate(list(bridge())))
    assert isinstance(first, Relations)
    assert first.support == second.support
    assert len({s.id for s in first.support}) == len(first.support)
