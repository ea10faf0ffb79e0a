"""How many: numbers with their bounds, units, and what they count."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from sayso.lang import Pack
from sayso.records import Parse, Quantity, Report, Span

from .ages import Ages
from .amounts import Amount, between, bounded, with_parts
from .counted import Counted
from .labels import Labels
from .measures import Measures, measures_of
from .money import MoneyReader
from .numbers import Number, NumberReader
from .scopes import Scopes
from .tokens import OverTokens, Token, tokens
from .wholes import Wholes

_PHONE = re.compile(r"0\d+\W\d+|\d{3}\W\d{4}")  # numbers that are dialled
_CLOSING = frozenset("”\"’»")
_LEAD = 5  # words before a number that may bound it


@dataclass(frozen=True, slots=True)
class Measured:
    """A quantity and where it stands; ``why`` says what was inferred."""

    span: Span
    quantity: Quantity
    why: tuple[str, ...] = ()


class QuantityReader(OverTokens):
    """Finds the quantities of one report; stretches in ``busy`` (dates) are left alone."""

    def __init__(self, report: Report, parse: Parse, pack: Pack, busy: Iterable[Span] = ()) -> None:
        self.tokens = tokens(report)
        self.measures: Measures = measures_of(pack)
        self.numbers = NumberReader(self.tokens, self.measures.numbers)
        self.money = MoneyReader(self.tokens, self.measures, self.numbers)
        self.labels = Labels(self.tokens, self.measures)
        self.counted = Counted(parse, self.measures.words)
        self.text = report.text
        self.ages = Ages(self.tokens, self.measures, self.numbers, self.counted)
        self._number_words = pack.column("number_words")
        spans = sorted(busy)
        self.wholes = Wholes(self.tokens, pack, self.numbers)
        self.scopes = Scopes(parse, spans, self.measures.words["scope"])
        self._busy = _taken(self.tokens, spans)

    def all(self) -> list[Measured]:
        found: list[Measured] = []
        i = 0
        while i < len(self.tokens):
            amount = None if i in self._busy else self._at(i)
            if amount:
                amount = self._joined_with_next(amount)
                measured = self._measured(amount, found[-1] if found else None)
                found += [self._placed(amount, measured)] if self._counts(amount, measured.quantity) else []
            i = amount.stop if amount else i + 1
        return found

    def _joined_with_next(self, one: Amount) -> Amount:
        """ "5 feet 2 inches", "3 dollars and 50 cents", "more than 10 and less than 40"."""
        at = one.stop + (self._lower(one.stop) in {"and", "but"})
        start = at
        while at < min(len(self.tokens), start + _LEAD) and not self.numbers.at(at) and self.tokens[at].kind == "word":
            at += 1
        two = self._at(at) if at < len(self.tokens) and at not in self._busy else None
        if not two or two.first != start:
            return one
        return with_parts(one, two) or (between(one, two) if start > one.stop else None) or one

    def _counts(self, amount: Amount, quantity: Quantity) -> bool:
        """Not "one recent video" or "one official said", where "one" is "a", nor "Gear 2"; only a tree can tell."""
        if quantity.unit or amount.stop > amount.first + 1 or not self.counted.has_tree:
            return True
        if self._lower(amount.first) == "one":
            return self.counted.is_tally(self.tokens[amount.first].span)
        return bool(quantity.of) or not self.counted.is_label(self.tokens[amount.first].span)

    def _at(self, i: int) -> Amount | None:
        """The amount whose number begins at token ``i``, with the modifiers before it and the unit after."""
        vague = self._vague(i)
        core = vague or self._plain(i)
        if core is None or any(j in self._busy for j in range(core.first, core.stop)):
            return None
        core = self.money.with_money(core)
        core = self._with_unit(core)
        return self._with_bounds(core)

    def _vague(self, i: int) -> Amount | None:
        """ "Dozens", "several hundred", "tens of thousands", "a handful"."""
        found = self.measures.vague.after(self.tokens, i)
        if not found:
            return None
        stop, (low, high) = found
        if self._lower(stop) in {"hundred", "thousand", "million", "dozen"}:
            factor = self.measures.numbers.multipliers[self._lower(stop)]
            return Amount(i, stop + 1, low * factor, None if high is None else high * factor, approximate=True)
        return Amount(i, stop, low, high, approximate=low != high)

    def _plain(self, i: int) -> Amount | None:
        number = self.numbers.at(i) or self._share(i)
        if number is None or number.form == "ordinal":
            return None
        ranged = self._range(number)
        if share := self._ratio(number):
            return share
        return None if self.labels.holds(number, ranged is not None) else ranged or _amount(number)

    def _ratio(self, number: Number) -> Amount | None:
        """ "One in five voters", "nine out of ten": a share, not two numbers."""
        out = self._lower(number.stop) == "out" and self._lower(number.stop + 1) == "of"
        at = number.stop + 2 if out else number.stop + 1
        if at >= len(self.tokens) or at in self._busy or not (out or (self._lower(number.stop) == "in" and number.value == 1)):
            return None
        other = self.numbers.at(at)
        if not other or other.form == "ordinal" or not number.value < other.value < 1900:
            return None
        share = number.value / other.value
        return Amount(number.first, other.stop, share, share)

    def _share(self, i: int) -> Number | None:
        """ "Half of the buildings", "a third of the voters"."""
        article = self._lower(i) in self.measures.numbers.joiners["article"]
        value = self.measures.numbers.fractions.get(self._lower(i + article))
        if value and (
            (article and self._lower(i + 2) == "of")
            or (self._lower(i) == "half" and (self._lower(i + 1) in {"of", "the"} or self.measures.before.before(self.tokens, i)))
        ):
            return Number(i, i + 1 + article, value, "fraction")
        return None

    def _range(self, number: Number) -> Amount | None:
        """ "10-12", "five or six", "between 5 and 7"; "3-1" is a score and gives nothing."""
        joiner, words = self._lower(number.stop), self.measures.words
        other = self.numbers.at(number.stop + 1) if number.stop + 1 < len(self.tokens) else None
        opened = self._lower(number.first - 1) in words["between"]
        linked = joiner in words["dashes"] or joiner in {"to", "or", "through"} or (opened and joiner in words["to"])
        if opened and joiner == "to" and self._changes(number.first - 1):
            return None
        if not other or not linked or other.form == "ordinal" or (number.stop + 1 in self._busy):
            return None
        if joiner in words["dashes"] and _PHONE.fullmatch(
            self.tokens[number.first].text + joiner + self.tokens[number.stop + 1].text
        ):
            return None
        low, high = self._scaled(number, other)
        if not low < high:
            return None
        first = number.first - 1 if opened and joiner in words["to"] else number.first
        return Amount(first, other.stop, low, high)

    def _changes(self, i: int) -> bool:
        """Whether "from" at token ``i`` follows a verb of change: "the price rose from 310 to 345"."""
        near = range(i - 1, max(-1, i - 5), -1)
        return self._lower(i) == "from" and any(self._lower(j) in self.measures.words["changes"] for j in near)

    def _scaled(self, number: Number, other: Number) -> tuple[float, float]:
        """ "Two to three million" is two million to three million."""
        for factor in (1e12, 1e9, 1e6, 1e3, 100):
            if other.value >= factor and number.value * factor < other.value and number.value < 100 <= other.value:
                last = self._lower(other.stop - 1)
                if self.measures.numbers.multipliers.get(last) == factor:
                    return number.value * factor, other.value
        return number.value, other.value

    def _with_unit(self, core: Amount) -> Amount:
        if core.unit:
            return core
        age = self.ages.of(core)
        if age:
            return age
        hyphen = self._lower(core.stop) in self.measures.words["dashes"] and self._adjacent(core.stop)
        found = self.measures.units.after(self.tokens, core.stop + hyphen)
        if not found:
            return self.money.with_millions(core)
        return self.money.in_full(replace(core, stop=found[0], unit=found[1])) if self._is_unit(core, found[0]) else core

    def _is_unit(self, core: Amount, stop: int) -> bool:
        """Whether a word that may be a unit is one here: "5 m" and "5 t" only after figures, "3 in" and "12 m 2" never."""
        last = self.tokens[stop - 1]
        if last.lower == "in" and self._lower(core.first - 1) in {"ft", "feet", "foot"}:
            return True
        if last.lower in {"in", "a", "won", "real", "mark"} or (last.kind == "number" and not self._adjacent(stop - 1)):
            return False
        return len(last.text) > 1 or not last.text.isalpha() or self.tokens[core.stop - 1].kind == "number"

    def _with_bounds(self, core: Amount) -> Amount:
        low, high, loose, first, stop = core.low, core.high, core.approximate, core.first, core.stop
        for _ in range(2):
            found = self.measures.before.before(self.tokens, first) or self._marked_bound(first)
            if not found or (found[1] == "~" and self._lower(found[0]) == "about" and core.unit and core.unit.measures == "age"):
                break
            if self._lower(found[0]) == "over" and self._lower(found[0] - 1) in self.measures.words["yields"]:
                break  # "handed over 23 prisoners"
            if found[1] == "~" and first != core.first and self._lower(found[0]) == "about":
                break  # "information about at least 60 men"
            first, effect = found
            low, high, loose = bounded(effect, low, high, loose)
        after = self.measures.after.after(self.tokens, stop)
        if after and self._lower(after[0]) != "than" and not (self._lower(stop) == "at" and self._lower(after[0]).isalpha()):
            stop, effect = after
            low, high, loose = bounded(effect, low, high, loose)
        return replace(core, low=low, high=high, approximate=loose, first=first, stop=stop)

    def _marked_bound(self, first: int) -> tuple[int, str] | None:
        """A bound in quotation marks of its own, or with an editor's capital: "“at least” 10", "[A]t least 10"."""
        if first > 1 and self.tokens[first - 1].text in _CLOSING:
            return self.measures.before.before(self.tokens, first - 1)
        at = first - 5
        if at < 0 or [t.text for t in self.tokens[at : at + 3 : 2]] != ["[", "]"]:
            return None
        word = self.tokens[at + 1].lower + self.tokens[at + 3].lower
        whole = [replace(self.tokens[at + 1], text=word, lower=word), self.tokens[at + 4]]
        found = self.measures.before.before(whole, 2)
        return (at, found[1]) if found and found[0] == 0 else None

    def _measured(self, amount: Amount, last: Measured | None) -> Measured:
        span = Span(self.tokens[amount.first].span.start, self.tokens[amount.stop - 1].span.end)
        counts = amount.unit is None or amount.unit.measures == "share"
        of = self.counted.of(self.tokens, amount.first, amount.stop) if counts else None
        why: tuple[str, ...] = ()
        if counts and of is None and amount.high is not None and amount.high < 1:
            of = self.counted.noun_after(self.tokens, amount.stop)
        if counts and of is None and last and self._lower(amount.first) == "another" and last.quantity.of:
            of, why = last.quantity.of, ("what is counted: as in the number before",)
        if counts and of is None and last and self._gives_number(amount.first):
            of, why = last.quantity.of, ("what is counted: as in the number before",) if last.quantity.of else ()
        unit = amount.unit.symbol if amount.unit else None
        return Measured(span, Quantity(amount.low, amount.high, unit, of, amount.approximate, span.of(self.text)), why)

    def _gives_number(self, first: int) -> bool:
        """ "Put the number at 17", "gave the figure as 70"."""
        near = [self._lower(i) for i in range(max(0, first - 5), first)]
        return near[-1:] in (["at"], ["as"], ["to"]) and not self._number_words.isdisjoint(near)

    def _placed(self, amount: Amount, measured: Measured) -> Measured:
        """With what it is part of, and the places and times that it is tied to."""
        quantity = measured.quantity
        if quantity.unit and quantity.unit != "%":
            return measured
        part, whole = self.wholes.of(amount, quantity)
        where, when = self.scopes.of(measured.span) if part != "rate" else ((), ())
        why = (*measured.why, *((f"part of {whole!r}",) if whole else ()))
        return replace(measured, quantity=replace(quantity, part=part, whole=whole, scope=where, period=when), why=why)


def _amount(number: Number) -> Amount:
    return Amount(number.first, number.stop, number.value, number.value)


def _taken(parts: list[Token], busy: Iterable[Span]) -> set[int]:
    taken, i = set(), 0
    for span in sorted(busy):
        while i < len(parts) and parts[i].span.end <= span.start:
            i += 1
        j = i
        while j < len(parts) and parts[j].span.start < span.end:
            taken.add(j)
            j += 1
    return taken


def read_quantities(report: Report, parse: Parse, pack: Pack, busy: Iterable[Span] = ()) -> list[Measured]:
    """The quantities of a report, in the order of the text."""
    return QuantityReader(report, parse, pack, busy).all()
