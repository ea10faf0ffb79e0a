"""The gold of stories: matters on which reports make statements, and what the statements are to one another.

A matter is one question whose answers exclude each other (``quality/gold/stories/GUIDE.md``). Values are numbers, days and
neutral labels; what two statements are to one another follows from their values, informants and reports' origins.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import Literal

COUNTS = ("dead", "injured", "missing", "held", "abducted", "freed", "displaced", "count")
GROWING = COUNTS[:-1]  # what is counted once more as more becomes known
NUMBERS = (*COUNTS, "money", "measure")
LABELS = ("place", "perpetrator", "target", "weapon", "cause", "identity")
SLOTS = (*NUMBERS, "date", *LABELS, "event")
SOURCES = ("person", "body", "agency", "outlet", "document", "crowd", "unnamed")
OWN = "o"  # the report's own voice
Bounds = tuple[float, float]
Fit = Literal["same", "left narrower", "right narrower", "overlap", "apart"]
OPEN = float("inf")
TEN = 10
ABOUT = 0.1  # how far off "about" may be


class ValueFormatError(ValueError):
    """A value that its slot does not have."""


@dataclass(frozen=True, slots=True)
class Statement:
    report: str
    span: tuple[int, int]
    value: str
    polarity: str  # "+", "-", "?"
    source: str
    origin: str


@dataclass(frozen=True, slots=True)
class Matter:
    id: str
    slot: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class GoldOrigin:
    """``shown``: whether it can be told from the texts that it is none of the others."""

    id: str
    reports: tuple[str, ...]
    shown: bool = True


@dataclass(frozen=True, slots=True)
class GoldSource:
    """``vague``: nobody could tell it from another of its kind ("officials")."""

    id: str
    kind: str
    vague: bool = False


@dataclass(frozen=True)
class GoldStory:
    """``reports`` with the digests of their texts; ``days`` those on which they say that they appeared."""

    story: str
    half: str
    reports: Mapping[str, str]
    days: Mapping[str, str]
    origins: tuple[GoldOrigin, ...]
    sources: tuple[GoldSource, ...]
    matters: tuple[Matter, ...]

    @cached_property
    def vague(self) -> frozenset[str]:
        return frozenset({s.id for s in self.sources if s.vague} | {OWN})

    @cached_property
    def origin_of(self) -> dict[str, GoldOrigin]:
        return {r: o for o in self.origins for r in o.reports}


# ---------------------------------------------------------------- values


def bounds(value: str, slot: str) -> Bounds:
    """Of a number or a date; of a date in days. ``12..`` has no upper one."""
    separator = "/" if slot == "date" else ".."
    low, middle, high = value.removeprefix("~").partition(separator)
    if slot == "date" and middle:
        low, high = low.removesuffix(".."), high.removeprefix("..")
    if not low and not high:
        raise ValueFormatError(f"no value of {slot}: {value!r}")
    edge = _days if slot == "date" else _number
    first = edge(low)[0] if low else -OPEN
    last = (edge(high)[1] if high else OPEN) if middle else edge(low)[1]
    if first > last:
        raise ValueFormatError(f"{value!r} ends before it begins")
    if value.startswith("~"):
        return first * (1 - ABOUT), last * (1 + ABOUT)
    return first, last


def _number(text: str) -> Bounds:
    try:
        return float(text), float(text)
    except ValueError:
        raise ValueFormatError(f"no number: {text!r}") from None


def _days(text: str) -> Bounds:
    """The first and the last day of a year, a month or a day."""
    try:
        parts = [int(p) for p in text.split("-")]
        year, month, day = (*parts, 0, 0)[:3]
        first = date(year, month or 1, day or 1)
        after = first + timedelta(1) if day else date(year + (month == 12), month % 12 + 1, 1) if month else date(year + 1, 1, 1)
    except ValueError:
        raise ValueFormatError(f"no day, month or year: {text!r}") from None
    return first.toordinal(), after.toordinal() - 1


def fit(left: str, right: str, slot: str) -> Fit:
    """How two values of a slot lie to one another."""
    if slot == "event" or left == right:
        return "same"
    if slot in LABELS:
        return _nested(left.split("|"), right.split("|"))
    a, b = bounds(left, slot), bounds(right, slot)
    if a[1] < _least(b) or b[1] < _least(a):
        return "apart"
    if a == b or "~" in (left[0], right[0]):
        return "same"
    if b[0] <= a[0] and a[1] <= b[1]:
        return "left narrower"
    return "right narrower" if a[0] <= b[0] and b[1] <= a[1] else "overlap"


def _least(value: Bounds) -> float:
    """ "More than 200", which is noted as 201 and more, does not exclude 200."""
    return value[0] - 1 if value[1] == OPEN and value[0] > TEN and value[0] % TEN == 1 else value[0]


def _nested(left: list[str], right: list[str]) -> Fit:
    inner = all(any(_within(a, b) for b in right) for a in left)
    outer = all(any(_within(b, a) for a in left) for b in right)
    if inner or outer:
        return "same" if inner and outer else "left narrower" if inner else "right narrower"
    return "overlap" if any(_within(a, b) or _within(b, a) for a in left for b in right) else "apart"


def _within(label: str, other: str) -> bool:
    return label == other or label.startswith(other + "/")


# ---------------------------------------------------------------- relations


def kinds(a: Statement, b: Statement, matter: Matter, story: GoldStory) -> frozenset[str]:
    """What two statements of a matter may be called, in the program's words; none where nothing follows."""
    found = fit(a.value, b.value, matter.slot)
    if "?" in (a.polarity, b.polarity) and a.polarity != b.polarity:
        return frozenset()
    if a.polarity != b.polarity:
        denied_wider = found in ("same", "right narrower" if a.polarity == "-" else "left narrower")
        return frozenset({"CONTRADICTS"} if denied_wider else ())
    if a.polarity in ("-", "?"):
        return frozenset({_agreement(a, b, story)} if found == "same" else ())
    if found == "apart":
        return _conflict(a, b, matter, story)
    if found == "same":
        return frozenset({_agreement(a, b, story)})
    if found == "overlap":
        return frozenset({_agreement(a, b, story), "REFINES"})
    return frozenset({"ECHOES" if _one_origin(a, b) else "REFINES"}) | _risen(a, b, matter, story)


def _risen(a: Statement, b: Statement, matter: Matter, story: GoldStory) -> frozenset[str]:
    """ "At least 12" on Monday, 15 on Friday: an update as well."""
    if matter.slot not in GROWING or not {a.report, b.report} <= story.days.keys():
        return frozenset()
    (first, later) = sorted((a, b), key=lambda s: bounds(story.days[s.report], "date"))
    apart = story.days[first.report] != story.days[later.report]
    more = bounds(first.value, matter.slot)[0] < bounds(later.value, matter.slot)[0]
    return frozenset({"UPDATES"} if apart and more else ())


def _one_origin(a: Statement, b: Statement) -> bool:
    return a.origin == b.origin or (a.source == b.source != OWN)


def _agreement(a: Statement, b: Statement, story: GoldStory) -> str:
    shown = not _one_origin(a, b) and not {a.source, b.source} & story.vague
    return "CORROBORATES" if shown else "ECHOES"


def _conflict(a: Statement, b: Statement, matter: Matter, story: GoldStory) -> frozenset[str]:
    """A grown count of the later report updates, of other things than people if one source gives both; where the days are not
    known, one source's two counts may."""
    grown = matter.slot in GROWING or (matter.slot in COUNTS and a.source == b.source)
    days = [bounds(story.days[s.report], "date") for s in (a, b) if s.report in story.days]
    if not grown or a.report == b.report or (len(days) < 2 and a.source != b.source):
        return frozenset({"CONTRADICTS"})
    if len(days) < 2:
        return frozenset({"CONTRADICTS", "UPDATES"})
    (first, later) = (a, b) if days[0] < days[1] else (b, a)
    risen = days[0] != days[1] and bounds(first.value, matter.slot)[1] < bounds(later.value, matter.slot)[0]
    return frozenset({"UPDATES"} if risen else {"CONTRADICTS"})


def pairs(matter: Matter) -> Iterator[tuple[Statement, Statement]]:
    """Statements of two reports, and of two informants in one."""
    for i, a in enumerate(matter.statements):
        for b in matter.statements[i + 1 :]:
            if a.report != b.report or (a.source != b.source):
                yield a, b


# ---------------------------------------------------------------- files


def as_json(story: GoldStory) -> str:
    return json.dumps(asdict(story))


def load(path: Path) -> list[GoldStory]:
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [_story(json.loads(line)) for line in lines]


def _story(row: dict) -> GoldStory:  # type: ignore[type-arg]
    matters = tuple(
        Matter(m["id"], m["slot"], tuple(Statement(**(s | {"span": tuple(s["span"])})) for s in m["statements"]))
        for m in row["matters"]
    )
    origins = tuple(GoldOrigin(o["id"], tuple(o["reports"]), o["shown"]) for o in row["origins"])
    sources = tuple(GoldSource(**s) for s in row["sources"])
    return GoldStory(row["story"], row["half"], row["reports"], row["days"], origins, sources, matters)
