"""Sums of money: signs and names before and after a number, scales and cents after the unit."""

from __future__ import annotations

from dataclasses import replace

from .amounts import WITH_CENTS, Amount
from .measures import Measures, Unit
from .numbers import NumberReader
from .tokens import OverTokens, Token


class MoneyReader(OverTokens):
    """Gives amounts of one report their money."""

    def __init__(self, tokens: list[Token], measures: Measures, numbers: NumberReader) -> None:
        self.tokens, self.measures, self.numbers = tokens, measures, numbers

    def with_money(self, core: Amount) -> Amount:
        """ "$5 million", "US$ 150"."""
        found = self.measures.money.before(self.tokens, core.first)
        if not found:
            return self._with_sign_after(core)
        start, unit = found
        owned = start > 0 and self.tokens[start - 1].kind == "number" and not self.measures.money.before(self.tokens, start - 1)
        if owned and not self._adjacent(core.first):  # "10 rmb 20 usd"
            return self._with_sign_after(core)
        if self._lower(start) in {"a", "s"} and not self._adjacent(start + 1):
            start, unit = start + 1, Unit("USD", "money")
        scale = {"m": 1e6}.get(self._lower(core.stop), 0) if self._adjacent(core.stop) else 0
        core = replace(core, first=start, unit=Unit(unit.symbol, "money"))
        if scale and core.low is not None and core.high is not None:
            core = replace(core, stop=core.stop + 1, low=core.low * scale, high=core.high * scale)
        return core

    def _with_sign_after(self, core: Amount) -> Amount:
        """ "10 €": a currency sign after the number, unless it belongs to the number after it."""
        found = self.measures.money.after(self.tokens, core.stop)
        if not found or self._lower(core.stop).isalpha():
            return core
        after = self.tokens[found[0]] if found[0] < len(self.tokens) else None
        belongs = after is not None and after.kind == "number" and not self._adjacent(core.stop)
        return core if belongs else replace(core, stop=found[0], unit=Unit(found[1].symbol, "money"))

    def in_full(self, core: Amount) -> Amount:
        """ "75 USD million", "15 dollars 50": the scale or the cents after the unit of money."""
        if not core.unit or core.unit.measures != "money" or core.low is None or core.low != core.high:
            return core
        scale = self.measures.numbers.multipliers.get(self._lower(core.stop), 0)
        if scale >= 1e6:
            return replace(core, stop=core.stop + 1, low=core.low * scale, high=core.high * scale)
        at = core.stop + (self._lower(core.stop) == "and")
        cents = self.numbers.at(at) if at < len(self.tokens) else None
        if not cents or self._lower(at) in self.measures.numbers.joiners["article"] or core.unit.symbol not in WITH_CENTS:
            return core
        closed = cents.stop >= len(self.tokens) or self.tokens[cents.stop].kind in {"mark", "break"}
        if closed and 10 <= cents.value < 100 and cents.value % 1 == 0 and cents.form in {"digits", "words"}:
            return replace(core, stop=cents.stop, low=core.low + cents.value / 100, high=core.high + cents.value / 100)
        return core

    def with_millions(self, core: Amount) -> Amount:
        """ "30 MUSD", as bankers write thirty million dollars."""
        word = self.tokens[core.stop] if core.stop < len(self.tokens) else None
        unit = self.measures.codes.get(word.text[1:]) if word and len(word.text) == 4 and word.text[0] == "M" else None
        if not unit or core.low is None or core.high is None:
            return core
        return replace(core, stop=core.stop + 1, low=core.low * 1e6, high=core.high * 1e6, unit=unit)
