"""Reports of one event, found without comparing all pairs."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Sequence

from .grouping import Groups
from .profile import Profile
from .words import cosine, unit

KEYS = 30  # the most telling words of a report, by which it meets others
BLOCK = 60  # of a word in more reports than this, each meets only the next NEXT
NEXT = 8
SHARED_KEYS = 3  # met by so many of them before two reports are compared
ALIKE, ALIKE_DATED = 0.25, 0.2  # cosine of two reports; of two that are dated near each other
CORE = 0.2  # of the groups they would join
DAYS = 14  # reports further apart in time tell of different events, or of one another
PERMUTATIONS, COPY = 64, 0.5  # MinHash: estimated share of words in common, for copies without rare words


def stories(profiles: Sequence[Profile]) -> list[list[int]]:
    """Groups of indices, every report in one; most alike are joined first, so the order given does not matter."""
    alike = [(cosine(profiles[i].vector, profiles[j].vector), i, j) for i, j in candidates(profiles)]
    groups, centres = Groups(len(profiles)), {i: dict(p.vector) for i, p in enumerate(profiles)}
    for score, i, j in sorted(alike, key=lambda t: (-t[0], profiles[t[1]].id, profiles[t[2]].id)):
        a, b = groups.of(i), groups.of(j)
        if a != b and enough(score, profiles[i], profiles[j]) and cosine(unit(centres[a]), unit(centres[b])) >= CORE:
            groups.join(a, b)
            centres[min(a, b)] = added(centres.pop(a), centres.pop(b))
    return groups.members()


def added(a: dict[str, float], b: dict[str, float]) -> dict[str, float]:
    """The sum of two vectors, grown in place from the larger."""
    if len(a) < len(b):
        a, b = b, a
    for word, value in b.items():
        a[word] = a.get(word, 0.0) + value
    return a


def enough(likeness: float, a: Profile, b: Profile) -> bool:
    """Dates far apart part two reports, dates near each other speak for one event; unknown ones do neither."""
    if not (a.day and b.day):
        return likeness >= ALIKE
    apart = days_between(a.day, b.day)
    return likeness >= ALIKE if apart is None else apart <= DAYS and likeness >= ALIKE_DATED


def days_between(a: str, b: str) -> int | None:
    """None where one is no day of the calendar that Python knows."""
    try:
        return abs((dt.date.fromisoformat(a[:10]) - dt.date.fromisoformat(b[:10])).days)
    except ValueError:
        return None


def candidates(profiles: Sequence[Profile]) -> list[tuple[int, int]]:
    """Pairs that share several of their most telling words, or most of all their words."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for i, p in enumerate(profiles):
        for word in sorted(p.vector, key=lambda w: (-p.vector[w], w))[:KEYS]:
            holders[word].append(i)
    met: Counter[tuple[int, int]] = Counter()
    for group in holders.values():
        reach = len(group) if len(group) <= BLOCK else NEXT
        met.update((i, j) for n, i in enumerate(group) for j in group[n + 1 : n + 1 + reach])
    return sorted({pair for pair, number in met.items() if number >= SHARED_KEYS} | copies(profiles))


def copies(profiles: Sequence[Profile]) -> set[tuple[int, int]]:
    """Pairs whose sets of words are much the same, by MinHash; the seed is fixed, so every run meets the same."""
    from datasketch import MinHash, MinHashLSH

    index, found = MinHashLSH(threshold=COPY, num_perm=PERMUTATIONS), set()
    for i, p in enumerate(profiles):
        if not p.words:
            continue
        sketch = MinHash(num_perm=PERMUTATIONS, seed=1)
        sketch.update_batch([w.encode() for w in p.words])
        found |= {(j, i) for j in index.query(sketch)[:BLOCK]}
        index.insert(i, sketch)
    return found
