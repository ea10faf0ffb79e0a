"""In a crowd of copies each claim is compared once, and the copies echo it."""

from __future__ import annotations

from dataclasses import replace

from readings import agency, rival
from sayso.records import Reading
from sayso.relate import relate
from sayso.relate.copies import CROWD


def copies(number: int) -> list[Reading]:
    found = []
    for i in range(number):
        report = replace(agency().report, id=f"copy-{i:03}", publisher=f"The {'abcdefghij'[i % 10]}{i} Post")
        found.append(replace(agency(), report=report))
    return found


def test_copies_echo_the_first_and_are_related_to_nobody_else() -> None:
    number = 2 * CROWD
    found = relate([*copies(number), rival()])
    (story,) = found.stories
    assert len(story.reports) == number + 1
    echoes = [r for r in found.relations if r.kind == "ECHOES" and r.right.report.startswith("copy")]
    assert {r.left.report for r in echoes} == {"copy-000"}
    assert {r.right.report for r in echoes} == {f"copy-{i:03}" for i in range(1, number)}
    others = [r for r in found.relations if "northway-1" in (r.left.report, r.right.report)]
    assert others
    assert {i for r in others for i in (r.left.report, r.right.report)} == {"copy-000", "northway-1"}


def test_twice_the_copies_make_twice_the_relations() -> None:
    few, many = (len(relate([*copies(n), rival()]).relations) for n in (30, 60))
    assert many <= 2.1 * few


def test_a_crowd_of_copies_is_one_origin() -> None:
    (story,) = relate([*copies(50), rival()]).stories
    assert sorted(len(o.reports) for o in story.origins) == [1, 50]
    assert all("independence is not shown" not in o.why for o in story.origins)
