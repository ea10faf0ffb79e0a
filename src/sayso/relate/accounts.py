"""The range of accounts: what is claimed for each slot of a story, by whom first, and who stands behind each value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sayso.records import Account, ClaimRef, Reference, Relation, Story, Value

from .attested import Entry, account, identity
from .blame import responsibility
from .cast import Cast
from .circumstances import circumstances, circumstances_of_story
from .figured import Matter, counted, shared
from .identities import identities
from .naming import one_name
from .occurrences import Occurrence, occurrences
from .parties import parties, possessed, suspects, weapons
from .sayings import with_sayings
from .slots import Slots
from .sums import measured
from .support import Backing, ref

# In the order in which a desk asks.
ORDER = (
    "dead", "injured", "missing", "held", "abducted", "freed", "displaced", "ill", "date", "place", "perpetrator", "target",
    "weapon", "identity", "count", "money", "measure", "event",
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
    cast, every = Cast(), with_sayings(claims)
    yield from (m for m in counted(every, cast) if m.slot != "count" or m.of in CROWDS or shared(m.entries))
    yield from (m for m in measured(every, cast) if shared(m.entries))
    number = {ref(s): i for i, s in enumerate(claims)}
    together = [(number[a], number[b]) for a, b in links if a in number and b in number]
    found = occurrences(claims, cast, together)[:MOST]
    told = [m for o in found for name in (called(o, cast),) for m in (*circumstances(o, name, cast), *parties(o, name, cast))]
    told = once(told)
    settings = list(circumstances_of_story(claims, told, cast))
    yield from with_owners(told, [*responsibility(every, cast), *suspects(claims, cast)])
    yield from settings
    yield from identities(claims, cast)
    if armed := list(weapons(claims, cast)):
        yield Matter("weapon", "", armed)


def with_owners(told: Sequence[Matter], owned: Sequence[Entry]) -> Iterator[Matter]:
    """Whoever owns, denies or is blamed for what the story tells of, beside those who are said to have done it to somebody."""
    done = [m for m in told if m.slot == "perpetrator"]
    known = {(ref(e.claim), e.shown.casefold()) for m in done for e in m.entries}
    new = {(ref(e.claim), e.shown.casefold(), e.bearing): e for e in owned if (ref(e.claim), e.shown.casefold()) not in known}
    if done:
        done[0].entries += new.values()
    elif new:
        yield Matter("perpetrator", "", list(new.values()))
    yield from told


def once(told: Iterable[Matter]) -> list[Matter]:
    """Events of one day and place are as one there: what the next adds nothing to, it only bears out."""
    kept: list[Matter] = []
    for m in told:
        values = {identity(e.value) for e in m.entries}
        alike = (k for k in kept if k.slot == m.slot in ("date", "place"))
        one = next((k for k in alike if values <= {identity(e.value) for e in k.entries}), None)
        if one:
            one.entries += [e for e in m.entries if all(e.claim is not o.claim for o in one.entries)]
        else:
            kept.append(m)
    return kept


CROWDS = ("the crowd", "those aboard")  # asked for, though one alone tells of them
SHORT, FEW = 4, 4  # words of a name; claims of an event


def called(o: Occurrence, cast: Cast) -> str:
    """An event in a few words: "kidnap Ada Foss", "approve the ban"."""
    by_word = [s for s in o.main if s.claim.lemma.casefold() == o.lemma]
    named = {t.name for t in o.targets}
    names = Counter(n for s in by_word for n in hit(s, cast))
    if named.isdisjoint(names):
        names += Counter(n for s in o.main for n in hit(s, cast) if n in named)
    best = max(names, key=lambda n: (n in named, names[n], -len(n), n), default="")
    best = best if names[best] > 1 or len(o.claims) <= FEW else ""  # what one of many says it befell is not what it is called
    return f"{o.lemma} {best}".strip()


def hit(s: Slots, cast: Cast) -> list[str]:
    """Short names of whom or what it befell."""
    found = (" ".join(p.name.split()) for p in cast.parties(s, "target") if not p.number)
    return [n for n in found if len(n.split()) <= SHORT and not possessed(n, s)]


def same(matter: Matter) -> Callable[[Value], Hashable]:
    """What tells two values of a matter apart; names of one person or group are one."""
    names = one_name([e.value for e in matter.entries])
    return names if matter.slot in NAMES else lambda v: names(v) if isinstance(v, Reference) else identity(v)


__all__ = ["Entry", "accounts", "matters"]
