"""What a number counts, in whatever words."""

from __future__ import annotations

import pytest

from readings import ORSA, Draft
from sayso.records import Quantity, Reading
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
        ("We have taken out seven bodies", "seven", "body", "take", "person"),
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
    found = counted(value, d.mentions[mention], d.claims[0], sentence, sentence, vocabulary("en"))
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
