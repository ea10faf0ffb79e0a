"""Golden readings of the shipped stories: what ``examples/<story>/golden.toml`` says, and whether a reading says it too.

The tables were written by reading the reports. Their columns:

* ``said``: source as printed (``he = Omar Din``: and who that is), its kind (alternatives behind ``|``), a word of the cue, the
  first and the last words of the content ("" where either would do), the sources between it and the outlet (``A < B``).
* ``claims``: words with the claim's head in brackets, whose claim it is ("" the outlet's own, ``*`` not said), its commitment.
* ``places``: name as printed and country; ``relative CO`` for a region in it. ``dates``: words in brackets and EDTF, alternatives
  behind ``or``. ``quantities``: words in brackets, low, high, what is counted or in what unit ("" where it is not said).
* ``never_sources``, ``never_places``: what no reading may take for one.
* ``known_misses``: statements that were not met when the table was last gone through. They count as misses all the same.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from sayso.records import Attribution, Grounding, Interval, Mention, Place, Quantity, Reading, Span, chains

EXAMPLES = Path(__file__).parents[2] / "examples"
STORIES = ("fuel-depot", "maize-ban", "silk-mill")
SLACK = 2  # words by which an edge of a content may differ


@dataclass(frozen=True)
class Statement:
    report: str
    kind: str
    what: str
    met: bool

    def __str__(self) -> str:
        return f"{self.kind}: {self.what}"


def tables() -> dict[str, dict[str, Any]]:
    """By the path of the report below the examples: ``fuel-depot/1-putumayo-noticias``."""
    return {
        f"{story}/{report}": table
        for story in STORIES
        for report, table in tomllib.loads((EXAMPLES / story / "golden.toml").read_text("utf-8")).items()
    }


def plain(text: str) -> str:
    """Words as they are compared: one blank between them, no case, no article before, no marks around."""
    text = re.sub(r"\s+", " ", text.replace("’", "'")).casefold()
    return re.sub(r"^(?:that |of )?(?:the |an? )?", "", text.strip(" \"“”'‘.,;:-–—()"))


def marked(text: str, pattern: str) -> Span:
    """Where the words in brackets stand: ``marked(text, "was [killed] on")``."""
    before, inside, after = (r"\s+".join(map(re.escape, part.split())) for part in re.split(r"[\[\]]", pattern))
    found = list(re.finditer(rf"{before}\s*({inside})(?:\s*{after})", text))
    assert len(found) == 1, f"{len(found)} times in the text: {pattern}"
    return Span(*found[0].span(1))


def same_name(wanted: str, given: str) -> bool:
    """Equal but for what follows or stands before: titles, appositions, relative clauses."""
    a, b = plain(wanted), plain(given)
    short, long = sorted((a, b), key=len)
    return bool(short) and bool(a == b or re.match(rf"{re.escape(short)}\b", long) or re.search(rf"\s{re.escape(short)}$", long))


class Golden:
    """One report's table beside its reading."""

    def __init__(self, report: str, table: dict[str, Any], reading: Reading) -> None:
        self.report, self.table, self.reading = report, table, reading
        self.text = reading.report.text
        self.chains = chains(reading.attributions)

    def statements(self) -> Iterator[Statement]:
        for kind, check in self.checks.items():
            for row in self.table.get(kind, ()):
                yield from (Statement(self.report, *judged) for judged in check(row))
        yield from (Statement(self.report, "publication", what, met) for what, met in self.publication())

    @property
    def checks(self) -> dict[str, Callable[[Any], Iterator[tuple[str, str, bool]]]]:
        return {
            "said": self.said, "claims": self.claimed, "places": self.place, "dates": self.date, "quantities": self.quantity,
            "blocks": self.block, "never_sources": self.never_source, "never_places": self.never_place,
        }  # fmt: skip

    def publication(self) -> Iterator[tuple[str, bool]]:
        report, table = self.reading.report, self.table
        yield f"published {table['published']}", report.published is not None and report.published.edtf[:10] == table["published"]
        yield f"publisher {table['publisher']}", (report.publisher or "").casefold() == table["publisher"].casefold()
        yield f"byline {table.get('byline', [])}", list(report.byline) == table.get("byline", [])

    def said(self, row: list[str]) -> Iterator[tuple[str, str, bool]]:
        source, kinds, cue, first, last, chain = row
        printed, _, who = source.partition(" = ")
        found = [a for a in self.reading.attributions if a.cue and self.spoken(a, printed, cue)]
        best = max(found, key=lambda a: self.edges(a, first, last) + (a.source.kind in kinds.split("|")), default=None)
        what = f"{source} | {cue} | {first}"
        yield "sources", what, best is not None
        if who:
            yield "speakers", what, best is not None and any(who.casefold() in name.casefold() for name in self.names(best))
        yield "kinds", what, best is not None and best.source.kind in kinds.split("|")
        yield "contents", what, best is not None and self.edges(best, first, last) == 2
        wanted = [part.partition(" = ")[0] for part in chain.split(" < ") if part]
        between = [a.source.description for a in self.chains[best.id][1:-1]] if best else []
        yield "chains", what, best is not None and len(wanted) == len(between) and all(map(same_name, wanted, between))

    def spoken(self, a: Attribution, printed: str, cue: str) -> bool:
        assert a.cue
        names = [a.source.description, *([a.source.span.of(self.text)] if a.source.span else [])]
        return any(same_name(printed, name) for name in names) and cue.casefold() in plain(a.cue.of(self.text))

    def edges(self, a: Attribution, first: str, last: str) -> int:
        """How many of the two edges of the content are where the table has them."""
        if not a.content:
            return 0
        words = plain(self.text[a.content[0].start : a.content[-1].end]).split()
        opening, closing = plain(first).split(), plain(last).split()
        begins = any(_alike(words[i:], opening) for i in range(SLACK + 1))
        ends = any(_alike(words[::-1][i:], closing[::-1]) for i in range(SLACK + 1))
        return begins + ends

    def names(self, a: Attribution) -> list[str]:
        """All that the reading calls a source: as printed, and the names of whom it stands for."""
        same = [e for e in self.reading.entities if e.id == a.source.entity]
        return [a.source.description, *(name for e in same for name in (e.name, *e.aliases))]

    def claimed(self, row: list[str]) -> Iterator[tuple[str, str, bool]]:
        pattern, source, commitment = row
        place = marked(self.text, pattern)
        found = [c for c in self.reading.claims if place.covers(c.head)]
        by = {a.id: a for a in self.reading.attributions}
        mine = [c for c in found if source == "*" or self.by(by[c.said], source)]
        yield "claims", pattern, bool(found)
        yield "whose", pattern, bool(mine)
        if commitment:
            polarity, _, certainty = commitment.partition(" ")
            stands = [c.commitment for c in found]
            met = any(s.polarity == polarity and certainty in ("", s.certainty) for s in stands)
            yield "commitments", f"{pattern} {commitment}", met

    def by(self, a: Attribution, source: str) -> bool:
        if not source:
            return a.cue is None and a.under is None
        wanted = plain(source)
        return a.cue is not None and any(wanted in plain(name) or plain(name) == wanted for name in self.names(a))

    @cached_property
    def grounded(self) -> list[tuple[Mention, Grounding]]:
        mentions = {m.id: m for m in self.reading.mentions}
        return [(mentions[g.mention], g) for g in self.reading.groundings]

    def place(self, row: list[str]) -> Iterator[tuple[str, str, bool]]:
        name, where = row
        relative = where.startswith("relative ")
        countries = where.removeprefix("relative ").split(" or ")
        given = [(m.span.of(self.text), g.value) for m, g in self.grounded if isinstance(g.value, Place)]
        if relative:
            near = [v for text, v in given if v.precision == "relative" and plain(name) in plain(text)]
            yield "places", f"{name} {where}", any(v.country in (None, *countries) for v in near)
        else:
            there = [v for text, v in given if plain(text) == plain(name) and v.precision != "relative"]
            yield "places", f"{name} {where}", bool(there) and all((v.country or "") in countries for v in there)

    def date(self, row: list[str]) -> Iterator[tuple[str, str, bool]]:
        pattern, wanted = row
        place = marked(self.text, pattern)
        given = [g.value.edtf for m, g in self.grounded if isinstance(g.value, Interval) and m.span.overlaps(place)]
        yield "dates", f"{pattern} {wanted}", any(edtf.removesuffix("~") in wanted.split(" or ") for edtf in given)

    def quantity(self, row: list[Any]) -> Iterator[tuple[str, str, bool]]:
        pattern, low, high, of = row
        place = marked(self.text, pattern)
        given = [g.value for m, g in self.grounded if isinstance(g.value, Quantity) and m.span.overlaps(place)]
        bounds = (None if low == "" else low, None if high == "" else high)
        met = any((q.low, q.high) == bounds and (not of or {(q.of or "").casefold(), q.unit} & set(of.split("|"))) for q in given)
        yield "quantities", f"{pattern} {low}..{high} {of}", met

    def block(self, row: list[str]) -> Iterator[tuple[str, str, bool]]:
        kind, words = row
        blocks = [b.span.of(self.text) for b in self.reading.report.blocks if b.kind == kind]
        yield "blocks", f"{kind} {words}", any(plain(words) in plain(text) for text in blocks)

    def never_source(self, words: str) -> Iterator[tuple[str, str, bool]]:
        given = [plain(a.source.description) for a in self.reading.attributions if a.cue]
        yield "never", f"source {words}", plain(words) not in given

    def never_place(self, words: str) -> Iterator[tuple[str, str, bool]]:
        inside = [Span(*found.span()) for found in re.finditer(re.escape(words), self.text)]
        located = [m.span for m, g in self.grounded if isinstance(g.value, Place) and g.value.sense == "location"]
        yield "never", f"place {words}", not any(span.covers(one) for span in inside for one in located)


def _alike(words: list[str], wanted: list[str]) -> bool:
    return [plain(w) for w in words[: len(wanted)]] == [plain(w) for w in wanted]
