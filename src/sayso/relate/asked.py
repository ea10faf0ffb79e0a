"""A claim that a report is asked about, and how it is itself put: as so, as somebody's word, as not so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.records import Claim, Put, Reading

from .cues import NO, Cue, Cues, cues, tokens
from .stems import rarity, stems

# Marks by which a headline gives another's word: quotation marks, and a colon before or after a short name.
_QUOTED = re.compile(r"(?:^|\s)['‘](?!s\b)[^'’‘]{3,}['’](?=\W|$)|[\"“][^\"”]{3,}[\"”]")
_COLON = re.compile(r"^[^:]{3,40}:\s|:\s[^:]{3,30}$")
LONGEST = 1000  # characters of a claim that are looked at


@dataclass(frozen=True)
class Asked:
    """``words``: its content words with their share of the whole (they sum to 1); see ``Stand`` for the rest."""

    text: str
    words: dict[str, float]
    put: Put
    negative: bool


def asked(text: str, language: str | None, claims: Sequence[Claim] = ()) -> Asked:
    """``claims`` are those read out of the text; without them its words alone say how it is put."""
    text = text[:LONGEST]
    found = cues(language).find(tokens(text))
    put, negative = _put(text, claims, found, cues(language))
    words = list(dict.fromkeys(stems(_bare(text, found), language))) or list(dict.fromkeys(stems(text, language)))
    rare = {w: rarity(w, language) for w in words}
    whole = sum(rare.values()) or 1.0
    return Asked(text, {w: x / whole for w, x in rare.items()}, put, negative)


def headline(reading: Reading) -> Asked:
    """Of a reading whose text is nothing but the claim, such as a headline."""
    return asked(reading.report.text, reading.report.language, reading.claims)


def _bare(text: str, found: Sequence[Cue]) -> str:
    """Without the words that say how it is put: "hoax" is not what a report must speak of."""
    for cue in found:
        text = text[: cue.span.start] + " " * (cue.span.end - cue.span.start) + text[cue.span.end :]
    return text


def _put(text: str, claims: Sequence[Claim], found: Sequence[Cue], known: Cues) -> tuple[Put, bool]:
    kinds = {c.kind for c in found}
    no = bool(kinds & NO) or known.negated(tokens(text))
    if "?" in text:
        after = tokens(text, text.rindex("?") + 1)
        answered = known.negated(after) or any(c.kind in ("false", "untrue") for c in known.find(after))
        return ("DENIED", True) if answered else ("HEDGED", no and not text.endswith("?"))
    if kinds & NO:
        return ("SAID" if "deny" in kinds else "DENIED"), True
    if known.negated(tokens(text)):
        voice = _negation(text, claims)
        if voice:
            return voice, True
    if kinds & {"hearsay", "doubt"}:
        return "HEDGED", no
    if "says" in kinds or _QUOTED.search(text) or _COLON.search(text):
        return "SAID", no
    return ("HEDGED" if any(c.along and c.along[-1].commitment.polarity == "?" for c in claims) else "ASSERTED"), False


def _negation(text: str, claims: Sequence[Claim]) -> Put | None:
    """Whose "not" it is; None where what is denied is not the main thing."""
    whole = max((c for c in claims if c.factual and c.nature == "stated"), key=lambda c: c.span.end - c.span.start, default=None)
    if whole is None or text.startswith("No, "):
        return "DENIED"
    if whole.commitment.polarity != "-":
        return None
    return "DENIED" if whole.along and whole.along[-1].commitment.polarity == "-" else "SAID"
