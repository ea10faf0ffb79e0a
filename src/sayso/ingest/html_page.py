"""A web page as passages: stretches of text between the boundaries of block elements."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from html import unescape
from itertools import pairwise

from .html_roles import INLINE, SKIPPED, VOID, is_article, is_furniture, is_hidden, kind_of, words_of
from .html_tokens import Token, tokens

_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_LABELS = ("byline", "dateline", "credit")
_WIDEST_ROW = 300  # characters; longer rows are the page's layout, not a table


@dataclass(slots=True)
class Passage:
    """``runs`` are source ranges of characters; an empty range is a line break. ``parent`` tells neighbours."""

    kind: str
    runs: list[tuple[int, int]]
    parent: int
    furniture: bool
    article: bool
    preformatted: bool = False
    linked: int = 0  # characters inside links
    size: int = 0


@dataclass(slots=True)
class _Element:
    name: str
    number: int
    kind: str
    skipped: bool
    furniture: bool
    article: bool
    linked: bool
    preformatted: bool


@dataclass(slots=True)
class Page:
    """``metas`` are name/content pairs of the page's head; ``scripts`` the JSON-LD sources."""

    source: str
    passages: list[Passage] = field(default_factory=list)
    metas: list[tuple[str, str]] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    language: str | None = None
    canonical: str | None = None

    @property
    def heading(self) -> str:
        """The page's title and first-level headings, run together."""
        runs = (run for p in self.passages if p.kind in ("title", "headline") for run in p.runs if run[0] >= 0)
        return " ".join(unescape(" ".join(self.source[start:end] for start, end in runs)).split())


def read_page(source: str) -> Page:
    """Walks the markup once; nesting costs nothing, unclosed and stray tags are taken as browsers take them."""
    walk = _Walk(Page(source))
    for token in tokens(source):
        getattr(walk, token.kind)(token)
    walk.flush()
    return walk.page


class _Walk:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.stack = [_Element("", 0, "paragraph", False, False, False, False, False)]
        self.opened: Counter[str] = Counter()
        self.count = 0
        self.passage: Passage | None = None
        self.json = False

    def text(self, token: Token) -> None:
        top = self.stack[-1]
        if self.json and top.name == "script":
            self.page.scripts.append(self.page.source[token.start : token.end])
        if top.skipped:
            return
        start = token.start
        if top.preformatted:
            for match in _EMPTY_LINE.finditer(self.page.source, token.start, token.end):
                self.run(start, match.start(), top)
                self.flush()
                start = match.end()
        self.run(start, token.end, top)

    def run(self, start: int, end: int, top: _Element) -> None:
        """Adds characters to the passage; white space begins none."""
        if self.passage is None:
            if self.page.source[start:end].isspace() or start == end:
                return
            self.passage = Passage(top.kind, [], self.parent(), top.furniture, top.article, top.preformatted)
        elif self.passage.kind in _LABELS and top.kind not in _LABELS and not self.page.source[start:end].isspace():
            self.passage.kind = top.kind  # a dateline or credit that only opens a paragraph
        self.passage.runs.append((start, end))
        self.passage.size += end - start
        self.passage.linked += (end - start) * top.linked

    def parent(self) -> int:
        """The number of the element around the innermost block."""
        blocks = [e.number for e in self.stack[-12:] if e.name not in INLINE]
        return blocks[-2] if len(blocks) > 1 else 0

    def flush(self) -> None:
        if self.passage is not None:
            self.page.passages += _cells(self.passage) if self.passage.kind == "table" else [self.passage]
            self.passage = None

    def open(self, token: Token) -> None:
        name, attributes = token.name, token.attributes or {}
        if name == "br":
            self.line_break(token)
        elif name not in INLINE and name not in ("td", "th"):
            self.flush()
        elif name in ("td", "th") and self.passage:
            self.passage.runs.append((-1, -1))
        self.head(name, attributes)
        if name in VOID:
            return
        if self.stack[-1].kind == "caption" and kind_of(name, words_of(attributes), "") == "credit":
            self.flush()
        if name in ("p", "li", "tr", "dd", "dt", "option") and self.stack[-1].name == name:
            self.pop()
        self.stack.append(self.element(name, attributes))
        self.opened[name] += 1
        self.json = name == "script" and "ld+json" in attributes.get("type", "")

    def line_break(self, token: Token) -> None:
        """One break ends a line, two in a row end the passage."""
        if self.passage is None:
            return
        last = self.passage.runs[-1]
        if last[0] == last[1] or (self.page.source[last[0] : last[1]].isspace() and len(self.passage.runs) > 1):
            self.flush()
        else:
            self.passage.runs.append((token.start, token.start))

    def close(self, token: Token) -> None:
        if token.name not in INLINE and token.name not in ("td", "th"):
            self.flush()
        if not self.opened[token.name]:
            return
        while self.pop() != token.name:
            pass

    def pop(self) -> str:
        name = self.stack.pop().name
        self.opened[name] -= 1
        return name

    def element(self, name: str, attributes: dict[str, str]) -> _Element:
        self.count += 1
        outer = self.stack[-1]
        words, preformatted = words_of(attributes), outer.preformatted or name == "pre"
        return _Element(
            name,
            self.count,
            kind_of(name, words, outer.kind),
            outer.skipped or name in SKIPPED or is_hidden(attributes),
            outer.furniture or is_furniture(name, words, attributes.get("role", "")),
            outer.article or is_article(name, words),
            outer.linked or name == "a",
            preformatted,
        )

    def dated(self, attributes: dict[str, str]) -> bool:
        """Whether a time element may be the report's: within the article, or named so."""
        top = self.stack[-1]
        return not top.furniture and (top.article or "publish" in words_of(attributes).lower())

    def head(self, name: str, attributes: dict[str, str]) -> None:
        page = self.page
        if name == "html" and attributes.get("lang"):
            page.language = attributes["lang"]
        elif name == "link" and attributes.get("rel", "").lower() == "canonical":
            page.canonical = page.canonical or attributes.get("href")
        elif name == "meta" and attributes.get("content") and len(page.metas) < 500:
            key = (
                attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or attributes.get("http-equiv")
            )
            page.metas.append(((key or "").lower(), attributes["content"].strip()))
        elif name == "time" and attributes.get("datetime") and len(page.metas) < 500 and self.dated(attributes):
            page.metas.append(("time", attributes["datetime"].strip()))


def _cells(row: Passage) -> list[Passage]:
    """A row of a table as it is; a row of the page's layout as one paragraph a cell."""
    breaks = [i for i, run in enumerate(row.runs) if run == (-1, -1)]
    if breaks and row.size <= _WIDEST_ROW and all(start < end or start < 0 for start, end in row.runs):
        return [row]
    edges = [-1, *breaks, len(row.runs)]
    cells = [row.runs[left + 1 : right] for left, right in pairwise(edges)]
    share = row.linked / max(1, row.size)
    sizes = [sum(end - start for start, end in cell) for cell in cells]
    return [
        Passage("paragraph", cell, row.parent, row.furniture, row.article, row.preformatted, round(size * share), size)
        for cell, size in zip(cells, sizes, strict=True)
        if size
    ]
