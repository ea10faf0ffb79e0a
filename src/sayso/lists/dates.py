"""Days as lists print them, in ISO form."""

from __future__ import annotations

import re

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {m: i + 1 for i, m in enumerate(_NAMES)}
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_NAMED = re.compile(r"(\d{1,2})[ -]([A-Za-z]{3})[a-z]*\.?[ -](\d{4})")
_MONTH = re.compile(r"([A-Za-z]{3})[a-z]* (\d{4})")
_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")


def iso(text: str, month_first: bool = False) -> str | None:
    """"2012-12-31", "31/12/2012", "12/31/2012" (``month_first``), "31 Dec 2012"; "Dec 2012" and "circa 1971" as far as told."""
    text = text.strip()
    if m := _ISO.search(text):
        return _day(m[1], m[2], m[3])
    if m := _SLASHED.search(text):
        return _day(m[3], m[1], m[2]) if month_first else _day(m[3], m[2], m[1])
    if (m := _NAMED.search(text)) and m[2].lower() in _MONTHS:
        return _day(m[3], _MONTHS[m[2].lower()], m[1])
    if (m := _MONTH.search(text)) and m[1].lower() in _MONTHS:
        return f"{m[2]}-{_MONTHS[m[1].lower()]:02d}"
    year = _YEAR.search(text)
    return year[1] if year else None


def _day(year: str | int, month: str | int, day: str | int) -> str:
    """A day that is none ("00/00/1962") as far as it is one."""
    if not 1 <= int(month) <= 12:
        return f"{int(year):04d}"
    if not 1 <= int(day) <= 31:
        return f"{int(year):04d}-{int(month):02d}"
    return f"{int(year):04d}-{int(month):02d}-{int(day):02d}"
