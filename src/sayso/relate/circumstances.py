"""When and where an event was, and whether it was at all, as entries of slots."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.records import Reference

from .algebra import bounded
from .attested import Entry
from .cast import Cast
from .figured import Matter, bearing, shared
from .occurrences import Occurrence
from .slots import Slots


def circumstances(o: Occurrence, name: str, cast: Cast) -> Iterator[Matter]:
    """Of one event: dates and places that are known to be some, where two sources give one, and whether it happened."""
    dates = [e for s in o.claims for e in times(s, cast)]
    places = [e for s in o.claims for e in spots(s, cast)]
    happened = [Entry(s, Reference(o.lemma), o.lemma, None, bearing(s.claim)) for s in o.claims]
    for slot, entries in (("date", dates), ("place", places), ("event", happened)):
        if shared(entries):
            yield Matter(slot, name, entries)


def times(s: Slots, cast: Cast) -> Iterator[Entry]:
    for time in s.times:
        if bounded(time) and time.basis != "tense":
            shown, mention = cast.printed(s, time)
            yield Entry(s, time, shown or time.edtf, mention, bearing(s.claim))


def spots(s: Slots, cast: Cast) -> Iterator[Entry]:
    """The smallest place alone: "in Idle Street, Pell" is one place."""
    located = [p for p in s.places if p.sense == "location"]
    if located:
        place = min(located, key=lambda p: p.radius_km or 0.0 if p.lat is not None else 1e9)
        shown, mention = cast.printed(s, place)
        yield Entry(s, place, shown or place.name, mention, bearing(s.claim))
