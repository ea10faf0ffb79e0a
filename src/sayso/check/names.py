"""On whose word does the body speak of those whom the headline names?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.lang import Pack
from sayso.records import Attribution, CheckFinding, Mention, Reading, Span

from .finding import BODY, attributed, flat_headline, short

_NAMED = frozenset({"person", "organization", "group"})


def headline_name_unnamed(reading: Reading, _: Pack) -> list[CheckFinding]:
    """The headline names somebody in a flat claim of whom only sources without names speak in the body."""
    found: dict[str, tuple[Span, list[tuple[Span, Attribution]]]] = {}
    for claim in flat_headline(reading):
        for one in _names(reading, claim.span):
            words = one.span.of(reading.report.text)
            places = list(_spoken_of(reading, _forms(reading, one)))
            tellers = [(place, teller) for place, teller in places if teller is not None and teller.source.kind == "unnamed"]
            if tellers and len(tellers) == len(places):
                found.setdefault(words, (one.span, tellers))
    return [_finding(reading, found)] if found else []


def _names(reading: Reading, within: Span) -> list[Mention]:
    return [m for m in reading.mentions if m.form == "name" and m.kind in _NAMED and within.covers(m.span)]


def _forms(reading: Reading, one: Mention) -> set[str]:
    """The name as the report prints it: in full, by its aliases, and of a person each part ("Quill" for "Ada Quill")."""
    text = reading.report.text
    same = {id for e in reading.entities if one.id in e.mentions for id in e.mentions}
    names = {one.span.of(text)} | {m.span.of(text) for m in reading.mentions if m.id in same and m.form == "name"}
    parts = {part for name in names for part in name.split() if one.kind == "person" and len(part) > 2}
    return names | parts


def _spoken_of(reading: Reading, names: set[str]) -> Iterator[tuple[Span, Attribution | None]]:
    """Each place of the body where one of the names stands, with whose word it is there; None for the report's own."""
    others = sorted(attributed(reading).values(), key=lambda a: sum(s.end - s.start for s in a.content))
    either = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    pattern = re.compile(rf"\b(?:{either})\b")
    for block in reading.report.blocks:
        if block.kind in BODY:
            for match in pattern.finditer(reading.report.text, block.span.start, block.span.end):
                place = Span(*match.span())
                yield place, next((a for a in others if any(s.covers(place) for s in a.content)), None)


def _finding(reading: Reading, found: dict[str, tuple[Span, list[tuple[Span, Attribution]]]]) -> CheckFinding:
    names = ", ".join(f"“{name}”" for name in found)
    tellers = [teller for _, told in found.values() for _, teller in told]
    message = f"the headline speaks flatly of {names}; in the body only sources without a name do: {short(reading, tellers)}"
    spans = (*(span for span, _ in found.values()), *(place for _, told in found.values() for place, _ in told))
    ids = {teller.id for teller in tellers}
    return CheckFinding("headline-name-on-unnamed-word", message, spans, tuple(c.id for c in reading.claims if c.said in ids))
