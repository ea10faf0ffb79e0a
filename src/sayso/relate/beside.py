"""A claim of one reading set beside the claims of another report, slot by slot."""

from __future__ import annotations

from dataclasses import replace

from sayso.records import Claim, Reading, Relation, Shown, Stand

from .claims import claims_of, relations
from .profile import profiles

# Polarity was weighed over the whole report; who has it from whom is another question.
APART = frozenset({"polarity", "origin"})


def beside(asked: Reading, claim: Claim | None, reading: Reading) -> Relation | None:
    """What a claim of the report is to the claim asked about, or to any of a headline's; first where they contradict."""
    if asked.report.id == reading.report.id:
        return None
    found = relations(claims_of(profiles((asked, reading)), (0, 1)))
    ends = [
        (r, end) for r in found for end in (r.left, r.right) if end.report == asked.report.id and r.left.report != r.right.report
    ]
    of = [r for r, end in ends if claim is None or end.claim == claim.id]
    return min(of, key=lambda r: r.kind != "CONTRADICTS", default=None)


def with_slots(stand: Stand, found: Relation | None, reading: Reading) -> Stand:
    """A stand with what was found slot by slot; who has another number, place or time for certain denies the claim's."""
    if found is None or stand.kind == "SILENT":
        return stand
    stand = replace(stand, why=(*stand.why, *(f for f in found.why if f.slot not in APART)))
    against = {f.slot for f in found.why if f.verdict == "CONFLICT"} - APART
    if found.kind != "CONTRADICTS" or not against or stand.kind == "DENIES":
        return stand
    ref = next(end for end in (found.left, found.right) if end.report == reading.report.id)
    span = next(c.span for c in reading.claims if c.id == ref.claim)
    return replace(stand, kind="DENIES", shown=(*stand.shown, Shown(span, (ref.claim,))))
