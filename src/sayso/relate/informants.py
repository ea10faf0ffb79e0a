"""Informants of two reports who are one, though they are not called the same: "Eran Cicurel" and "Eran Sikorel", a body
and who speaks for it."""

from __future__ import annotations

from collections.abc import Iterator

from .sourcing import Sourcing
from .spelling import sound
from .words import words

LOOKED_AT = 40  # informants of one report
NAMED = 2  # words of a name of which the first is a given name
TELLING, MOST = 2, 0.6  # words of a body's name that stand beside whoever speaks for it, and their share of the name
LETTERS = 4  # of such a word
Mark = tuple[str, ...]


def in_common(a: Sourcing, b: Sourcing) -> frozenset[str]:
    """Keys of informants of ``a`` who are ``b``'s too."""
    theirs = {mark for who in _looked_at(b) for mark in _marks(b, who)}
    alike = (who for who in _looked_at(a) if not theirs.isdisjoint(_marks(a, who)))
    return frozenset(a.heard & b.heard) | frozenset(alike) | frozenset(_speakers(a, b))


def _looked_at(one: Sourcing) -> list[str]:
    return list(one.firm)[:LOOKED_AT]


def _marks(one: Sourcing, who: str) -> Iterator[Mark]:
    """What whoever is the same informant has in common with him."""
    kind, parts = one.firm[who], words(who)
    if kind != "person" or len(parts) < NAMED:
        return
    yield "name", sound(parts[0]), sound(parts[-1])
    yield "name", sound(parts[-2]), sound(parts[-1])  # "bailiff Ilka Doren"
    yield from (("role", parts[0], word) for word in one.about.get(who, frozenset()).difference(parts))
    if who == one.first:
        yield "first", parts[0]


def _speakers(a: Sourcing, b: Sourcing) -> Iterator[str]:
    """A body of the one for which somebody of the other speaks."""
    for one, other in ((a, b), (b, a)):
        bodies = {who: _telling(who) for who in _looked_at(one) if one.firm[who] == "body"}
        for person in (who for who in _looked_at(other) if other.firm[who] == "person"):
            spoken_for = other.about.get(person, frozenset())
            for body, name in bodies.items():
                if len(name & spoken_for) >= max(TELLING, MOST * len(name)):
                    yield person if one is b else body


def _telling(name: str) -> frozenset[str]:
    return frozenset(w for w in words(name) if len(w) >= LETTERS)
