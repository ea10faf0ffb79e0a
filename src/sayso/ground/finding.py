"""Where a report names places: what the parser calls a place, people's adjectives, names inside names, and what it missed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sayso.records import Mention, NameSpan, Parse, Report, Span

from .placenames import PlaceNames
from .sightings import Sighting

_WIDE = ("country", "division", "continent", "region", "sea", "island", "river", "lake", "mountains")
_LARGE = 15_000  # people; what an untagged or embedded name must have to be taken for the place
_BREAKS = frozenset((",", "(", ")", "/", ";", "-", "–", "—"))
_SPEAKING = frozenset(("in", "speak", "speaks", "spoke", "speaking", "into", "learn"))
_COUNTY = re.compile(r" (?:County|Parish|Province|Oblast|Governorate|State|District)$")


@dataclass(slots=True)
class Search:
    """One report's sightings as they are found; no two overlap."""

    report: Report
    parse: Parse
    names: PlaceNames
    found: dict[Span, Sighting] = field(default_factory=dict)
    covered: bytearray = field(default_factory=bytearray)  # words that a sighting holds
    owner: list[NameSpan | None] = field(default_factory=list)  # the name that each word is part of

    def add(self, first: int, stop: int, sighting: Sighting) -> None:
        if first < stop and not any(self.covered[first:stop]):
            self.found[sighting.span] = sighting
            self.covered[first:stop] = b"\x01" * (stop - first)

    def text(self, first: int, stop: int) -> str:
        return self.parse.span(first, stop - 1).of(self.parse.text) if first < stop else ""

    def lower(self, i: int) -> str:
        return self.parse.word(i).lower() if 0 <= i < len(self.parse.words) else ""


def sightings(report: Report, parse: Parse, mentions: Sequence[Mention], names: PlaceNames) -> list[Sighting]:
    """Place names in the order of the text, surest sources first where two would overlap."""
    search = Search(report, parse, names, covered=bytearray(len(parse.words)), owner=_owners(parse))
    _demonyms(search)
    _tagged(search, mentions)
    _datelines(search)
    _inside(search)
    _missed(search)
    return [search.found[span] for span in sorted(search.found)]


def _owners(parse: Parse) -> list[NameSpan | None]:
    owner: list[NameSpan | None] = [None] * len(parse.words)
    for name in parse.names:
        owner[name.first : name.stop] = [name] * (name.stop - name.first)
    return owner


def _tagged(search: Search, mentions: Sequence[Mention]) -> None:
    """Names that the parser takes for places; "Derby, Kansas" in one piece is two."""
    for m in mentions:
        if m.form == "name" and m.kind in ("place", "facility"):
            words = search.parse.words_in(m.span)
            for first, stop in _pieces(search, words.start, words.stop):
                _place(search, first, stop)


def _pieces(search: Search, first: int, stop: int) -> Iterator[tuple[int, int]]:
    start = first
    for i in range(first, stop + 1):
        word = search.lower(i)
        if i == stop or word in _BREAKS or (i == start and word in ("the", "'s", "’s")):
            if start < i:
                yield start, i
            start = i + 1


def _place(search: Search, first: int, stop: int) -> None:
    text = search.text(first, stop)
    if any(c.isupper() for c in text) or not text.isascii():
        search.add(first, stop, Sighting(search.parse.span(first, stop - 1), text, "location", _hint(search, first, stop)))


def _hint(search: Search, first: int, stop: int) -> str | None:
    """The kind that a common noun gives: "Herat province", "the province of Herat", "the city of Derby"."""
    after = search.names.heads.get(search.lower(stop))
    if after:
        return after
    before = search.lower(first - 1)
    if before == "of":
        return search.names.heads.get(search.lower(first - 2))
    return search.names.heads.get(before)


def _demonyms(search: Search) -> None:
    """People's adjectives and names: "a Tajik citizen", "Syrians"; the language ("in Turkish") is none."""
    parse, known = search.parse, search.names.demonyms
    for i in range(len(parse.words)):
        if parse.word(i)[:1].isupper():
            for n in (3, 2, 1):
                text = search.text(i, min(i + n, len(parse.words)))
                if text in known and _of_people(search, i, i + n - 1):
                    search.add(i, i + n, Sighting(parse.span(i, i + n - 1), text, "demonym"))
                    break


def _of_people(search: Search, first: int, last: int) -> bool:
    parse, name = search.parse, search.owner[last]
    if name and name.kind == "person":
        return False
    language = search.lower(first - 1) in _SPEAKING and parse.upos[last] != "ADJ"
    describes = parse.heads[last] > last or parse.xpos[last] == "NNPS" or search.lower(first - 1) in ("a", "an", "the")
    return not language or describes


def _datelines(search: Search) -> None:
    for dateline in search.report.datelines:
        for span in dateline.places:
            words = search.parse.words_in(span)
            for first, stop in _pieces(search, words.start, words.stop):
                _place(search, first, stop)


def _inside(search: Search) -> None:
    """Names of places inside names of bodies: "University of Derby", "Herat Police"."""
    for name in search.parse.names:
        if name.kind in ("organization", "misc", "event"):
            i = name.first
            while i < name.stop:
                stop = _longest(search, i, name.stop)
                if stop:
                    whole = (i, stop) == (name.first, name.stop)
                    if not whole or _stands_as_place(search, i, stop):
                        _add(search, i, stop, "location" if whole else "metonym")
                i = stop or i + 1


def _add(search: Search, first: int, stop: int, sense: str) -> None:
    span = search.parse.span(first, stop - 1)
    search.add(first, stop, Sighting(span, search.text(first, stop), "metonym" if sense == "metonym" else "location", None))


def _longest(search: Search, first: int, limit: int) -> int | None:
    """Where the longest well-known place name that begins at a word ends."""
    if not search.parse.word(first)[:1].isupper() or any(search.covered[first : first + 1]):
        return None
    for stop in range(min(limit, first + 4), first, -1):
        text = search.text(first, stop)
        if search.parse.word(stop - 1)[:1].isupper() and not any(search.covered[first:stop]) and _known(search, text):
            return stop
    return None


def _known(search: Search, text: str) -> bool:
    """Whether a name is a place's own, and one that people have heard of."""
    if text in search.names.codes and (len(text) > 3 or "." in text or text in ("US", "UK")):
        return True
    if text in search.names.common or (text.isupper() and len(text) < 5):
        return False
    entry = next(iter(search.names.candidates(text)), None)
    if not entry or entry.matched != "name":
        return False
    wide = entry.kind in _WIDE and (entry.population > 100_000 or entry.kind == "country")
    return wide or entry.population >= _LARGE or (entry.kind == "county" and bool(_COUNTY.search(text)))


def _stands_as_place(search: Search, first: int, stop: int) -> bool:
    """A name that the parser calls a body, used as a place: after "in" or "near", or a country's or state's name."""
    entry = next(iter(search.names.candidates(search.text(first, stop))), None)
    return search.lower(first - 1) in search.names.before or bool(entry and entry.kind in ("country", "division"))


def _missed(search: Search) -> None:
    """Names that the parser took for nothing: countries anywhere, others after "in", "near" or before ", Kansas"."""
    parse, i = search.parse, 0
    while i < len(parse.words):
        stop = None
        if search.owner[i] is None and not search.covered[i] and parse.word(i)[:1].isupper():
            limit = i + 1
            while limit < len(parse.words) and limit < i + 4 and search.owner[limit] is None:
                limit += 1
            stop = _longest(search, i, limit)
            if stop and _supported(search, i, stop):
                _add(search, i, stop, "location")
        i = stop or i + 1


def _supported(search: Search, first: int, stop: int) -> bool:
    if search.lower(first - 1) in search.names.before or _qualified(search, stop):
        return True
    if search.lower(first - 1) == "," and first >= 2 and search.covered[first - 2]:
        return True  # ", Kansas" behind a place
    entry = next(iter(search.names.candidates(search.text(first, stop))), None)
    opens = first == search.parse.sentences[search.parse.sentence_of[first]][0]
    return bool(entry and entry.kind == "country" and (search.parse.upos[first] == "PROPN" or not opens))


def _qualified(search: Search, stop: int) -> bool:
    """Whether a country's or state's name follows behind a comma."""
    if search.lower(stop) != ",":
        return False
    for end in (stop + 3, stop + 2):
        text = search.text(stop + 1, min(end, len(search.parse.words)))
        entry = next(iter(search.names.candidates(text)), None) if text[:1].isupper() else None
        if text in search.names.codes or (entry and entry.kind in ("country", "division") and entry.matched == "name"):
            return True
    return False
