"""What a text must have before a rule of the calendar can fit: so that rules are only compiled when they may."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

_PART = re.compile(r"\(\?[=!][^()]*\)|(?:[a-z][a-z0-9]*:)?([A-Z]+)|\(\?:|[()|]|[?*]|\{0[^}]*\}")
_OPTIONAL = ("?", "*", "{")


@dataclass(frozen=True, slots=True)
class Need:
    """One way of several, each of them classes (as characters) and further needs that must all be met."""

    ways: tuple[tuple[frozenset[str] | Need, ...], ...]

    def met(self, present: frozenset[str]) -> bool:
        return any(all(_met(part, present) for part in way) for way in self.ways)


def _met(part: frozenset[str] | Need, present: frozenset[str]) -> bool:
    return part.met(present) if isinstance(part, Need) else not present.isdisjoint(part)


def need_of(pattern: str, macros: dict[str, str], characters: Callable[[str], str]) -> Need:
    """``TIME`` needs a clock or a number, ``(?:COMMA? year:YEARS)?`` nothing."""
    return _Reader(macros, characters).read(pattern)


class _Reader:
    """Reads a pattern once, bracket by bracket."""

    def __init__(self, macros: dict[str, str], characters: Callable[[str], str]) -> None:
        self.macros, self.characters = macros, characters

    def read(self, pattern: str) -> Need:
        stack: list[list[list[frozenset[str] | Need]]] = [[[]]]
        for part in _PART.finditer(pattern):
            text = part[0]
            if text.startswith(("(?=", "(?!")):
                continue  # what follows is no part of the match
            if text.startswith("("):
                stack.append([[]])
            elif text == ")":
                ways = stack.pop()
                stack[-1][-1].append(Need(tuple(map(tuple, ways))))
            elif text == "|":
                stack[-1].append([])
            elif text.startswith(_OPTIONAL):
                stack[-1][-1].pop()
            else:
                stack[-1][-1].append(self._of(part[1]))
        return Need(tuple(map(tuple, stack[0])))

    def _of(self, name: str) -> frozenset[str] | Need:
        return self.read(self.macros[name]) if name in self.macros else frozenset(self.characters(name))
