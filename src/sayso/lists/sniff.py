"""Which format a file of a list is in, told from its first characters and never from its name."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from sayso.errors import InputError

from .dates import iso
from .entry import Reader
from .eu import EuTable, EuXml
from .ofac import OfacTable, OfacXml
from .opensanctions import FollowTheMoney, SimpleTable
from .uk import OfsiXml, UkTable, UkXml
from .un import UnitedNations

LARGEST = 4_000_000_000  # bytes
KNOWN = "not a list that sayso knows: UN XML, OFAC CSV or XML, EU CSV or XML, UK CSV or XML, OpenSanctions JSON lines or CSV"
_HEAD = 65_536
_ROOT = re.compile(r"<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)([^<>]*)>")


def reader(path: Path) -> Reader:
    """The reader for a file. Raises ``InputError`` that says what is known."""
    head = _head(path)
    found = _xml(path, head) if head.lstrip().startswith("<") else _json(path, head) or _table(path, head)
    if found is None:
        raise InputError(str(path), KNOWN if head.strip() else "empty")
    return found


def _head(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise InputError(str(path), f"larger than {LARGEST:,} bytes")
        with path.open("rb") as file:
            return file.read(_HEAD).decode("utf-8-sig", "replace")
    except OSError as error:
        raise InputError(str(path), error.strerror or str(error)) from error


def _xml(path: Path, head: str) -> Reader | None:
    root = _ROOT.search(head)
    if root is None:
        return None
    name, attributes = root[1].lower(), root[2]
    if name == "consolidated_list":
        return UnitedNations(path, _attribute(attributes, "dateGenerated"))
    if name == "sdnlist":
        return OfacXml(path, _element(head, "Publish_Date", month_first=True))
    if name == "export" and "sanctionEntity" in head:
        return EuXml(path, _attribute(attributes, "generationDate"))
    if "FinancialSanctionsTarget" in head:
        return OfsiXml(path, _element(head, "LastUpdated"))
    if name == "designations":
        return UkXml(path, _element(head, "DateGenerated"))
    return None


def _attribute(attributes: str, name: str) -> str | None:
    found = re.search(rf'\b{name}\s*=\s*["\']([^"\']*)', attributes)
    return iso(found[1]) if found else None


def _element(head: str, name: str, month_first: bool = False) -> str | None:
    found = re.search(rf"<(?:\w+:)?{name}>([^<]*)<", head)
    return iso(found[1], month_first) if found else None


def _json(path: Path, head: str) -> Reader | None:
    return FollowTheMoney(path) if re.match(r'\s*\{', head) and '"schema"' in head and '"properties"' in head else None


def _table(path: Path, head: str) -> Reader | None:
    above, _, below = head.partition("\n")
    heading = above.lower()
    if re.search(r"\b(namealias_wholename|naal_wholename)\b", heading):
        return EuTable(path, _filled(above, below))
    if heading.startswith(("id,schema,name", '"id","schema","name"')):
        return SimpleTable(path)
    if "name 6" in heading:
        return UkTable(path, None, skip=0)
    if "name 6" in below.partition("\n")[0].lower():
        return UkTable(path, iso(above))
    return OfacTable(path) if _ofac(above) else None


def _filled(heading: str, below: str) -> str | None:
    """The day in the first column of the first row, which says when the file was made."""
    made = heading.lower().strip('"').startswith(("filegenerationdate", "date_file"))
    return iso(below.partition(";")[0]) if made else None


def _ofac(line: str) -> bool:
    """Twelve cells, a number first, and "-0-" for what is empty."""
    cells = next(csv.reader([line]), [])
    return len(cells) >= 12 and cells[0].strip().isdigit() and any(c.strip() == "-0-" for c in cells)
