"""Groups that grow by joining pairs."""

from __future__ import annotations

from collections import defaultdict


class Groups:
    """Union-find over the numbers below ``size``; the least number stands for its group."""

    def __init__(self, size: int) -> None:
        self.parent = list(range(size))

    def of(self, i: int) -> int:
        while self.parent[i] != i:
            self.parent[i] = self.parent[self.parent[i]]
            i = self.parent[i]
        return i

    def join(self, i: int, j: int) -> bool:
        """Whether the two were apart before."""
        i, j = sorted((self.of(i), self.of(j)))
        self.parent[j] = i
        return i != j

    def members(self) -> list[list[int]]:
        found: defaultdict[int, list[int]] = defaultdict(list)
        for i in range(len(self.parent)):
            found[self.of(i)].append(i)
        return [found[k] for k in sorted(found)]
