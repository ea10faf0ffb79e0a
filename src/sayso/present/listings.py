"""Names that may stand on sanctions lists, a row for each name and entry. A row says "possible match" and never "is"."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sayso.records import Listing, Reading


@dataclass(frozen=True)
class Row:
    """``times``: how often the name stands in the report; ``marked``: how often with a mark of the report's own."""

    words: str
    listing: Listing
    times: int
    marked: int

    @property
    def entry(self) -> str:
        """The list and its day, the entry, and the name it has there."""
        return f"{self.listing.list} of {self.listing.list_date}, {self.listing.entry}: {self.listing.name}"

    @property
    def score(self) -> str:
        return "" if self.listing.score is None else f"{self.listing.score:.2f}"

    @property
    def why(self) -> str:
        return "; ".join(self.listing.why)


def rows(reading: Reading) -> list[Row]:
    """In the order of the text; mentions of one name and entry are one row."""
    spans = {m.id: m.span for m in reading.mentions}
    words = {i: " ".join(s.of(reading.report.text).split()) for i, s in spans.items()}
    first: dict[tuple[str, str, str], Listing] = {}
    times, marked = Counter[tuple[str, str, str]](), Counter[tuple[str, str, str]]()
    for listing in reading.listings:
        if listing.mention in words:
            key = (words[listing.mention].casefold(), listing.list, listing.entry)
            first.setdefault(key, listing)
            times[key] += 1
            marked[key] += listing.marked
    return [Row(words[x.mention], x, times[key], marked[key]) for key, x in first.items()]
