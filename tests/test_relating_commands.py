"""stories, origins, disputes, accounts, outlets and relate --explain: what they print, and that nothing of a report is obeyed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from readings import Draft, bridge
from sayso import case, cli
from sayso.records import Missed, Reading
from sayso.settings import Settings

COMMANDS = ("stories", "origins", "disputes", "accounts", "outlets")
HOSTILE = "[red]Bold[/red] \x1b[31mred\x1b[0m \u202eevil [link=https://x.test]x[/link] \x07"


def run(*words: str) -> Result:
    return CliRunner().invoke(cli.app, list(words))


def given(*found: Reading) -> object:
    def read(_paths: Sequence[str], _settings: Settings, *_: object) -> Iterator[Reading | Missed]:
        return iter(found)

    return read


@pytest.fixture(autouse=True)
def well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(case, "read", given(*bridge()))


def lines(*words: str) -> list[Any]:
    done = run(*words, "--json")
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_stories() -> None:
    story, other = lines("stories", "x")
    assert (story["headline"], story["days"]) == ("Bridge at Orsa collapses, at least 12 dead", ["2023-03-04", "2023-03-06"])
    assert [r["outlet"] for r in story["reports"]] == ["Harrow Press", "Calder Times", "Northway Daily", "The Lantern"]
    assert story["shown"] == 2
    assert len(other["reports"]) == 1
    assert "2 origins in 4 reports" in run("stories", "x").stdout


def test_origins_of_one_story_by_the_beginning_of_its_id() -> None:
    whole = lines("origins", "x")[0]
    (story,) = lines("origins", whole["id"][:8], "x")
    assert story == whole
    copy = next(t for t in story["transfers"] if t["kind"] == "copy")
    assert (copy["left"], copy["right"], copy["direction"]) == ("harrow-1", "calder-1", "left")
    assert "The Orsa bridge collapsed on Saturday" in copy["words"][0]
    assert "Calder Times has it from Harrow Press" in run("origins", whole["id"][:8], "x").stdout


@pytest.mark.parametrize("story", ["s-", "abc123"])
def test_a_story_that_there_is_not(story: str) -> None:
    done = run("accounts", "--story", story, "x")
    assert done.exit_code == 1
    assert "`sayso stories` prints all" in str(done.exception or done.output)


def test_disputes() -> None:
    (one,) = lines("disputes", "x")
    assert (one["kind"], one["left"]["by"][-1], one["right"]["by"][-1]) == (
        "CONTRADICTS", "Velmar Construction", "The dockers' union",
    )  # fmt: skip
    assert [len(side["claims"]) for side in one["sides"]] == [2, 1]
    assert "removed the southern pillar" in " ".join(run("disputes", "x").stdout.split())


def test_accounts() -> None:
    dead = next(a for a in lines("accounts", "x") if a["slot"] == "dead")
    assert (dead["low"], dead["high"], dead["values"][dead["best"]]["shown"]) == (12, 19, "19 people")
    assert dead["headline"].startswith("Bridge at Orsa")
    assert "12 to 19; best 19 people" in run("accounts", "x").stdout


def test_outlets_and_their_weights() -> None:
    assert {o["name"]: o["copied"] for o in lines("outlets", "x")} == {
        "Calder Times": 0, "Harrow Press": 2, "Northway Daily": 0, "The Lantern": 0,
    }  # fmt: skip
    assert "no verdict" not in run("outlets", "x").stdout
    assert "no verdict" in run("outlets", "--weights", "x").stdout


def test_a_relation_explained() -> None:
    every = lines("relate", "--explain", "x")
    assert {"CONTRADICTS", "ECHOES"} <= {r["kind"] for r in every}
    one = lines("relate", "--relation", "contradicts", "x")[0]
    assert one["left"]["said"] == "its workers had removed the southern pillar before the collapse"
    assert one["reason"].startswith("they cannot both hold")
    shown = run("relate", "--explain", "--relation", one["relation"], "x").stdout
    assert "why: they cannot both hold" in shown
    assert shown.count("why:") == 1


def test_a_relation_that_there_is_not() -> None:
    done = run("relate", "--relation", "r-0123456789", "x")
    assert done.exit_code == 1


def hostile() -> list[Reading]:
    """Two reports in whose every word there is something that a terminal or a markup would obey."""
    found = []
    for n in (1, 2):
        text = f"{HOSTILE} tower falls\n{n}2 people were killed {HOSTILE} at the tower, {HOSTILE} said {n}."
        d = Draft(f"hostile-{n}", text, publisher=f"{HOSTILE} {n}", published=f"2031-05-0{n}")
        said = d.said(f"{n}2 people were killed {HOSTILE} at the tower", HOSTILE, "person")
        amount = d.number(f"{n}2 people", n * 10 + 2, n * 10 + 2, "person")
        roles = (("target", amount), ("amount", amount))
        d.claim(said, f"{n}2 people were killed {HOSTILE} at the tower", "killed", "kill", roles)
        reading = d.reading()
        found.append(replace(reading, report=replace(reading.report, title=f"{HOSTILE} tower falls")))
    return found


@pytest.mark.parametrize("words", [(c,) for c in COMMANDS] + [("accounts", "--all"), ("relate", "--explain")])
def test_nothing_of_a_report_is_obeyed(monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]) -> None:
    monkeypatch.setattr(case, "read", given(*hostile()))
    done = run(*words, "x")
    assert done.exit_code == 0, done.output
    assert not {"\x1b", "\x07", "\u202e"} & set(done.stdout)
    assert "[red]" in done.stdout or words[0] in ("disputes", "relate")
    for line in run(*words, "x", "--json").stdout.splitlines():
        json.loads(line)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_report_that_tells_nothing(monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.setattr(case, "read", given(Draft("empty-1", " ").reading()))
    assert run(command, "x").exit_code == 0
    assert run(command, "x", "--json").exit_code == 0


@pytest.mark.parametrize("command", COMMANDS)
def test_some_report_must_be_named(command: str) -> None:
    assert run(command).exit_code == 2
