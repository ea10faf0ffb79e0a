"""Which format a file of a list is in, told from its first characters and never from its name."""

from __future__ import annotations

import re
from pathlib import Path

from sayso.errors import InputError

from .dates import iso
from .entry import Reader
from .un import UnitedNations

_HEAD = 65_536
LARGEST = 2_000_000_000  # bytes
_ROOT = re.compile(r"<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)([^<>]*)>")


def reader(path: Path) -> Reader:
    """The reader for a file. Raises ``InputError`` that says what is known."""
    head = _head(path)
    if head.lstrip().startswith("<"):
        return _xml(path, head)
    raise InputError(str(path), KNOWN)


KNOWN = "not a list that sayso knows: UN XML"


def _head(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise InputError(str(path), f"larger than {LARGEST:,} bytes")
        with path.open("rb") as file:
            return file.read(_HEAD).decode("utf-8-sig", "replace")
    except OSError as error:
        raise InputError(str(path), error.strerror or str(error)) from error


def _xml(path: Path, head: str) -> Reader:
    root = next((m for m in _ROOT.finditer(head)), None)
    name = root[1].lower() if root else ""
    if name == "consolidated_list" and root:
        return UnitedNations(path, _attribute(root[2], "dateGenerated"))
    raise InputError(str(path), f"{KNOWN}; this is XML with <{name}>")


def _attribute(attributes: str, name: str) -> str | None:
    found = re.search(rf'\b{name}\s*=\s*["\']([^"\']*)', attributes)
    return iso(found[1]) if found else None
