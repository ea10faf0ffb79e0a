"""The one SQLite file that keeps a user's lists, and how entries are written in it.

An entry that stands unchanged in several versions of a list is kept once. Names are found by the ``key``s of their parts.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import asdict
from pathlib import Path
from typing import Any, cast

from sayso.errors import ResourceError

from .entry import Entry, Name

_TABLES = """
CREATE TABLE about(field TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE version(id INTEGER PRIMARY KEY, list TEXT, date TEXT, format TEXT, sha256 TEXT, file TEXT, UNIQUE(list, date));
CREATE TABLE entry(id INTEGER PRIMARY KEY, list TEXT, digest TEXT, listed TEXT, delisted TEXT, body TEXT, UNIQUE(list, digest));
CREATE TABLE holds(version INTEGER, entry INTEGER, PRIMARY KEY(version, entry)) WITHOUT ROWID;
CREATE TABLE name(id INTEGER PRIMARY KEY, kind TEXT, quality TEXT, text TEXT, UNIQUE(text, kind, quality));
CREATE TABLE bears(name INTEGER, entry INTEGER, PRIMARY KEY(name, entry)) WITHOUT ROWID;
CREATE TABLE part(id INTEGER PRIMARY KEY, sound TEXT UNIQUE);
CREATE TABLE near(key TEXT, part INTEGER, PRIMARY KEY(key, part)) WITHOUT ROWID;
CREATE TABLE posting(part INTEGER, name INTEGER, PRIMARY KEY(part, name)) WITHOUT ROWID;
CREATE TABLE programme(version INTEGER, programme TEXT, entries INTEGER, PRIMARY KEY(version, programme)) WITHOUT ROWID;
"""


def opened(file: Path, write: bool = False) -> sqlite3.Connection:
    """The file, made if need be. Raises ``ResourceError``."""
    try:
        if write:
            file.parent.mkdir(parents=True, exist_ok=True)
        mode = "rwc" if write else "ro"
        base = sqlite3.connect(f"{file.resolve().as_uri()}?mode={mode}", uri=True, check_same_thread=False, isolation_level=None)
        known = bool(base.execute("SELECT 1 FROM sqlite_master WHERE name = 'version'").fetchone())
        if write and not known:
            base.executescript(f"BEGIN;{_TABLES}COMMIT;")
        elif not known:
            raise ResourceError(f"{file}: holds no lists")
    except (sqlite3.Error, OSError) as error:
        raise ResourceError(f"{file}: {error}") from error
    return base


def method(base: sqlite3.Connection) -> str:
    """By what way of folding the names were keyed; "" for an empty file."""
    row = base.execute("SELECT value FROM about WHERE field = 'method'").fetchone()
    return str(row[0]) if row else ""


def body(entry: Entry) -> str:
    return json.dumps(asdict(entry), ensure_ascii=False, separators=(",", ":"))


def entry(text: str) -> Entry:
    values: dict[str, Any] = json.loads(text)
    values["names"] = tuple(Name(**n) for n in values["names"])
    return Entry(**cast("Any", {k: tuple(v) if isinstance(v, list) else v for k, v in values.items()}))
