"""Sanctions lists by command: kept, screened against, marked; nothing where none is kept."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from lists import samples
from sayso import cli
from sayso.resources import Resources
from sayso.settings import Settings

TEXT = """Talks with Velmar stall

HARROW, March 1, 2026 - Officials said on Sunday that talks with Qodrat Velmarzai, who leads the Sabz Network*, had stalled.

* Under UN sanctions.
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SAYSO_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "home"


def run(*words: str) -> Result:
    return CliRunner().invoke(cli.app, list(words))


@pytest.fixture
def kept(tmp_path: Path) -> None:
    assert run("lists", "add", str(samples.un(tmp_path, "2026-02-27"))).exit_code == 0


@pytest.fixture
def report(tmp_path: Path) -> str:
    return str(samples.write(tmp_path, "report.txt", TEXT))


def test_a_list_is_added_once_listed_and_removed(tmp_path: Path) -> None:
    path = str(samples.un(tmp_path, "2026-02-27"))
    assert "un of 2026-02-27: 2 entries" in run("lists", "add", path).stderr
    assert "nothing new" in run("lists", "add", path).stderr
    assert run("lists").stdout == run("lists", "list").stdout == "un of 2026-02-27: 2 entries from list-2026-02-27.xml\n"
    assert json.loads(run("lists", "list", "--json").stdout)["entries"] == 2
    assert json.loads(run("lists", "--json").stdout)["list"] == "un"
    assert run("lists", "remove", "un", "--date", "2020-01-01").exit_code == 1
    assert "removed un of 2026-02-27" in run("lists", "remove", "un").stderr
    assert run("lists").stdout == ""


def test_a_file_that_is_no_list_is_named(tmp_path: Path) -> None:
    done = run("lists", "add", str(samples.write(tmp_path, "notes.txt", "a, b")))
    assert done.exit_code == 1 and "notes.txt: not a list" in str(done.exception)
    assert run("lists", "add", str(tmp_path / "missing.xml")).exit_code == 1


def test_nothing_to_screen_against(report: str) -> None:
    for command in ("screen", "mark"):
        done = run(command, report)
        assert done.exit_code == 1 and "sayso lists add" in str(done.exception)


@pytest.mark.usefixtures("kept")
def test_screen(report: str) -> None:
    done = run("screen", "--json", report)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert ("Sabz Network", "TAe.902", True) in {(x["words"], x["entry"], x["marked"]) for x in found}
    assert {x["list_date"] for x in found} == {"2026-02-27"}
    assert all(TEXT.find(x["words"]) == x["span"][0] and x["why"] and x["report"] for x in found)
    shown = run("screen", report).stdout
    assert "possible match" in shown and "TAe.902" in shown


@pytest.mark.usefixtures("kept")
def test_mark(report: str) -> None:
    done = run("mark", report)
    assert "present: Sabz Network" in done.stderr and "Under UN sanctions" in done.stdout
    assert json.loads(run("mark", "--json", "--every", report).stdout)["text"].count("*") >= 2
    assert run("mark", "--style", "bold", report).exit_code == 1


@pytest.mark.usefixtures("kept")
def test_readings_carry_listings_and_another_fingerprint(home: Path, report: str) -> None:
    reading = json.loads(run("read", "--json", report).stdout)
    assert {x["entry"] for x in reading["listings"]} >= {"TAe.902"}
    ids = {m["id"] for m in reading["mentions"]}
    assert all(x["mention"] in ids for x in reading["listings"])
    assert Resources(Settings(home=str(home))).fingerprint != Resources(Settings(home=str(home / "none"))).fingerprint


def test_without_a_list_nothing_of_it_is_loaded(report: str) -> None:
    code = "import sys; from sayso.cli import app; app(['read', '--json', sys.argv[1]], standalone_mode=False);"
    code += "print([m for m in sys.modules if m.startswith('sayso.lists')], file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code, report], capture_output=True, text=True, timeout=120, check=True)
    assert done.stderr.strip().splitlines()[-1] == "[]"


def test_a_broken_store_is_a_problem_of_the_reading(home: Path, report: str) -> None:
    home.mkdir()
    samples.write(home, "lists.sqlite", "no database")
    reading = json.loads(run("read", "--json", report).stdout)
    assert [p["stage"] for p in reading["problems"]] == ["lists"]
