"""Spellings of names: their words, their initials, and what transliterations of one name share."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"\w+")
_DOTTED = re.compile(r"\b(?:\w\.){2,}")
_OWNER = re.compile(r"[’'][sS]\b")
BRANCH = re.compile(r"[A-Z][\w’']*-[A-Z]")  # Orlan-Khorvat is not Orlan
PARTICLES = frozenset(("al", "el", "ul", "de", "la", "van", "von", "der", "bin", "ibn", "di", "da", "dos", "le", "o"))
_EZAFE = frozenset(("e", "i", "ye", "yi"))  # Pul-e Sabz, Pol-i-Sabz
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
LINKS = frozenset(("of", "the", "and", "for", "in", "on", "to", "de", "la", "du", "des", "del", "di", "&"))
_ALIKE = 75  # rapidfuzz ratio; two vowels of nine letters may differ
_LETTERS = (("kh", "x"), ("gh", "g"), ("ph", "f"), ("ck", "k"), ("dzh", "j"), ("q", "k"), ("w", "v"), ("y", "i"))


def tokens(text: str) -> tuple[str, ...]:
    """Words of a name in lower case, without accents, article and suffixes: "The U.S. Army" gives us, army."""
    text = _DOTTED.sub(lambda m: m.group().replace(".", ""), _OWNER.sub("", text))
    plain = unicodedata.normalize("NFKD", text).casefold()
    found = _WORD.findall("".join(c for c in plain if not unicodedata.combining(c)))
    if len(found) > 1 and found[0] == "the":
        found = found[1:]
    while len(found) > 2 and found[-1] in _SUFFIXES:
        found.pop()
    return tuple(found)


def initials(text: str) -> set[str]:
    """Initials of a name's words, with and without its small words; for a name of one word none."""
    words = [w for w in re.findall(r"[\w&]+", _OWNER.sub("", text.replace("-", " "))) if w[:1].isalnum()]
    big = [w for w in words if w.lower() not in LINKS]
    out = {"".join(w[0] for w in ws).upper() for ws in (words, big) if len(ws) > 1}
    return {o for o in out if len(o) > 1}


def skeleton(parts: tuple[str, ...]) -> str:
    """Consonants, and where vowels stand between them: Muhammad and Mohammed give one."""
    kept = [p for p in parts if p not in _EZAFE]
    bound = [p[:-1] if len(p) > 3 and p.endswith("i") else p for p in kept[:-1]]  # Puli Sabz = Pul-e Sabz
    return "".join(_skeleton(p) for p in (*bound, *kept[-1:]))


def _skeleton(word: str) -> str:
    for old, new in _LETTERS:
        word = word.replace(old, new)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiou]+", "a", word))


def same_spelling(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Two spellings of one name by sound and by letters. Short names are too alike by chance."""
    left, right = "".join(p for p in a if p not in _EZAFE), "".join(p for p in b if p not in _EZAFE)
    if left == right:
        return True
    sound = skeleton(a)
    if sound != skeleton(b) or left[:1] != right[:1] or len(sound.replace("a", "")) < 4:
        return False
    if abs(len(left) - len(right)) > 2:
        return False
    from rapidfuzz import fuzz  # most reports write no name in two ways, and it takes a while to load

    return fuzz.ratio(left, right) >= _ALIKE
