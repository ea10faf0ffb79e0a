"""How rare words are among all reports ever filed and among ordinary texts; kept in a table, where words go by number."""

from __future__ import annotations

import json
import math
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence

from .words import Vocabulary

_TABLES = (
    # ``usual`` of ``texts`` ordinary texts of its language have the word.
    "CREATE TABLE IF NOT EXISTS word(word INTEGER PRIMARY KEY, text TEXT UNIQUE, reports INTEGER, usual INTEGER, texts INTEGER)",
    "CREATE TABLE IF NOT EXISTS counted(only INTEGER PRIMARY KEY, reports INTEGER)",
)
_COUNT = (
    "INSERT INTO word(text, reports, usual, texts) VALUES(?,?,?,?)"
    " ON CONFLICT(text) DO UPDATE SET reports = reports + excluded.reports"
)  # fmt: skip
_MORE = "INSERT INTO counted VALUES(1,?) ON CONFLICT(only) DO UPDATE SET reports = reports + excluded.reports"
_WEIGHT = "SELECT word, (1.0 + texts + ?) / (1 + usual + reports) FROM word WHERE word IN (SELECT value FROM json_each(?))"


class Rarity:
    """Weights of words by number, as the reports counted so far have it."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self._base = base
        for ask in _TABLES:
            base.execute(ask)
        self._weights: dict[int, float] = {}

    def count(self, texts: Sequence[tuple[Iterable[str], Vocabulary]]) -> dict[str, int]:
        """Counts the words of some reports; gives their numbers."""
        found = Counter(word for text, _ in texts for word in set(text))
        of = {word: vocabulary for text, vocabulary in reversed(texts) for word in text}
        rows = [(w, n, of[w].counts.get(w, 0), of[w].texts) for w, n in sorted(found.items())]
        self._base.executemany(_COUNT, rows)
        self._base.execute(_MORE, (len(texts),))
        self._weights.clear()
        ask = "SELECT text, word FROM word WHERE text IN (SELECT value FROM json_each(?))"
        return dict(self._base.execute(ask, (json.dumps(list(found)),)).fetchall())

    @property
    def reports(self) -> int:
        """How many were counted."""
        row = self._base.execute("SELECT reports FROM counted").fetchone()
        return int(row[0]) if row else 0

    def weights(self, words: Iterable[int]) -> dict[int, float]:
        """Of these words at least."""
        missing = [w for w in words if w not in self._weights]
        if missing:
            rows = self._base.execute(_WEIGHT, (self.reports, json.dumps(missing)))
            self._weights |= {word: math.log(max(1.0, share)) for word, share in rows}
        return self._weights
