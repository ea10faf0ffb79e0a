"""Which passages of a page are the report."""

from __future__ import annotations

import logging
import re
from itertools import pairwise

from .html_page import Page, Passage

_WORD = re.compile(r"\w+")
_SHINGLE = 4
_LARGEST = 3_000_000  # characters; the extractor's time grows faster than the page beyond it
_AROUND = ("headline", "deck", "byline", "dateline", "caption", "credit")


def article(page: Page, texts: list[str], title: str | None, publisher: str | None) -> list[int]:
    """Indices of the passages to keep: those trafilatura chose, and what belongs to them by its place in the page.

    ``texts`` are the passages' characters, ``title`` and ``publisher`` as the page's metadata have them. Where nothing
    was chosen, everything outside the page's furniture is kept.
    """
    chosen = _chosen(page, texts)
    if len(chosen) == 0:
        chosen = _unfurnished(page, texts)
    if not chosen:
        return []
    first, last = min(chosen), max(chosen)
    headline = _headline(page, texts, first, title, publisher)
    start = first if headline is None else min(headline, first)
    kept = chosen | _between(page, chosen) | {i for i in range(start, last + 1) if _belongs(page.passages[i])}
    if headline is not None:
        kept = _under_one(headline, kept, page, texts)
    return sorted(i for i in kept if texts[i] and (page.passages[i].kind != "title" or i == headline))


def _under_one(headline: int, kept: set[int], page: Page, texts: list[str]) -> set[int]:
    """The passages with one headline: repetitions of it and headings above it left out, later ones made subheads."""
    for i in kept:
        if page.passages[i].kind == "headline":
            page.passages[i].kind = "subhead"
    if page.passages[headline].kind != "title":
        page.passages[headline].kind = "headline"
    above = {i for i in kept if i < headline and page.passages[i].kind == "subhead"}
    return {i for i in kept - above if not _repeats(texts[i], texts[headline])} | {headline}


def _belongs(passage: Passage) -> bool:
    return passage.kind in _AROUND and not passage.furniture


def _repeats(text: str, headline: str) -> bool:
    return text.casefold() == headline.casefold()


def _chosen(page: Page, texts: list[str]) -> set[int]:
    extracted = _extracted(page.source)
    lines = {_key(line) for line in extracted.splitlines()}
    known = {shingle for line in extracted.splitlines() for shingle in _shingles(line)}
    return {i for i, text in enumerate(texts) if page.passages[i].kind != "title" and _found(text, lines, known)}


def _found(text: str, lines: set[str], known: set[tuple[str, ...]]) -> bool:
    shingles = _shingles(text)
    if not shingles:
        return bool(text) and _key(text) in lines
    return 2 * sum(shingle in known for shingle in shingles) > len(shingles)


def _shingles(text: str) -> list[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    return [tuple(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1)]


def _key(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def _extracted(source: str) -> str:
    if len(source) > _LARGEST:
        return ""
    from lxml.etree import LxmlError
    from trafilatura import extract

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        return extract(source, include_comments=False, include_tables=True, deduplicate=False) or ""
    except (LxmlError, ValueError, RecursionError, MemoryError):
        return ""  # the fallback takes over


def _unfurnished(page: Page, texts: list[str]) -> set[int]:
    plain = {
        i for i, p in enumerate(page.passages) if not p.furniture and p.kind != "title" and 2 * p.linked <= p.size and texts[i]
    }
    inside = {i for i in plain if page.passages[i].article}
    return inside if sum(len(texts[i]) for i in inside) > 200 else plain


def _between(page: Page, chosen: set[int]) -> set[int]:
    """Short or repeated paragraphs that the extractor passed over, between two that it chose under the same parent."""
    return {
        i
        for left, right in pairwise(sorted(chosen))
        if page.passages[left].parent == page.passages[right].parent
        for i in range(left + 1, right)
        if page.passages[i].parent == page.passages[left].parent and not page.passages[i].furniture
        and 2 * page.passages[i].linked <= page.passages[i].size
    }  # fmt: skip


def _headline(page: Page, texts: list[str], first: int, title: str | None, publisher: str | None) -> int | None:
    """The passage that metadata or the page's title call the headline, else the nearest heading above the text."""
    near = range(min(len(texts), first + 4))
    titles = [i for i, p in enumerate(page.passages) if p.kind == "title" and texts[i]]
    named = [i for i in near if title and _key(texts[i]) == _key(title) and page.passages[i].kind != "title"]
    if named:
        return named[-1]
    outlet = _key(publisher or "")
    inside = [
        i
        for i in near
        if titles and _heads(page.passages[i], _key(texts[i]), _key(texts[titles[0]])) and _key(texts[i]) != outlet
    ]
    if inside:
        return max(inside, key=lambda i: len(texts[i]))
    for kind in ("headline", "subhead"):
        above = [i for i in near if page.passages[i].kind == kind and texts[i] and _key(texts[i]) != outlet and i <= first]
        if above:
            return above[-1]
        below = [i for i in near if page.passages[i].kind == "headline" and texts[i] and _key(texts[i]) != outlet]
        if below:
            return below[0]
    return titles[0] if titles else None


def _heads(passage: Passage, key: str, title: str) -> bool:
    """Whether a passage stands in the page's title: a heading in whole, other text if it is long enough to be no label."""
    if passage.kind == "title" or not key or f" {key} " not in f" {title} ":
        return False
    return passage.kind in ("headline", "subhead") or key.count(" ") >= 3
