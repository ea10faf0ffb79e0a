"""What a language knows about datelines, compiled: its months, agencies, and what is no place."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, field

from sayso.lang import Pack


@dataclass(frozen=True, slots=True)
class DatelineWords:
    """A pack's tables, compiled."""

    head: re.Pattern[str]
    slug: re.Pattern[str]
    date: re.Pattern[str]
    agencies: frozenset[str]
    not_places: frozenset[str]
    city_words: frozenset[str]
    tags: dict[str, tuple[str, ...]] = field(hash=False)


@functools.cache
def dateline_words(pack: Pack) -> DatelineWords:
    date = _date_pattern(pack)
    agencies = pack.column("agencies")
    named = "|".join(re.escape(name) for name in sorted(agencies, key=len, reverse=True))
    bracketed = r"[(\[/]\s*(?P<{}>[^()\[\]\n]{{2,60}}?)\s*[)\]/]"
    head = rf"""
        (?:{bracketed.format("before")}\s*[-–—,:]?\s*)?
        (?:(?P<early>{date})\s*,?\s+)?
        (?P<places>[^()\[\]\d"“”:\n]{{2,80}}?)?
        (?:\s*\((?P<country>[^()\d]{{2,40}})\)(?=\s*,|\s*\())?
        (?:\s*\((?P<mid>[^()\d]{{2,40}})\)(?=\s*,))?
        (?:[\s,.]*(?P<date>{date})\.?(?:,?\s+\d{{1,2}}[:.]\d\d\s*(?:[ap]\.?m\.?)?(?:\s+[A-Z]{{2,4}})?)?)?
        (?:[\s,]*{bracketed.format("agency")} | [\s,.]+(?P<bare>{named}))?
        \s*[,.]?"""
    slug = rf"(?:{bracketed.format('bracketed')}|(?P<bare>{named}))\s*"
    flags = re.VERBOSE | re.IGNORECASE
    return DatelineWords(
        re.compile(head, flags), re.compile(slug, re.IGNORECASE), re.compile(date, re.IGNORECASE), agencies,
        pack.column("not_places"),
        pack.column("city_words"), {row[0]: row[1:] for row in pack.table("slug_tags")},
    )  # fmt: skip


def _date_pattern(pack: Pack) -> str:
    month = "(?:" + "|".join(sorted(pack.column("months"), key=len, reverse=True)) + r")\b\.?"
    weekday = "(?:" + "|".join(sorted(pack.column("weekdays"), key=len, reverse=True)) + r")\b\.?"
    year = r"(?:,?\s+(?:\d{4}|['’]?\d{2})(?!\d|:))?"
    day = r"\d{1,2}(?:[a-z]{2}\b)?"
    forms = (
        rf"{month}\s+(?:{day}(?:\s*[-–]\s*{day})?{year}|\d{{4}})", rf"{day}(?:\s+of)?[\s-]+{month}{year}", r"\d{4}-\d{2}-\d{2}",
        r"\d{1,2}[./]\d{1,2}[./]\d{2,4}", r"no\s+date",
    )  # fmt: skip
    return rf"(?:(?:{weekday},?\s+)?(?:{'|'.join(forms)})|{weekday})(?!\w)".replace(" ", r"\s")


def known_agency(name: str, pack: Pack) -> bool:
    """Whether what stands in a slug is an agency of the pack: "AFP", "AP, Reuters", "Reuters Health"."""
    agencies = dateline_words(pack).agencies
    plain = " ".join(name.lower().split())
    parts = [plain, *re.split(r"\s*[,/;&|]\s*", plain)]
    return any(part in agencies for part in parts) or (plain.split()[0] in agencies and len(plain.split()) <= 3)


def agency_name(name: str, pack: Pack) -> str:
    """An agency's full name by the pack, or the words as printed."""
    return pack.mapping("agencies").get(" ".join(name.lower().split()), (" ".join(name.split()),))[0]
