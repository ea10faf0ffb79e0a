"""Who and what takes part in a claim, by all that its report calls them, compared with another report's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.records import Mention, MentionKind

from .words import Vocabulary, words

HUMAN: frozenset[MentionKind] = frozenset({"person", "group", "organization"})
ANYBODY = "person"  # in event_kinds.tsv
BROAD = "anybody"  # in kindred_nouns.tsv
LIKELY = 0.4  # from here two participants may well be one
LEAST = 2  # letters of an acronym, or of a word that tells anything, must be more
TOLD, LONGEST = 12, 80  # mentions of an entity, and characters of a description up to its main word, that are looked at


@dataclass(frozen=True)
class Participant:
    """``names`` are keys of its proper names ("ilka doren"), ``nouns`` the main words of its descriptions ("teacher", "witness");
    ``words`` all that tell of it in either, ``of`` names after a main word: {"Ada", "Quill"} of "the sister of Ada Quill"."""

    names: frozenset[str]
    nouns: frozenset[str]
    words: frozenset[str]
    human: bool
    of: frozenset[str] = frozenset()
    kindred: frozenset[str] = frozenset()  # what else its nouns may be called (kindred_nouns.tsv)


def participant(mentions: Iterable[Mention], text: str, names: Iterable[str], vocabulary: Vocabulary) -> Participant | None:
    """Of one entity's mentions; None where nothing but a pronoun stands for it."""
    told = [m for m in mentions if m.form in ("name", "nominal")][:TOLD]
    described = [m for m in told if m.form == "nominal"]
    stops = vocabulary.stops
    heads = (vocabulary.singular(m.head.of(text).casefold()) for m in described)
    nouns = {thing(n, vocabulary) for n in heads if n not in stops and n.isalpha()}
    named = frozenset(names) if len(described) < len(told) else frozenset()
    if not named and not nouns:
        return None
    phrases = (*named, *(text[max(m.span.start, m.head.end - LONGEST) : m.head.end] for m in described))
    said = {w for phrase in phrases for w in words(phrase) if len(w) > LEAST and w not in stops and w.isalpha()}
    of = {w for m in described for w in text[m.head.end : min(m.span.end, m.head.end + LONGEST)].split() if w[0].isupper()}
    kindred = frozenset(k for n in nouns for k in vocabulary.kindred.get(n, ()))
    return Participant(named, frozenset(nouns), frozenset(said), any(m.kind in HUMAN for m in told), frozenset(of), kindred)


def thing(noun: str, vocabulary: Vocabulary) -> str:
    """Of words for one thing ("gunmen", "fighters") the same; of words for anybody ("man", "woman") each its own."""
    kind = vocabulary.kinds.get(noun, noun)
    return noun if kind == ANYBODY else kind


def one(a: Participant, b: Participant) -> float:
    """How likely the two are one, from 1 (a name in common) to -1 (two names, or a person and a thing)."""
    if a.names & b.names:
        return 1.0
    if a.names and b.names:
        return 0.5 if any(shorter(x, y) for x in a.names for y in b.names) or acronym(a, b) else -1.0
    if a.nouns & b.nouns:
        return -0.5 if a.of and b.of and a.of.isdisjoint(b.of) else 0.6
    if a.words & b.words:
        return 0.4
    if akin(a, b):
        return LIKELY
    unlike = a.human != b.human or (a.kindred and b.kindred and a.kindred.isdisjoint(b.kindred))
    return -0.4 if unlike else -0.2


def akin(a: Participant, b: Participant) -> bool:
    """Whether two may be one by what they are called: "the ferry", "the boat"; "two men", "two brothers"."""
    if a.names and b.names:
        return False
    kindred = a.kindred & b.kindred - {BROAD}
    return bool(kindred) or (a.human and b.human and BROAD in a.kindred | b.kindred and not (a.names or b.names))


def shorter(name: str, other: str) -> bool:
    """Whether one name is the other with words left out: "Doren", "Ilka Doren"."""
    left, right = set(words(name)), set(words(other))
    return left <= right or right <= left


def acronym(a: Participant, b: Participant) -> bool:
    """ "Orsa Water Board", "OWB"."""
    return bool(a.names & initials(b) or b.names & initials(a))


def initials(p: Participant) -> frozenset[str]:
    letters = ("".join(w[0] for w in words(n)) for n in p.names)
    return frozenset(x for x in letters if len(x) > LEAST)
