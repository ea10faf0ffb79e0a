"""Which mention a word heads, and which entity that belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.records import Entity, Mention, Parse, Structure

# A parser may join "the Norrby Lys reports" to one noun phrase.
_ROLES = {("tell", "obj"): "hears", ("tell", "iobj"): "hears", ("report", "nsubj"): "reports", ("report", "compound"): "reports"}
# Kept apart from brackets of their own, which hold a speaker's name: "the Harbor Press Committee [HAPCO]".
_ACRONYM = re.compile(r"\w\s[(\[]([A-Z]{2,12})[)\]]")


@dataclass(frozen=True, slots=True)
class Identities:
    """Which mention a word heads, and which entity a mention belongs to."""

    by_head: dict[int, Mention]
    entity_of: dict[str, Entity]
    mention: dict[str, Mention]
    acronyms: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()  # entities that are told things and report them: outlets, whatever their name

    def at(self, parse: Parse, word: int) -> Mention | None:
        return self.by_head.get(parse.words[word].start)

    def entity(self, mention: Mention | None) -> Entity | None:
        return None if mention is None else self.entity_of.get(mention.id)


def identities(structure: Structure, text: str = "", parse: Parse | None = None) -> Identities:
    """The structure's mentions and entities, to be looked up by word; of mentions with one head the outermost."""
    by_head: dict[int, Mention] = {}
    for m in structure.mentions:
        for at in {m.head.start, m.span.start if m.form == "name" else m.head.start}:
            by_head.setdefault(at, m)
    entity_of = {m: e for e in structure.entities for m in e.mentions}
    told = frozenset(_told(by_head, entity_of, parse)) if parse is not None else frozenset()
    return Identities(by_head, entity_of, {m.id: m for m in structure.mentions}, frozenset(_ACRONYM.findall(text)), told)


def _told(by_head: dict[int, Mention], entity_of: dict[str, Entity], parse: Parse) -> Iterator[str]:
    """Organizations by name that somebody told something and that report: "told *the Norrby Lys*", "*Lys* reports"."""
    hears: set[str] = set()
    reports: set[str] = set()
    for i, verb in enumerate(parse.heads):
        role = _ROLES.get((parse.lemmas[verb], parse.relations[i])) if verb >= 0 else None
        mention = by_head.get(parse.words[i].start) if role is not None else None
        if mention is not None and (mention.form, mention.kind) == ("name", "organization") and mention.id in entity_of:
            (hears if role == "hears" else reports).add(entity_of[mention.id].id)
    names = [e.name for e in entity_of.values() if e.id in hears & reports]
    longer = {e.id for e in entity_of.values() if e.kind == "organization" and any(e.name.endswith(f" {n}") for n in names)}
    return iter(hears & reports | longer)
