"""Relations of the system against what follows from the gold of stories, and against verdicts on what the gold does not ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from quality.judged import Judged, Place, overlap
from quality.matters import GoldStory, Matter, Statement, kinds, pairs
from sayso.records import Claim, Relation

Item = tuple[str, str, frozenset[str], str]
"""Story, matter, reports, kind."""

@dataclass
class Judgement:
    """One relation of the system with its verdict; ``items`` are those of the gold that it finds, ``why`` what follows if not."""

    relation: Relation
    left: Place
    right: Place
    good: bool | None
    items: set[Item] = field(default_factory=set)
    why: str = ""


def follows(story: GoldStory) -> dict[Item, tuple[Statement, Statement]]:
    """What follows from the gold: for each pair of reports, matter and kind once, with statements to show it by."""
    out: dict[Item, tuple[Statement, Statement]] = {}
    for m in story.matters:
        for a, b in pairs(m):
            for kind in _asked(kinds(a, b, m, story), a.report == b.report):
                out.setdefault((story.story, m.id, frozenset({a.report, b.report}), kind), (a, b))
    return out


def _asked(acceptable: frozenset[str], within: bool) -> Iterator[str]:
    """The one kind that is asked for; within a report only what its sources differ in."""
    if acceptable == {"CONTRADICTS", "UPDATES"}:
        acceptable = frozenset({"CONTRADICTS"})
    if len(acceptable) == 1 and (not within or acceptable == {"CONTRADICTS"}):
        yield from acceptable


def judge(relation: Relation, story: GoldStory, claims: Mapping[tuple[str, str], Claim], verdicts: Judged) -> Judgement:
    left, right = (claims[r.report, r.claim] for r in (relation.left, relation.right))
    ends = [(r.report, (c.span.start, c.span.end)) for r, c in ((relation.left, left), (relation.right, right))]
    out = Judgement(relation, ends[0], ends[1], None)
    common, others = False, set[str]()
    for m in story.matters:
        for a, b in _statements(m, out, left, right):
            common, derived = True, kinds(a, b, m, story)
            others |= derived
            if relation.kind in derived:
                out.items |= {(story.story, m.id, frozenset({a.report, b.report}), k) for k in _asked(derived, False)}
                out.good = True
    if not out.good:
        verdict = verdicts.on(relation.kind, out.left, out.right)
        out.good = verdict if verdict is not None else False if common else None
        out.why = "/".join(sorted(others)) or "nothing follows"
    return out


def _statements(m: Matter, of: Judgement, left: Claim, right: Claim) -> Iterator[tuple[Statement, Statement]]:
    one, other = (_stated(m, place, claim) for place, claim in ((of.left, left), (of.right, right)))
    yield from ((a, b) for a in one for b in other if a is not b)


def _stated(m: Matter, place: Place, claim: Claim) -> list[Statement]:
    """What a claim states on a matter; of a denial and what it denies, which stand in the same words, the one that it is."""
    here = [s for s in m.statements if s.report == place[0] and overlap(s.span, place[1])]
    return [s for s in here if s.polarity == claim.commitment.polarity] or here
