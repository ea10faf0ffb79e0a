"""Whose word it is in the end, and whether two words are two people's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso import records
from sayso.records import Entity, Mention, Reading, Source, Verdict

from .media import media
from .spelling import sound
from .words import Vocabulary, words

_EDGE = re.compile(r"^(?:the|a|an)\s+|[^\w\s'’-]+", re.IGNORECASE)
NAMED = frozenset({"person", "body", "agency", "document", "outlet"})
STEM = 5
LINK = 3  # letters of a small word within a name: "of", "bin", "the"
MEDIA = frozenset({"agency", "outlet"})
# Characters before a name that may hold its title, and after it an apposition ("Ada Quill, the mayor of Pell, said").
BEFORE, AFTER = 40, 60


@dataclass(frozen=True)
class Chain:
    """Sources from the outlet to the last whose word it is, as printed or as the fullest name of their entity.

    ``about`` are the words that tell the last from other sources: of its name, its title, and what is put beside it.
    """

    links: tuple[Source, ...]
    names: tuple[str, ...]
    publisher: str | None
    about: frozenset[str]
    medium: bool = False  # the last is a newspaper, a letter, a video: whom that has it from is another question
    sorts: frozenset[str] = frozenset()  # what the last is: "police", "medical"

    @property
    def last(self) -> Source:
        return self.links[-1]

    @property
    def name(self) -> str:
        return self.names[-1]

    @property
    def own(self) -> bool:
        """Whether it ends with the outlet itself."""
        return (self.last.kind == "outlet" and self.last.span is None) or key(self.name) == self.publisher

    def told(self) -> set[str]:
        """Keys of everybody on the way but the outlet itself."""
        return {key(n) for n in self.names[1:]} - {self.publisher or ""}

    def media(self) -> set[str]:
        """Keys of agencies and other outlets on the way."""
        links = zip(self.links[1:], self.names[1:], strict=True)
        return {key(n) for s, n in links if s.kind in MEDIA} - {self.publisher or ""}


def key(name: str) -> str:
    """A name as it is compared: without article, marks and case."""
    return " ".join(_EDGE.sub("", name.strip()).casefold().split())


def chains(reading: Reading, vocabulary: Vocabulary) -> dict[str, Chain]:
    """The chain of every attribution of a reading, by its id."""
    entities, printed = {e.id: e for e in reading.entities}, reading.report.publisher
    beside, outlets = Beside(reading), media(reading.report.language)
    found = {}
    for id, way in records.chains(reading.attributions).items():
        links = tuple(a.source for a in way)
        names = tuple(_name(s, entities, printed, vocabulary) for s in links)
        said = " ".join((names[-1], links[-1].description, *beside.of(entities.get(links[-1].entity or ""))))
        medium = links[-1].kind in MEDIA or bool(vocabulary.media.intersection(words(names[-1])))
        medium = medium or tuple(key(names[-1]).split()) in outlets.known  # whatever a reading took it for
        sorts = frozenset(vocabulary.sorts[w] for w in words(said) if w in vocabulary.sorts)
        found[id] = Chain(links, names, key(printed) if printed else None, telling(said, vocabulary), medium, sorts)
    return found


def _name(source: Source, entities: dict[str, Entity], publisher: str | None, vocabulary: Vocabulary) -> str:
    """The fullest name of whoever it is; an unnamed source's description, unless that is a mere "he"."""
    if source.kind == "outlet" and source.span is None:
        return publisher or source.description
    entity = entities.get(source.entity or "")
    if entity is None or (source.kind not in NAMED and telling(source.description, vocabulary)):
        return source.description
    torn = entity.name.islower() and len(entity.name) < len(source.description)  # "guard" of "the coast guard"
    return source.description if torn else entity.name


class Beside:
    """What stands beside the names of a reading's entities: titles before, appositions after."""

    def __init__(self, reading: Reading) -> None:
        self.text = reading.report.text
        self.mentions: dict[str, Mention] = {m.id: m for m in reading.mentions}

    def of(self, entity: Entity | None) -> Iterator[str]:
        for mention in (self.mentions[m] for m in (entity.mentions if entity else ()) if m in self.mentions):
            if mention.form == "name":
                yield re.split(r"[.,;:!?\n]", self.text[max(0, mention.span.start - BEFORE) : mention.span.start])[-1]
                after = self.text[mention.span.end : mention.span.end + AFTER]
                yield re.split(r"[,.;:!?\n]", after[1:])[0] if after.startswith(",") else ""


def apart(a: Chain, b: Chain) -> tuple[Verdict, str]:
    """SAME source, CONFLICT where two chains certainly end with different informants, else UNKNOWN; with the reason.

    It fails closed: "a senior official" and "a source in the ministry" may be one, and so may a minister and his ministry.
    """
    shared = a.media() & b.media() | a.told() & {b.publisher or ""} | b.told() & {a.publisher or ""}
    if key(a.name) == key(b.name) and a.about and not a.own:
        return "SAME", f"both go back to {a.name}"
    if shared:
        return "SAME", f"both go back to {', '.join(sorted(shared))}"
    if a.own or b.own or "unknown" in (a.last.kind, b.last.kind):
        return "UNKNOWN", "one of them names nobody whose word it is"
    if not a.about or not b.about:
        return "UNKNOWN", f"“{a.name}” and “{b.name}” may be one"
    if a.medium or b.medium:
        return "UNKNOWN", f"where {a.name if a.medium else b.name} has it from is not said"
    common = alike(a.about, b.about) | a.about & initials(b.name) | b.about & initials(a.name)
    if common:
        return "UNKNOWN", f"“{a.name}” and “{b.name}” may be one: {', '.join(sorted(common))}"
    if not two(a, b):
        return "UNKNOWN", f"whether {a.name} speaks for {b.name}, or is one with them, is not said"
    return "CONFLICT", f"{a.name} and {b.name} are two sources"


def two(a: Chain, b: Chain) -> bool:
    """Whether informants with no word in common are certainly two: two people by name, two bodies by name, or such as
    differ in what they are ("a nurse", "the police"). "His manager" may be anybody, and a person speak for any body."""
    if a.sorts and b.sorts:
        return a.sorts.isdisjoint(b.sorts)
    named = proper(a) and proper(b)
    return named and a.last.kind == b.last.kind and a.last.kind in ("person", "body")


def proper(chain: Chain) -> bool:
    """Whether a name is given: "Ada Quill", "Front of the North", not "the Harrow delegate" nor "the leader of Harrow"."""
    words = chain.name.split()
    return words[-1:] != [] and words[-1][0].isupper() and all(w[0].isupper() or len(w) <= LINK for w in words)


def alike(a: frozenset[str], b: frozenset[str]) -> frozenset[str]:
    """Words of one that are words of the other, begin them, or sound the same: "Nigeria", "Nigerian"; "Mashnuq", "Machnouk"."""
    heard = {sound(v) for v in b if len(v) >= STEM}
    same = {w for w in a if len(w) >= STEM and sound(w) in heard}
    begun = {w for w in a for v in b if w == v or (min(len(w), len(v)) >= STEM and (w.startswith(v) or v.startswith(w)))}
    return frozenset(same | begun)


def initials(name: str) -> frozenset[str]:
    """ "Department of Homeland Security" is also "dhs"."""
    letters = "".join(w[0] for w in name.split() if w[0].isupper())
    return frozenset({letters.casefold()}) if len(letters) > 1 else frozenset()


def telling(name: str, vocabulary: Vocabulary) -> frozenset[str]:
    """Words of a source's name or description that tell it from others: neither "source" and "official" nor "who" and "he"."""
    return frozenset(w for w in words(name) if len(w) > 2 and w not in vocabulary.vague and w not in vocabulary.stops)
