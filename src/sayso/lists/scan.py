"""Listed names in running text, sound for sound, wherever capitals stand: what the reader of names may have missed or torn."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.records import Span

from .fold import Kind, fold, sound
from .lexicon import lexicon
from .search import Search

LONGEST = 10  # words
_WORD = re.compile(r"[^\W_]+(?:['’`](?!s\b)[^\W_]+)*")
_GAP = re.compile(r"(?:\s|[-–—]|\s[-–—]\s|\s['‘’`ʿ]|['’]s\s)$")
_MARKS = ("'", "’", "`")
_INITIAL = re.compile(r"\.? ?$")
_LINKS = frozenset((
    "of", "the", "and", "in", "for", "on", "to", "al", "el", "e", "i", "ul", "ud", "ur", "bin", "ibn", "bint", "abu", "wa", "fi",
    "de", "la", "le", "da", "dos", "der", "van", "von",
))  # fmt: skip
_TAILS = frozenset(("network", "group", "movement", "party", "front", "army", "brigade", "brigades"))  # "Sabz network"


@dataclass(frozen=True, slots=True)
class Sighting:
    """A stretch of the text that is, sound for sound, a name of some list."""

    span: Span
    words: str
    kind: Kind


def sightings(text: str, search: Search) -> Iterator[Sighting]:
    """The longest name that begins at each word, bodies before persons; names do not overlap."""
    found = _WORD.finditer(text)
    words = [(m.start(), m.end()) for m in found if not (m[0] == "s" and text[m.start() - 1 : m.start()] in _MARKS)]
    i = 0
    while i < len(words):
        met = _longest(text, words, i, search) if _opens(text, words[i]) else None
        if met:
            yield met[1]
        i = met[0] if met else i + 1


def _opens(text: str, word: tuple[int, int]) -> bool:
    start, end = word
    return text[start].isupper() or (text[start:end] in ("al", "el") and text[end : end + 1] == "-")


def _longest(text: str, words: list[tuple[int, int]], i: int, search: Search) -> tuple[int, Sighting] | None:
    kinds = [k for k in _KINDS if _begins(text[words[i][0] : words[i][1]], text[words[i][0]].islower(), k, search)]
    if not kinds:
        return None
    for j in reversed(range(i, _end(text, words, i))):
        if j > i and text[words[j][0] : words[j][1]].lower() in _LINKS:
            continue
        span = Span(words[i][0], words[j][1])
        form = " ".join(span.of(text).split())
        for kind in kinds:
            folded = fold(form, kind)
            if search.holds(folded) and (kind == "body" or len(folded.strong) > 1):
                return j + 1, Sighting(span, form, kind)
    return None


_KINDS: tuple[Kind, ...] = ("body", "person")


def _begins(word: str, article: bool, kind: Kind, search: Search) -> bool:
    if article or word.lower() in _ARTICLES:
        return True
    if any(search.begins(fold(form, kind)) for form in (word, f"{word}s")):  # Orlan's Army
        return True
    return kind == "body" and sound(word.lower()) in _phrases()


_ARTICLES = frozenset(("al", "el", "abu", "abd", "abdul", "abdel", "is"))


@functools.cache
def _phrases() -> frozenset[str]:
    """The sounds with which the many names of known groups begin."""
    return frozenset(sound(word) for word in lexicon().groups)


def _end(text: str, words: list[tuple[int, int]], i: int) -> int:
    """Where the run of capitals that begins at a word ends."""
    j = i + 1
    while j < min(len(words), i + LONGEST) and _joined(text, words[j - 1], words[j]):
        word = text[words[j][0] : words[j][1]]
        if not (word[0].isupper() or word[0].isdigit() or word in _LINKS or word in _TAILS):
            break
        j += 1
    return j




def _joined(text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    gap = text[one[1] : other[0]]
    return bool(_GAP.match(gap)) or (one[1] - one[0] == 1 and bool(_INITIAL.match(gap)))
