"""Clusters compared with true ones: MUC, B-cubed, CEAF-e, and their mean, which the CoNLL shared tasks call CoNLL F1.

Both sides are lists of groups of the same items; groups of one item count (B-cubed, CEAF-e) unless they are left out first.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence

Group = frozenset[Hashable]
Scores = tuple[float, float, float]  # precision, recall, F1


def conll(found: Sequence[Group], true: Sequence[Group]) -> float:
    """The mean of three F1."""
    return (muc(found, true)[2] + b_cubed(found, true)[2] + ceaf_e(found, true)[2]) / 3


def muc(found: Sequence[Group], true: Sequence[Group]) -> Scores:
    """Links: how many of those that hold a group together are there (Vilain et al. 1995)."""
    return _scores(_links(found, true), _links(true, found))


def _links(of: Sequence[Group], by: Sequence[Group]) -> tuple[float, float]:
    where = {item: n for n, group in enumerate(by) for item in group}
    parts = [len({where.get(item, item) for item in group}) for group in of]
    return sum(len(g) - p for g, p in zip(of, parts, strict=True)), sum(len(g) - 1 for g in of)


def b_cubed(found: Sequence[Group], true: Sequence[Group]) -> Scores:
    """Item by item: how much of its group it shares with its true group (Bagga and Baldwin 1998)."""
    return _scores(_shares(found, true), _shares(true, found))


def _shares(of: Sequence[Group], by: Sequence[Group]) -> tuple[float, float]:
    where = {item: n for n, group in enumerate(by) for item in group}
    right = sum(n * n / len(group) for group in of for n in Counter(where.get(item, item) for item in group).values())
    return right, sum(map(len, of))


def ceaf_e(found: Sequence[Group], true: Sequence[Group]) -> Scores:
    """Groups matched one to one at best, each pair worth its Dice coefficient (Luo 2005)."""
    worth = sum(_best_worth(part) for part in _parts(found, true))
    return _scores((worth, len(found)), (worth, len(true)))


def _parts(found: Sequence[Group], true: Sequence[Group]) -> list[dict[tuple[int, int], float]]:
    """Pairs that share items with their worth, apart where no chain of shared items leads from one to another."""
    where = {item: n for n, group in enumerate(true) for item in group}
    above = list(range(len(true)))

    def root(n: int) -> int:
        while above[n] != n:
            n = above[n]
        return n

    pairs: dict[tuple[int, int], float] = {}
    for i, group in enumerate(found):
        shared = Counter(where[item] for item in group if item in where)
        pairs |= {(i, j): 2 * n / (len(group) + len(true[j])) for j, n in shared.items()}
        for j in shared:
            above[root(j)] = root(min(shared))
    parts: defaultdict[int, dict[tuple[int, int], float]] = defaultdict(dict)
    for (i, j), worth in pairs.items():
        parts[root(j)][i, j] = worth
    return list(parts.values())


def _best_worth(pairs: dict[tuple[int, int], float]) -> float:
    """Of the best matching: shortest augmenting paths (Kuhn and Munkres, in Jonker and Volgenant's form)."""
    rows, columns = sorted({i for i, _ in pairs}), sorted({j for _, j in pairs})
    if len(rows) == 1 or len(columns) == 1:
        return max(pairs.values())
    if len(rows) > len(columns):
        rows, columns, pairs = columns, rows, {(j, i): w for (i, j), w in pairs.items()}
    cost = [[-pairs.get((i, j), 0.0) for j in columns] for i in rows]
    return -_least_cost(cost)


def _least_cost(cost: Sequence[Sequence[float]]) -> float:
    """Of one column a row, each column once; no more rows than columns."""
    n, m = len(cost), len(cost[0])
    u, v, match = [0.0] * (n + 1), [0.0] * (m + 1), [0] * (m + 1)
    for i in range(1, n + 1):
        _augment(cost, i, u, v, match)
    return sum(cost[match[j] - 1][j - 1] for j in range(1, m + 1) if match[j])


def _augment(cost: Sequence[Sequence[float]], row: int, u: list[float], v: list[float], match: list[int]) -> None:
    """Row ``row`` gets a column; potentials ``u`` and ``v`` keep every reduced cost from falling below nothing."""
    m = len(v) - 1
    least, way, used, j = [float("inf")] * (m + 1), [0] * (m + 1), [False] * (m + 1), 0
    match[0] = row
    while match[j]:
        used[j] = True
        i, free = match[j], [k for k in range(1, m + 1) if not used[k]]
        for k in free:
            reduced = cost[i - 1][k - 1] - u[i] - v[k]
            if reduced < least[k]:
                least[k], way[k] = reduced, j
        nearest = min(free, key=least.__getitem__)
        step = least[nearest]
        for k in range(m + 1):
            if used[k]:
                u[match[k]], v[k] = u[match[k]] + step, v[k] - step
            else:
                least[k] -= step
        j = nearest
    while j:
        match[j], j = match[way[j]], way[j]


def _scores(precision: tuple[float, float], recall: tuple[float, float]) -> Scores:
    p, r = (part / whole if whole else 0.0 for part, whole in (precision, recall))
    return p, r, 2 * p * r / (p + r) if p + r else 0.0
