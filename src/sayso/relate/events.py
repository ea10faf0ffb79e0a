"""Claims of a story by the event that they tell of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import product

from .blocking import candidates
from .matching import Match, match
from .slots import Slots

JOINED = -0.3  # mean score at which groups are joined
ASKED = 12  # members of a group that are compared with another group's, so that large groups cost no more than small ones


class Matches:
    """How alike claims of a story are, each pair compared once; claims are meant by their places in the list."""

    def __init__(self, claims: Sequence[Slots]) -> None:
        self.claims = claims
        self._known: dict[tuple[int, int], Match] = {}

    @cached_property
    def pairs(self) -> list[tuple[int, int]]:
        """Those that have anything in common by which they can meet."""
        return candidates(self.claims)

    @cached_property
    def groups(self) -> list[list[int]]:
        """Claims by the event that they tell of."""
        return grouped(self)

    def of(self, i: int, j: int) -> Match:
        found = self._known.get((i, j))
        if found is None:
            found = self._known[i, j] = match(self.claims[i], self.claims[j])
        return found

    def score(self, i: int, j: int) -> float:
        return self.of(min(i, j), max(i, j)).score


def events(claims: Sequence[Slots]) -> list[list[int]]:
    """Groups of claims, each claim in one."""
    return grouped(Matches(claims))


def grouped(matches: Matches) -> list[list[int]]:
    """The likest are joined first, while the groups they join are alike too."""
    groups, of = {i: [i] for i in range(len(matches.claims))}, list(range(len(matches.claims)))
    for against, i, j in sorted((-matches.score(i, j), i, j) for i, j in matches.pairs):
        if -against <= JOINED:
            break
        if of[i] != of[j] and alike(groups[of[i]], groups[of[j]], matches.score) > JOINED:
            kept, gone = sorted((of[i], of[j]))
            for k in groups[gone]:
                of[k] = kept
            groups[kept] += groups.pop(gone)
    return [sorted(g) for g in groups.values()]


def alike(a: Sequence[int], b: Sequence[int], score: Callable[[int, int], float]) -> float:
    """The mean over pairs of their members, of large groups those spread evenly over them."""
    pairs = list(product(spread(a), spread(b)))
    return sum(score(*p) for p in pairs) / len(pairs)


def spread(group: Sequence[int]) -> Sequence[int]:
    step = max(1, -(-len(group) // ASKED))
    return group[::step]
