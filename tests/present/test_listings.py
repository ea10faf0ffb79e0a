"""Possible matches on sanctions lists, on the page and on the terminal: escaped, counted, never called an identity."""

from __future__ import annotations

import io
from dataclasses import replace

from rich.console import Console

from readings import rival
from sayso.dossier import build
from sayso.present import ledger, listed, page
from sayso.present.listings import rows
from sayso.records import Listing, Reading
from sayso.relate import relate

HOSTILE = "</td><script>alert(1)</script>[bold]"


def screened() -> Reading:
    reading = rival()
    named = [m for m in reading.mentions if m.form == "name"]
    first = Listing(named[0].id, "un", "2026-02-27", "TAe.901", HOSTILE, 0.91, True, ("2 of 2 parts the same", HOSTILE))
    programme = Listing(named[0].id, "un", "2026-02-27", "Taliban", "the 1988 list", None, False, ("no entry of it",))
    return replace(reading, listings=(first, programme))


def text(what: object) -> str:
    console = Console(width=200, record=True, file=io.StringIO())
    console.print(what)
    return console.export_text()


def test_the_page_has_a_section_with_score_and_reason() -> None:
    shown = page(build("The bridge", (screened(),), relate((screened(),)), []))
    section = shown.split('<section id="lists">')[1].split("</section>")[0]
    assert "Possible match" in section and "no identity" in section
    assert "0.91" in section and "un of 2026-02-27, TAe.901" in section
    assert "<script>" not in section
    assert 'id="lists"' not in page(build("The bridge", (rival(),), relate((rival(),)), []))


def test_a_row_counts_mentions_and_marks() -> None:
    found = rows(screened())
    assert [(r.times, r.marked, r.score) for r in found] == [(1, 1, "0.91"), (1, 0, "")]


def test_the_terminal_takes_nothing_for_markup() -> None:
    shown = text(listed(screened()))
    assert "[bold]" in shown and "possible match" in shown
    assert "Possible matches on sanctions lists" in text(ledger(screened()))
    assert "no name like one" in text(listed(rival()))
