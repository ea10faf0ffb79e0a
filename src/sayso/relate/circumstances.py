"""When and where an event was, and whether it was at all, as entries of slots."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.records import Reference

from .algebra import bounded
from .attested import Entry, identity
from .cast import Cast
from .deeds import EVENTS
from .figured import Matter, bearing, shared
from .occurrences import Occurrence
from .slots import Slots
from .spots import spots
from .words import stem

YEARLESS = re.compile(r"XXXX-\d\d(?:-\d\d)?")  # "15 April", of a report that says no year
SPANS = ("P", "R")  # with which EDTF begins a length of time and a repetition: neither is a date


def circumstances(o: Occurrence, name: str, cast: Cast) -> Iterator[Matter]:
    """Of one event: dates and places that are known to be some, where two sources give one, and whether it happened."""
    usual = o.usual
    claimed = [s for s in o.claims if s.claim.commitment.polarity != "-" and s.kind in usual]  # what is denied was nowhere
    claimed = claimed if len({(s.report, s.claim.said) for s in o.main}) > 1 else []  # nobody else tells of it
    dates = [e for s in claimed if s.claim.lemma.casefold() != LATER for e in times(s, cast)]
    places = [e for s in claimed for e in spots(s, cast)]
    lemma = o.lemma
    happened = [Entry(s, Reference(lemma), lemma, None, bearing(s.claim)) for s in o.claims]
    for slot, entries in (("date", dates), ("place", places), ("event", happened)):
        if told_twice(entries, o) if slot == "event" else entries:
            yield Matter(slot, name, entries)


LATER = "die"  # who was hurt may die days afterwards


def circumstances_of_story(claims: Sequence[Slots], told: Sequence[Matter], cast: Cast) -> Iterator[Matter]:
    """When and where what it is about was, where no event that two tell of says so: of each report the first that is named.
    Where one does, whoever says the same is added to it."""
    main = [s for s in claims if s.claim.commitment.polarity != "-" and s.claim.lemma.casefold() != LATER and eventful(s, cast)]
    for slot, read in (("date", times), ("place", spots)):
        first: dict[int, list[Entry]] = {}
        for s in main:
            if s.report not in first and (found := list(read(s, cast))):
                first[s.report] = found[:1]
        entries = [e for found in first.values() for e in found]
        known = next((m for m in told if m.slot == slot and any(e.claim.heads & EVENTS for e in m.entries)), None)
        if known:
            values, heard = {identity(e.value) for e in known.entries}, {e.claim.report for e in known.entries}
            known.entries += [e for e in entries if e.claim.report not in heard and identity(e.value) in values]
        elif entries:
            yield Matter(slot, "", entries)


def eventful(s: Slots, cast: Cast) -> bool:
    """Whether it tells of what a story may be about: by its main word, or by what does it ("floods tore through the valley")."""
    known = s.profile.vocabulary.heads
    doing = (w for p in cast.parties(s, "agent") if not p.who for w in p.words)
    return bool(s.heads & EVENTS) or any(known.get(stem(w), frozenset()) & EVENTS for w in doing)


def told_twice(entries: Sequence[Entry], o: Occurrence) -> bool:
    """Whether two reports give a value, or two sources of the one report that there is."""
    return len({e.claim.report for e in entries}) > 1 if o.reports > 1 else shared(entries)


def times(s: Slots, cast: Cast) -> Iterator[Entry]:
    own = {r.mention for r in s.claim.roles if r.name == "time"}
    for time in s.times:
        shown, mention = cast.printed(s, time)
        known = bounded(time) and time.basis != "tense" and time.edtf[:1] not in SPANS and "XXXX" not in time.edtf
        if mention in own and (known or YEARLESS.fullmatch(time.edtf)):
            yield Entry(s, time, shown or time.edtf, mention, bearing(s.claim))
