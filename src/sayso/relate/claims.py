"""Which claims of a story are compared: those that share a telling word, each with its best match in another report."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sayso.records import Relation

from .decide import related
from .profile import Profile
from .slots import Slots, slots
from .words import Weights, cosine

MEET = 3  # the most telling words of a claim, by which it meets others
BLOCK = 40  # claims that meet at one word; beyond, each meets the first few alone
FIRST = 6
WORTH = 0.25  # less alike than this, two claims are not of one matter


def claims_of(profiles: Sequence[Profile], copied: Sequence[int]) -> list[Slots]:
    """All claims of a story, report by report."""
    weights = Weights(profiles[0].vocabulary, [p.words for p in profiles])
    return [s for i, p in enumerate(profiles) for s in slots(p, i, copied[i], weights)]


def relations(claims: Sequence[Slots]) -> tuple[Relation, ...]:
    """Of one story; within one report too, where two of its sources speak of one matter."""
    return tuple(r for a, b in best(claims) if (r := related(*in_order(a, b))))


def in_order(a: Slots, b: Slots) -> tuple[Slots, Slots]:
    """The earlier report's claim first, by day of publication and then by the order given."""
    days = (a.profile.day, b.profile.day)
    return (b, a) if days[0] and days[1] and days[1] < days[0] else (a, b)


def best(claims: Sequence[Slots]) -> Iterator[tuple[Slots, Slots]]:
    """Pairs in which each claim is the other's likest of that report. Precision: a claim has one counterpart a report."""
    likeness = {(i, j): _likeness(claims[i], claims[j]) for i, j in candidates(claims) if comparable(claims[i], claims[j])}
    likest: dict[tuple[int, int], tuple[float, int]] = {}
    for (i, j), score in likeness.items():
        for one, other in ((i, j), (j, i)):
            slot = (one, claims[other].report)
            likest[slot] = max(likest.get(slot, (0.0, 0)), (score, -other))
    for (i, j), score in sorted(likeness.items()):
        if score >= WORTH and likest[i, claims[j].report][1] == -j and likest[j, claims[i].report][1] == -i:
            yield claims[i], claims[j]


def _likeness(a: Slots, b: Slots) -> float:
    return cosine(a.words, b.words) + (0.2 if a.kind == b.kind else 0.0) + (0.5 if a.tolls & b.tolls else 0.0)


def candidates(claims: Sequence[Slots]) -> list[tuple[int, int]]:
    """Pairs that share a telling word, a kind of event or a count."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for i, s in enumerate(claims):
        for key in keys(s):
            holders[key].append(i)
    met: Counter[tuple[int, int]] = Counter()
    for group in holders.values():
        heads = group if len(group) <= BLOCK else group[:FIRST]
        met.update((i, j) for n, i in enumerate(heads) for j in group[n + 1 :])
    return sorted(met)


def keys(s: Slots) -> Iterable[str]:
    """What a claim meets others by."""
    telling = sorted(s.words, key=lambda w: (-s.words[w], w))[:MEET]
    kinds = (f"kind {k}" for k in sorted(s.heads))
    return dict.fromkeys([*telling, s.kind, *kinds, *(f"number of {k}" for k in sorted(s.tolls))])


def comparable(a: Slots, b: Slots) -> bool:
    """Claims of two reports, or of two sources in one."""
    return a.report != b.report or (a.claim.said != b.claim.said and a.chain.name != b.chain.name)
