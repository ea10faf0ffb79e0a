"""A report cut into tokens fine enough for dates and numbers, whatever the parser's words are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.records import Report, Span

# Order matters: the first alternative that fits at a place wins.
_TOKEN = re.compile(
    r"""
      (?P<iso>(?<![\w.,/-])(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?![\w,]|[./-]\d)
      |(?<![\w.,/-])(?<!\d[ ])(?:19|20)\d\d[ ](?:0[1-9]|1[0-2])[ ](?:0[1-9]|[12]\d|3[01])(?![\w]|[ ]?[./-]?\d)
      |\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\d-]))
    | (?P<slash>\d{1,4}[/.]\d{1,2}[/.]\d{2,4}(?![\d/])|\d{1,2}-\d{1,2}-(?:\d{4}|\d{2})(?![\d-])|\d{4}[/]\d{1,2}(?![\d/]))
    | (?P<clock>\d{1,2}:\d{2}(?::\d{2})?(?![\d:]))
    | (?P<era>\d{2,3}0['’]?s(?!\w)|['’]?\d0s(?!\w))
    | (?P<ordinal>\d{1,4}(?:st|nd|rd|th)(?!\w))
    | (?P<fraction>\d{1,2}/\d{1,2}(?![\d/])|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])
    | (?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)
        |\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?(?!\d)|(?<![\w.])\.\d+(?!\d|\.\d)|\d+\.\d+(?!\d|\.\d)|\d+)
    | (?P<abbreviation>(?:[A-Za-z]\.){2,}(?![A-Za-z])|(?:[A-Za-z]\.)+[A-Za-z](?![A-Za-z]))
    | (?P<word>[^\W\d_]+(?:\.(?=[ \t]?\d))?)
    | (?P<clitic>['’](?:s|S|re|ve|ll|d|m|t)(?!\w))
    | (?P<break>[ \t\r\f\v]*\n[ \t\r\f\v]*\n\s*)
    | (?P<mark>[^\w\s]|_)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ABBREVIATED = re.compile(r"(?i)(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\.$")


@dataclass(frozen=True, slots=True)
class Token:
    """``kind`` is the form of the token: "word", "number", "clock", "iso", "mark", "break" (between paragraphs) ..."""

    text: str
    lower: str
    kind: str
    span: Span


def tokens(report: Report) -> list[Token]:
    """The tokens of a report in order, with a "break" token wherever a paragraph or a block ends."""
    edges = {block.span.start for block in report.blocks} - {0}
    return list(_with_breaks(report.text, edges))


def split(phrase: str) -> tuple[str, ...]:
    """The tokens of a phrase of a lexicon, in lower case."""
    if phrase.replace(" ", "").isalpha():
        return tuple(phrase.lower().split())
    return tuple(token.lower for token in _with_breaks(phrase, set()))


def _with_breaks(text: str, edges: set[int]) -> Iterator[Token]:
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        kind = match.lastgroup or "mark"
        if kind != "break" and start in edges:
            yield Token("", "", "break", Span(start, start))
        if kind == "word" and text[end - 1] == "." and not _ABBREVIATED.match(text, start, end):
            yield Token(text[start : end - 1], text[start : end - 1].lower(), kind, Span(start, end - 1))
            start, kind = end - 1, "mark"
        yield Token(text[start:end], text[start:end].lower(), kind, Span(start, end))


class OverTokens:
    """What readers of a report's tokens ask of them."""

    tokens: list[Token]

    def _lower(self, i: int) -> str:
        return self.tokens[i].lower if 0 <= i < len(self.tokens) else ""

    def _adjacent(self, i: int) -> bool:
        """Whether token ``i`` is written straight after the one before."""
        return 0 < i < len(self.tokens) and self.tokens[i - 1].span.end == self.tokens[i].span.start
