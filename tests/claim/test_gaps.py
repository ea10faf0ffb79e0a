"""Clauses that leave their verb out, by trees made by hand."""

from __future__ import annotations

from sayso.claim import claims
from sayso.lang import load
from sayso.records import Claim, Mention, Parse

from .trees import mention, outlet, report_of, structure, tree

LOST = tree(
    "The|the|DET|DT|2|det army|army|NOUN|NN|3|nsubj|organization lost|lose|VERB|VBD|0|root five|five|NUM|CD|5|nummod "
    "men|man|NOUN|NNS|3|obj|person ,|,|PUNCT|,|8|punct the|the|DET|DT|8|det rebels|rebel|NOUN|NNS|5|appos|person "
    "nine|nine|NUM|CD|8|flat .|.|PUNCT|.|3|punct"
)
HELD = tree(
    "Police|police|NOUN|NNS|2|nsubj held|hold|VERB|VBD|0|root 40|40|NUM|CD|4|nummod people|person|NOUN|NNS|2|obj|person "
    "in|in|ADP|IN|6|case Orsa|Orsa|PROPN|NNP|2|obl|place and|and|CCONJ|CC|8|cc 12|12|NUM|CD|6|conj|person "
    "in|in|ADP|IN|10|case Pell|Pell|PROPN|NNP|8|nmod|place .|.|PUNCT|.|2|punct"
)


def read(parse: Parse, *known: Mention) -> tuple[Claim, ...]:
    return claims(report_of(parse), parse, structure(*known), (outlet(parse),), load("en"))


def roles(parse: Parse, claim: Claim, known: tuple[Mention, ...]) -> set[tuple[str, str]]:
    by = {m.id: m.span.of(parse.text) for m in known}
    return {(r.name, by[r.mention]) for r in claim.roles}


def test_a_second_subject_and_number_share_the_verb() -> None:
    known = (
        mention(LOST, "The army", "organization", "army"), mention(LOST, "five men", "person", "men"),
        mention(LOST, "five", "quantity", "five", "expression"), mention(LOST, "the rebels", "group", "rebels"),
        mention(LOST, "nine", "quantity", "nine", "expression"),
    )  # fmt: skip
    army, rebels = read(LOST, *known)
    assert (army.lemma, rebels.lemma, rebels.span.of(LOST.text)) == ("lose", "lose", "the rebels nine")
    assert roles(LOST, army, known) == {("agent", "The army"), ("target", "five men"), ("amount", "five")}
    assert roles(LOST, rebels, known) == {("agent", "the rebels"), ("amount", "nine")}


def test_a_second_number_and_place_share_verb_and_subject() -> None:
    known = (
        mention(HELD, "Police", "organization", "Police"), mention(HELD, "40 people", "person", "people"),
        mention(HELD, "40", "quantity", "40", "expression"), mention(HELD, "Orsa", "place", "Orsa", "name"),
        mention(HELD, "12", "quantity", "12", "expression"), mention(HELD, "Pell", "place", "Pell", "name"),
    )  # fmt: skip
    first, second = read(HELD, *known)
    assert (second.lemma, second.span.of(HELD.text)) == ("hold", "12 in Pell")
    assert roles(HELD, second, known) == {("agent", "Police"), ("amount", "12"), ("place", "Pell")}
    assert ("place", "Pell") not in roles(HELD, first, known)
