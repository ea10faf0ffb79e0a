"""A relation explained: the two sentences, the slots under one another, and the reason in one line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.records import Finding, Reading, Relation, Span, digest

from . import wording
from .tables import pairs
from .view import Said, Told, View

_END = re.compile(r"[.!?][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[^\W\d_a-z])|\n\s*\n")
AROUND = 300  # characters on either side of a claim, where its sentence has no end


@dataclass(frozen=True)
class Side:
    """One claim in its sentence: what stands before and after it there."""

    told: Told
    said: Said
    before: str
    after: str

    @property
    def by(self) -> str:
        return " ← ".join(link.name for link in self.said.chain)


@dataclass(frozen=True)
class Explained:
    """``findings`` as shown, ``reason`` in one line."""

    id: str
    relation: Relation
    left: Side
    right: Side
    findings: tuple[Finding, ...]
    reason: str


def explained(view: View, wanted: Sequence[str] = ()) -> list[Explained]:
    """Relations in the order in which they are shown; ``wanted`` are beginnings of their ids, or kinds."""
    found = []
    for _, several in pairs(view):
        for p in several:
            findings = (*p.findings, *([p.origin] if p.origin else []))
            left, right = (side(said, view.reports[said.report]) for said in (p.left, p.right))
            found.append(Explained(identity(p.relation), p.relation, left, right, findings, reason(p.relation, findings)))
    return [e for e in found if not wanted or any(is_wanted(e, w) for w in wanted)]


def is_wanted(one: Explained, word: str) -> bool:
    return one.id.startswith((word, f"r-{word}")) or one.relation.kind == word.upper()


def identity(r: Relation) -> str:
    """The same for the same two claims in the same relation."""
    return digest("r", r.kind, r.left.report, r.left.claim, r.right.report, r.right.claim)


def reason(relation: Relation, findings: Iterable[Finding]) -> str:
    """Why, in one line: what the kind means, what decides it, and what is known of the sources."""
    slots = [f for f in findings if f.slot != "origin"]
    telling = [f for f in slots if f.verdict == "CONFLICT"] or [f for f in slots if f.verdict in ("SAME", "COMPATIBLE")]
    compared = "; ".join(f"{f.slot} {wording.VERDICT[f.verdict]}{_values(f)}" for f in telling)
    origin = next((f for f in findings if f.slot == "origin"), None)
    sources = f"{wording.ORIGIN[origin.verdict]}{f' ({origin.detail})' if origin.detail else ''}" if origin else ""
    return ": ".join(x for x in (wording.GLOSS[relation.kind], "; ".join(x for x in (compared, sources) if x)) if x)


def _values(f: Finding) -> str:
    return f" ({f.left} / {f.right})" if f.verdict != "SAME" else f" ({f.left})"


def side(said: Said, told: Told) -> Side:
    text, span = told.reading.report.text, said.claim.span
    start, end = sentence(told.reading, span)
    return Side(told, said, words(text[start : span.start]), words(text[span.end : end]))


def words(text: str) -> str:
    return " ".join(text.split())


def sentence(reading: Reading, span: Span) -> Span:
    """The sentence or sentences in which something stands, within its block and not too long."""
    text = reading.report.text
    block = next((b.span for b in reading.report.blocks if b.span.covers(span)), Span(0, len(text)))
    low, high = max(block.start, span.start - AROUND), min(block.end, span.end + AROUND)
    starts = [m.end() for m in _END.finditer(text, low, span.start + 1) if m.end() <= span.start]
    ends = (m.start() + 1 for m in _END.finditer(text, max(low, span.end - 1), high))
    return Span(starts[-1] if starts else low, next(ends, high))
