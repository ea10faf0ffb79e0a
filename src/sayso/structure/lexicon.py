"""The tables of a language that structure needs, in the form it needs them."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import get_args

from sayso.lang import Pack
from sayso.records import MentionKind

from .phrases import Gender, Number

KINDS: frozenset[str] = frozenset(get_args(MentionKind))


@dataclass(frozen=True, slots=True)
class Noun:
    """What a common noun speaks of: "agency" is an organization, and "the agency" takes up any of them (broad)."""

    kinds: tuple[MentionKind, ...]
    gender: Gender
    collective: bool
    broad: bool


@dataclass(frozen=True, slots=True)
class Pronoun:
    kind: str  # person, thing, any
    gender: Gender
    number: Number
    person: int
    case: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    titles: dict[str, Gender]
    ranks: dict[str, str]  # "gen." -> "general"
    pronouns: dict[str, Pronoun]
    nouns: dict[str, Noun]
    given: dict[str, Gender]
    aliases: tuple[tuple[str, ...], ...]  # words of each cue, the longest first
    tails: dict[str, str]  # word -> body or place
    countries: dict[str, str]  # demonym -> country, both in lower case
    names_of_countries: frozenset[str]
    peoples: frozenset[str]  # "Tajik", "Tajiks": adjectives and people, in capitals
    broader: dict[str, frozenset[str]]  # "officer" -> "general", "colonel" ...
    prominence: dict[str, dict[str, float]]  # by pronoun ("he", "they", "it") the weight of each sign
    press: dict[str, str]  # names and words of names of who tells news: agency, outlet, word
    agencies: frozenset[str]  # "reuters": names of one word that no person bears
    speech: frozenset[str]  # verbs that bring in somebody's words
    uses: dict[str, frozenset[str]]  # small words by what they do: "other", "not", "defining" ...

    def is_country(self, name: str) -> bool:
        """By the table: "U.S.", "Tajikistan"."""
        plain = name.casefold().removeprefix("the ")
        return plain in self.countries or plain in self.names_of_countries


@functools.cache
def lexicon(pack: Pack) -> Lexicon:
    return Lexicon(
        titles={row[0]: _gender(row[1]) for row in pack.table("titles")},
        ranks={row[0]: row[2] for row in pack.table("titles") if len(row) > 2 and row[2]},
        pronouns={row[0]: _pronoun(row) for row in pack.table("pronouns")},
        nouns={row[0]: _noun(row) for row in pack.table("noun_kinds")},
        given={row[0]: _gender(row[1]) for row in pack.table("given_names")},
        aliases=tuple(sorted((tuple(row[0].split()) for row in pack.table("known_as")), key=len, reverse=True)),
        tails={row[0]: row[1] for row in pack.table("name_tails")},
        countries={row[0].casefold(): row[1].casefold() for row in pack.table("peoples")},
        names_of_countries=frozenset(row[1].casefold() for row in pack.table("peoples")),
        peoples=_peoples(pack),
        broader={row[0]: frozenset(row[1].split(",")) for row in pack.table("broader_roles")},
        prominence={sort: _weights(pack, k) for k, sort in enumerate(("he", "they", "it"), 1)},
        press={row[0]: row[1] for row in pack.table("press")},
        agencies=frozenset(row[0] for row in pack.table("press") if row[1] == "agency" and len(row[0]) > 4 and " " not in row[0]),
        speech=frozenset(row[0] for row in pack.table("cues") if len(row) > 2 and row[1] == "verb" and row[2] == "speech"),
        uses=_uses(pack.table("reference_words")),
    )


def _weights(pack: Pack, column: int) -> dict[str, float]:
    return {row[0]: float(row[column]) for row in pack.table("pronoun_weights")}


def _peoples(pack: Pack) -> frozenset[str]:
    forms = {form for row in pack.table("demonyms") for form in (row[0], *(row[2].split("|") if len(row) > 2 else ()))}
    return frozenset(forms | pack.column("ethnic_groups")) - {""}


def _uses(rows: tuple[tuple[str, ...], ...]) -> dict[str, frozenset[str]]:
    return {use: frozenset(row[0] for row in rows if row[1] == use) for use in {row[1] for row in rows}}


def _gender(cell: str) -> Gender:
    return "m" if cell == "m" else "f" if cell == "f" else "n" if cell == "n" else "-"


def _pronoun(row: tuple[str, ...]) -> Pronoun:
    number: Number = "plur" if row[3] == "plur" else "sing" if row[3] == "sing" else "any"
    return Pronoun(row[1], _gender(row[2]), number, int(row[4]), row[5])


def _noun(row: tuple[str, ...]) -> Noun:
    kinds = tuple(k for k in get_args(MentionKind) if k in row[1].split(","))
    ordered = tuple(sorted(kinds, key=row[1].split(",").index))
    return Noun(ordered, _gender(row[2]), row[3] == "collective", row[4] == "broad")
