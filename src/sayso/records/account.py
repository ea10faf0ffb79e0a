"""The range of accounts: for one slot of one story every value that was claimed, and who is behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .claim import ClaimRef
from .reading import Value

# What a source does with a value. Of an agent "claims" is a claim of responsibility ("we did it"), "denies" the denial of one
# ("it was not us") or of the value ("there were no dead"); "open": it is left open ("it is not clear whether 12 died").
Bearing = Literal["holds", "claims", "denies", "open"]
Change = Literal["first", "again", "higher", "lower", "narrower", "other"]


@dataclass(frozen=True, slots=True)
class Telling:
    """One claim of a value: "the ministry told the Courier that 12 had died" tells ("the Courier", "the ministry").

    ``mention`` is the words that give the value, None where no mention stands for them; ``day`` the first day on which the
    report may have been published; ``origin`` the id of the report's origin in the story.
    """

    claim: ClaimRef
    mention: str | None
    day: str | None
    by: tuple[str, ...]
    bearing: Bearing
    origin: str


@dataclass(frozen=True, slots=True)
class Attested:
    """A value of a slot and everybody who tells it, the first first: by day of publication, then in the order of the reports.

    ``shown`` is the value as one would print it. ``independent``: how many origins that are shown to be independent hold it;
    a value has several only where they are known to be several.
    """

    value: Value
    shown: str
    tellings: tuple[Telling, ...]
    independent: int
    why: str

    @property
    def first(self) -> Telling:
        return self.tellings[0]


@dataclass(frozen=True, slots=True)
class Step:
    """How a report left a slot: ``value`` numbers the value it gives last, ``change`` what that is to the one before it."""

    day: str | None
    report: str
    value: int
    change: Change


@dataclass(frozen=True, slots=True)
class Account:
    """All values of one ``slot`` in one scope: "dead", "injured", "date", "place", "perpetrator", "weapon", ...

    ``of``: what is counted or whom it befell, where the texts say more than people ("soldier"); for a slot that is not
    the story's own ("target" of one kind of event) that kind. ``low`` and ``high`` are the least and the greatest number
    that is held by anybody; ``best`` numbers the best-attested one of ``values``, None where that cannot be told;
    ``why`` says how it was chosen.
    """

    story: str
    slot: str
    of: str
    values: tuple[Attested, ...]
    low: float | None
    best: int | None
    high: float | None
    why: str
    history: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Support:
    """A matter: claims of a story that say one thing, and what stands behind them.

    ``origins`` are ids of the story's origins, ``independent`` how many of them are shown to be independent of one another;
    ``against`` are claims that contradict one of these.
    """

    id: str
    story: str
    claims: tuple[ClaimRef, ...]
    origins: tuple[str, ...]
    independent: int
    why: str
    against: tuple[ClaimRef, ...] = ()
