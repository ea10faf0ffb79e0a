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
_KINDS: tuple[Kind, ...] = ("body", "person")
_WORD = re.compile(r"[^\W_]+(?:['’`](?!s\b)[^\W_]+)*")
_GAP = re.compile(r"(?:[\s–—-]|\s[-–—]\s|[\s-]['‘’`ʿ]|['’]s\s)$")
_MARKS = ("'", "’", "`")
_INITIAL = re.compile(r"\.? ?$")
_OPENERS = frozenset(("al", "el", "abu", "abd", "abdul", "abdel", "is"))  # with which names of any kind begin
_LINKS = frozenset((
    "of", "the", "and", "in", "for", "on", "to", "al", "el", "e", "i", "ul", "ud", "ur", "bin", "ibn", "bint", "abu", "wa", "fi",
    "de", "la", "le", "da", "dos", "der", "van", "von",
))  # fmt: skip
_TAILS = frozenset(("network", "group", "movement", "party", "front", "army", "brigade", "brigades"))  # "Sabz network"
Word = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Sighting:
    """A stretch of the text that is, sound for sound, a name of some list."""

    span: Span
    words: str
    kind: Kind


class Scanner:
    """Looks through texts for the names that a search knows."""

    def __init__(self, search: Search) -> None:
        self._search = search
        self._kinds = functools.lru_cache(maxsize=65_536)(self._kinds_of)
        self._phrases = frozenset(sound(word) for word in lexicon().groups)

    def sightings(self, text: str) -> Iterator[Sighting]:
        """The longest name that begins at each word, bodies before persons; names do not overlap."""
        words = _words(text)
        i = 0
        while i < len(words):
            met = self._longest(text, words, i) if _opens(text, words[i]) else None
            if met:
                yield met[1]
            i = met[0] if met else i + 1

    def _longest(self, text: str, words: list[Word], i: int) -> tuple[int, Sighting] | None:
        """Word by word, for as long as some listed name goes on like this; where it ends, and what it is."""
        word = text[words[i][0] : words[i][1]].lower()
        kinds, found = self._kinds(word), None
        for j in range(i, _end(text, words, i) if kinds else i):
            last = text[words[j][0] : words[j][1]].lower()
            if j > i and last in _LINKS:
                continue
            span = Span(words[i][0], words[j][1])
            form = " ".join(span.of(text).split())
            met = next((kind for kind in kinds if self._is_name(form, kind)), None)
            found = (j + 1, Sighting(span, form, met)) if met else found
            if not (met or last in _OPENERS or sound(word) in self._phrases or self._goes_on(form, kinds)):
                break
        return found

    def _kinds_of(self, word: str) -> tuple[Kind, ...]:
        """Of what kinds names there are that begin with a word."""
        return tuple(kind for kind in _KINDS if word in _OPENERS or self._begins(word, kind))

    def _begins(self, word: str, kind: Kind) -> bool:
        if any(self._search.begins(fold(form, kind)) for form in (word, f"{word}s")):  # Orlan's Army
            return True
        return kind == "body" and sound(word) in self._phrases

    def _is_name(self, form: str, kind: Kind) -> bool:
        folded = fold(form, kind)
        return self._search.holds(folded) and (kind == "body" or len(folded.strong) > 1)

    def _goes_on(self, form: str, kinds: tuple[Kind, ...]) -> bool:
        return " " not in form or any(self._search.goes_on(fold(form, kind)) for kind in kinds)


def _words(text: str) -> list[Word]:
    """Words without the "s" of possessives."""
    found = _WORD.finditer(text)
    return [(m.start(), m.end()) for m in found if not (m[0] == "s" and text[m.start() - 1 : m.start()] in _MARKS)]


def _opens(text: str, word: Word) -> bool:
    start, end = word
    if text[start].isupper():
        return text[start:end].lower() not in _LINKS - _OPENERS
    return text[start:end] in ("al", "el") and text[end : end + 1] == "-"


def _end(text: str, words: list[Word], i: int) -> int:
    """Where the run of capitals that begins at a word ends."""
    j = i + 1
    while j < min(len(words), i + LONGEST) and _joined(text, words[j - 1], words[j]):
        word = text[words[j][0] : words[j][1]]
        if not (word[0].isupper() or word[0].isdigit() or word in _LINKS or word in _TAILS):
            break
        j += 1
    return j


def _joined(text: str, one: Word, other: Word) -> bool:
    gap = text[one[1] : other[0]]
    return bool(_GAP.match(gap)) or (one[1] - one[0] == 1 and bool(_INITIAL.match(gap)))
