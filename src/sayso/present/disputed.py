"""Disputes as shown: who holds what, side by side; of many pairs on one matter, one with all who are on either side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.records import ClaimRef, Support

from .explained import Explained, explained
from .view import Said, View


@dataclass(frozen=True)
class Camp:
    """All who hold one side; ``independent`` origins are shown to stand behind it."""

    said: tuple[Said, ...]
    independent: int
    why: str


@dataclass(frozen=True)
class Dispute:
    """The pair that says it best, and the camps to its left and right; ``pairs`` of claims contradict one another in it."""

    pair: Explained
    left: Camp
    right: Camp
    pairs: int


def disputes(view: View) -> list[Dispute]:
    """In the order in which they come up."""
    matters = {ref: s for s in view.dossier.relations.support for ref in s.claims}
    found: dict[frozenset[str], list[Explained]] = {}
    for pair in explained(view, ["CONTRADICTS"]):
        sides = (pair.relation.left, pair.relation.right)
        found.setdefault(frozenset(_matter(r, matters) for r in sides), []).append(pair)
    return [_dispute(several, matters, view) for several in found.values()]


def _matter(ref: ClaimRef, matters: dict[ClaimRef, Support]) -> str:
    return matters[ref].id if ref in matters else f"{ref.report}:{ref.claim}"


def _dispute(several: Sequence[Explained], matters: dict[ClaimRef, Support], view: View) -> Dispute:
    pair = max(several, key=lambda e: (sum(f.verdict == "CONFLICT" for f in e.findings), -several.index(e)))
    left, right = (_camp(r, matters, view) for r in (pair.relation.left, pair.relation.right))
    return Dispute(pair, left, right, len(several))


def _camp(ref: ClaimRef, matters: dict[ClaimRef, Support], view: View) -> Camp:
    matter = matters.get(ref)
    refs = matter.claims if matter else (ref,)
    said = tuple(view.claims[r.report, r.claim] for r in refs if (r.report, r.claim) in view.claims)
    return Camp(said, matter.independent if matter else 1, matter.why if matter else "")
