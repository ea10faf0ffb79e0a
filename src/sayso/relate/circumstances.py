"""When and where an event was, and whether it was at all, as entries of slots."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.records import Reference

from .algebra import bounded
from .attested import Entry
from .cast import Cast
from .figured import Matter, bearing, shared
from .occurrences import Occurrence
from .slots import Slots
from .spots import spots

YEARLESS = re.compile(r"XXXX-\d\d(?:-\d\d)?")  # "15 April", of a report that says no year
SPANS = ("P", "R")  # with which EDTF begins a length of time and a repetition: neither is a date


def circumstances(o: Occurrence, name: str, cast: Cast) -> Iterator[Matter]:
    """Of one event: dates and places that are known to be some, where two sources give one, and whether it happened."""
    usual = o.usual
    claimed = [s for s in o.claims if s.claim.commitment.polarity != "-" and s.kind in usual]  # what is denied was nowhere
    dates = [e for s in claimed for e in times(s, cast)]
    places = [e for s in claimed for e in spots(s, cast)]
    lemma = o.lemma
    happened = [Entry(s, Reference(lemma), lemma, None, bearing(s.claim)) for s in o.claims]
    for slot, entries in (("date", dates), ("place", places), ("event", happened)):
        if told_twice(entries, o) if slot == "event" else entries:
            yield Matter(slot, name, entries)


def told_twice(entries: Sequence[Entry], o: Occurrence) -> bool:
    """Whether two reports give a value, or two sources of the one report that there is."""
    return len({e.claim.report for e in entries}) > 1 if o.reports > 1 else shared(entries)


def times(s: Slots, cast: Cast) -> Iterator[Entry]:
    own = {r.mention for r in s.claim.roles if r.name == "time"}
    for time in s.times:
        shown, mention = cast.printed(s, time)
        known = bounded(time) and time.basis != "tense" and time.edtf[:1] not in SPANS
        if mention in own and (known or YEARLESS.fullmatch(time.edtf)):
            yield Entry(s, time, shown or time.edtf, mention, bearing(s.claim))
