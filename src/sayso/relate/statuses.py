"""What became of somebody in the meantime: arrested in Monday's report, charged in Friday's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.records import ClaimRef, Finding, Relation

from .compare import committed, independence
from .slots import Slots


@dataclass(frozen=True)
class Status:
    """How far somebody is on a way ("justice": arrested, charged, ...), on the day of the report that says so."""

    day: str
    step: int
    name: str
    claim: Slots


def status_updates(claims: Sequence[Slots]) -> Iterator[Relation]:
    """Each claim that tells a new step, with the latest earlier claim of a step before it; of one person, known by name."""
    for known in _ways(claims).values():
        reached: Status | None = None
        for status in sorted(known, key=lambda s: (s.day, s.step, s.claim.report, s.claim.claim.span)):
            if reached is None or status.step > reached.step:
                if reached and status.day > reached.day:
                    yield _update(reached, status)
                reached = status


def _ways(claims: Sequence[Slots]) -> dict[tuple[str, str], list[Status]]:
    found: defaultdict[tuple[str, str], list[Status]] = defaultdict(list)
    for s in claims:
        day, held = s.profile.day, s.claim.commitment
        if day and held.polarity == "+" and held.certainty == "certain":
            for way, step, kind in steps(s):
                for name in sorted(whose(s)):
                    found[way, name].append(Status(day, step, kind, s))
    return found


def steps(s: Slots) -> Iterator[tuple[str, int, str]]:
    """Ways and steps that a claim's main word names; none where it names two of one way ("held" may be two things)."""
    for way, order in s.profile.vocabulary.statuses.items():
        named = [(n, kind) for n, kinds in enumerate(order) for kind in kinds if kind in s.heads]
        if len(named) == 1:
            yield way, *named[0]


def whose(s: Slots) -> frozenset[str]:
    """Names of whomever it befell; where the claim names nobody so, of who did it: "resigned"."""
    parties = s.parties.get("target") or s.parties.get("agent") or ()
    return frozenset(name for p in parties if p.human for name in p.names if " " in name)


def _update(before: Status, after: Status) -> Relation:
    a, b = before.claim, after.claim
    findings = (
        Finding("polarity", "SAME", committed(a), committed(b)),
        Finding("status", "COMPATIBLE", before.name, after.name, f"{after.name} comes after {before.name}"),
        Finding("time", "UNKNOWN", before.day, after.day, "the days of the two reports"),
    )
    left, right = (ClaimRef(s.profile.id, s.claim.id) for s in (a, b))
    return Relation("UPDATES", left, right, (*findings, independence(a, b)), None)
