"""The keys under which parts of names are found though a letter is wrong: a sound, and it with one consonant left out."""

from __future__ import annotations

from .fold import BOUND, Folded

WHOLE, FIRST = "=", "^"
_SHORTEST = 3  # consonants of a sound that may miss one


def near(sound: str) -> frozenset[str]:
    """"hkn" gives itself, kn, hn and hk."""
    if len(sound) < _SHORTEST or sound.isdigit() or sound[0] == FIRST:
        return frozenset((sound,))
    return frozenset((sound, *(sound[:i] + sound[i + 1 :] for i in range(len(sound)))))


def whole(name: Folded) -> str:
    """The sounds of a name written as one word."""
    return WHOLE + "".join(p.sound for p in name.strong)[:40]


def first(name: Folded) -> str:
    """Under what a text that holds the name is entered: its kind and the sound of its first part."""
    return FIRST + name.kind[0] + next((p.sound for p in name.strong), "")


def sounds(name: Folded) -> frozenset[str]:
    """Sounds of the parts that tell something, and of the whole name."""
    return frozenset((*(p.sound for p in name.strong if p.weight > BOUND), whole(name)))
