"""How many: a number known by two bounds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Quantity:
    """"At least 12 soldiers": low 12, high None, of "soldiers". "About 220": 220..220 and ``approximate``."""

    low: float | None
    high: float | None
    unit: str | None = None  # "km", "USD", "%"; None for a count
    of: str | None = None  # what is counted, as a lemma: "fighter"
    approximate: bool = False
    text: str = ""
    kind: Literal["quantity"] = "quantity"
