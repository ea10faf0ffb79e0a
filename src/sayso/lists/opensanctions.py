"""Lists as OpenSanctions publishes them: FollowTheMoney JSON lines (flat or nested) and targets.simple.csv.

Format: https://www.opensanctions.org/docs/bulk/ and https://followthemoney.tech/docs/
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.errors import InputError

from .dates import iso
from .entry import Entry, EntryKind
from .grouped import Gathered
from .tables import first, lines, records

_KINDS: dict[str, EntryKind] = {
    "Person": "person", "Organization": "group", "Company": "group", "LegalEntity": "group", "PublicBody": "group",
    "Vessel": "vessel", "Airplane": "aircraft",
}  # fmt: skip
_ASIDE = (
    "Sanction", "Address", "Identification", "Passport", "Ownership", "Directorship", "Membership", "Security", "CryptoWallet",
)  # fmt: skip
Properties = dict[str, list[Any]]


@dataclass(frozen=True)
class FollowTheMoney:
    path: Path
    date: str | None = None
    name: str = "opensanctions"
    format: str = "ftm"

    def entries(self) -> Iterator[Entry]:
        """Targets: entities with a sanction of their own, in the file or nested, or marked as targets."""
        sanctions: defaultdict[str, list[Properties]] = defaultdict(list)
        for one in self._objects("Sanction"):
            for holder in _properties(one).get("entity", []):
                sanctions[str(holder)].append(_properties(one))
        for one in self._objects():
            properties = _properties(one)
            own = sanctions.get(str(one.get("id")), []) + [_properties(s) for s in _nested(properties, "sanctions")]
            target = own or one.get("target") or "sanction" in properties.get("topics", [])
            entry = _entry(one, properties, own) if target and one.get("schema") not in _ASIDE else None
            if entry:
                yield entry

    def _objects(self, schema: str = "") -> Iterator[dict[str, Any]]:
        for number, line in enumerate(lines(self.path), 1):
            if not line.strip() or (schema and f'"{schema}"' not in line):
                continue
            try:
                found = json.loads(line)
            except (json.JSONDecodeError, RecursionError) as error:
                raise InputError(str(self.path), f"line {number} is no JSON: {error}") from error
            if isinstance(found, dict) and (not schema or found.get("schema") == schema):
                yield found


def _properties(one: dict[str, Any]) -> Properties:
    found = one.get("properties")
    return {k: v for k, v in found.items() if isinstance(v, list)} if isinstance(found, dict) else {}


def _nested(properties: Properties, name: str) -> list[dict[str, Any]]:
    return [one for one in properties.get(name, []) if isinstance(one, dict)]


def _entry(one: dict[str, Any], properties: Properties, sanctions: list[Properties]) -> Entry | None:
    made = Gathered(kind=_KINDS.get(str(one.get("schema")), "other"))
    caption = one.get("caption")
    made.names += [(caption, "primary")] if isinstance(caption, str) else []
    for key, quality in (("name", "strong"), ("alias", "strong"), ("previousName", "strong"), ("weakAlias", "weak")):
        made.names += [(n, quality) for n in _strings(properties, key)]  # type: ignore[misc]
    made.births += _strings(properties, "birthDate")
    made.countries += _strings(properties, "nationality") + _strings(properties, "country")
    above = (m for p in ("parent", "membershipMember") for m in _nested(properties, p))
    made.member_of += [str(m["caption"]) for m in above if m.get("caption")]
    ends = [d for s in sanctions for d in _strings(s, "endDate")]
    for sanction in sanctions:
        begun = _strings(sanction, "listingDate") or _strings(sanction, "startDate")
        made.listed += [d for text in begun if (d := iso(text))]
        made.programmes += _strings(sanction, "programId") or _strings(sanction, "program")
        made.amended += [d for text in _strings(sanction, "modifiedAt") if (d := iso(text))]
    made.delisted = max(ends) if sanctions and len(ends) >= len(sanctions) else None
    return made.entry(str(one.get("id") or ""))


def _strings(properties: Properties, name: str) -> list[str]:
    return [v for v in properties.get(name, []) if isinstance(v, str) and v.strip()]


@dataclass(frozen=True)
class SimpleTable:
    path: Path
    date: str | None = None
    name: str = "opensanctions"
    format: str = "opensanctions-csv"

    def entries(self) -> Iterator[Entry]:
        for record in records(self.path):
            made = Gathered(kind=_KINDS.get(record.get("schema", ""), "other"))
            made.names.append((record.get("name", ""), "primary"))
            made.names += [(n, "strong") for n in record.get("aliases", "").split(";")]
            made.births += [b for b in record.get("birth_date", "").split(";") if b]
            made.countries += [c for c in record.get("countries", "").split(";") if c]
            made.programmes += [p.strip() for p in first(record, "program_ids", "sanctions").split(";") if p.strip()]
            if entry := made.entry(record.get("id", "")):
                yield entry
