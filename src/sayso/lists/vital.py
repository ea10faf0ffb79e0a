"""What a report says of a person beside the name, age and nationality, held against an entry's dates of birth and countries.

A name that many bear is told apart by these: a man of 25 is not the one who was born in 1951.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.lang import load
from sayso.records import Span

from .entry import Entry

APART = 10  # years: lists and reports err by some, by so many they speak of two people
ALIKE = 1
_BEFORE, _AFTER = 60, 60  # characters around a name
_YEAR = re.compile(r"\d{4}")
_STEM = 4  # letters by which "Syrian" is of Syria
_OLDEST = 110


@dataclass(frozen=True, slots=True)
class Vital:
    """``born``: earliest and latest year of birth; ``said``: the words for it; ``nations``: "Syrian", as printed."""

    born: tuple[int, int] | None = None
    said: str = ""
    nations: tuple[str, ...] = ()


def vital(text: str, places: Iterable[Span], when: str | None) -> Vital:
    """Of somebody whose name stands at ``places``; ``when`` is the report's day, without which an age tells no year."""
    around = [(text[max(0, s.start - _BEFORE) : s.start], text[s.end : s.end + _AFTER]) for s in places]
    born = next((b for before, after in around if (b := _born(before, after, when))), None)
    nations = tuple(dict.fromkeys(n for before, after in around for n in _nations(before, after)))
    return Vital(born[0] if born else None, born[1] if born else "", nations)


@functools.cache
def _forms() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """An age before a name, one behind it, and a year of birth behind it."""
    rows = load("en").table("age_words")
    words = {where: "|".join(re.escape(r[0]) for r in rows if r[1] == where) for where in ("before", "after", "birth")}
    before = re.compile(rf"\b(\d{{1,3}})[- ](?:{words['after']})\s(?:[\w'’-]+\s){{0,4}}$", re.IGNORECASE)
    behind = re.compile(
        rf"\s?(?:\((?:(?:{words['before']})\s)?(\d{{1,3}})\)|,\s(?:(?:{words['before']})\s)?(\d{{1,3}})(?=[,.;]|\sand\b)"
        rf"|,\s(?:a|an|the)\s(\d{{1,3}})[- ](?:{words['after']})\b)", re.IGNORECASE,
    )  # fmt: skip
    birth = re.compile(rf"[\s,(]+(?:who\s(?:was|is)\s)?(?:{words['birth']})\b[^.;)]{{0,40}}?\b(\d{{4}})\b", re.IGNORECASE)
    return before, behind, birth


def _born(before: str, after: str, when: str | None) -> tuple[tuple[int, int], str] | None:
    ahead, behind, birth = _forms()
    if found := birth.match(after):
        return (int(found[1]), int(found[1])), f"born in {found[1]}"
    met = ahead.search(before) or behind.match(after)
    age = next((int(g) for g in met.groups() if g), 0) if met else 0
    if not 0 < age < _OLDEST or not when:
        return None
    year = int(when[:4])
    return (year - age - 1, year - age), f"aged {age}"


def _nations(before: str, after: str) -> list[str]:
    """Adjectives of countries in the title before a name, or in the apposition behind it."""
    title = re.split(r"[,.;:!?\n\"“”()]", before)[-1].split()[-6:]
    behind = re.split(r"[,.;:!?\n]", after[1:])[0].split()[:6] if after.startswith(",") else []
    return [w for w in (*title, *behind) if w in _adjectives()]


@functools.cache
def _adjectives() -> dict[str, str]:
    return {row[0]: row[1] for row in load("en").table("demonyms")}


def another(known: Vital, entry: Entry) -> bool:
    """Whether the one spoken of is certainly not the one listed: of another age by more than ten years."""
    years = _apart(known, entry)
    return years is not None and years > APART


def reasons(known: Vital, entry: Entry) -> tuple[str, ...]:
    """How age and nationality of the report stand to those of the entry, where both give them."""
    why = []
    years = _apart(known, entry)
    if years is not None:
        agrees = "agrees with" if years <= ALIKE else f"differs by {years} years from"
        why.append(f"{known.said} {agrees} the listed date of birth {' or '.join(entry.births[:3])}")
    same = [n for n in known.nations if _of_country(n, entry.countries)]
    if same:
        why.append(f"called {same[0]}; listed as of {', '.join(entry.countries[:3])}")
    return tuple(why)


def _apart(known: Vital, entry: Entry) -> int | None:
    """Years between the year of birth told and the nearest one listed."""
    listed = [tuple(map(int, _YEAR.findall(b))) for b in entry.births]
    if known.born is None or not any(listed):
        return None
    first, last = known.born
    return min(max(0, years[0] - last, first - years[-1]) for years in listed if years)


def _of_country(adjective: str, countries: Sequence[str]) -> bool:
    code = _adjectives()[adjective]
    stem = adjective[:_STEM].casefold()
    return any(c.upper() == code or c.casefold().startswith(stem) for c in countries)
