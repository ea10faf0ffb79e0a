"""The keys under which parts of names are found though a letter is wrong: a sound, and it with one consonant left out."""

from __future__ import annotations

import functools
import hashlib
from pathlib import Path

from sayso.lang import load

from .fold import BOUND, Folded
from .lexicon import TABLES

WHOLE, FIRST = "=", "^"
_SHORTEST = 3  # consonants of a sound that may miss one


@functools.cache
def method() -> str:
    """Names this way of making keys, code and tables: names keyed by another are keyed anew."""
    here, pack = Path(__file__).parent, load("en")
    code = (here.joinpath(name).read_bytes() for name in ("fold.py", "keys.py", "lexicon.py"))
    told = repr((*code, *(pack.table(name) for name in TABLES)))
    return hashlib.blake2b(told.encode(), digest_size=8).hexdigest()


def near(sound: str) -> frozenset[str]:
    """Of a person's "hkn" itself, kn, hn and hk; persons and bodies are kept apart by their first letter."""
    if len(sound) <= _SHORTEST or sound[1:].isdigit() or sound[0] == FIRST:
        return frozenset((sound,))
    return frozenset((sound, *(sound[:i] + sound[i + 1 :] for i in range(1, len(sound)))))


def whole(name: Folded) -> str:
    """The sounds of a name written as one word."""
    return name.kind[0] + WHOLE + "".join(p.sound for p in name.strong)[:40]


def first(name: Folded) -> str:
    """Under what a text that holds the name is entered: its kind and the sound of its first part."""
    return FIRST + name.kind[0] + next((p.sound for p in name.strong), "")


def sounds(name: Folded) -> frozenset[str]:
    """Sounds of the parts that tell something, and of the whole name."""
    return frozenset((*(name.kind[0] + p.sound for p in name.strong if p.weight > BOUND), whole(name)))
