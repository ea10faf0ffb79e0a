"""Origins: is one report the other's words, has it from the other, or does it stand for itself? On the pairs of gold/origins.

Pairs whose label is "unclear" are left out of the score; an "independent" given to one of them is counted apart. "unknown" is
wrong in the accuracy and left out of the accuracy among the answered. Coarse: copy, partial and cites are dependent.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from quality.origin_pairs import bodies
from quality.table import Row
from sayso import run
from sayso.records import Reading, Report
from sayso.relate import profiles
from sayso.relate.transfer import Judgement, between
from sayso.resources import Resources
from sayso.settings import Settings

PAIRS = Path(__file__).parent / "gold" / "origins" / "pairs.tsv"
LABELS = ("copy", "partial", "cites", "independent")
DEPENDENT = LABELS[:3]
DIGITS = 12
CORPUS = "FNC-1 pairs"


@dataclass(frozen=True, slots=True)
class Pair:
    """A judged pair; ``half`` is "build" or "report", ``sort`` "reuse" or "story" (how it was drawn)."""

    left: str
    right: str
    half: str
    sort: str
    label: str
    direction: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A judged pair and what the system says of it."""

    pair: Pair
    found: Judgement

    @property
    def right(self) -> bool:
        return self.found.label == self.pair.label

    @property
    def known(self) -> bool:
        return self.found.label != "unknown"


def measure(data: Path) -> list[Row]:
    texts = bodies(data)
    judged = pairs(texts)
    ids = sorted({i for p in judged for i in (p.left, p.right)}, key=int)
    reports = (Report(i, texts[i], language="en") for i in ids)
    read = [r for r in run.readings(reports, Resources(Settings())) if isinstance(r, Reading)]
    return rows(answers(judged, read))


def pairs(texts: dict[str, str], path: Path = PAIRS) -> list[Pair]:
    """The gold; refuses a text that is not the one judged."""
    with path.open(encoding="utf-8", newline="") as f:
        lines = list(csv.DictReader(f, delimiter="\t"))
    for line in lines:
        for side in ("left", "right"):
            if hashlib.sha256(texts[line[side]].encode()).hexdigest()[:DIGITS] != line[f"sha_{side}"]:
                raise ValueError(f"{path}: body {line[side]} is not the text that was judged")
    return [Pair(*(line[k] for k in ("left", "right", "half", "sort", "label", "direction"))) for line in lines]


def answers(judged: Iterable[Pair], readings: Sequence[Reading]) -> list[Answer]:
    taken = {p.id: p for p in profiles(readings)}
    return [Answer(p, between(taken[p.left], taken[p.right])) for p in judged]


def rows(given: Sequence[Answer]) -> list[Row]:
    scored = [a for a in given if a.pair.label in LABELS]
    parts: tuple[tuple[str, Callable[[Answer], bool]], ...] = (
        ("all", lambda _: True),
        ("build half", lambda a: a.pair.half == "build"),
        ("report half", lambda a: a.pair.half == "report"),
        ("pairs with reuse", lambda a: a.pair.sort == "reuse"),
        ("pairs of one story", lambda a: a.pair.sort == "story"),
    )
    out = [row for name, inside in parts for row in accuracy(name, [a for a in scored if inside(a)])]
    out += [row for label in LABELS for row in of_label(label, scored)]
    return [*out, *false_independence(given), *direction(scored)]


def accuracy(name: str, given: Sequence[Answer]) -> list[Row]:
    known = [a for a in given if a.known]
    return [
        _share(f"accuracy, {name}", given, lambda a: a.right),
        _share(f"accuracy among answered, {name}", known, lambda a: a.right),
        _share(f"dependent or not, {name}", given, coarse),
        _share(f"dependent or not among answered, {name}", known, coarse),
    ]


def coarse(a: Answer) -> bool:
    return a.known and (a.found.label in DEPENDENT) == (a.pair.label in DEPENDENT)


def of_label(label: str, given: Sequence[Answer]) -> list[Row]:
    said, true = [a for a in given if a.found.label == label], [a for a in given if a.pair.label == label]
    return [_share(f"precision of {label}", said, lambda a: a.right), _share(f"recall of {label}", true, lambda a: a.right)]


def false_independence(given: Sequence[Answer]) -> list[Row]:
    """How often "independent" is said of what is not, or cannot be seen to be."""
    kinds = (("copies and partials", ("copy", "partial")), ("cites", ("cites",)), ("unclear pairs", ("unclear",)))
    counted = [(name, [a for a in given if a.pair.label in labels]) for name, labels in kinds]
    return [
        Row("origins", CORPUS, f"false independent among {name}", sum(map(independent, of)), n=len(of), lower_is_better=True)
        for name, of in counted
    ]


def independent(a: Answer) -> bool:
    return a.found.label == "independent"


def direction(given: Sequence[Answer]) -> list[Row]:
    """Where the gold knows who gave, how often that is said, and rightly; and how often it is said where nobody can see it."""
    told = [a for a in given if a.pair.direction != "unknown"]
    said = [a for a in told if a.found.direction != "unknown"]
    untold = [a for a in given if a.pair.direction == "unknown"]
    return [
        _share("direction, right among said", said, lambda a: a.found.direction == a.pair.direction),
        _share("direction, said and right of those told", told, lambda a: a.found.direction == a.pair.direction),
        _share("direction, said where the texts do not tell", untold, lambda a: a.found.direction != "unknown", lower=True),
    ]


def _share(metric: str, given: Sequence[Answer], holds: Callable[[Answer], bool], lower: bool = False) -> Row:
    value = sum(map(holds, given)) / len(given) if given else 0.0
    return Row("origins", CORPUS, metric, value, None, len(given), lower)
