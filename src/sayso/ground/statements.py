"""Geographic statements of a report, held against the gazetteer: "X is in the south of Y", "X borders Z", "X, 40 km north of Y".

Only what a sentence says outright is looked at. A statement is doubted where it fails for every place of those names; where
another reading of the words would hold ("in the south of Y" for "south of Y"), that is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.lang import Pack
from sayso.records import CheckFinding, Grounding, Mention, Parse, Place, Report, Span

from .atlas import Atlas, apart, bearing
from .gazetteer import Entry, Gazetteer
from .relation_words import Stated, stated

_IN = re.compile(r"\b(?:in|inside|within)\s+(?:the\s+)?(?:(?:city|province|state|region|district)\s+of\s+)?$", re.I)
_ON_BORDER = re.compile(
    r"\b(?:on|at|near|close\s+to)\s+(?:the|its)\s+(?:border|frontier)\s+(?:with|between|to)\s+(?:the\s+)?$", re.I
)
_BESIDE = re.compile(r",\s+(?:(?:located|situated|lying|which\s+(?:is|lies)|a\s+(?:city|town|village|district|port))\s+)?", re.I)
_LYING = frozenset({"locate", "situate", "lie", "be", "sit", "stand"})
_UP = frozenset({"nmod", "obl", "conj", "compound", "nummod", "obl:npmod", "obl:unmarked", "nmod:unmarked", "advmod"})
_STEPS = 7  # up a tree from a name to the verb of lying there
_SLACK = 1.3  # distances are printed by road, rounded, from the edge or the middle of towns
_SIDE = 67.5  # degrees by which a direction in words may be off
_OTHER_SIDE = 112.5  # degrees from a side at which a place lies on the other one
_MIDDLE = 0.42  # of an area's extent in a direction, from its other end: what lies less far is on the other side
_LIKELY = 600.0  # km within which "south of" is said of two places
_NAMESAKES = 6

Anchor = tuple[Span, Place]


@dataclass(frozen=True, slots=True)
class Statement:
    """What is said of a place: its relation to another, in words from ``span``."""

    of: Anchor
    to: Anchor
    stated: Stated
    span: Span


def doubted(
    report: Report, parse: Parse, mentions: Sequence[Mention], groundings: Sequence[Grounding], pack: Pack, gazetteer: Gazetteer
) -> tuple[CheckFinding, ...]:
    """Statements that hold for no places of those names."""
    spans = {m.id: m.span for m in mentions}
    named = [(spans[g.mention], g.value) for g in groundings if g.mention in spans and isinstance(g.value, Place)]
    anchors = sorted((a for a in named if a[1].sense == "location" and a[1].precision != "relative"), key=lambda a: a[0])
    atlas = Atlas(gazetteer)
    found = (_finding(s, report.text, atlas) for s in _statements(report.text, parse, anchors, pack))
    return tuple(f for f in found if f is not None)


# ---------------------------------------------------------------- what is stated


def _statements(text: str, parse: Parse, anchors: Sequence[Anchor], pack: Pack) -> Iterator[Statement]:
    for i, to in enumerate(anchors):
        words = parse.words_in(to[0])
        if not words:
            continue
        here = _said_before(text, to[0], pack)
        if here is not None:
            of = _subject(parse, words, anchors) or _before(text, anchors[:i], here[1], to[0])
            if of is not None and of[1] != to[1]:
                yield Statement(of, to, here[0], Span(of[0].start, to[0].end))
        of = _bordering(parse, words, anchors)
        if of is not None:
            yield Statement(of, to, Stated("border"), Span(min(of[0].start, to[0].start), to[0].end))


def _said_before(text: str, span: Span, pack: Pack) -> tuple[Stated, int] | None:
    """The words before a name that put something by it, and where they begin."""
    before = text[max(0, span.start - 70) : span.start]
    found = stated(before, pack)
    if found is not None:
        return found[0], span.start - len(before) + found[1]
    for kind, words in (("in", _IN), ("border", _ON_BORDER)):
        m = words.search(before)
        if m:
            return Stated(kind), span.start - len(before) + m.start()
    return None


def _subject(parse: Parse, words: range, anchors: Sequence[Anchor]) -> Anchor | None:
    """"*Herat* is in Iran", "*Herat* is located in the south of Iran": the place that is the subject of lying there."""
    word = parse.top(words)
    for _ in range(_STEPS):
        lies = parse.lemmas[word] in _LYING or parse.child(word, "cop") is not None
        subject = parse.child(word, "nsubj", "nsubj:pass") if lies else None
        if subject is not None:
            return _at(parse, subject, anchors)
        if parse.relations[word] not in _UP or parse.heads[word] < 0:
            return None
        word = parse.heads[word]
    return None


def _at(parse: Parse, word: int, anchors: Sequence[Anchor]) -> Anchor | None:
    return next((a for a in anchors if a[0].covers(parse.words[word])), None)


def _before(text: str, anchors: Sequence[Anchor], start: int, to: Span) -> Anchor | None:
    """"*Graz*, in southern Austria, ...", "*Derby*, 40 km north of Leeds.": a name right before the words, which end a phrase."""
    if not anchors or text[to.end : to.end + 1] not in (",", ".", ")", ";"):
        return None
    return anchors[-1] if _BESIDE.fullmatch(text, anchors[-1][0].end, start) else None


def _bordering(parse: Parse, words: range, anchors: Sequence[Anchor]) -> Anchor | None:
    """"*Kandahar* borders Pakistan", "*Kandahar*, bordering Pakistan": who borders on a name."""
    word = parse.top(words)
    verb = parse.heads[word]
    if verb < 0 or parse.relations[word] != "obj" or parse.lemmas[verb] != "border":
        return None
    who = parse.child(verb, "nsubj")
    if who is None and parse.relations[verb] == "acl":
        who = next((w for w in (parse.heads[verb], *_below(parse, parse.heads[verb])) if _at(parse, w, anchors)), None)
    return _at(parse, who, anchors) if who is not None else None


def _below(parse: Parse, word: int) -> list[int]:
    """"the province of *Kunduz*, bordering": the name that hangs on a common noun."""
    return [j for j in parse.children[word] if parse.relations[j] in ("nmod", "appos", "compound", "flat")]


# ---------------------------------------------------------------- whether it holds


def _finding(s: Statement, text: str, atlas: Atlas) -> CheckFinding | None:
    ones, others = _entries(s.of, text, atlas), _entries(s.to, text, atlas)
    pairs = [(a, b) for a in ones for b in others if a.rank != b.rank]
    if not pairs or any(_holds(s.stated, a, b, atlas) is not False for a, b in pairs):
        return None
    message = f"“{' '.join(s.span.of(text).split())}”: {_why(s, *pairs[0])}{_otherwise(s.stated, pairs)}"
    return CheckFinding("geography", message, (s.span,))


def _entries(anchor: Anchor, text: str, atlas: Atlas) -> list[Entry]:
    """The place itself first, then others of its name."""
    span, place = anchor
    found = (*atlas.gazetteer.find(span.of(text)), *atlas.gazetteer.find(place.name))
    own = [e for e in found if e.geonames == place.geonames and round(e.lat, 4) == place.lat]
    others = [e for e in found[:_NAMESAKES] if e.country == place.country or e.population > 50_000]
    return list({e.rank: e for e in (*own, *others)}.values()) if own else []


def _holds(said: Stated, a: Entry, b: Entry, atlas: Atlas) -> bool | None:
    match said.kind:
        case "in":
            return atlas.holds(b, a)
        case "part":
            return _in_part(said, a, b, atlas)
        case "border":
            return atlas.touches(a, b)
        case "distance":
            return _as_far(said, a, b)
        case "bearing":
            return _on_that_side(said, a, b)
    return None


def _in_part(said: Stated, a: Entry, b: Entry, atlas: Atlas) -> bool | None:
    """Within it, and not on its other side."""
    inside = atlas.holds(b, a)
    if not inside or said.bearing is None or a.kind == "country":
        return inside
    beyond = a.km_to(b) > b.radius_km / 4 and apart(bearing(b, a), said.bearing) > _OTHER_SIDE
    land = atlas.land(b)
    return not beyond or (land is not None and land.along(said.bearing, a.lat, a.lon) > _MIDDLE)


def _as_far(said: Stated, a: Entry, b: Entry) -> bool:
    km, size = a.km_to(b), a.radius_km + b.radius_km
    return 0.4 * said.km - size <= km <= _SLACK * said.km + size + 5 and (km < 2 * size or _on_that_side(said, a, b))


def _on_that_side(said: Stated, a: Entry, b: Entry) -> bool:
    return said.bearing is None or a.km_to(b) < b.radius_km or apart(bearing(b, a), said.bearing) <= _SIDE


def _why(s: Statement, a: Entry, b: Entry) -> str:
    if s.stated.kind == "part" and a.country == b.country and b.kind == "country":
        return f"by the gazetteer {a.name} lies to the {_wind(bearing(b, a))} of the middle of {b.name}"
    if s.stated.kind in ("in", "part"):
        return f"the gazetteer has {a.name} ({_where(a)}) outside {b.name} ({_where(b)})"
    if s.stated.kind == "border":
        return f"by the gazetteer {a.name} ({_where(a)}) and {b.name} do not touch"
    return f"by the gazetteer {a.name} lies {a.km_to(b):.0f} km to the {_wind(bearing(b, a))} of {b.name}"


def _where(e: Entry) -> str:
    return f"{e.kind}, {e.country}" if e.country else e.kind


def _otherwise(said: Stated, pairs: Sequence[tuple[Entry, Entry]]) -> str:
    """The other reading of "in the south of": towards the south from it."""
    if said.kind != "part" or said.bearing is None:
        return ""
    side = _wind(said.bearing)
    for a, b in pairs:
        if a.km_to(b) < _LIKELY and apart(bearing(b, a), said.bearing) <= _SIDE:
            return f"; read as “{side} of {b.name}” it would hold ({a.km_to(b):.0f} km)"
    return f"; nor does it lie {side} of it"


_WINDS = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")


def _wind(degrees: float) -> str:
    return _WINDS[round(degrees / 45) % 8]
