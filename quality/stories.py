"""Stories: do bodies that answer one headline come together? FNC-1's stances tell which bodies are on one headline."""

from __future__ import annotations

import csv
import random
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from quality.table import Row
from sayso.records import Reading, Report
from sayso.relate import Index
from sayso.relate.grouping import Groups
from sayso.relate.stories import stories

NAMES = ("precision", "recall", "F1")
ORDERS = (1, 2, 3)
# A headline that is said of very many bodies joins topics, not one story.
TOGETHER = ("agree", "disagree", "discuss")


def measure(data: Path) -> list[Row]:
    """B-cubed precision and recall of groups, from the text alone (no parse): all at once, and as they come one by one."""
    folder = data / "stance" / "fnc-1"
    with (folder / "train_bodies.csv").open(encoding="utf-8", newline="") as f:
        bodies = {row["Body ID"]: row["articleBody"] for row in csv.DictReader(f)}
    true = topics(folder, bodies)
    readings = [bare(i, text) for i, text in bodies.items()]
    rows = [_row(name, value, len(bodies)) for name, value in zip(NAMES, b_cubed(stories(readings), true), strict=True)]
    for at_once in (100, 1):
        found = [b_cubed(arriving(readings, at_once, seed), true)[2] for seed in ORDERS]
        rows.append(_row(f"F1, {at_once} at a time, least of {len(ORDERS)} orders", min(found), len(bodies)))
    return rows


def _row(name: str, value: float, n: int) -> Row:
    return Row("stories", "FNC-1 bodies", name, value, None, n)


def arriving(readings: Sequence[Reading], at_once: int, seed: int) -> list[list[str]]:
    """Stories of reports that come in some order, so many at a time."""
    several = random.Random(seed).sample(readings, len(readings))
    with closing(sqlite3.connect(":memory:")) as base:
        index = Index(base)
        for first in range(0, len(several), at_once):
            index.file(several[first : first + at_once])
            while index.join():
                pass
        return [index.members(story) for story in index.stories()]


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


def b_cubed(found: list[list[str]], true: dict[str, int]) -> tuple[float, float, float]:
    sizes, precision, recall = Counter(true.values()), 0.0, 0.0
    for group in found:
        for topic, n in Counter(true[i] for i in group).items():
            precision += n * n / len(group)
            recall += n * n / sizes[topic]
    p, r = precision / len(true), recall / len(true)
    return p, r, 2 * p * r / (p + r) if p + r else 0.0
