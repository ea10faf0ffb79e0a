"""Time expressions of a report: found by rules over word classes, given four bounds each."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

from sayso.lang import Pack
from sayso.records import Interval, Parse, Report, Span

from .calendar import calendar_of
from .eras import EraReader, EraSighting, era_interval
from .times_anchor import anchor_of, dateline_spans
from .times_context import Anchor, Expression, Parts, Setting, Value
from .times_durations import step_from
from .times_guards import GUARDS
from .times_history import first_year, is_history
from .times_makers import MAKERS
from .times_names import of_movement
from .times_place import Place
from .times_relations import Relations, related, spanning, year_back
from .times_tense import Tense
from .times_yearless import Yearless
from .tokens import tokens

__all__ = ["Expression", "TimeReader", "read_times"]

_HEADING = 6  # blocks in which a date that stands alone is the report's own


class TimeReader:
    """Finds and values the time expressions of one report."""

    def __init__(self, report: Report, parse: Parse, pack: Pack, eras: Path | None = None) -> None:
        self.text, self.tokens = report.text, tokens(report)
        self.calendar = calendar_of(pack)
        self.items, self.classes = self.calendar.items(self.tokens)
        self.tense = Tense(parse, pack)
        self.words = {name: frozenset(words) for name, words in pack.toml("time_contexts").items()}
        self.relations = Relations(self.words)
        self.eras = EraReader(self.tokens, pack, self.words, eras)
        bodies = (parse.span(n.first, n.stop - 1) for n in parse.names if n.kind == "organization" and n.stop - n.first > 1)
        self._bodies = {i: name for name in bodies for i in range(name.start, name.end)}
        self.places = self._places()
        self._by_first = {place.match.first: place for place in self.places}

    def _places(self) -> list[Place]:
        """The matches that hold where they stand, the longest from each place on, none across another."""
        found = sorted(self.calendar.matches(self.classes, self.items), key=lambda m: (m.first, -m.stop))
        chosen: list[Place] = []
        for match in found:
            if chosen and match.first < chosen[-1].match.stop:
                continue
            place = Place(match, self.items, self.tokens, self.calendar, self.tense, self.words)
            if not match.rule.guard or GUARDS[match.rule.guard](place):
                chosen += [] if self._in_name(place.span) else [place]
        return [place for place in chosen if not of_movement(place)]

    def _in_name(self, span: Span) -> bool:
        """ "Sunday" in "the Sunday Times": a body's name goes on behind it."""
        name = self._bodies.get(span.start)
        return name is not None and span.end < name.end

    def expressions(self, setting: Setting) -> list[Expression]:
        """Dates, durations and eras in the order of the text, then the ranges that two of them make."""
        found = list(self._stepped(list(self._in_order(setting)), setting))
        return found + list(self._ranges(found))

    def _in_order(self, setting: Setting) -> Iterator[Expression]:
        sightings = self._era_sightings()
        spans = [self.eras.span(s) for s in sightings]
        both: list[tuple[Span, Place | EraSighting]] = list(zip(spans, sightings, strict=True))
        taken = _Cover(spans)
        both += [(p.span, p) for p in self.places if not taken.touches(p.span)]
        reached: str | None = None
        for span, one in sorted(both, key=lambda pair: pair[0]):
            setting.at, setting.words = span.start, span.of(self.text)
            self._look_around(one, setting)
            value = self._value(one, span, setting) if isinstance(one, Place) else _era_value(one, reached, setting.anchor)
            if value:
                reached = value.interval.earliest_start or reached if value.kind == "era" else reached
                first = one.items[one.match.first].first if isinstance(one, Place) else one.first
                yield self._expression(span, value, first, setting, one if isinstance(one, Place) else None)

    def _look_around(self, one: Place | EraSighting, setting: Setting) -> None:
        """Whether an expression opens a paragraph, and the year of the date it is joined to."""
        setting.opens, setting.next_year, setting.ahead = False, None, False
        if not isinstance(one, Place):
            return
        first = one.items[one.match.first].first
        setting.ahead = one.before() in {"in", "within"} and self.tense.direction(one.span) > 0
        setting.opens = first == 0 or self.tokens[first - 1].kind == "break" or self.tokens[first - 1].text == "In"
        if one.part("month") and not one.part("year") and one.after() in self.words["range_link"]:
            after = self._by_first.get(one.match.stop + 1)
            year = after.part("year") if after and after.part("month") else None
            setting.next_year = int(year.number.value) if year else None

    def _era_sightings(self) -> list[EraSighting]:
        return [s for s in self.eras.all() if self.relations.before(self.tokens, s.first)]

    def _value(self, place: Place, span: Span, setting: Setting) -> Value | None:
        parts = Parts(place.match, self.calendar, span, self.items[place.match.first : place.match.stop])
        try:
            return MAKERS[place.match.rule.make](parts, setting)
        except (ValueError, OverflowError):  # a day outside the years 1 to 9999: "the decade after 9999"
            return None

    def _expression(self, span: Span, value: Value, first: int, setting: Setting, place: Place | None) -> Expression:
        relation = self.relations.before(self.tokens, first) if value.kind in {"date", "era"} else ""
        if not relation or relation == "during" or (place is not None and _stands_apart(place, relation)):
            return Expression(span, value, value.interval, value.why)
        interval = related(value.interval, relation, setting.anchor, self.tense.direction(span) <= 0)
        return Expression(span, value, interval, (*value.why, f"{relation} {value.interval.edtf}"))

    def _stepped(self, found: list[Expression], setting: Setting) -> Iterator[Expression]:
        """ "Three days after Christmas", "two years after the fall of Kabul": length and date are one time."""
        i = 0
        while i < len(found):
            one, two = found[i], found[i + 1] if i + 1 < len(found) else None
            link = one.span.end < two.span.start and self._link(one, two) if two else ""
            made = step_from(one.value, link, two.value, setting.anchor) if two and link else None
            yield Expression(Span(one.span.start, two.span.end), made, made.interval, made.why) if two and made else one
            i += 2 if made else 1

    def _link(self, one: Expression, two: Expression) -> str:
        """The words between two expressions, if they are one of "after", "before", "from"."""
        between = self.text[one.span.end : two.span.start].strip().lower()
        return between if between in self.words["steps"] else ""

    def _ranges(self, found: list[Expression]) -> Iterator[Expression]:
        """ "From May to July", "between Monday and Friday": one more expression over both."""
        starts = {token.span.start: i for i, token in enumerate(self.tokens)}
        for one, two in itertools.pairwise(found):
            first, second = starts.get(one.span.start, 0), starts.get(two.span.start, 0)
            opened = first > 0 and self.tokens[first - 1].lower in self.words["range_first"]
            between = [t for t in self.tokens[first:second] if t.span.start >= one.span.end]
            links = self.words["range_link"] if opened else self.words["range_bare"]
            if len(between) == 1 and between[0].lower in links and (opened or one.value.kind == two.value.kind == "date"):
                interval = spanning(one.value.interval, two.value.interval) or spanning(
                    year_back(one.value.interval), two.value.interval
                )
                if interval:
                    yield Expression(
                        Span(one.span.start, two.span.end), Value("range", interval), interval, ("range of two dates",)
                    )


def _stands_apart(place: Place, relation: str) -> bool:
    """Whether a preposition leaves a time as it is: "after Monday's bombing" is of Monday, "after nine" of that day."""
    owner = place.after() in {"'s", "’s"} or (place.after() in {"'", "’"} and place.joined_after())
    return owner or (place.match.rule.make == "clock" and relation in {"before", "after", "by"})


class _Cover:
    """Stretches of text, asked whether another touches one of them."""

    def __init__(self, spans: list[Span]) -> None:
        self._taken = {i for span in spans for i in range(span.start, span.end)}

    def touches(self, span: Span) -> bool:
        return span.start in self._taken or span.end - 1 in self._taken


def _era_value(sighting: EraSighting, reached: str | None, anchor: Anchor) -> Value:
    if not sighting.eras:  # "the previous government": before the report, and no more is known
        day = anchor.day.isoformat() if anchor.day else None
        unnamed = Interval(f"/{day or 'XXXX-XX-XX'}", None, day, None, day, anchor.basis)
        return Value("vague", unnamed, None, ("which government is not said",))
    interval, why = era_interval(sighting.eras, sighting.joined, reached)
    return Value("era", interval, None, why)


def read_times(
    report: Report, parse: Parse, pack: Pack, anchor: Anchor | None = None, eras: Path | None = None
) -> list[Expression]:
    """The time expressions of a report in the order of the text; ranges of two dates last. ``eras``: a user's own table."""
    reader = TimeReader(report, parse, pack, eras)
    known = anchor or anchor_of(report)
    if not known.day and not anchor:
        known = _dateline_anchor(reader, report)
    setting = Setting(known, reader.tense, narrative=is_history(reader.places, known))
    if setting.narrative:
        setting.story, setting.story_words = first_year(reader.places, report.text)
    found = reader.expressions(setting)
    if known.day:
        return found
    return Yearless(report, found, reader.places, reader.tense, reader.expressions).all()


def _dateline_anchor(reader: TimeReader, report: Report) -> Anchor:
    """The dateline's day, if it says the year."""
    lines = dateline_spans(report) or [b.span for b in report.blocks[:_HEADING]]
    for expression in reader.expressions(Setting(Anchor(), reader.tense)) if lines else ():
        granule = expression.value.granule
        if granule and granule.grain == "day" and granule.first and any(_heads(s, expression.span, report) for s in lines):
            return Anchor(granule.first, "dateline")
    return Anchor()


def _heads(line: Span, span: Span, report: Report) -> bool:
    """Whether a date is a dateline's, or a line of its own near the top ("Friday, May 8, 2009")."""
    return (
        line.overlaps(span)
        if dateline_spans(report)
        else line.covers(span) and line.end - line.start <= span.end - span.start + 2
    )
