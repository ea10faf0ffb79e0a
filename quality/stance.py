"""What a report does with a headline: FNC-1's 49,972 pairs of headline and body, by its four classes.

Nothing is fitted to its texts: the words' rarity is that of ordinary texts, the constants were set by reasoning and by
reading errors among bodies with even numbers; those with odd numbers are the report half, whose errors nobody read.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from quality.table import Row, prf
from sayso import run
from sayso.records import Reading, Report, Stand
from sayso.relate.asked import Asked, headline
from sayso.relate.stance import stand
from sayso.relate.testimony import Testimony, testimony
from sayso.resources import Resources
from sayso.settings import Settings

CLASSES = ("agree", "discuss", "disagree", "unrelated")
OF_KIND = {"AFFIRMS": "agree", "DENIES": "disagree", "REPORTS": "discuss", "SILENT": "unrelated"}
# FNC-1's own score: a quarter for related or unrelated, the rest for the right one of the related classes.
RELATED, RIGHT = 0.25, 0.75


@dataclass(frozen=True, slots=True)
class Judged:
    """One pair: its label, what we say, and the half in which its body is: "build" or "report"."""

    label: str
    found: str
    half: str


def measure(data: Path) -> list[Row]:
    judged = list(judgements(data / "stance" / "fnc-1"))
    rows = list(_rows("FNC-1 pairs", judged))
    for half in ("report", "build"):
        rows += _rows(f"FNC-1 {half} half", [j for j in judged if j.half == half])
    return rows


def judgements(folder: Path) -> Iterator[Judged]:
    bodies = {row["Body ID"]: row["articleBody"] for row in _table(folder / "train_bodies.csv")}
    pairs = [(row["Headline"], row["Body ID"], row["Stance"]) for row in _table(folder / "train_stances.csv")]
    heads = list(dict.fromkeys(h for h, _, _ in pairs))
    return judged(
        pairs,
        {i: headline(r) for i, r in read(zip(heads, heads, strict=True))},
        {i: testimony(r) for i, r in read(bodies.items())},
    )


def judged(pairs: Iterable[tuple[str, str, str]], heads: dict[str, Asked], bodies: dict[str, Testimony]) -> Iterator[Judged]:
    for head, body, label in pairs:
        yield Judged(label, fnc_class(stand(heads[head], bodies[body])), "build" if int(body) % 2 == 0 else "report")


def fnc_class(found: Stand) -> str:
    """FNC-1 calls it "discuss" too where the headline itself does not commit itself: "Dam reportedly burst"."""
    if found.kind != "SILENT" and found.put == "HEDGED" and not found.negative:
        return "discuss"
    return OF_KIND[found.kind]


def read(texts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, Reading]]:
    """By id; what could not be read has no claims."""
    reports = [Report(i, text, language="en") for i, text in texts]
    known = {r.report.id: r for r in run.readings(iter(reports), Resources(Settings())) if isinstance(r, Reading)}
    for report in reports:
        yield report.id, known.get(report.id) or Reading(report, (), (), (), (), (), (), (), "bare")


def _table(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as f:
        yield from csv.DictReader(f)


def _rows(corpus: str, judged: Sequence[Judged]) -> Iterator[Row]:
    pairs = Counter((j.label, j.found) for j in judged)
    scores = {c: _prf(pairs, c) for c in CLASSES}
    yield Row("stance", corpus, "macro-F1", sum(s[2] for s in scores.values()) / len(CLASSES), n=len(judged))
    yield Row("stance", corpus, "weighted score", weighted(pairs), n=len(judged))
    for c in CLASSES:
        n = sum(v for (label, _), v in pairs.items() if label == c)
        for name, value in zip(("precision", "recall", "F1"), scores[c], strict=True):
            yield Row("stance", corpus, f"{c} {name}", value, n=n)


def _prf(pairs: Counter[tuple[str, str]], c: str) -> tuple[float, float, float]:
    said = sum(v for (_, found), v in pairs.items() if found == c)
    return prf(pairs[c, c], said, sum(v for (label, _), v in pairs.items() if label == c))


def weighted(pairs: Counter[tuple[str, str]]) -> float:
    """FNC-1's score as a share of the highest."""
    got = most = 0.0
    for (label, found), n in pairs.items():
        related = label != "unrelated"
        got += n * RELATED * ((found != "unrelated") == related) + n * RIGHT * (related and found == label)
        most += n * (RELATED + RIGHT * related)
    return got / most if most else 0.0
