"""Timeline, places, numbers that differ, relations: what a page shows beside the ledger."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.records import Finding, Interval, Origin, Place, Quantity, Relation, RelationKind, Story, Tally

from . import dates, wording
from .view import Said, Told, View

ORDER: tuple[RelationKind, ...] = ("CONTRADICTS", "UPDATES", "REFINES", "CORROBORATES", "ECHOES")


@dataclass(frozen=True)
class Dated:
    """A claim with a day or more; ``left`` and ``width`` place it on the strip, in per cent."""

    said: Said
    words: str
    when: str
    why: str
    interval: Interval
    left: float = 0.0
    width: float = 0.0


@dataclass(frozen=True)
class Timeline:
    """Claims by when they say it was; those that nothing anchors to a day apart."""

    dated: tuple[Dated, ...]
    unanchored: tuple[Dated, ...]


def timeline(view: View) -> Timeline:
    found = list(_dated(view))
    known = sorted((d for d in found if d.interval.earliest_start or d.interval.latest_end), key=_when)
    return Timeline(tuple(known), tuple(d for d in found if not (d.interval.earliest_start or d.interval.latest_end)))


def _when(d: Dated) -> tuple[str, str, int]:
    first = d.interval.earliest_start or d.interval.latest_end or ""
    return first, d.interval.latest_end or "9999", d.said.number


def _dated(view: View) -> Iterator[Dated]:
    for told in view.reports:
        for said in told.claims:
            for role in said.claim.roles:
                for value, why in told.values.get(role.mention, ()) if role.name == "time" else ():
                    if isinstance(value, Interval) and (dates.is_day(value) or value.earliest_start or value.latest_end):
                        words = next((r.words for r in said.roles if r.name == "time"), "")
                        why = "; ".join(x for x in (why, wording.notation(value)) if x)
                        yield Dated(said, words, dates.interval(value), why, value)


@dataclass(frozen=True)
class Spot:
    """One place, as many reports as name it."""

    place: Place
    precision: str
    reports: tuple[str, ...]
    words: tuple[str, ...]
    why: str

    @property
    def size(self) -> str:
        if not wording.sized(self.place):
            return ""
        return f"{wording.number(round(self.place.radius_km, 1))} km" if self.place.radius_km else "not known"

    @property
    def spelt(self) -> tuple[str, ...]:
        """The words of the text where they are not the name."""
        return tuple(w for w in self.words if w.casefold() != self.place.name.casefold())


def spots(reports: Sequence[Told]) -> tuple[Spot, ...]:
    """Places named as locations, those that most reports name first."""
    found: dict[tuple[object, ...], list[tuple[Told, str, Place, str]]] = defaultdict(list)
    for told, words, place, why in _placed(reports):
        if place.sense == "location":
            found[place.geonames or place.name.casefold(), place.country].append((told, words, place, why))
    return tuple(sorted((_spot(rows) for rows in found.values()), key=lambda s: (-len(s.reports), s.place.name)))


def peoples(reports: Sequence[Told]) -> tuple[tuple[str, str], ...]:
    """Words that are a people's or a government's by the name of a place: "Uzbeks" and what they are named by."""
    found: dict[str, list[str]] = defaultdict(list)
    for _, words, place, _ in _placed(reports):
        if place.sense != "location":
            found[place.name].append(words)
    return tuple((", ".join(dict.fromkeys(w for w in words)), name) for name, words in sorted(found.items()))


def _placed(reports: Sequence[Told]) -> Iterator[tuple[Told, str, Place, str]]:
    for told in reports:
        text = told.reading.report.text
        for m in told.reading.mentions:
            for value, why in told.values.get(m.id, ()):
                if isinstance(value, Place):
                    yield told, " ".join(m.span.of(text).split()), value, why


def _spot(rows: list[tuple[Told, str, Place, str]]) -> Spot:
    place = rows[0][2]
    reports = tuple(dict.fromkeys(t.outlet for t, *_ in rows))
    return Spot(
        place, wording.PRECISION.get(place.precision, place.precision), reports, tuple(dict.fromkeys(w for _, w, *_ in rows)),
        rows[0][3],
    )  # fmt: skip


@dataclass(frozen=True)
class Side:
    """One number, and the claims that give it."""

    number: str
    said: tuple[Said, ...]


@dataclass(frozen=True)
class Differing:
    """One kind of thing of which sources give different numbers, the smallest first."""

    matter: str
    story: str
    sides: tuple[Side, ...]


def differing(view: View) -> tuple[Differing, ...]:
    """Numbers that are the same are one side, with all who give it."""
    names = {t.story.id: t.name for t in tellings(view)}
    several = len(names) > 1
    return tuple(
        Differing(t.of, names.get(t.story, "") if several else "", _sides(t, view)) for t in view.dossier.relations.tallies
    )


def _sides(tally: Tally, view: View) -> tuple[Side, ...]:
    found: dict[tuple[float, float, bool], list[tuple[Quantity, Said]]] = defaultdict(list)
    for f in tally.figures:
        said, told = view.claims.get((f.claim.report, f.claim.claim)), view.by_id.get(f.claim.report)
        values = told.values.get(f.mention, ()) if told else ()
        q = next((v for v, _ in values if isinstance(v, Quantity)), None)
        if said and q:
            least = q.low if q.low is not None else q.high or 0.0
            found[least, math.inf if q.high is None else q.high, q.approximate].append((q, said))
    return tuple(_side(rows) for _, rows in sorted(found.items()))


def _side(rows: list[tuple[Quantity, Said]]) -> Side:
    """In the words of the text where these agree: "more than 300" is not quite "at least 300"."""
    printed = {q.text[:1].lower() + q.text[1:] for q, _ in rows if any(c.isdigit() for c in q.text) and not q.approximate}
    words = printed.pop() if len(printed) == 1 else wording.quantity(replace(rows[0][0], of=None))
    return Side(words, tuple(said for _, said in rows))


@dataclass(frozen=True)
class Pair:
    """A relation as shown."""

    relation: Relation
    left: Said
    right: Said
    outlets: tuple[str, str]
    findings: tuple[Finding, ...]
    origin: Finding | None


def pairs(view: View) -> list[tuple[RelationKind, list[Pair]]]:
    """Relations by kind, what a desk must look at first."""
    found: dict[RelationKind, list[Pair]] = {kind: [] for kind in ORDER}
    for left, right, r in sides(view):
        outlets = (view.reports[left.report].outlet, view.reports[right.report].outlet)
        why = [_worded(f) for f in r.why]
        origin = next((f for f in why if f.slot == "origin"), None)
        found[r.kind].append(Pair(r, left, right, outlets, tuple(f for f in why if f.slot != "origin"), origin))
    return [(kind, made) for kind, made in found.items() if made]


def _worded(f: Finding) -> Finding:
    """Days in a reader's words."""
    return replace(f, left=dates.noted(f.left), right=dates.noted(f.right)) if f.slot == "time" else f


def sides(view: View) -> Iterator[tuple[Said, Said, Relation]]:
    for r in view.dossier.relations.relations:
        left = view.claims.get((r.left.report, r.left.claim))
        right = view.claims.get((r.right.report, r.right.claim))
        if left and right:
            yield left, right, r


@dataclass(frozen=True)
class Telling:
    """A story as shown: what to call it, and how many origins its reports are shown to have."""

    story: Story
    name: str
    origins: tuple[tuple[Origin, tuple[Told, ...]], ...]

    @property
    def alone(self) -> bool:
        return len(self.story.reports) == 1

    @property
    def shown(self) -> int:
        return sum(o.shown for o in self.story.origins)

    @property
    def counted(self) -> str:
        """Fails closed: at least one, and never one that is not shown."""
        reports, n = len(self.story.reports), max(1, self.shown)
        unshown = "" if self.alone or self.shown else ", independence not shown"
        return f"{n} origin{'s' * (n != 1)} in {reports} report{'s' * (reports != 1)}{unshown}"


def tellings(view: View) -> tuple[Telling, ...]:
    made = []
    for story in view.dossier.relations.stories:
        origins = tuple((o, tuple(view.by_id[i] for i in o.reports if i in view.by_id)) for o in story.origins)
        first = view.by_id.get(story.reports[0])
        made.append(Telling(story, first.title if first else story.id, origins))
    return tuple(sorted(made, key=lambda t: -len(t.story.reports)))
