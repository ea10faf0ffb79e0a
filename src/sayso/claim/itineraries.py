"""Successive places of one actor: "under the old government they lived in A; after the war they moved first to B, then to C".

Only verbs that say outright where somebody is or goes are read, and only what one source says is strung together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from sayso.lang import Pack
from sayso.records import Attribution, Claim, Interval, Itinerary, Mention, Reading, Stay

_SOMEBODY = frozenset({"person", "organization", "group"})
_SOMEWHERE = frozenset({"place", "facility"})
_PRONOUNS = frozenset({"they", "them", "he", "him", "she", "her", "we", "us", "i", "me"})
_SUBJECT = {"them": "they", "him": "he", "her": "she", "us": "we", "me": "i"}
_HOLDS = re.compile(
    r",?\s+(?:in|of|at|near|outside)\s+(?:the\s+)?(?:(?:city|town|village|district|province|state|area)\s+of\s+)?|,\s+"
)
_THEN = re.compile(r"[,;]?\s+(?:(?:and|but)\s+)?(?:(?:then|later|afterwards|finally|eventually|next|lastly)\s+)?"
                   r"(?:on\s+|back\s+)?(?:to|into)\s+(?:the\s+)?", re.I)  # fmt: skip
_TO = re.compile(r"\s+(?:to|into|for)\s+(?:the\s+)?", re.I)
_LEAD = 22  # characters before a place in which its preposition stands
_GOALS = 6  # of one verb


@dataclass(frozen=True, slots=True)
class _Step:
    """One place of one claim."""

    stay: Stay
    actor: Mention
    at: int


def itineraries(reading: Reading, pack: Pack) -> tuple[Itinerary, ...]:
    """Actors that one source puts in two places or more, one after another."""
    walk = _Walk(reading, _verbs(pack), _turns(pack))
    runs: list[list[_Step]] = []
    for claim in sorted(reading.claims, key=lambda c: c.head.start):
        steps = list(walk.steps(claim))
        if steps:
            run = next((r for r in reversed(runs) if walk.goes_on(r[-1], steps[0])), None)
            if run is None:
                runs.append(steps)
            else:
                run += steps
    found = (walk.itinerary(run) for run in runs)
    return tuple(i for i in found if i is not None)


@lru_cache(maxsize=8)
def _verbs(pack: Pack) -> dict[str, str]:
    return {row[0]: row[1] for row in pack.table("whereabouts") if row[1] in ("be", "go")}


@lru_cache(maxsize=8)
def _turns(pack: Pack) -> dict[str, str]:
    """Prepositions: "to" is a goal's, "from" a start's, "through" of what is passed."""
    return {row[0]: row[1] for row in pack.table("whereabouts") if row[1] in ("goal", "start", "past")}


class _Walk:
    """One reading asked for who is where."""

    def __init__(self, reading: Reading, verbs: dict[str, str], turns: dict[str, str]) -> None:
        self.reading, self.text, self.verbs, self.turns = reading, reading.report.text, verbs, turns
        self.mentions = {m.id: m for m in reading.mentions}
        self.entity = {m: e.id for e in reading.entities for m in e.mentions}
        self.said = {a.id: a for a in reading.attributions}
        self.times = {g.mention: g.value for g in reading.groundings if isinstance(g.value, Interval)}
        self.places = sorted((m for m in reading.mentions if m.kind in _SOMEWHERE), key=lambda m: (m.span.start, -m.span.end))
        self.grounded = {g.mention for g in reading.groundings}

    # ------------------------------------------------------------ one claim

    def steps(self, claim: Claim) -> Iterator[_Step]:
        what, held = self.verbs.get(claim.lemma), claim.commitment
        if not what or not claim.factual or held.polarity != "+" or held.certainty == "possible":
            return
        actor, places = self._actor(claim), self._places(claim, what)
        if actor is None or not places:
            return
        for k, (place, within, start) in enumerate(places):
            stated = None if start or (k and what == "go") else self._time(claim)
            stay = Stay(place.id, claim.id, claim.said, stated, within.id if within else None)
            yield _Step(stay, actor, place.span.start)

    def _actor(self, claim: Claim) -> Mention | None:
        """Who is moved, else who moves."""
        for name in ("target", "agent"):
            found = (self.mentions[r.mention] for r in claim.roles if r.name == name)
            who = next((m for m in found if m.kind in _SOMEBODY or self._word(m) in _PRONOUNS), None)
            if who is not None:
                return who
        return None

    def _word(self, m: Mention) -> str:
        word = m.span.of(self.text).lower()
        return _SUBJECT.get(word, word)

    def _places(self, claim: Claim, what: str) -> list[tuple[Mention, Mention | None, bool]]:
        """Each place, what holds it, and whether it is where the way began; in the order of the stays."""
        named = [self.mentions[r.mention] for r in claim.roles if r.name == "place"]
        named = sorted((m for m in named if m.kind in _SOMEWHERE), key=lambda m: (m.span.start, -m.span.end))
        kept: list[tuple[Mention, Mention | None, bool]] = []
        for m in named:
            if kept and (kept[-1][0].span.covers(m.span) or self._holds(kept[-1][1] or kept[-1][0], m)):
                kept[-1] = (kept[-1][0], m, kept[-1][2])
            else:
                turn = self._turn(m)
                if turn != "past" and (what == "be" or turn):
                    kept.append((m, None, turn == "start"))
        if kept and what == "go":
            kept = [(m, None, True) for m in self._begun(kept[0][0])] + kept
            kept += [(m, None, False) for m in self._onwards(kept[-1][1] or kept[-1][0])]
        return sorted(kept, key=lambda k: not k[2])

    def _holds(self, inner: Mention, outer: Mention) -> bool:
        return inner.span.end <= outer.span.start and bool(_HOLDS.fullmatch(self.text, inner.span.end, outer.span.start))

    def _turn(self, m: Mention) -> str | None:
        """What the preposition before a place makes of it."""
        words = self.text[max(0, m.span.start - _LEAD) : m.span.start].lower().split()
        words = [w for w in words if w not in ("the", "a", "an", "their", "his", "her", "its")]
        own = m.span.of(self.text).lower().split(" ", 1)[0]  # "near Orsa" has its preposition within
        return self.turns.get(words[-1]) if words and words[-1] in self.turns else self.turns.get(own)

    def _begun(self, goal: Mention) -> list[Mention]:
        """Where a way begins that leads to a goal: "from *Orsa* to Pell"."""
        at = goal.span.start
        before = (m for m in self.places if m.span.end < at and _TO.fullmatch(self.text, m.span.end, at))
        return [m for m in before if self._turn(m) == "start"][:1]

    def _onwards(self, last: Mention) -> list[Mention]:
        """Further goals that a verb has without being said again: "and then to Orsa"."""
        found: list[Mention] = []
        for m in self.places:
            start, end = last.span.end, m.span.start
            if len(found) < _GOALS and end > start and _THEN.fullmatch(self.text, start, end):
                found.append(m)
                last = m
        return found

    def _time(self, claim: Claim) -> Interval | None:
        """When, by the claim's own role, or by the one time that its words begin with."""
        roles = [self.times[r.mention] for r in claim.roles if r.name == "time" and r.mention in self.times]
        inside = (m for m in self.reading.mentions if m.id in self.times and claim.span.covers(m.span))
        before = [self.times[m.id] for m in inside if m.span.end <= claim.head.start]
        return next((t for t in (*roles, *before) if t.earliest_start or t.latest_end), None)

    # ------------------------------------------------------------ one after another

    def goes_on(self, last: _Step, step: _Step) -> bool:
        """Whether a claim is about the same actor on the same word."""
        return self._source(last.stay.said) == self._source(step.stay.said) and self._same(last, step)

    def _source(self, said: str) -> tuple[object, ...]:
        found: Attribution | None = self.said.get(said)
        return (found.source.kind, found.source.entity or found.source.description) if found else ("",)

    def _same(self, last: _Step, step: _Step) -> bool:
        """One entity; or, where it is not known who they are, "they ... they" of neighbouring claims."""
        one, other = self.entity.get(last.actor.id), self.entity.get(step.actor.id)
        if one and other and one == other:
            return True
        pronouns = last.actor.form == step.actor.form == "pronoun" and self._word(last.actor) == self._word(step.actor)
        return pronouns and not one and not self._sentence_between(last, step)

    def _sentence_between(self, last: _Step, step: _Step) -> bool:
        return bool(re.search(r"[.!?]\s", self.text[last.at : step.actor.span.start]))

    def itinerary(self, run: Sequence[_Step]) -> Itinerary | None:
        """The stays in the order of time, where two places at least are different."""
        stays = [s.stay for s in run]
        stays = [s for k, s in enumerate(stays) if not k or self._name(s.place) != self._name(stays[k - 1].place)]
        if len({self._name(s.place) for s in stays}) < 2:
            return None
        if all(s.time and s.time.earliest_start for s in stays):
            stays.sort(key=lambda s: (s.time and s.time.earliest_start) or "")
        return Itinerary(run[0].actor.id, self.entity.get(run[0].actor.id), tuple(_bounded(stays)))

    def _name(self, mention: str) -> str:
        return self.entity.get(mention) or self.mentions[mention].span.of(self.text).lower()


def _bounded(stays: Sequence[Stay]) -> Iterator[Stay]:
    """The stays with the bounds that their order gives: none begins before the one before it, or ends after the next's end."""
    for k, stay in enumerate(stays):
        if stay.time is not None:
            yield stay
            continue
        before = (t.earliest_start or t.earliest_end for s in reversed(stays[:k]) if (t := s.time))
        after = (t.latest_end for s in stays[k + 1 :] if (t := s.time))
        since, until = next((day for day in before if day), None), next((day for day in after if day), None)
        bounds = Interval(f"{since or '..'}/{until or '..'}", since, until, since, until, "order")
        yield replace(stay, time=bounds if since or until else None)
