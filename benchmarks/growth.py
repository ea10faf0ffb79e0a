"""How the cost of odd texts grows with their length: four times the text should cost about four times as much.

    python -m benchmarks.growth

The tests count the steps of sayso's own code (``tests/steps.py``); here the clock sees what expressions and libraries do, too.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial

from sayso.ingest import Original, ingest
from sayso.lang import load
from sayso.parse.words import words
from sayso.records import Report, Span
from sayso.relate.reuse import passages, running
from sayso.settings import Settings
from sayso.structure import lay_out
from sayso.structure.quotes import quotations

TIMES = 4
SIZE = 100_000  # characters of the shorter text
PIECES = (
    *("“", '"', "'a ", "a' ", "“a ‘b” ", "”«", "“\n\n", "``x ''", "a.", "www.", "a@", "x@b-", "\n", "[", "A, ", "KABUL, "),
    *("* item of a list\n", "By A B, ", "May 3, 2021\n", "Ferry sinks off pier\n", "“he said ", "read more ", "AFP ", "\u202e"),
)
MARKUP = ("<b>", "</b>", '<a href="', "<!", "<!-- ", "<script>", "< ", "&", " a='")


def lines() -> Iterator[str]:
    yield f"{TIMES} times the text of {SIZE:,} characters costs"
    for name, work, pieces in works():
        found = {piece: grown(work, piece) for piece in pieces}
        worst = max(found, key=lambda p: found[p])
        yield f"  {name}: {found[worst]:.1f} times at most ({worst!r}; goal <= {2 * TIMES})"


def works() -> Iterator[tuple[str, Callable[[str], object], tuple[str, ...]]]:
    pack, settings = load("en"), Settings()
    yield "words", words, PIECES
    yield "quotations", lambda text: quotations(Report("r", text)), PIECES
    yield "blocks", lambda text: lay_out(Report("r", text), pack), PIECES
    yield "passages", lambda text: passages(*[running(Report("r", text), [Span(0, len(text))])] * 2), PIECES
    yield "pages", partial(_page, settings), MARKUP


def _page(settings: Settings, markup: str) -> object:
    page = f"<html><body><article><p>The mayor resigned on Monday.</p>{markup}</article></body></html>"
    return ingest(Original("a.html", page.encode()), settings)


def grown(work: Callable[[str], object], piece: str) -> float:
    short, long = (_least(work, piece * (size // len(piece))) for size in (SIZE, SIZE * TIMES))
    return long / max(short, 0.005)


def _least(work: Callable[[str], object], text: str, repeat: int = 2) -> float:
    spent = []
    for _ in range(repeat):
        began = time.process_time()
        work(text)
        spent.append(time.process_time() - began)
    return min(spent)


if __name__ == "__main__":
    for line in lines():
        print(line, flush=True)
