"""Totals and parts: "12, among them 3 children", "two of the 12 hostages", "another six", "40 a day"."""

from __future__ import annotations

from typing import Literal

from sayso.lang import Pack
from sayso.records import Quantity

from .amounts import Amount
from .measures import Phrases
from .numbers import NumberReader
from .tokens import OverTokens, Token, split

Part = Literal["", "part", "more", "rate"]
_REACH = 12  # tokens from a count to the words that open its parts
_NOUN = 3  # tokens from a number over what it counts: "three more badly hurt guards" is too far
_STOPS = {".", "?", "!", ";"}
_MORE = {"more", "additional", "further", "another", "a further", "an additional"}


class Wholes(OverTokens):
    """Tells of one report's numbers whether they are parts of others."""

    def __init__(self, tokens: list[Token], pack: Pack, numbers: NumberReader) -> None:
        self.tokens, self.numbers = tokens, numbers
        rows = pack.table("partial_counts")
        self._after, self._before, self._rates = (
            Phrases({split(row[0]): row[0] for row in rows if row[1] == place}) for place in ("after", "before", "rate")
        )
        self._opening = Phrases({split(phrase): phrase for phrase in pack.column("part_openers")})
        self._last: tuple[Amount, Quantity] | None = None

    def of(self, amount: Amount, quantity: Quantity) -> tuple[Part, str]:
        """What kind of part a number is, and the number it is part of, as written."""
        found = self._part(amount)
        whole = self._whole(amount, quantity) if found in {"", "part"} else ""
        self._last = (amount, quantity) if found == "" and not whole and quantity.unit is None else self._last
        return ("part" if whole else found), whole

    def _part(self, amount: Amount) -> Part:
        opens = self._lower(amount.first) in _MORE and self._lower(amount.first + 1) != "than"
        if self._before.before(self.tokens, amount.first) or opens:
            return "more"
        for at in range(amount.stop, min(len(self.tokens), amount.stop + _NOUN)):
            if rate := self._rates.after(self.tokens, at):
                return "rate" if rate else ""
            if found := self._after.after(self.tokens, at):
                return ("more" if found[1] in _MORE else "part") if at == amount.stop else ""
            if self.tokens[at].kind != "word":
                break
        return ""

    def _whole(self, amount: Amount, quantity: Quantity) -> str:
        named = self._named_whole(amount)
        if named or not self._last:
            return named
        total, known = self._last
        near = self.tokens[total.stop : amount.first]
        if not 0 < len(near) <= _REACH + _NOUN or any(t.lower in _STOPS or t.kind == "break" for t in near):
            return ""
        opened = any(self._opening.after(self.tokens, i) for i in range(total.stop, amount.first))
        followed = self._after.after(self.tokens, amount.stop)
        closes = followed is not None and followed[1] in {"of them", "of whom", "of those", "of these"}
        return known.text if (opened or closes) and _fits(quantity, known) else ""

    def _named_whole(self, amount: Amount) -> str:
        """ "Two of the 12 hostages": 12."""
        if self._lower(amount.stop) != "of" or self._lower(amount.stop + 1) not in {"the", "those", "these", "their", "its"}:
            return ""
        at = amount.stop + 2
        number = self.numbers.at(at) if at < len(self.tokens) else None
        small = number and amount.low is not None and amount.low < number.value
        return " ".join(t.text for t in self.tokens[number.first : number.stop]) if number and small else ""


def _fits(part: Quantity, whole: Quantity) -> bool:
    """Whether a number can be a part of the other: not larger than it, counted and not measured."""
    largest = whole.high if whole.high is not None else float("inf")
    return part.unit is None and part.low is not None and part.low >= 1 and part.low <= largest
