"""The range of accounts of stories as they are printed."""

from __future__ import annotations

from functools import cache

import pytest

from sayso.pipeline import read
from sayso.records import Account, Bearing, Interval, Reading, Report
from sayso.relate import tell
from sayso.resources import Resources
from sayso.settings import Settings


@cache
def resources() -> Resources:
    return Resources(Settings(threads=1))


@cache
def told(*texts: str) -> tuple[Account, ...]:
    """Of one story; a report a text, a day and an outlet each."""
    days = [f"2031-05-{i:02}" for i, _ in enumerate(texts, 7)]
    dates = [Interval(d, d, d, d, d, "metadata") for d in days]
    numbered = enumerate(zip(texts, dates, strict=True))
    reports = [Report(f"r{i}", t, publisher=f"Outlet {i}", language="en", published=d) for i, (t, d) in numbered]
    readings: list[Reading] = read(reports, resources())
    return tell(readings).accounts


def values(slot: str, *texts: str) -> set[tuple[str, str, Bearing]]:
    """Each value, on whose word, and what he does with it."""
    found = ((v, t) for a in told(*texts) if a.slot == slot for v in a.values for t in v.tellings)
    return {(v.shown, t.by[-1], t.bearing) for v, t in found}


BLAMED = (
    "Bomb kills nine at the mill in Pell\nA bomb killed nine people at the mill in Pell on Tuesday, a nurse, Ada Foss, said. "
    "Interior Minister Jan Dorn blamed the Grey Ferry Band."
)
DENIED = "Nine people died when a bomb went off at the mill in Pell. The Grey Ferry Band denied any role in the attack."


def test_whoever_is_blamed_is_named_on_the_word_of_who_blames_him_and_so_is_his_denial() -> None:
    found = values("perpetrator", BLAMED, DENIED)
    assert {(by, bearing) for name, by, bearing in found if "Ferry Band" in name} == {
        ("Jan Dorn", "holds"), ("Grey Ferry Band", "denies"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "bearing"),
    [
        ("The Grey Ferry Band said that it had carried out the attack", "claims"),
        ("The Grey Ferry Band claimed responsibility for the bombing", "claims"),
        ("The Grey Ferry Band said it had nothing to do with the bombing", "denies"),
        ("The Grey Ferry Band said it was not responsible", "denies"),
        ("An official said the Grey Ferry Band was behind the attack", "holds"),
        ("Officials accused the Grey Ferry Band of carrying out the bombing", "holds"),
        ("Officials pointed the finger at the Grey Ferry Band", "holds"),
    ],
)
def test_who_did_it_in_many_words(sentence: str, bearing: Bearing) -> None:
    found = values("perpetrator", f"Nine die in Pell\nA bomb killed nine people at the mill in Pell. {sentence}.")
    assert {b for name, _, b in found if "Ferry Band" in name} == {bearing}


@pytest.mark.parametrize(
    "sentence",
    ["Officials accused the Ferry Band of raising prices", "No group has claimed responsibility", "Officials blamed the rain"],
)
def test_who_is_blamed_for_something_else_or_nobody_did_it(sentence: str) -> None:
    assert not values("perpetrator", f"Nine die in Pell\nA bomb killed nine people at the mill in Pell. {sentence}.")


def test_who_denies_the_charge_denies_what_was_said_before() -> None:
    text = "Nine die in Pell\nNine people were killed in Pell. Villagers blamed the Ferry Band. The Band denied the charge."
    assert {b for _, _, b in values("perpetrator", text)} == {"holds", "denies"}


def test_numbers_stand_on_the_word_of_whoever_puts_them() -> None:
    found = values("dead", "Fire in Pell\nA fire swept a hotel in Pell. Police put the number of victims at 21.", BLAMED)
    assert ("21", "Police", "holds") in found


def test_dozens_are_told_and_are_no_bound_where_a_number_is_given() -> None:
    texts = (
        "Blast in Pell\nA blast tore through the fish market in Pell, killing three people and wounding dozens, police said.",
        "Blast in Pell\nThree people died in the blast at the fish market in Pell and 31 were injured, a surgeon, Ilka Vale, "
        "said.",
    )
    (hurt,) = [a for a in told(*texts) if a.slot == "injured"]
    assert {v.shown for v in hurt.values} == {"dozens", "31"}
    assert (hurt.low, hurt.high) == (31, 31)


def test_two_brothers_and_two_men_are_one_number_of_those_held() -> None:
    texts = (
        "Three die in Pell\nThree people died in a blast in Pell. Police said they had detained two brothers over the blast.",
        "Two held over blast in Pell\nThe guard has arrested two men over the blast in Pell, which killed three people.",
    )
    (held,) = [a for a in told(*texts) if a.slot == "held"]
    assert [v.shown.casefold() for v in held.values] == ["two"]
    assert len({t.claim.report for t in held.values[0].tellings}) == 2


def test_each_side_has_its_own_dead() -> None:
    text = (
        "Battle at Pell\nThe Ostrian army said six of its soldiers were killed in fighting near Pell on Monday. "
        "Melland said it had lost three soldiers."
    )
    assert [[v.shown for v in a.values] for a in told(text) if a.slot == "dead"] == [["six"], ["three"]]


def test_who_is_arrested_is_no_target_of_the_killing() -> None:
    texts = (
        "Bomb in Pell kills nine\nA bomb at the mill in Pell killed nine people on Tuesday, police said.",
        "Men held\nThe guard arrested two men over Tuesday's bomb at the mill in Pell, in which nine people were killed. "
        "The suspects were seized in a raid on a house in Orsa, Jan Dorn said.",
    )
    assert not [a for a in told(*texts) if a.slot == "target"]


@pytest.mark.parametrize(
    ("sentence", "slot"),
    [
        ("Five armed men abducted a reporter, Elena Vale, in Pell on Monday", "abducted"),
        ("Six gunmen killed the mayor of Pell on Monday", "dead"),
        ("The band agreed to release 12 sailors in Pell", "freed"),
        ("The yard will release three boats in Pell", "freed"),
        ("The blast killed the warden of Pell in front of 200 guests", "dead"),
    ],
)
def test_who_does_it_and_what_is_to_come_and_who_looks_on_are_no_victims(sentence: str, slot: str) -> None:
    assert not values(slot, f"News from Pell\n{sentence}, police said.")


def test_a_number_that_is_dismissed_is_denied_by_whoever_dismisses_it() -> None:
    text = "Battle at Pell\nMelland said that it had killed 49 Ostrian soldiers. Ostria dismissed the figure as fantasy."
    assert {(shown, bearing) for shown, _, bearing in values("dead", text)} == {("49", "holds"), ("49", "denies")}


def test_the_crowd_has_its_numbers() -> None:
    text = (
        "March in Pell\nThousands marched in Pell on Monday. Police estimated the crowd at 8,000. "
        "Organisers put attendance at 20,000."
    )
    (crowd,) = [a for a in told(text) if a.of == "the crowd"]
    assert {v.shown for v in crowd.values} >= {"8,000", "20,000"}


def test_where_and_when_it_was_is_told_though_no_gazetteer_knows_the_place() -> None:
    texts = (
        "Gunmen attack village\nGunmen attacked the village of Kessvale on Monday, 5 May 2031, killing four people, police said.",
        "Four die in raid\nFour people from the village of Orsmere died in Monday's raid on Kessvale, a nurse, Ada Foss, said.",
    )
    assert {shown for shown, _, _ in values("place", *texts)} == {"Kessvale"}
    assert values("date", *texts)
