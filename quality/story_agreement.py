"""How far two annotators of one story agree.

    python -m quality.story_agreement quality/gold/stories/report.jsonl quality/gold/stories/second.jsonl

Matters have no names in common, so it is compared what follows from them: for two statements of the one of which something
follows, does the other have statements at the same two spans (by half of the shorter) on one matter, and does the same follow?
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from quality.judged import overlap
from quality.matters import GoldStory, Matter, Statement, kinds, load, pairs
from quality.related import follows
from quality.table import prf


def compared(one: GoldStory, other: GoldStory) -> Counter[str]:
    """Counts, to be added up over stories."""
    counts: Counter[str] = Counter()
    for a, b in combinations(one.reports, 2):
        same, too = (s.origin_of[a] is s.origin_of[b] for s in (one, other))
        counts.update({"pairs": 1, "pairs agreed": same == too})
        counts.update({"one origin": same, "second one origin": too, "both": same and too})
    counts += _values(one, other, "first") + _values(other, one, "second")
    return counts + _relations(one, other, "first") + _relations(other, one, "second")


def _relations(one: GoldStory, other: GoldStory, side: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    for item in follows(one):
        counts[f"{side} relations"] += 1
        matter = next(m for m in one.matters if m.id == item[1])
        said = [p for p in pairs(matter) if {p[0].report, p[1].report} == item[2] and item[3] in kinds(*p, matter, one)]
        there = [k for a, b in said for k in _there(a, b, other)]
        counts[f"{side} paired"] += bool(there)
        counts[f"{side} agreed"] += any(item[3] in k for k in there)
    return counts


def _there(a: Statement, b: Statement, other: GoldStory) -> Iterator[frozenset[str]]:
    for m in other.matters:
        for left in _at(a, m):
            for right in _at(b, m):
                if left is not right and (derived := kinds(left, right, m, other)):
                    yield derived


def _at(said: Statement, matter: Matter) -> list[Statement]:
    return [s for s in matter.statements if s.report == said.report and overlap(s.span, said.span)]


def _values(one: GoldStory, other: GoldStory, side: str) -> Counter[str]:
    """Statements that the other has too, with the same polarity and, of numbers and days, the same value."""
    counts: Counter[str] = Counter()
    for m in one.matters:
        there = [x for x in other.matters if x.slot == m.slot]
        for s in m.statements:
            same = [x for y in there for x in _at(s, y) if x.polarity == s.polarity]
            exact = [x for x in same if x.value == s.value or s.value[0].isalpha()]
            counts.update({f"{side} statements": 1, f"{side} statements too": bool(exact)})
    return counts


def main() -> None:
    first, second = ({s.story: s for s in load(Path(p))} for p in sys.argv[1:3])
    counts: Counter[str] = Counter()
    for name in first.keys() & second.keys():
        counts += compared(first[name], second[name])
    print(f"{len(first.keys() & second.keys())} stories")
    print(f"origins: {counts['pairs agreed']} of {counts['pairs']} pairs")
    for what, had in (("statements", "statements too"), ("relations", "paired")):
        shares = [counts[f"{side} {had}"] / max(1, counts[f"{side} {what}"]) for side in ("first", "second")]
        print(f"{what}: the second has {shares[0]:.2f} of the first's, the first {shares[1]:.2f} of the second's")
    agreed, paired = (sum(counts[f"{side} {what}"] for side in ("first", "second")) for what in ("agreed", "paired"))
    print(f"of relations that both have: {agreed / max(1, paired):.2f} of one kind")
    print("one origin, F1:", round(prf(counts["both"], counts["one origin"], counts["second one origin"])[2], 2))


if __name__ == "__main__":
    main()
