"""Entries of formats that give a row or an element for each name: gathered by number, in the order of the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from .entry import Entry, EntryKind, Quality, names

_MANY = 2_000_000  # rows


@dataclass
class Gathered:
    """An entry in the making."""

    kind: EntryKind = "other"
    names: list[tuple[str, Quality]] = field(default_factory=list)
    programmes: list[str] = field(default_factory=list)
    listed: list[str] = field(default_factory=list)
    amended: list[str] = field(default_factory=list)
    delisted: str | None = None
    births: list[str] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    member_of: list[str] = field(default_factory=list)

    def entry(self, reference: str) -> Entry | None:
        """None without a name. The first day of several is the day of listing; primary names come first."""
        found = names(iter(_one_primary(sorted(self.names, key=lambda n: _ORDER[n[1]]))))
        if not found or not reference:
            return None
        once = {k: tuple(dict.fromkeys(v)) for k, v in (("p", self.programmes), ("b", self.births), ("c", self.countries))}
        return Entry(reference, self.kind, found, once["p"], min(self.listed, default=None), tuple(sorted(set(self.amended))),
                     self.delisted, once["b"], once["c"], tuple(dict.fromkeys(self.member_of)))  # fmt: skip


_ORDER: dict[Quality, int] = {"primary": 0, "strong": 1, "weak": 2, "original": 3}


def _one_primary(found: list[tuple[str, Quality]]) -> list[tuple[str, Quality]]:
    return found[:1] + [(name, "strong" if quality == "primary" else quality) for name, quality in found[1:]]


def gathered(rows: Iterable[tuple[str, Gathered]]) -> Iterator[Entry]:
    """Rows of one number together. They mostly stand next to one another, but not always: all are held."""
    found: dict[str, Gathered] = {}
    for n, (reference, one) in enumerate(rows):
        if n >= _MANY:
            return
        kept = found.setdefault(reference, one)
        if kept is not one:
            _join(kept, one)
    for reference, one in found.items():
        if entry := one.entry(reference):
            yield entry


def _join(kept: Gathered, more: Gathered) -> None:
    for name in ("names", "programmes", "listed", "amended", "births", "countries", "member_of"):
        getattr(kept, name).extend(getattr(more, name))
    kept.delisted = kept.delisted or more.delisted
    kept.kind = more.kind if kept.kind == "other" else kept.kind
