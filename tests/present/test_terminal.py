"""The ledger and the comparison on a terminal."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO

from rich.console import Console, RenderableType

from readings import Draft, bridge, quoting, rival
from sayso.present import comparison, ledger
from sayso.records import CheckFinding
from sayso.relate import relate


def shown(what: RenderableType) -> str:
    out = StringIO()
    Console(file=out, width=160, color_system=None).print(what)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines())


def test_ledger_groups_by_chain() -> None:
    text = shown(ledger(quoting()))
    assert "The Lantern ← Harrow Press ← the interior ministry\n  1 states flatly: at least 12 people were killed" in text
    assert "ground: “Two weeks earlier” could not be anchored" in text


def test_open_questions_are_asked() -> None:
    asked = replace(quoting(), findings=(CheckFinding("single-source", "all on the word of \x1b[2Jone source", ()),))
    assert "Questions to ask\n  all on the word of �[2Jone source" in shown(ledger(asked))
    assert "Questions to ask" not in shown(ledger(quoting()))


def test_unnamed_sources_are_marked() -> None:
    assert "Northway Daily ← A nurse at the district hospital (unnamed)" in shown(ledger(rival()))


def test_a_report_commands_no_terminal() -> None:
    d = Draft("x", "\x1b[2Jwiped [bold]red[/bold] [link=x]y[/]\nnothing", "\x1b]0;owned\x07")
    d.claim(d.outlet, "\x1b[2Jwiped [bold]red[/bold] [link=x]y[/]", "wiped", "wipe")
    text = shown(ledger(d.reading()))
    assert "\x1b" not in text and "\x07" not in text
    assert "[bold]red[/bold] [link=x]y[/]" in text


def test_comparison_gives_origins_and_reasons() -> None:
    readings = bridge()
    text = shown(comparison(readings, relate(readings)))
    assert "2 origins in 4 reports" in text
    assert "Contradictions (they cannot both hold)" in text
    assert "polarity: denies (certain) / holds (certain): differs" in text


def test_a_ledger_says_by_which_way_and_why_a_source_has_no_name() -> None:
    d = Draft("x", "A clerk, who feared for his job, told Radio Marun by telephone that the dam broke.", "The Lantern")
    said = d.said("that the dam broke", "A clerk", "unnamed", "told")
    d.claim(said, "the dam broke", "broke", "break")
    plain = d.attributions[-1]
    source = replace(plain.source, anonymity=d.at("who feared for his job"))
    d.attributions[-1] = replace(plain, source=source, medium=(d.at("Radio Marun"), d.at("by telephone")), hand=2)
    text = shown(ledger(d.reading()))
    assert "The Lantern ← A clerk (unnamed: who feared for his job)  second-hand" in text
    assert "1 states flatly (to Radio Marun, by telephone): the dam broke" in text
