"""Names of the lists that are like a name in a report."""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from sayso.errors import ResourceError

from . import schema
from .compare import Likeness, alike
from .entry import Entry
from .fold import Folded, Kind, fold
from .keys import WHOLE, first, method, near, sounds, whole
from .programmes import groups

THRESHOLD = 0.8
FEW = 40  # names that a part may lead to by itself


@dataclass(frozen=True, slots=True)
class Found:
    """A name on a list and how like it is."""

    entry: int
    name: str
    quality: str
    likeness: Likeness


class Search:
    """Lookup in the file of lists, open for reading only; what was found once is kept for the next report."""

    def __init__(self, file: Path) -> None:
        self.base: sqlite3.Connection = schema.opened(file)
        if schema.method(self.base) != method():
            raise ResourceError(f"{file}: kept by another version of sayso; `sayso lists` brings it up to date")
        self.find = lru_cache(maxsize=16_384)(self._find)
        self.entry = lru_cache(maxsize=2_048)(self._entry)
        self._longer = lru_cache(maxsize=65_536)(self._continued)
        self._known = lru_cache(maxsize=65_536)(self._has)
        self._postings = lru_cache(maxsize=16_384)(self._posted)
        self._named = lru_cache(maxsize=65_536)(self._name)

    def begins(self, name: Folded) -> bool:
        """Whether some listed name, or a programme's, has this first part."""
        return self._known(first(name))

    def holds(self, name: Folded) -> bool:
        """Whether some listed name, or a programme's, is this one sound for sound."""
        return self._known(whole(name))

    def goes_on(self, name: Folded) -> bool:
        """Whether some listed name begins like this one."""
        return self._longer(whole(name))

    def _continued(self, sound: str) -> bool:
        ask = "SELECT 1 FROM part WHERE sound >= ? AND sound < ? LIMIT 1"
        return self.base.execute(ask, (sound, sound + "\x7f")).fetchone() is not None

    def _has(self, sound: str) -> bool:
        return sound in _programmes() or self.base.execute("SELECT 1 FROM part WHERE sound = ?", (sound,)).fetchone() is not None

    def _find(self, text: str, kind: Kind) -> tuple[Found, ...]:
        """Every name of all kept versions that is alike enough, the likest first."""
        folded = fold(text, kind)
        found = [f for number in self._candidates(folded) for f in self._judged(folded, number)]
        return tuple(sorted(found, key=lambda f: (-f.likeness.score, f.entry, f.name)))

    def _judged(self, folded: Folded, number: int) -> list[Found]:
        kind, quality, text = self._named(number)
        if kind != folded.kind:
            return []
        found = likeness(folded, fold(text, folded.kind), quality)
        if found.score < THRESHOLD:
            return []
        bearers = self.base.execute("SELECT entry FROM bears WHERE name = ?", (number,))
        return [Found(entry, text, quality, found) for (entry,) in bearers]

    def _candidates(self, folded: Folded) -> list[int]:
        """Names that share two parts with this one, or one that few names have, or all as one word."""
        met: Counter[int] = Counter()
        sure: set[int] = set()
        for sound in sounds(folded):
            posted = self._postings(sound)
            met.update(posted)
            if sound[1:2] == WHOLE or len(posted) <= FEW:
                sure.update(posted)
        return sorted(sure.union(n for n, count in met.items() if count > 1))

    def _posted(self, sound: str) -> frozenset[int]:
        keys = tuple(near(sound))
        ask = f"SELECT DISTINCT name FROM near JOIN posting USING(part) WHERE key IN ({','.join('?' * len(keys))})"
        return frozenset(row[0] for row in self.base.execute(ask, keys))

    def _name(self, number: int) -> tuple[str, str, str]:
        row: tuple[str, str, str] = self.base.execute("SELECT kind, quality, text FROM name WHERE id = ?", (number,)).fetchone()
        return row

    def _entry(self, number: int) -> Entry:
        return schema.entry(self.base.execute("SELECT body FROM entry WHERE id = ?", (number,)).fetchone()[0])

    def close(self) -> None:
        self.base.close()


def likeness(mentioned: Folded, listed: Folded, quality: str) -> Likeness:
    """As ``alike``; an alias that the list itself calls weak must be of several parts and met whole."""
    if quality == "weak" and (len(listed.strong) < 2 or len(mentioned.strong) != len(listed.strong)):
        return Likeness(0.0, ())
    return alike(mentioned, listed, THRESHOLD)


@cache
def _programmes() -> frozenset[str]:
    return frozenset(sound for group in groups() for sound in (first(group), whole(group)))
