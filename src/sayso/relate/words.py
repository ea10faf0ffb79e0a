"""Content words: what two texts can share that means something."""

from __future__ import annotations

import functools
import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from sayso.lang import Pack, load, packs

K = TypeVar("K")
DENYING = ("modifier", "subject", "determiner")  # places of words that deny by themselves: "not", "nobody", "no"
_WORD = re.compile(r"\w+(?:['’]\w+)?")


@dataclass(frozen=True)
class Vocabulary:
    """One language's stop words, kinds of event, and in how many of ``texts`` ordinary texts a word occurs."""

    stops: frozenset[str]
    kinds: dict[str, str]
    counts: dict[str, int]
    texts: int
    vague: frozenset[str]
    partial: tuple[tuple[str, str], ...] = ()  # words that make a number a part of a count, and where they stand
    media: frozenset[str] = frozenset()
    people: dict[str, str] = field(default_factory=dict)  # what people are called together whom reports count under several nouns
    numbers: frozenset[str] = frozenset()
    presence: frozenset[str] = frozenset()  # how people are said to be somewhere
    heads: dict[str, frozenset[str]] = field(default_factory=dict)  # all kinds of event that the main word of a claim may name
    light: frozenset[str] = frozenset()  # verbs that only carry an event noun: "made an arrest"
    bare: frozenset[str] = frozenset()  # verbs that two claims may share without telling of one thing: "be", "take"
    sorts: dict[str, frozenset[str]] = field(default_factory=dict)  # what an informant may be, by the words for one
    negations: frozenset[str] = frozenset()
    statuses: dict[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)  # ways and their steps: arrested, charged, ...
    kindred: dict[str, frozenset[str]] = field(default_factory=dict)  # what two reports may mean by two nouns: "ferry", "boat"
    plurals: dict[str, str] = field(default_factory=dict)  # irregular ones

    def singular(self, noun: str) -> str:
        """ "men" is "man", "bodies" "body"; both sides of a comparison are cut alike, so roughness does no harm."""
        if noun in self.plurals or not noun.endswith("s") or noun.endswith(("ss", "us")):
            return self.plurals.get(noun, noun)
        return noun[:-3] + "y" if noun.endswith("ies") else noun[:-1]

    def kind(self, lemma: str) -> str:
        """The kind of event or thing a lemma names: "kill" and "death" are one."""
        return self.kinds.get(lemma.casefold(), stem(lemma.casefold()))

    def rarity(self, word: str) -> float:
        """Of a word that no ordinary text has 1, of one that all have 0."""
        return 1 - math.log(1 + self.counts.get(word, 0)) / math.log(1 + max(self.texts, 1))

    def content(self, text: str) -> list[str]:
        """Its words in order, folded to stems, without stop words."""
        return [self.kind(w) for w in words(text) if w not in self.stops and (len(w) > 2 or w.isdigit())]


@functools.cache
def vocabulary(language: str | None) -> Vocabulary:
    """The language's own where it has a pack; else an empty one, so that every word counts alike."""
    if language is None or language.split("-")[0] not in packs():
        return Vocabulary(frozenset(), {}, {}, 1, frozenset())
    return _from_pack(load(language.split("-")[0]))


def _from_pack(pack: Pack) -> Vocabulary:
    kinds = {word: row[0] for row in pack.table("event_kinds") for word in row[1].split()}
    rows = pack.mapping("word_counts")
    texts = int(rows["(texts)"][0])
    counts: Counter[str] = Counter()
    for word, row in rows.items():
        folded = kinds.get(word, stem(word))
        counts[folded] = max(counts[folded], int(row[0]))
    partial = tuple((row[0], row[-1]) for row in pack.table("partial_counts"))
    vague, media = pack.column("vague_sources"), pack.column("media_words")
    people = {word: row[0] for row in pack.table("counted_people") for word in row[1].split()}
    numbers, presence = pack.column("number_words"), pack.column("presence_words")
    heads, light = _heads(pack), pack.column("lightverbs")
    return Vocabulary(
        pack.column("stop_words"), kinds, dict(counts), texts, vague, partial, media, people, numbers, presence, heads, light,
        pack.column("bare_verbs"), _named_in(pack.table("informant_sorts")),
        frozenset(row[0] for row in pack.table("negation") if row[1] in DENYING),
        {way: tuple(tuple(step.split("|")) for step in steps.split(", ")) for way, steps in pack.table("statuses")},
        _kindred(pack, kinds), {row[0]: row[1] for row in pack.table("irregular_nouns")},
    )  # fmt: skip


def _heads(pack: Pack) -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for kind, listed in pack.table("event_heads"):
        for word in listed.split(", "):
            found[stem(word)].add(kind)
    return {word: frozenset(several) for word, several in found.items()}


def _named_in(rows: Iterable[tuple[str, ...]]) -> dict[str, frozenset[str]]:
    """The rows in which a word stands, by their first cells."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name, listed in rows:
        for word in listed.split():
            found[word].add(name)
    return {word: frozenset(several) for word, several in found.items()}


def _kindred(pack: Pack, kinds: Mapping[str, str]) -> dict[str, frozenset[str]]:
    folded = [(name, " ".join((nouns, *(kinds.get(n, n) for n in nouns.split())))) for name, nouns in pack.table("kindred_nouns")]
    return _named_in(folded)


def words(text: str) -> list[str]:
    return [m.group() for m in _WORD.finditer(folded(text))]


def folded(text: str) -> str:
    """Without case and accents: wire copy in capitals writes "ASIS" where a newspaper writes "Asís"."""
    if text.isascii():
        return text.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()


@functools.lru_cache(50_000)
def stem(word: str) -> str:
    """A word without its commonest English endings; both sides of a comparison are cut alike, so roughness does no harm."""
    word = word.removesuffix("'s").removesuffix("’s")
    for ending, least in (("ies", 4), ("ing", 6), ("ed", 5), ("es", 5), ("s", 4)):
        if word.endswith(ending) and len(word) >= least and not word.endswith("ss"):
            return word[: -len(ending)] + ("y" if ending == "ies" else "")
    return word.removesuffix("e") if len(word) > 4 else word


class Weights:
    """How telling a word is: rare among ordinary texts and among these reports together (inverse document frequency)."""

    def __init__(self, vocabulary: Vocabulary, texts: Iterable[Iterable[str]]) -> None:
        self.counts: Counter[str] = Counter()
        self.vocabulary, self.total = vocabulary, vocabulary.texts
        for text in texts:
            self.counts.update(set(text))
            self.total += 1

    def __getitem__(self, word: str) -> float:
        seen = self.counts[word] + self.vocabulary.counts.get(word, 0)
        return math.log((1 + self.total) / (1 + seen)) if seen < self.total else 0.0


def cosine(a: Mapping[K, float], b: Mapping[K, float]) -> float:
    """Of two vectors already of length one; 0 where either is empty."""
    if len(a) > len(b):
        a, b = b, a
    return sum(v * b[k] for k, v in a.items() if k in b)


def contained(a: dict[str, float], b: dict[str, float]) -> float:
    """How much of the shorter vector's weight lies on words of the other: a denial repeats little of what it denies."""
    if len(a) > len(b):
        a, b = b, a
    return sum(v * v for k, v in a.items() if k in b)


def unit(vector: Mapping[K, float]) -> dict[K, float]:
    """The same direction, length one."""
    length = math.sqrt(sum(v * v for v in vector.values()))
    return {k: v / length for k, v in vector.items()} if length else {}
