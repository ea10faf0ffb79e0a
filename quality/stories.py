"""Stories: do bodies that answer one headline come together? FNC-1's stances tell which bodies are on one headline."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from pathlib import Path

from quality.table import Row
from sayso.records import Reading, Report
from sayso.relate.grouping import Groups
from sayso.relate.stories import stories

# A headline that is said of very many bodies joins topics, not one story.
TOGETHER = ("agree", "disagree", "discuss")


def measure(data: Path) -> list[Row]:
    """B-cubed precision and recall of groups, from the text alone (no parse)."""
    folder = data / "stance" / "fnc-1"
    with (folder / "train_bodies.csv").open(encoding="utf-8", newline="") as f:
        bodies = {row["Body ID"]: row["articleBody"] for row in csv.DictReader(f)}
    true = topics(folder, bodies)
    number = {id: n for n, id in enumerate(bodies)}
    found = [[number[id] for id in group] for group in stories([bare(i, text) for i, text in bodies.items()])]
    p, r, f1 = b_cubed(found, [true[i] for i in bodies])
    rows = [("precision", p, 0.92), ("recall", r, 0.88), ("F1", f1, 0.9)]
    return [Row("stories", "FNC-1 bodies", name, value, floor, len(bodies)) for name, value, floor in rows]


def bare(id: str, text: str) -> Reading:
    report = Report(id, text, language="en")
    return Reading(report, (), (), (), (), (), (), (), "bare")


def topics(folder: Path, bodies: dict[str, str]) -> dict[str, int]:
    """Bodies that take a stance on one headline belong together."""
    by_headline = defaultdict[str, list[str]](list)
    for path in sorted(folder.glob("train_stances*.csv")):
        with path.open(encoding="utf-8", newline="") as f:
            for row in csv.DictReader(f):
                if row["Stance"] in TOGETHER and row["Body ID"] in bodies:
                    by_headline[row["Headline"]].append(row["Body ID"])
    number = {body: i for i, body in enumerate(bodies)}
    groups = Groups(len(bodies))
    for several in by_headline.values():
        for other in several[1:]:
            groups.join(number[several[0]], number[other])
    return {body: groups.of(i) for body, i in number.items()}


def b_cubed(found: list[list[int]], true: list[int]) -> tuple[float, float, float]:
    sizes, precision, recall = Counter(true), 0.0, 0.0
    for group in found:
        for topic, n in Counter(true[i] for i in group).items():
            precision += n * n / len(group)
            recall += n * n / sizes[topic]
    p, r = precision / len(true), recall / len(true)
    return p, r, 2 * p * r / (p + r) if p + r else 0.0
