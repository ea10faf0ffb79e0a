"""Whose word it is in the end, and whether two words are two people's."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from sayso import records
from sayso.records import Entity, Mention, Reading, Source, Span, Verdict

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
ORGANIZED = frozenset({"organization", "group"})
# What follows a name and a comma and is no apposition: "Ada Quill, whose brother", "Ada Quill, told the Courier".
OTHERS = re.compile(r"\s*(?:whose|whom|told|said|says?|spoke|speaking|saying|adding|and|but|while|when|after|before|in|on|at)\b")
NAMING = frozenset({"presupposed", "inserted"})  # natures of claims that only say who somebody is


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
    sorts: frozenset[str] = frozenset()  # what the last is, or what the body is for which he speaks: "police", "medical"
    bodies: frozenset[str] = frozenset()  # names of bodies beside his own, as words: "the spokesman for BSZ"

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
        whose = entities.get(links[-1].entity or "")
        said = " ".join((names[-1], links[-1].description, *beside.of(whose), *beside.described[links[-1].entity or ""]))
        bodies = beside.bodies(links[-1], whose)
        medium = links[-1].kind in MEDIA or bool(vocabulary.media.intersection(words(names[-1])))
        medium = medium or tuple(key(names[-1]).split()) in outlets.known  # whatever a reading took it for
        sorts = sorted_by(said, vocabulary) or sorted_by(" ".join(t for b in bodies for t in beside.of(b)), vocabulary)
        spoken_for = telling(" ".join(b.name for b in bodies), vocabulary)
        about = telling(said, vocabulary) | spoken_for
        found[id] = Chain(links, names, key(printed) if printed else None, about, medium, sorts, spoken_for)
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


def sorted_by(text: str, vocabulary: Vocabulary) -> frozenset[str]:
    """What an informant is by the first word that says so, of those that say least at once: "police official" is police."""
    bare = (w.removesuffix("'s").removesuffix("’s") for w in words(text))
    told = [vocabulary.sorts[w] for w in bare if w in vocabulary.sorts]
    least = min(map(len, told), default=0)
    return frozenset(s for several in told if len(several) == least for s in several)


class Beside:
    """What stands beside the names of a reading's entities: titles before, appositions after."""

    def __init__(self, reading: Reading) -> None:
        self.text = reading.report.text
        self.mentions: dict[str, Mention] = {m.id: m for m in reading.mentions}
        self.entity = {m: e for e in reading.entities for m in e.mentions}
        self.organized = sorted((m for m in reading.mentions if m.form == "name" and m.kind in ORGANIZED), key=lambda m: m.span)
        self.starts = [m.span.start for m in self.organized]
        self.described = defaultdict[str, list[str]](list)  # by entity, where it is a source
        for source in (a.source for a in reading.attributions if a.source.entity and a.source.kind in NAMED):
            self.described[source.entity or ""].append(source.description)
        self.called = defaultdict[str, list[Span]](list)
        for claim in reading.claims:
            roles = {r.name: r.mention for r in claim.roles}
            named = self.entity.get(roles.get("agent", ""))
            if claim.nature in NAMING and named and roles.get("attribute", "") in self.mentions:
                self.called[named.id].append(self.mentions[roles["attribute"]].span)

    def of(self, entity: Entity | None) -> Iterator[str]:
        return (span.of(self.text) for span in self.spans(entity))

    def spans(self, entity: Entity | None) -> Iterator[Span]:
        """Before and after each name of it, as far as no mark ends it; not what is said of somebody of his: "whose brother"."""
        for mention in (self.mentions[m] for m in (entity.mentions if entity else ()) if m in self.mentions):
            if mention.form == "name":
                (start, end), text = mention.span, self.text
                before = re.split(r"[.,;:!?\n]", text[max(0, start - BEFORE) : start])[-1]
                yield Span(start - len(before), start)
                after = re.split(r"[,.;:!?\n]", text[end + 1 : end + AFTER])[0] if text.startswith(",", end) else ""
                if after and not OTHERS.match(after):
                    yield Span(end + 1, end + 1 + len(after))
        yield from self.called[entity.id] if entity else ()

    def bodies(self, source: Source, entity: Entity | None) -> list[Entity]:
        """Organizations and groups named in the source's description or beside his name, that are not the source."""
        around = [*([source.span] if source.span else ()), *self.spans(entity)]
        named = (m for span in around for m in self._within(span))
        found = {e.id: e for m in named if (e := self.entity.get(m.id)) and e is not entity}
        return list(found.values())

    def _within(self, span: Span) -> Iterator[Mention]:
        for m in self.organized[bisect_left(self.starts, span.start) :]:
            if m.span.start >= span.end:
                return
            if span.covers(m.span):
                yield m


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
    """Whether informants with no word in common are certainly two: such as differ in what they are ("a nurse", "the police"), two
    people by name, two bodies by name, or who speak for two. "His manager" may be anybody, and a person speak for any body."""
    if a.sorts and b.sorts:
        return not any(one_sort(x, y) for x in a.sorts for y in b.sorts)
    if proper(a) and proper(b) and a.last.kind == b.last.kind and a.last.kind in ("person", "body"):
        return True
    return placed(a) and placed(b)


def one_sort(a: str, b: str) -> bool:
    """Whether one may be both: anybody ("people") may be a trader ("people/trade")."""
    return a == b or a.startswith(b + "/") or b.startswith(a + "/")


def placed(chain: Chain) -> bool:
    """Whether the body is known by name that it is, or for which he speaks."""
    return bool(chain.bodies) or (proper(chain) and chain.last.kind == "body")


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
