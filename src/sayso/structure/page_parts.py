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
_SIGNATURE = re.compile(r"(?:--?|[–—])\s*[^\W\d_][\w'’.-]+(?:\s+[^\W\d_][\w'’.-]+){0,3}\.?$")


@functools.cache
def _cues(pack: Pack) -> dict[str, tuple[re.Pattern[str], dict[str, BlockKind]]]:
    """For each place in a paragraph, one pattern over all its cues, and the kind that each cue stands for."""
    found = {}
    for place in _PLACES:
        kinds: dict[str, BlockKind] = {row[2]: row[0] for row in pack.table("page_parts") if row[1] == place}  # type: ignore[misc]
        cues = "|".join(re.escape(cue) + (r"(?!\w)" if cue[-1].isalnum() else "") for cue in sorted(kinds, key=len, reverse=True))
        pattern = {"end": rf"(?:^|(?<=\W))({cues})\s*$", "whole": rf"({cues})\s*$"}.get(place, rf"({cues})")
        found[place] = (re.compile(pattern, re.IGNORECASE), kinds)
    return found


def page_part(paragraph: str, pack: Pack) -> BlockKind | None:
    """What a paragraph is by its own words: "Photo: the gate" a caption, "(Reporting by ...)" a note; None for prose."""
    if not any(c.isalnum() for c in paragraph[:200]) or (len(paragraph) < 300 and _SCRIPT.match(paragraph)):
        return "boilerplate"
    cues = _cues(pack)
    opening = paragraph[:80].lstrip("-–— ")
    short = paragraph.count(" ") < _SHORT
    for place in _PLACES:
        if (place == "short" and not short) or (place == "whole" and len(paragraph) > 60):
            continue
        pattern, kinds = cues[place]
        match = pattern.search(paragraph[-80:]) if place == "end" else pattern.match(opening)
        if match and (place != "end" or paragraph.count(" ") < 60):
            return kinds[" ".join(match.group(1).lower().split())]
    return "caption" if paragraph.count(" ") < 60 and _PHOTO.search(paragraph[-120:]) and len(paragraph) < 400 else None


def is_footnote(paragraph: str, before: str) -> bool:
    """Whether a paragraph begins with a mark ("* The group is ...") that hangs on a word of the text before it."""
    match = _FOOTNOTE.match(paragraph)
    if match is None:
        return False
    mark = match.group(1)
    return re.search(rf"\w[\"”’')]?{re.escape(mark)}(?![*\w])", before) is not None


def is_item(paragraph: str) -> bool:
    """Whether a paragraph begins with a bullet or a number of a list."""
    return _BULLET.match(paragraph) is not None


def is_signature(paragraph: str) -> bool:
    """A name alone after a dash at the end of a text: "-- Jane Roe"."""
    return len(paragraph) < 60 and _SIGNATURE.match(paragraph) is not None
