"""The Specially Designated Nationals of the United States Treasury: sdn.csv with alt.csv and add.csv beside it, and sdn.xml.

Format: https://ofac.treasury.gov/specially-designated-nationals-list-data-formats-data-schemas ("SDN data specification").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import xml
from .dates import iso
from .entry import Entry, EntryKind, Quality
from .grouped import Gathered
from .tables import rows

_KINDS: dict[str, EntryKind] = {
    "individual": "person", "vessel": "vessel", "aircraft": "aircraft", "entity": "group", "": "group", "-0-": "group",
}  # fmt: skip
_BORN = re.compile(r"\bDOB ([^;.]+)")
_FROM = re.compile(r"\b(?:nationality|citizen) ([^;.]+)")
_WEAK = re.compile(r"\b[af]\.k\.a\. ['\"]([^'\"]+)['\"]")
_LINKED = re.compile(r"\bLinked To: ([^;]+?)\.?(?:;|$)")


@dataclass(frozen=True)
class OfacTable:
    path: Path
    date: str | None = None  # the files name no day
    name: str = "ofac"
    format: str = "ofac-csv"

    def entries(self) -> Iterator[Entry]:
        aliases, countries = self._beside("alt.csv", 3), self._beside("add.csv", 4)
        for row in rows(self.path):
            if len(row) < 12 or not row[0].strip().isdigit():
                continue
            number, name, kind, programmes, remarks = (_cell(row[i]) for i in (0, 1, 2, 3, 11))
            one = Gathered(kind=_KINDS.get(kind.lower(), "other"), names=[(name, "primary")])
            one.names += [(a, "strong") for a in aliases[number]] + [(a, "weak") for a in _WEAK.findall(remarks)]
            one.programmes += _programmes(programmes)
            one.births += [d for text in _BORN.findall(remarks) if (d := iso(text))]
            one.countries += [*(c.strip() for c in _FROM.findall(remarks)), *countries[number]]
            one.member_of += [m.strip() for m in _LINKED.findall(remarks)]
            if entry := one.entry(number):
                yield entry

    def _beside(self, name: str, column: int) -> defaultdict[str, list[str]]:
        """A column of a table beside the list, by number of the entry; nothing where there is no such table."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        table = next((p for p in sorted(self.path.parent.iterdir()) if p.name.lower() == name and p.is_file()), None)
        for row in rows(table) if table else ():
            if len(row) > column and _cell(row[column]):
                found[row[0].strip()].append(_cell(row[column]))
        return found


def _cell(text: str) -> str:
    return "" if text.strip() == "-0-" else text.strip()


def _programmes(text: str) -> list[str]:
    """"SDGT] [IFSR" is two."""
    return [p.strip() for p in re.split(r"\]\s*\[|;", text.strip("[] ")) if p.strip()]


@dataclass(frozen=True)
class OfacXml:
    path: Path
    date: str | None
    name: str = "ofac"
    format: str = "ofac-xml"

    def entries(self) -> Iterator[Entry]:
        for element in xml.stream(self.path, "sdnEntry"):
            one = Gathered(
                kind=_KINDS.get(xml.text(element, "sdntype").lower(), "other"),
                names=[(_whole(element), "primary"), *_aliases(element)],
                programmes=xml.texts(element, "programlist", "program"),
                countries=[
                    *xml.texts(element, "nationalitylist", "nationality", "country"),
                    *xml.texts(element, "citizenshiplist", "citizenship", "country"),
                ],
            )
            born = xml.texts(element, "dateofbirthlist", "dateofbirthitem", "dateofbirth")
            one.births += [d for text in born if (d := iso(text))]
            one.member_of += [m.strip() for m in _LINKED.findall(xml.text(element, "remarks"))]
            if entry := one.entry(xml.text(element, "uid")):
                yield entry


def _whole(element: Any) -> str:
    return f"{xml.text(element, 'firstname')} {xml.text(element, 'lastname')}"


def _aliases(element: Any) -> Iterator[tuple[str, Quality]]:
    for group in xml.children(element, "akalist"):
        for alias in xml.children(group, "aka"):
            yield _whole(alias), "weak" if xml.text(alias, "category").lower() == "weak" else "strong"
