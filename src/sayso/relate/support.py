"""What stands behind a matter: the claims of a story that say one thing, and how many independent origins they have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.records import ClaimRef, Origin, Relation, Story, Support, digest

from .grouping import Groups
from .provenance import ClaimOrigin, independent
from .slots import Slots

# Relations by which two claims say one thing, the surest first. What updates or contradicts says another.
AGREEING = ("CORROBORATES", "SAME", "ECHOES", "REFINES")


@dataclass(frozen=True)
class Backing:
    """Who stands behind the claims of one story: origins of claims by report and attribution, origins of reports by report."""

    claims: dict[tuple[str, str], ClaimOrigin]
    reports: dict[str, str]

    @classmethod
    def of(cls, claims: dict[tuple[str, str], ClaimOrigin], origins: Iterable[Origin]) -> Backing:
        return cls(claims, {report: o.id for o in origins for report in o.reports})

    def count(self, claims: Iterable[Slots]) -> tuple[int, str]:
        """How many origins of these claims are shown to be independent, at least one, and the reason."""
        keys = dict.fromkeys((s.profile.id, s.claim.said) for s in claims)
        return independent(self.claims[k] for k in keys if k in self.claims)

    def origin(self, claim: Slots) -> str:
        return self.reports.get(claim.profile.id, "")

    def origins(self, claims: Iterable[Slots]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(o for s in claims if (o := self.origin(s))))


def support(story: Story, claims: Sequence[Slots], relations: Iterable[Relation], backing: Backing) -> tuple[Support, ...]:
    """Matters that two claims or more tell of, in the order in which the reports first tell them."""
    number = {ref(s): i for i, s in enumerate(claims)}
    linked = [(r, number[r.left], number[r.right]) for r in relations if r.left in number and r.right in number]
    against = contradicted(linked)
    groups = aligned(len(claims), linked, against)
    return tuple(_support(story.id, m, claims, backing, against) for m in groups.members() if len(m) > 1)


def ref(claim: Slots) -> ClaimRef:
    return ClaimRef(claim.profile.id, claim.claim.id)


Linked = tuple[Relation, int, int]


def contradicted(linked: Iterable[Linked]) -> dict[int, set[int]]:
    """By the number of a claim, those that contradict it."""
    found: defaultdict[int, set[int]] = defaultdict(set)
    for relation, i, j in linked:
        if relation.kind == "CONTRADICTS":
            found[i].add(j)
            found[j].add(i)
    return dict(found)


def aligned(size: int, linked: Sequence[Linked], against: dict[int, set[int]]) -> Groups:
    """Claims joined by what agrees, the surest relations first; nothing joins two claims that contradict one another."""
    groups, foes = Groups(size), {i: set(js) for i, js in against.items()}
    agreeing = [link for link in linked if link[0].kind in AGREEING]
    for _, i, j in sorted(agreeing, key=lambda link: (AGREEING.index(link[0].kind), link[1], link[2])):
        a, b = groups.of(i), groups.of(j)
        if a != b and not any(groups.of(foe) == b for foe in foes.get(a, ())):
            groups.join(a, b)
            foes[min(a, b)] = foes.pop(a, set()) | foes.pop(b, set())
    return groups


def _support(
    story: str, members: Sequence[int], claims: Sequence[Slots], backing: Backing, against: dict[int, set[int]]
) -> Support:
    own = [claims[i] for i in members]
    number, why = backing.count(own)
    refs = tuple(ref(s) for s in own)
    others = sorted({j for i in members for j in against.get(i, ())})
    id = digest("p", story, *(f"{r.report}:{r.claim}" for r in sorted(refs, key=lambda r: (r.report, r.claim))))
    return Support(id, story, refs, backing.origins(own), number, why, tuple(ref(claims[j]) for j in others))
