"""Time: an interval known by four bounds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Interval:
    """When something began and ended, each between two days; ISO dates, ``None`` where unbounded.

    "In March 2021" (some time in it): starts between 2021-03-01 and 2021-03-31, ends likewise.
    "Since 2019" said on 2021-05-04: starts within 2019, ends at 2021-05-04 or later.
    ``edtf`` is the same in Extended Date/Time Format (ISO 8601-2); ``basis`` says what it was
    anchored to ("dateline", "metadata", "stated", "text", "unanchored"; "tense": past tense alone, a weak bound).
    """

    edtf: str
    earliest_start: str | None = None
    latest_start: str | None = None
    earliest_end: str | None = None
    latest_end: str | None = None
    basis: str = "stated"
    kind: Literal["interval"] = "interval"
