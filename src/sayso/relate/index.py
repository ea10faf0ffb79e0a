"""Which story each report belongs to, kept in tables: a new report meets only those with which it shares telling words.

The tables lie in any SQLite file, beside whatever else is in it; the caller begins and ends transactions.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from typing import Any

from sayso.records import Reading

from .happened import happened
from .joining import Joining, Pair, added, meetings
from .profile import day_of, word_counts
from .rarity import Rarity
from .signature import DAYS, KEPT, Signed, Words, ordinal, packed, unpacked, weighed
from .words import vocabulary

BATCH = 200  # reports that are joined at once
BLOCK = 60  # reports met at one word: the last to come, of those near in time
SHARED_KEYS = 3  # met at so many words before two reports are compared
FEW, REDONE = 20, 100  # few new reports can tell stories of so many apart again
CENTRE = 300  # words kept of a story
GROWN = 1.5  # when so many times as many reports are there, what words weigh has changed: stories touched are made anew
ALWAYS = 4_000_000  # a day after all others
_TABLES = (
    # ``words``: how often each occurs; ``keys``, under which it is posted, and ``story`` are null until it has met the others.
    "CREATE TABLE IF NOT EXISTS filed(report INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT UNIQUE, day INTEGER, deed INTEGER,"
    " words BLOB, keys BLOB, story INTEGER)",
    "CREATE INDEX IF NOT EXISTS filed_story ON filed(story)",
    "CREATE TABLE IF NOT EXISTS posting(word INTEGER, day INTEGER, report INTEGER, PRIMARY KEY(word, day, report)) WITHOUT ROWID",
    # ``reports``: how many had been counted when it was made.
    "CREATE TABLE IF NOT EXISTS story(story INTEGER PRIMARY KEY, words BLOB, reports INTEGER)",
)
_NEAR = "SELECT report FROM posting WHERE word = ? AND day BETWEEN ? AND ? AND report < ? ORDER BY day DESC, report DESC LIMIT ?"
_WRITE = "INSERT INTO story VALUES(?,?,?) ON CONFLICT(story) DO UPDATE SET words = excluded.words"
Joined = tuple[set[int], list[set[int]]]  # stories that changed, and stories between which reports are torn
_AMONG = "(SELECT value FROM json_each(?))"


class Index:
    """Stories by number, which is that of their first report, in the order in which reports came.

    Reports are filed first; when the words of all of them have been counted, they are joined to stories.
    """

    def __init__(self, base: sqlite3.Connection) -> None:
        self._base, self._rarity = base, Rarity(base)
        for ask in _TABLES:
            base.execute(ask)

    def file(self, readings: Sequence[Reading]) -> set[int]:
        """Takes reports in, one that is there already anew; gives the stories that such reports are taken out of."""
        touched = self.remove(r.report.id for r in readings)
        vocabularies = [vocabulary(r.report.language) for r in readings]
        counts = [word_counts(r, v) for r, v in zip(readings, vocabularies, strict=True)]
        number = self._rarity.count(list(zip(counts, vocabularies, strict=True)))
        words = [packed({number[w]: n for w, n in c.most_common(KEPT)}) for c in counts]
        days = [(ordinal(day_of(r)), ordinal(happened(r, v))) for r, v in zip(readings, vocabularies, strict=True)]
        rows = [(r.report.id, *day, w) for r, day, w in zip(readings, days, words, strict=True)]
        self._base.executemany("INSERT INTO filed(id, day, deed, words) VALUES(?,?,?,?)", rows)
        return touched

    def join(self) -> set[int]:
        """Brings some of the filed reports into stories; gives the stories that changed or are no more, none at the end."""
        rows = self._base.execute("SELECT report FROM filed WHERE story IS NULL ORDER BY report LIMIT ?", (BATCH,))
        new = self._signatures([report for (report,) in rows])
        for s in new.values():
            self._base.execute("UPDATE filed SET keys = ? WHERE report = ?", (array("I", s.keys).tobytes(), s.report))
            self._base.executemany("INSERT INTO posting VALUES(?,?,?)", [(w, day, s.report) for w in s.keys for day in s.days])
        pairs = {(j, i) for i, s in new.items() for j in self._met(s)}
        touched, torn = self._join(new | self._signatures({i for pair in pairs for i in pair} - new.keys()), new.keys(), pairs)
        again = [{story} for story in touched if self._stale(story)] + (torn if len(new) <= FEW else [])
        return touched.union(*map(self._anew, together(again)))

    def remove(self, ids: Iterable[str]) -> set[int]:
        """Takes reports out; gives the stories they were in."""
        gone = self._rows(f"SELECT report, day, deed, keys, story FROM filed WHERE id IN {_AMONG}", ids)
        for report, day, deed, keys, _ in gone:
            postings = [(word, on, report) for word in array("I", keys or b"") for on in {day, deed}]
            self._base.executemany("DELETE FROM posting WHERE word = ? AND day = ? AND report = ?", postings)
            self._base.execute("DELETE FROM filed WHERE report = ?", (report,))
        touched = {story for *_, story in gone if story is not None}
        for story in touched:
            left = self._signatures(self._reports(story)).values()
            self._base.execute("DELETE FROM story WHERE story = ?", (story,))
            self._write({story: reduce(added, (s.words for s in left))} if left else {})
        return touched

    def members(self, story: int) -> list[str]:
        """Ids of the story's reports, in the order in which they came; none where it is no more."""
        return [id for (id,) in self._base.execute("SELECT id FROM filed WHERE story = ? ORDER BY report", (story,))]

    def stories(self) -> list[int]:
        return [story for (story,) in self._base.execute("SELECT story FROM story ORDER BY story")]

    def _met(self, s: Signed) -> Iterator[int]:
        """Reports before it that share several of its most telling words, of the days around its own or of no known day."""
        met: Counter[int] = Counter()
        for word in s.keys:
            for first, last in (*((day - DAYS, day + DAYS) for day in s.days), (0, 0)) if s.day else ((0, ALWAYS),):
                met.update(report for (report,) in self._base.execute(_NEAR, (word, first, last, s.report, BLOCK)))
        return (report for report, times in met.items() if times >= SHARED_KEYS)

    def _join(self, known: Mapping[int, Signed], new: Iterable[int], pairs: Iterable[Pair]) -> Joined:
        """New reports to stories and, where they belong to two, these to one another."""
        fresh = set(new)
        old = dict(self._rows(f"SELECT report, story FROM filed WHERE report IN {_AMONG}", known.keys() - fresh))
        centres = self._rows(f"SELECT story, words FROM story WHERE story IN {_AMONG}", set(old.values()))
        words = {story: unpacked(body) for story, body in centres} | {i: dict(known[i].words) for i in fresh}
        deeds = defaultdict[int, set[int]](set, {i: {known[i].deed} for i in fresh if known[i].deed})
        ask = f"SELECT DISTINCT story, deed FROM filed WHERE deed > 0 AND story IN {_AMONG}"
        for story, deed in self._rows(ask, set(old.values())):
            deeds[story].add(deed)
        found = Joining(old | {i: i for i in fresh}, words, deeds)
        found.join(known, pairs)
        self._base.executemany("UPDATE filed SET story = ? WHERE report = ?", [(found.of(i), i) for i in fresh])
        gone = [(found.of(b), b) for b in found.gone if b not in fresh]
        self._base.executemany("UPDATE filed SET story = ? WHERE story = ?", gone)
        self._base.executemany("DELETE FROM story WHERE story = ?", [(b,) for _, b in gone])
        touched = {found.of(i) for i in fresh}
        self._write({story: found.words[story] for story in touched})
        return touched | {b for _, b in gone}, found.torn(fresh)

    def _stale(self, story: int) -> bool:
        row = self._base.execute("SELECT reports FROM story WHERE story = ?", (story,)).fetchone()
        return row is not None and row[0] * GROWN < self._rarity.reports

    def _anew(self, stories: set[int]) -> set[int]:
        """Makes some stories again, by what words weigh today, unless they are large; gives those that are others now."""
        before = self._grouped(f"story IN {_AMONG}", stories)
        reports = [report for group in before.values() for report in group]
        if len(stories) > 1 and len(reports) > REDONE:
            return set()
        known = self._signatures(reports)
        self._base.executemany("DELETE FROM story WHERE story = ?", [(story,) for story in stories])
        self._join(known, known, meetings({i: s.keys for i, s in known.items()}, BLOCK, SHARED_KEYS))
        after = self._grouped(f"report IN {_AMONG}", reports)
        return {story for story in before.keys() | after.keys() if before[story] != after[story]}

    def _grouped(self, which: str, values: Iterable[int]) -> defaultdict[int, set[int]]:
        """Reports by story."""
        found = defaultdict[int, set[int]](set)
        for report, story in self._rows(f"SELECT report, story FROM filed WHERE {which}", values):
            found[story].add(report)
        return found

    def _write(self, words: Mapping[int, Words]) -> None:
        now = self._rarity.reports
        for story, all_words in words.items():
            most = sorted(all_words.items(), key=lambda w: (-w[1], w[0]))[:CENTRE]
            self._base.execute(_WRITE, (story, packed(dict(most)), now))

    def _reports(self, story: int) -> list[int]:
        return [report for (report,) in self._base.execute("SELECT report FROM filed WHERE story = ?", (story,))]

    def _signatures(self, reports: Iterable[int]) -> dict[int, Signed]:
        rows = self._rows(f"SELECT report, id, day, deed, words FROM filed WHERE report IN {_AMONG} ORDER BY report", reports)
        counts = [unpacked(words) for *_, words in rows]
        weights = self._rarity.weights({word for c in counts for word in c})
        return {row[0]: Signed(row[0], row[1], row[2], row[3], weighed(c, weights)) for row, c in zip(rows, counts, strict=True)}

    def _rows(self, ask: str, values: Iterable[int | str]) -> list[tuple[Any, ...]]:
        """Of a question about a list of values."""
        return self._base.execute(ask, (json.dumps(list(values)),)).fetchall()


def together(sets: Iterable[set[int]]) -> list[set[int]]:
    """Sets that have nothing in common, each the union of some."""
    found: list[set[int]] = []
    for one in sets:
        apart = [s for s in found if s.isdisjoint(one)]
        found = [*apart, one.union(*(s for s in found if not s.isdisjoint(one)))]
    return found
