"""Accounts, explanations and transfers in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from readings import bridge
from sayso.present.disputed import disputes
from sayso.present.explained import explained, sentence
from sayso.present.passing import passings
from sayso.present.ranges import Range, ranges
from sayso.present.view import View, of_story
from sayso.records import Account, Relations
from sayso.relate import relate


@pytest.fixture(scope="module")
def view() -> View:
    return of_story(bridge(), relate(bridge()))


def slot(view: View, name: str, every: bool = False) -> Range:
    ((_, found),) = ranges(view, every)
    return next(r for r in found if r.slot == name)


def test_numbers_are_shown_with_their_ends_and_the_best(view: View) -> None:
    dead = slot(view, "dead")
    assert (dead.low, dead.best, dead.high) == ("12", "19 people", "19")
    assert [row.words for row in dead.rows] == ["at least 12 people", "19 people"]
    assert dead.disputed


def test_who_gave_it_first_and_by_whom(view: View) -> None:
    first = slot(view, "dead").rows[0].first
    assert (first.outlet, first.names, first.day) == ("Harrow Press", ("the interior ministry",), "4 March 2023")


def test_origins_are_never_more_than_are_shown(view: View) -> None:
    assert [row.origins for row in slot(view, "dead").rows] == ["1 origin", "1 origin"]
    assert [row.origins for row in slot(view, "when").rows] == ["2 independent origins"]


def test_whether_something_happened_is_yes_and_no(view: View) -> None:
    whether = slot(view, "whether")
    assert whether.of == "remove the southern pillar"
    assert {row.words: {v.outlet for v in row.voices} for row in whether.rows} == {
        "yes": {"Northway Daily"}, "no": {"Harrow Press", "Calder Times"},
    }  # fmt: skip


def test_events_that_nobody_disputes_are_shown_on_demand(view: View) -> None:
    ((_, few),), ((_, every),) = ranges(view), ranges(view, every=True)
    assert len(every) > len(few)


def test_how_it_changed_is_told_by_day(view: View) -> None:
    assert slot(view, "dead").steps[:2] == (("4 March 2023", "at least 12 people"), ("5 March 2023", "19 people"))


def test_a_relation_is_explained_by_two_sentences_and_a_reason(view: View) -> None:
    one = explained(view, ["contradicts"])[0]
    assert one.left.before.endswith("Velmar Construction denied that")
    assert one.left.after == "."
    assert one.right.before == "The dockers' union said"
    assert one.reason.startswith("they cannot both hold: polarity differs")
    assert "\n" not in one.reason


def test_relations_are_found_by_the_beginning_of_their_ids(view: View) -> None:
    every = explained(view)
    assert len({e.id for e in every}) == len(every) > 1
    assert explained(view, [every[0].id[:8]]) == [every[0]]
    assert explained(view, [every[0].id[2:10]]) == [every[0]]
    assert explained(view, ["no-such"]) == []


def test_a_sentence_ends_with_its_block(view: View) -> None:
    reading = view.reports[0].reading
    claim = reading.claims[0]
    assert sentence(reading, claim.span).of(reading.report.text).startswith("ORSA, March 4 (Harrow Press) - The Orsa bridge")


def test_a_dispute_names_all_who_are_on_a_side(view: View) -> None:
    (one,) = disputes(view)
    assert {view.reports[s.report].outlet for s in one.left.said} == {"Harrow Press", "Calder Times"}
    assert {view.reports[s.report].outlet for s in one.right.said} == {"Northway Daily"}
    assert one.left.independent == 1


def test_who_has_it_from_whom(view: View) -> None:
    story = next(s for s in view.dossier.relations.stories if len(s.reports) > 1)
    lines = {p.line: p for p in passings(view, story)}
    copy = lines["Calder Times has it from Harrow Press"]
    assert copy.share.endswith("%")
    assert "The Orsa bridge collapsed on Saturday" in copy.passages[0]
    assert "The Lantern cites Harrow Press" in lines


def test_a_value_that_nobody_can_be_found_for_is_not_shown(view: View) -> None:
    strange = replace(view.dossier.relations, accounts=tuple(
        replace(a, values=tuple(replace(v, tellings=tuple(
            replace(t, claim=replace(t.claim, report="gone")) for t in v.tellings)) for v in a.values))
        for a in view.dossier.relations.accounts
    ))  # fmt: skip
    assert ranges(of_story(bridge(), strange)) == []


def test_an_account_of_nothing_is_none() -> None:
    empty = Account("s-1", "dead", "", (), None, None, None, "nobody holds any value")
    assert ranges(of_story(bridge(), Relations((), (), accounts=(empty,)))) == []
