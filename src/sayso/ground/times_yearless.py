"""A report that says its day without the year: what can still be said of "yesterday", "Friday", and of the year itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from sayso.records import Interval, Report

from .times_anchor import dateline_spans, month_day_of, year_bounds
from .times_context import Anchor, Expression, Setting, Value
from .times_place import Place
from .times_tense import Tense

_PLAIN = (2001, 2002)  # two common years that begin on different weekdays
_LEAP_DAY = (2, 29)

Reader = Callable[[Setting], list[Expression]]


class Yearless:
    """Gives the expressions of a report without a year what its day and month, its weekdays and its past events allow."""

    def __init__(self, report: Report, found: list[Expression], places: Sequence[Place], tense: Tense, reader: Reader) -> None:
        self.report, self.found, self.places, self.tense, self.reader = report, found, places, tense, reader
        self.lines = dateline_spans(report)

    def all(self) -> list[Expression]:
        """The expressions with their bounds, in their order."""
        bounded = [self._bounded(e) for e in self.found]
        sure = next(
            (e for e in bounded if self._in_dateline(e) and e.interval.basis == "text" and _is_day(e.interval.edtf)), None
        )
        if sure:  # the bounds leave one year
            again = self.reader(Setting(_day_of(sure.interval.edtf), self.tense))
            return [sure if e.span == sure.span else e for e in again]
        dated = next((e.interval for e in bounded if self._in_dateline(e) and month_day_of(e.interval.edtf)), None)
        told = self._by_day(bounded, dated) if dated else bounded
        own = dated if dated and dated.basis == "text" else None
        return [self._not_after(e) for e in (self._counted_from(own, told) if own else told)]

    def _in_dateline(self, expression: Expression) -> bool:
        return any(s.overlaps(expression.span) for s in self.lines)

    def _bounded(self, expression: Expression) -> Expression:
        """A dateline day without a year, bounded by the events that the text looks back on."""
        if not self._in_dateline(expression):
            return expression
        events = [(e.value.interval, e.span.of(self.report.text)) for e in self.found if self._is_past(e)]
        given = month_day_of(expression.value.interval.edtf)
        interval, why = year_bounds(
            expression.value.interval, events, self.report.retrieved, self._weekday(*given) if given else None
        )
        return Expression(expression.span, Value("date", interval, None, why), interval, why)

    def _is_past(self, expression: Expression) -> bool:
        value = expression.value
        known = value.kind == "era" or (value.kind == "date" and value.interval.basis == "stated")
        return known and value.interval.earliest_start is not None and self.tense.direction(expression.span) <= 0

    def _weekday(self, month: int, day: int) -> int | None:
        """The weekday of the report's day, where some date of the text is given with its own: "Saturday, May 13"."""
        for place in self.places:
            parts = [place.part(name) for name in ("weekday", "month", "day")]
            if all(parts) and not place.part("year") and (month, day) != _LEAP_DAY:
                classes = place.calendar.classes
                near = date(2001, _number(classes, parts[1].text, "MONTH", "MAYBEMONTH"), 1) + timedelta(
                    days=int(parts[2].number.value) - 1
                )
                apart = (date(2001, month, day) - near).days
                if abs(apart) < 60 and (month > 2) == (near.month > 2):
                    return (_number(classes, parts[0].text, "WEEKDAY", "MAYBEWEEKDAY") - 1 + apart) % 7 + 1
        return None

    def _by_day(self, found: list[Expression], own: Interval) -> list[Expression]:
        """ "Yesterday" under "May 15" is XXXX-05-14, in any year; "Friday" one of seven days, or one where weekdays are known."""
        month, day = month_day_of(own.edtf) or _LEAP_DAY
        if (month, day) == _LEAP_DAY:
            return found
        weekday = self._weekday(month, day)
        years = _PLAIN if weekday is None else (next(y for y in range(2001, 2012) if _falls(y, month, day, weekday)),)
        anchors = [date(year, month, day) for year in years]
        readings = [{e.span: e for e in self.reader(Setting(Anchor(a, "dateline"), self.tense))} for a in anchors]
        return [self._under(e, [(a, r.get(e.span)) for a, r in zip(anchors, readings, strict=True)]) for e in found]

    def _under(self, expression: Expression, readings: list[tuple[date, Expression | None]]) -> Expression:
        open_date = expression.value.kind == "date" and expression.interval.basis == "unanchored"
        written = {_without_year(e.interval, a) if e else None for a, e in readings}
        if not open_date or self._in_dateline(expression) or None in written:
            return expression
        day = readings[0][0]
        if len(written) == 1:
            edtf = next(w for w in written if w)
        elif expression.interval.edtf.startswith("XXXX-WXX-"):
            ahead = self.tense.direction(expression.span) > 0
            ends = (day, day + timedelta(days=6)) if ahead else (day - timedelta(days=6), day)
            edtf = f"[XXXX-{ends[0]:%m-%d}..XXXX-{ends[1]:%m-%d}]"
        else:
            return expression
        why = (*expression.why, f"counted from the dateline's day, {day:%d %B}, whose year is not stated".replace(", 0", ", "))
        return replace(expression, interval=replace(expression.interval, edtf=edtf), why=why)

    def _counted_from(self, own: Interval, found: list[Expression]) -> list[Expression]:
        """ "Two years ago" in a report whose year is only bounded is bounded likewise: it moves with the day it counts from."""
        low, high = (
            {e.span: e.value.interval for e in self.reader(Setting(_day_of(bound), self.tense))}
            for bound in (own.earliest_start, own.latest_end)
        )
        return [_between(e, low.get(e.span), high.get(e.span), own) for e in found]

    def _not_after(self, expression: Expression) -> Expression:
        """A weak bound: what is told in the past tense was not after the day the report was fetched."""
        interval, limit = expression.interval, (self.report.retrieved or "")[:10]
        open_date = expression.value.kind == "date" and interval.basis == "unanchored" and not self._in_dateline(expression)
        if not open_date or len(limit) != 10 or self.tense.direction(expression.span) >= 0:
            return expression
        why = (*expression.why, f"past tense: not after {limit}, when it was fetched")
        return replace(expression, interval=replace(interval, latest_start=limit, latest_end=limit, basis="tense"), why=why)


def _number(classes: dict[str, dict[str, int]], text: str, *names: str) -> int:
    return next((int(classes[name][text]) for name in names if text in classes[name]), 1)


def _falls(year: int, month: int, day: int, weekday: int) -> bool:
    """Whether a day has that weekday in a common year."""
    return year % 4 != 0 and date(year, month, day).isoweekday() == weekday


def _without_year(interval: Interval, anchor: date) -> str | None:
    """ "2001-05-14", read from an anchor in 2001, as XXXX-05-14; None for what names no day or month near the anchor."""
    ends = interval.edtf.split("/")
    known = [e for e in ends if len(e) in {7, 10} and e[:4].isdigit() and e[5:7].isdigit() and int(e[5:7]) <= 12]
    if len(known) != len(ends) or any(abs(int(e[:4]) - anchor.year) > 1 for e in ends):
        return None
    return "/".join(f"XXXX{e[4:]}" for e in ends)


def _is_day(edtf: str) -> bool:
    return len(edtf) == 10 and edtf[:4].isdigit()


def _day_of(bound: str | None) -> Anchor:
    return Anchor(date.fromisoformat(bound), "text") if bound else Anchor()


def _between(expression: Expression, low: Interval | None, high: Interval | None, own: Interval) -> Expression:
    first = low.earliest_start if low and low.basis == "text" else None
    last = high.latest_end if high and high.basis == "text" else None
    open_date = expression.value.kind in {"date", "duration"} and expression.interval.basis == "unanchored"
    if not open_date or not (first or last):
        return expression
    interval = Interval(expression.interval.edtf, first, last, first, last, "text")
    limits = f"{own.earliest_start or '..'} to {own.latest_end or '..'}"
    return replace(expression, interval=interval, why=(*expression.why, f"counted from a day within {limits}"))
