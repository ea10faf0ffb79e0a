"""Source profiles: how often each outlet of a corpus is first, copies, is contradicted, leans on sources that it does not name.

They are counts over what was related, and no verdict. Reports that name no publisher are no outlet's.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.records import Claim, ClaimRef, Outlet, Reading, Relation, Relations, Story, Transfer, Weight

from .profile import day_of
from .sources import key
from .weights import Question, questions, weights

UNNAMED = frozenset({"unnamed", "crowd"})
DERIVED = frozenset({"copy", "partial", "rewrite", "cites"})
Counts = defaultdict[str, Counter[str]]


class Profiles:
    """The outlets of a corpus, added to story by story; of the reports nothing is kept."""

    def __init__(self) -> None:
        self._counts: Counts = defaultdict(Counter)
        self._names: Counts = defaultdict(Counter)
        self._asked: list[Question] = []

    def add(self, readings: Iterable[Reading], relations: Relations) -> None:
        """One or more whole stories: their readings and what was found between them."""
        known = {r.report.id: r for r in readings if r.report.publisher}
        whose = {id: key(r.report.publisher or "") for id, r in known.items()}
        for id, outlet in whose.items():
            self._counts[outlet].update(of_report(known[id]))
            self._names[outlet][" ".join((known[id].report.publisher or "").split())] += 1
        for outlet, what in told(known, whose, relations):
            self._counts[outlet][what] += 1
        self._asked += questions(relations.accounts, whose)

    def outlets(self, weighed: bool = False) -> tuple[Outlet, ...]:
        """Those with most reports first; ``weighed`` adds what their values weigh."""
        found = weights(self._asked) if weighed else {}
        made = [profile(commonest(self._names[o]), c, found.get(o)) for o, c in self._counts.items()]
        return tuple(sorted(made, key=lambda o: (-o.reports, o.name)))


def commonest(forms: Counter[str]) -> str:
    return min(forms, key=lambda name: (-forms[name], name))


def outlets(readings: Iterable[Reading], relations: Relations, weighed: bool = False) -> tuple[Outlet, ...]:
    """A profile of each publisher of these reports."""
    made = Profiles()
    made.add(readings, relations)
    return made.outlets(weighed)


def profile(name: str, c: Counter[str], weight: Weight | None) -> Outlet:
    return Outlet(
        name, c["reports"], c["stories"], c["first"], c["comparable"], c["copies"], c["copied"], c["contradicts"],
        c["contradicted"], c["at_odds"], c["attributed"], c["unnamed"], c["on_unnamed"], c["committed"], c["corrected"], weight,
    )  # fmt: skip


def of_report(reading: Reading) -> Counter[str]:
    """What one report tells of how its outlet deals with sources."""
    cued = [a for a in reading.attributions if a.cue or a.source.span]
    unnamed = {a.id for a in cued if a.source.kind in UNNAMED}
    on = [c for c in reading.claims if c.said in unnamed and c.factual]
    found = {"reports": 1, "attributed": len(cued), "unnamed": len(unnamed), "on_unnamed": len(on)}
    return Counter(found | {"committed": sum(map(committed, on))})


def committed(claim: Claim) -> bool:
    """Whether the outlet holds a source's claim to be so, or not so, itself."""
    outlet = claim.along[-1].commitment if claim.along else None
    return outlet is not None and outlet.polarity != "?" and outlet.certainty != "unstated"


Event = tuple[str, str]  # an outlet, and what is counted of it


def told(known: Mapping[str, Reading], whose: Mapping[str, str], relations: Relations) -> Iterator[Event]:
    days = {id: day_of(known[id]) for id in whose}
    for story in relations.stories:
        yield from of_story(story, whose, days)
    yield from of_transfers(relations.transfers, whose)
    seen = set[tuple[str, ClaimRef]]()
    for relation in relations.relations:
        for outlet, what, ref in of_relation(relation, whose, days):
            if (what, ref) not in seen:
                seen.add((what, ref))
                yield outlet, what


def of_story(story: Story, whose: Mapping[str, str], days: Mapping[str, str | None]) -> Iterator[Event]:
    here = [r for r in story.reports if r in whose]
    tellers = dict.fromkeys(whose[r] for r in here)
    yield from ((outlet, "stories") for outlet in tellers)
    dated = [(day, whose[r]) for r in here if (day := days[r])]
    if len(tellers) > 1 and len(dated) == len(here):
        yield from ((outlet, "comparable") for outlet in tellers)
        earliest = min(day for day, _ in dated)
        first = {outlet for day, outlet in dated if day == earliest}
        yield from ((outlet, "first") for outlet in first if len(first) == 1)


def of_transfers(transfers: Sequence[Transfer], whose: Mapping[str, str]) -> Iterator[Event]:
    """A report that has it from several is one that copies; one that several have it from is copied by each."""
    copies = set[str]()
    for t in transfers:
        left, right = whose.get(t.left), whose.get(t.right)
        if t.kind not in DERIVED or t.direction == "unknown" or not left or not right or left == right:
            continue
        giver, taker, report = (left, right, t.right) if t.direction == "left" else (right, left, t.left)
        yield giver, "copied"
        if report not in copies:
            copies.add(report)
            yield taker, "copies"


def of_relation(
    relation: Relation, whose: Mapping[str, str], days: Mapping[str, str | None]
) -> Iterator[tuple[str, str, ClaimRef]]:
    """Contradictions between outlets, and what an outlet says of its own earlier report."""
    left, right = whose.get(relation.left.report), whose.get(relation.right.report)
    if not left or not right or relation.kind not in ("CONTRADICTS", "UPDATES") or relation.left.report == relation.right.report:
        return
    before, after = days[relation.left.report], days[relation.right.report]
    later = bool(before and after and before < after)
    if left == right and later:
        yield left, "corrected", relation.left
    elif left != right and relation.kind == "CONTRADICTS":
        yield left, "contradicted" if later else "at_odds", relation.left
        yield right, "contradicts" if later else "at_odds", relation.right
