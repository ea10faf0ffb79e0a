"""One report searched for place names: what is found so far, and what a stretch of words is known as."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sayso.records import NameSpan, Parse, Report, Span

from .gazetteer import Entry
from .placenames import PlaceNames
from .sightings import Sense, Sighting

WIDE = frozenset(("country", "division", "continent", "region", "sea", "island", "river", "lake", "mountains"))
SMALL = 1_000  # people; what is enough where the words around speak for a place
LARGE = 15_000  # people; what a name that the parser took for nothing must have to be taken for the place
FAMOUS = 100_000  # the same within a body's name, where surnames and common words abound
NONE = 10**10  # no town has so many: countries and regions only
_NEAR = frozenset((("close", "to"), ("far", "from"), ("next", "to"), ("vicinity", "of"), ("outskirts", "of")))
_LIES = frozenset((",", "(", "is", "was", "has", "lies", "lay", "stands", "stood", "located", "situated"))
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
    located: set[str] = field(default_factory=set)  # names seen where only a place can stand
    surnames: frozenset[str] = frozenset()  # last words of the persons' names of the report
    borne: frozenset[str] = frozenset()  # all words of them
    bodies: frozenset[str] = frozenset()  # names of bodies and persons
    agencies: frozenset[str] = frozenset()  # of the datelines
    words: list[str] = field(default_factory=list)
    capitals: list[bool] = field(default_factory=list)

    def add(
        self, first: int, stop: int, sense: Sense = "location", hint: str | None = None, sure: bool = False, dated: bool = False
    ) -> bool:
        """Notes words as a place's name, unless a sighting holds one of them already."""
        if first >= stop or any(self.covered[first:stop]) or self._generic(first, stop):
            return False
        stop = self._with_point(first, stop)
        span = self.parse.span(first, stop - 1)
        town, wide = self._as_town(first), self._wide_only(first, stop)
        self.found[span] = Sighting(span, self.text(first, stop), sense, hint, town, dated, wide)
        self.covered[first:stop] = b"\x01" * (stop - first)
        if sure:
            self.located.add(self.text(first, stop))
        return True

    def _generic(self, first: int, stop: int) -> bool:
        """A word that only begins or ends places' names ("Puerto", "Sur"), or the name of the dateline's agency."""
        return (stop == first + 1 and self.lower(first) in self.names.generic) or self.text(first, stop) in self.agencies

    def _wide_only(self, first: int, stop: int) -> bool:
        """Whether "the" stands before a name that is no part of a longer phrase: "the Middle East" is no town."""
        parse, last = self.parse, stop - 1
        describes = parse.heads[last] > last or parse.upos[last] == "X" or self._noun_at(stop)
        return self.lower(first - 1) == "the" and not describes

    def _noun_at(self, i: int) -> bool:
        return i < len(self.words) and (self.capitals[i] or self.parse.upos[i] in ("NOUN", "ADJ"))

    def _with_point(self, first: int, stop: int) -> int:
        """"Ky" with the point that makes it "Ky."."""
        words = self.parse.words
        joined = stop < len(words) and self.parse.word(stop) == "." and words[stop].start == words[stop - 1].end
        return stop + 1 if joined and self.text(first, stop + 1) in self.names.codes else stop

    def text(self, first: int, stop: int) -> str:
        spans = self.parse.words
        text = self.parse.text[spans[first].start : spans[stop - 1].end] if first < stop else ""
        return " ".join(text.split()) if "\n" in text or "  " in text else text

    def lower(self, i: int) -> str:
        return self.words[i].lower() if 0 <= i < len(self.words) else ""

    def capital(self, i: int) -> bool:
        return self.capitals[i]

    def free(self, first: int, stop: int) -> bool:
        return not any(self.covered[first:stop])

    def entry(self, text: str) -> Entry | None:
        """The most important entry of exactly these words, one whose own name they are before others."""
        entries = self.names.exact(text)
        return next((e for e in entries if e.matched == "name"), entries[0] if entries else None)

    def after_in(self, first: int) -> bool:
        """Whether a preposition of place stands before, with or without "the"."""
        before, second = self.lower(first - 1), self.lower(first - 2)
        return before in self.names.before or (second, before) in _NEAR or (before == "the" and second in self.names.before)

    def glued(self, first: int, stop: int) -> bool:
        """Part of a hyphenated name: "Miami" in "Miami-Dade", but not in "Miami-based"."""
        after = self.lower(stop) == "-" and stop + 1 < len(self.words) and self.capitals[stop + 1]
        before = self.lower(first - 1) == "-" and first > 1
        spans = self.parse.words
        return (after and spans[stop].start == spans[stop - 1].end) or (before and spans[first - 1].end == spans[first].start)

    def _paired(self, first: int, stop: int) -> bool:
        """"Egyptian-US" and "Russia-Turkey", not "ISIS-Khorasan"."""
        before = self.words[first - 2 : first - 1] if self.lower(first - 1) == "-" else []
        after = self.words[stop + 1 : stop + 2] if self.lower(stop) == "-" else []
        return self.wide(self.text(first, stop)) and all(w in self.names.demonyms or self.wide(w) for w in before + after)

    def doubtful(self, first: int, stop: int) -> bool:
        """A name that is a common word or part of a person's name in the report, with nothing that speaks for a place."""
        text = self.text(first, stop)
        plainly = self.after_in(first) and not (self.lower(first - 1) == "the" and text in self.borne)
        cued = plainly or text in self.located or self.lower(stop) == ","
        if cued or text in self.names.codes:
            return False
        return text in self.borne or self.names.ordinary(text)

    def longest(self, first: int, limit: int, people: int) -> int | None:
        """Where the longest well-known place name that begins at a word ends."""
        if not self.capital(first) or self.covered[first]:
            return None
        for stop in range(min(limit, first + 4), first, -1):
            if self.capital(stop - 1) and self.free(first, stop) and self.known(self.text(first, stop), people):
                return None if self.glued(first, stop) and not self._paired(first, stop) else stop
        return None

    def known(self, text: str, people: int) -> bool:
        """Whether a name is a place's own, and one that people have heard of or that this report has located."""
        if text in self.located:
            return True
        if text in self.names.codes:
            return len(text) > 3 or "." in text or text in ("US", "UK")
        if self.names.ordinary(text):
            return False
        entry = self.entry(text)
        if not entry or entry.matched != "name":
            return False
        wide = entry.kind in WIDE and (entry.population > 100_000 or entry.kind == "country")
        return wide or entry.population >= people or (entry.kind == "county" and bool(_COUNTY.search(text)))

    def wide(self, text: str) -> bool:
        """A country's, division's, continent's or region's own name."""
        entry = self.names.listed(text) or self.entry(text)
        return bool(entry and entry.matched == "name" and entry.kind in ("country", "division", "continent", "region"))

    def hint(self, first: int, stop: int) -> str | None:
        """The kind that a common noun gives: "Herat province", "the province of Herat", "the city of Derby"."""
        after = self.names.heads.get(self.lower(stop))
        if after:
            return after
        if self.lower(first - 1) == "in" and any(self.lower(k) in self.names.seats for k in range(first - 5, first - 1)):
            return "capital"
        before = self.lower(first - 1)
        if before == "of":
            return self.names.heads.get(self.lower(first - 2))
        return self.names.heads.get(before)

    def _as_town(self, first: int) -> bool:
        """Whether a town is spoken of, not the province of its name: "near X", "west of X", "20 km from X"."""
        before, second, third = (self.lower(first - k) for k in (1, 2, 3))
        beyond = third != "the" or self.lower(first - 4) == "to"
        outside = second in ("outskirts", "suburbs", "edge", "vicinity")
        aside = before == "of" and (outside or (beyond and second in self.names.sides))
        placed = before in ("near", "outside", "between") or aside or second == "vicinity"
        return placed or self.measured(first) or self._on_road(first)

    def _on_road(self, first: int) -> bool:
        """"On the road to X", "the highway between Derby and X"."""
        linked = self.lower(first - 1) in ("from", "to", "and", "between")
        return linked and not self.names.ways.isdisjoint(self.lower(i) for i in range(first - 7, first - 1))

    def put(self, stop: int) -> bool:
        """Whether a distance follows a name: "X, some 40 km south of"."""
        after = {self.lower(i) for i in range(stop + 1, stop + 7)}
        return self.lower(stop) in _LIES and not after.isdisjoint(self.names.units)

    def measured(self, first: int) -> bool:
        """Whether a distance leads up to a word: "2 km from ...", "an hour north of ..."."""
        before = {self.lower(i) for i in range(first - 5, first - 1)}
        return self.lower(first - 1) in ("from", "of", "outside", "off") and not before.isdisjoint(self.names.measures)
