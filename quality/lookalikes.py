"""Look-alikes: do reports on another attack stay apart? The keys of MUC-4 dev say when, where and of what kind each incident was.

Of 1,300 agency reports those count whose incidents all have a day. Two are of one incident if a pair of theirs is a day apart
at most, of one type and not in two places; of different incidents if all of theirs are further apart in time.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from quality.table import Row
from sayso import run
from sayso.records import Interval, Reading, Report
from sayso.relate.stories import stories
from sayso.resources import Resources
from sayso.settings import Settings

MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
_DAY = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)})[A-Z]* (\d\d)\b")
_FIELD = re.compile(r"(\d+)\.\s+[A-Z :]+?\s{2,}(.*)")
_DATE, _PLACE, _TYPE, _TARGET, _VICTIM = 2, 3, 4, 12, 18


@dataclass(frozen=True)
class Incident:
    days: tuple[dt.date, ...]
    exact: bool
    places: frozenset[str]
    type: str
    names: frozenset[str]


def measure(data: Path) -> list[Row]:
    folder = data / "conflict" / "muc4-dev"
    keys, resources = incidents(folder), Resources(Settings())
    given = (r for r in run.readings(reports(folder), resources) if isinstance(r, Reading))
    story = {id: n for n, group in enumerate(stories(list(given))) for id in group}
    found: Counter[tuple[str, bool]] = Counter()
    for a, b in combinations(sorted(keys.keys() & story.keys()), 2):
        if verdict := compared(keys[a], keys[b]):
            found[verdict, story[a] == story[b]] += 1
    one, named, other = (found[v, True] for v in ("one", "named", "other"))
    together, expected = one + named + other, named + found["named", False]
    return [
        Row("lookalikes", "MUC-4 dev", "pairs together that are of one incident", (one + named) / together, None, together),
        Row("lookalikes", "MUC-4 dev", "pairs of one incident and name that are together", named / expected, None, expected),
    ]


def compared(a: list[Incident], b: list[Incident]) -> str:
    """ "one" incident, "named" if somebody or something in it has one name in both, "other"; "" where that is open."""
    if not all(i.exact for i in (*a, *b)):
        return ""
    near = [(x, y) for x in a for y in b if min(abs((p - q).days) for p in x.days for q in y.days) <= 1]
    if not near:
        return "other"
    if not any(x.type == y.type and (not x.places or not y.places or x.places & y.places) for x, y in near):
        return ""
    return "named" if any(x.names & y.names for x in a for y in b) else "one"


def reports(folder: Path) -> list[Report]:
    """Dated as their datelines say."""
    found = []
    for path in sorted(folder.glob("dev-muc3-*")):
        for part in re.split(r"(?m)^(?=DEV-MUC3-\d{4})", path.read_text(encoding="latin-1")):
            if head := re.match(r"(DEV-MUC3-\d{4})[^\n]*\n", part):
                text = part[head.end() :].strip()
                found.append(Report(head[1], text, language="en", published=_published(text[:200])))
    return found


def _published(line: str) -> Interval | None:
    day = next((d.isoformat() for d in days(line)), None)
    return Interval(day, day, day, day, day, "metadata") if day else None


def days(text: str) -> list[dt.date]:
    found = []
    for day, month, year in _DAY.findall(text):
        try:
            found.append(dt.date(1900 + int(year), MONTHS.index(month) + 1, int(day)))
        except ValueError:  # "31 NOV 89"
            continue
    return found


def incidents(folder: Path) -> dict[str, list[Incident]]:
    """By report."""
    found: defaultdict[str, list[Incident]] = defaultdict(list)
    for path in sorted(folder.glob("key-dev*")):
        for block in re.split(r"\n\s*\n", path.read_text(encoding="latin-1")):
            fields = {int(m[1]): m[2].strip() for line in block.splitlines() if (m := _FIELD.match(line))}
            if fields.get(_PLACE, "*") != "*" and 0 in fields:
                found[fields[0].split()[0]].append(_incident(fields))
    return dict(found)


def _incident(fields: dict[int, str]) -> Incident:
    when, parts = tuple(days(fields.get(_DATE, ""))), fields[_PLACE].split(":")[1:]
    places = frozenset(re.sub(r"\s*\(.*?\)", "", p).strip() for p in parts)
    names = re.findall(r'"([^"]+)"', " ".join(fields.get(n, "") for n in (_TARGET, _VICTIM)))
    exact = bool(when) and not fields[_DATE].startswith("-")
    return Incident(when, exact, places, fields.get(_TYPE, "")[:4], frozenset(names))
