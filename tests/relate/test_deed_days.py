"""The day of a deed: who dies of his wounds days later died of what happened before."""

from __future__ import annotations

from readings import Draft
from sayso.records import Reading
from sayso.relate.happened import happened
from sayso.relate.words import vocabulary


def report(verb: str, lemma: str) -> Reading:
    d = Draft("quay-9", f"Burns\nA woman {verb} on Saturday, the clinic said.", publisher="The Quay", published="2031-05-21")
    said = d.said(f"A woman {verb} on Saturday", "the clinic", "body", "said")
    roles = (("target", d.mention("A woman", "person")), ("time", d.day("Saturday", "2031-05-17")))
    d.claim(said, f"A woman {verb} on Saturday", verb.split()[-1], lemma, roles)
    return d.reading()


def test_who_was_killed_was_killed_then() -> None:
    assert happened(report("was killed", "kill"), vocabulary("en")) == "2031-05-17"


def test_who_died_may_have_been_hurt_before() -> None:
    assert happened(report("died", "die"), vocabulary("en")) is None
