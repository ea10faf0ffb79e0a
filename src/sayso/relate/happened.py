"""On which day it happened: what tells one attack from the next one in the same town, and finds a story again after weeks."""

from __future__ import annotations

from collections import defaultdict

from sayso.records import Claim, Interval, Reading

from .words import Vocabulary

# Kinds of event that happen once, on a day; a protest, a trial and a war go on.
DEEDS = frozenset(
    {"die", "injure", "abduct", "explode", "attack", "shoot", "bomb", "shell", "collapse", "crash", "burn", "flood"}
)  # fmt: skip
LATER = "die"  # who was hurt may die days afterwards; whoever was killed was killed then


def happened(reading: Reading, vocabulary: Vocabulary) -> str | None:
    """The day of the first deed that it tells of, where a claim of the deed or its sentence names just one day.

    "A bomb exploded on Friday": that Friday, whenever the report was published.
    """
    days, sentences = _days(reading), defaultdict[int, set[str]](set)
    for claim in reading.claims:
        sentences[_sentence(reading.report.text, claim)] |= days[claim.id]
    for claim in sorted(reading.claims, key=lambda c: c.span):
        deed = vocabulary.kind(claim.lemma) in DEEDS and claim.lemma.casefold() != LATER
        if claim.factual and claim.commitment.polarity == "+" and deed:
            found = days[claim.id] or sentences[_sentence(reading.report.text, claim)]
            if len(found) == 1:
                return next(iter(found))
    return None


def _days(reading: Reading) -> dict[str, set[str]]:
    """Of each claim those that it names as its time."""
    day = {g.mention: g.value.earliest_start for g in reading.groundings if isinstance(g.value, Interval) and one_day(g.value)}
    named = {c.id: {day.get(r.mention) for r in c.roles if r.name == "time"} for c in reading.claims}
    return {id: {d for d in found if d} for id, found in named.items()}


def one_day(when: Interval) -> bool:
    return when.earliest_start is not None and when.earliest_start == when.latest_end


def _sentence(text: str, claim: Claim) -> int:
    """Where the sentence begins."""
    return max(text.rfind(end, 0, claim.span.start) for end in (". ", "? ", "! ", "\n"))
