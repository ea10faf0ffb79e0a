"""The tables of a language that comparing names needs, in the form it needs them."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.lang import Pack, load

TABLES = (
    "name_variants", "titles", "name_titles", "name_particles", "company_forms", "body_words", "common_name_parts", "group_names",
)  # fmt: skip
"""On which the parts of a name depend."""
Phrases = Mapping[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """``variants`` leads each spelling to one; phrases are kept by their first word, the longest first."""

    variants: dict[str, str]
    nicknames: dict[str, frozenset[str]]
    titles: frozenset[str]
    small: dict[str, frozenset[str]]  # "person", "body" -> words that say nothing in such names
    forms: Phrases
    signs: frozenset[str]  # what legal forms amount to
    generic: dict[str, str]
    common: frozenset[str]
    numbers: dict[str, int]
    groups: Phrases


@functools.cache
def lexicon(code: str = "en") -> Lexicon:
    pack = load(code)
    variants = _to_first(pack, "name_variants")
    return Lexicon(
        variants=variants,
        nicknames={row[0]: frozenset(variants.get(n, n) for n in row[1].split()) for row in pack.table("nicknames")},
        titles=frozenset(row[0].strip(".") for row in (*pack.table("titles"), *pack.table("name_titles"))),
        small={kind: _small(pack, kind) for kind in ("person", "body")},
        forms=_phrases((row[0], row[1]) for row in pack.table("company_forms")),
        signs=pack.column("company_forms", 1),
        generic=_to_first(pack, "body_words"),
        common=pack.column("common_name_parts"),
        numbers=dict(pack.toml("numbers")["cardinals"]),
        groups=_phrases((other, row[0]) for row in pack.table("group_names") for other in row[1].split("|")),
    )


def _small(pack: Pack, kind: str) -> frozenset[str]:
    return frozenset(row[0] for row in pack.table("name_particles") if row[1] in (kind, "any"))


def _to_first(pack: Pack, name: str) -> dict[str, str]:
    """Each word of a row to the row's first, itself among them."""
    return {word: row[0] for row in reversed(pack.table(name)) for word in (*" ".join(row[1:]).split(), row[0])}


def _phrases(rows: Iterable[tuple[str, str]]) -> Phrases:
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for phrase, sign in rows:
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append((words, tuple(sign.split())))
    return {first: tuple(sorted(rest, key=lambda p: -len(p[0]))) for first, rest in found.items()}


def replaced(words: list[str], phrases: Phrases) -> list[str]:
    """Words with every known phrase replaced by its sign: "islamic state khorasan" gives daesh, khorasan."""
    out: list[str] = []
    i = 0
    while i < len(words):
        met = next((p for p in phrases.get(words[i], ()) if tuple(words[i : i + len(p[0])]) == p[0]), None)
        out.extend(met[1] if met else (words[i],))
        i += len(met[0]) if met else 1
    return out
