"""Mentions put together as they are found to speak of the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from .phrases import Gender, Phrase

_PERSONS = frozenset(("person", "group"))
_BODIES = frozenset(("organization", "group", "place", "facility", "other"))


@dataclass(slots=True)
class Cluster:
    """What is known of one entity so far. ``roles`` are the common nouns it went by: "minister", "group"."""

    members: list[int]
    kinds: dict[str, int]
    genders: dict[Gender, int]
    numbers: set[str]
    roles: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    complements: set[str] = field(default_factory=set)
    named: int = 0
    last: int = 0

    @property
    def kind(self) -> str:
        """The kind most of its mentions speak for, names before others."""
        return max(self.kinds, key=lambda k: self.kinds[k])

    @property
    def gender(self) -> Gender:
        return max(self.genders, key=lambda g: self.genders[g]) if self.genders else "-"

    def admits_gender(self, gender: Gender) -> bool:
        return gender == "-" or not self.genders or self.gender == gender


class Clusters:
    """A partition of the phrases; joining two classes costs the smaller one's size."""

    def __init__(self, phrases: list[Phrase]) -> None:
        self.phrases = phrases
        self.of = list(range(len(phrases)))
        self.all = {i: _single(i, p) for i, p in enumerate(phrases)}

    def __getitem__(self, i: int) -> Cluster:
        """The cluster of phrase ``i``."""
        return self.all[self.of[i]]

    def same(self, i: int, j: int) -> bool:
        return self.of[i] == self.of[j]

    def join(self, i: int, j: int) -> None:
        big, small = self.of[i], self.of[j]
        if big == small:
            return
        if len(self.all[big].members) < len(self.all[small].members):
            big, small = small, big
        kept, gone = self.all[big], self.all.pop(small)
        for k in gone.members:
            self.of[k] = big
        kept.members += gone.members
        for kind, weight in gone.kinds.items():
            kept.kinds[kind] = kept.kinds.get(kind, 0) + weight
        for gender, weight in gone.genders.items():
            kept.genders[gender] = kept.genders.get(gender, 0) + weight
        kept.numbers |= gone.numbers
        kept.roles |= gone.roles
        kept.words |= gone.words
        kept.complements |= gone.complements
        kept.named += gone.named
        kept.last = max(kept.last, gone.last)

    def join_unnamed(self, i: int, j: int) -> None:
        """Joins where not both have a name already: what is no form of one name is made one by no grammar."""
        if not (self[i].named and self[j].named):
            self.join(i, j)

    def join_all(self, indices: Iterable[int]) -> None:
        first: int | None = None
        for i in indices:
            if first is not None:
                self.join(first, i)
            first = i if first is None else first


def _single(i: int, p: Phrase) -> Cluster:
    weight = 1 if p.is_pronoun else 96 if p.sure else 6 if p.is_name else 2
    genders: dict[Gender, int] = {p.gender: weight} if p.gender in ("m", "f") else {}
    numbers: set[str] = {p.number} if p.number != "any" else set()
    cluster = Cluster([i], {p.mention.kind: weight}, genders, numbers, last=i, named=int(p.is_name))
    if p.is_name:
        cluster.roles.update(p.titles)
        cluster.words.update(p.titles)
        cluster.words.update(p.words)
    elif not p.is_pronoun:
        cluster.roles.add(p.lemma)
        cluster.words.update(p.words)
        cluster.complements.update(p.complement)
    return cluster


def compatible(a: str, b: str) -> bool:
    """May mentions of these two kinds be one? A ministry may be an organization here and a place there."""
    return a == b or (a in _PERSONS and b in _PERSONS) or (a in _BODIES and b in _BODIES)
