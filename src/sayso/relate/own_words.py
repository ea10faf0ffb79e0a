"""What of a report is its own telling: its body without direct quotations and without what is about the page.

Two outlets that quote one speech, or ask one to share the page, need not have anything from one another.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence

from sayso.lang import load, packs
from sayso.records import Reading, Span

from .profile import body

# A quotation by its marks; one of few words stays, it is a word held up. One that is opened again is still open.
_QUOTED = re.compile(
    r"“[^“”\n]{12,}(?:”|$) | (?<!\w)\"(?=\S)(?:[^\"\n]|(?<=\s)\"(?=\w)){12,}(?:\"|$)"
    r" | (?<!\w)[‘'](?=\w)[^‘\n]{20,500}?(?<!s)[’'](?!\w)"
    r" | (?<!\w)[‘'](?=[A-Z])[^‘’'\n]{60,}$",
    re.MULTILINE | re.VERBOSE,
)
_END = re.compile(r"[.!?]\s|\n")
READ = 300_000  # characters of a report that are compared with others
SENTENCE = 300  # characters to either side at which a sentence about the page ends at the latest


def unquoted(reading: Reading, parts: Sequence[Span]) -> list[Span]:
    """Parts of the text without direct quotations."""
    return without(parts, quotations(reading))


def telling(reading: Reading, page: Sequence[Span]) -> list[Span]:
    """The body without page matter."""
    return without(compared(reading), page)


def compared(reading: Reading) -> list[Span]:
    """The body; of a very long one the first part."""
    return [Span(p.start, min(p.end, READ)) for p in body(reading) if p.start < READ]


def quotations(reading: Reading) -> list[Span]:
    """By who is said to say them, and by their marks."""
    said = [s for a in reading.attributions if a.voice == "direct" for s in a.content]
    return said + [Span(*m.span()) for p in compared(reading) for m in _QUOTED.finditer(reading.report.text, p.start, p.end)]


def page_matter(reading: Reading) -> list[Span]:
    """Sentences with such words as "read more" and "all rights reserved"."""
    phrases, text = _phrases(reading.report.language), reading.report.text
    return [_sentence(text, m.start(), m.end()) for m in phrases.finditer(text, 0, READ)] if phrases else []


def _sentence(text: str, start: int, end: int) -> Span:
    before = [m.end() for m in _END.finditer(text, max(0, start - SENTENCE), start)]
    after = _END.search(text, end, min(len(text), end + SENTENCE))
    return Span(before[-1] if before else max(0, start - SENTENCE), after.end() if after else min(len(text), end + SENTENCE))


@functools.cache
def _phrases(language: str | None) -> re.Pattern[str] | None:
    code = (language or "").split("-")[0]
    words = sorted(load(code).column("page_phrases"), key=len, reverse=True) if code in packs() else []
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})", re.IGNORECASE) if words else None


def without(parts: Sequence[Span], holes: Iterable[Span]) -> list[Span]:
    """Both in the order of the text, or brought into it; one pass over each."""
    left, cuts, at = list[Span](), sorted(holes), 0
    for part in sorted(parts):
        while at < len(cuts) and cuts[at].end <= part.start:
            at += 1
        left += _cut(part, cuts, at)
    return left


def _cut(part: Span, holes: Sequence[Span], first: int) -> Iterator[Span]:
    at, i = part.start, first
    while i < len(holes) and holes[i].start < part.end:
        if holes[i].start > at:
            yield Span(at, holes[i].start)
        at, i = max(at, holes[i].end), i + 1
    if at < part.end:
        yield Span(at, part.end)
