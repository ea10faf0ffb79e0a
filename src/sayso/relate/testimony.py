"""A report made ready to be asked about claims: its sentences, their words, their claims and cues."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass

from sayso.records import Claim, Reading, Span

from .cues import NO, Cue, cues, tokens
from .sentences import sentences
from .stems import kind, stems

SHORT = 60  # characters: "But that's not true." speaks of what was said before


@dataclass(frozen=True)
class Told:
    """One claim of a sentence: its content words and its main word's kind, as stems."""

    claim: Claim
    words: frozenset[str]
    kind: str


@dataclass(frozen=True)
class Sentence:
    """``tells``: it has a word for something told ("the story"); ``back``: it takes up what stands before;
    ``negated``: it has a "not"; ``question``: it asks."""

    span: Span
    words: frozenset[str]
    claims: tuple[Told, ...]
    cues: tuple[Cue, ...]
    tells: bool
    back: bool
    negated: bool
    question: bool


@dataclass(frozen=True)
class Testimony:
    """``quoted``: what is in it on others' word, with the attribution."""

    reading: Reading
    sentences: tuple[Sentence, ...]
    words: frozenset[str]
    quoted: tuple[tuple[Span, str], ...]

    @property
    def denies(self) -> bool:
        """Whether anything is denied in it at all."""
        said_no = any(c.claim.commitment.polarity == "-" for s in self.sentences for c in s.claims)
        return said_no or any(c.kind in NO for s in self.sentences for c in s.cues)

    def said(self, span: Span) -> str | None:
        """The innermost attribution in whose content something stands; None for the outlet's own voice."""
        inside = [(content.end - content.start, said) for content, said in self.quoted if content.covers(span)]
        return min(inside)[1] if inside else None


def testimony(reading: Reading) -> Testimony:
    spans = sentences(reading)
    claims = _by_sentence(reading, spans)
    made = tuple(_sentence(reading, s, tuple(claims[i])) for i, s in enumerate(spans))
    quoted = tuple((c, a.id) for a in reading.attributions if a.voice != "outlet" for c in a.content)
    return Testimony(reading, made, frozenset(w for s in made for w in s.words), quoted)


def _by_sentence(reading: Reading, spans: list[Span]) -> defaultdict[int, list[Told]]:
    """By the sentence in which the claim's main word stands."""
    language, text = reading.report.language, reading.report.text
    starts, found = [s.start for s in spans], defaultdict[int, list[Told]](list)
    for c in sorted(reading.claims, key=lambda c: (c.span, c.id)):
        i = bisect_right(starts, c.head.start) - 1
        if i >= 0 and c.along:
            found[i].append(Told(c, frozenset(stems(c.span.of(text), language)), kind(c.lemma, language)))
    return found


def _sentence(reading: Reading, span: Span, claims: tuple[Told, ...]) -> Sentence:
    report = reading.report
    known, text = cues(report.language), span.of(report.text)
    words = tokens(report.text, *span)
    return Sentence(
        span, frozenset(stems(text, report.language)), claims, tuple(known.find(words)), known.tells(words),
        len(text) < SHORT or known.points_back(words), known.negated(words), text.rstrip("\"'”’ )\n").endswith("?"),
    )  # fmt: skip
