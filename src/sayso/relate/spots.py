"""Where a claim says that it happened: a place of the gazetteer, or a spot that the text names ("the south pier")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.records import Mention, Place, Reference, Span

from .attested import Entry
from .cast import Cast
from .deeds import terms
from .figured import bearing
from .slots import Slots

BEFORE = 20  # characters before a place in which its preposition stands
FAR = 1e6  # kilometres; the size of a place of which none is known
ARTICLES = frozenset({"the", "a", "an", "nearby"})


def spots(s: Slots, cast: Cast) -> Iterator[Entry]:
    """The smallest place alone: "in Idle Street, Pell" is one place."""
    index = cast.index(s)
    own = [index.mentions[r.mention] for r in s.claim.roles if r.name == "place" and r.mention in index.mentions]
    spans = [m.span for m in own]
    placed = [(m, p) for m, p in cast.places(s) if m.span in spans] or located(s, cast, spans) or ([] if own else behind(s, cast))
    if placed:
        mention, place = min(placed, key=lambda p: p[1].radius_km or FAR)
        yield Entry(s, place, " ".join(index.text(mention.id).split()), mention.id, bearing(s.claim))
    elif spot := next((m for m in own if named(index.text(m.id), m)), None):
        words = " ".join(index.text(spot.id).split())
        yield Entry(s, Reference(bare(words)), words, spot.id, bearing(s.claim))


def named(words: str, m: Mention) -> bool:
    """Whether it says more of a spot than "the ground"."""
    plain = bare(" ".join(words.split()))
    return m.kind in ("place", "facility") and m.form != "pronoun" and (len(plain.split()) > 1 or plain[:1].isupper())


def bare(words: str) -> str:
    """Without article: "the south pier" and "south pier" are one."""
    first, _, rest = words.partition(" ")
    return rest if rest and first.casefold() in ARTICLES else words


def located(s: Slots, cast: Cast, within: list[Span]) -> list[tuple[Mention, Place]]:
    """Places in the words of a role: "the harbour of Pell" is in Pell."""
    return [(m, p) for m, p in cast.places(s) if any(w.covers(m.span) for w in within)]


def behind(s: Slots, cast: Cast) -> list[tuple[Mention, Place]]:
    """Places behind the claim's head that a preposition leads up to: "shot in a raid in Pell", but not "the Pell raid"."""
    words = "|".join(map(re.escape, sorted(terms(s.profile.reading.report.language).locating)))
    if not words:
        return []
    led, text = re.compile(rf"\b(?:{words})(?: the| [\w-]+ern)?\s*$", re.IGNORECASE), s.profile.reading.report.text
    found = [(m, p) for m, p in cast.places(s) if m.span.start >= s.claim.head.end]
    return [(m, p) for m, p in found if led.search(text, max(0, m.span.start - BEFORE), m.span.start)]
