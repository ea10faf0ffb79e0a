"""A mention with what its words tell of it: gender, number, how definite, which words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.records import Form, Mention, MentionKind, Parse, Report, Span, digest

Gender = Literal["m", "f", "n", "-"]
Number = Literal["sing", "plur", "any"]
Definite = Literal["the", "this", "its", "bare", "a"]

TYPES: dict[str, MentionKind] = {
    "person": "person", "organization": "organization", "place": "place", "event": "event", "object": "object",
    "substance": "object", "abstract": "abstract", "animal": "other", "plant": "other", "misc": "other",
}  # fmt: skip
"""GUM's types, and the name tagger's, as kinds of mention."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One mention as coreference sees it. ``head``, ``first`` and ``last`` are words of the parse.

    ``definite``: "the" bank, "this" bank, "its" bank (or "Kabul's bank"), "bare" (banks), "a" bank.
    ``words`` are the content words before the head ("the *interior* minister"), ``complement`` those
    that say whose or of what ("the source *of this agency*"), ``titles`` stand before a name.
    ``sure``: the words around a name tell its kind, and not a guess.
    """

    mention: Mention
    head: int
    first: int
    last: int
    sentence: int
    lemma: str
    text: str
    gender: Gender = "-"
    number: Number = "sing"
    person: int = 3
    case: str = ""
    definite: Definite = "bare"
    words: frozenset[str] = frozenset()
    complement: frozenset[str] = frozenset()
    titles: tuple[str, ...] = ()
    sure: bool = False

    @property
    def is_name(self) -> bool:
        return self.mention.form == "name"

    @property
    def is_pronoun(self) -> bool:
        return self.mention.form == "pronoun"


def mention(report: Report, parse: Parse, span: Span, kind: MentionKind, form: Form, head: int) -> Mention:
    """A mention with its id; ``head`` is a word of the parse."""
    return Mention(digest("m", report.id, span.start, span.end), span, kind, form, parse.words[head])
