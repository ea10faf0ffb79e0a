"""Who is said to have been where, one place after another, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.records import Interval, Itinerary

from . import dates
from .view import Said, Told


@dataclass(frozen=True)
class Stop:
    """A place as the text has it, when, and the claim that says so."""

    words: str
    when: str
    said: Said | None


@dataclass(frozen=True)
class Way:
    """One actor's places on the word of one source."""

    actor: str
    source: str
    outlet: str
    stops: tuple[Stop, ...]

    @property
    def line(self) -> str:
        """ "they: Orsa (1990 to 1994), then Pell, says a baker"."""
        stops = ", then ".join(f"{s.words} ({s.when})" if s.when else s.words for s in self.stops)
        return f"{self.actor}: {stops} ← {self.source}"


def ways(reports: Sequence[Told]) -> tuple[Way, ...]:
    return tuple(_way(told, one) for told in reports for one in told.reading.itineraries)


def _way(told: Told, one: Itinerary) -> Way:
    reading, claims = told.reading, {s.claim.id: s for s in told.claims}
    words = {m.id: " ".join(m.span.of(reading.report.text).split()) for m in reading.mentions}
    actor = next((e.name for e in reading.entities if e.id == one.entity), words.get(one.actor, ""))
    first = claims.get(one.stays[0].claim)
    named = (", ".join(words[m] for m in (s.place, s.within) if m in words) for s in one.stays)
    stops = tuple(Stop(name, _when(s.time), claims.get(s.claim)) for name, s in zip(named, one.stays, strict=True))
    source = first.chain[-1].name if first and first.chain else told.outlet
    return Way(actor, source, told.outlet, stops)


def _when(time: Interval | None) -> str:
    """Bounds that follow from the order alone are said to be such."""
    if time is None:
        return ""
    if time.basis != "order":
        return dates.interval(time)
    bounds = (("not before", time.earliest_start), ("not after", time.latest_end))
    return ", ".join(f"{word} {dates.interval(Interval(day, day, day, day, day))}" for word, day in bounds if day)
