"""Words by which a claim says that something told is not so, and words that deny less than that."""

from __future__ import annotations

import pytest

from sayso import pipeline
from sayso.records import Report
from sayso.relate import tell
from sayso.resources import Resources
from sayso.settings import Settings


@pytest.fixture(scope="module")
def resources() -> Resources:
    return Resources(Settings(threads=1))


def at_odds(resources: Resources, one: str, other: str) -> bool:
    """Whether a claim of the one report contradicts one of the other."""
    outlets = {"Torvan Courier": one, "Mellin Gazette": other}
    readings = pipeline.read([Report(name, text, publisher=name, language="en") for name, text in outlets.items()], resources)
    return any(r.kind == "CONTRADICTS" and r.left.report != r.right.report for r in tell(readings).relations)


FORGED = "The mayor of Sutt, Ines Varga, forged her diploma, the website Insider claimed."
BRIBES = "Varga Mills paid bribes to two ministers for the quarry licence, a clerk told the Courier."
CHILD = "Five children died after being vaccinated at a clinic in Torvan, a radio station reported."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (FORGED, "Mayor Ines Varga called allegations that she forged her diploma a smear."),
        (BRIBES, "Varga Mills denied any involvement in bribery over the quarry licence."),
        (CHILD, "There is no evidence that any child died after vaccination in Torvan, the ministry said."),
        ("A woman believed to be the wife of Leo Abani was held at Mellin, the army said.",
         "The woman held at Mellin is not the wife of Leo Abani, an officer said."),
        ("The mill will be sold to a Kessel bank, two clerks said.", "The owner denied that the mill was being sold to a bank."),
        ("Gunmen attacked a school in Torvan, villagers said.", "No such attack took place in Torvan, an officer said."),
    ],
)  # fmt: skip
def test_a_denial_in_other_words_contradicts(resources: Resources, one: str, other: str) -> None:
    assert at_odds(resources, one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (BRIBES, "Norvik Steel denied any involvement in the strike at the quarry."),
        (CHILD, "The Courier has seen no evidence on who owns the clinic in Torvan."),
        ("Police named the driver as Leo Abani on Friday.", "Police had not previously named the driver, an officer said."),
        ("The mill may be sold to a Kessel bank, two clerks said.", "The owner said the mill may not be sold to a Kessel bank."),
    ],
)
def test_what_denies_less_or_something_else_does_not(resources: Resources, one: str, other: str) -> None:
    assert not at_odds(resources, one, other)
