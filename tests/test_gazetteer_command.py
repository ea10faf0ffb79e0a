"""`sayso gazetteer`: places of one's own, kept in the user's data folder and found by readings made after that."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sayso import cli
from sayso.resources import Resources
from sayso.settings import load

PLACES = "name,latitude,longitude,country,population\nTarnabod,36.5,68.9,AF,900\nUpper Kesra,36.6,68.8,AF,120\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SAYSO_HOME", str(tmp_path / "home"))
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(cli.app, ["gazetteer", *words])


def test_places_are_added_listed_found_and_removed(home: Path) -> None:
    (home / "valley.csv").write_text(PLACES, encoding="utf-8")
    assert run("find", "Tarnabod").exit_code != 0
    assert "2 places from valley.csv" in run("add", str(home / "valley.csv")).stderr
    assert [json.loads(x) for x in run("list", "--json").stdout.splitlines()] == [
        {"name": "valley", "places": 2, "source": "valley.csv"}
    ]
    found = json.loads(run("find", "Tarnabod", "--json").stdout)
    assert (found["country"], found["lat"], found["lon"], found["population"]) == ("AF", 36.5, 68.9, 900)
    assert run("remove", "valley").exit_code == 0
    assert run("find", "Tarnabod").exit_code != 0
    assert run("remove", "valley").exit_code != 0


def test_a_reading_depends_on_the_places_added(home: Path) -> None:
    before = Resources(load()).fingerprint
    (home / "valley.csv").write_text(PLACES, encoding="utf-8")
    run("add", str(home / "valley.csv"))
    after = Resources(load())
    assert after.fingerprint != before
    assert [e.name for e in after.gazetteer.find("upper kesra")] == ["Upper Kesra"]


def test_a_file_without_places_is_refused_by_name(home: Path) -> None:
    (home / "notes.txt").write_text("nothing of the kind\n", encoding="utf-8")
    done = run("add", str(home / "notes.txt"))
    assert done.exit_code != 0
    assert "notes.txt" in str(done.exception)
    assert run("list").stdout == ""
