"""The time words of a language as classes, and rules over classes: "two years ago" is COUNT UNIT AGO."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.errors import ResourceError
from sayso.lang import Pack

from .numbers import Number, NumberReader, NumberWords
from .rule_needs import Need, need_of
from .tokens import Token

_NAME = re.compile(r"(?:([a-z][a-z0-9]*):)?([A-Z]{2,}|A(?![A-Z]))")
_FIRST, _SIMPLE = re.compile(r"\w+|."), re.compile(r"\w+\.?|\W+\w?|(?:\w\.)+\w?\.?")
_DOTTED = re.compile(r"(?:1?\d|2[0-3])\.[0-5]\d")  # "5.30": an hour, where the words around it say so
_LONGEST_PHRASE = 5
_FORMS = {"iso": "ISO", "slash": "SLASH", "clock": "CLOCK", "era": "DECADE", "break": "BREAK"}


@dataclass(frozen=True, slots=True)
class Item:
    """One word of time, or one number: tokens ``first:stop``, what it is written like, and its number if it is one."""

    text: str
    first: int
    stop: int
    number: Number | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """``groups`` says for each named part in which classes its value is looked up."""

    make: str
    guard: str
    expression: re.Pattern[str]
    groups: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Draft:
    """A rule as written. It is compiled when a text first has words of the classes that it needs."""

    row: dict[str, str]
    need: Need


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that fits items ``first:stop``; ``parts`` gives the items of its named parts."""

    rule: Rule
    first: int
    stop: int
    parts: dict[str, Item]


class Calendar:
    """Classes and rules of one pack, compiled."""

    def __init__(self, table: dict[str, Any], numbers: NumberWords) -> None:
        self.classes: dict[str, dict[str, Any]] = table["classes"]
        self.sets: dict[str, str] = table["sets"]
        self.numbers = numbers
        self._macros: dict[str, str] = table["macros"]
        self._signatures: dict[frozenset[str], str] = {}
        self._characters: dict[str, str] = {}
        self._of_word = {word: frozenset(names) for word, names in _memberships(self.classes).items()}
        self._phrases = {_FIRST.match(word)[0] for word in self._of_word if not _SIMPLE.fullmatch(word)}  # type: ignore[index]
        self._sign_all()
        self.rules = [Draft(row, need_of(row["pattern"], self._macros, self._of_class)) for row in table["rule"]]
        self._compiled: dict[int, Rule] = {}

    def _sign_all(self) -> None:
        numeric = ("DAY", "TWO", "YEAR", "NUM", "WNUM", "ORD", "WORDORD", "NTH", "ISO", "SLASH", "CLOCK", "DECADE", "BREAK")
        signatures = {frozenset({name}) for name in numeric} | {frozenset({"WORDORD", "SECOND"}), frozenset({"YEAR", "NUM"})}
        signatures |= {frozenset({"YEAR", "HHMM"}), frozenset({"NUM", "HHMM"}), frozenset({"NUM", "DOTTED"})}
        for signature in sorted(signatures | set(self._of_word.values()), key=sorted):
            self._signatures[signature] = chr(0x4E00 + len(self._signatures))

    def members(self, name: str) -> tuple[str, ...]:
        """The classes a name stands for: itself, or those of a set."""
        return tuple(one for part in self.sets[name].split("|") for one in self.members(part)) if name in self.sets else (name,)

    def _of_class(self, name: str) -> str:
        """The characters that stand for words of a class or of a set of classes."""
        if name not in self._characters:
            classes = set(self.members(name))
            self._characters[name] = "".join(char for signature, char in self._signatures.items() if signature & classes)
        if not self._characters[name]:
            raise ResourceError(f"calendar: a rule names {name!r}, which is no class")
        return self._characters[name]

    def _of(self, k: int) -> Rule:
        if k not in self._compiled:
            self._compiled[k] = self._rule(self.rules[k].row)
        return self._compiled[k]

    def _rule(self, row: dict[str, str]) -> Rule:
        pattern, groups = row["pattern"], dict[str, tuple[str, ...]]()
        for _ in range(3):
            pattern = re.sub(r"\b(" + "|".join(self._macros) + r")\b(?!:)", lambda m: f"(?:{self._macros[m[1]]})", pattern)

        def replace(match: re.Match[str]) -> str:
            if not match[1]:
                return f"[{self._of_class(match[2])}]"
            name = f"{match[1]}_{len(groups)}"
            groups[name] = self.members(match[2])
            return f"(?P<{name}>[{self._of_class(match[2])}])"

        return Rule(row["make"], row.get("guard", ""), re.compile(_NAME.sub(replace, pattern).replace(" ", "")), groups)

    def items(self, tokens: list[Token]) -> tuple[list[Item], str]:
        """The tokens as items, and the class of each as one character (a space where it has none)."""
        reader, items, classes, i = NumberReader(tokens, self.numbers, fractions=False), [], [], 0
        while i < len(tokens):
            item, signature = self._item(tokens, reader, i)
            items.append(item)
            classes.append(self._signatures.get(signature, " "))
            i = item.stop
        return items, "".join(classes)

    def _item(self, tokens: list[Token], reader: NumberReader, i: int) -> tuple[Item, frozenset[str]]:
        token = tokens[i]
        if token.lower in self._phrases and (phrase := self._phrase(tokens, i)):
            return phrase, self._of_word[phrase.text]
        number = reader.at(i)
        if number and not (number.stop == i + 1 and token.lower in self._of_word and number.form != "ordinal"):
            return Item(token.lower, i, number.stop, number), _number_signature(tokens, number)
        if token.kind in _FORMS:
            return Item(token.lower, i, i + 1), frozenset({_FORMS[token.kind]})
        return Item(token.lower, i, i + 1), self._of_word.get(token.lower, frozenset())

    def _phrase(self, tokens: list[Token], i: int) -> Item | None:
        for length in range(_LONGEST_PHRASE, 1, -1):
            text = " ".join(t.lower for t in tokens[i : i + length]).replace(" '", "'").replace(" ’", "’").replace(" - ", "-")
            text = text.replace("o' ", "o'").replace("o’ ", "o’")
            if text in self._of_word and i + length <= len(tokens):
                return Item(text, i, i + length)
        return None

    def value(self, part: tuple[str, ...], item: Item) -> Any:
        """What a word means as a member of these classes: "march" as a MONTH is 3."""
        return next((self.classes[name][item.text] for name in part if item.text in self.classes.get(name, ())), None)

    def matches(self, classes: str, items: list[Item]) -> Iterator[Match]:
        """Every place where a rule fits, rules in their order; they may overlap."""
        for rule in map(self._of, self._fitting(classes)):
            for found in rule.expression.finditer(classes):
                parts = {name: items[found.start(name)] for name in rule.groups if found.start(name) >= 0}
                yield Match(rule, found.start(), found.end(), parts)


    def _fitting(self, classes: str) -> Iterator[int]:
        """Rules that may fit; one is first compiled for words that stand side by side, since it takes longer than to look."""
        present, runs = frozenset(classes), sorted(map(frozenset, set(classes.split())), key=len, reverse=True)
        for k, draft in enumerate(self.rules):
            if draft.need.met(present) and (k in self._compiled or any(map(draft.need.met, runs))):
                yield k


def _memberships(classes: dict[str, dict[str, Any]]) -> dict[str, set[str]]:
    words: dict[str, set[str]] = {}
    for name, table in classes.items():
        for word in table:
            words.setdefault(word, set()).add(name)
    return words


def _number_signature(tokens: list[Token], number: Number) -> frozenset[str]:
    signature = _plain_signature(tokens, number)
    text = tokens[number.first].lower
    if (
        number.form == "digits"
        and len(text) == 4
        and text.isdigit()
        and text < "2400"
        and text[2] < "6"
        and signature <= {"YEAR", "NUM"}
    ):
        return signature | {"HHMM"}
    return signature


def _plain_signature(tokens: list[Token], number: Number) -> frozenset[str]:
    value, digits = number.value, number.form == "digits" and number.stop == number.first + 1
    text = tokens[number.first].lower
    if number.form == "ordinal":
        if value > 31:
            return frozenset({"NTH"})
        written = tokens[number.first].kind == "ordinal"
        return frozenset({"ORD"} if written else {"WORDORD", "SECOND"} if text == "second" else {"WORDORD"})
    if number.form == "year" or (digits and len(text) == 4 and text.isdigit() and 1000 <= value <= 2199):
        return frozenset({"YEAR"})
    if digits and text.isdigit() and len(text) <= 2:
        return frozenset({"DAY"} if 1 <= value <= 31 else {"TWO"})
    if digits and _DOTTED.fullmatch(text):
        return frozenset({"NUM", "DOTTED"})
    if not digits and 1000 <= value <= 2199 and number.form == "words":
        return frozenset({"YEAR", "NUM"})
    return frozenset({"WNUM"} if value <= 31 and number.form == "words" else {"NUM"})


@functools.cache
def _load(folder: Path, code: str) -> Calendar:
    pack = Pack(code, folder)
    return Calendar(pack.toml("calendar"), NumberWords.of(pack))


def calendar_of(pack: Pack) -> Calendar:
    """The compiled calendar of a pack, made once a process."""
    return _load(pack.folder, pack.code)
