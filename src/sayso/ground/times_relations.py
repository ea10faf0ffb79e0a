"""What a preposition makes of a time: "since 2019", "until Friday", "after the fall of Kabul", "from May to July"."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.records import Interval

from .measures import Phrases
from .times_context import Anchor
from .tokens import Token, split

_RELATIONS = ("since", "until", "before", "after", "during", "by")


class Relations:
    """Finds the preposition that stands before a token."""

    def __init__(self, words: dict[str, frozenset[str]]) -> None:
        self._phrases = Phrases({split(phrase): name for name in _RELATIONS for phrase in words[name]})

    def before(self, tokens: list[Token], i: int) -> str:
        """One of since, until, before, after, during, by; "" where none stands there."""
        found = self._phrases.before(tokens, i)
        return found[1] if found else ""


def related(interval: Interval, relation: str, anchor: Anchor, past: bool) -> Interval:
    """The stretch of time that preposition and time give together. ``past``: it was over, or under way, at the anchor."""
    now = anchor.day.isoformat() if anchor.day and past else None
    i = interval
    if relation == "since":
        begun = i.earliest_start
        return replace(i, edtf=f"{_first(i)}/..", earliest_end=max(now, begun) if now and begun else begun, latest_end=None)
    if relation == "after":
        now = now if now and i.latest_end and now >= i.latest_end else None
        return replace(
            i, edtf=f"{_last(i)}/..", earliest_start=i.latest_end, latest_start=now, earliest_end=i.latest_end, latest_end=now
        )
    if relation == "until":
        return replace(i, edtf=f"../{_last(i)}", earliest_start=None, latest_start=i.latest_end)
    if relation in {"before", "by"}:
        end = i.earliest_start if relation == "before" else i.latest_end
        written = _first(i) if relation == "before" else _last(i)
        return replace(i, edtf=f"../{written}", earliest_start=None, latest_start=end, earliest_end=None, latest_end=end)
    return interval


def _first(interval: Interval) -> str:
    """Where it begins, in EDTF: of a list of readings the earliest."""
    if interval.edtf.startswith("["):
        return interval.earliest_start or ".."
    return interval.edtf.split("/")[0] or ".."


def _last(interval: Interval) -> str:
    if interval.edtf.startswith("["):
        return interval.latest_end or ".."
    return interval.edtf.split("/")[-1] or ".."


def spanning(first: Interval, last: Interval) -> Interval | None:
    """ "From May to July": begins in the one, ends in the other."""
    if "/" in first.edtf + last.edtf or first.edtf.startswith("P") or last.edtf.startswith("P"):
        return None
    ends = (first.earliest_start, first.latest_start, last.earliest_end, last.latest_end)
    if ends[0] and ends[3] and ends[0] > ends[3]:
        return None
    return Interval(f"{first.edtf}/{last.edtf}", *ends, first.basis if first.basis != "stated" else last.basis)


def year_back(interval: Interval) -> Interval:
    """The same day or month a year before, where the year was not said: what opens a range comes before what closes it."""
    if interval.basis in {"stated", "unanchored"} or not re.match(r"\d{4}-\d\d(-\d\d)?$", interval.edtf):
        return interval
    return Interval(
        _year_less(interval.edtf) or "", _year_less(interval.earliest_start), _year_less(interval.latest_start),
        _year_less(interval.earliest_end), _year_less(interval.latest_end), interval.basis,
    )  # fmt: skip


def _year_less(day: str | None) -> str | None:
    return f"{int(day[:4]) - 1:04}{day[4:]}".replace("02-29", "02-28") if day else None
