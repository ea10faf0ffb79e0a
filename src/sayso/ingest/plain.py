"""Plain text to a draft."""

from __future__ import annotations

import re

from .draft import Draft
from .invisible import INVISIBLE
from .offsets import OffsetMap

_CHANGED = re.compile(rf"\r\n|[\r\v\f\x85\u2028\u2029]|[{INVISIBLE}]+")


def read_plain(source: str) -> Draft:
    """The text as it is, but for line ends, which all become "\\n", and characters that nobody sees; offsets are kept."""
    built, start = OffsetMap(), 0
    for match in _CHANGED.finditer(source):
        end = "" if match.group()[0] in INVISIBLE else "\n"
        if source[start : match.start()] or end:
            built.add(source[start : match.start()] + end, start)
        start = match.end()
    if not start:
        return Draft(source)
    built.add(source[start:], start)
    return Draft(built.text(), offsets=tuple(built.breaks))
