"""Files of readings are taken as inputs, and what is wrong in them is named."""

from __future__ import annotations

import gzip
from dataclasses import replace
from pathlib import Path

import pytest

from readings import agency, bridge
from sayso import case
from sayso.codec import reading_to_json
from sayso.records import Claim, Missed, Reading, Span
from sayso.run.lines import is_lines, lines, whole
from sayso.settings import Settings


def found(path: Path, max_bytes: int = 1_000_000) -> tuple[list[Reading], list[str]]:
    several = list(lines(str(path), max_bytes))
    return [r for r in several if isinstance(r, Reading)], [m.problem.message for m in several if isinstance(m, Missed)]


def printed(*extra: str) -> str:
    return "\n".join([*map(reading_to_json, bridge()), *extra]) + "\n"


def test_readings_come_back(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(printed(""), encoding="utf-8")
    (tmp_path / "b.JSONL.gz").write_bytes(gzip.compress(printed().encode()))
    assert found(tmp_path / "a.jsonl") == found(tmp_path / "b.JSONL.gz") == (list(bridge()), [])
    assert [is_lines(n) for n in ("a.jsonl", "b.JSONL.gz", "a.json", "-", "a.txt")] == [True, True, False, False, False]


def test_a_bad_line_is_named_and_the_others_are_taken(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(printed('{"report": 1}', reading_to_json(agency())), encoding="utf-8")
    readings, missed = found(tmp_path / "a.jsonl")
    assert len(readings) == len(bridge()) + 1
    assert missed == [f"line {len(bridge()) + 1}: not a reading as `sayso read --json` prints it"]


def test_of_another_file_only_the_first_line_is_looked_at(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"a": 1}\n' * 1000)
    assert found(tmp_path / "a.jsonl") == ([], ["line 1: not a reading as `sayso read --json` prints it"])


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.jsonl", b"", "empty"),
        ("a.jsonl.gz", b"no gzip", "cannot be read"),
        ("b.jsonl.gz", gzip.compress(printed().encode())[:-300], "cannot be read"),
        ("a.jsonl", b"\xff\xfe{}", "line 1"),
        ("a.jsonl", b"x" * 200_000, "line 1"),
        ("b.jsonl", b"[" * 100_000, "line 1"),
    ],
)
def test_what_is_no_file_of_readings_is_named(tmp_path: Path, name: str, data: bytes, why: str) -> None:
    (tmp_path / name).write_bytes(data)
    assert why in found(tmp_path / name, 2_000)[1][-1]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert found(tmp_path / "a.jsonl") == ([], ["no such file"])


def test_a_reading_that_does_not_hold_together_is_refused() -> None:
    reading = next(r for r in bridge() if r.claims and r.entities)
    claim = reading.claims[0]
    far = replace(claim, span=Span(0, 10**6))
    unsaid: Claim = replace(claim, said="nobody")
    lost = replace(reading.entities[0], mentions=("m-0",))
    broken = [replace(reading, claims=(far,)), replace(reading, claims=(unsaid,)), replace(reading, entities=(lost,))]
    assert whole(reading)
    assert not any(map(whole, broken))


def test_readings_and_reports_may_be_named_together(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(printed(), encoding="utf-8")
    (tmp_path / "b.txt").write_text("Ferry sinks\n\nA ferry sank off Tarn on Monday, its owner said.")
    several = list(case.read([str(tmp_path / n) for n in ("a.jsonl", "b.txt", "c.jsonl")], Settings(threads=1)))
    assert several[: len(bridge())] == list(bridge())
    assert [type(s) for s in several[len(bridge()) :]] == [Reading, Missed]


def test_reports_that_are_known_are_not_read_again(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("Ferry sinks\n\nA ferry sank off Tarn on Monday, its owner said.")
    asked: list[tuple[str, str]] = []
    assert list(case.read([str(tmp_path)], Settings(threads=1), None, lambda *one: not asked.append(one))) == []
    assert len(asked) == 1
