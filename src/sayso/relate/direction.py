"""Which of two reports gave: by citation, credit and signature, by time. Where these disagree, nobody knows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.records import Giver

from .sourcing import Sourcing
from .transferred import TOOK, Taking

if TYPE_CHECKING:
    from .transfer import Compared

LONGER = 1.3  # than the shorter text
Sign = tuple[Giver, str]


def giver(taking: Taking) -> Sign:
    """ "left", "right" or "unknown", and the reason in a few words; ``taking``: that the left one took."""
    a, b = taking.one, taking.other
    told = (*_told(taking, "right"), *_told(taking.back, "left"))
    return _agreed(_cited(a.sources, b.sources), _earlier(a, b), _detail(a, b), *told)


def named(a: Compared, b: Compared) -> Sign:
    """Of two of which no words were compared."""
    return _agreed(_cited(a.sources, b.sources), _earlier(a, b))


def _agreed(*found: Sign | None) -> Sign:
    signs = [s for s in found if s]
    if len({side for side, _ in signs}) != 1:
        return "unknown", "the signs of which was first disagree" if signs else ""
    return signs[0]


def _told(taking: Taking, side: Giver) -> Iterator[Sign]:
    """What the texts themselves say."""
    return ((side, f"{taking.one.sources.name} {why}") for why, holds in TOOK.items() if holds(taking))


def _cited(a: Sourcing, b: Sourcing) -> Sign | None:
    """The one that is named by the other, and does not name it."""
    left = bool(a.publisher and a.publisher in b.cited | b.slugs)
    right = bool(b.publisher and b.publisher in a.cited | a.slugs)
    if left == right:
        return None
    one, other = (b, a) if left else (a, b)
    how = "carries the slug of" if other.publisher in one.slugs else "cites"
    return ("left" if left else "right"), f"{one.name} {how} {other.name}"


def _earlier(a: Compared, b: Compared) -> Sign | None:
    first, second = a.text.profile.day, b.text.profile.day
    if not first or not second or first == second:
        return None
    return ("left", f"{a.sources.name} is dated earlier") if first < second else ("right", f"{b.sources.name} is dated earlier")


def _detail(a: Compared, b: Compared) -> Sign | None:
    """The longer one, that credits no outlet, if the shorter one does, and has nobody whom the longer one does not name."""
    sides: tuple[tuple[Giver, Compared, Compared], ...] = (("left", a, b), ("right", b, a))
    for side, long, short in sides:
        longer = len(long.text.whole.words) >= LONGER * len(short.text.whole.words)
        credited = bool(short.sources.media) and not long.sources.media
        if longer and credited and long.own(short) and not short.own(long):
            credit = short.sources.show(short.sources.media)
            return side, f"{short.sources.name} is shorter, credits {credit}, and has nobody of its own"
    return None
