"""Spellings of foreign names: "Mashnuq" and "Machnouk" are one."""

from __future__ import annotations

import functools
import re

from .words import folded

LEAST = 3  # consonants by which a name is known
_SOFT = re.compile(r"c(?=[eiy])")
_ALIKE = str.maketrans("qcz", "kks")


@functools.lru_cache(50_000)
def sound(word: str) -> str:
    """A name's consonants alone; a short word stays as it is."""
    bare = re.sub(r"(.)\1+", r"\1", _SOFT.sub("s", folded(word)).replace("ch", "s").replace("sh", "s").translate(_ALIKE))
    heard = re.sub(r"[aeiouyhw'’-]", "", bare)
    return heard if len(heard) >= LEAST else word
