"""When and where an event was, and whether it was at all, as entries of slots."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from sayso.records import Interval, Place, Reference

from .algebra import bounded
from .attested import Entry
from .cast import Cast
from .figured import Matter, bearing, shared
from .occurrences import Occurrence
from .slots import Slots

SPANS = ("P", "R")  # with which EDTF begins a length of time and a repetition: neither is a date


def circumstances(o: Occurrence, name: str, cast: Cast) -> Iterator[Matter]:
    """Of one event: dates and places that are known to be some, where two sources give one, and whether it happened."""
    dates = [e for s in o.claims for e in times(s, cast)]
    places = [e for s in o.claims for e in spots(s, cast)]
    happened = [Entry(s, Reference(o.lemma), o.lemma, None, bearing(s.claim)) for s in o.claims]
    for slot, entries in (("date", dates), ("place", places), ("event", happened)):
        if told_twice(entries, o) if slot == "event" else entries:
            yield Matter(slot, name, entries)


def told_twice(entries: Sequence[Entry], o: Occurrence) -> bool:
    """Whether two reports give a value, or two sources of the one report that there is."""
    return len({e.claim.report for e in entries}) > 1 if o.reports > 1 else shared(entries)


V = TypeVar("V", Place, Interval)


def filled(s: Slots, role: str, values: tuple[V, ...], cast: Cast) -> list[V]:
    """Those that stand in the role itself, and not merely somewhere in the claim: "the Pell police" were not arrested there."""
    own = {r.mention for r in s.claim.roles if r.name == role}
    return [v for v in values if cast.printed(s, v)[1] in own]


def times(s: Slots, cast: Cast) -> Iterator[Entry]:
    for time in filled(s, "time", s.times, cast):
        if bounded(time) and time.basis != "tense" and time.edtf[:1] not in SPANS:
            shown, mention = cast.printed(s, time)
            yield Entry(s, time, shown or time.edtf, mention, bearing(s.claim))


def spots(s: Slots, cast: Cast) -> Iterator[Entry]:
    """The smallest place alone: "in Idle Street, Pell" is one place."""
    located = [p for p in filled(s, "place", s.places, cast) if p.sense == "location"]
    if located:
        place = min(located, key=lambda p: p.radius_km or 0.0 if p.lat is not None else 1e9)
        shown, mention = cast.printed(s, place)
        yield Entry(s, place, shown or place.name, mention, bearing(s.claim))
