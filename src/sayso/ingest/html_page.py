"""A web page as passages: stretches of text between the boundaries of block elements."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from .html_tokens import Token, tokens

_SKIPPED = frozenset((
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "select", "option", "button",
    "input", "textarea", "dialog", "menu", "canvas", "audio", "video", "map", "xmp", "datalist",
))  # fmt: skip
_VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
))  # fmt: skip
_INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img",
    "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong",
    "sub", "sup", "time", "tt", "u", "var", "wbr", "source", "picture",
))  # fmt: skip
_FURNITURE_ELEMENTS = frozenset(["nav", "footer", "aside"])
_FURNITURE_ROLES = frozenset(["navigation", "complementary", "contentinfo", "banner", "search", "menu", "dialog", "alert"])
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:share|sharing|social|related|promo|newsletter|comments?|sidebar|advert(?:isement)?|ads?|cookie|consent|breadcrumbs?|"
    r"nav|navbar|menu|subscribe|subscription|footer|recommend(?:ed|ations)?|popular|trending|most-read|paywall|skip-link|"
    r"screen-reader-text|sr-only|visually-hidden)(?:$|[\s_-])",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:article|story|entry|post)[_-]?(?:body|content|text)|articleBody", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ROLES = (  # what a class, property or relation says of its text
    ("caption", re.compile(r"(?:^|[\s_-])(?:fig)?caption(?:$|[\s_-])|wp-caption-text", re.IGNORECASE)),
    ("credit", re.compile(r"(?:^|[\s_-])(?:photo-?|image-?)?credits?(?:$|[\s_-])", re.IGNORECASE)),
    ("byline", re.compile(r"(?:^|[\s_-])(?:by-?line|author(?:s|-name)?)(?:$|[\s_-])", re.IGNORECASE)),
    (
        "deck",
        re.compile(r"(?:^|[\s_-])(?:deck|dek|standfirst|subtitle|sub-?head(?:ing|line)?|excerpt)(?:$|[\s_-])", re.IGNORECASE),
    ),
    ("dateline", re.compile(r"(?:^|[\s_-])(?:dateline|date|timestamp|published|pubdate|datetime)(?:$|[\s_-])|datePublished")),
)
_KINDS = {
    "h1": "headline", "h2": "subhead", "h3": "subhead", "h4": "subhead", "h5": "subhead", "h6": "subhead",
    "figcaption": "caption", "caption": "caption", "blockquote": "quote", "li": "list", "dd": "list", "dt": "list",
    "tr": "table", "address": "byline", "title": "title",
}  # fmt: skip


@dataclass(slots=True)
class Passage:
    """``runs`` are source ranges of characters; an empty range is a line break. ``parent`` tells neighbours."""

    kind: str
    runs: list[tuple[int, int]]
    parent: int
    furniture: bool
    article: bool
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


@dataclass(slots=True)
class Page:
    """``metas`` are name/content pairs of the page's head; ``scripts`` the JSON-LD sources."""

    source: str
    passages: list[Passage] = field(default_factory=list)
    metas: list[tuple[str, str]] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    language: str | None = None
    canonical: str | None = None


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
        self.stack = [_Element("", 0, "paragraph", False, False, False, False)]
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
        if self.passage is None:
            if self.page.source[token.start : token.end].isspace():
                return
            self.passage = Passage(top.kind, [], self.parent(), top.furniture, top.article)
        elif self.passage.kind == "paragraph":
            self.passage.kind = top.kind if not self.passage.size else self.passage.kind
        self.passage.runs.append((token.start, token.end))
        self.passage.size += token.end - token.start
        self.passage.linked += (token.end - token.start) * top.linked

    def parent(self) -> int:
        """The number of the element around the innermost block."""
        blocks = [e.number for e in self.stack[-12:] if e.name not in _INLINE]
        return blocks[-2] if len(blocks) > 1 else 0

    def flush(self) -> None:
        if self.passage is not None:
            self.page.passages.append(self.passage)
            self.passage = None

    def open(self, token: Token) -> None:
        name, attributes = token.name, token.attributes or {}
        if name == "br":
            self.line_break(token)
        elif name not in _INLINE and name not in ("td", "th"):
            self.flush()
        elif name in ("td", "th") and self.passage:
            self.passage.runs.append((-1, -1))
        self.head(name, attributes)
        if name in _VOID:
            return
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
        if token.name not in _INLINE and token.name not in ("td", "th"):
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
        words = " ".join(attributes[key] for key in ("class", "id", "itemprop", "rel") if key in attributes)[:500]
        hidden = "hidden" in attributes or attributes.get("aria-hidden") == "true" or _HIDDEN.search(attributes.get("style", ""))
        role = attributes.get("role", "")
        furniture = name in _FURNITURE_ELEMENTS or role in _FURNITURE_ROLES or bool(words and _FURNITURE.search(words))
        return _Element(
            name,
            self.count,
            self.kind(name, words, outer.kind),
            outer.skipped or name in _SKIPPED or bool(hidden),
            outer.furniture or (furniture and name not in ("body", "html", "main", "article")),
            outer.article or name in ("article", "main") or bool(words and _ARTICLE.search(words)),
            outer.linked or name == "a",
        )

    def kind(self, name: str, words: str, outer: str) -> str:
        if name in ("body", "html", "main", "article", "section"):
            return "paragraph"
        if name in _KINDS and not (name == "li" and outer == "byline"):
            return _KINDS[name]
        if outer in ("headline", "subhead", "title", "table"):
            return outer
        return next((kind for kind, pattern in _ROLES if words and pattern.search(words)), outer)

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
        elif name == "time" and attributes.get("datetime") and len(page.metas) < 500 and not self.stack[-1].furniture:
            page.metas.append(("time", attributes["datetime"].strip()))
