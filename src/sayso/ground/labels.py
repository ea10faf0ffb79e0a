"""Numbers that name or score and do not count: "Flight 103", "MiG-29", "3-1", "one of them"."""

from __future__ import annotations

from .measures import Measures
from .numbers import Number
from .tokens import OverTokens, Token

_MOST_FIGURES = 15  # longer runs of figures are codes, not numbers


class Labels(OverTokens):
    """Tells from a number's neighbours whether it is no quantity."""

    def __init__(self, tokens: list[Token], measures: Measures) -> None:
        self.tokens, self.measures = tokens, measures

    def holds(self, number: Number, ranged: bool) -> bool:
        """Numbers that name, not count: "Flight 103", "MiG-29", telephone numbers, list items, "one of them"."""
        first, stop = number.first, number.stop
        before, words = self._lower(first - 1), self.measures.words
        if number.form == "digits" and len(self.tokens[first].text) > _MOST_FIGURES:
            return True
        if before in words["words"]:
            return self.measures.before.before(self.tokens, first) is None
        if self._adjacent(first) and (
            (self.tokens[first - 1].kind == "word" and not self.measures.money.before(self.tokens, first))
            or (before in words["dashes"] and self._adjacent(first - 1) and self.tokens[first - 2].kind == "word")
            or before in {".", "_", "/", "#", "@", ":", "'", "’"}
        ):
            return True
        if self._is_score(number, ranged):
            return True
        if self._adjacent(stop) and (
            self._lower(stop) in {"/", "_", "@", ":"}
            or (self.tokens[stop].kind in {"word", "number"} and not self.measures.units.after(self.tokens, stop))
        ):
            return True
        return self._is_compound(stop) or self._is_item(number) or self._is_pronoun(number)

    def _is_compound(self, stop: int) -> bool:
        """ "Four-storey", "three-way": a number joined to a word that is no unit."""
        if not (self._lower(stop) in self.measures.words["dashes"] and self._adjacent(stop) and self._adjacent(stop + 1)):
            return False
        if self.tokens[stop + 1].kind in {"number", "fraction"}:
            return False
        nextword = self._lower(stop + 1)
        known = nextword in self.measures.words["year_units"] | self.measures.words["month_units"]
        return (
            not known and not self.measures.units.after(self.tokens, stop + 1) and nextword not in self.measures.numbers.cardinals
        )

    def _is_item(self, number: Number) -> bool:
        first, stop = number.first, number.stop
        opens = first == 0 or self.tokens[first - 1].kind == "break"
        return (
            opens
            and number.form == "digits"
            and self._lower(stop) in {".", ")"}
            and self._adjacent(stop)
            and not self._ends(stop)
        )

    def _is_score(self, number: Number, ranged: bool) -> bool:
        """ "3-1" and "555-1234": figures joined by a dash that make no range."""
        if (
            self._adjacent(number.first)
            and self._lower(number.first - 1) in self.measures.words["dashes"]
            and self._adjacent(number.first - 1)
        ):
            return self.tokens[number.first - 2].kind == "number"
        joined = (
            self._adjacent(number.stop)
            and self._lower(number.stop) in self.measures.words["dashes"]
            and self._adjacent(number.stop + 1)
        )
        return joined and self.tokens[number.stop + 1].kind == "number" and not ranged

    def _ends(self, i: int) -> bool:
        return i + 1 >= len(self.tokens) or self.tokens[i + 1].kind == "break"

    def _is_pronoun(self, number: Number) -> bool:
        if self._lower(number.first) != "one" or number.stop != number.first + 1:
            return False
        words, after = self.measures.words, self._lower(number.stop)
        if self.measures.units.after(self.tokens, number.stop + (after in words["dashes"])):
            return False
        return after in words["not_after_one"] or self._lower(number.first - 1) in words["not_before_one"] or not after.isalpha()
