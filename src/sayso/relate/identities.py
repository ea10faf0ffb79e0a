"""Who or what somebody or something is said to be: "the woman was named as Ada Foss", "the man is a customs officer"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

from sayso.records import Reference

from .attested import Entry
from .cast import WHO, Cast, Party
from .figured import Matter, bearing
from .naming import one_name
from .slots import Slots

SUBJECTS = WHO | {"object", "place", "facility"}


def identities(claims: Sequence[Slots], cast: Cast) -> Iterator[Matter]:
    """Of those of whom two reports say what they are; whoever goes by two names is two."""
    told = [(subject, e) for s in claims for subject in subjects(s, cast) for e in attributes(s, subject, cast)]
    one = one_name([Reference(p.name) for p, _ in told])
    of: defaultdict[Hashable, list[tuple[Party, Entry]]] = defaultdict(list)
    for subject, e in told:
        of[one(Reference(subject.name))].append((subject, e))
    for several in of.values():
        if len({e.claim.report for _, e in several}) > 1:
            name = max((p.name for p, _ in several), key=lambda n: (-len(n.split()), n))
            yield Matter("identity", name, [e for _, e in several])


def subjects(s: Slots, cast: Cast) -> list[Party]:
    found = cast.parties(s, "target") or cast.parties(s, "agent")
    return [p for p in found if p.kind in SUBJECTS and not p.number]


def attributes(s: Slots, subject: Party, cast: Cast) -> Iterator[Entry]:
    for p in cast.parties(s, "attribute"):
        if p.words and not p.number and p.words != subject.words:
            yield Entry(s, Reference(p.name), p.name, p.mention, bearing(s.claim))
