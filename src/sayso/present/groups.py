"""The ledger: claims grouped by who said them, with the chain by which each came into print."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .view import Link, Said, Told

UNSHARED = frozenset({"unnamed", "unknown", "crowd"})


@dataclass(frozen=True)
class Way:
    """Claims that came by one chain in one report."""

    report: Told
    chain: tuple[Link, ...]
    claims: tuple[Said, ...]

    @property
    def hand(self) -> str:
        """ "second-hand", where claims came so."""
        return self.claims[0].hand if self.claims else ""

    @property
    def shown(self) -> tuple[Said, ...]:
        """Without those that say no more than that another speaks."""
        return tuple(s for s in self.claims if not s.act)

    @property
    def acts(self) -> tuple[Said, ...]:
        return tuple(s for s in self.claims if s.act)


@dataclass(frozen=True)
class Speaker:
    """The last source of one or more chains. Unnamed ones are never taken for one across reports."""

    link: Link
    ways: tuple[Way, ...]

    @property
    def number(self) -> int:
        return sum(len(w.shown) for w in self.ways)

    @property
    def reports(self) -> int:
        return len({w.report.number for w in self.ways})


def speakers(reports: Sequence[Told]) -> tuple[Speaker, ...]:
    """Sources in the order in which they first speak, the outlets' own voices last."""
    groups: dict[tuple[object, ...], dict[tuple[int, tuple[str, ...]], list[Said]]] = {}
    for told in reports:
        for said in told.claims:
            chain = tuple(link.entity or link.name.casefold() for link in said.chain)
            groups.setdefault(_whose(said, told), {}).setdefault((told.number, chain), []).append(said)
    found = [_speaker(ways, reports) for ways in groups.values()]
    return tuple(sorted(found, key=lambda s: s.link.kind == "outlet" and len(s.ways[0].chain) == 1))


def _whose(said: Said, told: Told) -> tuple[object, ...]:
    last = said.chain[-1]
    own = told.number if last.kind in UNSHARED or len(said.chain) == 1 else -1
    if own >= 0 and last.entity:
        return last.entity, True, own
    return last.name.casefold().removeprefix("the ").strip(), last.kind in UNSHARED, own


def _speaker(ways: dict[tuple[int, tuple[str, ...]], list[Said]], reports: Sequence[Told]) -> Speaker:
    made = tuple(Way(reports[number], claims[0].chain, tuple(claims)) for (number, _), claims in ways.items())
    return Speaker(max((w.chain[-1] for w in made), key=lambda link: len(link.name.split())), made)


def depths(claims: Iterable[Said]) -> list[int]:
    """How many of the claims before it each claim stands within."""
    open_: list[Said] = []
    found = []
    for said in claims:
        open_ = [o for o in open_ if o.claim.span.covers(said.claim.span) and o.report == said.report]
        found.append(len(open_))
        open_.append(said)
    return found
