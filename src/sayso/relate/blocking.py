"""Which claims of a story meet: those that share a telling word, a kind of event or a count. Never all pairs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from .slots import Slots
from .words import cosine

MEET = 3  # the most telling words of a claim, by which it meets others
BLOCK = 40  # claims that meet at one word; beyond, each meets the first few alone
FIRST = 6
NEAR = 0.3


def candidates(claims: Sequence[Slots]) -> list[tuple[int, int]]:
    """Pairs by their places in the list, the lower first."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for i, s in enumerate(claims):
        for key in keys(s):
            holders[key].append(i)
    met: Counter[tuple[int, int]] = Counter()
    for group in holders.values():
        heads = group if len(group) <= BLOCK else group[:FIRST]
        met.update((i, j) for n, i in enumerate(heads) for j in group[n + 1 :])
    return sorted(pair for pair, n in met.items() if n > 1 or worth_it(*(claims[i] for i in pair)))


def worth_it(a: Slots, b: Slots) -> bool:
    """Whether two claims that meet but once have more in common than that word."""
    return a.kind == b.kind or not a.heads.isdisjoint(b.heads) or cosine(a.words, b.words) >= NEAR


def keys(s: Slots) -> Iterable[str]:
    """What a claim meets others by."""
    telling = sorted(s.words, key=lambda w: (-s.words[w], w))[:MEET]
    kinds = (f"kind {k}" for k in sorted(s.heads))
    return dict.fromkeys([*telling, s.kind, *kinds, *(f"number of {k}" for k in sorted(s.tolls))])
