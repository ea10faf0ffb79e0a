"""Whom pronouns and descriptions speak of, read from raw text: what attribution takes for the source."""

from __future__ import annotations

import functools

import pytest

from sayso.lang import load
from sayso.parse import Parser
from sayso.records import Report
from sayso.structure import lay_out, structure
from sayso.structure.bylines import outlet

PACK = load("en")


@functools.cache
def parser() -> Parser:
    return Parser(PACK.folder, 1)


@functools.cache
def meant(text: str) -> dict[str, list[str]]:
    """By the name of each entity the words of its mentions; a pronoun with the word after it."""
    report = lay_out(Report("r", text, language="en"), PACK)
    found = structure(report, parser().parse([report])[0], PACK)
    words = {
        m.id: text[m.span.start : m.span.end + 1 + text[m.span.end + 1 :].find(" ")] if m.form == "pronoun" else m.span.of(text)
        for m in found.mentions
    }
    return {e.name: [words[m] for m in e.mentions] for e in found.entities}


def holds(text: str, name: str, *mentions: str) -> bool:
    return set(mentions) <= set(meant(text).get(name, ()))


def test_i_in_a_quotation_is_its_speaker_and_he_is_not() -> None:
    text = 'Colonel Adan Reyes met the mayor, Lucia Fonte, on Friday. "He promised trucks," Fonte said. "I will wait for them."'
    assert holds(text, "Lucia Fonte", "I will")
    assert holds(text, "Adan Reyes", "He promised")


def test_we_of_one_person_is_left_open_and_of_a_body_is_the_body() -> None:
    assert not any("We " in m for ms in meant('"We will rebuild the bridge," Lucia Fonte said.').values() for m in ms)
    assert holds('The company denied it. "We have paid," the company said.', "The company", "We have")


def test_one_of_them_is_somebody_and_no_one_else_is_he() -> None:
    text = 'Two soldiers deserted on Monday. One of them said he had not been paid. "Otto Kern beat me," he said.'
    assert "he had" in meant(text)["One of them"]
    assert not any(m.startswith("he ") for m in meant(text).get("Otto Kern", ()))


@pytest.mark.parametrize(
    ("text", "name", "mention"),
    [
        ("Gen. Pavel Orlov arrived on Monday. The general said that the road was safe.", "Pavel Orlov", "The general"),
        ("A senior aide said talks had failed. The same aide said they would go on.", "A senior aide", "The same aide"),
        ("The Orlan Daily said that three men had died. The paper did not name its sources.", "Orlan Daily", "The paper"),
        ("Men told the Associated Press that it fell. Another told the news agency why.", "Associated Press", "the news agency"),
        ("The Sabz Front freed two men on Monday. The militant group said it had been paid.", "Sabz Front", "The militant group"),
        ("Bishop Pavel Roe said the truce would hold. The prelate said that the army had left.", "Pavel Roe", "The prelate"),
        ("Reporters met Rosa Lind and Karl Boone on Monday. The latter said the talks were useful.", "Karl Boone", "The latter"),
    ],
)
def test_descriptions_take_up_a_name(text: str, name: str, mention: str) -> None:
    assert holds(text, name, mention)


def test_of_three_nobody_knows_the_latter() -> None:
    assert not holds("Rosa Lind, Karl Boone and Otto Kern met. The latter was tired.", "Otto Kern", "The latter")


def test_who_tells_news_is_no_ministry() -> None:
    text = "The Ministry of Health said 12 people had died. The newspaper did not say where."
    assert not holds(text, "Ministry of Health", "The newspaper")


def test_the_official_is_not_just_anybody() -> None:
    assert not holds("Rosa Lind was shot on Monday. The official declined to comment.", "Rosa Lind", "The official")


def test_who_spoke_goes_on_speaking() -> None:
    text = "Residents said the soldiers had shot at their houses. They said they had asked the army to leave."
    assert holds(text, "Residents", "They said")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Popular Front for Change [FPC] killed two guards, police said. The FPC denied it.", "Popular Front for Change"),
        ("In Kirsk, the Workers' Union of Sabz (WUS) called a strike. WUS leaders said it would last.", "Workers' Union of Sabz"),
    ],
)
def test_an_acronym_tells_how_far_a_name_goes(text: str, name: str) -> None:
    assert name in meant(text)


def test_a_noun_behind_a_comma_tells_what_a_name_is() -> None:
    text = "Sabzar, the state news agency, reported that the bridge was closed. The agency quoted the minister."
    assert holds(text, "Sabzar", "the state news agency", "The agency")


def test_a_real_name_behind_a_nom_de_guerre() -> None:
    assert holds("Abu Nasr, whose real name was Karim Dost, led the group for years.", "Karim Dost", "Abu Nasr")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Jane Roe, Border Monitor", "Border Monitor"),
        ("By Jane Roe and John Doe, the Valley Post", "Valley Post"),
        ("By Jane Roe, The Daily Lamp", "The Daily Lamp"),
        ("By Jane Roe, Staff Writer", None),
        ("By Jane Roe, Lagos", None),
        ("By Jane Roe", None),
    ],
)
def test_a_byline_may_name_the_outlet(line: str, name: str | None) -> None:
    assert outlet(line, PACK) == name
