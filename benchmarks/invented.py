"""Any number of readings of reports that nobody wrote: real readings with other names, words, numbers and days in them.

Words are changed for words of the same length, the same way throughout a story, so that every span holds. Stories are of
heavy-tailed size; half of their reports are copies, some are cut short, the others say part of it in other words. The same
seed gives the same corpus.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from sayso import case
from sayso.codec import plain, reading_from_json
from sayso.lang import load
from sayso.records import Reading, Span
from sayso.settings import Settings

EXAMPLES = Path(__file__).parent.parent / "examples"
LARGEST, TAIL = 1000, 1.15  # reports of one story; the exponent of Pareto's law
COPIES, PARTS = 0.5, 0.7  # shares of reports: up to the first copies, up to the second parts of copies, then rewritten
CHANGED, REWRITTEN = 0.75, 0.2  # share of words that are the story's own, and of those that a rewriting changes again
PART = 0.6  # of a text that is cut short
OUTLETS, DAYS = 600, 3 * 365
WORDS = 12_000  # of each length there are so many to choose from; the first are chosen most
_TOKEN = re.compile(r"[^\W\d_]{4,}|\b\d{1,3}\b|\b\d{4}-\d\d-\d\d")
_SLOT = re.compile('"\ue000#(\\d+)\ue001"|\ue000([^\ue001]*)\ue001')
_WORDED = frozenset({"text", "title", "name", "aliases", "description", "lemma", "of", "within", "scope", "words"})
_LETTERS = ("aeiou", "bcdfghklmnprstvz")
_FIRST_DAY = dt.date(2021, 1, 1)
Change = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Place:
    """A report in the corpus: the ``number``-th of its story, ``day`` days after the first of all."""

    day: int
    story: int
    number: int


def readings(count: int, seed: int = 1) -> Iterator[Reading]:
    """In the order in which they were published; a report's id begins with its story's number."""
    several = templates()
    for place in places(count, seed):
        yield reading_from_json(printed(place, several, seed))


def places(count: int, seed: int) -> list[Place]:
    """Where reports stand; the first of a larger corpus are not those of a smaller one, but of the same kind."""
    choice, found, story = random.Random(seed), list[Place](), 0
    while len(found) < count:
        size = min(LARGEST, int(choice.random() ** (-1 / TAIL)))
        first = choice.randrange(DAYS)
        found += [Place(first + int(choice.expovariate(0.5)), story, n) for n in range(size)]
        story += 1
    found.sort(key=lambda p: (p.day, choice.random()))
    return found[:count]


def printed(place: Place, several: Sequence[Sequence[Template]], seed: int) -> str:
    """A reading as JSON."""
    family = several[place.story % len(several)]
    choice = random.Random(f"{seed} {place.story} {place.number}")
    kind = choice.random() if place.number else 0.0
    source = choice.randrange(min(place.number + 1, len(family) // 2))
    cut = COPIES < kind <= PARTS
    own = place.number if kind > PARTS else -1
    change = lambda token: changed(token, seed, place.story, own, place.day)  # noqa: E731
    id = f"{place.story}-{place.number}"
    outlet = f"The {word(7, choice.randrange(OUTLETS)).capitalize()} Courier"
    return family[2 * source + cut].filled(change, id, outlet)


@lru_cache(200_000)
def changed(token: str, seed: int, story: int, own: int, day: int) -> str:
    """What a token becomes in a story, or in the ``own`` words of one of its reports."""
    if token[4:5] == "-":
        return (_FIRST_DAY + dt.timedelta(day + int(token[-2:]) % 3)).isoformat()
    folded = token.casefold()
    choice = random.Random(f"{seed} {story} {folded}")
    if token.isdigit():
        return str(choice.randrange(10 ** (len(token) - 1), 10 ** len(token)))
    if len(folded) != len(token) or folded in kept() or choice.random() > CHANGED:
        return token
    again = own >= 0 and random.Random(f"{seed} {story} {own} {folded}").random() < REWRITTEN
    number = random.Random(f"{own} {folded}").random() if again else choice.random() ** 3
    made = word(len(token), int(WORDS * number))
    return made.upper() if token.isupper() else made.capitalize() if token[0].isupper() else made


@lru_cache(100_000)
def word(length: int, number: int) -> str:
    """A word that can be spoken: consonants and vowels take turns."""
    choice = random.Random(f"{length} {number}")
    return "".join(choice.choice(_LETTERS[i % 2]) for i in range(choice.randrange(2), length + 2))[:length]


@cache
def kept() -> frozenset[str]:
    """Words that say what happened, and those that hold sentences together."""
    pack = load("en")
    kinds = frozenset(w for row in pack.table("event_kinds") for w in row[1].split())
    return pack.column("stop_words") | kinds | pack.column("vague_sources") | pack.column("number_words")


class Template:
    """A reading as JSON with gaps: for words, small numbers and days, for its id and its outlet."""

    def __init__(self, reading: Reading) -> None:
        value = _open(plain(reading), "")
        value["report"] |= {"id": "\ue000id\ue001", "publisher": "\ue000outlet\ue001", "published": _DAY}
        self.parts = _SLOT.split(json.dumps(value, ensure_ascii=False))

    def filled(self, change: Change, id: str, outlet: str) -> str:
        made = {"id": id, "outlet": outlet}
        texts, numbers, slots = self.parts[::3], self.parts[1::3], self.parts[2::3]
        filling = [change(n) if n else made.get(s) or change(s) for n, s in zip(numbers, slots, strict=True)]
        return "".join(x for pair in zip(texts, [*filling, ""], strict=True) for x in pair)


_BOUNDS = ("earliest_start", "latest_start", "earliest_end", "latest_end")
_DAY = {"edtf": "\ue0002000-01-00\ue001", **dict.fromkeys(_BOUNDS, "\ue0002000-01-00\ue001"), "basis": "metadata"}


def _open(value: Any, name: str) -> Any:
    if isinstance(value, dict):
        return {key: _open(inner, key) for key, inner in value.items()}
    if isinstance(value, list):
        return [_open(inner, name) for inner in value]
    if isinstance(value, str) and (name in _WORDED or name in _BOUNDS or name == "edtf"):
        return _TOKEN.sub("\ue000\\g<0>\ue001", value)
    if isinstance(value, int | float) and name in ("low", "high") and value == int(value) and 0 < value < 1000:
        return f"\ue000#{int(value)}\ue001"
    return value


@cache
def templates() -> tuple[tuple[Template, ...], ...]:
    """Of each story of the examples its reports, each whole and cut short."""
    folders = sorted(p for p in EXAMPLES.iterdir() if p.is_dir())
    found = []
    for folder in folders:
        readings = [r for r in case.read([str(folder)], Settings()) if isinstance(r, Reading)]
        found.append(tuple(Template(part) for r in readings for part in (r, shortened(r))))
    return tuple(found)


def shortened(reading: Reading) -> Reading:
    """The first part of a report, with what was read in it."""
    end = reading.report.text.index(" ", int(len(reading.report.text) * PART))

    def within(*spans: Span | None) -> bool:
        return all(s is None or s.end <= end for s in spans)

    mentions = tuple(m for m in reading.mentions if within(m.span))
    ids = {m.id for m in mentions}
    clipped = ((a, tuple(Span(s.start, min(s.end, end)) for s in a.content if s.start < end)) for a in reading.attributions)
    said = tuple(replace(a, content=content) for a, content in clipped)
    said = tuple(a for a in said if a.content and within(a.cue, a.source.span, *a.evidence))
    voices = {a.id for a in said}
    said = tuple(replace(a, under=a.under if a.under in voices else None) for a in said)
    claims = tuple(c for c in reading.claims if within(c.span, *c.commitment.cues) and c.said in voices)
    claims = tuple(replace(c, roles=tuple(r for r in c.roles if r.mention in ids), along=()) for c in claims)
    entities = tuple(replace(e, mentions=tuple(m for m in e.mentions if m in ids)) for e in reading.entities)
    blocks = tuple(b for b in reading.report.blocks if within(b.span))
    report = replace(reading.report, text=reading.report.text[:end], blocks=blocks, offsets=())
    return replace(
        reading, report=report, mentions=mentions, attributions=said, claims=claims, findings=(), problems=(), listings=(),
        itineraries=(), entities=tuple(e for e in entities if e.mentions),
        groundings=tuple(g for g in reading.groundings if g.mention in ids),
    )  # fmt: skip
