"""Claims of sentences as news has them, read by the shipped parser: lemma, polarity and what plays which role."""

from __future__ import annotations

import functools

import pytest

from sayso.pipeline import read
from sayso.records import Block, Reading, Report, Span
from sayso.resources import Resources
from sayso.settings import Settings

# A sentence; claims that it must give, as "lemma polarity role=mention; ...", the roles being among the claim's own.
CASES = [
    # a second verb with a number of its own
    ("The blast killed five and wounded at least 12.", ["kill + target=five; amount=five", "wound + target=at least 12"]),
    ("Gunmen killed three guards and wounded nine.", ["kill + target=three guards", "wound + target=nine; agent=Gunmen"]),
    ("The fire killed two people and injured 30 others.", ["kill + amount=two", "injure + amount=30"]),
    # what two verbs share
    ("Gunmen shot and killed a clerk in Orsa.", ["shoot + target=a clerk; place=Orsa", "kill + target=a clerk; place=Orsa"]),
    ("On Monday soldiers stormed a mill in Pell, killing 12 men.", ["kill + time=Monday; target=12 men; amount=12"]),
    # where those were whom it befell
    ("Rebels shelled two villages near Orsa.", ["shell + place=near Orsa; amount=two"]),
    ("Nine guards were killed in fighting on the border.", ["kill + place=the border; amount=Nine"]),
    # those among more
    ("Fishermen rescued 96 people, among them 14 children.", ["rescue + amount=96", "rescue + target=14 children; amount=14"]),
    ("The raid killed 12 people, including a nurse.", ["kill + amount=12", "kill + target=a nurse"]),
    ("Weapons, including a machine gun, were seized.", ["seize + target=Weapons", "seize + target=a machine gun"]),
    ("Eleven patients, most of them children, died in March.", ["die + agent=Eleven patients; amount=Eleven"]),
    ("A French woman was among the dead.", ["dead + agent=A French woman"]),
    # clauses that identify or bring in
    ("It was the third attack in two weeks that killed 12 people.", ["kill + amount=12"]),
    ("An outbreak that has killed 64 people reached the capital.", ["kill + agent=An outbreak; amount=64"]),
    ("They fought a war in which 6,000 people were killed.", ["kill + target=6,000 people; amount=6,000"]),
    ("A deal brokered by Kelland was signed.", ["broker + agent=Kelland"]),
    ("It was the union that left the talks.", ["leave + agent=the union"]),
    ("A clerk lost an eye after being hit by a stone.", ["hit + target=A clerk; agent=a stone"]),
    ("A bomb exploded in Orsa, police said, killing 12 people.", ["kill + agent=A bomb; target=12 people; place=Orsa"]),
    ("A slide hit Pell, according to officials, burying 20 houses.", ["bury + agent=A slide; target=20 houses"]),
    # whom it is about, and where
    ("A court jailed Pike for the murder of shop worker Anil Shah.", ["murder + target=Anil Shah", "jail + target=Pike"]),
    ("Four men died in an attack on a compound in Orsa.", ["die + place=Orsa"]),
    ("The stoppage led to the death of two guards.", ["death + agent=two guards; amount=two"]),
    ("Orlic blamed the Front for the killings.", ["killing + agent=Front"]),
    ("The opposition accused the army of the killing of 40 villagers.", ["killing + agent=the army; target=40 villagers"]),
    ("The fire also left 24 injured.", ["leave + target=24"]),
    ("Bombs went off in Adra, killing 26 people and injuring dozens more.", ["kill + place=Adra", "injure + place=Adra"]),
    ("American reporter Luke Hask was killed on Monday.", ["kill + target=Luke Hask; time=Monday"]),
    ("The village emptied after his arrest.", ["arrest + target=his"]),
    ("Among those killed were five members of one family and a paramedic.", ["kill + amount=five"]),
    ("He was not badly hurt.", ["hurt - target=He"]),
    ("He was shot with his hands up.", ["shoot + target=He"]),
    ("Prosecutors charged the engineer with fraud.", ["charge + target=the engineer"]),
    ("The truce was agreed on Saturday.", ["agree + target=The truce; time=Saturday"]),
    # denied, or not
    ("The woman is not Abu Sami al-Din's wife.", ["wife - agent=The woman"]),
    ("He was stabbed for nothing.", ["stab + target=He"]),
    ("Not all guards left the depot.", ["leave -"]),
    ("“We thought it was a bomb,” said Ilena Hask.", ["bomb ?"]),
    # who suffers, who acts
    ("They fled when police and soldiers shot at the bus.", ["shoot + agent=police"]),
    ("Doren was reported killed.", ["kill + target=Doren"]),
    ("A video showed him beating a guard.", ["beat + agent=him; target=a guard"]),
    ("A man believed to be Tomas Reddick was shot in Orsa.", ["shoot + place=Orsa"]),
    ("A woman thought to be his wife has been arrested.", ["arrest +", "wife +"]),
    ("Reports that the mayor fled have not been verified.", ["flee + agent=the mayor", "verify -"]),
    ("A judge is due to hear the case on Thursday.", ["hear + agent=A judge; time=Thursday"]),
]  # fmt: skip
# What a sentence must not give.
NOT = [
    ("It was the worst attack in Orsa since 2009.", "attack + time=2009"),
    ("Dennis Farrow, 52, went missing.", "go + amount=52"),
    ("Anyone who fled will be punished.", "flee +"),
    ("No boat that left the port was found.", "leave +"),
]


@functools.cache
def readings() -> tuple[Reading, ...]:
    texts = [c[0] for c in CASES] + [n[0] for n in NOT]
    reports = [Report(str(k), t, (Block("paragraph", Span(0, len(t))),), language="en") for k, t in enumerate(texts)]
    return tuple(read(reports, Resources(Settings(threads=1))))


def told(reading: Reading) -> list[tuple[str, set[str]]]:
    spans = {m.id: m.span.of(reading.report.text) for m in reading.mentions}
    return [(f"{c.lemma} {c.commitment.polarity}", {f"{r.name}={spans[r.mention]}" for r in c.roles}) for c in reading.claims]


def has(reading: Reading, wanted: str) -> bool:
    lemma, polarity, *rest = wanted.split(" ", 2)
    asked = set(rest[0].split("; ")) if rest else set()
    return any(found == f"{lemma} {polarity}" and asked <= own for found, own in told(reading))


@pytest.mark.parametrize("k", range(len(CASES)), ids=[c[0] for c in CASES])
def test_claims(k: int) -> None:
    for wanted in CASES[k][1]:
        assert has(readings()[k], wanted), (wanted, told(readings()[k]))


@pytest.mark.parametrize("k", range(len(NOT)), ids=[n[0] for n in NOT])
def test_no_such_claim(k: int) -> None:
    reading = readings()[len(CASES) + k]
    assert not has(reading, NOT[k][1]), told(reading)
