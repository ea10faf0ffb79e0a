"""A case gives what ``relate`` gives, a story at a time, and relates anew only what changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from readings import agency, bridge, copy, quoting, rival, stranger
from sayso.records import Reading, Relations
from sayso.relate import relate, together
from sayso.run import cases
from sayso.run.cases import Case


@pytest.fixture(params=["file", "passing"])
def case(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Case]:
    with Case(tmp_path / "a.sayso" if request.param == "file" else None) as made:
        yield made


def groups(told: Iterator[Relations]) -> list[set[str]]:
    return [set(s.reports) for one in told for s in one.stories]


def test_it_tells_what_relate_tells(case: Case) -> None:
    assert case.add(bridge()) == len(bridge())
    told = list(case.told())
    assert [len(one.stories) for one in told] == [1] * len(told)
    assert together(told) == relate(bridge())
    assert case.readings(["calder-2", "x"]) == [stranger()]


def test_reports_may_come_at_any_time(case: Case) -> None:
    for reading in bridge():
        case.add([reading])
        list(case.told())
    found = together(case.told())
    assert {frozenset(s.reports) for s in found.stories} == {frozenset(s.reports) for s in relate(bridge()).stories}
    assert len(found.relations) == len(relate(bridge()).relations)


def test_only_the_stories_that_change_are_told_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.sayso"
    with Case(file) as first:
        first.add([agency(), rival(), stranger()])
        list(first.told())
    asked: list[list[str]] = []
    monkeypatch.setattr(cases, "tell", lambda several, *_: asked.append([r.report.id for r in several]) or relate(several))
    with Case(file) as second:
        assert second.add([copy(), stranger()]) == 1
        assert groups(second.told(changed=True)) == [{"harrow-1", "northway-1", "calder-1"}]
        assert len(groups(second.told())) == 2
    assert asked == [["harrow-1", "northway-1", "calder-1"]]


def test_a_report_takes_the_place_of_the_one_before(case: Case) -> None:
    case.add([agency(), rival()])
    list(case.told())
    other = replace(stranger(), report=replace(stranger().report, id="northway-1"))
    assert case.add([other]) == 1
    assert groups(case.told()) == [{"harrow-1"}, {"northway-1"}]
    assert case.readings(["northway-1"]) == [other]
    assert case.add([other]) == 0


def test_what_was_interrupted_goes_on_where_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def ended(*_: object) -> Relations:
        raise KeyboardInterrupt

    file = tmp_path / "a.sayso"
    with Case(file) as first:
        first.add([agency(), copy()])
        with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
            patch.setattr(cases, "tell", ended)
            list(first.told())

    def broken() -> Iterator[Reading]:
        yield quoting()
        raise KeyboardInterrupt

    with Case(file) as second, pytest.raises(KeyboardInterrupt):
        second.add(broken())
    with Case(file) as third:
        assert groups(third.told(changed=True)) == [{"harrow-1", "calder-1"}]


def test_an_empty_case_tells_nothing(case: Case) -> None:
    assert list(case.told()) == []
    assert case.add([]) == 0
    assert not case.has("harrow-1", "test")
