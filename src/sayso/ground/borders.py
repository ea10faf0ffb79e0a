"""Borders of two countries as places: "along the Afghan-Tajik border", "near the border with Pakistan"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from sayso.lang import Pack
from sayso.records import Geometry, Place, Span
from sayso.records.region import enclosing, holder

from .anchors import Region
from .gazetteer import Gazetteer
from .hulls import border_of
from .relation_words import Relations, relations, words_of
from .shapes import grown

Land = tuple[Span, str]  # a country's or people's name and its code
_WORD = re.compile(r"\b(?:border|frontier)s?\b(?! (?:guards?|police|controls?|officers?|troops|disputes?|talks|forces?))", re.I)
_PLACED = re.compile(r"\b(?:on|along|at|near|across|over|by|from|to|towards?|off|of|close to|beyond)\s+"
                     r"(?:(?:both|either) sides of\s+)?(?:the\s+)?(?:(?:\w+ )?side of the\s+)?(?:\w+\s+)?$", re.I)  # fmt: skip
_TOWN = re.compile(r"\s+(?:towns?|city|cities|villages?|crossings?|posts?|provinces?|districts?)\b", re.I)
_REACH = 70  # characters before a border in which its distance is looked for
_SIDE = re.compile(r"(?:['’]s?)?\s+side\s+of\s+(?:the|its)\s+(?:\w+\s+)?", re.I)
_OF = re.compile(r"\s+(?:between|with|to|of)\s+(?:the\s+)?", re.I)
_AND = re.compile(r"\s+and\s+(?:the\s+)?|\s?[-–—/]\s?")
_CLOSE = re.compile(r"(?:['’]s?)?\s+(?:\w+\s+)?")
_NEAR = re.compile(r"near|close|from|off|to", re.I)
_AT_KM, _NEAR_KM = 40.0, 60.0  # from the line, for what lies on it and near it
_CORNERS = 80
_GROWN = 1.15  # times the hull of the towns there
_SPARE = 20.0  # km that towns may lie off the line


def borders(text: str, lands: Sequence[Land], there: Sequence[str], gazetteer: Gazetteer, pack: Pack) -> Iterator[Region]:
    """Each phrase that puts something at a border, where both countries are known; ``there``: those of the report's places."""
    tables = relations(pack)
    for m in _WORD.finditer(text) if lands else ():
        before = [x for x in lands if 0 <= m.start() - x[0].end < 25 and _CLOSE.fullmatch(text, x[0].end, m.start())]
        pair = _joined(text, lands, before[-1]) if before else None
        behind = _behind(text, lands, m.end())
        named = [*([pair] if pair else []), *before[-1:], *behind]
        side = _side(text, lands, min((span.start for span, _ in named), default=m.start()), m.start())
        named += [side] if side else []
        codes = list(dict.fromkeys(code for _, code in named))
        codes += _home(there, gazetteer.neighbours(codes[0])) if len(codes) == 1 else []
        start = min((span.start for span, _ in named), default=m.start())
        lead = _PLACED.search(text[max(0, min(start, m.start()) - 40) : min(start, m.start())])
        guessed = len({code for _, code in named}) == 1 and _TOWN.match(text, m.end())  # "the Syrian border town of"
        if len(codes) == 2 and lead and not guessed and codes[1] in gazetteer.neighbours(codes[0]):
            at = min(start, m.start())
            far = _distance(text[max(0, at - _REACH) : at], tables)
            first = at - (len(far.string) - far.start("all") if far else len(lead[0]))
            span = Span(first, max(m.end(), *(s.end for s, _ in named)))
            away = _away(far, tables) if far else None
            yield from _region(text, span, codes[0], codes[1], side[1] if side else None, away, gazetteer)


def _distance(before: str, tables: Relations) -> re.Match[str] | None:
    """"70 km south of the" before "Turkish border"."""
    return tables.search("distance", before, words_of(before))


def _away(m: re.Match[str], tables: Relations) -> tuple[float, float]:
    """From how many to how many km."""
    km, (low, high) = tables.km(m), tables.bounds(m)
    return low * km, high * km


def _joined(text: str, lands: Sequence[Land], last: Land) -> Land | None:
    """The other name of "Afghan-Tajik"."""
    return next((x for x in lands if 0 < last[0].start - x[0].end < 4 and _AND.fullmatch(text, x[0].end, last[0].start)), None)


def _side(text: str, lands: Sequence[Land], *starts: int) -> Land | None:
    """The name of "the Afghan side of the Tajik border"."""
    return next((x for x in lands for start in starts if start > x[0].end and _SIDE.fullmatch(text, x[0].end, start)), None)


def _behind(text: str, lands: Sequence[Land], at: int) -> list[Land]:
    """The names of "border between X and Y", "border with Y"."""
    link = _OF.match(text, at)
    first = next((x for x in lands if link and x[0].start == link.end()), None)
    if first is None:
        return []
    second = next((x for x in lands if x[0].start > first[0].end and _AND.fullmatch(text, first[0].end, x[0].start)), None)
    return [first, second] if second and "between" in (link[0] if link else "") else [first]


def _region(
    text: str, span: Span, one: str, other: str, side: str | None, away: tuple[float, float] | None, gazetteer: Gazetteer
) -> Iterator[Region]:
    names, name = [e.name for c in (one, other) if (e := gazetteer.country(c))], " ".join(span.of(text).split())
    away = away or (0.0, _NEAR_KM if _NEAR.match(name) else _AT_KM)
    shaped = _along(one, other, tuple(names), away) or _among_towns(one, other, tuple(names))
    if shaped and len(names) == 2:
        shape, why = shaped
        lat, lon, km = holder(shape)
        at = round(lat, 4), round(lon, 4), round(km + (_SPARE if shape.shape == "part" else 0.0), 1)
        place = Place(name, side, None, *at, "relative", geometry=shape)
        yield Region(span, place, (f"{why} {' and '.join(names)}{f', in {side}' if side else ''}",), "border")


@lru_cache(maxsize=256)
def _along(one: str, other: str, names: tuple[str, ...], away: tuple[float, float]) -> tuple[Geometry, str] | None:
    """What lies on the line between two countries, or so far from it."""
    from sayso.outlines import border, roughly  # loaded with the first report that speaks of a border

    lines, off = roughly(border(one, other), _CORNERS)
    if not lines:
        return None
    lat, lon, _ = enclosing([p for line in lines for p in line])
    inner, wide = round(max(0.0, away[0] - off), 1), round(away[1] + off, 1)
    shape = Geometry("corridor", round(lat, 4), round(lon, 4), wide, inner, outline=lines[0], of=names, more=lines[1:])
    return shape, "along the border of" if not inner else f"{away[0]:.0f} to {away[1]:.0f} km from the border of"


def _among_towns(one: str, other: str, names: tuple[str, ...]) -> tuple[Geometry, str] | None:
    ring = grown(border_of(one, other), _GROWN)
    if len(ring) < 3:
        return None
    lat, lon, km = enclosing(ring)
    shape = Geometry("part", round(lat, 4), round(lon, 4), round(km, 1), outline=ring, of=names)
    return shape, "towns near the border of"


def _home(there: Sequence[str], neighbours: frozenset[str]) -> list[str]:
    """The neighbour that most of the places lie in, if it is clear of the others."""
    first = Counter(c for c in there if c in neighbours).most_common(2)
    clear = first and (len(first) == 1 or first[0][1] >= 2 * first[1][1])
    return [first[0][0]] if clear else []
