"""Names in the form in which they are compared: parts in plain letters, each with the weight it has as evidence."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, replace
from typing import Literal

from .lexicon import Lexicon, lexicon, replaced

Kind = Literal["person", "body"]
LONGEST = 300  # characters of a name that are looked at
MOST = 14  # parts

_QUIET = re.compile(r"['`’‘ʻʼʿʾ′´]")
_DOTTED = re.compile(r"\b(?:\w\.){2,}(?:\w\b)?")
_GLUED = re.compile(r"(?<=[a-z]{3})(?=[A-Z][a-z]{2})")  # FridrichBuchenberg
_SYLLABLE = re.compile(r"(?<=[a-z])(?=[A-Z])")  # XiJinPing, out of another script
_ROUGH = re.compile("[\u0590-\u08ff\u0900-\u0fff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_ARTICLE = re.compile(r"(?<!\w)ال(?=\w{3})")
_WORD = re.compile(r"[a-z]+|\d+")
_ABD = re.compile(r"c?abd(?:[aeiou]{1,2}(?:[lrnsztd](?=[lrnsztdaeiouhkmqgwfbj]))?)?(?=[a-z]{3})")
_ABD_ALONE = re.compile(r"c?abd(?:[aeiou]{1,2}[a-z]{0,2})?$")
_DIN = re.compile(r"(?<=[a-z]{3})(?:[aeiou]{1,2}[dl]?d[iey]+nn?e?)$")
_ALLAH = re.compile(r"(?<=[a-z]{3})[aou]l+ah?$")

RARE, COMMON, BOUND, TITLE, GENERIC = 1.0, 0.6, 0.35, 0.1, 0.4


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a name: "mohammed" is the part ``muhammad``; ``sound`` is what its transliterations share."""

    text: str
    shown: str
    sound: str
    weight: float


@dataclass(frozen=True, slots=True)
class Folded:
    """A name's parts in order, and its legal form ("llc") where it has one."""

    parts: tuple[Part, ...]
    form: str
    kind: Kind
    rough: bool = False  # out of a script whose vowels or word bounds do not come through

    @property
    def strong(self) -> tuple[Part, ...]:
        return tuple(p for p in self.parts if p.weight > TITLE)

    @property
    def weight(self) -> float:
        return sum(p.weight for p in self.parts)


@functools.lru_cache(maxsize=65_536)
def fold(name: str, kind: Kind) -> Folded:
    """The parts of a name: "Sheikh Abd al-Hamid Masli" gives abd, hamid, masli, and the title with hardly any weight."""
    if kind == "person" and name.count(",") == 1:  # HADDAD, Omar
        name = " ".join(reversed(name.split(",")))
    found, known = plain(name), lexicon()
    folded = _body(found, known) if kind == "body" else _person(found, known)
    return replace(folded, rough=True) if not name.isascii() and _ROUGH.search(name) else folded


def plain(name: str) -> list[str]:
    """Words in lower case and plain letters, from any script: "Володимир" gives volodimir."""
    name = name[:LONGEST]
    if not name.isascii():
        from anyascii import anyascii

        split = _SYLLABLE if not any(c.isalpha() and c < "\u0250" for c in name) else None
        name = anyascii(_ARTICLE.sub("", _QUIET.sub("", name)))
        name = split.sub(" ", name) if split else name
    name = _DOTTED.sub(lambda m: m.group().replace(".", ""), _QUIET.sub("", name))
    return _WORD.findall(_GLUED.sub(" ", name).lower().replace("&", " and "))[: 3 * MOST]


def _person(words: list[str], known: Lexicon) -> Folded:
    small = known.small["person"]
    kept = [w for w in words if w not in small and w not in _FORMS_OF_PERSONS] or words
    parts = [part for i, w in enumerate(kept) for part in _parts(w, i + 1 < len(kept), known)]
    if all(p.weight <= TITLE for p in parts):  # "Sultan" alone is a name
        parts = [Part(p.text, p.shown, p.sound, COMMON) for p in parts]
    return Folded(tuple(parts[:MOST]), "", "person")


_FORMS_OF_PERSONS = frozenset(("llc", "sa", "ltd", "inc", "gmbh"))  # registrars' slips


def _parts(word: str, more: bool, known: Lexicon) -> list[Part]:
    """A word's parts: what begins with "servant of" or ends with "of the faith" is two."""
    if word in known.variants:
        return [_part(known.variants[word], word, known)]
    if word in known.titles:
        return [Part(word, word, sound(word), TITLE)]
    if more and len(word) < 8 and _ABD_ALONE.match(word):
        return [Part("abd", word, "abd", BOUND)]
    if head := _ABD.match(word):
        return [Part("abd", head.group(), "abd", BOUND), *_parts(word[head.end() :], more, known)]
    for tail, meaning in ((_DIN, "din"), (_ALLAH, "ullah")):
        if met := tail.search(word):
            stem = word[: met.start()]
            return [_part(known.variants.get(stem, stem), stem, known), Part(meaning, met.group(), meaning, BOUND)]
    return [_part(word, word, known)]


def _part(text: str, shown: str, known: Lexicon) -> Part:
    if text in ("din", "ullah", "abd"):
        return Part(text, shown, text, BOUND)
    weight = BOUND if len(text) == 1 else COMMON if text in known.common or len(text) < 4 else RARE
    return Part(text, shown, sound(text), weight)


def _body(words: list[str], known: Lexicon) -> Folded:
    words = replaced(_in_figures(words, known.numbers), known.groups)
    bare, form = _without_form(words, known)
    small = known.small["body"]
    kept = [w for w in bare if w not in small] or bare or words
    parts = [_body_part(w, known) for w in kept]
    return Folded(tuple(parts[:MOST]), form, "body")


def _in_figures(words: list[str], numbers: dict[str, int]) -> list[str]:
    """"brigade forty four" is brigade 44."""
    out: list[str] = []
    for word in words:
        value = numbers.get(word)
        if value is not None and value < 10 and out and out[-1].isdigit() and out[-1].endswith("0") and len(out[-1]) == 2:
            out[-1] = str(int(out[-1]) + value)
        else:
            out.append(word if value is None else str(value))
    return out


def _without_form(words: list[str], known: Lexicon) -> tuple[list[str], str]:
    """The name without its legal form at the end or the beginning, and the form: OAO Orlan and Orlan JSC."""
    joined = replaced(words, known.forms)
    start, stop, form = 0, len(joined), ""
    while stop - start > 1 and joined[stop - 1] in known.signs:
        form, stop = form or joined[stop - 1], stop - 1
    while stop - start > 1 and joined[start] in known.signs:
        form, start = form or joined[start], start + 1
    return joined[start:stop], form



def _body_part(word: str, known: Lexicon) -> Part:
    if word in known.generic:
        return Part(known.generic[word], word, known.generic[word], GENERIC)
    text = known.variants.get(word, word)
    return Part(text, word, sound(text), BOUND if len(text) == 1 and not text.isdigit() else RARE)


_SOUNDS = tuple((re.compile(pattern), letter) for pattern, letter in (
    ("dzh|dj", "j"), ("tch|tsh|ch|sh|sch", "s"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("dh", "d"), ("th", "t"), ("zh", "j"),
    ("o(?:ff|w)$|ow$|of$", "ov"), ("ck|q|c(?![eiy])", "k"), ("c", "s"), ("x", "ks"), ("ts|tz", "z"),
))  # fmt: skip
_VOWELS = re.compile("[aeiouyw]+")
_TWICE = re.compile(r"(.)\1+")


@functools.lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """The consonants, the ones that transliterators swap made one; a first vowel stays as "a": "Haqqani" gives hkn."""
    if word.isdigit():
        return word
    for pattern, letter in _SOUNDS:
        word = pattern.sub(letter, word)
    first = "a" if word[:1] in "aeiouy" else word[:1]
    rest = _VOWELS.sub("", word[1:])
    return _TWICE.sub(r"\1", first + (rest[:-1] if len(rest) > 1 and rest.endswith("h") else rest))
