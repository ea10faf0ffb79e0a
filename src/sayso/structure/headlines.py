"""Whether the first lines of a text are its headline and deck."""

from __future__ import annotations

import re

from sayso.lang import Pack

from .bylines import is_byline
from .datelines import opening
from .day_lines import date_line
from .page_parts import page_part

_LONGEST = 260  # characters; headlines of translated agency copy reach 200
_FULL_STOP = re.compile(r"(?<!\b[A-Z])(?<!\.[A-Z])[.…:?!][\"”’')\]]*$|[.!?][\"”’'»)]+$")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_SMALL = frozenset((
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "of", "on", "or", "over", "the", "to",
    "up", "via", "vs", "with",
))  # fmt: skip


def is_headline(paragraph: str, after: list[str], pack: Pack, *, second: bool) -> bool:
    """Whether a paragraph before the first sentence of a report is its headline, or (``second``) the deck under it.

    Headlines have no full stop at the end, and running text follows. One with a full stop counts only in title case,
    directly above a dateline or by-line, or in the clipped style of headlines where the next paragraph says it again.
    A text that begins at once with its first sentence has none.
    """
    if not after or len(paragraph) > _LONGEST or paragraph.startswith(("(", "[")) or len(_LETTERS.findall(paragraph)) < 2:
        return False
    if opening(paragraph, pack, first=True):
        return False
    ended = _FULL_STOP.search(paragraph) is not None
    if not ended:
        return any(_runs(line) for line in after) and not (second and paragraph[:1].islower())
    single = re.search(r"[.!?][\"”’')]?\s+[A-Z]", paragraph) is None
    return (
        not second
        and single
        and len(paragraph) < 160
        and (_titled(paragraph) or _headed(after[0], pack) or _clipped(paragraph, after[0], pack))
    )


def _runs(line: str) -> bool:
    """Whether a line is running text: it ends as a sentence does, or is longer than any headline."""
    return len(line) > _LONGEST or re.search(r"[.!?:…][\"”’'»)\]*]*$", line) is not None


def _titled(line: str) -> bool:
    """Title Case Like This; copy in capitals throughout says nothing."""
    words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", line) if word.lower() not in _SMALL]
    return len(words) >= 3 and not line.isupper() and sum(word[0].isupper() for word in words) >= 0.85 * len(words)


def _clipped(line: str, after: str, pack: Pack) -> bool:
    """Few words without articles, two of which the longer next paragraph repeats: "Court rules against ferry owner."."""
    words = {word.lower() for word in _LETTERS.findall(line)}
    if (
        line.count(" ") > 11
        or line.endswith(":")
        or len(after) < 1.3 * len(line)
        or not words.isdisjoint(pack.column("headline_words"))
        or '"' in line
    ):
        return False
    return sum(len(word) >= 4 for word in words & {word.lower() for word in _LETTERS.findall(after[:600])}) >= 2


def _headed(line: str, pack: Pack) -> bool:
    """Whether a line is, or begins with, what stands between a headline and its report."""
    return is_byline(line, pack) or date_line(line, pack) is not None or opening(line, pack, first=True) is not None or page_part(
        line, pack) == "dateline"  # fmt: skip
