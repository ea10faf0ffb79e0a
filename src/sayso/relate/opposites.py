"""States that exclude each other, told in different words: "he died", "he is alive"; "was arrested", "is not in custody"."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from sayso.lang import Pack, load, packs
from sayso.records import ClaimRef, Finding, Relation

from .claims import comparable, in_order
from .compare import compare, independence
from .cues import cues
from .participants import Participant, shorter
from .slots import Slots
from .words import words

SIGNS = (1, -1)
MEET = 12  # claims of one state and subject on either side that are compared


class Side(NamedTuple):
    """``state`` with its sign: 1 for the state, -1 for its opposite; ``is_one``: a word for being in it, and not for what
    brings it about."""

    state: str
    sign: int
    lasting: bool
    is_one: bool


@dataclass(frozen=True)
class Held:
    """A claim that puts its subject on one side of a state, where the claim's own "not" has been reckoned in."""

    side: Side
    sign: int
    claim: Slots
    subject: tuple[Participant, ...]


@functools.cache
def sides(language: str | None) -> dict[str, tuple[Side, ...]]:
    """By lemma or phrase; nothing is known of a language without a pack."""
    code = (language or "").split("-")[0]
    return _sides(load(code)) if code in packs() else {}


def _sides(pack: Pack) -> dict[str, tuple[Side, ...]]:
    found = defaultdict[str, list[Side]](list)
    for row in pack.table("opposites"):
        state, lasting, *lists = [*row, "", "", "", ""][:6]
        for n, listed in enumerate(lists):
            for word in filter(None, listed.split(", ")):
                found[word].append(Side(state, SIGNS[n // 2], lasting == "lasting", n % 2 == 1))
    return {word: tuple(several) for word, several in found.items()}


def opposed(claims: Sequence[Slots]) -> Iterator[Relation]:
    """Claims of one subject in states that exclude each other."""
    taken: set[frozenset[ClaimRef]] = set()
    held = defaultdict[tuple[str, str], list[Held]](list)
    for one in (h for s in claims for h in states(s)):
        for key in sorted({k for p in one.subject for k in _keys(p)}):
            held[one.side.state, key].append(one)
    for several in held.values():
        for a, b in _pairs(several):
            pair = frozenset(_ref(h.claim) for h in (a, b))
            if pair not in taken and excluded(a, b) and (found := _relation(a.claim, b.claim)):
                taken.add(pair)
                yield found


def _pairs(several: Sequence[Held]) -> Iterator[tuple[Held, Held]]:
    left, right = ([h for h in several if h.sign == sign][:MEET] for sign in SIGNS)
    return product(left, right)


def states(s: Slots) -> Iterator[Held]:
    """Those in which a claim puts whoever it befalls."""
    c = s.claim.commitment
    if c.certainty != "certain" or c.polarity == "?":
        return
    subject = tuple(p for p in s.parties.get("target") or s.parties.get("agent") or () if p.names or not p.human)
    for side in named(s) if subject else ():
        yield Held(side, side.sign if c.polarity == "+" else -side.sign, s, subject)


def named(s: Slots) -> tuple[Side, ...]:
    """The states that its main word names: "alive", "arrested", "(is) in custody"; past ones of the outlet's own are none."""
    known, text = sides(s.profile.reading.report.language), s.profile.reading.report.text
    found = known.get(s.claim.lemma.casefold()) or known.get(s.claim.head.of(text).casefold())
    if not found:
        before = words(text[s.claim.span.start : s.claim.head.end])
        found = next((known[p] for n in (2, 3) if (p := " ".join(before[-n:])) in known), ())
    over = s.chain.own and _has(s, "past")
    goes_on = s.claim.head.of(text).casefold().endswith("ing")  # "the web is murdering him": it has not come about
    return tuple(side for side in found if not (over if side.is_one else goes_on))


def _keys(p: Participant) -> Iterator[str]:
    yield from (name.split()[-1] for name in p.names if name)
    if not p.human and not p.names:
        yield from p.nouns


def excluded(a: Held, b: Held) -> bool:
    """Whether both cannot be so: one says, in other words than the other, that a state is; of a passing one that it is not or
    still is."""
    if not (a.side.is_one or b.side.is_one) or a.claim.claim.lemma == b.claim.claim.lemma or not comparable(a.claim, b.claim):
        return False
    firm = a.side.lasting or any(h.side.is_one and _holds_on(h.claim) for h in (a, b))
    return firm and any(_one(x, y) for x, y in product(a.subject, b.subject))


def _holds_on(s: Slots) -> bool:
    return s.claim.commitment.polarity == "-" or _has(s, "lasts")


def _has(s: Slots, kind: str) -> bool:
    """Whether one of a class of stance_words.tsv is in it."""
    return not cues(s.profile.reading.report.language).closed.get(kind, frozenset()).isdisjoint(words(s.text))


def _one(x: Participant, y: Participant) -> bool:
    """One name, or a shorter form of it; of things one noun."""
    if x.names and y.names:
        return bool(x.names & y.names) or any(shorter(p, q) for p in x.names for q in y.names)
    return not x.human and not y.human and bool(x.nouns & y.nouns)


def _relation(a: Slots, b: Slots) -> Relation | None:
    left, right = in_order(a, b)
    findings = [f for f in compare(left, right) if f.slot != "polarity"]
    origin = independence(left, right)
    if origin.verdict == "SAME" or any(f.verdict == "CONFLICT" for f in findings):
        return None
    polarity = Finding("polarity", "CONFLICT", _shown(left), _shown(right), "states that exclude each other")
    return Relation("CONTRADICTS", _ref(left), _ref(right), (polarity, *findings, origin))


def _shown(s: Slots) -> str:
    said = s.claim.head.of(s.profile.reading.report.text)
    return f"not {said}" if s.claim.commitment.polarity == "-" else said


def _ref(s: Slots) -> ClaimRef:
    return ClaimRef(s.profile.id, s.claim.id)
