"""Who did it, to whom, and with what: as entries of slots, with whoever claims, blames and denies kept apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from sayso.records import Reference

from .attested import Entry
from .cast import WHO, Cast, Party
from .deeds import HARM, Terms, terms
from .figured import Matter, bearing
from .occurrences import Occurrence
from .slots import Slots
from .words import stem, words


def parties(o: Occurrence, name: str, cast: Cast) -> Iterator[Matter]:
    """Of an event that somebody did to somebody: a killing, a raid, a theft."""
    did, befell = list[Entry](), list[Entry]()
    for s in o.main:
        known = known_to(s)
        if undone(s, known):
            continue
        if deed(s, known.deeds | known.named):
            did += (e for e in entries(s, doers(s, cast, known), known) if not possessed(e.shown, s))
            befell += struck(s, cast.parties(s, "target"), known)
        elif s.kind == DIED:
            befell += struck(s, cast.parties(s, "agent"), known)
    if len({(s.report, s.claim.said) for s in o.main}) < 2:
        return  # nobody else tells of it
    own = [e for e in did if not any(same_name(e, other) for other in befell)]
    for slot, found in (("perpetrator", own), ("target", befell)):
        if found:
            yield Matter(slot, name, found)


def struck(s: Slots, found: Sequence[Party], known: Terms) -> Iterator[Entry]:
    return (e for e in entries(s, found, known) if not possessed(e.shown, s))


def lone(s: Slots, met: Mapping[str, int], cast: Cast) -> Iterator[Entry]:
    """Who is said to have done what one claim alone tells of, if several reports speak of it: "poisoned by herders"."""
    known = known_to(s)
    armed = s.claim.lemma.casefold() in known.wielding and bool(weapons_in(s.text, known))
    done = (armed or (deed(s, known.deeds) and s.heads & HARM)) and s.claim.nature == "stated" and not undone(s, known)
    if done and (armed or met[s.kind] > 1):
        hit = any(r.name == "target" for r in s.claim.roles)
        yield from (e for e in entries(s, doers(s, cast, known), known, hit) if not possessed(e.shown, s))


def possessed(name: str, s: Slots) -> bool:
    """Whether it is told by whose they are alone: "its forces"."""
    first = (words(name) or [""])[0]
    return first in s.profile.vocabulary.stops and first not in ARTICLES


def same_name(a: Entry, b: Entry) -> bool:
    """Whether one is said to have done it to himself: then the two were mistaken for one another."""
    return a.shown.casefold() == b.shown.casefold()


# A country or a group that is named after a place may act; a thing may not.
ACTORS = WHO | {"place", "other"}
ARTICLES = frozenset({"the", "a", "an", "some", "several"})
DIED = "die"  # the kind of event that killing is of too


def deed(s: Slots, deeds: frozenset[str]) -> bool:
    """Whether its agent did it to somebody: by its lemma, or by its kind, as of "the raid by the guard on the mill"."""
    return s.claim.lemma.casefold() in deeds or (s.kind != DIED and s.kind in deeds)


def doers(s: Slots, cast: Cast, known: Terms) -> list[Party]:
    """Whoever did it; a body only where it is said to whom: a firm that "is shooting for" a launch did nobody harm."""
    agents, hit = cast.parties(s, "agent"), any(r.name == "target" for r in s.claim.roles)
    if not deed(s, known.deeds):
        agents = [p for p in agents if p.named]
    return [p for p in agents if hit or p.kind != "organization"]


def undone(s: Slots, known: Terms) -> bool:
    """Whether it was only threatened or planned: "threatened to burn the mill"."""
    before = words(s.profile.reading.report.text[s.claim.span.start : s.claim.head.start])
    return any(stem(w) in known.undone for w in before)


def known_to(s: Slots) -> Terms:
    return terms(s.profile.reading.report.language)


def entries(s: Slots, found: Sequence[Party], known: Terms, numbered: bool = False) -> Iterator[Entry]:
    """Persons and bodies that can be told from others; ``numbered``: "five armed men" too."""
    for p in found:
        if telling(p, s) and (numbered or not p.number) and not weapons_in(p.name, known) and not speaks(p, s):
            yield Entry(s, Reference(p.name), p.name, p.mention, bearing(s.claim))


def speaks(p: Party, s: Slots) -> bool:
    """Whether these words say whose word it is: "three were killed, the ministry said" has no ministry that kills."""
    source, held = s.chain.last.span, s.claim.commitment.polarity == "+"
    return held and source is not None and any(m.id == p.mention and source.covers(m.span) for m in s.profile.reading.mentions)


def telling(p: Party, s: Slots) -> bool:
    """Whether somebody can be told from others: by a name, or by more than what anybody may be called."""
    common = s.profile.vocabulary.vague | s.profile.vocabulary.kinds.keys()
    return (p.named and p.kind in ACTORS) or (p.who and bool(p.words - common))


def weapons(claims: Sequence[Slots], cast: Cast) -> Iterator[Entry]:
    """Words for weapons in claims of deeds and deaths, and what is said to have been used."""
    for s in claims:
        known = known_to(s)
        if deed(s, known.deeds | known.named | known.wielding) or s.kind == DIED:
            for found in (w for w in weapons_in(s.text, known) if w != " ".join(words(head(s)))):  # "it was a bomb"
                yield Entry(s, Reference(found), found, cast.mentioned(s, found), bearing(s.claim))


def head(s: Slots) -> str:
    return s.claim.head.of(s.profile.reading.report.text)


def weapons_in(text: str, known: Terms) -> list[str]:
    """The longest words for each, in the singular: "car bomb", not "bomb"."""
    said, found, at = words(text), list[str](), 0
    while at < len(said):
        named = (next((w for w in singulars(said[at : at + n]) if w in known.weapons), "") for n in range(known.longest, 0, -1))
        longest = next((w for w in named if w), "")
        found += [longest] if longest else []
        at += len(longest.split()) or 1
    return list(dict.fromkeys(found))


def singulars(said: Sequence[str]) -> tuple[str, str]:
    name = " ".join(said)
    return name, name.removesuffix("s")


def suspects(claims: Sequence[Slots], cast: Cast) -> Iterator[Entry]:
    """Who is said to be the suspect or the gunman: for the slot "perpetrator"."""
    for s in claims:
        known = known_to(s)
        if any(r.name == "attribute" for r in s.claim.roles) or s.claim.lemma.casefold() in known.culprits:
            yield from entries(s, suspected(s, cast, known), known)


def suspected(s: Slots, cast: Cast, known: Terms) -> list[Party]:
    """Whom a claim names as the one who did it: "the gunman was identified as Doren", "Doren is the main suspect"."""
    subjects, called = cast.parties(s, "agent", "target"), cast.parties(s, "attribute")
    lemma = s.claim.lemma.casefold() in known.culprits
    as_attribute = [p for p in subjects if p.named and (lemma or any(culprit(q, known) for q in called))]
    return as_attribute or [q for q in called if q.named and any(culprit(p, known) for p in subjects)]


def culprit(p: Party, known: Terms) -> bool:
    """Whether a description is of one who did it: its head, before what is said of him."""
    head = words(re.split(r"\b(?:in|of|for|who|behind|to)\b|,", p.name)[0])[-1:]
    return not p.named and bool(head) and head[0] in known.culprits
