"""Persons named in two spellings: "commander Mohammed al-Rashid", "Muhammad Rasheed, the commander".

Likeness alone makes nobody one: the letters must agree but for an article, or a role that both are given must say so, and nothing
may speak against it, as two names in one sentence do.
"""

from __future__ import annotations

from collections import defaultdict

from .clusters import Cluster, Clusters
from .lexicon import Lexicon
from .phrases import Phrase
from .spelling import PARTICLES, skeleton, tokens

_NEAR = 40  # names compared with one name at most
_CONSONANTS = 5  # of a whole name; with fewer, names are alike by chance
_LETTERS = 3  # by which two spellings of one part may differ in length


def join_spellings(clusters: Clusters, lexicon: Lexicon) -> None:
    """Joins persons whose full names are one but for the spelling, if their roles are one."""
    alike: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, p in enumerate(clusters.phrases):
        if p.is_name and p.mention.kind == "person" and (key := _key(p)):
            alike[key].append(i)
    for found in alike.values():
        first = _one_each(clusters, found)
        for n, a in enumerate(first):
            for b in first[n + 1 :]:
                if not clusters.same(a, b) and _one(clusters, lexicon, a, b):
                    clusters.join(a, b)


def _parts(p: Phrase) -> tuple[str, ...]:
    return tuple(t for t in tokens(p.text) if t not in PARTICLES)


def _key(p: Phrase) -> tuple[str, ...]:
    """How the parts of a full name sound; () for short ones."""
    sounds = tuple(skeleton((part,)) for part in _parts(p))
    return sounds if len(sounds) > 1 and len("".join(sounds).replace("a", "")) >= _CONSONANTS else ()


def _one_each(clusters: Clusters, found: list[int]) -> list[int]:
    """One mention of each person so far."""
    return list({clusters.of[i]: i for i in reversed(found)}.values())[:_NEAR]


def _one(clusters: Clusters, lexicon: Lexicon, a: int, b: int) -> bool:
    one, other = clusters[a], clusters[b]
    left, right = _parts(clusters.phrases[a]), _parts(clusters.phrases[b])
    if _together(clusters, one, other) or not one.admits_gender(other.gender) or _of_two_genders(lexicon, left[0], right[0]):
        return False
    if left == right:
        return True
    near = all(abs(len(x) - len(y)) <= _LETTERS for x, y in zip(left, right, strict=True))
    return near and bool(one.roles & other.roles - lexicon.uses["weak"])


def _together(clusters: Clusters, one: Cluster, other: Cluster) -> bool:
    """Whether a sentence names both."""
    sentences, others = ({clusters.phrases[i].sentence for i in c.members if clusters.phrases[i].is_name} for c in (one, other))
    return not sentences.isdisjoint(others)


def _of_two_genders(lexicon: Lexicon, one: str, other: str) -> bool:
    """Francis is not Frances."""
    genders = {lexicon.given.get(one, "-"), lexicon.given.get(other, "-")}
    return genders == {"m", "f"}
