"""The tables of a pack that claims need, in the shape in which they are asked."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from sayso.lang import Pack
from sayso.records import Stance

from .scale import STANDS, Stand

Signature = tuple[Stand, Stand]
_SPEAKING = frozenset({"verb", "noun", "adverb"})


@dataclass(frozen=True, slots=True)
class Lexicon:
    """``signatures``: (lemma, frame) to the stands of what it embeds, affirmed and denied; ``stances``:
    (lemma, part of speech) of a cue to how its user stands to the source; the rest: form to stand."""

    signatures: Mapping[tuple[str, str], Signature]
    negation: Mapping[tuple[str, str], Stand]
    modals: Mapping[str, tuple[Stand, str]]
    hedges: Mapping[tuple[str, str], Stand]
    conditions: Mapping[str, tuple[str, str]]
    light: frozenset[str]
    happening: frozenset[str]
    opinions: Mapping[str, str]
    event_nouns: Mapping[str, str]
    stances: Mapping[tuple[str, str], Stance]
    words: Mapping[str, frozenset[str]]


@functools.cache
def lexicon(pack: Pack) -> Lexicon:
    """The lexicon of a pack, built once a process."""
    return Lexicon(
        signatures={(r[0], f): (STANDS[r[2]], STANDS[r[3]]) for r in pack.table("factivity") for f in r[1].split()},
        negation={(r[0], r[1]): STANDS[r[2]] for r in pack.table("negation")},
        modals={r[0]: (STANDS[r[1]], r[2]) for r in pack.table("modals")},
        hedges={(r[0], r[1]): STANDS[r[2]] for r in pack.table("hedges")},
        conditions={r[0]: (r[1], r[2] if len(r) > 2 else "") for r in pack.table("conditions")},
        light=frozenset(r[0] for r in pack.table("lightverbs") if r[1] == "object"),
        happening=frozenset(r[0] for r in pack.table("lightverbs") if r[1] == "subject"),
        opinions={r[0]: r[1] for r in pack.table("opinions")},
        event_nouns=dict(pack.table("event_nouns")),  # type: ignore[arg-type]
        stances={(r[0], r[1]): r[3] for r in pack.table("cues") if r[1] in _SPEAKING},  # type: ignore[misc]
        words={r[0]: frozenset(r[1].split()) for r in pack.table("clause_words")},
    )
