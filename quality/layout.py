"""Page layout: datelines of agency copy in capitals, headlines of political news, blocks of Wikinews.

The references are regular by construction: MUC messages begin with "PLACE (COUNTRY), DATE (SOURCE) --", PolNeAR and Wikinews
texts with their headline, Wikinews texts go on with a day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from quality.table import Row, prf
from sayso.lang import load
from sayso.records import Report
from sayso.structure import lay_out

_HEADER = re.compile(
    r"\s*(?P<place>[^\d(),]+?)(?:\s+\([^()]+\))?,\s+(?P<date>\d{1,2}\s+[A-Z]{3}(?:\s+\d\d)?|NO\s+DATE)(?:\s+\((?P<source>[^()]+)\))?\s+--\s"
)


def measure(data: Path) -> list[Row]:
    return [*_datelines(data / "conflict" / "muc4-dev"), *_headlines(data / "attribution" / "polnear-dev" / "text")]


def _messages(folder: Path) -> Iterator[str]:
    for path in sorted(folder.glob("dev-muc3-*")):
        parts = re.split(r"^DEV-MUC3-\d+.*\n", path.read_text(encoding="utf-8", errors="replace"), flags=re.MULTILINE)
        yield from (part for part in parts if part.strip())


def _datelines(folder: Path) -> list[Row]:
    """Exact place, day and source, all three, against the header's grammar."""
    pack, right, given, expected = load("en"), 0, 0, 0
    for message in _messages(folder):
        header = _HEADER.match(message)
        report = lay_out(Report("r", message), pack)
        found = report.datelines[0] if report.datelines else None
        expected += header is not None
        given += found is not None
        if header and found:
            spans = (found.places[0] if found.places else None, found.date, found.agency)
            wanted = (header["place"], header["date"], header["source"])
            right += all((span.of(message) if span else None) == text for span, text in zip(spans, wanted, strict=True))
    return _scores("datelines", "muc4-dev", right, given, expected, 0.98)


def _headlines(folder: Path) -> list[Row]:
    """Whether the first paragraph, always the headline in this corpus, is taken for one; its full stops are the corpus's own."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    found = sum(lay_out(Report("r", text), load("en")).blocks[0].kind == "headline" for text in texts)
    return [Row("headline", "polnear-dev", "recall", found / max(1, len(texts)), n=len(texts))]


def _scores(capability: str, corpus: str, right: int, given: int, expected: int, floor: float) -> list[Row]:
    named = zip(("precision", "recall", "F1"), prf(right, given, expected), strict=True)
    return [Row(capability, corpus, name, value, floor, expected) for name, value in named]
