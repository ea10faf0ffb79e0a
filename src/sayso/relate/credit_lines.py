"""What a text itself says of where its words are from: "first published by", an agency's signature, a hoax."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.lang import load, packs
from sayso.records import Report

from .media import media
from .own_words import READ

EDGE = 300  # characters at the head and the end of a report in which it says that it was printed elsewhere
SIGNATURE = 600  # and at the end in which those who wrote it are named
BESIDE = 120  # characters before a signature in which the outlet's name stands
HEAD = 0.4  # of a report, in which it says what it is about
DOES = 40  # characters after an outlet's name in which stands what it does


@dataclass(frozen=True)
class CreditLines:
    """``reprinted``: it says that it was printed elsewhere before; ``via``: that it has it from elsewhere. ``signed``: by its
    agency or outlet; ``signing``: those of them that are named; ``own``: outlets that do in it what only the writer of a
    text does: they fail to verify, wait for an answer. ``refutes``: it speaks of a hoax, of satire; ``exposes``: first of all."""

    reprinted: bool = False
    via: bool = False
    signed: bool = False
    signing: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()
    refutes: bool = False
    exposes: bool = False


def credit_lines(report: Report) -> CreditLines:
    text, phrases = report.text[:READ], _phrases(report.language)
    if not phrases:
        return CreditLines()
    end = text[-SIGNATURE:]
    signed = bool(phrases["agency"].search(end) or phrases["signed"].search(end))
    false = phrases["false"].search(text)
    return CreditLines(
        bool(phrases["reprint"].search(f"{text[:EDGE]}\n{text[-EDGE:]}")), bool(phrases["via"].search(text)), signed,
        *_own(report, text, phrases), bool(false),
        bool(false and false.start() <= max(EDGE, HEAD * len(text))),
    )  # fmt: skip


def _own(report: Report, text: str, phrases: dict[str, re.Pattern[str]]) -> tuple[frozenset[str], frozenset[str]]:
    """Outlets that sign it, and those that do what only the writer of a text does."""
    signatures, signing, own = [m.start() for m in phrases["signed"].finditer(text)], set[str](), set[str]()
    for span, one in media(report.language).all(text):
        after = bisect_left(signatures, span.end)
        if after < len(signatures) and signatures[after] - span.end <= BESIDE:
            signing.add(one)
        if phrases["self"].match(text[span.end : span.end + DOES].lstrip(" ,")):
            own.add(one)
    return frozenset(signing), frozenset(own)


@functools.cache
def _phrases(language: str | None) -> dict[str, re.Pattern[str]]:
    code = (language or "").split("-")[0]
    rows = load(code).table("credit_lines") if code in packs() else ()
    return {kind: _any(words for k, words in rows if k == kind) for kind in {row[0] for row in rows}}


def _any(words: Iterable[str]) -> re.Pattern[str]:
    several = sorted(words, key=len, reverse=True)
    return re.compile("|".join(rf"{_edge(w[0])}{re.escape(w)}{_edge(w[-1])}" for w in several), re.IGNORECASE)


def _edge(character: str) -> str:
    return r"\b" if character.isalnum() else ""
