"""Claims that stand in the same words in several reports of one origin: one of them is compared with others, the rest echo it."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from sayso.records import ClaimRef, Finding, Relation

from .slots import Slots
from .sources import key
from .words import words

CROWD = 20  # reports of a story from which on that is done
_WHY = "the two reports have words, publisher or agency in common, and these words too"


def told_once(claims: Sequence[Slots]) -> tuple[list[Slots], list[Relation]]:
    """Claims without their copies, and the copies' relations to them; of few reports all claims.

    The first by day of publication stands for all, then the first in the order given.
    """
    if len({s.report for s in claims}) <= CROWD:
        return list(claims), []
    first: dict[Hashable, Slots] = {}
    for s in sorted(claims, key=lambda s: (s.profile.day or "9", s.report)):
        first.setdefault(_same(s), s)
    standing = {id(s) for s in first.values()}
    echoes = [echo(first[_same(s)], s) for s in claims if id(s) not in standing and first[_same(s)].report != s.report]
    return [s for s in claims if id(s) in standing], echoes


def echo(a: Slots, b: Slots) -> Relation:
    left, right = (ClaimRef(s.profile.id, s.claim.id) for s in (a, b))
    return Relation("ECHOES", left, right, (Finding("origin", "SAME", a.chain.name, b.chain.name, _WHY),))


def _same(s: Slots) -> Hashable:
    """The same for claims in the same words, on the same word and as surely, in reports that copied from one another."""
    c = s.claim.commitment
    return s.copied, tuple(words(s.text)), key(s.chain.name) if not s.chain.own else "", c.polarity, c.certainty, s.claim.nature
