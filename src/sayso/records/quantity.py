"""How many: a number known by two bounds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Quantity:
    """"At least 12 soldiers": low 12, high None, of "soldiers". "About 220": 220..220 and ``approximate``.

    ``part``: "part" of a larger count ("three of them"; ``whole`` is that count as written, where the text gives it), "more" on
    top of one ("another six"), a "rate" ("40 a day"); "" for a count that stands by itself. ``scope``: the places by name that
    the text ties it to, as written ("in Mirva"), ``period`` the times ("since May"): counts of different scopes do not contradict
    each other.
    """

    low: float | None
    high: float | None
    unit: str | None = None  # "km", "USD", "%"; None for a count
    of: str | None = None  # what is counted, as a lemma: "fighter"
    approximate: bool = False
    text: str = ""
    kind: Literal["quantity"] = "quantity"
    part: Literal["", "part", "more", "rate"] = ""
    whole: str = ""
    scope: tuple[str, ...] = ()
    period: tuple[str, ...] = ()
