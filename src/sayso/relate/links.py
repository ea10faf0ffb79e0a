"""Pairs of a story's reports that name the same publisher, agency, outlet or informant, found without comparing all pairs.

Of many reports with one name, each is linked with the first of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sayso.records import Transfer, TransferKind

from .sourcing import Sourcing

Names = Callable[[Sourcing], frozenset[str]]


@dataclass(frozen=True)
class Link:
    """Two reports by number; ``joins``: whether they are of one origin for it. ``transfer``, where it is made already."""

    left: int
    right: int
    kind: TransferKind
    why: str
    joins: bool
    transfer: Transfer | None = None


def names_in_common(told: Sequence[Sourcing]) -> Iterator[Link]:
    yield from _by(told, lambda t: frozenset({t.publisher} if t.publisher else ()), "publisher", "are published by")
    yield from _by(told, lambda t: frozenset({t.owner} if t.owner else ()), "publisher", "belong to")
    yield from _by(told, lambda t: t.slugs, "agency", "carry the slug of")


def citing(told: Sequence[Sourcing]) -> Iterator[Link]:
    """Reports that cite another of the story; of its origin if they have nobody whom that has not too."""
    publishers = defaultdict[str, list[int]](list)
    for i, one in enumerate(told):
        if one.publisher:
            publishers[one.publisher].append(i)
    for j, one in enumerate(told):
        for i in (i for name in sorted(one.cited) for i in publishers.get(name, ())[:1] if i != j):
            yield Link(i, j, "cites", f"{one.name} cites {told[i].name}", not one.heard - told[i].heard)


def informants_in_common(told: Sequence[Sourcing]) -> Iterator[Link]:
    """Pairs of which one has nothing from anybody whom the other has not too."""
    yield from _by(told, lambda t: frozenset() if t.heard else t.media, "common source", "have nobody of their own and cite")
    yield from _same_informants(told)


def _by(told: Sequence[Sourcing], names: Names, kind: TransferKind, verb: str) -> Iterator[Link]:
    first: dict[str, int] = {}
    for j, one in enumerate(told):
        for name in sorted(names(one)):
            i = first.setdefault(name, j)
            if i != j:
                yield Link(i, j, kind, f"{told[i].name} and {one.name} {verb} {one.show([name])}", True)


def _same_informants(told: Sequence[Sourcing]) -> Iterator[Link]:
    holders = defaultdict[str, list[int]](list)
    for i, one in enumerate(told):
        for name in one.heard:
            holders[name].append(i)
    for j, one in enumerate(told):
        rarest = min((holders[n] for n in sorted(one.heard)), key=len, default=[])
        for i in [i for i in rarest if i != j and one.heard <= told[i].heard][:1]:
            why = f"{one.name} has nobody but {one.show(one.heard)}, whom {told[i].name} has too"
            yield Link(i, j, "common source", why, True)
