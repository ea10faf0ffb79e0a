"""Reports into readings: the one place that names the stages, in order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from .attribute import attribute
from .check import check
from .claim import claims, itineraries
from .errors import SaysoError
from .ground import doubted, ground
from .lang import Pack
from .parse import unparsed
from .records import (
    Attribution,
    CheckFinding,
    Claim,
    Grounding,
    Interval,
    Itinerary,
    Listing,
    Mention,
    Parse,
    Problem,
    Reading,
    Report,
    Span,
    Structure,
)  # fmt: skip
from .resources import Resources
from .structure import lay_out, structure

T = TypeVar("T")


def read(reports: Sequence[Report], resources: Resources) -> list[Reading]:
    """One reading a report, in order. Reports read together are parsed together, and never change one another."""
    desks = [Desk(report, resources) for report in reports]
    by_language: dict[str, list[Desk]] = defaultdict(list)
    for desk in desks:
        if desk.language:
            by_language[desk.language].append(desk)
    for language, same in by_language.items():
        _read_in(language, same, resources)
    return [desk.reading for desk in desks]


def _read_in(language: str, desks: Sequence[Desk], resources: Resources) -> None:
    pack = resources.pack(language)
    for desk in desks:
        desk.report = desk.attempt("structure", lay_out, desk.report, desk.report, pack)
    for desk, parse in zip(desks, _parses(language, desks, resources), strict=True):
        desk.reading = desk.read(parse, pack)


def _parses(language: str, desks: Sequence[Desk], resources: Resources) -> list[Parse]:
    """All reports at once; where that fails, each by itself, so that only the one that fails goes without."""
    parser, limit = resources.parser(language), resources.settings.max_words
    try:
        return parser.parse([desk.report for desk in desks], limit)
    except Exception:  # whatever it was, it is named below on the report that has it
        return [desk.attempt("parse", parser.parse, [unparsed(desk.report.text)], [desk.report], limit)[0] for desk in desks]


class Desk:
    """One report on its way, with the problems met so far."""

    def __init__(self, report: Report, resources: Resources) -> None:
        self.report, self.resources = report, resources
        self.problems: list[Problem] = []
        self.language = resources.language(report.language)
        if not self.language:
            self.problems.append(Problem("language", _no_pack(report.language)))
        self.reading = self._reading(Structure((), (), ()))

    def read(self, parse: Parse, pack: Pack) -> Reading:
        """The stages that follow the parse."""
        self._note_limit(parse)
        report, gazetteer, eras = self.report, self.resources.gazetteer, self.resources.own_eras
        found = self.attempt("structure", structure, Structure((), (), ()), report, parse, pack)
        nothing: tuple[tuple[Mention, ...], tuple[Grounding, ...]] = ((), ())
        mentions, groundings = self.attempt("ground", ground, nothing, report, parse, found, pack, gazetteer, eras)
        found = replace(found, mentions=_in_order((*found.mentions, *mentions)))
        self.report = report = _dated(report, found.mentions, groundings)
        said: tuple[Attribution, ...] = self.attempt("attribute", attribute, (), report, parse, found, pack)
        claimed: tuple[Claim, ...] = self.attempt("claim", claims, (), report, parse, found, said, pack) if said else ()
        extra, listings = self._listed(found)
        found = replace(found, mentions=_in_order((*found.mentions, *extra))) if extra else found
        reading = self._reading(found)
        reading = replace(reading, attributions=said, claims=claimed, groundings=groundings, listings=listings)
        ways: tuple[Itinerary, ...] = self.attempt("claim", itineraries, (), reading, pack)
        reading = replace(reading, itineraries=ways)
        findings: tuple[CheckFinding, ...] = self.attempt("check", check, (), reading, pack)
        held = (report, parse, found.mentions, groundings, pack, gazetteer)
        mapped: tuple[CheckFinding, ...] = self.attempt("ground", doubted, (), *held)
        findings = tuple(sorted((*findings, *mapped), key=lambda f: (f.spans, f.code)))
        return replace(reading, findings=findings, problems=tuple(self.problems))

    def _listed(self, found: Structure) -> tuple[tuple[Mention, ...], tuple[Listing, ...]]:
        """Who may stand on a sanctions list, where the user keeps any, and names that nobody else had mentioned."""
        nothing: tuple[tuple[Mention, ...], tuple[Listing, ...]] = ((), ())
        lists = self.attempt("lists", lambda: self.resources.lists, None)
        return self.attempt("lists", lists.screen, nothing, self.report, found) if lists else nothing

    def attempt(self, stage: str, work: Callable[..., T], otherwise: T, *given: object) -> T:
        """What ``work`` gives, or ``otherwise`` and a problem: a stage that fails costs that stage of that report."""
        try:
            return work(*given)
        except SaysoError as error:
            self.problems.append(Problem(stage, str(error)))
        except Exception as error:  # a stage's own mistake must not cost the run
            self.problems.append(Problem(stage, f"{type(error).__name__}: {error}"))
        return otherwise

    def _reading(self, found: Structure) -> Reading:
        return Reading(
            self.report, found.mentions, found.entities, (), (), (), (), tuple(self.problems), self.resources.fingerprint
        )

    def _note_limit(self, parse: Parse) -> None:
        read_to = parse.words[-1].end if parse.words else 0
        limit = self.resources.settings.max_words
        if len(parse.words) >= limit and self.report.text[read_to:].strip():
            message = f"read to word {limit:,} only (setting max_words)"
            self.problems.append(Problem("parse", message, Span(read_to, len(self.report.text))))


def _no_pack(language: str | None) -> str:
    return f"no language pack for {language!r}" if language else "the language could not be told"


def _dated(report: Report, mentions: Sequence[Mention], groundings: Sequence[Grounding]) -> Report:
    """With the day of its dateline where the metadata gives none: "KABUL, March 1" is ``XXXX-03-01``, as far as bounded."""
    printed = next((line.date for line in report.datelines if line.date), None)
    if report.published or not printed:
        return report
    here = {m.id for m in mentions if m.kind == "date" and printed.overlaps(m.span)}
    day = next((g.value for g in groundings if g.mention in here and isinstance(g.value, Interval)), None)
    return replace(report, published=replace(day, basis="dateline")) if day else report


def _in_order(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """By start, outer before inner."""
    return tuple(sorted(mentions, key=lambda m: (m.span.start, -m.span.end)))
