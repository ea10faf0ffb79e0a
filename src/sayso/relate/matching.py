"""Whether two claims of one story tell of one event: evidence for and against, each with its weight and its reason.

Weights are what the evidence seems worth, in nats as a rule of thumb; nothing is fitted. "Police arrested two men in Orsa" and
"the detention of two suspects at Orsa" share a kind of event, a place and a number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sayso.records import Interval, Verdict

from .algebra import compare_intervals
from .compare import MUTUAL, ORDER, compare_counts, compare_undated, compare_where, of_kind, swapped
from .meaning import likeness
from .participants import Participant, one
from .slots import PARTICIPANTS, Slots
from .words import cosine, stem

T = TypeVar("T")
LITTLE = 1e-6
PRIOR = -2.0  # two claims of one story are seldom of one event
SAME_WORD, SAME_THING, SAME_BARE, SAME_KIND, OTHER = 2.5, 2.0, 0.5, 1.5, -1.0
WORDS, VECTORS, MIDDLE = 3.5, 3.0, 0.4
TELLING = 0.45  # rarity of a word that is as good as any
ROLE = 1.2
SETTING: dict[Verdict, float] = {"SAME": 0.6, "COMPATIBLE": 0.2, "CONFLICT": -1.5, "UNKNOWN": 0.0}
AMOUNT: dict[Verdict, float] = {"SAME": 0.7, "COMPATIBLE": 0.4, "CONFLICT": -0.8, "UNKNOWN": 0.0}
SWAPPED = -9.0
WEIGHTY = 0.3  # evidence that is shown
NAMED, NUMBER, SMALL, FEW = 0.4, 0.7, 0.3, 2  # small numbers come twice by chance
# What shows that two claims have more in common than a kind of event, and how much of it.
ANCHOR, ANCHORS = 0.6, frozenset({"words in common", "a name in common", "a number in common", "amount", *PARTICIPANTS})


@dataclass(frozen=True)
class Match:
    """``why`` gives each piece of evidence with its weight; one event is more likely than two above 0. ``anchored``: whether
    more than the kind of event is shared: somebody or something that takes part, or words."""

    score: float
    why: tuple[tuple[str, float], ...]
    anchored: bool = False

    @property
    def shown(self) -> str:
        """The weightiest evidence first: "one word +2.5, agent +1.2, time -1.5"."""
        weighty = sorted(self.why, key=lambda item: -abs(item[1]))
        return ", ".join(f"{reason} {weight:+.1f}" for reason, weight in weighty if abs(weight) >= WEIGHTY)


def match(a: Slots, b: Slots) -> Match:
    why = (*_heads(a, b), *_likeness(a, b), *_participants(a, b), *_settings(a, b))
    return Match(PRIOR + sum(w for _, w in why), why, anchored(why))


def anchored(why: Iterable[tuple[str, float]]) -> bool:
    """Whether the evidence names what they share."""
    return sum(weight for reason, weight in why if weight > 0 and reason in ANCHORS) >= ANCHOR


def _heads(a: Slots, b: Slots) -> Iterator[tuple[str, float]]:
    one, other = a.claim.lemma.casefold(), b.claim.lemma.casefold()
    vocabulary = a.profile.vocabulary
    if stem(one) == stem(other):
        little = one in vocabulary.bare or other in vocabulary.bare or (a.named and b.named)
        yield "one word", SAME_BARE if little else SAME_WORD * min(1.0, vocabulary.rarity(a.kind) / TELLING)
    elif a.kind == b.kind:
        yield "one thing", SAME_THING
    elif not a.heads.isdisjoint(b.heads):
        yield "one kind of event", SAME_KIND
    else:
        yield "other kinds of event", OTHER


def _likeness(a: Slots, b: Slots) -> Iterator[tuple[str, float]]:
    shared = cosine(a.words, b.words) - a.words.get(a.kind, 0.0) * b.words.get(a.kind, 0.0)
    if a.kind != b.kind:
        shared -= a.words.get(b.kind, 0.0) * b.words.get(b.kind, 0.0)
    if shared > LITTLE:
        yield "words in common", WORDS * shared
    meant = likeness(a.claim.vector, b.claim.vector)
    if meant is not None:
        yield "meaning", VECTORS * (meant - MIDDLE)


def _participants(a: Slots, b: Slots) -> Iterator[tuple[str, float]]:
    if swapped(a, b):
        yield "swapped roles", SWAPPED
        return
    if MUTUAL & a.heads & b.heads:
        yield from _parties_in_common(a, b)
        return
    for role in PARTICIPANTS:
        alike = [one(x, y) for x in a.parties.get(role, ()) for y in b.parties.get(role, ())]
        if role == "agent" and ("target" in a.parties) != ("target" in b.parties):
            alike += [likely for x, y in _undergone(a, b) if (likely := one(x, y)) > 0]
        if alike:
            yield role, ROLE * max(alike)
    if not a.entities.isdisjoint(b.entities):
        yield "a name in common", NAMED


def _parties_in_common(a: Slots, b: Slots) -> Iterator[tuple[str, float]]:
    """Of what two do to each other either may be said to do it: "the rebels signed a truce", "the army agreed to one"."""
    left, right = ([p for several in s.parties.values() for p in several] for s in (a, b))
    alike = max((one(x, y) for x in left for y in right), default=0.0)
    if alike > 0:
        yield "agent", ROLE * alike
    if not a.entities.isdisjoint(b.entities):
        yield "a name in common", NAMED


def _undergone(a: Slots, b: Slots) -> Iterator[tuple[Participant, Participant]]:
    """What befalls somebody may be told as what he does: "killed two sailors", "two sailors died"."""
    whole, short = (a, b) if "target" in a.parties else (b, a)
    return ((x, y) for x in whole.parties["target"] for y in short.parties.get("agent", ()))


def _settings(a: Slots, b: Slots) -> Iterator[tuple[str, float]]:
    if a.places and b.places:
        yield "place", SETTING[_best(a.places, b.places, compare_where)]
    if a.times and b.times:
        yield "time", SETTING[_best(a.times, b.times, about)]
    if not (a.amounts and b.amounts):
        return
    kinds = {c.kind for c in a.amounts if c.kind} & {c.kind for c in b.amounts}
    if kinds:
        yield "amount", AMOUNT[min((_best(of_kind(a, k), of_kind(b, k), compare_counts) for k in kinds), key=ORDER.index)]
    elif common := exact(a) & exact(b):
        yield "a number in common", NUMBER if max(common) > FEW else SMALL


def exact(s: Slots) -> set[float]:
    numbers = (c.quantity for c in s.amounts)
    return {q.low for q in numbers if q.low is not None and q.low == q.high}


def about(x: Interval, y: Interval) -> Verdict:
    verdict = compare_intervals(x, y)
    return compare_undated(x, y) if verdict == "UNKNOWN" else verdict


def _best(left: Sequence[T], right: Sequence[T], verdict: Callable[[T, T], Verdict]) -> Verdict:
    """Of values on both sides."""
    return min((verdict(x, y) for x in left for y in right), key=ORDER.index)
