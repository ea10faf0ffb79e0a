"""Origins inside a story: which reports go back to the same words or the same informant, and who has it from whom.

Independence is shown or it is not claimed: a report that names no publisher or nobody whose word it is counts for none.
What stands behind a single claim is in ``provenance`` (``claim_origins``, ``independent``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.records import Origin, Transfer, digest

from .grouping import Groups
from .groups import owners
from .links import Link, citing, informants_in_common, names_in_common
from .profile import Profile, body
from .provenance import ClaimOrigin, claim_origin, claim_origins, independent
from .reuse import Passage, passages, running, sharing
from .sourcing import Sourcing, of_one_story, sourcing
from .standing import not_independent
from .transfer import Compared, compared, judged, linked, transfer

__all__ = ["ClaimOrigin", "Sources", "aligned", "claim_origin", "claim_origins", "independent", "origins"]

WORTH = 3  # runs of words in common before two texts are compared
DERIVED = frozenset({"copy", "partial", "rewrite"})  # of two reports of which one is, in part at least, the other


@dataclass(frozen=True)
class Sources:
    """A story's origins, the largest first; ``copied`` numbers the reports' groups by words, publisher and agency alone;
    ``transfers``: who has it from whom, pairs that have something to do with one another alone."""

    origins: tuple[Origin, ...]
    copied: tuple[int, ...]
    transfers: tuple[Transfer, ...] = ()


def origins(profiles: Sequence[Profile], groups: Path | None = None) -> Sources:
    """``groups``: the user's own table of publishing groups."""
    told = of_one_story([sourcing(p, owners(groups)) for p in profiles])
    reports, found = compared(profiles, told), Found(len(told))
    found.take(_words_in_common(reports), reports)
    found.take(names_in_common(told), reports)
    copied = tuple(found.groups.of(i) for i in range(len(told)))
    found.take(citing(told), reports)
    found.take(informants_in_common(told), reports)
    members = sorted(found.groups.members(), key=lambda g: (-len(g), g))
    lacks = not_independent(members, reports, found.transfers)
    made = tuple(_origin(g, profiles, told, found.reasons, lacks.get(n, "")) for n, g in enumerate(members))
    return Sources(made, copied, tuple(found.transfers[pair] for pair in sorted(found.transfers)))


class Found:
    """Groups of reports that grow link by link, and the transfer of each pair: the first that is found."""

    def __init__(self, size: int) -> None:
        self.groups = Groups(size)
        self.reasons = defaultdict[int, list[str]](list)
        self.transfers: dict[tuple[int, int], Transfer] = {}

    def take(self, links: Iterable[Link], reports: Sequence[Compared]) -> None:
        for link in links:
            pair = (min(link.left, link.right), max(link.left, link.right))
            if link.joins and self.groups.join(*pair):
                self.reasons[pair[1]].append(link.why)
            if pair not in self.transfers and (made := link.transfer or linked(reports[pair[0]], reports[pair[1]], link)):
                self.transfers[pair] = made


def _words_in_common(reports: Sequence[Compared]) -> Iterator[Link]:
    """Pairs that share a run of words; those of which one is, in part at least, the other are of one origin."""
    for i, j in sharing([r.text.whole for r in reports], WORTH):
        found = judged(reports[i], reports[j])
        if made := transfer(reports[i], reports[j], found):
            names = f"{reports[j].sources.name} and {reports[i].sources.name}"
            yield Link(i, j, made.kind, f"{names} {made.why}", made.kind in DERIVED, made)


def aligned(a: Profile, b: Profile) -> list[Passage]:
    """The passages that two reports share, quotations included."""
    return passages(running(a.reading.report, body(a.reading)), running(b.reading.report, body(b.reading)))


def _origin(
    group: list[int], profiles: Sequence[Profile], told: Sequence[Sourcing], reasons: dict[int, list[str]], lacks: str
) -> Origin:
    ids = tuple(profiles[i].id for i in group)
    why = "; ".join(dict.fromkeys(w for i in group for w in reasons.get(i, ()))) or alone(told[group[0]])
    if lacks:
        why += f"; independence is not shown: {lacks}"
    return Origin(digest("o", *sorted(ids)), ids, why, not lacks)


def alone(told: Sourcing) -> str:
    """Why a report is taken for an origin of its own."""
    if not told.heard:
        return "no words, agency or informant in common with the others"
    return f"has informants of its own: {told.show(sorted(told.heard)[:4])}"
