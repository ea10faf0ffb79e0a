"""Where somebody is said to have been, one place after another."""

from __future__ import annotations

from dataclasses import dataclass

from .interval import Interval


@dataclass(frozen=True, slots=True)
class Stay:
    """A place (a mention) that a claim puts somebody in. ``said`` is the claim's attribution; ``within``: the place that
    holds it, where the text says so ("the bakery in *Orsa*").

    ``time``: when, as the text says it ("stated" and the like), or - ``basis`` "order" - only the bounds that follow from
    the stays before and after.
    """

    place: str
    claim: str
    said: str
    time: Interval | None = None
    within: str | None = None


@dataclass(frozen=True, slots=True)
class Itinerary:
    """Successive places of one actor on the word of one source: "they lived in A; after the war they moved first to B and
    then to C". ``actor`` is the mention that names it first here, ``entity`` who that is, where it is known.
    """

    actor: str
    entity: str | None
    stays: tuple[Stay, ...]
