"""A page's markup as tokens with their places in the source: tolerant, and linear whatever the page holds."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9:-]{0,60}")
_ATTRIBUTE = re.compile(r"[\s/]*([^\s\"'<>/=][^\s<>/=]*)(?:\s*=\s*)?")
_BARE = re.compile(r"[^\s\"'<>]+")
# Elements whose content is characters, not markup, up to their own end tag.
_RAW = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in ("script", "style", "textarea", "title", "xmp")}


class Token(NamedTuple):
    """``kind``: "text" (characters ``start:end`` of the source), "open" or "close" (of element ``name``)."""

    kind: str
    start: int
    end: int
    name: str = ""
    attributes: dict[str, str] | None = None


def tokens(source: str) -> Iterator[Token]:
    """Text runs and tags in order; comments, doctypes and processing instructions are left out."""
    at, marks = 0, {mark: source.rfind(mark) for mark in "\"'"}
    while at < len(source):
        tag = source.find("<", at)
        if tag < 0:
            yield Token("text", at, len(source))
            return
        following = source[tag + 1 : tag + 2]
        if not (following.isascii() and following.isalpha()) and following not in ("/", "!", "?"):
            yield Token("text", at, tag + 1)
            at = tag + 1
            continue
        if tag > at:
            yield Token("text", at, tag)
        if following in ("!", "?"):
            at = _after_declaration(source, tag)
            continue
        token = _tag(source, tag, marks)
        at = token.end
        yield token
        if token.kind == "open" and token.name in _RAW:
            ending = _RAW[token.name].search(source, at)
            stop = ending.start() if ending else len(source)
            yield Token("text", at, stop)
            at = stop


def _after_declaration(source: str, at: int) -> int:
    comment = source.startswith("<!--", at)
    ending = source.find("-->" if comment else ">", at + (4 if comment else 2))
    return len(source) if ending < 0 else ending + (3 if comment else 1)


def _tag(source: str, at: int, marks: dict[str, int]) -> Token:
    closing = source.startswith("/", at + 1)
    name = _NAME.match(source, at + 2 if closing else at + 1)
    if name is None:  # "</>" and the like
        ending = source.find(">", at)
        return Token("close", at, len(source) if ending < 0 else ending + 1)
    attributes: dict[str, str] = {}
    end = _attributes(source, name.end(), attributes, marks)
    return Token("close" if closing else "open", at, end, name.group().lower(), attributes)


def _attributes(source: str, at: int, found: dict[str, str], marks: dict[str, int]) -> int:
    """Reads attributes up to the tag's ">" and gives the place after it. A tag cut off by "<" ends there."""
    while True:
        match = _ATTRIBUTE.match(source, at)
        if match is None:
            return _tag_end(source, at)
        name, at = match.group(1).lower(), match.end()
        value = ""
        if match.group().rstrip().endswith("="):
            mark = source[at : at + 1]
            if mark in marks and at < marks[mark]:
                closing = source.index(mark, at + 1)
                value, at = source[at + 1 : closing], closing + 1
            elif bare := _BARE.match(source, at):
                value, at = bare.group(), bare.end()
        if len(found) < 100:
            found.setdefault(name, html.unescape(value) if "&" in value else value)


def _tag_end(source: str, at: int) -> int:
    while at < len(source):
        if source[at] == ">":
            return at + 1
        if source[at] == "<":
            return at
        if source[at] not in " \t\n\r\f/\"'=":
            return at if source[at] != "\0" else at + 1
        at += 1
    return at
