"""Denials and retractions find what they deny: across reports, against headlines, in what the outlet said before."""

from __future__ import annotations

import pytest

from sayso import pipeline
from sayso.records import ClaimRef, Interval, Reading, Relation, Report
from sayso.relate import tell
from sayso.resources import Resources
from sayso.settings import Settings

FOUND = """Students film eel in Lake Torvan

A giant eel was found in Lake Torvan on Sunday by two students, who filmed it from the pier.

The eel measured four metres, the students said."""


@pytest.fixture(scope="module")
def resources() -> Resources:
    return Resources(Settings(threads=1))


def report(id: str, publisher: str, day: int, text: str) -> Report:
    date = f"2024-03-{day:02d}"
    return Report(id, text, publisher=publisher, language="en", published=Interval(date, date, date, date, date))


def told(
    resources: Resources, *texts: str, publishers: tuple[str, ...] = ("Torvan Courier", "Mellin Gazette", "Daily Orsa")
) -> set[tuple[str, str, str, str]]:
    """Relations as kind, left words, right words, and what the polarity finding says of the right one."""
    reports = [report(f"r{i}", publishers[i], 3 + i, t) for i, t in enumerate(texts)]
    readings = pipeline.read(reports, resources)
    return {_words(r, readings) for r in tell(readings).relations}


def _words(one: Relation, readings: list[Reading]) -> tuple[str, str, str, str]:
    polarity = next((f"{f.left} | {f.right}" for f in one.why if f.slot == "polarity"), "")
    return one.kind, _text(one.left, readings), _text(one.right, readings), polarity


def _text(ref: ClaimRef, readings: list[Reading]) -> str:
    reading = next(r for r in readings if r.report.id == ref.report)
    return next(c.span.of(reading.report.text) for c in reading.claims if c.id == ref.claim)


def against(found: set[tuple[str, str, str, str]], left: str, right: str) -> list[str]:
    return [why for kind, one, other, why in found if kind == "CONTRADICTS" and left in one and right in other]


def test_a_debunk_finds_what_it_debunks(resources: Resources) -> None:
    found = told(resources, FOUND, "The video of a giant eel in Lake Torvan is a hoax. The two students made it on a computer.")
    assert "holds | denies: hoax" in against(found, "eel was found", "is a hoax")


def test_a_false_report_is_named_with_its_content(resources: Resources) -> None:
    other = "A report that a giant eel was found in Lake Torvan by two students is false, the Gazette has learned."
    found = told(resources, FOUND, other)
    assert against(found, "eel was found", "eel was found") == ["holds | denies: false"]


def test_what_is_wrongly_claimed_bears_nothing_out(resources: Resources) -> None:
    other = "A student wrongly claimed that a giant eel was found in Lake Torvan on Sunday. The lake was dragged on Monday."
    found = told(resources, FOUND, other)
    assert "holds | denies: wrongly" in against(found, "eel was found", "eel was found")
    assert not any(
        kind in ("ECHOES", "CORROBORATES") and "eel was found" in one and "eel was found" in two for kind, one, two, _ in found
    )


def test_a_retraction_withdraws_what_its_outlet_said(resources: Resources) -> None:
    other = """Correction: The Courier reported on Sunday that a giant eel had been found in Lake Torvan by two students. The
Courier regrets the error."""
    publishers = ("Torvan Courier", "Torvan Courier", "Daily Orsa")
    found = told(resources, FOUND, other, publishers=publishers)
    assert "holds | withdraws: Correction" in against(found, "eel was found", "had been found")
    elsewhere = told(resources, FOUND, other)
    assert not against(elsewhere, "eel was found", "had been found"), "another outlet's correction takes nothing back"


def test_a_headline_is_denied_by_anothers_report_and_by_its_own(resources: Resources) -> None:
    claimed = "Army has seized Port Mellin\n\nThe minister of trade spoke in the capital on Monday about the price of grain."
    denial = """Quiet at Port Mellin

Nothing has changed at Port Mellin. The story that the army seized Port Mellin is a hoax."""
    found = told(resources, claimed, denial)
    assert against(found, "Army has seized Port Mellin", "")
    own = "Army has seized Port Mellin\n\nThe port is calm. The story that the army seized Port Mellin is a hoax, its guard said."
    assert against(told(resources, own), "Army has seized", "")


def test_a_denial_of_something_else_denies_nothing(resources: Resources) -> None:
    other = (
        "A report that the warden of Lake Torvan had sold the pier is false. A giant eel was found in the lake by two students."
    )
    assert not against(told(resources, FOUND, other), "eel was found", "false")


def test_few_headlines_are_held_against_a_denial(resources: Resources) -> None:
    """However many reports a story has, one that denies something meets a fixed number of headlines."""
    (reading,) = pipeline.read(
        [report("r", "Torvan Courier", 3, "Army has seized Port Mellin\n\nThe story is a hoax.")], resources
    )
    assert tell([reading]).stories
