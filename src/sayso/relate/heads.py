"""Which kinds of event the main word of a claim may name: "opened fire" is a shooting, "began to shoot" too."""

from __future__ import annotations

from collections.abc import Sequence

from .words import Vocabulary, stem


def heads(lemma: str, nouns: Sequence[str], vocabulary: Vocabulary) -> frozenset[str]:
    """``nouns`` are the main words of what the verb takes, and what follows it, as printed."""
    verb, known = lemma.casefold(), vocabulary.heads
    for noun in nouns:
        combined = known.get(stem(f"{verb} {noun}"))
        if combined:
            return combined
        if (verb in vocabulary.light or verb in vocabulary.bare) and stem(noun) in known:
            return known[stem(noun)]
    return known.get(stem(verb), frozenset())


def singular(noun: str) -> tuple[str, ...]:
    """A noun and what it may be the plural of."""
    return (noun, noun[:-1]) if noun.endswith("s") and not noun.endswith("ss") else (noun,)
