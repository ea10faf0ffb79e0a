"""Sanctions lists in the user's data folder: added, listed, removed. Several dated versions of a list stand side by side."""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from sayso.errors import InputError, ResourceError

from . import schema
from .entry import Entry, EntryKind, Name, Reader
from .fold import Kind, fold
from .keys import first, method, near, sounds
from .sniff import reader

_DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")
MOST = 2_000_000  # entries of one list


@dataclass(frozen=True, slots=True)
class Version:
    """One list as of one day: ``un`` of 2026-02-27."""

    list: str
    date: str
    format: str
    file: str
    sha256: str
    entries: int


@dataclass(frozen=True, slots=True)
class Added:
    """``new`` is false where the same file is kept already."""

    version: Version
    new: bool


class Store:
    """The file of lists, open for writing. Every change is one transaction: a list is there whole or not at all."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._base = schema.opened(self.file, write=True)
        self._parts: dict[str, int] = {}
        if schema.method(self._base) != method():
            with self._change():
                self._key_anew()

    def add(self, source: Path, name: str = "", date: str = "") -> Added:
        """Reads a file into the store. Raises ``InputError`` where it is no list, or cannot be told of which day."""
        given = reader(source)
        name, date = name or given.name, date or given.date or ""
        if date and not _DAY.fullmatch(date):
            raise InputError(str(source), f"{date!r} is no day; give --date YYYY-MM-DD")
        if not date:
            raise InputError(str(source), "does not say of which day it is; give --date YYYY-MM-DD")
        digest = _sha256(source)
        kept = next((v for v in self.versions(name) if v.date == date), None)
        if kept and kept.sha256 == digest:
            return Added(kept, new=False)
        if kept:
            first = f"`sayso lists remove {name} --date {date}` first"
            raise InputError(str(source), f"another file is kept as {name} of {date}; {first}")
        with self._change():
            self._write(given, name, date, source, digest)
        return Added(next(v for v in self.versions(name) if v.date == date), new=True)

    def versions(self, name: str = "") -> list[Version]:
        """All that is kept, or all of one list, by name and date."""
        ask = (
            "SELECT list, date, format, file, sha256, count(holds.entry) FROM version"
            " LEFT JOIN holds ON holds.version = version.id WHERE ? IN ('', list) GROUP BY version.id ORDER BY list, date"
        )
        return [Version(*row) for row in self._base.execute(ask, (name,))]

    def remove(self, name: str, date: str = "") -> list[Version]:
        """Takes out a list, or its version of one day; gives what was removed."""
        gone = [v for v in self.versions(name) if date in ("", v.date)]
        with self._change():
            for version in gone:
                self._base.execute("DELETE FROM version WHERE list = ? AND date = ?", (version.list, version.date))
            for ask in _SWEEP:
                self._base.execute(ask)
        return gone

    def close(self) -> None:
        self._base.close()

    def _write(self, given: Reader, name: str, date: str, source: Path, digest: str) -> None:
        row = (name, date, given.format, source.name, digest)
        version = self._base.execute("INSERT INTO version(list, date, format, file, sha256) VALUES(?,?,?,?,?)", row).lastrowid
        programmes: Counter[str] = Counter()
        for entry in islice(given.entries(), MOST):
            self._base.execute("INSERT OR IGNORE INTO holds VALUES(?,?)", (version, self._entry(name, entry)))
            programmes.update(entry.programmes)
        if not self._base.execute("SELECT 1 FROM holds WHERE version = ? LIMIT 1", (version,)).fetchone():
            raise InputError(str(source), "holds no entries")
        self._base.executemany("INSERT INTO programme VALUES(?,?,?)", [(version, p, n) for p, n in programmes.items()])

    def _entry(self, name: str, entry: Entry) -> int:
        """The row of an entry: the one it has from another version, or a new one."""
        entry = replace(entry, names=entry.names[:_NAMES])
        body = schema.body(entry)
        digest = hashlib.blake2b(body.encode(), digest_size=16).hexdigest()
        row = self._base.execute("SELECT id FROM entry WHERE list = ? AND digest = ?", (name, digest)).fetchone()
        if row:
            return int(row[0])
        values = (name, digest, entry.listed, entry.delisted, body)
        made = self._base.execute("INSERT INTO entry(list, digest, listed, delisted, body) VALUES(?,?,?,?,?)", values)
        for one in entry.names:
            bears = (self._name(kind_of(entry.kind), one), made.lastrowid)
            self._base.execute("INSERT OR IGNORE INTO bears VALUES(?,?)", bears)
        return int(made.lastrowid or 0)

    def _name(self, kind: Kind, name: Name) -> int:
        """The row of a name: the one it has from another entry, or a new one with its keys."""
        values = (name.text, kind, name.quality)
        row = self._base.execute("SELECT id FROM name WHERE text = ? AND kind = ? AND quality = ?", values).fetchone()
        if row:
            return int(row[0])
        number = int(self._base.execute("INSERT INTO name(text, kind, quality) VALUES(?,?,?)", values).lastrowid or 0)
        self._key(number, kind, name.text)
        return number

    def _key_anew(self) -> None:
        """Keys of all names by today's method."""
        for table in ("part", "near", "posting"):
            self._base.execute(f"DELETE FROM {table}")
        for number, kind, text in self._base.execute("SELECT id, kind, text FROM name").fetchall():
            self._key(number, kind, text)
        self._base.execute("INSERT OR REPLACE INTO about VALUES('method', ?)", (method(),))

    def _key(self, number: int, kind: Kind, text: str) -> None:
        folded = fold(text, kind)
        self._part(first(folded))
        postings = [(self._part(sound), number) for sound in sounds(folded)]
        self._base.executemany("INSERT OR IGNORE INTO posting VALUES(?,?)", postings)

    def _part(self, sound: str) -> int:
        if sound not in self._parts:
            row = self._base.execute("SELECT id FROM part WHERE sound = ?", (sound,)).fetchone()
            self._parts[sound] = int(row[0]) if row else self._new_part(sound)
        return self._parts[sound]

    def _new_part(self, sound: str) -> int:
        number = int(self._base.execute("INSERT INTO part(sound) VALUES(?)", (sound,)).lastrowid or 0)
        self._base.executemany("INSERT INTO near VALUES(?,?)", [(key, number) for key in near(sound)])
        return number

    @contextmanager
    def _change(self) -> Iterator[None]:
        try:
            self._base.execute("BEGIN IMMEDIATE")
            yield
            self._base.execute("COMMIT")
        except sqlite3.Error as error:
            self._undo()
            raise ResourceError(f"{self.file}: {error}") from error
        except BaseException:
            self._undo()
            raise

    def _undo(self) -> None:
        self._parts.clear()
        if self._base.in_transaction:
            self._base.execute("ROLLBACK")


_NAMES = 500  # of one entry
_SWEEP = (
    "DELETE FROM holds WHERE version NOT IN (SELECT id FROM version)",
    "DELETE FROM programme WHERE version NOT IN (SELECT id FROM version)",
    "DELETE FROM entry WHERE id NOT IN (SELECT entry FROM holds)",
    "DELETE FROM bears WHERE entry NOT IN (SELECT id FROM entry)",
    "DELETE FROM name WHERE id NOT IN (SELECT name FROM bears)",
    "DELETE FROM posting WHERE name NOT IN (SELECT id FROM name)",
)


def kind_of(kind: EntryKind) -> Kind:
    return "person" if kind == "person" else "body"


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
