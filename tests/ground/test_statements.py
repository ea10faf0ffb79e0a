"""Geographic statements that do not hold are doubted; those that hold, or cannot be told, are not."""

from __future__ import annotations

import functools

import pytest

from sayso import pipeline
from sayso.ground.atlas import Atlas, apart
from sayso.ground.gazetteer import Entry, Gazetteer
from sayso.records import Report
from sayso.resources import Resources


@functools.cache
def resources() -> Resources:
    return Resources()


def doubts(text: str) -> list[str]:
    read = pipeline.read([Report("r", f"KABUL, 3 March 2024 (Border Monitor) -- {text}", language="en")], resources())[0]
    return [f.message for f in read.findings if f.code == "geography"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Lyon borders Poland, the company said.", "Lyon (city, FR) and Poland do not touch"),
        ("Herat is in Iran.", "outside Iran"),
        ("Lyon, on the border with Germany, was flooded.", "Germany do not touch"),
        ("Topeka is in Nebraska.", "outside Nebraska"),
        ("Kandahar lies in the north of Afghanistan.", "lies to the south of the middle of Afghanistan"),
        ("Marseille, 40 km north of Lyon, was flooded.", "to the south of Lyon"),
    ],
)
def test_what_does_not_hold_is_doubted(text: str, reason: str) -> None:
    assert len(found := doubts(text)) == 1
    assert reason in found[0]


def test_the_other_reading_is_tried() -> None:
    found = doubts("Helmand lies in the west of the province of Kandahar.")
    assert len(found) == 1
    assert "read as “west of Kandahar” it would hold" in found[0]


@pytest.mark.parametrize(
    "text",
    [
        "Lyon is in France.",
        "Kandahar lies in the south of Afghanistan.",
        "Strasbourg, on the border with Germany, was flooded, and Salzburg is on the border with Germany.",
        "Phoenix lies in the south of Arizona.",
        "Austria borders Slovenia, and Topeka is in Kansas.",
        "Leeds, 60 km north of Manchester, was flooded.",
        "Officials met in Lyon and in Poland.",
        "Simferopol is in Russia.",  # more than one state says so of itself: nothing is said
        "Nowhereville is in Atlantis and borders Utopia.",
    ],
)
def test_what_holds_or_cannot_be_told_is_not(text: str) -> None:
    assert doubts(text) == []


@functools.cache
def atlas() -> Atlas:
    return Atlas(Gazetteer.open())


def place(name: str, kind: str, country: str) -> Entry:
    return next(e for e in atlas().gazetteer.find(name) if (e.kind, e.country) == (kind, country))


def test_what_the_gazetteer_can_say_of_two_places() -> None:
    kansas, topeka, herat = place("Kansas", "division", "US"), place("Topeka", "city", "US"), place("Herat", "city", "AF")
    assert atlas().holds(kansas, topeka) is True
    assert atlas().holds(kansas, herat) is False
    assert atlas().holds(topeka, kansas) is not True
    crimea, russia = place("Simferopol", "city", "UA"), place("Russia", "country", "RU")
    assert atlas().holds(russia, crimea) is None
    assert atlas().touches(place("Kandahar", "division", "AF"), place("Pakistan", "country", "PK")) is not False
    assert apart(350, 10) == 20
