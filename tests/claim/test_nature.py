"""What is stated, and what is judged, asked, demanded, taken for granted or put in by an editor."""

from __future__ import annotations

import re
from functools import cache

import pytest

from sayso.pipeline import read
from sayso.records import Block, Claim, Reading, Report, Span
from sayso.resources import Resources
from sayso.settings import Settings


@cache
def resources() -> Resources:
    return Resources(Settings(threads=1))


@cache
def reading(text: str) -> Reading:
    blocks = (Block("paragraph", Span(0, len(text))),)
    return read([Report("r", text, blocks, publisher="Pell Courier", language="en")], resources())[0]


def claim(text: str, words: str) -> Claim:
    """The claim whose head is the word in brackets: ``claim(text, "they [fled]")``."""
    before, head = re.split(r"[\[\]]", words)[:2]
    start = text.index(words.replace("[", "").replace("]", "")) + len(before)
    found = [c for c in reading(text).claims if c.head == Span(start, start + len(head))]
    assert found, [(c.head.of(text), c.span.of(text)) for c in reading(text).claims]
    return found[0]


def nature(text: str, words: str) -> str:
    return claim(text, words).nature


def whose(text: str, one: Claim) -> str:
    said = next(a for a in reading(text).attributions if a.id == one.said)
    return said.source.description if said.cue else "outlet"


def shown(text: str, words: str) -> str:
    return claim(text, words).span.of(text)


def roles(text: str, words: str) -> set[tuple[str, str]]:
    by = {m.id: m.span.of(text) for m in reading(text).mentions}
    return {(r.name, by[r.mention]) for r in claim(text, words).roles}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mayor said the vote was a shame.", "was a [shame]"),
        ("The union said that this was wrong.", "was [wrong]"),
        ("Ada Doren said the council should close the bridge.", "should [close]"),
        ("The opposition called the ban a trick.", "a [trick]"),
    ],
)  # fmt: skip
def test_a_judgement_or_a_demand_is_an_opinion(text: str, words: str) -> None:
    assert nature(text, words) == "opinion"
    assert not claim(text, words).factual


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mayor said the bridge must have fallen at night.", "have [fallen]"),
        ("The council said the mill was empty.", "was [empty]"),
        ("Police said he bought a hard drive in Orsa.", "he [bought]"),
    ],
)  # fmt: skip
def test_a_guess_or_a_plain_adjective_is_no_opinion(text: str, words: str) -> None:
    assert nature(text, words) == "stated"


def test_a_question_is_asked_and_not_stated() -> None:
    assert nature('"Who will pay for the bridge?" asked Ada Doren.', "will [pay]") == "question"
    assert nature("Reporters asked whether the bridge had fallen.", "had [fallen]") == "question"
    assert nature("The bridge fell on Monday.", "bridge [fell]") == "stated"


def test_an_order_is_demanded_of_whom_it_is_given_to() -> None:
    text = "The army ordered residents to leave the town."
    assert nature(text, "to [leave]") == "order"
    assert ("agent", "residents") in roles(text, "to [leave]")
    assert shown(text, "to [leave]") == "The army ordered residents to leave the town"


def test_commands_of_the_page_itself_are_no_claims() -> None:
    assert [c for c in reading("Read more stories about the bridge on our page.").claims if c.nature != "order"] == []
    assert [c for c in reading("Read more stories about the bridge on our page.").claims if c.nature == "order"] == []


def test_a_time_clause_is_taken_for_granted_and_the_main_clause_stated() -> None:
    text = "Prices have doubled since the army withdrew from Orsa."
    assert nature(text, "army [withdrew]") == "presupposed"
    assert nature(text, "have [doubled]") == "stated"


def test_what_somebody_knows_is_taken_for_granted_but_not_what_they_say() -> None:
    assert nature("The driver did not know that the bridge had fallen.", "had [fallen]") == "presupposed"
    assert nature("The driver said that the bridge had fallen.", "had [fallen]") == "stated"


def test_an_apposition_says_who_somebody_is() -> None:
    text = "Ada Doren, the mayor of Pell, resigned on Monday."
    assert nature(text, "the [mayor]") == "presupposed"
    assert shown(text, "the [mayor]") == "Ada Doren, the mayor of Pell"
    assert ("agent", "Ada Doren") in roles(text, "the [mayor]")
    assert shown(text, "Pell, [resigned]") == text[:-1]


def test_a_name_that_may_be_either_persons_says_of_none_who_it_is() -> None:
    text = "A spokeswoman for the president, Grace Nandor, said the bridge had fallen."
    assert [c.lemma for c in reading(text).claims if c.nature == "presupposed" and c.lemma == "president"] == []


def test_a_definite_event_is_taken_for_granted_with_its_roles() -> None:
    text = "Two men were arrested after the attack on the depot by rebels."
    assert nature(text, "the [attack]") == "presupposed"
    assert {("target", "the depot"), ("agent", "rebels")} <= roles(text, "the [attack]")
    assert not [c for c in reading("The men called for the release of the prisoners.").claims if c.nature == "presupposed"]


def test_a_clause_that_identifies_stays_inside_and_is_taken_for_granted() -> None:
    text = "The man who fled to Orsa was arrested on Monday."
    assert nature(text, "who [fled]") == "presupposed"
    assert shown(text, "was [arrested]") == text[:-1]


def test_an_editors_brackets_are_the_outlets() -> None:
    text = '"They [the rebels] burned the mill," said Ada Doren.'
    gloss = claim(text, "the [rebels]")
    assert (gloss.nature, whose(text, gloss)) == ("inserted", "outlet")
    assert gloss.span.of(text) == "They [the rebels]"
    (burned,) = (c for c in reading(text).claims if c.lemma == "burn")
    assert (burned.nature, whose(text, burned)) == ("stated", "Ada Doren")


def test_an_aside_on_what_is_but_named_is_the_outlets() -> None:
    text = "The mayor did not mention the letter, which the Courier had printed."
    printed = claim(text, "had [printed]")
    assert whose(text, printed) == "outlet"
    assert ("target", "the letter") in roles(text, "had [printed]")
    assert claim(text, "not [mention]").commitment.polarity == "-"


def test_an_intention_is_shown_with_who_has_it() -> None:
    text = "The council has decided to close the mill."
    assert shown(text, "to [close]") == "The council has decided to close the mill"


def test_who_told_a_paper_says_it_and_not_the_paper() -> None:
    text = 'Ada Doren told the Courier: "The bridge fell on Monday."'
    assert whose(text, claim(text, "bridge [fell]")) == "Ada Doren"


def test_a_noun_that_a_cue_carries_has_its_content_told() -> None:
    text = "The government gave its neighbours an assurance that it would shelter no rebels."
    shelter = claim(text, "would [shelter]")
    assert (whose(text, shelter), shelter.commitment.polarity) == ("The government", "-")


def test_a_place_on_which_something_appeared_is_no_topic() -> None:
    text = "The video appeared on a website on Monday."
    assert "topic" not in {name for name, _ in roles(text, "video [appeared]")}
    assert ("topic", "the budget") in roles("In Orsa the ministers held talks on the budget.", "held [talks]")


def test_whose_release_it_is_suffers_it_and_who_is_given_a_thing_receives_it() -> None:
    text = "The union reported the mayor's release on Monday."
    assert "target" in {name for name, _ in roles(text, "mayor's [release]")}
    assert ("recipient", "The driver") in roles("The driver was given a medal in Orsa.", "was [given]")


def test_an_afterthought_denies_nothing() -> None:
    text = '"There were eighty men, not more," Ada Doren said.'
    assert claim(text, "eighty [men]").commitment.polarity == "+"


def test_an_appeal_is_not_who_should_do_what_it_asks_for() -> None:
    text = "The site ignored the council's request to remove the film."
    found = [c for c in reading(text).claims if c.lemma == "remove"]
    by = {m.id: m.span.of(text) for m in reading(text).mentions}
    assert not [by[r.mention] for c in found for r in c.roles if r.name == "agent" and "request" in by[r.mention]]
