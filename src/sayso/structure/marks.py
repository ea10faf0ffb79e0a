"""Quotation marks and what each does where it stands: open, close, either, or nothing."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass

from sayso.records import Span

_MARK = re.compile(r"“|”|„|‟|\"|«|»|‘|’|‚|‛|``|''|'|‹|›|「|」|『|』|＂|″")
_ELIDED = re.compile(r"\d0s|\d\d\b|(?:em|tis|twas|til|till|cause|n|bout|round|im)\b", re.IGNORECASE)
_OPENING_NEIGHBOURS = "([{<—–-/…:=|>“„«‘‚\"'`"
_DOUBLE, _SINGLE, _ANGLE, _ANGLET, _CORNER, _WHITE = "double", "single", "angle", "anglet", "corner", "white"


class Turn(enum.Enum):
    OPEN = 1
    CLOSE = 2
    EITHER = 3


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark. Marks of a ``family`` open and close one another.

    ``lone``: without a partner it is an apostrophe or a sign of measure, not an unclosed quotation.
    """

    start: int
    end: int
    family: str
    turn: Turn
    lone: bool = False
    may_open: bool = False
    may_close: bool = False

    @property
    def shut(self) -> bool:
        return self.turn is Turn.CLOSE and not self.may_open


def marks(text: str, span: Span) -> list[Mark]:
    """The quotation marks of a stretch of text; apostrophes, inch and minute signs left out.

    Straight single marks are kept only where an opening one has a closing one after it.
    """
    found = []
    for m in _MARK.finditer(text, span.start, span.end):
        before = text[m.start() - 1] if m.start() > span.start else " "
        after = text[m.end()] if m.end() < span.end else " "
        mark = _read(text, m.group(), m.start(), before, after)
        if mark:
            found.append(mark)
    return _without_possessives(text, found)


def _read(text: str, shape: str, at: int, before: str, after: str) -> Mark | None:
    opens = not after.isspace() and (before.isspace() or before in _OPENING_NEIGHBOURS or not before.isprintable())
    closes = not before.isspace()
    if shape in "'‘’‚‛":
        return _single(text, shape, at, before, after, opens)
    if shape in ('"', "''", "＂"):
        return _straight(text, shape, at, before, opens, closes)
    family, turn = _SHAPES[shape]
    if shape == "”" and before.isdigit() and _measure(text, at):
        return None
    may_open = opens and (shape in "”»›")
    return Mark(at, at + len(shape), family, turn, may_open=may_open, may_close=closes and shape in "“«‹")


_SHAPES = {
    "“": (_DOUBLE, Turn.OPEN), "”": (_DOUBLE, Turn.CLOSE), "„": (_DOUBLE, Turn.OPEN), "‟": (_DOUBLE, Turn.OPEN),
    "``": (_DOUBLE, Turn.OPEN), "«": (_ANGLE, Turn.OPEN), "»": (_ANGLE, Turn.CLOSE), "‹": (_ANGLET, Turn.OPEN),
    "›": (_ANGLET, Turn.CLOSE), "「": (_CORNER, Turn.OPEN), "」": (_CORNER, Turn.CLOSE), "『": (_WHITE, Turn.OPEN),
    "』": (_WHITE, Turn.CLOSE), "″": (_DOUBLE, Turn.CLOSE),  # a prime that stands for a closing mark: “Route 9″
}  # fmt: skip


def _measure(text: str, at: int) -> bool:
    """6'2" and 12” x 8”: a number before the mark that itself follows feet or stands before another measure."""
    back = text[max(0, at - 8) : at]
    return bool(re.search(r"\d\s?['’′]\s?\d{1,2}$", back)) or bool(re.match(r"[”\"]\s?(?:x|×|by)\s?\d", text[at : at + 6]))


def _straight(text: str, shape: str, at: int, before: str, opens: bool, closes: bool) -> Mark | None:
    if before.isdigit() and _measure(text, at):
        return None
    inch = before.isdigit()  # closes a quotation that is open, else it is a sign of measure
    turn = Turn.OPEN if opens and before.isspace() else Turn.CLOSE if closes and not opens else Turn.EITHER
    return Mark(at, at + len(shape), _DOUBLE, turn, lone=False, may_open=turn is not Turn.CLOSE and not inch, may_close=closes)


def _single(text: str, shape: str, at: int, before: str, after: str, opens: bool) -> Mark | None:
    if before.isalnum() and after.isalnum():
        return None  # don't, O'Neill
    if shape in "‚‛":
        return Mark(at, at + 1, _SINGLE, Turn.OPEN, lone=True) if opens and after.isalnum() else None
    if opens and (after.isalnum() or after in "“\"…¿¡[(.#@$€£"):
        if _ELIDED.match(text, at + 1, at + 8):
            return None
        if shape == "’":
            return None
        return Mark(at, at + 1, _SINGLE, Turn.OPEN, lone=shape == "'")
    if not before.isspace() and not after.isalnum():
        return Mark(at, at + 1, _SINGLE, Turn.CLOSE, lone=True)
    return None


def _without_possessives(text: str, found: list[Mark]) -> list[Mark]:
    """Takes out the plural possessive inside single marks: ‘the boys’ toys’. A closing mark after "s" and before a
    small letter is one where a later mark can close instead."""
    out: list[Mark] = []
    later = False  # does a closing single mark follow before the next opening one?
    for mark in reversed(found):
        if mark.family == _SINGLE:
            if mark.turn is Turn.OPEN:
                if mark.lone and not later:
                    continue
                later = False
            elif later and _possessive(text, mark):
                continue
            else:
                later = True
        out.append(mark)
    return out[::-1]


def _possessive(text: str, mark: Mark) -> bool:
    before, after = text[mark.start - 1 : mark.start], text[mark.end : mark.end + 2]
    return before in ("s", "S") and len(after) == 2 and after[0] == " " and after[1].islower()
