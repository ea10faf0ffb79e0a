"""Which claims of a story are set side by side: those of one event, each with its likest in another report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.records import Relation

from .decide import related
from .events import Matches
from .profile import Profile
from .slots import Slots, slots
from .statuses import status_updates
from .words import Weights

ALIKE = 2.0  # pairs that score this are compared though their groups were not joined


def claims_of(profiles: Sequence[Profile], copied: Sequence[int]) -> list[Slots]:
    """All claims of a story, report by report."""
    weights = Weights(profiles[0].vocabulary, [p.words for p in profiles])
    return [s for i, p in enumerate(profiles) for s in slots(p, i, copied[i], weights)]


def relations(claims: Sequence[Slots], matches: Matches | None = None) -> tuple[Relation, ...]:
    """Of one story; within one report too, where two of its sources speak of one matter. ``matches``: of these claims."""
    matches = matches or Matches(claims)
    pairs = ((*in_order(claims[i], claims[j]), matches.of(i, j)) for i, j in best(matches))
    found = [r for a, b, match in pairs if (r := related(a, b, match))]
    known = {(r.left, r.right) for r in found}
    return (*found, *(r for r in status_updates(claims) if (r.left, r.right) not in known))


def in_order(a: Slots, b: Slots) -> tuple[Slots, Slots]:
    """The earlier report's claim first, by day of publication and then by the order given."""
    days = (a.profile.day, b.profile.day)
    return (b, a) if days[0] and days[1] and days[1] < days[0] else (a, b)


def best(matches: Matches) -> Iterator[tuple[int, int]]:
    """Pairs in which each claim is the other's likest of that report, among those that say it in that word, or deny it in it.

    Of one event, or so alike that they need not have been grouped.
    """
    claims = matches.claims
    event = {i: n for n, group in enumerate(matches.groups) for i in group}
    compared = (p for p in matches.pairs if comparable(*(claims[i] for i in p)))
    met = [p for p in compared if event[p[0]] == event[p[1]] or matches.score(*p) >= ALIKE or counted(matches, p)]
    likest: dict[tuple[int, int, str, str], tuple[float, int]] = {}
    for i, j in met:
        for one, other in ((i, j), (j, i)):
            slot, rank = (one, *side(claims[other])), (likeness(matches, (i, j)), -other)
            likest[slot] = max(likest.get(slot, rank), rank)
    for i, j in met:
        if likest[i, *side(claims[j])][1] == -j and likest[j, *side(claims[i])][1] == -i:
            yield i, j


def side(s: Slots) -> tuple[int, str, str]:
    """Its report, whether it affirms or denies, and in which word: a claim has one counterpart of each."""
    return s.report, s.claim.commitment.polarity, s.kind


def likeness(matches: Matches, pair: tuple[int, int]) -> float:
    return matches.score(*pair) + (2.0 if counted(matches, pair) else 0.0)


def counted(matches: Matches, pair: tuple[int, int]) -> bool:
    """Whether both begin their reports' counts of the dead or the like."""
    a, b = (matches.claims[i] for i in pair)
    return bool(a.tolls & b.tolls)


def comparable(a: Slots, b: Slots) -> bool:
    """Claims of two reports, or of two sources in one."""
    return a.report != b.report or (a.claim.said != b.claim.said and a.chain.name != b.chain.name)
