"""What became of those whom a number counts, as the words around say: "14 bodies", "claimed 44 lives", "the toll is at 31"."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from sayso.lang import Pack, load, packs

from .words import Vocabulary, folded, stem

# Kinds of event that are counted by those they befell, and what a count of them is called.
BEFELL = {
    "die": "the dead", "injure": "the injured", "arrest": "the arrested", "displace": "the displaced", "miss": "the missing",
    "abduct": "the abducted", "evacuate": "the evacuated", "rescue": "the rescued", "release": "the freed", "ill": "the ill",
    "attend": "the crowd", "aboard": "those aboard",
}  # fmt: skip
BEFORE, AFTER = 60, 72  # characters around a number in which it may be said
# After these stands a noun, and not what befell those who are counted: "after the abduction", "since his arrest".
DETERMINERS = frozenset(
    ("the", "a", "an", "this", "that", "his", "her", "its", "their", "our", "my", "after", "before", "since", "during", "over")
)
GAP = r"(?:[^\s,@]+ ){0,7}?"  # what "..." stands for: neither a comma nor another number
REST = "part"  # of those who are left of more: "eleven are still being treated"
NUMBER, OTHER = "#", "@"
_WORDS = re.compile(r"\w+(?:['’-]\w+)*|[,#@]")
_CAPITALS = re.compile(r"\b[A-Z]")
_NAME = re.compile(r"(?<![.!?] )\b[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+")
_ENDS = re.compile(r"[.;!?\n](?=\s|$)|[;:\n–—]")
_RELATIVE = re.compile(r",? (?:who|whom|which|that) ")
_TO_COME = re.compile(r" (?:will|would|could|may|might|should|must|to) (?:not |soon |also )?(?:be|have) ")  # what is not so yet


def fate(before: str, after: str, vocabulary: Vocabulary, counted: Sequence[str] = ()) -> str | None:
    """The kind of event, from the words before and after a number, up to the numbers on either side (``"@"`` at the end).

    ``counted``: the noun that it counts, which says nothing: of "17 hostages released" that they were released. What stands
    nearest wins; of words before it only those that lead up to it count: "killing 14", "the number of dead is 14".
    """
    left, right = _left(before), _TO_COME.split(_RELATIVE.split(f" {_right(after)} ")[0])[0].strip()
    own = {stem(w) for w in counted}
    said = f"{left} {NUMBER} {right} "
    found = [*_idioms(said), *_plain(left.split(), right.split(), vocabulary, own)]
    return min(found)[1] if found else None


@functools.cache
def people() -> frozenset[str]:
    """Nouns by which people are counted, as lemmas."""
    return frozenset(noun for code in packs() for noun in _people(load(code)))


def _people(pack: Pack) -> Iterator[str]:
    yield from pack.column("person_nouns")
    yield from (word for row in pack.table("counted_people") for word in row[1].split())
    for row in pack.table("noun_kinds"):
        if "person" in row[1].split(",") or ("group" in row[1].split(",") and "collective" not in row):
            yield row[0]


def _left(text: str) -> str:
    return _said(_ENDS.split(text[-BEFORE:])[-1])


def _right(text: str) -> str:
    return _said(_ENDS.split(text[:AFTER])[0])


def _said(text: str) -> str:
    """Its words, names of several words left out: the "Free Valley Brigade" sets nobody free. Not of a headline in capitals."""
    name = " name " if len(_CAPITALS.findall(text)) * 2 < len(text.split()) else r" \g<0> "
    return " ".join(_WORDS.findall(folded(_NAME.sub(name, text))))


Found = tuple[float, str]


def _idioms(said: str) -> Iterator[Found]:
    at = said.index(NUMBER)
    for kind, phrase in _phrases():
        for m in phrase.finditer(f" {said}"):
            yield _far(m.start() - 1, m.end() - 1, at) - (kind == REST), kind


def _far(start: int, end: int, number: int) -> float:
    """How many characters the phrase reaches beyond the number; half a character less than plain words as far off."""
    return max(end - number - len(NUMBER), (number - start) / 2 if end <= number + 2 else 0) - 0.5


@functools.cache
def _phrases() -> list[tuple[str, re.Pattern[str]]]:
    rows = [(row[0], row[1]) for code in packs() for row in load(code).table("fates")]
    return [(kind, re.compile(rf"(?<= ){''.join(map(_part, phrase.split()))}")) for kind, phrase in rows]


def _part(word: str) -> str:
    if word == NUMBER:
        return rf"(?:(?:only|just|all|some|these|those|the) )?{NUMBER} "
    return GAP if word == "..." else rf"(?:{'|'.join(map(re.escape, word.split('|')))}) "


def _plain(left: list[str], right: list[str], vocabulary: Vocabulary, counted: set[str]) -> Iterator[Found]:
    """Words that say it by themselves."""
    kind = vocabulary.kind
    if left and kind(left[-1]) in BEFELL:
        yield 0.0, kind(left[-1])
    if vocabulary.numbers & set(left):
        yield from ((float(len(" ".join(left[i:]))), kind(w)) for i, w in enumerate(left) if kind(w) in BEFELL)
    own = right[:-2] if right[-1:] == [OTHER] and right[-2:-1] and kind(right[-2]) in BEFELL else right
    for i, w in enumerate(own[: own.index(",")] if "," in own else own):
        if kind(w) in BEFELL and stem(w) not in counted and not (i and own[i - 1] in DETERMINERS):
            yield float(len(" ".join(own[: i + 1]))), kind(w)
