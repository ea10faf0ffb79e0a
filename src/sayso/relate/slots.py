"""A claim as slots that can be compared with another claim's."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TypeVar

from sayso.records import Claim, Interval, Mention, Place, Quantity, Reading

from .counts import BEFELL, Counted, counted
from .cues import Cues, cues
from .heads import heads, singular
from .participants import Participant
from .parts import Index
from .profile import Profile
from .sources import Chain, chains
from .words import Vocabulary, Weights, unit, words

V = TypeVar("V", Place, Interval)
AROUND = 60  # characters
PARTICIPANTS = ("agent", "target", "recipient")
TAKEN = ("target", "attribute", "topic")
BESIDE = 30  # characters after a verb in which its noun may stand: "opened fire", "took him hostage"


@dataclass(frozen=True)
class Slots:
    """``report`` and ``copied`` (the same for reports of one origin by their very words) are numbers within the story.

    ``names`` are of whoever and whatever takes part, by role.
    """

    report: int
    copied: int
    claim: Claim
    profile: Profile
    chain: Chain
    kind: str
    words: dict[str, float]
    names: dict[str, frozenset[str]]
    entities: frozenset[str]
    places: tuple[Place, ...]
    times: tuple[Interval, ...]
    amounts: tuple[Counted, ...]
    tolls: frozenset[str] = frozenset()
    """Kinds of event whose victims it counts, where it is the first of its report to do so, and not late."""
    where: Place | None = None
    """The smallest place that the claim names."""
    heads: frozenset[str] = frozenset()
    """Kinds of event that its main word may name."""
    named: bool = False
    """Whether its main word is a name: "the gunman was Ilka Doren"."""
    parties: dict[str, tuple[Participant, ...]] = field(default_factory=dict)
    """Those of ``names``, by all that the report calls them."""

    @property
    def text(self) -> str:
        return self.claim.span.of(self.profile.reading.report.text)

    @property
    def around(self) -> str:
        """The claim with some words on either side."""
        start, end = self.claim.span
        return self.profile.reading.report.text[max(0, start - AROUND) : end + AROUND]


def slots(profile: Profile, report: int, copied: int, weights: Weights) -> list[Slots]:
    """Every claim of a report, in the order of the text."""
    reading = profile.reading
    index, said = Index.of(reading), chains(reading, profile.vocabulary)
    inside = _by_claim(reading, index)
    known, said_by = cues(reading.report.language), [a.cue for a in reading.attributions if a.cue]
    made = [
        _slots(c, profile, report, copied, said[c.said], index, inside[c.id], weights)
        for c in sorted(reading.claims, key=lambda c: (c.span, c.id))
        if c.said in said and _compared(c, known) and (denial(c, known) or not any(cue.covers(c.head) for cue in said_by))
    ]
    return list(_with_tolls(made))


def denial(claim: Claim, known: Cues) -> bool:
    """Whether it says that something was not so, or that somebody denied it: "denied *agreeing*", "*rejected* the claim".

    That somebody said something is no claim.
    """
    return claim.commitment.polarity == "-" or known.kind_of(claim.lemma) == "deny"


def _compared(claim: Claim, known: Cues) -> bool:
    """Opinions, questions and orders bear nothing out; nor does what only says who somebody is: "Doren, the mayor"."""
    names = claim.nature in ("presupposed", "inserted") and {r.name for r in claim.roles} == {"agent", "attribute"}
    return (claim.factual or verdict(claim, known)) and not names


def verdict(claim: Claim, known: Cues) -> bool:
    """Whether a judgement says of something told that it is not so: "such talk is nonsense"."""
    return claim.nature == "opinion" and claim.lemma.casefold() in known.closed.get("slur", ())


# A count that comes later in the text is of another event as often as not: part of the text, and characters of a short one.
EARLY, EARLY_CHARACTERS = 0.5, 800


def _with_tolls(claims: list[Slots]) -> Iterator[Slots]:
    """With the first count of each kind, and those that other sources give of it: "the police said nine, the minister 11"."""
    given: defaultdict[str, list[Slots]] = defaultdict(list)
    for s in claims:
        early = max(EARLY * len(s.profile.reading.report.text), EARLY_CHARACTERS)
        held = s.claim.commitment.polarity == "+" and s.claim.span.start <= early
        kinds = {c.kind for c in s.amounts if held and c.firm and c.kind in BEFELL}
        tolls = frozenset(k for k in kinds if k and (not given[k] or _another_word_on(s, given[k])))
        for kind in tolls:
            given[kind].append(s)
        yield replace(s, tolls=tolls)


def _another_word_on(s: Slots, given: list[Slots]) -> bool:
    """Whether somebody else counts what the first count of a report counts: nothing says that it was elsewhere or then."""
    first = given[0]
    elsewhere = s.where and first.where and s.where.geonames != first.where.geonames
    another = not s.chain.own and s.chain.name not in {o.chain.name for o in given}
    return another and set(s.times) <= set(first.times) and not elsewhere


def _slots(
    claim: Claim, profile: Profile, report: int, copied: int, chain: Chain, index: Index, inside: list[Mention], weights: Weights
) -> Slots:
    vocabulary, text = profile.vocabulary, profile.reading.report.text
    roles = {r.name: frozenset(n for q in claim.roles if q.name == r.name and q.mention in index.mentions
                               for n in index.names(q.mention)) for r in claim.roles}  # fmt: skip
    content = Counter(w for w in vocabulary.content(claim.span.of(text)) if not w.isdigit())  # numbers are compared as numbers
    named = {n for m in inside if m.form == "name" for n in index.names(m.id)}
    apart = alone(inside, index)
    return Slots(
        report, copied, claim, profile, chain, vocabulary.kind(claim.lemma),
        unit({w: n**0.5 * weights[w] for w, n in content.items()}),
        {name: roles[name] for name in PARTICIPANTS if name in roles}, frozenset(named),
        _values(claim, "place", index, apart, Place), _values(claim, "time", index, apart, Interval),
        tuple(_counted(m, claim, index, profile) for m in _amounts(claim, index, inside)), frozenset(),
        _smallest(claim, index, apart), heads(claim.lemma, _taken(claim, index, vocabulary.stops), vocabulary),
        any(m.form == "name" and m.span.covers(claim.head) for m in inside), _parties(claim, index, vocabulary),
    )  # fmt: skip


def _parties(claim: Claim, index: Index, vocabulary: Vocabulary) -> dict[str, tuple[Participant, ...]]:
    found: dict[str, tuple[Participant, ...]] = {}
    for r in claim.roles:
        takes_part = r.name in PARTICIPANTS and r.mention in index.mentions and index.mentions[r.mention].head != claim.head
        known = index.participant(r.mention, vocabulary) if takes_part else None  # no attack takes part in itself
        if known:
            found[r.name] = (*found.get(r.name, ()), known)
    return found


def _taken(claim: Claim, index: Index, stops: frozenset[str]) -> list[str]:
    """Main words of what the verb takes, and the word that follows it."""
    mentions = (index.mentions[r.mention] for r in claim.roles if r.name in TAKEN and r.mention in index.mentions)
    text = index.reading.report.text
    follow = words(text[claim.head.end : claim.head.end + BESIDE])
    after = dict.fromkeys([*follow[:1], *[w for w in follow if w not in stops][:1]])
    return [form for noun in (*(m.head.of(text).casefold() for m in mentions), *after) for form in singular(noun)]


def _by_claim(reading: Reading, index: Index) -> defaultdict[str, list[Mention]]:
    """Mentions that lie in each claim, but not in a smaller claim within it (whose they are)."""
    telling = sorted((m for m in reading.mentions if m.id in index.values or m.form == "name"), key=lambda m: m.span)
    starts, least = [m.span.start for m in telling], dict[str, int]()
    found = defaultdict[str, list[Mention]](list)
    for claim in sorted(reading.claims, key=lambda c: c.span.end - c.span.start):
        length = claim.span.end - claim.span.start
        for m in telling[bisect_left(starts, claim.span.start) : bisect_left(starts, claim.span.end)]:
            if claim.span.covers(m.span) and least.setdefault(m.id, length) == length:
                found[claim.id].append(m)
    return found


def _values(claim: Claim, role: str, index: Index, inside: list[Mention], of: type[V]) -> tuple[V, ...]:
    """What stands in the role; where nothing does, the one value of the type inside the claim, if there is but one."""
    own = [v for r in claim.roles if r.name == role for v in index.values.get(r.mention, ()) if isinstance(v, of)]
    if own:
        return tuple(own)
    near = [v for m in inside if m.id not in index.leading for v in index.values.get(m.id, ()) if isinstance(v, of)]
    return tuple(near) if len(near) == 1 else ()


def alone(inside: list[Mention], index: Index) -> list[Mention]:
    """Those that are no part of a longer name: in "the Bank of Orsa" and "Orsa-United" nobody speaks of the town."""
    names, text = [m.span for m in inside if m.form == "name"], index.reading.report.text
    hung = (m for m in inside if text[max(0, m.span.start - 1)] not in "-–")
    return [m for m in hung if not any(n != m.span and n.covers(m.span) for n in names)]


def _smallest(claim: Claim, index: Index, inside: list[Mention]) -> Place | None:
    roles = [r.mention for r in claim.roles if r.name == "place"]
    known = [v for m in (*roles, *(m.id for m in inside)) for v in index.values.get(m, ())]
    places = [v for v in known if isinstance(v, Place) and v.sense == "location" and v.radius_km]
    return min(places, key=lambda p: p.radius_km or 0.0, default=None)


def _amounts(claim: Claim, index: Index, inside: list[Mention]) -> list[str]:
    roles = [r.mention for r in claim.roles if r.name in ("amount", *PARTICIPANTS)]
    known = dict.fromkeys(roles + [m.id for m in inside])
    return [m for m in known if any(isinstance(v, Quantity) for v in index.values.get(m, ()))]


def _counted(mention: str, claim: Claim, index: Index, profile: Profile) -> Counted:
    value = next(v for v in index.values[mention] if isinstance(v, Quantity))
    span = index.mentions[mention].span
    taking = (r for r in claim.roles if r.name in PARTICIPANTS and r.mention in index.mentions)
    role = next((r.name for r in taking if index.mentions[r.mention].span.overlaps(span)), "")
    text, room = index.reading.report.text, index.room(span)
    found = counted(value, index.mentions[mention], claim, text, role, profile.vocabulary, room)
    return replace(found, mention=mention)
