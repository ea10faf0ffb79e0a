"""What a page shows of a dossier: plain values, numbered, with no markup in them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property

from sayso.records import Attribution, Claim, Dossier, Mention, Reading, Relation, Source, Value, chains

from . import wording


@dataclass(frozen=True)
class Link:
    """One source in a chain, as shown."""

    name: str
    kind: str
    note: str


@dataclass(frozen=True)
class Filled:
    """A role of a claim: the words of the text, and what they stand for."""

    name: str
    words: str
    meaning: str
    why: str


@dataclass(frozen=True)
class Said:
    """A claim as shown: ``number`` is its own on the page, ``report`` its report's."""

    number: int
    report: int
    claim: Claim
    text: str
    how: str
    strength: str
    cue: str
    chain: tuple[Link, ...]
    attributions: tuple[Attribution, ...]
    roles: tuple[Filled, ...]


@dataclass(frozen=True)
class Told:
    """A report as shown, with its claims."""

    number: int
    reading: Reading
    outlet: str
    title: str
    day: str
    claims: tuple[Said, ...]
    values: dict[str, tuple[tuple[Value, str], ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class View:
    """Every report and claim of a dossier under its number."""

    dossier: Dossier
    reports: tuple[Told, ...]

    @cached_property
    def claims(self) -> dict[tuple[str, str], Said]:
        return {(t.reading.report.id, s.claim.id): s for t in self.reports for s in t.claims}

    @cached_property
    def by_id(self) -> dict[str, Told]:
        return {t.reading.report.id: t for t in self.reports}

    @cached_property
    def relations_of(self) -> dict[int, list[Relation]]:
        """By the number of a claim, the relations it stands in."""
        found: dict[int, list[Relation]] = defaultdict(list)
        for r in self.dossier.relations.relations:
            for ref in (r.left, r.right):
                if said := self.claims.get((ref.report, ref.claim)):
                    found[said.number].append(r)
        return found


def view(dossier: Dossier) -> View:
    reports, first = [], 0
    for number, reading in enumerate(dossier.readings):
        reports.append(told(reading, number, first))
        first += len(reading.claims)
    return View(dossier, tuple(reports))


def told(reading: Reading, number: int = 0, first: int = 0) -> Told:
    report = reading.report
    mentions = {m.id: m for m in reading.mentions}
    values: dict[str, list[tuple[Value, str]]] = defaultdict(list)
    for g in reading.groundings:
        values[g.mention].append((g.value, "; ".join(g.why)))
    ways, named = chains(reading.attributions), {e.id: e.name for e in reading.entities}
    ordered = sorted(reading.claims, key=lambda c: (c.span.start, -c.span.end, c.id))
    claims = tuple(
        _said(c, first + i, number, reading, ways.get(c.said, ()), mentions, values, named) for i, c in enumerate(ordered)
    )
    day = wording.interval(report.published) if report.published else "no date"
    outlet = report.publisher or "unknown outlet"
    title = report.title or headline(reading) or report.path or report.id
    return Told(number, reading, outlet, flat(title), day, claims, {m: tuple(v) for m, v in values.items()})


def headline(reading: Reading) -> str | None:
    text = reading.report.text
    return next((b.span.of(text) for b in reading.report.blocks if b.kind == "headline"), None)


def flat(text: str, most: int = 0) -> str:
    """Words with single blanks between; cut after ``most`` characters, if that is not 0."""
    words = " ".join(text.split())
    return words if not most or len(words) <= most else words[: most - 1].rstrip() + "…"


def _said(
    c: Claim, number: int, report: int, reading: Reading, way: tuple[Attribution, ...], mentions: dict[str, Mention],
    values: dict[str, list[tuple[Value, str]]], named: dict[str, str],
) -> Said:  # fmt: skip
    text = reading.report.text
    cue = way[-1].cue.of(text) if way and way[-1].cue else ""
    links = tuple(link(a.source, reading, named) for a in way) or (Link("unknown", "unknown", ""),)
    roles = tuple(_filled(r.name, mentions[r.mention], text, values) for r in c.roles if r.mention in mentions)
    return Said(
        number, report, c, flat(c.span.of(text)), wording.commitment(c.commitment), wording.strength(c.commitment), flat(cue),
        links, way, roles,
    )  # fmt: skip


def _filled(name: str, mention: Mention, text: str, values: dict[str, list[tuple[Value, str]]]) -> Filled:
    known = values.get(mention.id, [])
    words = flat(mention.span.of(text))
    meaning = ", ".join(wording.value(v) for v, _ in known)
    return Filled(name, words, "" if meaning == words else meaning, "; ".join(w for _, w in known if w))


def link(source: Source, reading: Reading, named: dict[str, str]) -> Link:
    """An unnamed source is shown by its description and marked; a pronoun by the name it stands for, where that is known."""
    if source.kind == "outlet" and source.span is None:
        return Link(reading.report.publisher or source.description or "the outlet", "outlet", "")
    name = source.description
    if source.kind != "unnamed" and source.entity in named:
        name = named[source.entity]
    return Link(flat(name) or "someone", source.kind, wording.source(source))
