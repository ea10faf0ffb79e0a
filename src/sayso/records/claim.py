"""What is claimed, and how surely."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .span import Span

Polarity = Literal["+", "-", "?"]
Certainty = Literal["certain", "probable", "possible", "unstated"]


@dataclass(frozen=True, slots=True)
class Commitment:
    """FactBank's scale: does the source hold that it happened (+), that it did not (-), or neither (?),
    and how surely. ``cues`` are the words that say so: "not", "may", "reportedly"."""

    polarity: Polarity
    certainty: Certainty
    cues: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Role:
    """``name``: agent, target, place, time, amount, topic, recipient, instrument, attribute."""

    name: str
    mention: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition. ``said`` is the innermost attribution under which it stands; ``head`` its main word."""

    id: str
    said: str
    span: Span
    head: Span
    lemma: str
    roles: tuple[Role, ...]
    commitment: Commitment
