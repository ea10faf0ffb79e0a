"""The range of accounts as shown: for each slot of a story the values, who gives them first, and how they changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.records import Account, Attested, Bearing, Interval, Place, Quantity, Telling, Value

from . import dates, wording
from .tables import tellings
from .view import Said, View

SLOT = {
    "dead": "dead", "injured": "injured", "missing": "missing", "held": "arrested or held", "abducted": "abducted",
    "freed": "freed", "displaced": "displaced", "ill": "ill", "date": "when", "place": "where", "perpetrator": "by whom",
    "target": "to whom", "weapon": "with what", "identity": "who or what", "count": "number", "money": "sum",
    "measure": "measure", "event": "whether",
}  # fmt: skip
BEARING: dict[Bearing, str] = {"holds": "", "claims": "claims it", "denies": "denies it", "open": "leaves it open"}
BRIEF = frozenset({"count", "money", "measure"})  # shown where they differ or several outlets give them


@dataclass(frozen=True)
class Voice:
    """Who gives a value, as shown."""

    said: Said
    outlet: str
    day: str
    names: tuple[str, ...]
    bearing: str


@dataclass(frozen=True)
class Row:
    """One value; ``origins`` in words, with the reason in ``why``."""

    words: str
    best: bool
    voices: tuple[Voice, ...]
    origins: str
    why: str

    @property
    def first(self) -> Voice:
        return self.voices[0]


@dataclass(frozen=True)
class Range:
    """One account; ``low``, ``best`` and ``high`` are "" where there is none, ``steps`` how the value changed over time."""

    slot: str
    of: str
    low: str
    best: str
    high: str
    why: str
    rows: tuple[Row, ...]
    steps: tuple[tuple[str, str], ...]

    @property
    def disputed(self) -> bool:
        """Whether two values are given, or one is denied."""
        return len(self.rows) > 1 or any(v.bearing == BEARING["denies"] for r in self.rows for v in r.voices)


def ranges(view: View, every: bool = False) -> list[tuple[str, list[Range]]]:
    """By story, named; of counts and events only those that a desk would look at, unless ``every`` one is asked for."""
    found, of = [], defaultdict[str, list[Account]](list)
    for a in view.dossier.relations.accounts:
        of[a.story].append(a)
    for story in tellings(view):
        made = [r for a in of[story.story.id] if (r := _range(a, view))]
        main = {slot: next((r for r in made if r.slot == slot), None) for slot in (SLOT["date"], SLOT["place"])}
        kept = [r for r in made if every or (telling(r) and (r.slot not in main or r is main[r.slot] or settled(r)))]
        if kept:
            found.append((story.name, kept))
    return found


def settled(r: Range) -> bool:
    """Whether several outlets say when or where, or values differ: of side events nobody needs what one alone tells."""
    return r.disputed or len({v.outlet for row in r.rows for v in row.voices}) > 1


def telling(r: Range) -> bool:
    if r.slot == SLOT["event"]:
        return {"yes", "no"} <= {row.words for row in r.rows}
    brief = r.slot in {SLOT[s] for s in BRIEF}
    return r.disputed or not brief or len({v.outlet for row in r.rows for v in row.voices}) > 1


def _range(a: Account, view: View) -> Range | None:
    rows = tuple(row for i, value in enumerate(a.values) if (row := _row(value, i == a.best, view)))
    if a.slot == "event":
        rows = tuple(half for row in rows for half in _halves(row))
    if not rows:
        return None
    best = value_words(a.values[a.best]) if a.best is not None and a.slot != "event" else ""
    steps = tuple((_day(s.day), value_words(a.values[s.value])) for s in a.history if s.change != "again")
    low, high = (wording.number(n) for n in (a.low, a.high))
    return Range(SLOT[a.slot], matter(a), low, best, high, a.why, rows, steps if len(steps) > 1 else ())


ANSWERS = {BEARING["holds"]: "yes", BEARING["claims"]: "yes", BEARING["denies"]: "no", BEARING["open"]: "left open"}


def _halves(row: Row) -> Iterator[Row]:
    """Of whether something happened: who says yes, who says no."""
    for answer in dict.fromkeys(ANSWERS.values()):
        voices = tuple(v for v in row.voices if ANSWERS[v.bearing] == answer)
        if voices and answer == "yes":
            yield replace(row, words=answer, best=False, voices=tuple(replace(v, bearing="") for v in voices))
        elif voices:
            own = len({v.outlet for v in voices})
            yield Row(answer, False, tuple(replace(v, bearing="") for v in voices), counted(own, "outlet"), "")


def counted(n: int, what: str) -> str:
    return f"{n} {what}{'' if n == 1 else 's'}"


def matter(a: Account) -> str:
    """What is counted, or the event that a slot is of."""
    return a.of if a.slot != "money" else ""


def _row(value: Attested, best: bool, view: View) -> Row | None:
    told = (v for t in value.tellings if (v := _voice(t, view)))
    voices = tuple({(v.outlet, v.names, v.day, v.bearing): v for v in reversed(list(told))}.values())[::-1]
    return Row(value_words(value), best, voices, origins(value), value.why) if voices else None


def origins(value: Attested) -> str:
    """How many origins hold it; never more than are shown to be independent."""
    several = len({t.origin for t in value.tellings if t.bearing in ("holds", "claims")})
    if not value.independent:
        return "nobody holds it"
    if value.independent > 1:
        return f"{value.independent} independent origins"
    return "1 origin" if several == 1 else f"{several} origins, not shown to be independent"


def _voice(t: Telling, view: View) -> Voice | None:
    said, told = view.claims.get((t.claim.report, t.claim.claim)), view.by_id.get(t.claim.report)
    if not said or not told:
        return None
    names = (" ".join(n.split()) for n in t.by[1:])
    others = tuple(n for n in names if n and n.casefold() != told.outlet.casefold())
    return Voice(said, told.outlet, told.day, others, BEARING[t.bearing])


def value_words(value: Attested) -> str:
    """A value in words: numbers in figures, days by the calendar, names as printed."""
    return _words(value.value, value.shown)


def _words(value: Value, shown: str) -> str:
    match value:
        case Quantity():
            digits = any(c.isdigit() for c in shown)
            vague = value.approximate and value.low != value.high
            return shown[:1].lower() + shown[1:] if digits or vague else wording.quantity(replace(value, of=None))
        case Interval() if value.earliest_start and value.latest_end:
            return dates.interval(value)
        case Place():
            return ", ".join(x for x in (value.name, value.country if value.precision != "country" else None) if x)
        case _:
            return shown


def _day(iso: str | None) -> str:
    return dates.day(iso) if iso else "no date"
