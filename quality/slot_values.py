"""Values of slots: what the accounts of the system say each report gives, against the statements of the gold."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import inf

from quality.judged import Judged, Place
from quality.matters import COUNTS, LABELS, NUMBERS, Bounds, GoldStory, Statement, bounds
from sayso.records import Account, Interval, Quantity, Reading, Span, Telling, Value

POLARITY = {"holds": "+", "claims": "+", "denies": "-", "open": "?"}
NEAR, FAR = 0.02, 0.05  # how far two numbers may lie apart, as a share: in the same unit, and across units
METRES = {"ft": 0.3048, "foot": 0.3048, "in": 0.0254, "cm": 0.01, "km": 1000.0, "mi": 1609.34, "mile": 1609.34, "yd": 0.9144}
LONGEST = 31  # days that a date may leave open


@dataclass(frozen=True, slots=True)
class Told:
    """One telling of the system in the gold's terms; ``group`` numbers the value that it is one of."""

    report: str
    slot: str
    span: Span
    value: Value
    polarity: str
    group: tuple[int, int]

    @property
    def place(self) -> Place:
        return self.report, (self.span.start, self.span.end)


@dataclass(frozen=True, slots=True)
class Asked:
    """A statement of the gold with the slot of its matter."""

    slot: str
    matter: str
    said: Statement


@dataclass(frozen=True, slots=True)
class Scored:
    """A telling with its verdict: right, wrong, or None where neither gold nor judges say; ``found`` are gold statements."""

    told: Told
    good: bool | None
    found: tuple[Asked, ...] = ()


def score(story: GoldStory, accounts: Sequence[Account], readings: Mapping[str, Reading], judged: Judged) -> list[Scored]:
    asked: defaultdict[str, list[Asked]] = defaultdict(list)
    for m in story.matters:
        for s in m.statements:
            asked[s.report].append(Asked(m.slot, m.id, s))
    every = [t for t in tellings(accounts, readings) if t.report in story.reports]
    labels = _labels(every, asked)
    return [_scored(t, asked[t.report], labels, judged) for t in every]


def tellings(accounts: Sequence[Account], readings: Mapping[str, Reading]) -> Iterator[Told]:
    for i, account in enumerate(accounts):
        for k, value in enumerate(account.values):
            for t in value.tellings:
                if t.claim.report in readings and (span := _span(t, readings[t.claim.report])):
                    yield Told(t.claim.report, account.slot, span, value.value, POLARITY[t.bearing], (i, k))


def _span(telling: Telling, reading: Reading) -> Span | None:
    """Of the words that give the value; of the claim where there are none."""
    mention = next((m.span for m in reading.mentions if m.id == telling.mention), None)
    return mention or next((c.span for c in reading.claims if c.id == telling.claim.claim), None)


def _here(told: Told, asked: Sequence[Asked]) -> list[Asked]:
    """What stands where a value is told; of an event, which a whole claim tells, what is most of the claim."""
    over = _alike if told.slot == "event" else Span.overlaps
    return [a for a in asked if over(told.span, Span(*a.said.span))]


def _alike(one: Span, other: Span) -> bool:
    return 2 * (min(one.end, other.end) - max(one.start, other.start)) >= max(one.end - one.start, other.end - other.start)


def _labels(every: Sequence[Told], asked: Mapping[str, list[Asked]]) -> dict[tuple[int, int], tuple[str, str]]:
    """What most tellings of one value stand on in the gold: the answer that the system's value is taken for."""
    counts: defaultdict[tuple[int, int], Counter[tuple[str, str]]] = defaultdict(Counter)
    for t in every:
        if t.slot in LABELS:
            here = {(a.matter, a.said.value.split("/")[0]) for a in _here(t, asked[t.report]) if a.slot == t.slot}
            counts[t.group].update(here)
    return {g: min(c, key=lambda k: (-c[k], k)) for g, c in counts.items() if c}


def _scored(told: Told, asked: Sequence[Asked], labels: Mapping[tuple[int, int], tuple[str, str]], judged: Judged) -> Scored:
    here = _here(told, asked)
    same = [a for a in here if a.slot == told.slot]
    if hits := tuple(a for a in same if a.said.polarity == told.polarity and _agree(told, a, labels)):
        return Scored(told, True, hits)
    verdict = judged.on(told.slot, told.place)
    if verdict is not None:
        return Scored(told, verdict)
    if told.slot == "count" and any(a.slot in COUNTS and _equal(told.value, a) for a in here):
        return Scored(told, True)  # a slot that says less: "girls: 219" of those abducted
    misplaced = any(a.slot != told.slot and a.slot in NUMBERS and _equal(told.value, a) for a in here)
    return Scored(told, False if misplaced or same else None)


def _agree(told: Told, asked: Asked, labels: Mapping[tuple[int, int], tuple[str, str]]) -> bool:
    if asked.slot in LABELS:
        return labels.get(told.group) == (asked.matter, asked.said.value.split("/")[0])
    return asked.slot == "event" or _equal(told.value, asked)


def _equal(value: Value, asked: Asked) -> bool:
    """Whether the system's number or date is the gold's, as closely as either says."""
    if isinstance(value, Quantity) and asked.slot in NUMBERS:
        return _numbers(value, bounds(asked.said.value, asked.slot))
    if isinstance(value, Interval) and asked.slot == "date":
        return _dates(value, bounds(asked.said.value, asked.slot))
    return False


def _numbers(value: Quantity, gold: Bounds) -> bool:
    low, high = (-inf if value.low is None else value.low), (inf if value.high is None else value.high)
    low = low if gold[0] != -inf or low > 0 else -inf
    factors = ((1.0, NEAR), (METRES.get(value.unit or "", 1.0), FAR))
    ends = ((low, gold[0]), (high, gold[1]))
    if any(all(_near(a * f, b, share) for a, b in ends) for f, share in factors):
        return True
    # "About 220", "nearly 300", "dozens": how far off they may be is told differently by everybody.
    return value.approximate and low <= gold[1] and gold[0] <= high and (gold[0] == gold[1] or gold[1] == inf or high == low)


def _near(a: float, b: float, share: float) -> bool:
    return a == b or abs(a - b) <= max(1.0 if max(a, b) > 20 else 0.0, share * max(abs(a), abs(b))) < inf


def _dates(value: Interval, gold: Bounds) -> bool:
    if value.edtf.startswith("XXXX-"):  # a month, or a day of it, of a year that the report does not say
        days = [date.fromordinal(int(g)).isoformat() for g in gold if abs(g) < inf]
        return len(days) == len(gold) and all(d[4:].startswith(value.edtf[4:]) for d in days)
    if not value.earliest_start or not value.latest_end:
        return False
    low, high = (date.fromisoformat(d[:10]).toordinal() for d in (value.earliest_start, value.latest_end))
    nested = (gold[0] <= low and high <= gold[1]) or (low <= gold[0] and gold[1] <= high)
    return nested and high - low <= max(LONGEST, gold[1] - gold[0])


def asked_for(story: GoldStory) -> dict[tuple[str, str, str, str, str], str]:
    """What recall is counted over: each value that a report gives on a matter, once; with the slot."""
    return {_key(a): a.slot for m in story.matters for s in m.statements if s.polarity != "?" for a in [Asked(m.slot, m.id, s)]}


def found(scored: Sequence[Scored]) -> set[tuple[str, str, str, str, str]]:
    return {_key(a) for s in scored for a in s.found}


def _key(a: Asked) -> tuple[str, str, str, str, str]:
    return a.slot, a.said.report, a.matter, a.said.value, a.said.polarity
