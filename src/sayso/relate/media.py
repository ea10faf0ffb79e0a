"""Names of outlets and agencies: "the AFP" and "Agence France-Presse" are one, "local media" is nobody."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.lang import Pack, load, packs
from sayso.records import Span

from .words import folded

_TOKEN = re.compile(r"\w(?:[\w&'’-]|\.(?![A-Z][a-z]))*\w|\w")  # "Harrow Press.Later" is two sentences without a blank
_APART = frozenset(":;|()[]\n")  # between what belongs to no one name: "Source: Daily Anchor"
_PIECE = re.compile(rf"{_TOKEN.pattern}|[{re.escape(''.join(sorted(_APART)))}]")
_SITE = re.compile(
    r"(?:www\.)?(.+?)(?:\.(?:com|org|net|info|co|news|tv|uk|us|in|au|ca|ie|fr|de|it|es|eu|me|ru))+$", re.IGNORECASE
)
_POSSESSIVE = re.compile(r"['’]s?$")
LONGEST = 6  # words of a name
ANYBODY = "-"  # stands for places where anybody speaks: "Twitter"
AMBIGUOUS = "?"  # stands for names that are common words too: "Time"


@dataclass(frozen=True)
class Media:
    """What a language knows of outlets' names. ``known``: a name's words to the name that stands for all its forms;
    ``sorts``: what outlets are called together, or as common nouns ("newspaper", "reports"); ``peoples``: "Ruritanian"."""

    known: dict[tuple[str, ...], str]
    sorts: frozenset[str]
    peoples: frozenset[str]
    common: frozenset[str]  # words that many outlets have in their names: "Daily", "Sun"
    aside: re.Pattern[str] = re.compile(",")  # a name stands before these

    @functools.cached_property
    def first(self) -> frozenset[str]:
        """Words with which a known name begins."""
        return frozenset(words[0] for words in self.known)

    def key(self, printed: str, surely: bool = False) -> str:
        """The name under which an outlet is compared; "" where the words name none: "local media", "the newspaper".

        ``surely``: only if it is known, or has a newspaper's or a channel's name.
        """
        tokens = _tokens(printed)
        known = next(self._named(tokens), None)
        if known:
            return "" if known[2] == ANYBODY else known[2]
        own = self._unknown(_tokens(self.aside.split(printed)[0]))
        called = any((_bare(t) in self.sorts and _capital(t)) or _SITE.match(t) for t in tokens[1:])
        return own if called or not surely else ""

    def keys(self, printed: str, surely: bool = False) -> frozenset[str]:
        """As ``key``, of all that are named: "Harrow Press and the AFP"."""
        return self.known_in(printed) or frozenset({self.key(printed, surely)} - {""})

    def known_in(self, printed: str) -> frozenset[str]:
        return frozenset(key for _, _, key in self._named(_tokens(printed))) - {ANYBODY}

    def all(self, text: str) -> Iterator[tuple[Span, str]]:
        """Known names of outlets in a text, with the name that stands for each."""
        found = list(_PIECE.finditer(text))
        for first, stop, key in self._named(["" if m.group() in _APART else m.group() for m in found]):
            if key != ANYBODY:
                yield Span(found[first].start(), found[stop - 1].end()), key

    def _named(self, tokens: list[str]) -> Iterator[tuple[int, int, str]]:
        """Where known names stand, the longest from each place on. They are printed with a capital: "Time", not "time"."""
        bare, at = [_bare(t) for t in tokens], 0
        while at < len(tokens):
            if bare[at] not in self.first:
                at += 1
                continue
            ends = range(min(at + LONGEST, len(tokens)), at, -1)
            stop = next((e for e in ends if tuple(bare[at:e]) in self.known and self._alone(tokens, at, e)), at)
            if stop > at and (_capital(tokens[at]) or len(tokens) == 1):
                yield at, stop, self.known[tuple(bare[at:stop])]
            at = max(stop, at + 1)

    def _alone(self, tokens: list[str], first: int, stop: int) -> bool:
        """Not a part of another outlet's name: "the Sun", but not "the Pell Daily Sun" and "Sun Valley"."""
        if not all(_bare(t) in self.common for t in tokens[first:stop]):
            return True
        before, after = tokens[first - 1 : first], tokens[stop : stop + 1]
        part = any(_capital(t) and _bare(t) not in self.peoples | {"the"} and not _POSSESSIVE.search(t) for t in before)
        return not part and not any(_capital(t) and _bare(t) not in self.sorts for t in after)

    def _unknown(self, tokens: list[str]) -> str:
        """The words of a name that no table has: capitals, without what only says what it is or where it is from."""
        telling = [
            _bare(t) for t in tokens
            if (_capital(t) or t.isdigit()) and not _POSSESSIVE.search(t) and _bare(t) not in self.peoples | {"the"}
        ]  # fmt: skip
        return " ".join(telling) if any(t not in self.sorts and not t.isdigit() for t in telling) else ""


def _tokens(printed: str) -> list[str]:
    """Without an article: "The Harrow Press"."""
    found = [m.group() for m in _TOKEN.finditer(printed)]
    return found[1:] if len(found) > 1 and found[0].lower() in ("the", "a", "an") else found


@functools.lru_cache(10_000)
def _bare(token: str) -> str:
    """As it is compared: without case, site's ending and possessive."""
    site = _SITE.match(token)
    return _POSSESSIVE.sub("", folded(site.group(1) if site else token)).strip(".-").removeprefix("al-")


def _capital(token: str) -> bool:
    return any(c.isupper() for c in token) or bool(_SITE.match(token))


@functools.cache
def media(language: str | None) -> Media:
    """The language's own where it has a pack; else one that knows no name."""
    code = (language or "").split("-")[0]
    return _from_pack(load(code)) if code in packs() else Media({}, frozenset(), frozenset(), frozenset())


def _from_pack(pack: Pack) -> Media:
    press = pack.table("press")
    names = [(row[0], row[0]) for row in press if row[1] != "word"]
    names += [(row[0], row[1]) for row in pack.table("agencies")]
    names += [
        (form, row[0]) for row in pack.table("outlet_names") if row[0] != AMBIGUOUS for form in (row[0], *row[1].split("|"))
    ]
    known = {words: key.casefold() for form, key in names if (words := tuple(_bare(t) for t in _tokens(form)))}
    words_of = frozenset(row[0] for row in press if row[1] == "word")
    sorts = words_of | pack.column("media_words") | pack.column("media_sorts")
    peoples = frozenset(w for row in pack.table("peoples") for cell in row for w in cell.split())
    names_too = {word for row in pack.table("outlet_names") if row[0] == AMBIGUOUS for word in row[1].split("|")}
    outright = {row[0] for row in press if row[1] != "word"} - names_too
    common = (words_of | pack.column("media_words") | pack.column("stop_words") | names_too) - outright
    asides = "|".join(re.escape(row[1]) for row in pack.table("citing_words") if row[0] == "aside")
    known_sorts = {words[0] for words in known if len(words) == 1}
    return Media(known, sorts - known_sorts, peoples, common, re.compile(rf",| (?:{asides}) "))
