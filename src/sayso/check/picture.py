"""Is the picture of this event?"""

from __future__ import annotations

import re

from sayso.lang import Pack
from sayso.records import Block, CheckFinding, Interval, Reading, Span


def picture_of_another_time(reading: Reading, pack: Pack) -> list[CheckFinding]:
    """A caption that says its picture was taken before: it is no evidence for this event."""
    found = []
    for block in reading.report.blocks:
        if block.kind != "caption":
            continue
        says = _wording(reading, block, pack) or _dated(reading, block)
        if says is not None:
            message = f"the caption says that the picture is of another time: “{says.of(reading.report.text)}”"
            found.append(CheckFinding("picture-of-another-time", message, (says, block.span)))
    return found


def _wording(reading: Reading, block: Block, pack: Pack) -> Span | None:
    alone, taken, before = (_either(pack, how) for how in ("alone", "taken", "before"))
    says = rf"\b(?:{alone}|{taken}\b[^.;]*?\b{before})\b"
    match = re.compile(says, re.IGNORECASE).search(reading.report.text, block.span.start, block.span.end)
    return Span(*match.span()) if match else None


def _either(pack: Pack, how: str) -> str:
    return "(?:" + "|".join(re.escape(row[0]) for row in pack.table("pictures") if row[1] == how) + ")"


def _dated(reading: Reading, block: Block) -> Span | None:
    """A day or year in the caption that ended before the report came out began."""
    published = reading.report.published
    if published is None or published.earliest_start is None:
        return None
    values = {g.mention: g.value for g in reading.groundings}
    for mention in reading.mentions:
        value = values.get(mention.id)
        if block.span.covers(mention.span) and isinstance(value, Interval) and _over(value, published.earliest_start):
            return mention.span
    return None


def _over(when: Interval, day: str) -> bool:
    """Whether a time ended in a year or month before the day's: yesterday's picture is of this event."""
    return when.latest_end is not None and when.latest_end[:7] < day[:7]
