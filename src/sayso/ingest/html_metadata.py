"""What a page says about itself: JSON-LD, OpenGraph, Dublin Core and plain meta tags."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from .dates import published
from .draft import Draft
from .html_page import Page

_ARTICLE = re.compile(r"(?:Article|Report|Posting|NewsItem)$")
_TITLES = ("og:title", "twitter:title", "dc.title", "headline", "title")
_SITES = ("og:site_name", "dc.publisher", "publisher", "citation_journal_title")
_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl", "citation_author")
_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
    "dcterms.created",
    "parsely-pub-date", "sailthru.date", "publishdate", "pubdate", "publication_date", "citation_publication_date", "time",
)  # fmt: skip
_LANGUAGES = ("content-language", "language", "dc.language", "og:locale", "inlanguage")


def metadata(page: Page) -> Draft:
    """A draft without text. JSON-LD's article comes first, then the meta tags in the order of how well they are kept."""
    nodes = [node for script in page.scripts for node in _nodes(script)]
    article = _article(nodes, page.heading)
    named = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and "name" in node}
    metas: dict[str, str] = {}
    for key, value in page.metas:
        metas.setdefault(key, value)
    dates = [_text(article.get("datePublished")), *(metas.get(key) for key in _DATES)]
    return Draft(
        "",
        title=_first(_text(article.get("headline")), *(metas.get(key) for key in _TITLES)),
        publisher=_first(_name(_resolved(article.get("publisher"), named)), *(metas.get(key) for key in _SITES)),
        byline=_authors(article, page.metas, named),
        language=_first(page.language, _text(article.get("inLanguage")), *(metas.get(key) for key in _LANGUAGES)),
        published=next((interval for interval in map(published, dates) if interval), None),
        url=_first(*(url for url in (page.canonical, metas.get("og:url"), _text(article.get("url"))) if _absolute(url))),
    )


def _article(nodes: list[dict[str, Any]], heading: str) -> dict[str, Any]:
    """The object of the page's own article: where there are several, the one whose headline is in the page's title."""
    articles = [node for node in nodes if _is_article(node)]
    own = (node for node in articles if (_text(node.get("headline")) or "\0").casefold() in heading.casefold())
    return next(own, articles[0] if articles else {})


def _resolved(value: object, named: dict[str, dict[str, Any]]) -> object:
    """An object that is only referred to ({"@id": "#outlet"}), by what the page says of it elsewhere."""
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict) and "name" not in value:
        return named.get(str(value.get("@id")), value)
    return value


def _absolute(url: str | None) -> bool:
    return url is not None and url.lower().startswith(("http://", "https://"))


def _nodes(script: str) -> Iterator[dict[str, Any]]:
    """Every object of a JSON-LD script near its top; a script that is not JSON has none."""
    try:
        level: list[Any] = [json.loads(script.strip().removeprefix("<!--").removesuffix("-->"), strict=False)]
    except (ValueError, RecursionError):
        return
    for _ in range(5):
        level = [inner for node in level for inner in (node if isinstance(node, list) else [node])]
        objects = [node for node in level if isinstance(node, dict)]
        yield from objects
        level = [
            node[key]
            for node in objects
            for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement")
            if key in node
        ]


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type", "")
    return any(isinstance(kind, str) and _ARTICLE.search(kind) for kind in (kinds if isinstance(kinds, list) else [kinds]))


def _text(value: object) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("@id") or value.get("name")
    return clean(unescape(value)) if isinstance(value, str) else None


def _name(value: object) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("name")
    return clean(unescape(value)) if isinstance(value, str) and "://" not in value else None


def _authors(article: dict[str, Any], metas: list[tuple[str, str]], named: dict[str, dict[str, Any]]) -> tuple[str, ...]:
    given = article.get("author") or article.get("creator") or []
    names = [_name(_resolved(author, named)) for author in (given if isinstance(given, list) else [given])]
    if not any(names):
        key = next((key for key in _AUTHORS if any(k == key and "://" not in v for k, v in metas)), None)
        names = [clean(value) for k, value in metas if k == key and "://" not in value]
    people = [person for name in names if name for person in split_names(name)]
    return tuple(dict.fromkeys(people))[:20]


def split_names(line: str) -> list[str]:
    """ "By Jane Roe and John Doe" as two names."""
    line = re.sub(r"^\s*by\s*:?\s+", "", line, flags=re.IGNORECASE)
    names = (clean(part) for part in re.split(r"\s*(?:,|;|&|\band\b)\s+", line))
    return [name for name in names if name and "@" not in name and len(name) < 80 and name.lower() != "and"]


def _first(*values: str | None) -> str | None:
    return next((text for text in map(clean, values) if text), None)


def clean(value: str | None) -> str | None:
    return " ".join(value.split())[:500] or None if value else None
