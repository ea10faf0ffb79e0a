"""Whose word it is in the end, and whether two words are two people's."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso import records
from sayso.records import Reading, Source, Verdict

_EDGE = re.compile(r"^(?:the|a|an)\s+|[^\w\s'’-]+", re.IGNORECASE)
NAMED = frozenset({"person", "body", "agency", "document", "outlet"})


@dataclass(frozen=True)
class Chain:
    """Sources from the outlet to the last whose word it is, as printed or as the fullest name of their entity."""

    links: tuple[Source, ...]
    names: tuple[str, ...]

    @property
    def last(self) -> Source:
        return self.links[-1]

    @property
    def name(self) -> str:
        return self.names[-1]

    def media(self) -> set[str]:
        """Keys of agencies and other outlets on the way."""
        return {key(n) for s, n in zip(self.links[1:], self.names[1:], strict=True) if s.kind in ("agency", "outlet")}


def key(name: str) -> str:
    """A name as it is compared: without article, marks and case."""
    return " ".join(_EDGE.sub("", name.strip()).casefold().split())


def chains(reading: Reading) -> dict[str, Chain]:
    """The chain of every attribution of a reading, by its id."""
    named, publisher = {e.id: e.name for e in reading.entities}, reading.report.publisher
    found = records.chains(reading.attributions)
    sources = {id: tuple(a.source for a in way) for id, way in found.items()}
    return {id: Chain(links, tuple(_name(s, named, publisher) for s in links)) for id, links in sources.items()}


def _name(source: Source, named: dict[str, str], publisher: str | None) -> str:
    if source.kind == "outlet" and source.span is None:
        return publisher or source.description
    full = named.get(source.entity or "")
    return full if full and source.kind in NAMED else source.description


def apart(a: Chain, b: Chain, vague: frozenset[str]) -> tuple[Verdict, str]:
    """SAME source, CONFLICT where two chains certainly end with different informants, else UNKNOWN; with the reason.

    It fails closed: "a senior official" and "a source in the ministry" may be one.
    """
    one, other = telling(a.name, vague), telling(b.name, vague)
    if key(a.name) == key(b.name) and one:
        return "SAME", f"both go back to {a.name}"
    if a.media() & b.media():
        return "SAME", f"both go back to {', '.join(sorted(a.media() & b.media()))}"
    if "outlet" in (a.last.kind, b.last.kind) or "unknown" in (a.last.kind, b.last.kind):
        return "UNKNOWN", "one of them names nobody whose word it is"
    if not one or not other:
        return "UNKNOWN", f"{a.name!r} and {b.name!r} may be one"
    if one & other:
        return "UNKNOWN", f"{a.name!r} and {b.name!r} may be one: both say {', '.join(sorted(one & other))!r}"
    return "CONFLICT", f"{a.name} and {b.name} are two sources"


def telling(name: str, vague: frozenset[str]) -> frozenset[str]:
    """Words of a source's name or description that tell it from others."""
    return frozenset(w for w in key(name).split() if w not in vague and len(w) > 2)
