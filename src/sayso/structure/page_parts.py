"""What stands on a page beside the report's own sentences: captions, credits, notes, footnotes, boilerplate."""

from __future__ import annotations

import functools
import re

from sayso.lang import Pack
from sayso.records import BlockKind

_PLACES = ("start", "short", "end", "whole")
_SHORT = 30  # words
_BULLET = re.compile(r"(?:[-–•●▪■◦‣·*]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+\S")
_FOOTNOTE = re.compile(r"(\*{1,4}|[†‡§]+|\[\d{1,2}\]|\(\d{1,2}\)|[¹²³⁴⁵⁶⁷⁸⁹]+)\s*\S")
_PHOTO = re.compile(
    r"\((?!\+)[^()]{0,40}\b(?i:photo|image|picture|screenshot)s?\b[^()]{0,80}\)\s*$"
    r"|\b(?:Photo|PHOTO|Image|IMAGE|Photograph|Picture|Photos|Images|Pictures): ?[A-Z@©][^:]{1,80}$"
)
_SCRIPT = re.compile(r"[\w.$]+\(.*\);?$|[.#@][\w-]+\s.*\{.*\}$")
_FIRST, _LAST = re.compile(r"\w+|\W"), re.compile(r"(?:\w+|\W)\Z")
_SIGNATURE = re.compile(r"(?:--?|[–—])\s*[^\W\d_][\w'’.-]+(?:\s+[^\W\d_][\w'’.-]+){0,3}\.?$")


@functools.cache
def _cues(pack: Pack) -> dict[str, dict[str, list[tuple[str, BlockKind]]]]:
    """For each place in a paragraph, the cues by their first word (for "end": their last), longest first."""
    found: dict[str, dict[str, list[tuple[str, BlockKind]]]] = {place: {} for place in _PLACES}
    for kind, place, cue in sorted(pack.table("page_parts"), key=lambda row: -len(row[2])):
        found[place].setdefault(_key(cue, place), []).append((cue, kind))  # type: ignore[arg-type]
    return found


def _key(words: str, place: str) -> str:
    """The word, or the one other character, at the edge of a lower-case text."""
    match = _LAST.search(words) if place == "end" else _FIRST.match(words)
    return match.group() if match else ""


def page_part(paragraph: str, pack: Pack) -> BlockKind | None:
    """What a paragraph is by its own words: "Photo: the gate" a caption, "(Reporting by ...)" a note; None for prose."""
    if not any(c.isalnum() for c in paragraph[:200]) or (len(paragraph) < 300 and _SCRIPT.match(paragraph)):
        return "boilerplate"
    spaces, cues = paragraph.count(" "), _cues(pack)
    opening = " ".join(paragraph[:80].lower().lstrip("-–— ").split())
    ending = " ".join(paragraph[-80:].lower().split())
    for place in _PLACES:
        if (place == "short" and spaces >= _SHORT) or (place == "end" and spaces >= 2 * _SHORT):
            continue
        words = ending if place == "end" else opening
        for cue, kind in cues[place].get(_key(words, place), ()):
            if _stands(cue, words, place):
                return kind
    return "caption" if spaces < 2 * _SHORT and len(paragraph) < 400 and _PHOTO.search(paragraph[-120:]) else None


def _stands(cue: str, words: str, place: str) -> bool:
    """Whether a cue is at its place, as whole words."""
    if place == "whole":
        return words == cue
    if place == "end":
        return words.endswith(cue) and not words[: -len(cue)][-1:].isalnum()
    return words.startswith(cue) and not (cue[-1].isalnum() and words[len(cue) : len(cue) + 1].isalnum())


def footnote_mark(paragraph: str) -> str | None:
    """The mark that a paragraph begins with as footnotes do: "*" of "* The group is banned"."""
    match = _FOOTNOTE.match(paragraph)
    return match.group(1) if match else None


def mark_place(text: str, mark: str) -> int:
    """Where a mark first hangs on a word of a text ("the Lions of Vale*"); its length where it never does."""
    match = re.search(rf"\w[\"”’')]?{re.escape(mark)}(?![*\w])", text)
    return match.start() if match else len(text)


def is_item(paragraph: str) -> bool:
    """Whether a paragraph begins with a bullet or a number of a list."""
    return _BULLET.match(paragraph) is not None


def is_signature(paragraph: str) -> bool:
    """A name alone after a dash at the end of a text: "-- Jane Roe"."""
    return len(paragraph) < 60 and _SIGNATURE.match(paragraph) is not None
