"""Inputs that nobody would call a report, and surroundings that nobody wants: through the command line, end to end."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sayso import case, cli
from sayso.codec import reading_from_json
from sayso.records import Reading
from sayso.settings import Settings
from steps import linear

WIRE = "Two killed\n\nORSA, March 3 2021 (Coast Wire) - Two people were killed on Tuesday when a bridge fell, police said."
PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>x</title>
<link rel="canonical" href="javascript:alert(1)"><script type="application/ld+json">{"@type": "NewsArticle",
"headline": "Bridge \\u003c/script>\\u003cimg src=x onerror=alert(2)>", "url": "javascript:alert(3)",
"datePublished": "2021-03-03", "publisher": {"name": "Coast \\u003c/script>\\u003cimg src=x onerror=alert(4)> Wire \\ud800"},
"author": {"name": "Jane \\udc00 <b>"}}
</script></head><body><article><h1>Bridge &lt;/script&gt;&lt;img src=x onerror=alert(5)&gt;</h1>
<p>ORSA, March 3 - Two people &lt;/script&gt;&lt;img src=x onerror=alert(6)&gt; were killed on Tuesday when a bridge fell, police
said. "It fell &lt;!-- &lt;script&gt;alert(7)&lt;/script&gt; at night," the mayor, Ilse &lt;b&gt;Barrow, said on Wednesday.</p>
<p>The mayor denied that the bridge had been closed and said ]]&gt; nobody had been told &lt;svg/onload=alert(8)&gt;.</p>
</article></body></html>"""
TEXTS: dict[str, bytes] = {
    "crlf": (WIRE + "\n\nThe mayor denied it.\n").replace("\n", "\r\n").encode(),
    "utf16": WIRE.encode("utf-16"),
    "latin1": (WIRE + " René Dupré denied it.").encode("latin-1"),
    "bom": WIRE.encode("utf-8-sig"),
    "word": b"Fire",
    "arabic": "قالت الشرطة إن شخصين قتلا يوم الثلاثاء في انفجار في السوق القديم، ونفى المحافظ ذلك.".encode(),
    "rtl": (WIRE + " The spokesman محمد الأحمد said that \u202ereversed\u202c words were shown.").encode(),
    "emoji": (WIRE + " 😀😀 Police said 🔥 that it burned 👨‍👩‍👧.").encode(),
    "unclosed": (WIRE + ' "' + "It fell and we saw it fall. " * 40).encode(),
    "nested": (WIRE + " " + "“‘" * 150 + "it fell" + "’”" * 150 + " he said. " + "(" * 300 + "it" + ")" * 300).encode(),
    "unbroken": b"x" * 100_000,
    "unbroken-english": (WIRE + " " + "a-b/c." * 500 + " said police.").encode(),
    "surrogate": (WIRE + " \\ud800 &#xD800; police said.").encode(),
}
REFUSED = {
    "empty": (b"", "empty"), "blank": (b"  \n\t\r\n ", "no text"), "nul": (WIRE.encode() + b"\0\0\x07\x1b[31m", "not text"),
}  # fmt: skip


@pytest.fixture(autouse=True)
def one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_THREADS", "1")


def run(*words: str) -> Result:
    return CliRunner().invoke(cli.app, list(words))


@pytest.fixture(scope="module")
def all_read(tmp_path_factory: pytest.TempPathFactory) -> tuple[Result, dict[str, Reading]]:
    """One run over all of them, and its readings by the name of the file."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, data in (TEXTS | {name: data for name, (data, _) in REFUSED.items()}).items():
        (folder / f"{name}.txt").write_bytes(data)
    done = run("read", "--json", str(folder))
    readings = map(reading_from_json, done.stdout.splitlines())
    return done, {Path(r.report.path or "").stem: r for r in readings}


def test_everything_with_words_is_read_and_the_rest_is_named(all_read: tuple[Result, dict[str, Reading]]) -> None:
    done, readings = all_read
    assert done.exit_code == 1
    assert readings.keys() == TEXTS.keys()
    lines = done.stderr.splitlines()
    assert len(lines) == len(REFUSED)
    assert all(any(f"{name}.txt: {why}" in line for line in lines) for name, (_, why) in REFUSED.items())


@pytest.mark.parametrize("name", TEXTS)
def test_the_text_is_kept_and_only_the_language_may_be_a_problem(all_read: tuple[Result, dict[str, Reading]], name: str) -> None:
    reading = all_read[1][name]
    text = reading.report.text
    assert {p.stage for p in reading.problems} <= {"language"}
    assert all(0 <= s.start < s.end <= len(text) for a in reading.attributions for s in a.content)
    if TEXTS[name].startswith(b"Two killed"):
        assert reading.problems == ()
        assert any(a.cue and a.cue.of(text) == "said" and "police" in a.source.description for a in reading.attributions)


def test_encodings_and_line_ends_give_the_same_words(all_read: tuple[Result, dict[str, Reading]]) -> None:
    readings = all_read[1]
    assert readings["utf16"].report.text == readings["bom"].report.text == WIRE
    assert "\r" not in readings["crlf"].report.text
    assert "René Dupré" in readings["latin1"].report.text
    assert [p.message for p in readings["arabic"].problems] == ["no language pack for 'ar'"]
    assert "محمد الأحمد" in readings["rtl"].report.text


def test_two_copies_are_one_origin_and_no_confirmation(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(WIRE + " The mayor, Ilse Barrow, denied that the bridge had been closed.")
    made = json.loads(run("relate", "--json", str(tmp_path)).stdout)
    (story,) = made["stories"]
    assert [len(origin["reports"]) for origin in story["origins"]] == [2]
    assert {r["kind"] for r in made["relations"]} == {"ECHOES"}


class Elements(HTMLParser):
    """The elements of a page and their attributes, as a browser would make them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_a_page_runs_nothing_that_a_report_brought(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE)
    done = run("dossier", str(tmp_path), "-o", str(tmp_path / "out"), "--title", "</title><script>alert(9)</script>")
    assert done.exit_code == 0
    assert done.stderr.strip().endswith("claims")
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    elements = Elements(page).found
    assert not [tag for tag, _ in elements if tag in {"img", "iframe", "object", "base"}]
    assert not [(tag, name) for tag, attributes in elements for name in attributes if name.startswith("on")]
    assert not [value for _, attributes in elements for value in attributes.values() if "javascript:" in (value or "").lower()]
    assert sum(tag == "script" for tag, _ in elements) == page.count("<script") == page.count("</script>")
    assert "alert(9)&lt;/script&gt;" in page
    json.loads((tmp_path / "out" / "dossier.json").read_text(encoding="utf-8"))


def test_odd_names_and_circles_of_links(tmp_path: Path) -> None:
    inside = tmp_path / "odd dir"
    inside.mkdir()
    (inside / "a b\nc.txt").write_text(WIRE)
    (inside / "circle").symlink_to(inside, target_is_directory=True)
    (inside / "self.txt").symlink_to(inside / "self.txt")
    done = run("read", "--json", str(inside))
    assert done.exit_code == 1
    assert [json.loads(line)["report"]["path"] for line in done.stdout.splitlines()] == [str(inside / "a b\nc.txt")]
    assert "self.txt: cannot be read" in done.stderr


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is closed to this user")
def test_a_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "closed.txt").write_text(WIRE)
    (tmp_path / "closed.txt").chmod(0)
    done = run("read", str(tmp_path / "closed.txt"))
    assert (done.exit_code, "closed.txt: cannot be read: Permission denied" in done.stderr) == (1, True)


def test_an_output_folder_that_is_a_file_is_bad_usage(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert run("dossier", "a", "-o", str(tmp_path / "file")).exit_code == 2
    assert run("read", "").exit_code == 2


def command(folder: Path, *words: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "sayso", *words], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )  # fmt: skip


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("max_words = \n", "sayso: sayso.toml: Invalid value"),
        ('max_words = "many"\n', "sayso: setting 'max_words' must be a whole number, not 'many'"),
        ("words = 1\n", "sayso: unknown setting 'words'; known: "),
    ],
)
def test_settings_that_cannot_be_used_are_named(tmp_path: Path, toml: str, said: str) -> None:
    (tmp_path / "sayso.toml").write_text(toml)
    with command(tmp_path, "read", "a") as process:
        out, err = process.communicate(timeout=300)
    assert (process.returncode, out) == (1, b"")
    assert err.decode().startswith(said)
    assert err.count(b"\n") == 1


def _written(pipe: Path) -> int:
    """The writing end of a named pipe, once the command waits for its words."""
    for _ in range(600):
        try:
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:  # nobody reads yet
            time.sleep(0.1)
    raise AssertionError("nobody reads")


@pytest.mark.skipif(os.name == "nt", reason="interrupts are sent otherwise there")
def test_an_interrupt_ends_it_with_130_and_no_traceback(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "never.txt")
    (tmp_path / "a.txt").write_text("Fire")
    with command(tmp_path, "read", "--json", "a.txt", "never.txt") as process:
        writer = _written(tmp_path / "never.txt")
        process.send_signal(signal.SIGINT)
        try:
            out, err = process.communicate(timeout=300)
        finally:
            process.kill()  # else ``with`` waits for it for ever
            os.close(writer)
    assert (process.returncode, out, err) == (130, b"", b"")


def _read(folder: Path, text: str, problems: int = 0) -> None:
    (folder / "a.txt").write_text(text)
    settings = Settings(threads=1, max_words=300 if problems else 100_000)
    (one,) = _only(case.read([str(folder / "a.txt")], settings))
    assert len(one.problems) == problems


def _only(found: Iterator[object]) -> list[Reading]:
    return [one for one in found if isinstance(one, Reading)]


@pytest.mark.parametrize("piece", ["The mayor of the town of the son of ", "“he said ", "Omar Din, ", "3 March 2021 in Paris, "])
def test_time_grows_with_the_text(tmp_path: Path, piece: str) -> None:
    _read(tmp_path, WIRE)  # tables are loaded once
    assert linear(lambda n: _read(tmp_path, WIRE + " " + piece * n), 40, 160)


def test_time_grows_with_the_number_of_datelines(tmp_path: Path) -> None:
    """A volume of dispatches, of which the first words are read: what does not read words must be quick over the rest."""
    assert linear(lambda n: _read(tmp_path, (WIRE.split("\n\n")[1] + "\n\n") * n, 1), 100, 400)


def test_no_control_reaches_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WIRE + " \u202ereversed \u2066words\x85\x9b31m police said.")
    done = run("read", str(tmp_path / "a.txt"))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", done.stdout)
