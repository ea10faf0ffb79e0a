"""Lines above a report that give its day: "Friday, May 8, 2020", "May 3, 2021 10:15 GMT | Updated 2 hours ago", "10:15 GMT"."""

from __future__ import annotations

import re

from sayso.lang import Pack
from sayso.records import Span

from .dateline_words import dateline_words

_CLOCK = re.compile(r"\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?\s*[A-Z]{0,4}")


def is_hour(text: str) -> bool:
    """A line that is nothing but the time of day, as in live reports: "10:15 GMT"."""
    return len(text) < 20 and _CLOCK.fullmatch(text) is not None


def date_line(text: str, pack: Pack) -> Span | None:
    """A text that is nothing but a date ("Friday, May 8, 2009"), perhaps with a time after it."""
    match = dateline_words(pack).date.match(text)
    if match is None or re.search(r"\d", match.group()) is None:
        return None
    rest = text[match.end() :]
    return (
        Span(0, match.end())
        if re.fullmatch(r"[\s,.|–-]*(?:(?:at\s+)?\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?\s*[A-Z]{0,4})?[\s.]*", rest)
        else None
    )


def date_in(text: str, pack: Pack) -> Span | None:
    """The first day that a line above a report gives: "Posted on March 9, 2023 by Jane Roe"."""
    found = (match for match in dateline_words(pack).date.finditer(text) if re.search(r"\d", match.group()))
    return next((Span(*match.span()) for match in found), None)


def is_stamp(text: str, pack: Pack) -> bool:
    """Whether a short line is a day among labels: "May 3, 2021 10:15 GMT | Updated 2 hours ago", "Coast Wire | 2021-05-03"."""
    if len(text) > 120 or len(text.split()) > 14 or text.endswith((".", "?", "!")):
        return False
    day = date_in(text, pack)
    if day is None:
        return False
    return re.search(r"[|·•]", text) is not None or (
        day.start == 0 and re.match(r"[^\w\n]*(?:$|[|·•,–-]|\d)", text[day.end :]) is not None
    )
