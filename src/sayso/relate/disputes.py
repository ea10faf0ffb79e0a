"""Numbers of people that cannot both hold, as relations between the claims that give them.

One agency speaks of about 220 fighters, a correspondent's sources of more than 300 militants: the two confirm that they are
there, and differ in how many.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sayso.records import ClaimRef, Finding, Relation

from .claims import in_order
from .compare import compare, independence, shown_amount
from .slots import Slots
from .tallies import Given, disputed


def disputes(claims: Sequence[Slots], known: Iterable[Relation]) -> Iterator[Relation]:
    """Those that are not related already, and differ in nothing else."""
    taken = {frozenset((r.left, r.right)) for r in known}
    for a, b in disputed(claims):
        one = _dispute(a, b)
        if one and frozenset((one.left, one.right)) not in taken:
            yield one


def _dispute(a: Given, b: Given) -> Relation | None:
    left, right = (a, b) if in_order(a.claim, b.claim)[0] is a.claim else (b, a)
    findings = [f for f in compare(left.claim, right.claim) if f.slot != "amount"]
    origin = independence(left.claim, right.claim)
    if any(f.verdict == "CONFLICT" for f in findings) or origin.verdict == "SAME":
        return None
    amount = Finding("amount", "CONFLICT", shown_amount(left.counted), shown_amount(right.counted), a.of)
    one, other = (ClaimRef(g.claim.profile.id, g.claim.claim.id) for g in (left, right))
    return Relation("CONTRADICTS", one, other, (*findings, amount, origin))
