"""Source profiles: counts over what was related; weights that rest on contested values and are no verdict."""

from __future__ import annotations

from dataclasses import replace

import pytest

from readings import Draft, bridge
from sayso.records import Outlet, Reading, Relations
from sayso.relate import relate
from sayso.relate.outlets import Profiles, outlets


def profiles(*readings: Reading) -> dict[str, Outlet]:
    return {o.name: o for o in outlets(readings, relate(readings))}


def test_reports_and_stories_are_counted() -> None:
    found = profiles(*bridge())
    assert [(o.name, o.reports, o.stories) for o in found.values()] == [
        ("Calder Times", 2, 2), ("Harrow Press", 1, 1), ("Northway Daily", 1, 1), ("The Lantern", 1, 1),
    ]  # fmt: skip


def test_who_copies_and_who_is_copied() -> None:
    found = profiles(*bridge())
    assert {name: (o.copies, o.copied) for name, o in found.items()} == {
        "Calder Times": (1, 0), "Harrow Press": (0, 2), "Northway Daily": (0, 0), "The Lantern": (1, 0),
    }  # fmt: skip


def test_two_that_are_first_on_one_day_are_not_first() -> None:
    assert all(o.first == 0 for o in profiles(*bridge()).values())
    agency, *others = bridge()
    earlier = replace(agency, report=replace(agency.report, published=replace(others[0].report.published, **days("2023-03-03"))))
    found = profiles(earlier, *others)
    assert (found["Harrow Press"].first, found["Harrow Press"].comparable) == (1, 1)
    assert found["Northway Daily"].first == 0


def days(day: str) -> dict[str, str]:
    return {"edtf": day, "earliest_start": day, "latest_start": day, "earliest_end": day, "latest_end": day}


def test_a_report_without_a_day_leaves_open_who_was_first() -> None:
    agency, *others = bridge()
    undated = replace(agency, report=replace(agency.report, published=None), groundings=())
    assert all((o.first, o.comparable) == (0, 0) for o in profiles(undated, *others).values())


def test_who_contradicts_whom() -> None:
    found = profiles(*bridge())
    assert (found["Northway Daily"].contradicts, found["Northway Daily"].contradicted) == (1, 0)
    assert found["Harrow Press"].contradicted == 1


def test_unnamed_sources_and_who_takes_their_word() -> None:
    northway = profiles(*bridge())["Northway Daily"]
    assert (northway.unnamed, northway.attributed, northway.committed) == (2, 3, 0)
    assert northway.unnamed_share == pytest.approx(2 / 3)


def test_a_report_without_a_publisher_is_nobodys() -> None:
    agency = bridge()[0]
    assert profiles(replace(agency, report=replace(agency.report, publisher=None))) == {}


def test_story_by_story_gives_the_same() -> None:
    readings = bridge()
    found = relate(readings)
    made = Profiles()
    for story in found.stories:
        inside = set(story.reports)
        parts = Relations(
            (story,), tuple(r for r in found.relations if r.left.report in inside),
            transfers=tuple(t for t in found.transfers if t.left in inside),
            accounts=tuple(a for a in found.accounts if a.story == story.id),
        )  # fmt: skip
        made.add([r for r in readings if r.report.id in inside], parts)
    assert made.outlets() == outlets(readings, found)


WORDS = {
    "The Quay": "{n} people were killed when the mill at {town} burned down, {source} said.",
    "Radio Brede": "Told by {source} as of this evening: {n} people were killed by flames in the old mill of {town}.",
    "The Lode": "We counted the coffins ourselves, {source} insists, and {n} people were killed, whatever {town} may say.",
}
FIRES = {"Pell": ("2031-01-04", 4), "Tarn": ("2031-03-04", 6), "Brede": ("2031-05-04", 8)}


def toll(town: str, day: str, publisher: str, source: str, number: int, text: str) -> Reading:
    body = text.format(n=number, town=town, source=source)
    d = Draft(f"{publisher}-{town}", f"Mill at {town} burns\n{body}", publisher=publisher, published=day)
    content = f"{number} people were killed"
    said = d.said(content, source, "body")
    amount = d.number(f"{number} people", number, number, "person")
    d.claim(said, content, "killed", "kill", (("target", amount), ("amount", amount)))
    return d.reading()


def corpus(brede: str = WORDS["Radio Brede"]) -> list[Reading]:
    """Of three fires two outlets give one number, each on the word of others, and a third always one of its own."""
    texts = WORDS | {"Radio Brede": brede}
    return [
        toll(town, day, outlet, f"the {source} of {town}", number + more, texts[outlet])
        for town, (day, number) in FIRES.items()
        for outlet, source, more in (("The Quay", "mayor", 0), ("Radio Brede", "surgeon", 0), ("The Lode", "union", 40))
    ]


def test_weights_rest_on_contested_values_and_say_which() -> None:
    readings = corpus()
    found = {o.name: o.weight for o in outlets(readings, relate(readings), weighed=True)}
    quay, lode = found["The Quay"], found["The Lode"]
    assert quay is not None
    assert lode is not None
    assert 0 < lode.value < quay.value < 1
    assert {v.slot for v in quay.rests_on} == {"dead"}
    assert len(quay.rests_on) == len(FIRES)


def test_weights_are_only_there_when_asked_for_and_when_enough_is_contested() -> None:
    readings = corpus()
    assert all(o.weight is None for o in outlets(readings, relate(readings)))
    few = readings[:6]
    assert all(o.weight is None for o in outlets(few, relate(few), weighed=True))


def test_the_order_of_reports_does_not_matter() -> None:
    readings = corpus()
    back = list(reversed(readings))
    weights = [{o.name: o.weight and o.weight.value for o in outlets(r, relate(r), weighed=True)} for r in (readings, back)]
    assert weights[0] == weights[1]


def test_those_who_copy_have_one_vote() -> None:
    readings = corpus(brede=WORDS["The Quay"])
    found = {o.name: o.weight for o in outlets(readings, relate(readings), weighed=True)}
    assert len({w.value for w in found.values() if w}) == 1  # one origin says so, one says otherwise: nothing tells
