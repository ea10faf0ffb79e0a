"""A reading's parts by id, and what stands together in it."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from sayso.records import Entity, Mention, Quantity, Reading, Span, Value

from .participants import Participant, participant
from .sources import key
from .words import Vocabulary

TRIED = 6  # numbers on either side of one that may overlap it


@dataclass(frozen=True)
class Index:
    """A reading's parts by id."""

    reading: Reading
    mentions: dict[str, Mention]
    entity: dict[str, Entity]
    values: dict[str, tuple[Value, ...]]
    leading: frozenset[str] = frozenset()
    """Mentions that stand before the main word of a longer one: of a "Norland drone" nobody says that it is there."""
    known: dict[str, Participant | None] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, reading: Reading) -> Index:
        values = defaultdict[str, list[Value]](list)
        for g in reading.groundings:
            values[g.mention].append(g.value)
        entity = {m: e for e in reading.entities for m in e.mentions}
        known = {m: tuple(v) for m, v in values.items()}
        return cls(reading, {m.id: m for m in reading.mentions}, entity, known, frozenset(_leading(reading)))

    def text(self, mention: str) -> str:
        return self.mentions[mention].span.of(self.reading.report.text)

    def names(self, mention: str) -> frozenset[str]:
        """Keys of an entity's names; else the mention's own words. A mere "he" is nobody."""
        entity = self.entity.get(mention)
        if all(m.form == "pronoun" for m in self.together(mention)):
            return frozenset()
        known = {key(n) for n in (entity.name, *entity.aliases)} if entity else {key(self.text(mention))}
        return frozenset(n for n in known if n)

    def together(self, mention: str) -> list[Mention]:
        """All mentions of what it stands for."""
        entity = self.entity.get(mention)
        return [self.mentions[m] for m in (entity.mentions if entity else (mention,)) if m in self.mentions]

    @cached_property
    def numbers(self) -> list[Span]:
        """Of all numbers, in the order of the text."""
        counted = (m for m, values in self.values.items() if m in self.mentions and any(isinstance(v, Quantity) for v in values))
        return sorted({self.mentions[m].span for m in counted})

    def room(self, number: Span) -> Span:
        """From the end of the number before this one to the beginning of the next."""
        at = bisect_left(self.numbers, number)
        before = next((n.end for n in reversed(self.numbers[:at][-TRIED:]) if n.end <= number.start), 0)
        after = (n.start for n in self.numbers[at : at + TRIED] if n.start >= number.end)
        return Span(before, next(after, len(self.reading.report.text)))

    def participant(self, mention: str, vocabulary: Vocabulary) -> Participant | None:
        entity = self.entity.get(mention)
        whose = entity.id if entity else mention
        if whose not in self.known:
            text, names = self.reading.report.text, self.names(mention)
            self.known[whose] = participant(self.together(mention), text, names, vocabulary)
        return self.known[whose]


def _leading(reading: Reading) -> Iterator[str]:
    ordered = sorted(reading.mentions, key=lambda m: (m.span.start, -m.span.end))
    open_ones: list[Mention] = []
    for m in ordered:
        open_ones = [o for o in open_ones if o.span.end > m.span.start]
        if any(o.form == "nominal" and o.span.covers(m.span) and m.span.end <= o.head.start for o in open_ones):
            yield m.id
        open_ones.append(m)
