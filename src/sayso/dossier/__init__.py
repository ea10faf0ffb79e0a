"""A dossier: readings and their relations as one value, ready to be shown or kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.records import (
    Account,
    Attested,
    Dossier,
    Finding,
    Missed,
    Reading,
    Reference,
    Relations,
    Report,
    Source,
    Span,
    digest,
)  # fmt: skip

__all__ = ["blurred", "build"]

BLUR = "▒"


def build(title: str, readings: Sequence[Reading], relations: Relations, missed: Sequence[Missed] = ()) -> Dossier:
    """The same readings give the same dossier; its fingerprint digests theirs. Without a title it takes the first headline."""
    taken = tuple({r.report.id: r for r in readings}.values())
    title = title or next((headline(r.report) for r in taken if headline(r.report)), "Dossier")
    mark = digest("d", title, *(f"{r.report.id}:{r.fingerprint}" for r in taken), *(s.id for s in relations.stories))
    return Dossier(title, taken, relations, tuple(missed), mark)


def headline(report: Report) -> str:
    printed = next((b.span.of(report.text) for b in report.blocks if b.kind == "headline"), report.title or "")
    return " ".join(printed.split())


def blurred(dossier: Dossier) -> Dossier:
    """The same with the words for unnamed sources made unreadable, letter by letter, so that every span still holds.

    Words that stand for such a source elsewhere (a finding that quotes it, an entity's name) are covered too.
    """
    hidden = {w for r in dossier.readings for s in _unnamed(r) for w in _words_for(s, r.report)}
    if not hidden:
        return dossier
    cover = _pattern(hidden)
    readings = tuple(_blurred(r, cover) for r in dossier.readings)
    reasons = _relations(dossier.relations, _pattern(hidden | {_ARTICLE.sub("", w) for w in hidden}))
    return replace(dossier, title=_hide(dossier.title, cover), readings=readings, relations=reasons)


_ARTICLE = re.compile(r"^(?:an?|the)\s+", re.IGNORECASE)


def _pattern(hidden: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(w) for w in sorted(hidden, key=len, reverse=True)), re.IGNORECASE)


def _unnamed(reading: Reading) -> list[Source]:
    return [a.source for a in reading.attributions if a.source.kind == "unnamed"]


def _words_for(source: Source, report: Report) -> set[str]:
    printed = source.span.of(report.text) if source.span else ""
    return {w.strip() for w in (source.description, printed) if len(w.split()) > 1}


def _hide(text: str, cover: re.Pattern[str]) -> str:
    return cover.sub(lambda m: _bars(m.group()), text)


def _bars(text: str) -> str:
    return "".join(c if c.isspace() else BLUR for c in text)


def _blurred(reading: Reading, cover: re.Pattern[str]) -> Reading:
    spans = [s.span for s in _unnamed(reading) if s.span]
    title = _hide(reading.report.title, cover) if reading.report.title else None
    report = replace(reading.report, text=_covered(_hide(reading.report.text, cover), spans), title=title)
    attributions = tuple(
        replace(a, source=_nobody(a.source), why=tuple(_hide(w, cover) for w in a.why)) for a in reading.attributions
    )
    entities = tuple(
        replace(e, name=_hide(e.name, cover), aliases=tuple(_hide(n, cover) for n in e.aliases)) for e in reading.entities
    )
    findings = tuple(replace(f, message=_hide(f.message, cover)) for f in reading.findings)
    return replace(reading, report=report, attributions=attributions, entities=entities, findings=findings)


def _covered(text: str, spans: Iterable[Span]) -> str:
    letters = list(text)
    for span in spans:
        letters[span.start : span.end] = _bars("".join(letters[span.start : span.end]))
    return "".join(letters)


def _nobody(source: Source) -> Source:
    return replace(source, description="an unnamed source", entity=None) if source.kind == "unnamed" else source


def _relations(relations: Relations, cover: re.Pattern[str]) -> Relations:
    stories = tuple(
        replace(s, origins=tuple(replace(o, why=_hide(o.why, cover)) for o in s.origins)) for s in relations.stories
    )
    found = tuple(replace(r, why=tuple(_finding(f, cover) for f in r.why)) for r in relations.relations)
    return replace(
        relations, stories=stories, relations=found, accounts=tuple(_account(a, cover) for a in relations.accounts),
        support=tuple(replace(s, why=_hide(s.why, cover)) for s in relations.support),
        transfers=tuple(replace(t, why=_hide(t.why, cover)) for t in relations.transfers),
    )  # fmt: skip


def _account(a: Account, cover: re.Pattern[str]) -> Account:
    values = tuple(_attested(v, cover) for v in a.values)
    return replace(a, of=_hide(a.of, cover), values=values, why=_hide(a.why, cover))


def _attested(v: Attested, cover: re.Pattern[str]) -> Attested:
    value = replace(v.value, name=_hide(v.value.name, cover)) if isinstance(v.value, Reference) else v.value
    told = tuple(replace(t, by=tuple(_hide(name, cover) for name in t.by)) for t in v.tellings)
    return replace(v, value=value, shown=_hide(v.shown, cover), tellings=told, why=_hide(v.why, cover))


def _finding(f: Finding, cover: re.Pattern[str]) -> Finding:
    return replace(f, left=_hide(f.left, cover), right=_hide(f.right, cover), detail=_hide(f.detail, cover))
