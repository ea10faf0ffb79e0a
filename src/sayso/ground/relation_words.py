"""The words that put one place by another, as patterns that end at the name of the place they start from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from sayso.lang import Pack

CLOSE = 25  # characters between a name and the words that say where it is
_WORD = re.compile(r"[^\W\d_]+")
_CUES = {"distance": ("unit",), "part": ("part", "bearing"), "travel": ("clock",), "coast": ("bank",), "roadto": ("way",)}
_HALVES = "part|half|reaches|tip|end|corner|side|region|regions|districts|provinces|areas"
_ABOUT = "about|around|some|roughly|nearly|almost|just|approximately|only"


@dataclass(frozen=True)
class Relations:
    """The pack's words as patterns, compiled once a text has one of them; ``value`` is by word and relation."""

    sources: dict[str, str]
    cues: dict[str, frozenset[str]]
    value: dict[tuple[str, str], float]
    words: dict[str, frozenset[str]]
    patterns: dict[str, re.Pattern[str]] = field(default_factory=dict)

    def search(self, kind: str, text: str, words: frozenset[str]) -> re.Match[str] | None:
        """``words`` are those of the text, in small letters."""
        if self.cues[kind].isdisjoint(words):
            return None
        return self.pattern(kind).search(text)

    def pattern(self, kind: str) -> re.Pattern[str]:
        if kind not in self.patterns:  # words may stand on two lines
            self.patterns[kind] = re.compile(self.sources[kind].replace(" ", r"\s+"), re.I)
        return self.patterns[kind]

    def towards(self, word: str | None) -> float | None:
        """The direction of "north" and "northern"; none for "central"."""
        word = (word or "").lower()
        turn = self.value.get((word, "bearing"), self.value.get((word, "part")))
        return turn if turn is not None and turn >= 0 else None

    def count(self, m: re.Match[str]) -> float:
        """The number that a match has in digits or words."""
        word = " ".join(m["number"].lower().split())
        return self.value.get((word, "number")) or self.value.get((word, "few")) or float(word.replace(",", "") or 0)

    def bounds(self, m: re.Match[str]) -> tuple[float, float]:
        """Between which parts and multiples of the number the matter lies: "less than", "some", "a few"."""
        lead = self.value.get((" ".join((m["lead"] or "").lower().split()), "lead"), 0.0)
        if " ".join(m["number"].lower().split()) in self.words["few"]:
            return 0.25, 2.5
        return (0.0, 1.05) if lead < 0 else (0.8, 1.6) if lead > 0 else (0.5, 1.05)

    def length(self, before: str) -> re.Match[str] | None:
        """The distance that ends a text: "30 miles" before "off the coast of"."""
        said = f"{before.rstrip()} of "
        return self.search("distance", said, _words(before)) if before[-1:].isspace() else None

    def km(self, m: re.Match[str]) -> float:
        return self.count(m) * self.value[" ".join(m["unit"].lower().split()), "unit"]


@lru_cache(maxsize=8)
def relations(pack: Pack) -> Relations:
    rows = pack.table("place_relations")
    kinds = {row[1] for row in rows}
    words = {kind: frozenset(row[0] for row in rows if row[1] == kind) for kind in kinds}
    value = {(row[0], row[1]): float(row[2]) for row in rows if len(row) > 2 and row[2]}
    sources = _sources({kind: _either(own) for kind, own in words.items()})
    cues = {kind: _words(" ".join(w for k in _CUES.get(kind, (kind,)) for w in words.get(k, ()))) for kind in sources}
    return Relations(sources, cues, value, words)


def _sources(words: dict[str, str]) -> dict[str, str]:
    of_kind = r"(?:(?:city|town|village|cent(?:re|er)|capital|port|province|border|edge|mouth) (?:of|with) )?"
    the = rf"(?:(?:the|central|downtown) )?{of_kind}(?:the )?"
    number = rf"(?P<number>\d[\d,]*(?:\.\d+)?|{words['number']}|{words['few']})"
    lead = rf"(?:(?P<lead>{words['lead']}) )?(?:(?:{_ABOUT}) )?(?:an? (?=\d|\w+-))?"
    unit = rf"[\s-]?(?P<unit>{words['unit']})(?: \([^()]{{1,25}}\))?"
    side = rf"(?:(?:to|in) the )?(?:due )?(?P<side>{words['bearing']})"
    tail = r"(?: away| inland| offshore| by road| radius| up the road| down the road)?"
    way = rf"(?: (?P<way>{words['travel']}))?(?:(?: away)?(?: to the)? (?P<side>{words['bearing']}))?(?: away)?"
    flank = rf"(?:(?P<side>{words['part']}|{words['bearing']}) )?"
    into = "in|across|throughout|over|from|into|through"
    return {
        "distance": rf"\b(?P<all>{lead}{number}{unit}(?: {side})?{tail} (?:of|from|outside|off|around|beyond) {the})$",
        "travel": rf"\b(?P<all>{lead}{number}[\s-](?P<clock>{words['clock']})(?:['’]s?)?{way} (?:of|from|outside) {the})$",
        "edge": rf"\b(?P<all>(?:(?:in|on|at|to|from) )?(?:the )?{flank}(?:{words['edge']}) of {the})$",
        "part": rf"(?<![\w-])(?P<all>(?:far )?(?P<part>{words['part']}) (?:(?:{_HALVES}) of )?(?:the )?"
                rf"|(?P<flank>{words['bearing']}) "
                rf"|(?:{into}) the (?:far )?(?P<in>{words['bearing']}) of {the})$",
        "coast": rf"\b(?P<all>(?:(?P<where>off|on|along|by|at) )?(?:the )?{flank}"
                 rf"(?P<bank>{words['bank']}) of {the}(?:river |lake )?)$",
        "stream": rf"\b(?P<all>(?:just |further )?(?P<stream>{words['stream']}) (?:of|from) {the})$",
        "bearing": rf"\b(?P<all>(?:just |further )?{side} of {the})$",
        "near": rf"\b(?P<all>(?:just |the )?(?P<near>{words['near']}) {the})$",
        "beside": rf"\b(?P<all>(?:{words['beside']}) {the})$",
        "roadto": rf"\b(?P<all>on (?:the|a) (?:main )?(?:{words['way']}) (?:leading |going |that leads )?"
                  rf"(?:to|towards?|into|out of) {the})$",
        "pair": rf"(?:\b(?P<lying>{words['lying']}|{words['way']})\b[^.;]{{0,30}}?\s)?(?P<half>\b(?:halfway|midway|half way) )?"
                rf"\b(?P<all>between|from) (?:the )?(?:\w+ of )?$",
        "way": rf"\s+(?:{words['way']})\b",
        "behind": rf"['’]s (?:far )?(?P<side>{words['bearing']})\b(?! of| coast| shore| bank|-)",
        "offing": rf"(?:['’]s)?(?: (?P<side>{words['part']}|{words['bearing']}))? coast\b",
    }  # fmt: skip


def words_of(text: str) -> frozenset[str]:
    return _words(text)


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(w).replace("\\ ", " ") for w in sorted(words, key=len, reverse=True))


@dataclass(frozen=True, slots=True)
class Stated:
    """What words say of a place by another: ``kind`` "distance", "part", "bearing", "near", "beside", "in" or "border"."""

    kind: str
    km: float = 0.0
    bearing: float | None = None  # degrees from north


def stated(before: str, pack: Pack) -> tuple[Stated, int] | None:
    """What the words that end before a name put there, and where they begin: "40 km north of " gives 40 km at 0 degrees."""
    tables, words = relations(pack), _words(before)
    for kind in ("distance", "part", "bearing"):
        m = tables.search(kind, before, words)
        if m:
            side = m["side"] if kind != "part" else m["part"] or m["flank"] or m["in"]
            km = tables.km(m) if kind == "distance" else 0.0
            return Stated(kind, km, tables.towards(side)), m.start("all")
    return None


def stated_km(gap: str, pack: Pack) -> float | None:
    """The distance that the words between two names put between them: ", some 30 miles south of "."""
    m = relations(pack).search("distance", gap, _words(gap))
    return relations(pack).km(m) if m and m.start("all") < CLOSE and "." not in gap[: m.start("all")] else None
