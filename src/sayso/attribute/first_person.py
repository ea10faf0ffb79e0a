"""Who "I" and "we" are inside somebody's quotation: whoever is quoted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.records import Attribution, Report

from .draft import Draft, Page

_FIRST = frozenset({"i", "me", "my", "we", "us", "our"})
_CLAUSES = ("that", "to")
_SURE = 2
_QUOTED = ("direct", "mixed", "carried")


def first_person(report: Report, said: Sequence[Attribution]) -> list[Attribution]:
    """"'*We* believe the road is mined,' the captain said": those who believe are the captain's."""
    by_id = {a.id: a for a in said}
    return [_resolved(report, a, by_id) for a in said]


def _resolved(report: Report, a: Attribution, by_id: dict[str, Attribution]) -> Attribution:
    span = a.source.span
    if span is None or span.end - span.start > 3 or span.of(report.text).lower() not in _FIRST:
        return a
    above = by_id.get(a.under or "")
    speaker = above.source if above is not None and above.voice in _QUOTED else None
    if speaker is None or speaker.span == span:
        return a
    return replace(a, source=replace(a.source, kind=speaker.kind, entity=speaker.entity or a.source.entity))


def own_mind(page: Page, found: Iterable[Draft], settled: Sequence[Draft]) -> list[Draft]:
    """What stands, and what a quoted person says of their own mind ("'*I think* the road is mined,'"): grammar alone tells it."""
    there = {d.head for d in settled}
    added = [d for d in found if d.head not in there and d.rule in _CLAUSES and d.strength >= _SURE and _of_myself(page, d)]
    return [*settled, *added]


def _of_myself(page: Page, draft: Draft) -> bool:
    if draft.source is None or draft.source.stop - draft.source.first != 1 or draft.kind not in ("thought", "speech"):
        return False
    return page.lower(draft.source.first) in ("i", "we") and bool(page.quoted(draft.source)) and _believes(page, draft)


def _believes(page: Page, draft: Draft) -> bool:
    """A verb of its own mind, with a clause that is more than a word."""
    long = sum(run.stop - run.first for run in draft.content) > 1 and page.parse.lemmas[draft.head].lower() != "understand"
    return long and page.parse.xpos[draft.head] in ("VBP", "VBD", "VB", "VBN", "VBG")
