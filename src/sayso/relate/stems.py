"""Words as they are looked for in a report: stems cut short, one name for a group that has several, and how rare each is."""

from __future__ import annotations

import functools
import math
import re

from sayso.lang import load, packs

from .words import folded, vocabulary

CUT = 6  # letters of a stem: "blockade" and "blockading", "Somalia" and "Somalis" are one


@functools.cache
def aliases(language: str | None) -> tuple[re.Pattern[str], dict[str, str]] | None:
    """Other names of groups, and the one that stands for each; None where the language has no such table."""
    code = (language or "").split("-")[0]
    if code not in packs():
        return None
    known = {other: row[0] for row in load(code).table("group_names") for other in row[1].split("|")}
    longest = sorted(known, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest)) + r")\b"), known


def stems(text: str, language: str | None) -> list[str]:
    """Content words in order: "Houthi blockades" and "a blockade by the Huthis" have both words in common."""
    text, table = folded(text).replace("’", "'"), aliases(language)
    if table:
        pattern, known = table
        text = pattern.sub(lambda m: known[m.group()], text)
    return [cut(w) for w in vocabulary(language).content(text)]


def cut(word: str) -> str:
    return word[:CUT]


def kind(lemma: str, language: str | None) -> str:
    """Of a claim's main word, as ``stems`` has it."""
    return cut(vocabulary(language).kind(lemma))


@functools.cache
def common(language: str | None) -> dict[str, int]:
    """In how many ordinary texts a word occurs, by its cut stem: of several the commonest."""
    counts = dict[str, int]()
    for word, n in vocabulary(language).counts.items():
        counts[cut(word)] = max(n, counts.get(cut(word), 0))
    return counts


def rarity(stem: str, language: str | None) -> float:
    """How telling a stem is: its inverse document frequency in ordinary texts."""
    texts = vocabulary(language).texts
    return math.log((1 + texts) / (1 + min(texts, common(language).get(stem, 0))))
