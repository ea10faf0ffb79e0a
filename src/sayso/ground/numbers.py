"""Numbers in words and digits: "twenty-five", "2.5 million", "one and a half", "nineteen ninety-six"."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from sayso.lang import Pack

from .tokens import OverTokens, Token

_PARTS = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 32, 64))  # what people divide by: "9/11" is a date


@dataclass(frozen=True, slots=True)
class Number:
    """Tokens ``first:stop`` and their value. ``form``: "digits", "words", "ordinal", "fraction" or "year".

    "year" is a number said in pairs, as years are: "nineteen ninety-six".
    """

    first: int
    stop: int
    value: float
    form: str


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The number words of a language."""

    cardinals: dict[str, int]
    ordinals: dict[str, int]
    multipliers: dict[str, int]
    suffixes: dict[str, int]
    fractions: dict[str, float]
    joiners: dict[str, list[str]]

    @property
    def first(self) -> frozenset[str]:
        """Words by which a number in words can begin: most words of a text cannot."""
        return frozenset().union(self.cardinals, self.ordinals, self.multipliers, self.fractions, self.joiners["article"])

    @classmethod
    def of(cls, pack: Pack) -> NumberWords:
        table = pack.toml("numbers")
        return cls(*(table[name] for name in ("cardinals", "ordinals", "multipliers", "suffixes", "fractions", "joiners")))


def fraction_of(text: str) -> float | None:
    """ "3/4" and "¾" are 0.75; None for "9/11", "24/7" and "1/0"."""
    if "/" not in text:
        return unicodedata.numeric(text)
    top, bottom = (int(n) for n in text.split("/"))
    return top / bottom if 0 < top < bottom and bottom in _PARTS else None


class NumberReader(OverTokens):
    """Reads the number that begins at a token, if one does."""

    def __init__(self, tokens: list[Token], words: NumberWords, fractions: bool = True) -> None:
        self.tokens, self.words, self.fractions = tokens, words, fractions
        self.first = words.first

    def at(self, i: int) -> Number | None:
        """The longest number that begins at token ``i``."""
        token = self.tokens[i]
        if token.kind == "number":
            return self._digits(i)
        if token.kind == "fraction":
            return self._simple_fraction(i)
        if token.kind == "ordinal":
            return Number(i, i + 1, float(token.lower[:-2]), "ordinal")
        return self._words(i) if token.kind == "word" and token.lower in self.first else None

    def all(self) -> list[Number]:
        """Every number of the text, left to right, none inside another."""
        found, i = [], 0
        while i < len(self.tokens):
            number = self.at(i)
            if number:
                found.append(number)
            i = number.stop if number else i + 1
        return found

    def _digits(self, i: int) -> Number:
        value, stop = float(self.tokens[i].lower.replace(",", "")), i + 1
        if self._adjacent(stop) and not self._in_word(stop + 1):
            text = self.tokens[stop].text
            factor = self.words.suffixes.get(text) or self.words.suffixes.get(text.lower())
            if factor:
                return Number(i, stop + 1, value * factor, "digits")
        value, stop = self._mixed(value, stop)
        value, stop = self._and_a_half(*self._multiplied(value, stop))
        return Number(i, stop, value, "digits")

    def _in_word(self, i: int) -> bool:
        return self._adjacent(i) and self.tokens[i].kind in {"word", "number", "abbreviation"}

    def _and_a_half(self, value: float, stop: int) -> tuple[float, int]:
        """ "Three million and a half" is 3.5 million, "two and a half million" 2.5 million, "three and two thirds" 3.67."""
        part, after = self._part_after(stop)
        if not part or self._lower(after) == "of":
            return value, stop
        scale = float(self.words.multipliers.get(self._lower(stop - 1), 1))
        following = self.words.multipliers.get(self._lower(after))
        if following and scale > following:
            return value + part * following, after + 1
        return self._multiplied(value + part * (scale if scale > 100 else 1), after)

    def _part_after(self, i: int) -> tuple[float | None, int]:
        """ "And a half", "and three quarters" from token ``i``: the part, and where it stops."""
        if self._lower(i) not in self.words.joiners["and"]:
            return None, i
        if self._lower(i + 1) in [*self.words.joiners["article"], "one"]:
            half = self._lower(i + 2) == "half"
            return (self.words.fractions.get(self._lower(i + 2)) if self.fractions or half else None), i + 3
        return (self._parts(i + 1), self._after_parts(i + 1)) if self.fractions else (None, i)

    def _parts(self, i: int) -> float | None:
        """ "Three quarters", "two-thirds"."""
        count, name = self.words.cardinals.get(self._lower(i), 0), self._lower(self._after_parts(i) - 1)
        part = self.words.fractions.get(name)
        return count * part if part and 0 < count < 20 and name.endswith("s") == (count > 1) else None

    def _after_parts(self, i: int) -> int:
        return i + 2 + (self._lower(i + 1) in self.words.joiners["hyphen"])

    def _mixed(self, value: float, stop: int) -> tuple[float, int]:
        """ "2 1/2", "5-1/2" and "2½"."""
        at = stop + 1 if self._lower(stop) in self.words.joiners["hyphen"] else stop
        if value < 1000 and at < len(self.tokens) and self.tokens[at].kind == "fraction" and value == int(value):
            part = fraction_of(self.tokens[at].lower)
            if part and 0 < part < 1:
                return value + part, at + 1
        return value, stop

    def _multiplied(self, value: float, stop: int) -> tuple[float, int]:
        """ "2.5 million", "13.8-billion", "three hundred thousand"; a multiplier must grow no further."""
        while True:
            hyphen = self._lower(stop) in self.words.joiners["hyphen"]
            factor = self.words.multipliers.get(self._lower(stop + 1 if hyphen else stop))
            if factor is None:
                return value, stop
            value, stop = round(value * factor, 6), stop + (2 if hyphen else 1)

    def _simple_fraction(self, i: int) -> Number | None:
        value = fraction_of(self.tokens[i].lower)
        return None if value is None else Number(i, i + 1, value, "fraction")

    def _words(self, i: int) -> Number | None:
        start = i
        scaled = self._part_of_scale(i)
        if scaled:
            return scaled
        if self._lower(i) in self.words.joiners["article"]:
            if self._lower(i + 1) not in self.words.multipliers:
                return None
            i += 1
        year = self._year(start)
        total, stop, ordinal = self._cardinal(i)
        if year and year.stop >= stop:
            return year
        if stop == i:
            return None
        if ordinal:
            return Number(start, stop, total, "ordinal")
        return self._fractional(start, stop, total)

    def _part_of_scale(self, i: int) -> Number | None:
        """ "Half a million", "a quarter million", "three quarters of a million" is left to the parts."""
        at = i + (self._lower(i) in self.words.joiners["article"])
        part = self.words.fractions.get(self._lower(at)) if self.fractions or self._lower(at) == "half" else None
        after = at + 1 + (self._lower(at + 1) in self.words.joiners["article"])
        factor = self.words.multipliers.get(self._lower(after))
        if not part or not factor or part >= 1 or self._lower(at) in self.words.ordinals:
            return None
        return Number(i, after + 1, part * factor, "words")

    def _year(self, i: int) -> Number | None:
        """ "nineteen ninety-six", "twenty twenty-one", "nineteen hundred and five" is left to the cardinals."""
        first = self.words.cardinals.get(self._lower(i), 0)
        if not (13 <= first <= 20):
            return None
        total, stop, ordinal = self._tens(i + 1 + (self._lower(i + 1) in self.words.joiners["hyphen"]))
        if ordinal or not (10 <= total <= 99):
            return None
        return Number(i, stop, first * 100 + total, "year")

    def _tens(self, i: int) -> tuple[float, int, bool]:
        """ "ninety-six", "ninety sixth" or "nine" from token ``i``: value, where it stops, whether it is ordinal."""
        word = self._lower(i)
        if word in self.words.ordinals:
            return self.words.ordinals[word], i + 1, True
        if word not in self.words.cardinals:
            return 0, i, False
        value, stop = self.words.cardinals[word], i + 1
        if value < 20 or value % 10:
            return value, stop, False
        at = stop + (self._lower(stop) in self.words.joiners["hyphen"])
        ones = self.words.cardinals.get(self._lower(at), self.words.ordinals.get(self._lower(at), 0))
        if 1 <= ones <= 9:
            return value + ones, at + 1, self._lower(at) in self.words.ordinals
        return value, stop, False

    def _cardinal(self, i: int) -> tuple[float, int, bool]:
        """ "two hundred and forty thousand six hundred": value, stop, ordinal."""
        total, group, scale, stop = 0.0, 0.0, float("inf"), i
        while True:
            at = stop + (stop > i and self._joined(stop))
            if at > stop and self._lower(stop) in self.words.joiners["and"] and self._parts(at):
                return total + group, stop, False  # "a hundred and three quarters"
            value, after, ordinal = self._tens(at)
            if after > at and group % 100 == 0 and (stop == i or group or scale < float("inf")):
                group, stop = ((group or 1) if value >= 100 else 1) * value + (group if value < 100 else 0), after
                if ordinal:
                    return total + group, stop, True
                continue
            factor = self.words.multipliers.get(self._lower(at), 0)
            if factor > scale and not group and at == stop:  # "two thousand crore", "a thousand million"
                total, scale, stop = total * factor, factor, at + 1
                continue
            if (
                not factor
                or factor >= scale
                or (factor == 100 and group >= 100)
                or self._lower(stop) in self.words.joiners["and"]
            ):
                return total + group, stop, False
            stop = at + 1
            if factor == 100:
                group = (group or 1) * 100
            else:
                total, group, scale = total + (group or 1) * factor, 0.0, factor

    def _joined(self, i: int) -> bool:
        return self._lower(i) in self.words.joiners["hyphen"] or self._lower(i) in self.words.joiners["and"]

    def _fractional(self, start: int, stop: int, value: float) -> Number:
        """ "one and a half", "two thirds", "five point two", "1.5 hundred thousand"."""
        joiners = self.words.joiners
        halved = self._and_a_half(value, stop)
        if halved[1] > stop:
            return Number(start, halved[1], halved[0], "words")
        if self._lower(stop) in joiners["point"]:
            return self._decimal(start, stop, value)
        hyphen = self._lower(stop) in joiners["hyphen"]
        part = self.words.fractions.get(self._lower(stop + hyphen)) if self.fractions else None
        if part and value < 20 and (value == 1) != self._lower(stop + hyphen).endswith("s"):
            return self._of_scale(Number(start, stop + hyphen + 1, value * part, "fraction"))
        return Number(start, stop, value, "words")

    def _of_scale(self, number: Number) -> Number:
        """ "Two thirds of a million", "three quarters of a billion"."""
        at = number.stop
        factor = self.words.multipliers.get(self._lower(at + 2), 0) if self._lower(at + 1) in self.words.joiners["article"] else 0
        if self._lower(at) != "of" or not factor:
            factor, at = self.words.multipliers.get(self._lower(at), 0), at - 2
        return Number(number.first, at + 3, round(number.value * factor, 6), "words") if factor else number

    def _decimal(self, start: int, stop: int, value: float) -> Number:
        digits, at = "", stop + 1
        while (one := self.words.cardinals.get(self._lower(at), 10)) < 10:
            digits, at = digits + str(one), at + 1
        tens, after, ordinal = self._tens(at) if not digits else (0, at, True)
        if tens and not ordinal and tens < 100:
            digits, at = f"{int(tens)}", after
        if not digits:
            return Number(start, stop, value, "words")
        value, at = self._multiplied(value + float(f"0.{digits}"), at)
        return Number(start, at, value, "words")
