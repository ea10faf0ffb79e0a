"""What somebody is said to say without a clause of its own: "police put the number of victims at 14", "he blamed the Front".

Such a claim is that somebody speaks, and no other claim is set beside it; for the range of accounts it is told on his word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from sayso.records import Attribution, Claim, Quantity

from .counts import Counted, counted
from .deeds import terms
from .fates import BEFELL
from .parts import Index
from .slots import EARLY, EARLY_CHARACTERS, Slots
from .sources import Chain, chains


def with_sayings(claims: Sequence[Slots]) -> list[Slots]:
    """A story's claims, report by report, and these in their places."""
    found = list[Slots]()
    for _, group in groupby(claims, key=lambda s: s.report):
        own = list(group)
        found += sorted((*own, *sayings(own)), key=lambda s: s.claim.span.start)
    return found


def sayings(own: Sequence[Slots]) -> Iterator[Slots]:
    """Of one report, from its other claims."""
    reading = own[0].profile.reading
    whole, verbs = {s.claim.id for s in own}, terms(reading.report.language)
    telling = verbs.giving | verbs.owning.keys()
    others = [c for c in reading.claims if c.lemma.casefold() in telling and c.id not in whole]
    said = [(c, a) for c in others for a in reading.attributions if a.cue and a.cue.covers(c.head)]
    if not said:
        return
    known = {s.claim.said: s.chain for s in own}
    if any(a.id not in known for _, a in said):
        known = chains(reading, own[0].profile.vocabulary)
    index = Index.of(reading)
    taken = {c.mention for s in own for c in s.amounts}
    for claim, a in said:
        if a.id in known and claim.commitment.polarity != "?":
            yield saying(claim, a, own[0], index, known[a.id], taken)


def saying(claim: Claim, a: Attribution, beside: Slots, index: Index, chain: Chain, taken: set[str]) -> Slots:
    vocabulary, spans = beside.profile.vocabulary, (claim.span, *a.content)
    inside = (m for m, values in index.values.items() if m in index.mentions and m not in taken)
    inside = (m for m in inside if any(s.covers(index.mentions[m].span) for s in spans))
    amounts = tuple(number(m, claim, index, beside) for m in inside if any(isinstance(v, Quantity) for v in index.values[m]))
    taken.update(c.mention for c in amounts)
    early = claim.span.start <= max(EARLY * len(index.reading.report.text), EARLY_CHARACTERS)
    tolls = frozenset(c.kind for c in amounts if early and c.kind in BEFELL and c.kind)
    return replace(
        beside, claim=replace(claim, said=a.id), chain=chain, kind=vocabulary.kind(claim.lemma), words={}, names={}, parties={},
        entities=frozenset(), places=(), times=(), amounts=amounts, tolls=tolls, where=None, heads=frozenset(), named=False,
    )  # fmt: skip


def number(mention: str, claim: Claim, index: Index, beside: Slots) -> Counted:
    value, found = next(v for v in index.values[mention] if isinstance(v, Quantity)), index.mentions[mention]
    text = index.reading.report.text
    return counted(value, found, claim, text, "", beside.profile.vocabulary, index.room(found.span))
