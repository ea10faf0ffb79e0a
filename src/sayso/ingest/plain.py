"""Plain text to a draft."""

from __future__ import annotations

import re

from .draft import Draft
from .offsets import OffsetMap

_RETURN = re.compile(r"\r\n?")


def read_plain(source: str) -> Draft:
    """The text as it is; "\\r\\n" and a lone "\\r" become "\\n", with the offsets kept."""
    if "\r" not in source:
        return Draft(source)
    built, start = OffsetMap(), 0
    for match in _RETURN.finditer(source):
        built.add(source[start : match.start()] + "\n", start)
        start = match.end()
    built.add(source[start:], start)
    return Draft(built.text(), offsets=tuple(built.breaks))
