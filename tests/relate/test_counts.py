"""What a number counts, in whatever words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from readings import ORSA, Draft
from sayso.records import Quantity, Reading, Role
from sayso.relate import relate
from sayso.relate.counts import counted
from sayso.relate.words import vocabulary


@pytest.mark.parametrize(
    ("sentence", "number", "of", "lemma", "kind"),
    [
        ("At least seven people were killed and more than 20 injured", "seven", "people", "kill", "die"),
        ("At least seven people were killed and more than 20 injured", "more than 20", None, "kill", "injure"),
        ("The number of dead has risen to 14", "14", None, "rise", "die"),
        ("Earlier the brigade had spoken of seven dead", "seven", None, "speak", "die"),
        ("We have taken out seven bodies", "seven", "body", "take", "die"),
        ("The blast destroyed four houses", "four", "house", "destroy", "house"),
        ("Two of the injured had died in the night", "Two", "injured", "die", "part"),
        ("Three more were hurt", "Three", None, "hurt", "part"),
        ("Another ten people died", "ten", "people", "die", "part"),
        ("The group has about 400 members", "about 400", "member", "have", "member"),
    ],
)
def test_kinds(sentence: str, number: str, of: str | None, lemma: str, kind: str | None) -> None:
    d = Draft("x", sentence)
    mention = d.mention(number, "quantity", "expression")
    d.claim(d.outlet, sentence, sentence.split()[0], lemma)
    value = Quantity(1, 1, None, of, text=number)
    found = counted(value, d.mentions[mention], d.claims[0], sentence, "", vocabulary("en"))
    assert found.kind == kind


def report(id: str, day: str, outlet: str, sentence: str, number: str, low: float, lemma: str) -> Reading:
    text = f"Fire at the Orsa depot\nThe depot at Orsa burned down on Saturday. {sentence}, the ministry said."
    d = Draft(id, text, outlet, day)
    said = d.said(sentence, "the ministry", "body", "said")
    amount = d.number(number, low, low, "person")
    d.claim(said, sentence, sentence.split()[0], lemma, (("amount", amount),))
    d.place("Orsa", ORSA)
    return d.reading()


def test_a_toll_is_followed_through_other_words() -> None:
    first = report("a", "2023-03-04", "Calder Times", "Seven people were killed", "Seven people", 7, "kill")
    later = report("b", "2023-03-06", "The Lantern", "The number of dead has risen to 14", "14", 14, "rise")
    (found,) = relate((first, later)).relations
    assert found.kind == "UPDATES"
    assert [(f.verdict, f.detail) for f in found.why if f.slot == "amount"] == [("CONFLICT", "the dead")]


def test_a_part_of_the_dead_is_no_other_toll() -> None:
    first = report("a", "2023-03-04", "Calder Times", "Thirteen people were killed", "Thirteen people", 13, "kill")
    part = report("b", "2023-03-06", "The Lantern", "Two of the injured had died in the night", "Two", 2, "die")
    assert not relate((first, part)).relations


def test_two_sources_of_one_report_count_the_same_dead() -> None:
    text = (
        "Fire at the Orsa depot\nNine people died, the police said. The minister said 11 people died. "
        "In 1990 a fire killed 40, the union said."
    )
    d = Draft("a", text, "Calder Times", "2023-03-04")
    for phrase, number, low, who in (
        ("Nine people died", "Nine people", 9, "the police"),
        ("11 people died", "11 people", 11, "The minister"),
        ("a fire killed 40", "40", 40, "the union"),
    ):
        said = d.said(phrase, who, "body", "said")
        d.claim(said, phrase, phrase.split()[-2 if low == 40 else -1], "die", (("amount", d.number(number, low, low, "person")),))
    d.claims[-1] = replace(d.claims[-1], roles=(*d.claims[-1].roles, Role("time", d.day("1990", "1990-01-01"))))
    (tally,) = relate([d.reading()]).tallies
    shown = [next(m.span for m in d.mentions.values() if m.id == f.mention).of(text) for f in tally.figures]
    assert (tally.of, shown) == ("the dead", ["Nine people", "11 people"])
