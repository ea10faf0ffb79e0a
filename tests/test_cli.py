"""The command line: what it prints where, its exit codes, and what it does not load."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from readings import bridge, stranger
from sayso import __version__, case, cli, shell
from sayso.codec import reading_to_json, relations_to_json
from sayso.errors import ResourceError
from sayso.records import Missed, Problem, Reading
from sayso.relate import relate
from sayso.settings import Settings

HEAVY = ("onnxruntime", "numpy", "trafilatura", "pydantic", "jinja2", "sqlite3", "scipy", "lxml", "pypdfium2")
MISSED = Missed("scan.bin", Problem("ingest", "not text"))


def given(*found: Reading | Missed) -> object:
    def read(_paths: Sequence[str], _settings: Settings, *_: object) -> Iterator[Reading | Missed]:
        return iter(found)

    return read


@pytest.fixture
def well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(case, "read", given(*bridge()))


@pytest.fixture
def one_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(case, "read", given(bridge()[0], MISSED, bridge()[2]))


def run(*words: str) -> Result:
    return CliRunner().invoke(cli.app, list(words))


def python(code: str, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, timeout=300, check=False)


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_nothing_heavy_is_loaded_to_say_who_one_is(option: str) -> None:
    code = f"import sys; sys.argv = ['sayso', {option!r}]; import atexit\n"
    code += f"atexit.register(lambda: print([m for m in {HEAVY!r} if m in sys.modules], file=sys.stderr))\n"
    code += "from sayso.cli import main; main()"
    done = python(code)
    assert done.returncode == 0
    assert done.stderr.strip().splitlines()[-1] == "[]"


@pytest.mark.parametrize("words", [("read", "a"), ("read", "--json", "a", "b"), ("read", "-", "--json")])
def test_a_plain_read_does_without_the_command_line_library(words: tuple[str, ...]) -> None:
    code = f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r}); sys.argv = ['sayso', *{words!r}]\n"
    code += "from sayso import case, start; case.read = lambda *_: iter(())\n"
    code += "start.main(); print([m for m in ('typer', 'pydantic', 'rich') if m in sys.modules])"
    assert python(code).stdout == "[]\n"


@pytest.mark.usefixtures("one_missed")
def test_the_short_way_prints_and_ends_as_the_long_one_does(monkeypatch: pytest.MonkeyPatch, capfdbinary: object) -> None:
    monkeypatch.setattr(sys, "argv", ["sayso", "read", "--json", "a"])
    with pytest.raises(SystemExit) as end:
        cli.main()
    assert end.value.code == 1
    short = capfdbinary.readouterr()  # type: ignore[attr-defined]
    long = run("read", "--json", "a")
    assert (short.out.decode(), short.err.decode()) == (long.stdout, long.stderr)


def test_version() -> None:
    assert run("--version").stdout == f"sayso {__version__}\n"


@pytest.mark.usefixtures("well")
def test_json_is_one_reading_a_line_in_order() -> None:
    done = run("read", "--json", "a", "b")
    assert done.exit_code == 0
    assert [json.loads(line)["report"]["id"] for line in done.stdout.splitlines()] == [r.report.id for r in bridge()]


@pytest.mark.usefixtures("one_missed")
def test_a_bad_file_is_named_the_others_go_on_and_the_exit_code_says_so() -> None:
    done = run("read", "--json", "a")
    assert done.exit_code == 1
    assert len(done.stdout.splitlines()) == 2
    assert done.stderr == "sayso: scan.bin: not text\n"


@pytest.mark.usefixtures("well")
def test_ledger_without_json() -> None:
    assert "Harrow Press ← Velmar Construction" in run("read", "a").stdout


@pytest.mark.usefixtures("well")
def test_relate_prints_one_object() -> None:
    made = json.loads(run("relate", "--json", "a").stdout)
    assert made.keys() >= {"stories", "relations", "tallies"}
    assert len(made["stories"]) == 2
    assert "2 origins in 4 reports" in run("relate", "a").stdout


@pytest.mark.usefixtures("one_missed")
def test_dossier_writes_page_and_json_and_nothing_else(tmp_path: Path) -> None:
    out = tmp_path / "new" / "folder"
    done = run("dossier", "a", "-o", str(out), "--title", "Orsa")
    assert done.exit_code == 1
    assert sorted(p.name for p in out.iterdir()) == ["dossier.json", "index.html"]
    made = json.loads((out / "dossier.json").read_text(encoding="utf-8"))
    assert made["title"] == "Orsa"
    assert made["missed"][0]["path"] == "scan.bin"
    assert "scan.bin" in (out / "index.html").read_text(encoding="utf-8")
    assert "2 reports" in done.stderr


@pytest.mark.usefixtures("well")
def test_blur(tmp_path: Path) -> None:
    run("dossier", "a", "-o", str(tmp_path), "--blur")
    assert "district hospital" not in (tmp_path / "index.html").read_text(encoding="utf-8")


@pytest.mark.usefixtures("well")
def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = CliRunner().invoke(cli.app, ["dossier", "a", "-o", str(tmp_path / "file" / "below")])
    assert done.exit_code == 1
    assert "cannot write" in str(done.exception)


def test_schema_is_a_schema() -> None:
    assert json.loads(run("schema").stdout)["reading"]["type"] == "object"


@pytest.mark.parametrize("words", [("read",), ("dossier", "a"), ("no-such-command",), ("read", "--no-such-option", "a")])
def test_bad_usage_is_two(words: tuple[str, ...]) -> None:
    assert run(*words).exit_code == 2


def test_a_missing_part_of_the_installation_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def read(*_: object) -> Iterator[Reading | Missed]:
        raise ResourceError("the English pack has no encoder.onnx")

    monkeypatch.setattr(case, "read", read)
    monkeypatch.setattr(sys, "argv", ["sayso", "read", "a"])
    with pytest.raises(SystemExit) as end:
        cli.main()
    assert end.value.code == 1
    assert capsys.readouterr().err == "sayso: the English pack has no encoder.onnx\n"


def test_a_reader_that_stops_reading_ends_it_quietly() -> None:
    code = (
        "import sys; sys.argv = ['sayso', 'schema']\n"
        "from sayso import cli, codec; codec.schema = lambda: {'x': 'y' * 5_000_000}; cli.main()"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout and process.stderr
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


def test_a_ledger_into_a_closed_pipe_is_quiet_too() -> None:
    code = (
        "import sys; sys.argv = ['sayso', 'read', 'a']\n"
        "from readings import bridge; from sayso import case, cli; case.read = lambda *_: iter(bridge() * 400); cli.main()"
    )
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r})\n{code}"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout and process.stderr
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


def test_odd_characters_reach_a_pipe_as_valid_json(monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    odd = replace(bridge()[0], report=replace(bridge()[0].report, text="a\udc80b", blocks=()), claims=(), attributions=())
    monkeypatch.setattr(case, "read", given(odd))
    assert json.loads(run("read", "--json", "a").stdout)["report"]["text"] == "a\udc80b"


@pytest.fixture
def readings_file(tmp_path: Path) -> Path:
    file = tmp_path / "r.jsonl"
    file.write_text("".join(reading_to_json(r) + "\n" for r in bridge()), encoding="utf-8")
    return file


def test_readings_that_were_printed_are_related_like_reports(readings_file: Path) -> None:
    made = run("relate", "--json", str(readings_file))
    assert made.exit_code == 0
    assert json.loads(made.stdout) == json.loads(relations_to_json(relate(bridge())))
    assert "Bridge at Orsa collapses" in run("relate", str(readings_file)).stdout


def test_a_case_keeps_what_it_was_given(readings_file: Path, tmp_path: Path) -> None:
    kept = ("--case", str(tmp_path / "orsa.sayso"))
    first = run("relate", *kept, "--json", str(readings_file))
    again = run("relate", *kept, "--json")
    assert (first.exit_code, again.exit_code) == (0, 0)
    assert first.stdout == again.stdout
    assert json.loads(first.stdout) == json.loads(relations_to_json(relate(bridge())))
    assert json.loads(run("relate", *kept, "--json", "--changed", str(readings_file)).stdout)["stories"] == []
    (tmp_path / "one.jsonl").write_text(reading_to_json(stranger()).replace("calder-2", "calder-3") + "\n", encoding="utf-8")
    changed = json.loads(run("relate", *kept, "--json", "--changed", str(tmp_path / "one.jsonl")).stdout)
    assert [s["reports"] for s in changed["stories"]] == [["calder-2", "calder-3"]]


def test_relate_needs_reports_or_a_case(tmp_path: Path) -> None:
    assert run("relate").exit_code == 2
    assert run("relate", "--json", "--case", str(tmp_path / "new.sayso")).exit_code == 0


def test_many_stories_are_shown_one_after_another(monkeypatch: pytest.MonkeyPatch, readings_file: Path) -> None:
    whole = run("relate", str(readings_file)).stdout
    monkeypatch.setattr(shell, "FEW", 1)
    parts = run("relate", str(readings_file)).stdout
    assert sorted(whole.split()) == sorted(parts.split())
    assert whole != parts
