"""How far outlets' values agree with what the others give, those that copy not counted twice.

A vote in rounds, after X. L. Dong, L. Berti-Équille and D. Srivastava, "Integrating conflicting data: the role of source
dependence" (PVLDB 2, 2009), their ACCU: a value is as likely as the accuracy of those who give it makes it, and an outlet is as
accurate as its values are likely. Who depends on whom is not inferred from shared mistakes as there, but taken from the
story's origins: of outlets of one origin, all together have one vote for a value.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.records import Account, Interval, Place, Quantity, Value, Vote, Weight

from .algebra import compare_intervals, compare_places, compare_quantities

START = 0.8  # the accuracy that everybody is taken to have before the first round, and what little is known is drawn to
FALSE_VALUES = 10  # wrong values that a slot may have beside the right one
ROUNDS, STILL = 50, 1e-6
LEAST = 3  # contested slots; of an outlet with fewer nothing is said
BOUND = 0.99  # nobody is always right or always wrong


@dataclass(frozen=True)
class Question:
    """A contested slot: for each value who gives it, by origin."""

    account: Account
    votes: Mapping[int, Mapping[str, frozenset[str]]]  # value, origin, outlets


def questions(accounts: Iterable[Account], whose: Mapping[str, str]) -> list[Question]:
    """The contested slots among these; ``whose`` gives the outlet of a report."""
    return [q for a in accounts if a.slot != "event" and (q := question(a, whose))]


def weights(asked: Sequence[Question]) -> dict[str, Weight]:
    """By outlet."""
    accuracy = {outlet: START for q in asked for by in q.votes.values() for some in by.values() for outlet in some}
    for _ in range(ROUNDS):
        shares = [likely(q, accuracy) for q in asked]
        new = {o: (START + sum(p)) / (1 + len(p)) for o, p in agreement(asked, shares).items()}
        still = all(abs(new[o] - accuracy[o]) < STILL for o in new)
        accuracy = new
        if still:
            break
    return rested(asked, [likely(q, accuracy) for q in asked], accuracy)


def question(account: Account, whose: Mapping[str, str]) -> Question | None:
    """None where two outlets do not give two values that are certainly different."""
    votes: defaultdict[int, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for i, value in enumerate(account.values):
        for t in value.tellings:
            if t.bearing in ("holds", "claims") and t.claim.report in whose:
                votes[i][t.origin or t.claim.report].add(whose[t.claim.report])
    outlets = {o for by in votes.values() for some in by.values() for o in some}
    if len(outlets) < 2 or not any(disjoint(account.values[i].value, account.values[j].value) for i in votes for j in votes):
        return None
    return Question(account, {i: {o: frozenset(some) for o, some in sorted(by.items())} for i, by in votes.items()})


def disjoint(a: Value, b: Value) -> bool:
    """Whether two values cannot both hold; names may be one person's."""
    match a, b:
        case Quantity(), Quantity():
            return compare_quantities(a, b) == "CONFLICT"
        case Interval(), Interval():
            return compare_intervals(a, b) == "CONFLICT"
        case Place(), Place():
            return compare_places(a, b) == "CONFLICT"
        case _:
            return False


def likely(asked: Question, accuracy: Mapping[str, float]) -> dict[int, float]:
    """How likely each value is, by the accuracy of one outlet of each origin that gives it: the most accurate."""
    scores = {i: sum(strength(max(accuracy[o] for o in some)) for some in by.values()) for i, by in asked.votes.items()}
    top = max(scores.values())
    powers = {i: math.exp(s - top) for i, s in scores.items()}
    return {i: p / sum(powers.values()) for i, p in powers.items()}


def strength(accuracy: float) -> float:
    held = min(BOUND, max(1 - BOUND, accuracy))
    return math.log(FALSE_VALUES * held / (1 - held))


def agreement(asked: Sequence[Question], shares: Sequence[Mapping[int, float]]) -> dict[str, list[float]]:
    """By outlet, for each question how likely the value is that it gives; of several that it gives, the likeliest."""
    found: defaultdict[str, list[float]] = defaultdict(list)
    for q, share in zip(asked, shares, strict=True):
        for outlet, i in given(q, share).items():
            found[outlet].append(share[i])
    return found


def given(asked: Question, share: Mapping[int, float]) -> dict[str, int]:
    """The value that each outlet gives."""
    best: dict[str, int] = {}
    for i, by in asked.votes.items():
        for outlet in sorted({o for some in by.values() for o in some}):
            if outlet not in best or share[i] > share[best[outlet]]:
                best[outlet] = i
    return best


def rested(asked: Sequence[Question], shares: Sequence[Mapping[int, float]], accuracy: Mapping[str, float]) -> dict[str, Weight]:
    votes: defaultdict[str, list[Vote]] = defaultdict(list)
    for q, share in zip(asked, shares, strict=True):
        for outlet, i in given(q, share).items():
            a = q.account
            votes[outlet].append(Vote(a.story, a.slot, a.of, a.values[i].shown, round(share[i], 3)))
    return {o: Weight(round(accuracy[o], 3), tuple(v)) for o, v in votes.items() if len(v) >= LEAST}
