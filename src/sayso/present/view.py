"""What a page shows of a dossier: plain values, numbered, with no markup in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from sayso.records import (
    Attribution,
    Claim,
    Dossier,
    Interval,
    Mention,
    Reading,
    Relation,
    Relations,
    Report,
    Source,
    Value,
    chains,
)

from . import dates, wording
from .beyond import beyond

MOST = 120  # characters of a title
Values = dict[str, list[tuple[Value, str]]]


@dataclass(frozen=True)
class Link:
    """One source in a chain, as shown; ``entity`` tells an unnamed one from others of its report."""

    name: str
    kind: str
    note: str
    entity: str | None = None


@dataclass(frozen=True)
class Filler:
    """Words of the text, and what they stand for, where that says more; ``apart`` from the claim's own words or in them."""

    words: str
    meaning: str
    why: str
    apart: bool = False

    @property
    def short(self) -> str:
        """The meaning beside the words."""
        return self.meaning.removeprefix(f"{self.words}, ")


@dataclass(frozen=True)
class Filled:
    """A role of a claim and all who fill it."""

    name: str
    fillers: tuple[Filler, ...]

    @property
    def words(self) -> str:
        return ", ".join(f.words for f in self.fillers)

    @property
    def meaning(self) -> str:
        return ", ".join(f.meaning for f in self.fillers if f.meaning)


@dataclass(frozen=True)
class Said:
    """A claim as shown: ``number`` is its own on the page, ``report`` its report's.

    ``act``: it says no more than that somebody says something, which is shown as that somebody's.
    """

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
    act: bool = False
    medium: str = ""  # "in a statement; evidence: photos and videos"
    beyond: str = ""  # how the voices beyond its source stand to it

    @property
    def hand(self) -> str:
        """ "second-hand", where it is."""
        return wording.hand(self.attributions[-1].hand) if self.attributions else ""


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
    since: str | None = None  # the first day on which it may have been published


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


def of_story(readings: Sequence[Reading], relations: Relations) -> View:
    """Of reports and what was found between them, without a dossier."""
    return view(Dossier("", tuple(readings), relations, (), ""))


def view(dossier: Dossier) -> View:
    reports, first = [], 0
    for number, reading in enumerate(dossier.readings):
        reports.append(told(reading, number, first))
        first += len(reading.claims)
    return View(dossier, tuple(reports))


def told(reading: Reading, number: int = 0, first: int = 0) -> Told:
    report = reading.report
    mentions = {m.id: m for m in reading.mentions}
    values: Values = defaultdict(list)
    for g in reading.groundings:
        values[g.mention].append((g.value, "; ".join(g.why)))
    ways, named = chains(reading.attributions), known(reading)
    ordered = sorted(reading.claims, key=lambda c: (c.span.start, -c.span.end, c.id))
    cues = {a.cue for a in reading.attributions if a.cue}
    acts = {c.id for c in ordered if any(cue.covers(c.head) for cue in cues)}
    claims = tuple(
        _said(c, first + i, number, reading, ways.get(c.said, ()), mentions, values, named, c.id in acts)
        for i, c in enumerate(ordered)
    )
    published = report.published or datelined(reading)
    day = dates.interval(published) if published else "no date"
    title = flat(report.title or headline(reading) or report.text[: 2 * MOST], MOST) or report.id
    since = published.earliest_start if published and published.latest_end else None
    return Told(number, reading, called(report), title, day, claims, {m: tuple(v) for m, v in values.items()}, since)


def datelined(reading: Reading) -> Interval | None:
    """What the date in the dateline stands for."""
    dates = [d.date for d in reading.report.datelines if d.date]
    here = {m.id for m in reading.mentions for d in dates if d.overlaps(m.span)}
    return next((g.value for g in reading.groundings if g.mention in here and isinstance(g.value, Interval)), None)


def headline(reading: Reading) -> str | None:
    text = reading.report.text
    return next((b.span.of(text) for b in reading.report.blocks if b.kind == "headline"), None)


def flat(text: str, most: int = 0) -> str:
    """Words with single blanks between; cut after ``most`` characters, if that is not 0."""
    words = " ".join(text.split())
    return words if not most or len(words) <= most else words[: most - 1].rstrip() + "…"


def _said(
    c: Claim, number: int, report: int, reading: Reading, way: tuple[Attribution, ...], mentions: dict[str, Mention],
    values: Values, named: dict[str, Link], act: bool,
) -> Said:  # fmt: skip
    text = reading.report.text
    cue = way[-1].cue.of(text) if way and way[-1].cue else ""
    links = tuple(link(a.source, reading, named) for a in way) or (Link("unknown", "unknown", ""),)
    how, strength = wording.how(c, negated(c)), wording.strength(c.commitment, negated(c)) if c.factual else "open"
    roles = _roles(c, mentions, text, values)
    medium = _means(way[-1], text) if way else ""
    around = beyond(c, way, {a.id: one.name for a, one in zip(way, links, strict=False)}, text)
    return Said(number, report, c, flat(c.span.of(text)), how, strength, flat(cue), links, way, roles, act, medium, around)


def _means(a: Attribution, text: str) -> str:
    """The way by which it was said, and the evidence."""
    ways = ", ".join(wording.medium(flat(s.of(text), MOST)) for s in a.medium)
    shown = ", ".join(flat(s.of(text), MOST) for s in a.evidence)
    return "; ".join(x for x in (ways, f"evidence: {shown}" if shown else "") if x)


def negated(c: Claim) -> bool:
    return any(c.span.covers(cue) for cue in c.commitment.cues)


def _roles(c: Claim, mentions: dict[str, Mention], text: str, values: Values) -> tuple[Filled, ...]:
    """Each role once, with its fillers in the order of the text; a number that fills another role too stands under amount."""
    amounts = {r.mention for r in c.roles if r.name == "amount"}
    shown = [r for r in c.roles if r.mention in mentions and (r.name == "amount" or r.mention not in amounts)]
    return tuple(
        Filled(name, tuple(_filler(mentions[r.mention], c, text, values) for r in shown if r.name == name))
        for name in dict.fromkeys(r.name for r in shown)
    )


def _filler(mention: Mention, claim: Claim, text: str, values: Values) -> Filler:
    known = values.get(mention.id, [])
    words = flat(mention.span.of(text))
    meanings = dict.fromkeys(m for v, _ in known if (m := wording.meaning(v, words)))
    why = [x for v, w in known for x in (w, wording.notation(v)) if x]
    return Filler(words, ", ".join(meanings), "; ".join(why), not claim.span.covers(mention.span))


def called(report: Report) -> str:
    """The outlet; where none is known, the file, so that readers can tell one report from another."""
    name = (report.path or "").replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
    return report.publisher or (f"“{name}”" if name not in ("", "-") else "the outlet")


def known(reading: Reading) -> dict[str, Link]:
    """Sources by entity, in the fullest words for each: "a source in the police" is also "he" and "this source".

    One that is named anywhere is not unnamed elsewhere.
    """
    names, found = {e.id: e.name for e in reading.entities}, dict[str, Link]()
    for s in (a.source for a in reading.attributions if a.source.entity):
        before = found.get(s.entity or "")
        if s.kind not in UNNAMED:
            found[s.entity or ""] = Link(flat(names.get(s.entity or "", s.description)), s.kind, _note(s, reading), s.entity)
        elif before is None or (before.kind in UNNAMED and len(s.description.split()) > len(before.name.split())):
            found[s.entity or ""] = Link(flat(s.description), s.kind, _note(s, reading), s.entity)
    return found


def _note(s: Source, reading: Reading) -> str:
    """What kind of source, and why it is not named, where the report says so."""
    reason = flat(s.anonymity.of(reading.report.text), MOST) if s.anonymity else ""
    return ": ".join(x for x in (wording.source(s), reason) if x)


UNNAMED = frozenset({"unnamed", "unknown", "crowd"})


def link(source: Source, reading: Reading, named: dict[str, Link]) -> Link:
    """Every source by the fullest words for it, so that one source is one; an unnamed one is marked as such."""
    if source.kind == "outlet" and source.span is None:
        return Link(called(reading.report), "outlet", "")
    alone = Link(flat(source.description) or "someone", source.kind, _note(source, reading), source.entity)
    return named.get(source.entity or "", alone)
