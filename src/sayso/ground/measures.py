"""The words around numbers: units, bounds, vague numbers; longest phrase first."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from sayso.lang import Pack

from .numbers import NumberWords
from .tokens import Token, split

T = TypeVar("T")


class Phrases(Generic[T]):
    """Phrases of one or more tokens with a value each, found forward or backward from a token."""

    def __init__(self, rows: dict[tuple[str, ...], T]) -> None:
        self._rows = rows
        self._first, self._last = {key[0] for key in rows}, {key[-1] for key in rows}
        self._longest = max((len(key) for key in rows), default=0)

    def after(self, tokens: list[Token], i: int) -> tuple[int, T] | None:
        """The longest phrase that begins at token ``i``: where it stops, and its value."""
        if i >= len(tokens) or tokens[i].lower not in self._first:
            return None
        for stop in range(min(len(tokens), i + self._longest), i, -1):
            value = self._rows.get(tuple(t.lower for t in tokens[i:stop]))
            if value is not None:
                return stop, value
        return None

    def before(self, tokens: list[Token], i: int) -> tuple[int, T] | None:
        """The longest phrase that ends before token ``i``: where it begins, and its value."""
        if i < 1 or tokens[i - 1].lower not in self._last:
            return None
        for start in range(max(0, i - self._longest), i):
            value = self._rows.get(tuple(t.lower for t in tokens[start:i]))
            if value is not None:
                return start, value
        return None


@dataclass(frozen=True, slots=True)
class Unit:
    """``symbol``: "km", "USD", "%"; ``measures``: length, money, share ..."""

    symbol: str
    measures: str


@dataclass(frozen=True, slots=True)
class Measures:
    """All that a language says beside its number words."""

    numbers: NumberWords
    units: Phrases[Unit]
    money: Phrases[Unit]
    vague: Phrases[tuple[float, float | None]]
    before: Phrases[str]
    after: Phrases[str]
    words: dict[str, frozenset[str]]
    codes: dict[str, Unit]  # of money: "USD"


def _phrases(rows: dict[str, T]) -> Phrases[T]:
    return Phrases({split(phrase): value for phrase, value in rows.items()})


@functools.cache
def _load(folder: Path, code: str) -> Measures:
    pack = Pack(code, folder)
    units = [(word, Unit(symbol, kind)) for word, symbol, kind in pack.table("units")]
    bounds = pack.table("bounds")
    vague = {
        row[0]: (float(row[1]), float(row[2]) if len(row) > 2 and row[2] else None) for row in pack.table("vague_quantities")
    }
    table = pack.toml("numbers")
    return Measures(
        NumberWords.of(pack),
        _phrases({w: u for w, u in units if u.measures != "money-before"}),
        _phrases({w: u for w, u in units if u.measures == "money-before"}),
        _phrases(vague),
        _phrases({w: e for w, e, side in bounds if side == "before"}),
        _phrases({w: e for w, e, side in bounds if side == "after"}),
        {name: frozenset(words) for name, words in table["labels"].items()},
        {unit.symbol: unit for _, unit in units if unit.measures == "money" and len(unit.symbol) == 3 and unit.symbol.isupper()},
    )


def measures_of(pack: Pack) -> Measures:
    """The measures of a pack, read once a process."""
    return _load(pack.folder, pack.code)
