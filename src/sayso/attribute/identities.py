"""Which mention a word heads, and which entity that belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.records import Entity, Mention, Parse, Structure

# Kept apart from brackets of their own, which hold a speaker's name: "the Harbor Press Committee [HAPCO]".
_ACRONYM = re.compile(r"\w\s[(\[]([A-Z]{2,12})[)\]]")


@dataclass(frozen=True, slots=True)
class Identities:
    """Which mention a word heads, and which entity a mention belongs to."""

    by_head: dict[int, Mention]
    entity_of: dict[str, Entity]
    mention: dict[str, Mention]
    acronyms: frozenset[str] = frozenset()

    def at(self, parse: Parse, word: int) -> Mention | None:
        return self.by_head.get(parse.words[word].start)

    def entity(self, mention: Mention | None) -> Entity | None:
        return None if mention is None else self.entity_of.get(mention.id)


def identities(structure: Structure, text: str = "") -> Identities:
    """The structure's mentions and entities, to be looked up by word; of mentions with one head the outermost."""
    by_head: dict[int, Mention] = {}
    for m in structure.mentions:
        for at in {m.head.start, m.span.start if m.form == "name" else m.head.start}:
            by_head.setdefault(at, m)
    entity_of = {m: e for e in structure.entities for m in e.mentions}
    return Identities(by_head, entity_of, {m.id: m for m in structure.mentions}, frozenset(_ACRONYM.findall(text)))
