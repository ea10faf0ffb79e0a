"""Where a claim says that it happened: a place of the gazetteer, or a spot that the text names ("the south pier")."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from sayso.records import Mention, Place, Reference, Span

from .attested import Entry
from .cast import Cast
from .deeds import terms
from .figured import bearing
from .parties import possessed
from .slots import Slots

BEFORE = 40  # characters before a place in which its preposition stands
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
    elif spot := unplaced(s, cast) or next((m for m in own if named(index.text(m.id), m, s)), None):
        words = " ".join(index.text(spot.id).split())
        yield Entry(s, Reference(bare(words)), words, spot.id, bearing(s.claim))


def unplaced(s: Slots, cast: Cast) -> Mention | None:
    """A place by name that the gazetteer does not know, behind a preposition or "the village of"."""
    index, text, led = cast.index(s), s.profile.reading.report.text, leading(s)
    names = (m for m in cast.index(s).mentions.values() if m.form == "name" and m.kind == "place")
    inside = (m for m in names if m.span.start >= s.claim.head.end and s.claim.span.covers(m.span) and m.id not in index.leading)
    found = (m for m in inside if led and led.search(text[max(0, m.span.start - BEFORE) : m.span.start]))
    return min(found, key=lambda m: m.span, default=None)


def named(words: str, m: Mention, s: Slots) -> bool:
    """Whether it says more of a spot than "the ground"."""
    plain = bare(" ".join(words.split()))
    if possessed(words, s):
        return False
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
    led, text = leading(s), s.profile.reading.report.text
    found = [(m, p) for m, p in cast.places(s) if led and m.span.start >= s.claim.head.end]
    return [(m, p) for m, p in found if led and led.search(text[max(0, m.span.start - BEFORE) : m.span.start])]


@functools.cache
def _leading(locating: frozenset[str], away: frozenset[str], nouns: frozenset[str]) -> re.Pattern[str]:
    words, off, of = ("|".join(map(re.escape, sorted(listed))) for listed in (locating, away, nouns))
    named = rf"(?:the |an? )?(?:[\w-]+ )?(?:{of}) of(?: the)?"
    where = rf"\b(?:{words})(?: (?:the|an?))?(?: [\w-]+ern)?(?: {named})?\s*$"
    return re.compile(rf"{where}|^(?!.*\b(?:{off}) {named}).*{named}\s*$", re.IGNORECASE)


def leading(s: Slots) -> re.Pattern[str] | None:
    """What may stand before the name of where it happened: a preposition, "the village of"; but not "from the village of"."""
    known = terms(s.profile.reading.report.language)
    return _leading(known.locating, known.away, known.settlements) if known.locating else None
