"""The tables of a case, and how its file is opened."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import sayso
from sayso.errors import ResourceError

FORMAT = 1
PATIENCE = 10.0  # seconds to wait for another who writes
_TABLES = """
CREATE TABLE about(field TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE reading(report TEXT PRIMARY KEY, fingerprint TEXT, body BLOB);
CREATE TABLE told(story INTEGER PRIMARY KEY, session INTEGER, body BLOB);
CREATE INDEX told_session ON told(session);
INSERT INTO about VALUES('case', 1), ('session', 0);
"""
_PRAGMAS = ("journal_mode = WAL", "synchronous = NORMAL", "cache_size = -65536")
_PASSING = ("journal_mode = MEMORY", "synchronous = OFF", "cache_size = -65536")


def opened(file: Path | None) -> sqlite3.Connection:
    """The file, made if need be. Raises ``ResourceError`` where it is something else, or of another version."""
    try:
        base = _connected(file)
        if not base.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
            base.executescript(f"BEGIN IMMEDIATE;{_TABLES}COMMIT;")
        _check(base, file)
        _renew(base)
    except (sqlite3.Error, OSError) as error:
        raise ResourceError(f"{file}: {error}") from error
    return base


def _connected(file: Path | None) -> sqlite3.Connection:
    """SQLite keeps a file without a name where it keeps what passes, and removes it."""
    if file is None:
        base = sqlite3.connect("", isolation_level=None)
    else:
        uri = f"{file.resolve().as_uri()}?mode=rwc"
        base = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=PATIENCE)
    for pragma in _PRAGMAS if file else _PASSING:
        base.execute(f"PRAGMA {pragma}")
    return base


def _check(base: sqlite3.Connection, file: Path | None) -> None:
    tables = {name for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not tables >= {"about", "reading", "told"}:
        raise ResourceError(f"{file}: a database, but no case")
    (found,) = base.execute("SELECT value FROM about WHERE field = 'case'").fetchone() or ("unknown",)
    if found != FORMAT:
        raise ResourceError(f"{file}: made by another version of sayso: a case of format {found}, not {FORMAT}")


def _renew(base: sqlite3.Connection) -> None:
    """Lets go what another version found out about stories, so that it is found out anew; the readings stay."""
    if not base.execute("SELECT 1 FROM about WHERE field = 'version' AND value = ?", (sayso.__version__,)).fetchone():
        base.executescript("BEGIN IMMEDIATE; DELETE FROM told; DELETE FROM about WHERE field = 'version'; COMMIT;")
        base.execute("INSERT INTO about VALUES('version', ?)", (sayso.__version__,))
