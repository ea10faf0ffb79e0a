"""Whether one claim says more exactly what another says."""

from __future__ import annotations

import math

from sayso.records import Interval, Place

from .algebra import bounded, bounds, compare_places, limits
from .compare import of_kind
from .counts import Counted
from .participants import Participant
from .slots import PARTICIPANTS, Slots
from .words import words

AT_LEAST = 3  # nobody says "at least 25" of 107, nor "up to 50" of 12


def narrower(a: Slots, b: Slots) -> bool:
    """Whether the right claim says more exactly what the left one says: "15" after "at least 12", "5 March" after "March"."""
    return any(_within(y, x) for x in a.times for y in b.times) or any(
        _inside(y, x) for x in a.amounts for y in b.amounts if x.kind and x.kind == y.kind and lone(x, a) and lone(y, b)
    ) or any(_smaller(y, x) for x in a.places for y in b.places) or any(
        _named(y, x) and not spelt(y, a) and spelt(y, b)
        for role in PARTICIPANTS for x in a.parties.get(role, ()) for y in b.parties.get(role, ())
    )  # fmt: skip


def lone(c: Counted, s: Slots) -> bool:
    """Whether the claim gives but one number of its kind: "10 shots, first six, then four" gives three."""
    return len(of_kind(s, c.kind or "")) == 1


def _within(y: Interval, x: Interval) -> bool:
    if not (bounded(x) and bounded(y)) or bounds(x) == bounds(y):
        return False
    least, most = x.earliest_start or "", x.latest_end or "9999-12-31"
    return least <= (y.earliest_start or "") and (y.latest_end or "9999-12-31") <= most


def _inside(y: Counted, x: Counted) -> bool:
    (low, high), (own_low, own_high) = limits(x.quantity, 0.0), limits(y.quantity, 0.0)
    if not (x.firm and y.firm) or (high == math.inf and own_high > low * AT_LEAST):
        return False
    if low == -math.inf and own_low * AT_LEAST < high:
        return False
    return x.quantity.unit == y.quantity.unit and (low, high) != (own_low, own_high) and low <= own_low and own_high <= high


def _named(y: Participant, x: Participant) -> bool:
    """Whether one report names whom the other only describes in the same word: "a teacher", "the teacher Ilka Doren"."""
    return bool(y.names and y.human and not x.names and x.nouns & y.nouns)


def spelt(p: Participant, s: Slots) -> bool:
    """Whether a word of its names stands in the claim itself."""
    said = set(words(s.text))
    return any(w in said for name in p.names for w in words(name))


def _smaller(y: Place, x: Place) -> bool:
    return bool(x.radius_km and y.radius_km and y.radius_km * 4 < x.radius_km and compare_places(x, y) == "COMPATIBLE")
