"""Whose soldiers or fighters a number counts: each side of a battle has its own dead, and each tells of the other's."""

from __future__ import annotations

import re

from .sources import alike
from .tallies import Given
from .words import Vocabulary, words

ARMED = frozenset({"soldier", "fighter", "police"})  # kinds (event_kinds.tsv)
LOSING = frozenset({"lose"})
NEAR = 40  # characters around a number in which it may be said whose they are
_NAMED = re.compile(r"\s+((?:[A-Z][\w’'-]*\s+)+)(?=[a-z])")


def side(g: Given) -> str:
    """ "Ostrian", of "49 Ostrian soldiers"; whoever speaks of "six of its soldiers" or says that it "lost three soldiers"."""
    vocabulary, text, end = g.claim.profile.vocabulary, g.claim.profile.reading.report.text, g.counted.span.end
    if vocabulary.kind(g.of) not in ARMED:
        return ""
    if m := _NAMED.match(text, end, end + NEAR):
        return " ".join(m.group(1).split())
    own = whose(text[end : end + NEAR], vocabulary) or g.claim.claim.lemma.casefold() in LOSING
    return g.claim.chain.name if own and g.claim.chain.about and not g.claim.chain.own else ""


def whose(after: str, vocabulary: Vocabulary) -> bool:
    """Whether "of its" or the like follows."""
    said = " ".join(words(after)[:2])
    return any(place == "whose" and said == w for w, place in vocabulary.partial)


def one_side(a: Given, b: Given) -> bool:
    """Whether two count people of one side, or neither says of which."""
    one, other = side(a), side(b)
    if not one or not other:
        return one == other
    return bool(alike(frozenset(words(one)), frozenset(words(other))))
