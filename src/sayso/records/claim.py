"""What is claimed, and how surely."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .span import Span

Polarity = Literal["+", "-", "?"]
Certainty = Literal["certain", "probable", "possible", "unstated"]
Nature = Literal["stated", "opinion", "question", "order", "presupposed", "inserted"]
Stance = Literal["endorsing", "neutral", "distancing"]


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
class Passed:
    """What one voice on a claim's way to the reader is committed to. "The agency claims the dam burst": the agency that
    it did, for certain; the outlet to nothing, with the cue "claims".

    ``said`` is the attribution; ``stance`` how this voice puts the one that it passes on: "claims" (distancing),
    "said" (neutral), "revealed" (endorsing); None for the claim's own source.
    """

    said: str
    commitment: Commitment
    stance: Stance | None = None


@dataclass(frozen=True, slots=True)
class ClaimRef:
    """A claim of a report, by their ids."""

    report: str
    claim: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition. ``said`` is the innermost attribution under which it stands; ``head`` its main word;
    ``along``: what each voice is committed to, from that source outwards to the outlet.

    ``nature``: "stated"; "opinion" ("the vote was a shame", "they should go"), "question", "order" ("told them to leave"):
    not held to be so; "presupposed": taken for granted by what is said ("after the attack on the depot", "X, the mayor of
    Pell"); "inserted": an editor's words in brackets within a quotation.

    ``vector``: what it means, for comparing by cosine: signed bytes as base64; "" where there is none.
    """

    id: str
    said: str
    span: Span
    head: Span
    lemma: str
    roles: tuple[Role, ...]
    commitment: Commitment
    along: tuple[Passed, ...] = ()
    nature: Nature = "stated"
    vector: str = ""

    @property
    def factual(self) -> bool:
        """Whether it says that something is so or not so, which others may bear out or contradict."""
        return self.nature not in ("opinion", "question", "order")
