"""The cases of Recognizers-Text (DateTimeModel) that name days or stretches of days: which count as news, and which are right."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sayso.ground.times import Expression, read_times
from sayso.ground.times_context import Anchor
from sayso.lang import load
from sayso.parse import Parser
from sayso.records import Interval, Report, Span

# What makes a case none of the news kind: one who asks, orders or speaks of his own diary; notation that no report is written in.
_TALK = re.compile(
    r"\?|\b(i|i'm|i'll|i've|you|your|me|my|mine|we|we'll|us|our|ours|let's|cortana|please|hey)\b"
    r"|^\W*(add|are|book|can|could|did|do|does|find|give|hey|how|is|list|meet|move|open|plan|schedule|select|send|set|show|tell|was"
    r"|were|what|when|where|which|who|why|will|would)\b|\b(book|schedule|set up|arrange|remind|add|move|find|cancel|select)\b"
    r"|\b(meetings?|skype|calendar|appointments?|ooo|out of office|e-?mail|alarm|vacations?|call|tasks?)\b",
    re.IGNORECASE,
)
_NOTATION = re.compile(
    r"(?<![\d/.-])\d{1,2}[/.-]\d{1,2}(?![\d/.-])|\d/\d{1,2}-|\$[a-z]|\botd\b|\bequals?\b|\bwhere \w+ is\b"
    r"|~|[<>=@_]|\b(week|cw|w) ?\d|\b(cy|fy|h|q|sy)\d|\b[ct]?eo[ymdw]\b|tmrw|https?:|www\."
    r"|\b[a-z]+-\d{3,}|\.[a-z]{2,4}\b(?!\.)|[a-z]/\w+/|/[a-z]{3}|\d-[a-z]+-?\d|[a-z]-\d{4}|(^|\s)-",
    re.IGNORECASE,
)
_DAYS = {"datetimeV2.date", "datetimeV2.daterange"}


def recognizers(path: Path, news: bool = True) -> Iterator[tuple[str, date, list[dict[str, Any]]]]:
    """Cases whose results are all days or stretches of days with a resolution, and what is expected.

    ``news`` keeps those of the news kind: statements of somebody else's doings (no question, no order, no first or second person,
    no diary) in the notation of reports (no figures for a day without a year, comparison signs, numbered weeks, abbreviations of
    chat, addresses, queries of a table). Nothing is left out for how it is read.
    """
    for case in json.loads(path.read_text(encoding="utf-8-sig")):
        results, said = case["Results"], case.get("Context", {}).get("ReferenceDateTime")
        if not results or not said or not all(r.get("TypeName") in _DAYS for r in results):
            continue
        values = [v for r in results for v in r["Resolution"]["values"]]
        plain = all(v.get("value", v.get("start", v.get("end", "x")))[:1].isdigit() for v in values)
        if plain and not (news and (_TALK.search(case["Input"]) or _NOTATION.search(case["Input"]))):
            yield case["Input"], date.fromisoformat(said[:10]), results


def resolved(text: str, written: date, results: list[dict[str, Any]], parser: Parser) -> bool:
    """Whether each expected day or stretch has an expression that overlaps it and has one of its values."""
    report = Report("r", text, language="en")
    found = read_times(report, parser.parse([report])[0], load("en"), Anchor(written, "metadata"))
    return all(
        any(_agrees(e.interval, v, r["Text"]) for e in found if _near(e, r, text) for v in r["Resolution"]["values"])
        for r in results
    )  # fmt: skip


def _near(expression: Expression, result: dict[str, Any], text: str) -> bool:
    start = result.get("Start", text.lower().find(result["Text"].lower()))
    return expression.span.overlaps(Span(start, start + len(result["Text"])))


_COUNTED = {"week": 7, "fortnight": 14, "month": 31, "year": 366, "decade": 3653}


def _agrees(ours: Interval, value: dict[str, Any], text: str) -> bool:
    """Whether our bounds say what is expected.

    A day is met by that day, by an approximate stretch that holds it, or, where the words count in weeks or years, by the week or
    year that holds it. A stretch is met by the same first and last day (theirs ends on the day after); a range of two dates by
    days within our bounds for its two ends ("from 2014 to 2018" ends on 1 January 2018 there, some time in 2018 here).
    """
    if value["type"] == "date":
        day = value["value"][:10]
        holds = bool(ours.earliest_start and ours.latest_end and ours.earliest_start <= day <= ours.latest_end)
        widest = max((n + 2 for word, n in _COUNTED.items() if word in text.lower()), default=1)
        return holds and (_days(ours) <= widest or "~" in ours.edtf)
    first, last = value.get("start"), value.get("end")
    two_ends = bool(ours.latest_start and ours.earliest_end and ours.latest_start < ours.earliest_end)
    if two_ends and first and last:
        opens = (ours.earliest_start or "") <= first <= (_day_on(ours.latest_start, 1) or "")
        return bool(opens) and (ours.earliest_end or "") <= last <= (_day_on(ours.latest_end or ours.earliest_end, 1) or "")
    begins = ours.earliest_start in {first, _day_on(first, -1)} if first and not last else ours.earliest_start == first
    return bool(begins) and (last is None or (ours.latest_end or ours.earliest_end) in {last, _day_on(last, -1)})


def _days(interval: Interval) -> int:
    return (date.fromisoformat(interval.latest_end or "") - date.fromisoformat(interval.earliest_start or "")).days + 1


def _day_on(day: str | None, step: int) -> str | None:
    return (date.fromisoformat(day[:10]) + timedelta(days=step)).isoformat() if day else None
