"""Whether a likeness of names is worth telling: single words and acronyms are borne by too many."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.lang import load
from sayso.records import Entity, Span

from .fold import Kind, fold
from .lexicon import lexicon
from .search import Found

_ACRONYM = 5  # letters


@dataclass(frozen=True, slots=True)
class Called:
    """Somebody of a report: the forms of the name, where they stand, by mention; ``seen``: met sound for sound in the text."""

    kind: Kind
    forms: tuple[str, ...]
    places: tuple[tuple[str, Span], ...]
    seen: bool = False


def names(entity: Entity, kind: Kind) -> tuple[str, ...]:
    """The forms of an entity's name that are looked up: of a person with a full name the full ones only."""
    forms = dict.fromkeys((entity.name, *entity.aliases))
    full = tuple(f for f in forms if len(fold(f, "person").strong) > 1)
    return full if kind == "person" and full else tuple(forms)


def stands(called: Called, asked: str, found: Found) -> bool:
    """False for what a single word alone suggests: a person by an alias, a body that no reader of names took for one."""
    single = len(fold(asked, called.kind).strong) < 2
    if called.kind == "person":
        return not single or (found.quality == "primary" and found.likeness.score == 1)
    if acronym(found.name):
        return asked.replace(".", "") == found.name
    return not (called.seen and single) or found.quality == "primary" or _known(asked)


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
