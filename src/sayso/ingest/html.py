"""A web page to a draft, with a map from the text back to the page's source."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

from sayso.lang import load, packs
from sayso.lang.outlets import is_surely_outlet, owner
from sayso.records import Block, BlockKind, Span

from .draft import Draft
from .html_article import article
from .html_metadata import metadata
from .html_page import Page, Passage, read_page
from .invisible import INVISIBLE, without_invisible
from .offsets import OffsetMap

_PIECE = re.compile(
    rf"[^\s&{INVISIBLE}]+(?: [^\s&{INVISIBLE}]+)*|\s+|[{INVISIBLE}]+"
    r"|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?|&"
)
_KINDS: dict[str, BlockKind] = {
    "headline": "headline", "title": "headline", "deck": "headline", "byline": "byline", "dateline": "dateline",
    "caption": "caption", "credit": "credit", "footnote": "footnote", "quote": "quote", "list": "list", "table": "table",
}  # fmt: skip
# "Bridge collapses - The Example Post": between a headline and the outlet in a page's title.
_LAST, _LINE = 12, 200  # passages at a page's end, and characters of one, in which its owner stands
_SEAM = re.compile(r"\s+[-|–—:·»]\s+")


def read_html(source: str) -> Draft:
    """The report in a page: its text built piece by piece from the source, blocks by the page's own elements."""
    page = read_page(source)
    draft = metadata(page)
    texts = [_plain(source, passage) for passage in page.passages]
    draft = draft if draft.publisher else replace(draft, publisher=_site(page, texts))
    kept = article(page, texts, draft.title, draft.publisher)
    built = OffsetMap()
    blocks = tuple(block for i in kept if (block := _add(built, page, page.passages[i], draft.publisher)))
    if not draft.title:
        draft = replace(draft, title=next((b.span.of(built.text()) for b in blocks if b.kind == "headline"), None))
    return draft.with_text(built.text(), blocks, tuple(built.breaks))


def _site(page: Page, texts: list[str]) -> str | None:
    """The outlet that a page without metadata names beside the headline in its title ("Ferry sinks | The Lamp"), or in the line
    of copyright at its end."""
    known = [load(code) for code in packs()]
    name = _beside_headline(page, texts)
    if name and any(is_surely_outlet(name, pack) for pack in known):
        return name
    last = (text for text in texts[-_LAST:] if len(text) < _LINE)
    return next((found for text in last for pack in known if (found := owner(text, pack))), None)


def _beside_headline(page: Page, texts: list[str]) -> str | None:
    """What else the page's title has, where a heading says again which part is the headline."""
    titles, headings = ([texts[i] for i, p in enumerate(page.passages) if p.kind == kind] for kind in ("title", "headline"))
    title = next(filter(None, titles), "")
    headline = next((h for h in headings if h and h != title and (title.startswith(h) or title.endswith(h))), None)
    return title.removeprefix(headline).removesuffix(headline).strip(" -|–—:·»") if headline else None


def _plain(source: str, passage: Passage) -> str:
    return " ".join(without_invisible(unescape(" ".join(source[start:end] for start, end in passage.runs if start >= 0))).split())


def _add(built: OffsetMap, page: Page, passage: Passage, publisher: str | None) -> Block | None:
    """Appends a passage after an empty line; None where it turns out to hold nothing but white space."""
    pieces = _pieces(page.source, passage)
    if passage.kind == "title":
        pieces = _without_site(pieces, publisher)
    if not pieces:
        return None
    if built.length:
        built.gap("\n\n")
    start = built.length
    for piece, original, replaced in pieces:
        built.add(piece, original, replaced=replaced)
    return Block(_KINDS.get(passage.kind, "paragraph"), Span(start, built.length))


def _pieces(source: str, passage: Passage) -> list[tuple[str, int, bool]]:
    """(characters, place in the source, whether they replace an entity), white space folded and trimmed."""
    pieces: list[tuple[str, int, bool]] = []
    space: tuple[str, int, bool] | None = None
    for start, end in passage.runs:
        if start == end:
            space = ("\t" if start < 0 else "\n", max(start, 0), True)
            continue
        for match in _PIECE.finditer(source, start, end):
            piece = match.group()
            text = without_invisible(unescape(piece) if piece[0] == "&" else piece)
            if not text:
                continue
            if text.isspace():
                kept = "\n" if passage.preformatted and "\n" in piece else " "
                space = space or (kept, match.start(), piece != kept)
                continue
            if space and pieces:
                pieces.append(space)
            space = None
            pieces.append((text, match.start(), text != piece))
    return pieces


def _without_site(pieces: list[tuple[str, int, bool]], publisher: str | None) -> list[tuple[str, int, bool]]:
    """A page title without the outlet's name before or after the headline: the metadata's, else the shorter part."""
    text = "".join(piece for piece, _, _ in pieces)
    seams = list(_SEAM.finditer(text))
    if not seams:
        return pieces
    front, back = text[: seams[0].start()], text[seams[-1].end() :]
    if publisher not in (front, back) and len(text) - min(len(front), len(back)) < 15:
        return pieces
    if front == publisher or (back != publisher and len(front) < len(back)):
        return _cut(pieces, seams[0].end(), len(text))
    return _cut(pieces, 0, seams[-1].start())


def _cut(pieces: list[tuple[str, int, bool]], start: int, end: int) -> list[tuple[str, int, bool]]:
    """The pieces between two places of their joined text; a decoded entity is never cut."""
    at, kept = 0, []
    for piece, original, replaced in pieces:
        left, right = max(start - at, 0), min(end - at, len(piece))
        if left < right:
            kept.append((piece, original, True) if replaced else (piece[left:right], original + left, False))
        at += len(piece)
    return kept
