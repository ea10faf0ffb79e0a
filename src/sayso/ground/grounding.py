"""Grounding: the dates, quantities and places of a report, each with what it stands for and why."""

from __future__ import annotations

from pathlib import Path

from sayso.lang import Pack
from sayso.records import Grounding, Interval, Mention, MentionKind, Parse, Quantity, Report, Span, Structure, digest

from .gazetteer import Gazetteer
from .places import ground_places
from .quantities import read_quantities
from .times import read_times


def ground(
    report: Report, parse: Parse, structure: Structure, pack: Pack, gazetteer: Gazetteer, eras: Path | None = None
) -> tuple[tuple[Mention, ...], tuple[Grounding, ...]]:
    """The mentions that the structure lacks (dates, quantities, more places), and what mentions stand for. ``eras``: a table of
    the user's own, in the columns of ``eras.tsv``."""
    mentions, groundings = ground_values(report, parse, structure, pack, eras)
    known = (*structure.mentions, *mentions)
    more, places = ground_places(report, parse, structure, known, pack, gazetteer)
    return (*mentions, *more), (*groundings, *places)


def ground_values(
    report: Report, parse: Parse, structure: Structure, pack: Pack, eras: Path | None = None
) -> tuple[tuple[Mention, ...], tuple[Grounding, ...]]:
    """Dates and quantities alone. A mention of the structure with the same kind and span is kept, not doubled."""
    known = {(m.span, m.kind): m for m in structure.mentions}
    times = read_times(report, parse, pack, eras=eras)
    made: list[Mention] = []
    groundings: list[Grounding] = []

    def add(span: Span, kind: MentionKind, value: Interval | Quantity, why: tuple[str, ...]) -> None:
        mention = known.get((span, kind))
        if mention is None:
            mention = Mention(digest("m", report.id, *span, kind), span, kind, "expression", head_of(parse, span))
            made.append(mention)
        groundings.append(Grounding(mention.id, value, None, why))

    for time in times:
        add(time.span, "date", time.interval, time.why)
    for amount in read_quantities(report, parse, pack, [t.span for t in times]):
        add(amount.span, "quantity", amount.quantity, amount.why)
    return tuple(made), tuple(groundings)


def head_of(parse: Parse, span: Span) -> Span:
    """The word of a stretch whose head lies outside it; its last word where the tree does not say."""
    inside = parse.words_in(span)
    top = next((i for i in inside if parse.heads[i] not in inside), None)
    return parse.words[top if top is not None and parse.heads[top] >= 0 else inside[-1]] if inside else span
