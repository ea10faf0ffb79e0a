"""Which origins of a story are shown to be independent: each of all that were counted before it.

It fails closed: two reports on one agency's word, one statement or one minister are not two origins because nobody copied.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sayso.records import Transfer

from .informants import in_common as shared
from .sourcing import Sourcing
from .transfer import Compared, apart

COMPARED = 30  # origins of one story; nobody needs to know of more
LOOKED_AT = 20  # reports of one origin
Pair = tuple[int, int]


@dataclass(frozen=True)
class Standing:
    """An origin's reports, of very many the first."""

    reports: tuple[Compared, ...]

    @cached_property
    def media(self) -> frozenset[str]:
        return frozenset(m for r in self.reports for m in r.sources.media)

    def own(self, other: Standing) -> bool:
        """Whether one of its reports has an informant whom no report of the other names."""
        return any(
            all(not r.names(who, kind) for r in other.reports)
            for mine in self.reports for who, kind in mine.sources.firm.items()
        )  # fmt: skip


def not_independent(
    groups: Sequence[Sequence[int]], reports: Sequence[Compared], transfers: Mapping[tuple[int, int], Transfer]
) -> dict[int, str]:
    """Numbers of groups, given with the largest first, that are not shown to be independent of those that count; and why.

    Those that have something in common with the fewest others count first, so that as many count as may.
    """
    all_of_them = [Standing(tuple(reports[i] for i in group[:LOOKED_AT])) for group in groups]
    lacks = {n: why for n, one in enumerate(all_of_them) if (why := missing([r.sources for r in one.reports]))}
    able = [n for n in range(len(groups)) if n not in lacks]
    lacks |= dict.fromkeys(able[COMPARED:], f"only the {COMPARED} largest origins are compared")
    joint = _joint(able[:COMPARED], all_of_them, _linked(groups, transfers))
    counted: list[int] = []
    for n in sorted(able[:COMPARED], key=lambda n: (sum(n in pair for pair in joint), n)):
        before = next((m for m in counted if (min(m, n), max(m, n)) in joint), None)
        if before is None:
            counted.append(n)
        else:
            name = all_of_them[before].reports[0].sources.name
            lacks[n] = f"with {name}: {joint[min(before, n), max(before, n)]}"
    return lacks


def _linked(groups: Sequence[Sequence[int]], transfers: Mapping[tuple[int, int], Transfer]) -> dict[Pair, str]:
    """Pairs of groups of which a report has a source in common with one of the other, by what was compared already."""
    of = {i: n for n, group in enumerate(groups) for i in group}
    common = ((of[i], of[j], t) for (i, j), t in transfers.items() if t.kind == "common source")
    return {(min(n, m), max(n, m)): t.why for n, m, t in common if n != m}


def _joint(numbers: Sequence[int], all_of_them: Sequence[Standing], linked: Mapping[Pair, str]) -> dict[Pair, str]:
    """Pairs that are not shown to be two, with the reason."""
    pairs = ((n, m) for k, n in enumerate(numbers) for m in numbers[k + 1 :])
    return {(n, m): why for n, m in pairs if (why := linked.get((n, m)) or in_common(all_of_them[n], all_of_them[m]))}


def in_common(one: Standing, other: Standing) -> str:
    """What two origins have in common, or one of them lacks; "" where they are shown to be two."""
    if media := one.media & other.media:
        return f"both cite {one.reports[0].sources.show(media)}"
    for a in one.reports:
        for b in other.reports:
            heard = shared(a.sources, b.sources)
            if heard and not apart(a.sources, b.sources, len(heard)):
                return f"both have it from {a.sources.show(heard)}"
    if not one.own(other) or not other.own(one):
        return "one of them has nobody whom the other does not name"
    return ""


def missing(told: Collection[Sourcing]) -> str:
    """What an origin lacks, alone, to be shown as one of its own; "" where nothing is."""
    if not any(t.publisher for t in told):
        return "no publisher is known"
    if not any(t.heard or t.cited for t in told):
        return "nobody is named or described whose word it is"
    return ""
