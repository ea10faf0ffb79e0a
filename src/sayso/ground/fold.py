"""Keys under which spellings of one place name meet."""

from __future__ import annotations

import functools
import re
import unicodedata

_LETTERS = str.maketrans({
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ħ": "h", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ə": "a",
    "'": "", "’": "", "‘": "", "`": "", "ʻ": "", "ʼ": "", "ʿ": "", "ʾ": "", "′": "", "´": "", ".": "", ",": " ",
    "-": " ", "‐": " ", "‑": " ", "‒": " ", "–": " ", "—": " ", "/": " ", "(": " ", ")": " ",
})  # fmt: skip
_SAINTS = {"saint": "st", "sainte": "st", "ste": "st", "fort": "ft", "mount": "mt", "and": "&"}
_LINKS = frozenset({"e", "i", "ye", "yi", "al", "el", "ul", "ur", "us", "ash", "as", "ad", "ed", "an", "ar", "er", "ez", "az"})
_SOUNDS = tuple((re.compile(pattern), letter) for pattern, letter in (
    (r"(.)\1+", r"\1"), ("[kg](?=h)", ""), ("q", "k"), ("[wf]", "v"), ("[ou]+", "u"), ("[eiyj]+", "i"), ("t[sz]", "z"),
))  # fmt: skip


@functools.lru_cache(maxsize=8192)
def fold(name: str) -> str:
    """Case, accents, hyphens, apostrophes, "Saint"/"St." put aside: "Saint-Étienne" and "St. Etienne" give "st etienne"."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return " ".join(_SAINTS.get(word, word) for word in bare.translate(_LETTERS).split())


@functools.lru_cache(maxsize=8192)
def loose(name: str) -> str:
    """What transliterations of one name share: "Pul-e Alam", "Puli Alam" and "Pol-e Alam" give one key.

    Links between the parts ("-e", "al-") and their written-on forms go, vowels that transliterators swap become one.
    """
    words = [w for w in fold(name).split() if w not in _LINKS]
    words = [w[:-1] if len(w) >= 4 and w[-1] in "ie" and i + 1 < len(words) else w for i, w in enumerate(words)]
    key = "".join(words)
    for pattern, letter in _SOUNDS:
        key = pattern.sub(letter, key)
    return key


def likeness(one: str, other: str) -> float:
    """The share of letters that two spellings have in common in the same order; 1 for the same word.

    The longest common subsequence, its rows kept as the bits of one number.
    """
    places: dict[str, int] = {}
    for i, letter in enumerate(one):
        places[letter] = places.get(letter, 0) | 1 << i
    row = whole = (1 << len(one)) - 1
    for letter in other:
        met = row & places.get(letter, 0)
        row = (row + met) | (row - met)
    return 2 * (whole & ~row).bit_count() / ((len(one) + len(other)) or 1)
