"""Who and what takes part in claims, by name where it has one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from sayso.records import Entity, Mention, MentionKind, Place, Span, Value

from .parts import Index
from .slots import Slots
from .sources import key
from .words import words

LONGEST = 8  # words of a name; what is longer is a description
WHO = frozenset({"person", "organization", "group"})


@dataclass(frozen=True)
class Party:
    """Whoever or whatever fills a role; ``named``: by a name, so that it can be told from others.

    ``pronoun``: nothing else is known of it; ``number``: there is a number in its words.
    """

    mention: str
    name: str
    kind: MentionKind
    named: bool
    pronoun: bool
    number: bool
    words: frozenset[str]

    @cached_property
    def who(self) -> bool:
        return self.kind in WHO


def same_party(a: Party, b: Party) -> bool:
    """Whether all telling words of one are words of the other: "Foss" and "Ada Foss"."""
    return bool(a.words and b.words) and (a.words <= b.words or b.words <= a.words)


class Cast:
    """The parties of the claims of a story; each report is indexed once."""

    def __init__(self) -> None:
        self._known: dict[str, Index] = {}
        self._words: dict[int, tuple[str, str]] = {}
        self._places: dict[str, list[tuple[Span, Mention, Place]]] = {}

    def index(self, s: Slots) -> Index:
        if s.profile.id not in self._known:
            index = self._known[s.profile.id] = Index.of(s.profile.reading)
            found = ((id(v), m) for m, values in index.values.items() if m in index.mentions for v in values)
            self._words |= {v: (" ".join(index.text(m).split()), m) for v, m in found}
            self._places[s.profile.id] = sorted(_located(index), key=lambda p: p[0])
        return self._known[s.profile.id]

    def printed(self, s: Slots, value: Value) -> tuple[str, str | None]:
        """The words that a value of a claim stands for, and their mention."""
        self.index(s)
        return self._words.get(id(value), ("", None))

    def places(self, s: Slots) -> list[tuple[Mention, Place]]:
        """Mentions in the words of a claim that are meant as places."""
        self.index(s)
        known, (start, end) = self._places[s.profile.id], s.claim.span
        first = bisect_left(known, start, key=lambda p: p[0].start)
        last = bisect_left(known, end, key=lambda p: p[0].start)
        return [(m, p) for span, m, p in known[first:last] if span.end <= end]

    def mentioned(self, s: Slots, words: str) -> str | None:
        """The mention in a role of a claim in whose words these stand."""
        index = self.index(s)
        roles = [r.mention for r in s.claim.roles if r.mention in index.mentions]
        return next((m for m in roles if words.split()[-1] in index.text(m).casefold()), None)

    def parties(self, s: Slots, *roles: str) -> list[Party]:
        """Fillers of these roles; of one that nothing is known of but a pronoun there is none."""
        index = self.index(s)
        mentions = dict.fromkeys(r.mention for r in s.claim.roles if r.name in roles and r.mention in index.mentions)
        return [p for m in mentions if not (p := self.party(index, index.mentions[m], s)).pronoun]

    @staticmethod
    def party(index: Index, mention: Mention, s: Slots) -> Party:
        entity = index.entity.get(mention.id)
        named = entity is not None and _named(entity, index.mentions)
        printed = entity.name if entity and named else index.text(mention.id)
        if entity and not named and mention.form == "pronoun":
            printed = _fullest(entity, index)
        name = " ".join(printed.split()[: 2 * LONGEST])
        pronoun = not named and name.casefold() == index.text(mention.id).casefold() and mention.form == "pronoun"
        amounts = (index.mentions[c.mention].span for c in s.amounts if c.mention in index.mentions)
        number = not named and any(a.overlaps(mention.span) for a in amounts)
        return Party(mention.id, name, mention.kind, named, pronoun, number, telling(name, s))


def _located(index: Index) -> Iterator[tuple[Span, Mention, Place]]:
    for id, values in index.values.items():
        for v in values:
            if isinstance(v, Place) and v.sense == "location" and id in index.mentions:
                yield index.mentions[id].span, index.mentions[id], v


def telling(name: str, s: Slots) -> frozenset[str]:
    """A name's words without articles and the like."""
    stops = s.profile.vocabulary.stops
    return frozenset(w.removesuffix("'s").removesuffix("’s") for w in words(key(name)) if w not in stops)


def _named(entity: Entity, mentions: dict[str, Mention]) -> bool:
    return any(mentions[m].form == "name" for m in entity.mentions if m in mentions)


def _fullest(entity: Entity, index: Index) -> str:
    """The longest words that are no pronoun; the entity's name where there are none."""
    said: Iterable[str] = (index.text(m) for m in entity.mentions if m in index.mentions and index.mentions[m].form != "pronoun")
    return max(said, key=lambda t: (len(t.split()) <= LONGEST, len(t)), default=entity.name)
