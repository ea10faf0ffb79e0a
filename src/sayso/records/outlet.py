"""What a corpus of reports shows of an outlet: counts, and no verdict."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vote:
    """A contested slot on which a weight rests: the value that the outlet gave, and how likely that is by all weights."""

    story: str
    slot: str
    of: str
    shown: str
    share: float


@dataclass(frozen=True, slots=True)
class Weight:
    """How often an outlet's values are those that the weighed votes of all origins favour, from 0 to 1.

    It says with whom an outlet agrees, not who is right; ``rests_on`` are all the values that it comes from.
    """

    value: float
    rests_on: tuple[Vote, ...]


@dataclass(frozen=True, slots=True)
class Outlet:
    """One publisher in a corpus.

    ``first`` of ``comparable``: stories in which it was alone the earliest, of those that another outlet tells too and in which
    all days are known. ``copies`` and ``copied``: reports of its own that have it from another outlet, and reports of others that
    have it from this one, as far as a direction is known. ``contradicts`` and ``contradicted``: its claims that contradict an
    earlier one of another outlet, and those that a later one of another contradicts; ``at_odds`` are those of which neither is
    known to be earlier. ``unnamed`` of ``attributed``: attributions to sources that it does not name. ``committed`` of
    ``on_unnamed``: claims on the word of such sources that it holds to be so itself. ``corrected``: claims of its own that
    a later report of its own updates or contradicts.
    """

    name: str
    reports: int
    stories: int
    first: int
    comparable: int
    copies: int
    copied: int
    contradicts: int
    contradicted: int
    at_odds: int
    attributed: int
    unnamed: int
    on_unnamed: int
    committed: int
    corrected: int
    weight: Weight | None = None

    @property
    def unnamed_share(self) -> float | None:
        """Of its attributions; None where it has none."""
        return self.unnamed / self.attributed if self.attributed else None
