"""Text that was rewritten: content words in the same order, here and there another between.

"Twelve people died when the Orsa bridge gave way on Saturday" and "Twelve people were killed on Saturday as the bridge at Orsa
gave way" tell one fact; so do two reporters who stood there. A run of facts in one order and mostly the same words is a copy
that was worked over.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.records import Report, Span

from .reuse import LONGEST, Run, Running, common
from .words import Vocabulary, folded

_WORD = re.compile(r"\w+")
SEED = 2  # content words in a row with which a stretch begins
GAP = 5  # content words that may stand between two runs of one stretch, in either text
STRETCH = 8  # content words in common that a stretch has at least


def content(report: Report, parts: Sequence[Span], vocabulary: Vocabulary) -> Running:
    """Content words in order, folded to stems."""
    found: list[tuple[str, Span]] = []
    for part in parts:
        words = ((folded(m.group()), Span(*m.span())) for m in _WORD.finditer(report.text, part.start, part.end))
        found += [(vocabulary.kind(w), s) for w, s in words if w not in vocabulary.stops and (len(w) > 2 or w.isdigit())]
        if len(found) > LONGEST:
            break
    return Running(tuple(w for w, _ in found[:LONGEST]), tuple(s for _, s in found[:LONGEST]))


def stretches(a: Running, b: Running) -> list[list[Run]]:
    """Runs of content words that follow one another in both texts with little between, the ones that hold enough."""
    found: list[list[Run]] = []
    for run in common(a, b, SEED):
        last = found[-1][-1] if found else None
        if last and _follows(last, run):
            found[-1].append(run)
        else:
            found.append([run])
    return [s for s in found if sum(r.words for r in s) >= STRETCH]


def _follows(last: Run, run: Run) -> bool:
    return 0 <= run.left - last.left - last.words <= GAP and 0 <= run.right - last.right - last.words <= GAP
