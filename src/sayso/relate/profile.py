"""What of a report is compared with other reports, taken once a report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from sayso.records import Interval, Reading, Span

from .sources import key
from .words import Vocabulary, Weights, unit, vocabulary

# What stands in these blocks is about the page, not about the event.
APART = frozenset({"boilerplate", "byline", "credit", "footnote", "slug"})
# A name tells more of the event than a word, the headline more than the end.
NAME, HEADLINE = 2.0, 2.0
NEAR_DAYS = 60
_YEARLESS = re.compile(r"XXXX-(\d\d-\d\d)")


@dataclass(frozen=True)
class Profile:
    """``words`` with how often they occur, names and headline counted double; ``vector`` the same, weighed and of length one."""

    reading: Reading
    vocabulary: Vocabulary
    words: Counter[str]
    vector: dict[str, float]
    year: int | None = None
    """Of a report that gives its day and no year, the year of the others that tell its story."""

    @property
    def id(self) -> str:
        return self.reading.report.id

    @cached_property
    def day(self) -> str | None:
        return day_of(self.reading) or (f"{self.year}-{yearless_day(self.reading)}" if self.year else None)


def published(reading: Reading) -> Interval | None:
    return reading.report.published or _datelined(reading)


def day_of(reading: Reading) -> str | None:
    """The first day on which it may have been published, by metadata or dateline; None if that may be in any year."""
    when = published(reading)
    if not when or not when.earliest_start or not when.latest_end:
        return None
    return when.earliest_start if when.earliest_start[:4] == when.latest_end[:4] else None


def yearless_day(reading: Reading) -> str:
    """ "03-12" of a report of "12 March"; "" if it gives no day, or a year."""
    when = published(reading)
    found = _YEARLESS.match(when.edtf) if when else None
    return found[1] if found else ""


def with_years(members: list[Profile]) -> list[Profile]:
    """Who gives a day without a year has it from the nearest of the others that give one, if that is near."""
    known = sorted(d for p in members if (d := _date((p.day or "")[:10])))
    return [replace(p, year=_year(yearless_day(p.reading), known)) if known and not p.day else p for p in members]


def _year(day: str, known: Sequence[date]) -> int | None:
    near = [(abs((at - k).days), at.year) for k in (known[0], known[-1]) for y in (-1, 0, 1) if (at := _on(k.year + y, day))]
    gap, year = min(near, default=(NEAR_DAYS + 1, 0))
    return year if gap <= NEAR_DAYS else None


def _on(year: int, day: str) -> date | None:
    return _date(f"{year:04}-{day}")


def _date(day: str) -> date | None:
    try:
        return date.fromisoformat(day)
    except ValueError:  # 29 February, or nothing that is a day
        return None


def _datelined(reading: Reading) -> Interval | None:
    dates = {d.date for d in reading.report.datelines if d.date}
    here = {m.id for m in reading.mentions if any(d.overlaps(m.span) for d in dates)} if dates else set()
    return next((g.value for g in reading.groundings if g.mention in here and isinstance(g.value, Interval)), None)


def profiles(readings: Sequence[Reading]) -> list[Profile]:
    """In the order given; the rarity of words is taken over all of them and the language's ordinary texts."""
    vocabularies = [vocabulary(r.report.language) for r in readings]
    counted = [word_counts(r, v) for r, v in zip(readings, vocabularies, strict=True)]
    weights = {id(v): Weights(v, counted) for v in set_of(vocabularies)}
    each = zip(readings, vocabularies, counted, strict=True)
    return with_years([Profile(r, v, c, weighed(c, weights[id(v)])) for r, v, c in each])


def set_of(vocabularies: list[Vocabulary]) -> list[Vocabulary]:
    return list({id(v): v for v in vocabularies}.values())


def body(reading: Reading) -> list[Span]:
    """The parts of the text that tell of the event; all of it where no blocks were laid out."""
    report = reading.report
    return [b.span for b in report.blocks if b.kind not in APART] or [Span(0, len(report.text))]


def word_counts(reading: Reading, vocabulary: Vocabulary) -> Counter[str]:
    """Content words with how often they occur, names and the headline counted double."""
    report, counts = reading.report, Counter[str]()
    for span in body(reading):
        counts.update(vocabulary.content(span.of(report.text)))
    for block in report.blocks:
        if block.kind == "headline":
            counts.update({w: int(HEADLINE) for w in vocabulary.content(block.span.of(report.text))})
    names = {w for e in reading.entities for n in (e.name, *e.aliases) for w in vocabulary.content(key(n))}
    for word in names & counts.keys():
        counts[word] = int(counts[word] * NAME)
    return counts


def weighed(counts: Counter[str], weights: Weights) -> dict[str, float]:
    """Frequent and rare words weigh most; the whole is of length one."""
    return unit({w: (1 + n) ** 0.5 * weights[w] for w, n in counts.items()})
