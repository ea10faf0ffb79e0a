"""Reports of one event come together, and from how many origins they come is not overstated."""

from __future__ import annotations

from dataclasses import replace

from readings import Draft, agency, bridge, copy, quoting, rival, stranger
from sayso.records import Interval, Reading, Relations, Story
from sayso.relate import aligned, profiles, relate


def story(relations: Relations, report: str) -> Story:
    return next(s for s in relations.stories if report in s.reports)


def origin_of(relations: Relations, report: str) -> set[str]:
    return {i for s in relations.stories for o in s.origins if report in o.reports for i in o.reports}


def test_the_bridge_is_one_story_and_the_council_another() -> None:
    found = relate(bridge())
    assert [set(s.reports) for s in found.stories] == [{"harrow-1", "calder-1", "northway-1", "lantern-1"}, {"calder-2"}]


def test_order_of_reports_does_not_change_stories() -> None:
    there, back = relate(bridge()), relate(tuple(reversed(bridge())))
    assert {frozenset(s.reports) for s in there.stories} == {frozenset(s.reports) for s in back.stories}
    assert {s.id for s in there.stories} == {s.id for s in back.stories}


def test_copy_and_citation_are_of_the_agencys_origin_and_a_nurse_is_another() -> None:
    found = relate(bridge())
    assert origin_of(found, "harrow-1") == {"harrow-1", "calder-1", "lantern-1"}
    assert origin_of(found, "northway-1") == {"northway-1"}


def test_origins_say_why() -> None:
    first = story(relate(bridge()), "harrow-1").origins[0]
    assert "word for word" in first.why
    assert "The Lantern cites Harrow Press" in first.why
    assert first.shown


def test_every_report_has_one_origin() -> None:
    for s in relate(bridge()).stories:
        assert sorted(i for o in s.origins for i in o.reports) == sorted(s.reports)


def test_independence_is_not_shown_without_publisher_or_sources() -> None:
    nameless = replace(rival(), report=replace(rival().report, publisher=None))
    voiceless = replace(rival(), attributions=rival().attributions[:1], claims=())
    for reading in (nameless, voiceless):
        assert not [o for s in relate((agency(), reading)).stories for o in s.origins if "northway-1" in o.reports and o.shown]


def test_one_publisher_is_one_origin() -> None:
    second = replace(rival(), report=replace(rival().report, publisher="Harrow Press"))
    assert origin_of(relate((agency(), second)), "harrow-1") == {"harrow-1", "northway-1"}


def test_two_reports_on_one_informant_are_one_origin() -> None:
    assert origin_of(relate((agency(), told("ministry"))), "harrow-1") == {"harrow-1", "pell-1"}
    assert origin_of(relate((agency(), told("mayor"))), "harrow-1") == {"harrow-1"}


def told(whose: str) -> Reading:
    who = "the interior ministry" if whose == "ministry" else "the mayor of Orsa"
    content = "The bridge at Orsa has collapsed and twelve people have died"
    text = f"Orsa bridge gone\n{content}, according to {who}. Velmar Construction built it."
    d = Draft("pell-1", text, "Pell Gazette", "2023-03-04")
    d.entity("organization", "Velmar Construction")
    d.said(content, who, "body", "according to")
    return d.reading()


def test_reports_a_month_apart_tell_of_two_events_unless_they_name_one_day() -> None:
    april = Interval("2023-04-20", *("2023-04-20",) * 4, "metadata")
    late = replace(rival(), report=replace(rival().report, published=april))
    assert len(relate((agency(), late)).stories) == 1  # the bridge fell on 4 March, it says
    assert len(relate((agency(), replace(late, groundings=()))).stories) == 2


def test_passages_are_anchored_in_both_reports() -> None:
    left, right = profiles((agency(), copy()))
    longest = max(aligned(left, right), key=lambda p: p.words)
    assert "orsa bridge collapsed on saturday" in longest.left.of(agency().report.text).casefold()
    assert longest.left.of(agency().report.text).split()[3:] == longest.right.of(copy().report.text).split()[3:]


def test_nothing_and_emptiness_are_no_error() -> None:
    empty = Draft("empty", "").reading()
    assert relate(()) == Relations((), ())
    assert [s.reports for s in relate((empty, stranger())).stories] == [("empty",), ("calder-2",)]


def test_a_report_given_twice_is_taken_once() -> None:
    assert [s.reports for s in relate((quoting(), quoting())).stories] == [("lantern-1",)]
