"""The range of accounts: what is claimed for each slot of a story, by whom first, and who stands behind each value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sayso.records import Account, ClaimRef, Reference, Relation, Story, Value

from .attested import Entry, account, identity
from .cast import Cast
from .circumstances import circumstances
from .figured import Matter, figured
from .identities import identities
from .naming import one_name
from .occurrences import Occurrence, occurrences
from .parties import parties, responsibility, weapons
from .slots import Slots
from .support import Backing, ref

# In the order in which a desk asks.
ORDER = (
    "dead", "injured", "missing", "held", "abducted", "freed", "displaced", "date", "place", "perpetrator", "target", "weapon",
    "identity", "count", "money", "measure", "event",
)  # fmt: skip
MOST = 60  # events of a story, of those that most reports tell of
NAMES = ("perpetrator", "target", "weapon", "identity")


Link = tuple[ClaimRef, ClaimRef]


def accounts(story: Story, claims: Sequence[Slots], backing: Backing, links: Iterable[Link] = ()) -> tuple[Account, ...]:
    """Of one story, in the order of the slots; within a slot what most reports tell of comes first.

    ``links`` are pairs of claims that are known to be of one matter.
    """
    made = [answer(story.id, m, backing) for m in matters(claims, links)]
    return tuple(sorted(made, key=lambda a: (ORDER.index(a.slot), -len({t.claim.report for v in a.values for t in v.tellings}))))


def answer(story: str, m: Matter, backing: Backing) -> Account:
    """Somebody may be several things at once: of what he is said to be nothing is best."""
    made = account(story, m.slot, m.of, m.entries, backing, same(m))
    together = m.slot == "identity" and len(made.values) > 1
    return replace(made, best=None, why="these may hold together") if together else made


def linked(claims: Sequence[Slots], events: Iterable[Sequence[int]], relations: Iterable[Relation]) -> Iterator[Link]:
    """Claims of one event, by their places in the list, and claims that are related."""
    refs = [ref(s) for s in claims]
    yield from ((refs[i], refs[j]) for group in events for i, j in pairwise(group))
    yield from ((r.left, r.right) for r in relations)


def matters(claims: Sequence[Slots], links: Iterable[Link] = ()) -> Iterator[Matter]:
    """Questions that a story's claims answer, with all the answers."""
    yield from figured(claims)
    cast = Cast()
    number = {ref(s): i for i, s in enumerate(claims)}
    together = [(number[a], number[b]) for a, b in links if a in number and b in number]
    found = occurrences(claims, cast, together)[:MOST]
    owned = list(responsibility(claims, cast))
    for o in found:
        name = called(o, cast)
        yield from circumstances(o, name, cast)
        for m in parties(o, name, cast):
            if m.slot == "perpetrator" and owned:
                m.entries += owned
                owned = []
            yield m
    yield from identities(claims, cast)
    if armed := list(weapons(found, cast)):
        yield Matter("weapon", "", armed)
    if owned:
        yield Matter("perpetrator", "", owned)


SHORT = 4  # words


def called(o: Occurrence, cast: Cast) -> str:
    """An event in a few words: "kidnap Ada Foss", "approve the ban"."""
    names = Counter(" ".join(p.name.split()) for s in o.claims for p in cast.parties(s, "target") if not p.number)
    named = {t.name for t in o.targets}
    short = [n for n in names if len(n.split()) <= SHORT]
    best = max(short, key=lambda n: (n in named, names[n], -len(n), n), default="")
    return f"{o.lemma} {best}".strip()


def same(matter: Matter) -> Callable[[Value], Hashable]:
    """What tells two values of a matter apart; names of one person or group are one."""
    names = one_name([e.value for e in matter.entries])
    return names if matter.slot in NAMES else lambda v: names(v) if isinstance(v, Reference) else identity(v)


__all__ = ["Entry", "accounts", "matters"]
