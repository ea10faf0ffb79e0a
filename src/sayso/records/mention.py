"""What a report names, and who is who in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .span import Span

MentionKind = Literal[
    "person", "organization", "group", "place", "facility", "object", "event", "date", "quantity", "abstract", "other",
]  # fmt: skip
Form = Literal["name", "nominal", "pronoun", "expression"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase, name, pronoun, date or quantity. ``head`` is its head word's span.

    A name's span is the name alone ("Omar Haddad"), a nominal's the whole phrase ("a source in Kunduz").
    Mentions may nest. ``form`` of dates and quantities is "expression".
    """

    id: str
    span: Span
    kind: MentionKind
    form: Form
    head: Span


@dataclass(frozen=True, slots=True)
class Entity:
    """One report's "who is who". Across reports, identity is a judgement of the user."""

    id: str
    kind: MentionKind
    name: str  # the fullest form in the text
    aliases: tuple[str, ...]
    mentions: tuple[str, ...]  # ids, in the order of the text


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks; ``inner`` leaves the marks out. Nested ones name the one around them."""

    span: Span
    inner: Span
    closed: bool = True
    depth: int = 0
    scare: bool = False  # "so-called": a word or two in marks, not somebody's speech
