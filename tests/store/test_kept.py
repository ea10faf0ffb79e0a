"""A case on disk is whole or as it was before; files that are none are refused."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import pytest

import sayso
from readings import agency, bridge, rival
from sayso.errors import ResourceError
from sayso.relate import relate
from sayso.store import Store


@pytest.fixture(params=["file", "passing"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    with closing(Store(tmp_path / "a.sayso" if request.param == "file" else None)) as made:
        yield made


def test_what_is_put_comes_back_as_it_was(store: Store) -> None:
    with store.change():
        assert store.put(bridge()) == list(bridge())
    assert store.readings(["calder-2", "nobody", "harrow-1"]) == [bridge()[-1], agency()]


def test_the_same_reading_twice_is_one_and_another_takes_its_place(store: Store) -> None:
    other = replace(agency(), fingerprint="later")
    with store.change():
        store.put([agency(), rival()])
        assert store.put([agency()]) == []
        assert store.put([other]) == [other]
    assert store.readings(["harrow-1"]) == [other]
    assert (store.has("harrow-1", "later"), store.has("harrow-1", "test"), store.has("x", "test")) == (True, False, False)


def test_relations_are_kept_by_story(store: Store) -> None:
    told = relate(bridge())
    with store.change():
        store.keep(7, told)
        store.begin()
        store.keep(3, relate(()))
    assert list(store.told()) == [relate(()), told]
    assert list(store.told(new=True)) == [relate(())]
    assert store.untold([9, 7, 3, 1]) == [1, 9]
    with store.change():
        store.forget([7])
    assert store.untold([7]) == [7]


def test_a_change_that_fails_leaves_everything_as_it_was(store: Store) -> None:
    with store.change():
        store.put([agency()])
    with pytest.raises(KeyboardInterrupt), store.change():
        store.put([rival()])
        raise KeyboardInterrupt
    assert store.readings(["harrow-1", "northway-1"]) == [agency()]
    with store.change():
        store.put([rival()])


def test_a_writer_that_was_killed_costs_only_what_it_had_not_finished(tmp_path: Path) -> None:
    with closing(Store(tmp_path / "a.sayso")) as first:
        with first.change():
            first.put([agency()])
        first.base.execute("BEGIN IMMEDIATE")
        first.put([rival()])
        for name in ("a.sayso", "a.sayso-wal"):
            with suppress(FileNotFoundError):
                (tmp_path / f"left-{name}").write_bytes((tmp_path / name).read_bytes())
    with closing(Store(tmp_path / "left-a.sayso")) as left:
        assert left.readings(["harrow-1", "northway-1"]) == [agency()]


def test_a_case_of_another_version_says_so(tmp_path: Path) -> None:
    file = tmp_path / "a.sayso"
    with closing(Store(file)) as made, made.change():
        made.base.execute("UPDATE about SET value = 99 WHERE field = 'case'")
    with pytest.raises(ResourceError, match=r"a\.sayso: made by another version of sayso: a case of format 99"):
        Store(file)


def test_other_files_are_no_cases(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("Bridge collapses. " * 400)
    with closing(sqlite3.connect(tmp_path / "base")) as base:
        base.execute("CREATE TABLE about(x)")
    for name, why in (("text", "not a database"), ("base", "no case"), ("no/such", "unable to open")):
        with pytest.raises(ResourceError, match=why):
            Store(tmp_path / name)
    assert (tmp_path / "text").read_text().startswith("Bridge collapses.")


def test_a_damaged_case_is_named(tmp_path: Path) -> None:
    file = tmp_path / "a.sayso"
    with closing(Store(file)) as made:
        with made.change():
            made.put([replace(agency(), report=replace(agency().report, id=str(i))) for i in range(50)])
        made.base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    data = bytearray(file.read_bytes())
    data[8192:] = b"\xff" * (len(data) - 8192)
    file.write_bytes(data)
    with pytest.raises(ResourceError, match=r"a\.sayso"), closing(Store(file)) as damaged, damaged.change():
        damaged.readings([str(i) for i in range(50)])
        damaged.put(bridge())


def test_what_another_version_found_out_is_let_go_and_its_readings_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(Store(tmp_path / "a.sayso")) as made, made.change():
        made.put([agency()])
        made.keep(1, relate([agency()]))
    with closing(Store(tmp_path / "a.sayso")) as same:
        assert len(list(same.told())) == 1
    monkeypatch.setattr(sayso, "__version__", "99")
    with closing(Store(tmp_path / "a.sayso")) as later:
        assert list(later.told()) == []
        assert later.readings(["harrow-1"]) == [agency()]


def test_what_cannot_be_read_is_named(store: Store) -> None:
    with store.change():
        store.put([agency()])
        store.base.execute("UPDATE reading SET body = ?", (zlib.compress(b'{"report": 1}'),))
    with pytest.raises(ResourceError, match="damaged, or made by another version"):
        store.readings(["harrow-1"])
