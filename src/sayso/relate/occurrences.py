"""Events of which several reports of a story tell: claims of one kind that have participants or most of their words in common."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sayso.records import Interval

from .algebra import compare_intervals, compare_places
from .cast import Cast, Party, same_party
from .decide import one_matter
from .grouping import Groups
from .slots import Slots
from .stories import days_between
from .words import cosine

TRIED = 6  # claims of an event with which a new one is compared
MOST = 60  # events of one kind; a claim of a kind that has more joins none
APART = 60  # days: what is told of two times further apart is two events


@dataclass
class Occurrence:
    """Claims of one event; ``targets`` are the names of whoever and whatever it befell."""

    claims: list[Slots]
    targets: list[Party] = field(default_factory=list)

    @property
    def reports(self) -> int:
        return len({s.report for s in self.claims})

    @property
    def lemma(self) -> str:
        """What most of its claims call it."""
        lemmas = [s.claim.lemma.casefold() for s in self.claims]
        return max(dict.fromkeys(lemmas), key=lemmas.count)

    @property
    def main(self) -> list[Slots]:
        """Those that call it by that word, or by one for the same kind of event: not the arrests that another claim tells of."""
        first = next(s for s in self.claims if s.claim.lemma.casefold() == self.lemma)
        return [s for s in self.claims if s.kind == first.kind or not s.heads.isdisjoint(first.heads)]

    @property
    def usual(self) -> set[str]:
        """The kinds of event by which it is told more than once, or all where none is."""
        kinds = Counter(s.kind for s in self.claims)
        return {k for k, n in kinds.items() if n > 1} or set(kinds)

    def add(self, s: Slots, targets: Sequence[Party]) -> None:
        self.claims.append(s)
        self.targets += [t for t in targets if all(t.words != known.words for known in self.targets)]


def occurrences(claims: Sequence[Slots], cast: Cast, linked: Iterable[tuple[int, int]] = ()) -> list[Occurrence]:
    """Those that two reports tell of, or of one report two sources; what most reports tell of comes first.

    ``linked`` are pairs of numbers of claims that are known to be of one matter, in whatever words.
    """
    kinds: defaultdict[str, list[Occurrence]] = defaultdict(list)
    printed: dict[tuple[str, str], Occurrence] = {}  # claims in the same words tell of the same
    for s in claims:
        words = s.kind, s.text
        if event(s) and words in printed:
            printed[words].add(s, ())
        elif event(s) and (one := _place(s, kinds[s.kind], cast)):
            printed[words] = one
    found = joined([o for several in kinds.values() for o in several], claims, linked)
    return sorted((o for o in found if shared(o)), key=lambda o: -o.reports)


def joined(found: Sequence[Occurrence], claims: Sequence[Slots], linked: Iterable[tuple[int, int]]) -> list[Occurrence]:
    """Events of two kinds are one where claims of theirs are of one matter."""
    holds = {id(s): i for i, o in enumerate(found) for s in o.claims}
    groups = Groups(len(found))
    for i, j in linked:
        a, b = holds.get(id(claims[i])), holds.get(id(claims[j]))
        if a is not None and b is not None and response(claims[i]) == response(claims[j]):
            groups.join(a, b)
    return [merged([found[i] for i in group]) for group in groups.members()]


# What comes of an event (event_heads.tsv): no part of it, even where one claim tells of both.
RESPONSES = frozenset(
    {"arrest", "hold", "release", "charge", "try", "convict", "acquit", "sentence", "question", "search", "investigate", "rescue",
     "bury", "mourn", "extradite", "find", "identify", "evacuate", "treat"}
)  # fmt: skip


def response(s: Slots) -> bool:
    return bool(s.heads) and s.heads <= RESPONSES


def merged(several: Sequence[Occurrence]) -> Occurrence:
    if len(several) == 1:
        return several[0]
    claims = sorted((s for o in several for s in o.claims), key=lambda s: (s.report, s.claim.span))
    return Occurrence(claims, [t for o in several for t in o.targets])


def event(s: Slots) -> bool:
    """Whether it tells of something that somebody or something did or underwent; "is" and "has" are no events."""
    return bool(s.names) and s.kind not in s.profile.vocabulary.stops and s.claim.nature != "inserted"


def shared(o: Occurrence) -> bool:
    return len({(s.report, s.claim.said) for s in o.claims}) > 1


def _place(s: Slots, known: list[Occurrence], cast: Cast) -> Occurrence | None:
    """Into the first event of which it tells, or a new one."""
    targets = [p for p in cast.parties(s, "target") if p.named]
    found = next((o for o in known if of_one(s, targets, o)), None)
    if found is None and len(known) < MOST:
        known.append(found := Occurrence([]))
    if found:
        found.add(s, targets)
    return found


def of_one(s: Slots, targets: Sequence[Party], o: Occurrence) -> bool:
    """Whether a claim tells of this event: by whom it befell where both name somebody, else by its words and participants."""
    if targets and o.targets and not any(same_party(t, known) for t in targets for known in o.targets[:TRIED]):
        return False
    tried = o.claims[:TRIED]
    if any(elsewhere(s, other) for other in tried):
        return False
    return bool(targets and o.targets) or any(one_matter(s, other, cosine(s.words, other.words)) for other in tried)


def elsewhere(a: Slots, b: Slots) -> bool:
    """Whether two claims name places and times that both exclude one another, or times months apart: somebody was held twice."""
    times = [(x, y) for x in a.times for y in b.times if compare_intervals(x, y) == "CONFLICT"]
    if not times or len(times) < len(a.times) * len(b.times):
        return False
    places = [compare_places(x, y) for x in a.places for y in b.places]
    return (bool(places) and set(places) == {"CONFLICT"}) or all(months(x, y) for x, y in times)


def months(x: Interval, y: Interval) -> bool:
    """Whether there are certainly months between two times."""
    first, second = sorted((x, y), key=lambda i: i.earliest_start or "")
    gap = days_between(first.latest_end or "", second.earliest_start or "")
    return gap is not None and gap > APART
