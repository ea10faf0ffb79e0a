"""The consolidated financial sanctions list of the European Union, in XML (version 1.1) and CSV (1.0, 1.1 and the older one).

Format: the schema "fsf-export" of the European Commission's financial sanctions files, http://eu.europa.ec/fpi/fsd/export
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

_KINDS: dict[str, EntryKind] = {"p": "person", "person": "person", "e": "group", "enterprise": "group", "entity": "group"}


@dataclass(frozen=True)
class EuXml:
    path: Path
    date: str | None
    name: str = "eu"
    format: str = "eu-xml"

    def entries(self) -> Iterator[Entry]:
        for element in xml.stream(self.path, "sanctionEntity"):
            if entry := _gathered(element).entry(element.get("euReferenceNumber") or f"EU.{element.get('logicalId') or ''}"):
                yield entry


def _gathered(element: Any) -> Gathered:
    subject = next(iter(xml.children(element, "subjecttype")), None)
    code = (subject.get("classificationCode") or subject.get("code") or "") if subject is not None else ""
    one = Gathered(kind=_KINDS.get(code.lower(), "other"), delisted=iso(element.get("delistingDate") or ""))
    one.names += list(_names(element))
    designated = iso(element.get("designationDate") or "")
    for rule in xml.children(element, "regulation"):
        day = iso(rule.get("publicationDate") or rule.get("entryIntoForceDate") or "")
        one.programmes += [p for p in (rule.get("programme"),) if p]
        one.listed += [day] if day and not designated else []
        one.amended += [day] if day and rule.get("regulationType") == "amendment" else []
    one.listed += [designated] if designated else []
    for birth in xml.children(element, "birthdate"):
        one.births += [d for d in (iso(birth.get("birthdate") or "") or birth.get("year"),) if d]
    one.countries += [c for e in xml.children(element, "citizenship") if (c := e.get("countryDescription"))]
    return one


def _names(element: Any) -> Iterator[tuple[str, Quality]]:
    """Every alias; the first strong one in Latin letters is the primary name."""
    led = False
    for alias in xml.children(element, "namealias"):
        parts = (alias.get(p) for p in ("firstName", "middleName", "lastName"))
        name = alias.get("wholeName") or " ".join(p for p in parts if p)
        strong = (alias.get("strong") or "true").lower() != "false"
        if name:
            yield name, _quality(name, strong, led)
            led = led or (strong and _latin(name))


def _quality(name: str, strong: bool, led: bool) -> Quality:
    if not _latin(name):
        return "original"
    return "weak" if not strong else "strong" if led else "primary"


def _latin(name: str) -> bool:
    return all(not c.isalpha() or c < "\u0370" or "\u1e00" <= c < "\u1f00" for c in name)


@dataclass(frozen=True)
class EuTable:
    path: Path
    date: str | None
    name: str = "eu"
    format: str = "eu-csv"

    def entries(self) -> Iterator[Entry]:
        yield from gathered(_row(r) for r in records(self.path, ";"))


def _row(record: dict[str, str]) -> tuple[str, Gathered]:
    number = first(record, "entity_eu_referencenumber", "eu_ref_num") or first(record, "entity_logicalid", "entity_logical_id")
    kind = first(record, "entity_subjecttype_classificationcode", "entity_subjecttype", "subject_type")
    one = Gathered(kind=_KINDS.get(kind.lower(), "other"))
    parts = [record.get(f"namealias_{p}name") or record.get(f"naal_{p}name") or "" for p in ("first", "middle", "last")]
    name = first(record, "namealias_wholename", "naal_wholename") or " ".join(filter(None, parts))
    one.names += [(name, _quality(name, True, False))] if name else []
    day = first(record, "entity_designationdate", "entity_regulation_publicationdate", "leba_publication_date")
    one.listed += [d for d in (iso(day),) if d]
    one.programmes += [p for p in (first(record, "entity_regulation_programme", "programme"),) if p]
    born = first(record, "birthdate_birthdate", "birt_date", "birthdate_year")
    one.births += [d for d in (iso(born),) if d]
    country = first(record, "citizenship_countrydescription", "citizenship_countryiso2code", "citi_country")
    one.countries += [country] if country else []
    return number, one
