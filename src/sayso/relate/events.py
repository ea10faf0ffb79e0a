"""Claims of a story by the event that they tell of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from itertools import product

from .claims import candidates
from .matching import match
from .slots import Slots

JOINED = -0.5  # mean score at which groups are joined
ASKED = 12  # members of a group that are compared with another group's, so that large groups cost no more than small ones


def events(claims: Sequence[Slots]) -> list[list[int]]:
    """Groups of claims, by their places in the list. The likest are joined first, while the groups they join are alike too."""

    @cache
    def score(i: int, j: int) -> float:
        return match(claims[i], claims[j]).score

    pairs = sorted((-score(i, j), i, j) for i, j in candidates(claims))
    groups = {i: [i] for i in range(len(claims))}
    of = list(range(len(claims)))
    for against, i, j in pairs:
        if -against > JOINED and of[i] != of[j] and alike(groups[of[i]], groups[of[j]], score) > JOINED:
            kept, gone = sorted((of[i], of[j]))
            for k in groups[gone]:
                of[k] = kept
            groups[kept] += groups.pop(gone)
    return [sorted(g) for g in groups.values()]


def alike(a: Sequence[int], b: Sequence[int], score: Callable[[int, int], float]) -> float:
    """The mean over pairs of their members, of large groups those spread evenly over them."""
    pairs = [(min(i, j), max(i, j)) for i, j in product(spread(a), spread(b))]
    return sum(score(*p) for p in pairs) / len(pairs)


def spread(group: Sequence[int]) -> Sequence[int]:
    step = max(1, -(-len(group) // ASKED))
    return group[::step]
