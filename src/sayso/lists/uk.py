"""Sanctions lists of the United Kingdom: the consolidated list of OFSI (CSV, XML) and the UK Sanctions List (CSV, XML).

Format: https://www.gov.uk/government/publications/financial-sanctions-consolidated-list-of-targets and
https://www.gov.uk/government/publications/the-uk-sanctions-list
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import xml
from .dates import iso
from .entry import Entry, EntryKind, Quality
from .grouped import Gathered, gathered
from .tables import first, records

_KINDS: dict[str, EntryKind] = {"individual": "person", "entity": "group", "ship": "vessel", "aircraft": "aircraft"}
_PARTS = ("name 1", "name 2", "name 3", "name 4", "name 5", "name 6")


@dataclass(frozen=True)
class UkTable:
    """``skip``: lines above the heading, where the file says of which day it is."""

    path: Path
    date: str | None
    skip: int = 1
    name: str = "uk"
    format: str = "uk-csv"

    def entries(self) -> Iterator[Entry]:
        yield from gathered(_row(r) for r in records(self.path, skip=self.skip))


def _row(record: dict[str, str]) -> tuple[str, Gathered]:
    kind = first(record, "group type", "designation type", "type of entity", "individual, entity, ship").lower()
    one = Gathered(kind=_KINDS.get(kind, "other"))
    name = " ".join(filter(None, (record.get(p, "") for p in _PARTS)))
    said = first(record, "alias type", "name type"), first(record, "alias quality", "alias strength")
    one.names += [(name, _quality(*said))] if name else []
    one.names += [(n, "original") for n in (first(record, "name non-latin script"),) if n]
    one.programmes += [p for p in (first(record, "regime", "regime name"),) if p]
    day = first(record, "uk sanctions list date designated", "date designated", "listed on")
    one.listed += [d for d in (iso(day),) if d]
    one.amended += [d for d in (iso(first(record, "last updated")),) if d]
    one.births += [d for d in (iso(first(record, "dob", "d.o.b")),) if d]
    one.countries += [c for c in (first(record, "nationality", "nationality(/ies)"),) if c]
    return first(record, "unique id", "uk sanctions list ref", "group id", "ofsi group id"), one


def _quality(alias: str, strength: str) -> Quality:
    if "low" in strength.lower() or "weak" in strength.lower():
        return "weak"
    return "primary" if alias.lower() in ("primary name", "") else "strong"


@dataclass(frozen=True)
class OfsiXml:
    """An element for each name of a target."""

    path: Path
    date: str | None
    name: str = "uk"
    format: str = "uk-ofsi-xml"

    def entries(self) -> Iterator[Entry]:
        yield from gathered(_row(_record(e)) for e in xml.stream(self.path, "FinancialSanctionsTarget"))


_COLUMNS = {
    "grouptypedescription": "group type", "aliastypename": "alias type", "aliastype": "alias type",
    "aliasquality": "alias quality", "namenonlatinscript": "name non-latin script",
    "regimename": "regime", "datelisted": "listed on", "listedon": "listed on",
    "lastupdated": "last updated", "groupid": "group id", "individual_dateofbirth": "dob", "individualdateofbirth": "dob",
    "individual_nationality": "nationality", "ukslref": "uk sanctions list ref", "uksanctionslistref": "uk sanctions list ref",
    "datedesignated": "date designated", "uksanctionslistdatedesignated": "date designated",
    **{f"name{n}": f"name {n}" for n in range(1, 7)},
}  # fmt: skip


def _record(element: Any) -> dict[str, str]:
    """The element as a row of the table."""
    return {_COLUMNS.get(xml.local(e), xml.local(e)): " ".join((e.text or "").split()) for e in element}


@dataclass(frozen=True)
class UkXml:
    """An element for each designation, with all its names."""

    path: Path
    date: str | None
    name: str = "uk"
    format: str = "uk-xml"

    def entries(self) -> Iterator[Entry]:
        for element in xml.stream(self.path, "Designation"):
            if entry := _designated(element).entry(xml.text(element, "uniqueid")):
                yield entry


def _designated(element: Any) -> Gathered:
    one = Gathered(kind=_KINDS.get(xml.text(element, "individualentityship").lower(), "other"))
    for group in xml.children(element, "names"):
        for name in xml.children(group, "name"):
            whole = " ".join(filter(None, (xml.text(name, f"name{n}") for n in range(1, 7))))
            one.names.append((whole, _quality(xml.text(name, "nametype"), xml.text(name, "aliasstrength"))))
    one.names += [(n, "original") for n in xml.texts(element, "nonlatinnames", "nonlatinname", "namenonlatinscript")]
    one.programmes += xml.texts(element, "regimename")
    one.listed += [d for d in (iso(xml.text(element, "datedesignated")),) if d]
    one.amended += [d for d in (iso(xml.text(element, "lastupdated")),) if d]
    individual = ("individualdetails", "individual")
    one.births += [d for t in xml.texts(element, *individual, "dobs", "dob") if (d := iso(t))]
    one.countries += xml.texts(element, *individual, "nationalities", "nationality")
    return one
