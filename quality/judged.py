"""Verdicts on what the system says and the gold of stories does not ask: ``quality/gold/stories/judged.tsv``.

One line a verdict: what (a kind of relation, or a slot), report and span of the one claim, report and span of the other (``-``
where there is none), and "right" or "wrong". A claim is the one that was judged if the two spans overlap by half of the shorter.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

Place = tuple[str, tuple[int, int]]  # a report and a span of it


def overlap(a: tuple[int, int], b: tuple[int, int]) -> bool:
    """By half of the shorter one."""
    return 2 * (min(a[1], b[1]) - max(a[0], b[0])) >= max(1, min(a[1] - a[0], b[1] - b[0]))


@dataclass(frozen=True, slots=True)
class Verdict:
    what: str
    left: Place
    right: Place | None
    good: bool

    def on(self, left: Place, right: Place | None) -> bool:
        return _same(self.left, left) and _same(self.right, right)


def _same(a: Place | None, b: Place | None) -> bool:
    return a is b or (a is not None and b is not None and a[0] == b[0] and overlap(a[1], b[1]))


class Judged:
    """All verdicts, by what they are on."""

    def __init__(self, verdicts: list[Verdict]) -> None:
        self._by: defaultdict[tuple[str, frozenset[str]], list[Verdict]] = defaultdict(list)
        for v in verdicts:
            self._by[v.what, _reports(v.left, v.right)].append(v)

    def on(self, what: str, left: Place, right: Place | None = None) -> bool | None:
        """Right, wrong, or None where nobody has judged it. Left and right may stand the other way round."""
        for v in self._by.get((what, _reports(left, right)), ()):
            if v.on(left, right) or (right is not None and v.on(right, left)):
                return v.good
        return None


def _reports(left: Place, right: Place | None) -> frozenset[str]:
    return frozenset({left[0]} | ({right[0]} if right else set()))


def load(path: Path) -> Judged:
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return Judged([_verdict(line.split("\t")) for line in lines if line and not line.startswith("#")])


def _verdict(row: list[str]) -> Verdict:
    what, left, start, end, right, first, last, good = row
    other = None if right == "-" else (right, (int(first), int(last)))
    return Verdict(what, (left, (int(start), int(end))), other, good == "right")


def line(what: str, left: Place, right: Place | None, good: str) -> str:
    other = [right[0], *map(str, right[1])] if right else ["-"] * 3
    return "\t".join([what, left[0], *map(str, left[1]), *other, good])
