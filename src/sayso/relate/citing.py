"""Outlets that a text cites or names, whether or not a claim stands under them: "via Harrow Press", "(AFP)" at the end."""

from __future__ import annotations

import functools
import re
from collections import Counter
from dataclasses import dataclass

from sayso.lang import load, packs
from sayso.records import Report, Span

from .media import Media, media

NEAR = 60  # characters beside an outlet's name in which the word by which it is cited may stand
READ = 200_000  # characters of a report that are searched for outlets
TRIES = 50  # places of one outlet's name that are looked at
CREDIT = 0.1  # of a text, at its end, where a bracketed name is the writer's and not a picture's


def credits(report: Report, names: Media, printed: dict[str, str]) -> dict[str, bool]:
    """Outlets that the text credits, whether or not a claim stands under them: "via Harrow Press", "(AFP)" at the end; and
    of each whether it is only said that somebody told it."""
    patterns, text, tries = citing(report.language), report.text[:READ], Counter[str]()
    found = dict[str, bool]()
    for span, one in names.all(text) if patterns else ():
        tries[one] += 1
        if patterns and found.get(one, True) and tries[one] <= TRIES:
            before, after = text[max(0, span.start - NEAR) : span.start], text[span.end : span.end + NEAR]
            if patterns.cites(before, after) or _last(text, span):
                found[one] = patterns.only_heard(before, after)
                printed.setdefault(one, span.of(text))
    return found


def named(report: Report) -> dict[str, int]:
    """Outlets that a text names by a known name, but for pictures, with where each is named first."""
    patterns, text, found = citing(report.language), report.text[:READ], dict[str, int]()
    for span, one in media(report.language).all(text) if patterns else ():
        if patterns and one not in found and not patterns.pictures(text[max(0, span.start - NEAR) : span.start]):
            found[one] = span.start
    return found


def _last(text: str, span: Span) -> bool:
    return span.start >= len(text) - max(100, CREDIT * len(text)) and _alone(text, span)


def _alone(text: str, span: Span) -> bool:
    """Whether it stands alone in brackets, or on a line of its own."""
    start, end = max(0, span.start - NEAR), span.end + NEAR
    before, after = text[start : span.start].rpartition("\n")[2], text[span.end : end].partition("\n")[0]
    bracketed = text[span.start - 1 : span.start] + text[span.end : span.end + 1] in ("()", "[]")
    return bracketed or not (before + after).strip(" -–—()[].")


@dataclass(frozen=True)
class Citing:
    """Words by which an outlet is cited, before and after its name."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    other: re.Pattern[str]
    paper: re.Pattern[str]
    relay: re.Pattern[str]
    told_to: re.Pattern[str]

    def only_heard(self, before: str, after: str) -> bool:
        """Whether it is said that somebody told it, and no more: "told Harrow Press"."""
        return not self.relay.search(before) and not self.after.match(after) and bool(self.before.search(before))

    def told(self, cue: str) -> bool:
        return bool(self.told_to.search(cue))

    def pictures(self, before: str) -> bool:
        return bool(self.other.search(before))

    def cites(self, before: str, after: str) -> bool:
        if self.pictures(before):
            return False
        return bool(self.before.search(before) or self.after.match(after))


@functools.cache
def citing(language: str | None) -> Citing | None:
    code = (language or "").split("-")[0]
    if code not in packs():
        return None
    rows = load(code).table("citing_words")
    of = {w: [r[1] for r in rows if r[0] == w] for w in ("before", "after", "not", "paper", "heard")}
    of["relay"] = [w for w in of["before"] if w not in of["heard"]]
    words = {kind: "|".join(map(re.escape, several)) for kind, several in of.items()}
    article, some, end = r"(?:the\s+|an?\s+)?", r"(?:[a-z][\w-]*\s+){0,2}", r"[“\"‘'(\[]?$"
    return Citing(
        re.compile(rf"(?<!\w)(?:{words['before']})\s*:?\s*{article}{some}{end}", re.IGNORECASE),
        re.compile(
            rf"(?:['’]s?)?[”\"’')\]]?,?\s+(?:\w+ly\s+|has\s+|have\s+|had\s+|also\s+|first\s+)?(?:{words['after']})(?!\w)",
            re.IGNORECASE,
        ),
        re.compile(rf"(?:{words['not']})\W*(?:\w+\W+)?$", re.IGNORECASE),
        re.compile(rf"(?:\w+\s)?(?:{words['paper']})", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{words['relay']})\s*:?\s*{article}{some}{end}", re.IGNORECASE),
        re.compile(rf"^(?:\w+\s)?(?:{words['heard']})(?!\w)", re.IGNORECASE),
    )
