"""How alike two names are, with the reason in words. A likeness is never an identity."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from .fold import BOUND, TITLE, Folded, Kind, Part, fold
from .lexicon import lexicon

SOUND, NICKNAME, INITIAL, JOINED, ACRONYM = 0.94, 0.9, 0.85, 0.98, 0.8
ENOUGH = 1.55  # weight of like parts below which a name that holds more is another
SURE = 0.85  # likeness of a part that counts towards it
GIVEN = 0.88  # for names of which one lacks the other's first name
SYLLABLE = 5  # letters; in names of nothing longer, such as Korean ones, each part counts
LEAST = 1.0  # weight below which two names that are spelled apart tell little
_JOINT = 5  # letters of a word that two may be written together to
ASIDE = 0.25  # what unmatched parts of the longer name may cost


@dataclass(frozen=True, slots=True)
class Pair:
    """Parts of either name that are taken for one another: positions, likeness, and how they were found alike."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    likeness: float
    how: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """``score`` from 0 to 1, ``why`` in words: "2 of 2 parts the same"."""

    score: float
    why: tuple[str, ...]


def compare(name: str, other: str, kind: Kind) -> Likeness:
    """The likeness of a name in a text and a name of a list, both of persons or both of bodies."""
    return alike(fold(name, kind), fold(other, kind))


def alike(one: Folded, other: Folded, least: float = 0.0) -> Likeness:
    """The likeness of two names in parts; below ``least`` without reasons, which take longer than the score."""
    if not one.parts or not other.parts:
        return Likeness(0.0, ())
    pairs = align(one.parts, other.parts)
    score = _score(one, other, pairs)
    if one.kind == "body" and score < ACRONYM and (_initials(one, other) or _initials(other, one)):
        return Likeness(ACRONYM, ("the letters are the initials of the other name",))
    return Likeness(round(score, 3), reasons(one, other, pairs) if score >= least else ())


def align(one: Sequence[Part], other: Sequence[Part]) -> list[Pair]:
    """Parts matched one to one, the likest first; two parts may stand for one that is written together."""
    found = [Pair((i,), (j,), *met) for i, a in enumerate(one) for j, b in enumerate(other) if (met := _alike(a, b))]
    left_met, right_met = {p.left[0] for p in found}, {p.right[0] for p in found}
    if len(left_met) < len(one) and len(right_met) < len(other):
        found += _joins(one, other, right_met)
        found += [Pair(p.right, p.left, p.likeness, p.how) for p in _joins(other, one, left_met)]
    found.sort(key=lambda p: (-p.likeness, -len(p.left) - len(p.right), abs(p.left[0] - p.right[0])))
    left, right, kept = set[int](), set[int](), []
    for pair in found:
        if left.isdisjoint(pair.left) and right.isdisjoint(pair.right):
            left.update(pair.left)
            right.update(pair.right)
            kept.append(pair)
    return kept


def _alike(a: Part, b: Part) -> tuple[float, str] | None:
    return likeness(a.text, b.text, a.sound, b.sound)


@functools.lru_cache(maxsize=262_144)
def likeness(a: str, b: str, sound: str, other: str) -> tuple[float, str] | None:
    """Of two words: the same, of one sound, a nickname, an initial, or letters apart; None where they differ."""
    if a == b:
        return 1.0, "same"
    if a.isdigit() or b.isdigit():
        return None
    if len(a) == 1 or len(b) == 1:
        return (INITIAL, "initial") if a[0] == b[0] else None
    distance, longest = OSA.distance(a, b), max(len(a), len(b))
    if sound == other and len(sound) > 2 and distance <= (longest + 1) // 2:
        return SOUND, "sound"
    names = lexicon().nicknames
    if b in names.get(a, ()) or a in names.get(b, ()):
        return NICKNAME, "nickname"
    if distance <= _allowed(longest):
        return 1 - distance / longest, "letters"
    return None


def _allowed(length: int) -> int:
    """Letters that two words of this length may be apart."""
    return 0 if length < 3 else 1 if length < 6 else 2 if length < 11 else 3


def _joins(one: Sequence[Part], other: Sequence[Part], met: set[int]) -> list[Pair]:
    """Two or three neighbours of one name that the other writes as one word, which has no fellow: "Jan Daniel", "Jandaniel"."""
    long = [(j, b.text, len(b.text)) for j, b in enumerate(other) if len(b.text) >= _JOINT and j not in met]
    found = []
    for n in (2, 3) if long else ():
        for i in range(len(one) - n + 1):
            length = sum(len(p.text) for p in one[i : i + n])
            for j, word, letters in long:
                if abs(length - letters) <= 1:
                    found += _join(one, i, n, j, word)
    return found


def _join(one: Sequence[Part], i: int, n: int, j: int, word: str) -> list[Pair]:
    text = "".join(p.text for p in one[i : i + n])
    if OSA.distance(text, word, score_cutoff=1) > 1:
        return []
    return [Pair(tuple(range(i, i + n)), (j,), JOINED if text == word else JOINED - 1 / len(text), "joined")]


def _score(one: Folded, other: Folded, pairs: Sequence[Pair]) -> float:
    met = sum(_weight(one, other, p) for p in pairs)
    if not met:
        return 0.0
    mean = sum(_weight(one, other, p) * p.likeness for p in pairs) / met
    score = mean * _order(pairs)
    rest, more = sorted((_rest(one, {i for p in pairs for i in p.left}), _rest(other, {j for p in pairs for j in p.right})))
    if rest + more <= TITLE * 2:
        score *= 1 - ASIDE * (rest + more) / (met + rest + more)
        return score if met >= LEAST or mean == 1 else score * met / LEAST
    if rest > TITLE * 2 or one.kind == "body" or one.rough or other.rough or not _enough(one, other, pairs):
        return score * met / (met + rest + more)
    led = _given(one, {i for p in pairs for i in p.left}) and _given(other, {j for p in pairs for j in p.right})
    given = 1.0 if led else GIVEN
    return score * given * (1 - ASIDE * more / (met + more))


def _given(name: Folded, met: set[int]) -> bool:
    """Whether the first name is among the parts that are met: "Omar Haddad" is not his son Sami Omar Haddad."""
    start = 2 if name.parts[0].text == "abu" and len(name.parts) > 2 else 0
    first = next((i for i, p in enumerate(name.parts) if i >= start and p.weight > BOUND), 0)
    return first in met or (start > 0 and 0 in met)


def _enough(one: Folded, other: Folded, pairs: Sequence[Pair]) -> bool:
    """Whether the like parts of two names tell something though one of the names has more of them."""
    longer = max(one, other, key=lambda n: n.weight)
    if all(len(p.text) <= SYLLABLE for p in longer.parts):
        return False
    sure = (_weight(one, other, p) * p.likeness for p in pairs if p.likeness >= SURE)
    return sum(sure) >= ENOUGH


def _weight(one: Folded, other: Folded, pair: Pair) -> float:
    left, right = sum(one.parts[i].weight for i in pair.left), sum(other.parts[j].weight for j in pair.right)
    return min(left, right) if pair.how == "initial" else max(left, right)


def _rest(name: Folded, met: set[int]) -> float:
    """Weight of the parts that have no fellow; a bound part ("abd") is half as telling."""
    return sum(p.weight if p.weight > BOUND else p.weight / 2 for i, p in enumerate(name.parts) if i not in met)


def _order(pairs: Sequence[Pair]) -> float:
    """1 where the parts stand in one order, be it with the surname first; less where they are shuffled."""
    order = [p.right[0] for p in sorted(pairs, key=lambda p: p.left)]
    falls = sum(a > b for a, b in zip(order, order[1:] + order[:1], strict=True))
    return 1.0 if falls <= 1 else 0.93


def _initials(short: Folded, long: Folded) -> bool:
    letters = [p.shown[0] for p in long.parts]
    return len(short.parts) == 1 and len(letters) > 2 and short.parts[0].shown == "".join(letters)


_SAID = {
    "sound": "a spelling of", "nickname": "short for or of", "initial": "an initial of", "joined": "written together of",
    "letters": "for",
}  # fmt: skip


def reasons(one: Folded, other: Folded, pairs: Sequence[Pair]) -> tuple[str, ...]:
    """"2 of 3 parts the same; 'haqani' for 'haqqani'"."""
    strong = [p for p in pairs if any(one.parts[i].weight > TITLE for i in p.left)]
    same = sum(len(p.left) for p in strong if p.how == "same")
    said = [f"{same} of {len(one.strong)} parts the same"]
    for pair in strong:
        left, right = (" ".join(n.parts[k].shown for k in at) for n, at in ((one, pair.left), (other, pair.right)))
        if left != right:
            said.append(f"'{left}' {_SAID.get(pair.how, 'a spelling of')} '{right}'")
    for name, met, whose in ((one, {i for p in pairs for i in p.left}, "in the text only"),
                             (other, {j for p in pairs for j in p.right}, "on the list only")):  # fmt: skip
        alone = [p.shown for i, p in enumerate(name.parts) if i not in met and p.weight > TITLE]
        if alone:
            said.append(f"{', '.join(repr(a) for a in alone)} {whose}")
    return tuple(said)
