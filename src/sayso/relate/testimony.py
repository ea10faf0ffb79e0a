"""A report made ready to be asked about claims: its sentences, their words, their claims and cues."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass

from sayso.records import Claim, Reading, Span

from .cues import Cue, cues, tokens
from .sentences import sentences
from .stems import kind, stems

SPEECH, DEEP = 200, 8  # sentences of one content, and contents around one sentence, that are looked at
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
    quoted: tuple[tuple[Span, str], ...] = ()
    """What is in it on others' word, the innermost first, with the attribution."""

    def said(self, span: Span) -> str | None:
        """The innermost attribution in whose content something stands; None for the outlet's own voice."""
        return next((said for content, said in self.quoted if content.covers(span)), None)


@dataclass(frozen=True)
class Testimony:
    """A report's sentences, and all its content words."""

    reading: Reading
    sentences: tuple[Sentence, ...]
    words: frozenset[str]


def testimony(reading: Reading) -> Testimony:
    spans = sentences(reading)
    claims, quoted = _by_sentence(reading, spans), _quoted(reading, spans)
    made = tuple(_sentence(reading, s, tuple(claims[i]), tuple(quoted[i])) for i, s in enumerate(spans))
    return Testimony(reading, made, frozenset(w for s in made for w in s.words))


def _quoted(reading: Reading, spans: list[Span]) -> defaultdict[int, list[tuple[Span, str]]]:
    """By sentence, what is said in it; of contents that are very long or many deep only so much that time stays linear."""
    starts, found = [s.start for s in spans], defaultdict[int, list[tuple[Span, str]]](list)
    contents = [(c, a.id) for a in reading.attributions if a.voice != "outlet" for c in a.content]
    for content, said in sorted(contents, key=lambda c: (c[0].end - c[0].start, c)):
        first = max(0, bisect_right(starts, content.start) - 1)
        for i in range(first, min(bisect_right(starts, content.end), first + SPEECH)):
            if len(found[i]) < DEEP:
                found[i].append((content, said))
    return found


def _by_sentence(reading: Reading, spans: list[Span]) -> defaultdict[int, list[Told]]:
    """By the sentence in which the claim's main word stands."""
    language, text = reading.report.language, reading.report.text
    starts, found = [s.start for s in spans], defaultdict[int, list[Told]](list)
    for c in sorted(reading.claims, key=lambda c: (c.span, c.id)):
        i = bisect_right(starts, c.head.start) - 1
        if i >= 0 and c.along:
            found[i].append(Told(c, frozenset(stems(c.span.of(text), language)), kind(c.lemma, language)))
    return found


def _sentence(reading: Reading, span: Span, claims: tuple[Told, ...], quoted: tuple[tuple[Span, str], ...]) -> Sentence:
    report = reading.report
    known, text = cues(report.language), span.of(report.text)
    words = tokens(report.text, *span)
    return Sentence(
        span, frozenset(stems(text, report.language)), claims, tuple(known.find(words)), known.tells(words),
        len(text) < SHORT or known.points_back(words), known.negated(words), text.rstrip("\"'”’ )\n").endswith("?"), quoted,
    )  # fmt: skip
