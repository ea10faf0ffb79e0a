"""Is the picture of this event?"""

from __future__ import annotations

import re
from bisect import bisect_left

from sayso.lang import Pack
from sayso.records import Block, CheckFinding, Interval, Reading, Span


def picture_of_another_time(reading: Reading, pack: Pack) -> list[CheckFinding]:
    """A caption that says its picture was taken before: it is no evidence for this event."""
    captions = [b for b in reading.report.blocks if b.kind == "caption"]
    dated = _dated(reading) if captions else []
    starts = [s.start for s in dated]
    found = []
    for block in captions:
        within = dated[bisect_left(starts, block.span.start) : bisect_left(starts, block.span.end)]
        says = _wording(reading, block, pack) or next(iter(within), None)
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


def _dated(reading: Reading) -> list[Span]:
    """Days and years of the report, in order, that ended before it came out."""
    published = reading.report.published
    if published is None or published.earliest_start is None:
        return []
    day = published.earliest_start
    over = {g.mention for g in reading.groundings if isinstance(g.value, Interval) and _over(g.value, day)}
    return sorted(m.span for m in reading.mentions if m.id in over)


def _over(when: Interval, day: str) -> bool:
    """Whether a time ended in a year or month before the day's: yesterday's picture is of this event."""
    return when.latest_end is not None and when.latest_end[:7] < day[:7]
