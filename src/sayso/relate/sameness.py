"""How much of the text of two reports is the same: word for word, reworded, quoted alike."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.records import Reuse

from .reuse import Run, common, covered
from .rewriting import stretches
from .texts import Text

# Read off pairs of news reports that were judged one by one (quality/gold/origins, the half to build on).
COPIED, COPIED_OWN = 0.8, 0.4  # of the shorter text: of its sentences, edited or not; of its own words, word for word
DERIVED, DERIVED_RUN, SENTENCE = 0.4, 4, 6  # of a sentence's words in such runs; shorter ones say nothing
COPIED_WORKED_OVER = 0.7  # of its own content words, in the same order
REUSED, REUSED_WORDS = 0.12, 15  # of its own words
PARAGRAPH = 30  # words: a single passage of fewer is a sentence, which is cited and not reused
LONG = 25  # words running, which is no accident in texts of whatever length
REWORDED, REWORDED_WORDS = 0.25, 20  # content words in the same order
RETOLD, RETOLD_WORDS, QUOTED_ALIKE = 0.6, 30, 40  # content words in any order, beside quotations in common
BEYOND = 5  # times longer, a text has most words of any shorter one
ALIKE, ALIKE_WORDS, ALIKE_RUNNING = 0.07, 20, 12  # less in common, and fewer words running, is no statement quoted by both


@dataclass(frozen=True)
class Sameness:
    """Shares are of the shorter text: ``whole`` with quotations, ``own`` without, ``reworded`` of its own content words in
    the same order, ``retold`` in any order. ``words``, ``stems``: their numbers; ``longest``: words running, of its own;
    ``quoted``: words in common beyond its own; ``running``: the longest passage, with quotations. ``derived``: of
    its sentences that stand in the other as they are or edited; ``runs``: passages of its own in common."""

    passages: tuple[Reuse, ...]
    whole: float
    own: float
    words: int
    longest: int
    reworded: float
    stems: int
    retold: float
    quoted: int
    running: int
    derived: float
    runs: int = 0

    @property
    def copied(self) -> bool:
        return self.derived >= COPIED and self.own >= COPIED_OWN

    @property
    def worked_over(self) -> bool:
        """A copy of which few words stand in a row, but nearly all stand."""
        return self.reworded >= COPIED_WORKED_OVER and self.stems >= REWORDED_WORDS

    @property
    def reused(self) -> bool:
        enough = (self.own >= REUSED and self.words >= REUSED_WORDS) or self.longest >= LONG
        return enough and not (self.runs == 1 and self.words < PARAGRAPH)

    @property
    def in_order(self) -> bool:
        return self.reworded >= REWORDED and self.stems >= REWORDED_WORDS

    @property
    def rewritten(self) -> bool:
        """Beside copied and reused text: the same told in other words."""
        return self.in_order or (self.retold >= RETOLD and self.quoted >= QUOTED_ALIKE)

    @property
    def quoted_alike(self) -> bool:
        """Whether a statement is quoted in both, or more."""
        return (self.whole > ALIKE and self.quoted + self.words >= ALIKE_WORDS) or self.running >= ALIKE_RUNNING


def sameness(a: Text, b: Text) -> Sameness:
    whole, own = common(a.whole, b.whole), common(a.own, b.own)
    words, all_words = covered(own), covered(whole)
    reworded = covered(r for s in stretches(a.stems, b.stems) for r in s)
    return Sameness(
        tuple(Reuse(a.whole.span(r.left, r.words), b.whole.span(r.right, r.words), r.words) for r in whole),
        share(all_words, a.whole.words, b.whole.words), share(words, a.own.words, b.own.words), words, longest(own),
        share(reworded, a.stems.words, b.stems.words), reworded, retold(a, b), all_words - words, longest(whole),
        derived(a, b) if words else 0.0, len(own),
    )  # fmt: skip


def derived(a: Text, b: Text) -> float:
    """The share, by words, of the shorter text's sentences of which much stands in the other in runs of some words."""
    short, long = sorted((a, b), key=lambda t: len(t.whole.words))
    there = {i for r in common(short.whole, long.whole, DERIVED_RUN) for i in range(r.left, r.left + r.words)}
    told = [s for s in short.sentences if len(s) >= SENTENCE]
    taken = sum(len(s) for s in told if sum(i in there for i in s) >= DERIVED * len(s))
    return taken / max(1, sum(len(s) for s in told))


def retold(a: Text, b: Text) -> float:
    """Nothing of texts that are too short, or of too different a length, to tell."""
    shorter, longer = sorted((a, b), key=lambda t: len(t.stems.words))
    few, many = len(shorter.stems.words), len(longer.stems.words)
    return shorter.said_too(longer) if few >= RETOLD_WORDS and many <= BEYOND * few else 0.0


def share(words: int, a: tuple[str, ...], b: tuple[str, ...]) -> float:
    return min(1.0, words / max(1, min(len(a), len(b))))


def longest(runs: Iterable[Run]) -> int:
    return max((r.words for r in runs), default=0)
