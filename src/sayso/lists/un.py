"""The consolidated list of the United Nations Security Council, in XML.

Format: https://www.un.org/sc/resources/sc-sanctions.xsd
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import xml
from .dates import iso
from .entry import Entry, Quality, names

_PARTS = ("first_name", "second_name", "third_name", "fourth_name")
_QUALITY: dict[str, Quality] = {"low": "weak"}
_SHORT = re.compile(r"^(.{8,}?)\s*\(\s*([\w.-]+(?:\s?-\s?[\w.-]+)?)\s*\)\s*$")  # ORLAN NETWORK (ORN)
_MEMBER = re.compile(
    r"(?:leader|head(?:ing)?|member|commander|spokes\w+|emir|amir|founder|financier|official|facilitator|operative|deputy|part)\b"
    r"[^.;]{0,120}?\(([A-Z]{2}e\.\d{3})\)", re.IGNORECASE,
)  # fmt: skip


@dataclass(frozen=True)
class UnitedNations:
    path: Path
    date: str | None
    name: str = "un"
    format: str = "un"

    def entries(self) -> Iterator[Entry]:
        for element in xml.stream(self.path, "INDIVIDUAL", "ENTITY"):
            if entry := _entry(element):
                yield entry


def _entry(element: Any) -> Entry | None:
    person = xml.local(element) == "individual"
    found = names(_names(element, "individual_alias" if person else "entity_alias"))
    reference = xml.text(element, "reference_number")
    if not found or not reference:
        return None
    return Entry(
        reference=reference,
        kind="person" if person else "group",
        names=found,
        programmes=tuple(filter(None, (xml.text(element, "un_list_type"),))),
        listed=iso(xml.text(element, "listed_on")),
        amended=tuple(sorted(d for t in xml.texts(element, "last_day_updated", "value") if (d := iso(t)))),
        delisted=iso(xml.text(element, "delisted_on")),
        births=_births(element),
        countries=tuple(dict.fromkeys(xml.texts(element, "nationality", "value"))),
        member_of=tuple(dict.fromkeys(r for r in _MEMBER.findall(xml.text(element, "comments1")) if r != reference)),
    )


def _names(element: Any, aliases: str) -> Iterator[tuple[str, Quality]]:
    whole = " ".join(filter(None, (xml.text(element, part) for part in _PARTS)))
    short = _SHORT.match(whole)
    yield (short[1] if short else whole), "primary"
    if short:
        yield short[2].replace(" ", ""), "strong"
    for alias in xml.children(element, aliases):
        quality = _QUALITY.get(xml.text(alias, "quality").lower(), "strong")
        for one in xml.text(alias, "alias_name").split(";"):
            yield one, quality
    yield xml.text(element, "name_original_script"), "original"


def _births(element: Any) -> tuple[str, ...]:
    found: list[str] = []
    for birth in xml.children(element, "individual_date_of_birth"):
        first, last = xml.text(birth, "from_year"), xml.text(birth, "to_year")
        day = iso(xml.text(birth, "date")) or xml.text(birth, "year")
        found.append(day or (f"{first}/{last}" if first and last else first or last))
    return tuple(dict.fromkeys(filter(None, found)))


