"""What a page's elements, classes and roles say of the text in them."""

from __future__ import annotations

import re

SKIPPED = frozenset((
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "select", "option", "button",
    "input", "textarea", "dialog", "menu", "canvas", "audio", "video", "map", "xmp", "datalist",
))  # fmt: skip
VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
))  # fmt: skip
INLINE = frozenset((
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
    ("footnote", re.compile(r"(?:^|[\s_-])(?:foot|end)notes?(?:$|[\s_-])", re.IGNORECASE)),
    (
        "dateline",
        re.compile(
            r"(?:^|[\s_-])(?:dateline|date|timestamp|published|pubdate|datetime|(?:entry-|post-|article-)?meta)(?:$|[\s_-])|datePublished"
        ),
    ),
)
_KINDS = {
    "h1": "headline", "h2": "subhead", "h3": "subhead", "h4": "subhead", "h5": "subhead", "h6": "subhead",
    "figcaption": "caption", "caption": "caption", "blockquote": "quote", "li": "list", "dd": "list", "dt": "list",
    "tr": "table", "address": "byline", "title": "title",
}  # fmt: skip


def words_of(attributes: dict[str, str]) -> str:
    """The words by which a page's maker names an element."""
    return " ".join(attributes[key] for key in ("class", "id", "itemprop", "rel") if key in attributes)[:500]


def is_hidden(attributes: dict[str, str]) -> bool:
    hidden = "hidden" in attributes or attributes.get("aria-hidden") == "true"
    return hidden or _HIDDEN.search(attributes.get("style", "")) is not None


def is_furniture(name: str, words: str, role: str) -> bool:
    """Navigation, asides, footers, sharing and the like; a whole body or article never is."""
    if name in ("body", "html", "main", "article"):
        return False
    return name in _FURNITURE_ELEMENTS or role in _FURNITURE_ROLES or bool(words and _FURNITURE.search(words))


def is_article(name: str, words: str) -> bool:
    return name in ("article", "main") or bool(words and _ARTICLE.search(words))


def kind_of(name: str, words: str, outer: str) -> str:
    """The kind of an element's text, within an element whose text is of kind ``outer``."""
    if name in ("body", "html", "main", "article", "section"):
        return "paragraph"
    if name in _KINDS and not (name == "li" and outer == "byline"):
        return _KINDS[name]
    if outer in ("headline", "subhead", "title", "table"):
        return outer
    return next((kind for kind, pattern in _ROLES if words and pattern.search(words)), outer)
