"""Words that say that somebody speaks, as tables of the language pack give them."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from sayso.lang import Pack


@dataclass(frozen=True, slots=True)
class CueWord:
    """One row of ``cues.tsv``: "claim", a verb of speech, distancing, followed by a that-clause or a quotation."""

    lemma: str
    form: str
    kind: str
    commitment: str
    frames: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Cue words by form, and nouns by the kind of source or of evidence they name."""

    verbs: dict[str, CueWord]
    nouns: dict[str, CueWord]
    adverbs: dict[str, CueWord]
    adjectives: dict[str, CueWord]  # by form: "worried"
    phrases: dict[str, list[tuple[str, ...]]]  # by their first word
    speakers: dict[str, str]
    evidence: frozenset[str]
    press: dict[str, str]
    support: frozenset[str]
    aliases: frozenset[str]  # "known as": they name and tell nothing
    issuing: frozenset[str]
    figures: frozenset[str]  # "toll": what is put at a number
    weights: dict[str, float]  # what speaks for a cue, by name: see weigh.py

    def prepositions(self, cue: CueWord) -> frozenset[str]:
        """Prepositions that lead into the cue's content: "accused him *of* fraud"."""
        return cue.frames - _SHAPES


_SHAPES = frozenset({"that", "quote", "whether", "to", "obj", "small", "as", "cite", "figure", "changed", "-"})


@functools.cache
def lexicon(pack: Pack) -> Lexicon:
    """The tables of a pack, read once."""
    rows = [CueWord(r[0], r[1], r[2], r[3], frozenset(r[4].split(","))) for r in pack.table("cues")]
    return Lexicon(
        verbs=_of(rows, "verb"),
        nouns=_of(rows, "noun"),
        adverbs=_of(rows, "adverb"),
        adjectives=_of(rows, "adjective"),
        phrases=_by_first_word([tuple(r.lemma.split()) for r in rows if r.form == "phrase"]),
        speakers={row[0]: row[1] for row in pack.table("unnamed")},
        evidence=pack.column("evidence"),
        press=dict.fromkeys(pack.column("paper_names"), "alone") | {row[0]: row[1] for row in pack.table("press")},
        aliases=pack.column("known_as"),
        support=frozenset(r.lemma for r in rows if r.form == "support"),
        issuing=frozenset(r.lemma for r in rows if r.form == "issue"),
        figures=pack.column("number_words"),
        weights={row[0]: float(row[1]) for row in pack.table("cue_weights")},
    )


def _by_first_word(phrases: list[tuple[str, ...]]) -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for words in phrases:
        found.setdefault(words[0], []).append(words)
    return found


def _of(rows: list[CueWord], form: str) -> dict[str, CueWord]:
    return {r.lemma: r for r in rows if r.form == form}
