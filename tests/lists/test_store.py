"""Lists kept: dated versions side by side, nothing twice, nothing by halves."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
import samples

from sayso.errors import InputError, ResourceError
from sayso.lists import Store, Watch


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "home" / "lists.sqlite")


def test_the_same_file_twice_is_nothing_new(store: Store, tmp_path: Path) -> None:
    path = samples.un(tmp_path, "2020-01-01")
    assert store.add(path).new
    assert not store.add(path).new
    assert [(v.list, v.date, v.entries) for v in store.versions()] == [("un", "2020-01-01", 2)]


def test_versions_stand_side_by_side_and_share_what_is_unchanged(store: Store, tmp_path: Path) -> None:
    store.add(samples.un(tmp_path, "2020-01-01"))
    store.add(samples.un(tmp_path, "2021-01-01", samples.LATER))
    assert [(v.date, v.entries) for v in store.versions("un")] == [("2020-01-01", 2), ("2021-01-01", 3)]
    base = sqlite3.connect(store.file)
    assert base.execute("SELECT count(*) FROM entry").fetchone() == (3,)
    base.close()


def test_another_file_of_the_same_day_is_refused(store: Store, tmp_path: Path) -> None:
    store.add(samples.un(tmp_path, "2020-01-01"))
    with pytest.raises(InputError, match="remove un --date 2020-01-01"):
        store.add(samples.un(tmp_path, "2020-01-01", samples.LATER))


def test_a_list_that_names_no_day_needs_one(store: Store, tmp_path: Path) -> None:
    path = samples.write(tmp_path, "sdn.csv", samples.OFAC)
    with pytest.raises(InputError, match="--date"):
        store.add(path)
    assert store.add(path, "mine", "2026-02-01").version.list == "mine"


@pytest.mark.parametrize("day", ["yesterday", "2026-13-01", "2026", "01.02.2026"])
def test_a_day_is_a_day(store: Store, tmp_path: Path, day: str) -> None:
    with pytest.raises(InputError, match="no day"):
        store.add(samples.un(tmp_path, "2020-01-01"), date=day)


def test_a_list_that_breaks_off_leaves_nothing(store: Store, tmp_path: Path) -> None:
    broken = samples.write(tmp_path, "broken.xml", samples.UN.replace("{date}", "2020-01-01").replace("</CONSOLIDATED_LIST>", ""))
    with pytest.raises(InputError):
        store.add(broken)
    base = sqlite3.connect(store.file)
    assert [base.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in ("version", "entry", "name", "posting")] == [0] * 4
    base.close()


def test_removed_is_gone_and_the_rest_stays(store: Store, tmp_path: Path) -> None:
    store.add(samples.un(tmp_path, "2020-01-01"))
    store.add(samples.un(tmp_path, "2021-01-01", samples.LATER))
    assert [v.date for v in store.remove("un", "2021-01-01")] == ["2021-01-01"]
    assert [v.date for v in store.versions()] == ["2020-01-01"]
    assert store.remove("eu") == []
    assert len(store.remove("un")) == 1
    base = sqlite3.connect(store.file)
    assert base.execute("SELECT count(*) FROM name").fetchone() == (0,)
    base.close()


def test_names_keyed_by_another_method_are_keyed_anew(store: Store, tmp_path: Path) -> None:
    store.add(samples.un(tmp_path, "2020-01-01"))
    store.close()
    base = sqlite3.connect(store.file)
    before = base.execute("SELECT count(*) FROM posting").fetchone()
    base.executescript("UPDATE about SET value = 'old'; DELETE FROM posting;")
    with pytest.raises(ResourceError, match="sayso lists"):
        Watch(store.file)
    Store(store.file).close()
    assert base.execute("SELECT count(*) FROM posting").fetchone() == before
    base.close()
    assert Watch(store.file).fingerprint


def test_a_file_that_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(ResourceError):
        Watch(samples.write(tmp_path, "lists.sqlite", "not a database at all"))
