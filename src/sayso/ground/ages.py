"""Numbers that are ages: "aged 42", "a 42-year-old", "siblings aged 22 and 25", "a boy of nine", "Lea Brandt, 42, said"."""

from __future__ import annotations

from dataclasses import replace

from .amounts import Amount
from .counted import Counted
from .measures import Measures, Unit
from .numbers import NumberReader
from .tokens import OverTokens, Token

_LISTED = 5  # ages in a row


class Ages(OverTokens):
    """Tells from the words beside a number whether it is somebody's age."""

    def __init__(self, tokens: list[Token], measures: Measures, numbers: NumberReader, counted: Counted) -> None:
        self.tokens, self.measures, self.numbers, self.counted = tokens, measures, numbers, counted

    def of(self, core: Amount) -> Amount | None:
        """ "42-year-old", "42 years old", "aged 42", and "Mr. Brandt, 42, said"."""
        words = self.measures.words
        at = core.stop + (self._lower(core.stop) in words["dashes"])
        unit = next((u for u in ("year", "month", "week", "day") if self._lower(at) in words[f"{u}_units"]), "")
        after = at + 1 + (self._lower(at + 1) in words["dashes"])
        if unit and self._lower(after) in words["old"]:
            return replace(core, stop=after + 1, unit=Unit(unit, "age"))
        if unit and self._lower(at + 1) == "of" and self._lower(at + 2) == "age":
            return replace(core, stop=at + 3, unit=Unit(unit, "age"))
        plausible = core.high is not None and core.high == int(core.high) and 0 < core.high < 115
        if plausible and self._lower(core.first - 1) in words["aged"]:
            return replace(core, first=core.first - 1, unit=Unit("year", "age"))
        if plausible and core.stop == core.first + 1 and self._after_ages(core.first):
            return replace(core, unit=Unit("year", "age"))
        if plausible and self._lower(core.first - 1) == "of" and self._of_age(core):
            return replace(core, unit=Unit("year", "age"))
        apposed = self._lower(core.first - 1) == "," and self._lower(core.stop) in {",", "."} and self._named(core.first - 2)
        return replace(core, unit=Unit("year", "age")) if plausible and apposed and core.stop == core.first + 1 else None

    def _of_age(self, core: Amount) -> bool:
        """ "Aged of 42", "a boy of nine"; "a girl of two parents" has them."""
        noun, words = self._lower(core.first - 2), self.measures.words
        return noun in words["aged"] or (noun in words["aged_of"] and not self.counted.noun_after(self.tokens, core.stop))

    def _after_ages(self, i: int) -> bool:
        """Whether the number at token ``i`` goes on with a list of ages: "aged 22, 24 and *25*"; its noun would be its own."""
        if self.counted.noun_after(self.tokens, i + 1) or self._lower(i + 1) in {"others", "other", "more"}:
            return False
        for _ in range(_LISTED):
            steps = 2 if self._lower(i - 1) in {"and", "or"} and self._lower(i - 2) == "," else 1
            if self._lower(i - 1) not in {"and", "or", ",", "to"} or self.numbers.at(i - 1 - steps) is None:
                return False
            i -= 1 + steps
            if self._lower(i - 1) in self.measures.words["aged"]:
                return True
        return False

    def _named(self, i: int) -> bool:
        return i >= 0 and self.tokens[i].kind == "word" and self.counted.is_person(self.tokens[i].span)
