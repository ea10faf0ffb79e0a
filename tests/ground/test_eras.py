"""Eras and events as times, of the pack and of the user."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hand_parses import flat

from sayso.errors import InputError
from sayso.ground.eras import own_eras
from sayso.ground.times import read_times
from sayso.ground.times_context import Anchor
from sayso.lang import load
from sayso.records import Report

WRITTEN = Anchor(date(2021, 12, 10), "metadata")


def eras(text: str, own: Path | None = None) -> list[str]:
    found = read_times(Report("r", text), flat(text), load("en"), WRITTEN, own)
    return [e.interval.edtf for e in found if e.value.kind == "era"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Prices doubled during the coronavirus crisis.", "2020-01-30/2023-05-05"),
        ("Many left after the fall of Kabul.", "2021-08-15/.."),
        ("The bridge was built under the Obama administration.", "2009-01-20/2017-01-20"),
        ("It was signed under the Trump administration.", "[2017-01-20/2021-01-20,2025-01-20/..]"),
        ("He fled during the civil war in El Salvador.", "1979-10-15/1992-01-16"),
        ("The mosque was built under Ottoman rule.", "1371/1922"),
        ("The pier dates from the Victorian era.", "1837/1901"),
        ("The mound was raised in the Viking Age.", "0800/1100"),
        ("It was nationalised under the Putin government.", "[1999-12-31/2008-05-07,2012-05-07/..]"),
    ],
)
def test_eras_of_the_pack(text: str, edtf: str) -> None:
    assert eras(text) == [edtf]


def test_a_surname_alone_is_no_time() -> None:
    assert eras("He spoke under Trump's portrait.") == []


def test_a_users_own_eras(tmp_path: Path) -> None:
    own = tmp_path / "eras.tsv"
    own.write_text("# mine\nperiod\tLoma blockade|siege of Loma\t2018-03\t2019-05-02\tWater Board minutes\n", encoding="utf-8")
    assert eras("Salt was dear during the Loma blockade.", own) == ["2018-03/2019-05-02"]
    assert eras("Salt was dear during the Loma blockade.") == []


def test_a_users_own_table_is_read_again_when_it_changes(tmp_path: Path) -> None:
    own = tmp_path / "eras.tsv"
    own.write_text("event\topening of the Arvel bridge\t2011\t2011\n", encoding="utf-8")
    assert eras("Trade grew after the opening of the Arvel bridge.", own) == ["2011/.."]
    own.write_text("event\topening of the Arvel bridge\t2012-05-01\t2012-05-01\ttown records\n", encoding="utf-8")
    assert eras("Trade grew after the opening of the Arvel bridge.", own) == ["2012-05-01/.."]


@pytest.mark.parametrize("line", ["age\tx\t2001\t2002", "period\t\t2001\t2002", "period\tx\tlong ago\t2002", "period"])
def test_a_line_that_is_no_era_is_named(tmp_path: Path, line: str) -> None:
    own = tmp_path / "eras.tsv"
    own.write_text(f"# mine\n{line}\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 2"):
        own_eras(own)
