"""What a language calls deeds, those who do them, what they do them with, and how they are owned or denied."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from sayso.lang import Pack, load, packs

from .words import stem


@dataclass(frozen=True)
class Terms:
    """``deeds``: lemmas whose agent is a perpetrator and whose target was hit; ``indirect`` those whose target is the deed
    ("carried out the attack"), ``named`` those that things do as well ("exploded"), ``wielding``
    those that are done with a weapon ("fired"). ``responsibility``: for a lemma and words
    in its claim what its agent, or for "blame" its target, is said to be."""

    deeds: frozenset[str] = frozenset()
    indirect: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    wielding: frozenset[str] = frozenset()
    undone: frozenset[str] = frozenset()  # stems of words before a deed that is only threatened or planned
    culprits: frozenset[str] = frozenset()
    weapons: frozenset[str] = frozenset()
    responsibility: tuple[tuple[str, str, frozenset[str]], ...] = ()
    money: frozenset[str] = frozenset()
    locating: frozenset[str] = frozenset()

    @property
    def longest(self) -> int:
        """Of the words for weapons, in words."""
        return max((len(w.split()) for w in self.weapons), default=0)


@functools.cache
def terms(language: str | None) -> Terms:
    """Nothing is known of a language without a pack."""
    code = (language or "").split("-")[0]
    return _terms(load(code)) if code in packs() else Terms()


def _terms(pack: Pack) -> Terms:
    deeds = [(row[0], row[1] if len(row) > 1 else "") for row in pack.table("deeds")]
    owned = tuple((row[0], row[1], frozenset(row[2].split() if len(row) > 2 else ())) for row in pack.table("responsibility"))
    money = frozenset(row[1] for row in pack.table("units") if row[2].startswith("money"))
    direct, indirect, named, wielding, undone = (
        frozenset(w for w, mark in deeds if mark == kind) for kind in ("", "of", "named", "with", "before")
    )
    culprits, weapons, locating = (pack.column(name) for name in ("culprits", "weapons", "locating"))
    return Terms(direct, indirect, named, wielding, frozenset(map(stem, undone)), culprits, weapons, owned, money, locating)
