"""Whether a likeness of names is worth telling: single words and acronyms are borne by too many."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.lang import load
from sayso.records import Entity, Span

from .entry import EntryKind
from .fold import BOUND, GENERIC, RARE, TITLE, Kind, fold
from .lexicon import lexicon
from .search import Found

SURE = 0.97  # likeness that a name of common parts must have
_ACRONYM = 5  # letters


@dataclass(frozen=True, slots=True)
class Called:
    """Somebody of a report: the forms of the name, where they stand, by mention; ``seen``: met sound for sound in the text."""

    kind: Kind
    forms: tuple[str, ...]
    places: tuple[tuple[str, Span], ...]
    seen: bool = False
    least: float = 0.0
    place: bool = False  # the reader of names took it for a place


def names(entity: Entity, kind: Kind) -> tuple[str, ...]:
    """The forms of an entity's name that are looked up: of a person with a full name the full ones only."""
    forms = dict.fromkeys((entity.name, *entity.aliases))
    full = tuple(f for f in forms if not single(f, "person"))
    return full if kind == "person" and full else tuple(forms)


def stands(called: Called, asked: str, found: Found, kind: EntryKind) -> bool:
    """False for what a single word alone suggests: a person by an alias, a ship by a given name."""
    if found.likeness.score < called.least:
        return False
    if called.kind == "person":
        return _person_stands(asked, found)
    if acronym(found.name):
        return asked.replace(".", "") == found.name
    if max((p.weight for p in fold(asked, "body").parts), default=0) <= GENERIC:  # the defence ministry, of whatever country
        return found.quality == "primary" and found.likeness.score == 1
    return not single(asked, "body") or _word_stands(called, asked, found, kind)


def _person_stands(asked: str, found: Found) -> bool:
    if _borne_by_many(asked) and (found.likeness.score < SURE or _turned(asked, found.name)):
        return False
    if not single(asked, "person") or (found.quality == "primary" and found.likeness.score == 1):
        return True
    return found.quality != "weak" and found.likeness.score >= SURE and bool(_titles(asked) & _titles(found.name))


def _titles(name: str) -> frozenset[str]:
    """The titles of one with a rare name: "Mullah Teskan" is called so on lists as well."""
    parts = fold(name, "person").parts
    return frozenset(p.text for p in parts if p.weight == TITLE) if any(p.weight == RARE for p in parts) else frozenset()


def _word_stands(called: Called, asked: str, found: Found, kind: EntryKind) -> bool:
    """Whether one word is enough of a body's name: spelled alike, no ship, and not one whose legal form the text leaves out."""
    name, listed = fold(asked, "body"), fold(found.name, "body")
    if found.likeness.score < 1 or kind in ("vessel", "aircraft"):
        return False
    if listed.form and not name.form:
        return False
    return not called.seen or (not called.place and found.quality == "primary") or _known(asked)


def _turned(name: str, listed: str) -> bool:
    """Whether two parts stand the other way round: "Ali Mohammed" and "Mohammed Ali"."""
    one, other = (tuple(p.text for p in fold(n, "person").strong) for n in (name, listed))
    return len(one) == 2 and one == other[::-1] != other


def _borne_by_many(name: str) -> bool:
    """Whether all parts of a name are common: "Mohamed Ahmed"."""
    return all(p.weight < RARE for p in fold(name, "person").parts)


def single(name: str, kind: Kind) -> bool:
    """Whether one part alone tells something: "Abdul Rahman" has one, "Abdul Hadi Rahman" two."""
    return sum(p.weight > (BOUND if kind == "person" else TITLE) for p in fold(name, kind).parts) < 2


def acronym(name: str) -> bool:
    return name.isupper() and name.isalnum() and len(name) <= _ACRONYM


def shared(names: Iterable[str]) -> bool:
    """Whether all are acronyms that the news uses for others too: ISI."""
    return all(name.replace(".", "") in _shared() for name in names)


@functools.cache
def _shared() -> frozenset[str]:
    return load("en").column("shared_acronyms")


def _known(name: str) -> bool:
    """A group that the news calls by one word: ISIS."""
    return any(p.text in _groups() for p in fold(name, "body").parts)


@functools.cache
def _groups() -> frozenset[str]:
    return frozenset(word for rows in lexicon().groups.values() for _, sign in rows for word in sign)
