"""The one SQLite file of a case. Every change is one transaction: a case is whole whenever its writer is ended.

Tables of others may stand beside these (``base``); they belong to the same transactions.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar, cast

from sayso.codec import adapter
from sayso.errors import ResourceError
from sayso.records import Reading, Relations

from . import schema

T = TypeVar("T")
_PUT = (
    "INSERT INTO reading VALUES(?,?,?) ON CONFLICT(report) DO UPDATE SET fingerprint = excluded.fingerprint, body = excluded.body"
    " WHERE body IS NOT excluded.body"
)  # fmt: skip


class Store:
    """Readings by report, relations by story (a number). Without a file it is a passing one, gone when it is closed."""

    def __init__(self, file: Path | None = None) -> None:
        self.file = file
        self.base = schema.opened(file)

    @contextmanager
    def change(self) -> Iterator[None]:
        """All that is written within stands in the file together, or not at all. Raises ``ResourceError``."""
        try:
            self.base.execute("BEGIN IMMEDIATE")
            yield
            self.base.execute("COMMIT")
        except sqlite3.Error as error:
            raise ResourceError(f"{self.file}: {error}") from error
        finally:
            if self.base.in_transaction:
                self.base.execute("ROLLBACK")

    def begin(self) -> None:
        """Whatever is kept of stories from now on is new."""
        self.base.execute("UPDATE about SET value = value + 1 WHERE field = 'session'")

    def put(self, readings: Iterable[Reading]) -> list[Reading]:
        """Keeps readings; gives those that were not there, or not like this."""
        write = adapter(Reading).dump_json
        rows = ((r, (r.report.id, r.fingerprint, zlib.compress(write(r), 1))) for r in readings)
        return [r for r, row in rows if self.base.execute(_PUT, row).rowcount]

    def has(self, report: str, fingerprint: str) -> bool:
        """Whether a reading of the report is kept that was made the same way."""
        ask = "SELECT 1 FROM reading WHERE report = ? AND fingerprint = ?"
        return self.base.execute(ask, (report, fingerprint)).fetchone() is not None

    def readings(self, reports: Sequence[str]) -> list[Reading]:
        """Of these reports, in the order given; of those that are not there, none."""
        ask = "SELECT report, body FROM reading WHERE report IN (SELECT value FROM json_each(?))"
        bodies = dict(self._rows(ask, (json.dumps(reports),)))
        return [self._read(bodies[report], Reading) for report in reports if report in bodies]

    def keep(self, story: int, relations: Relations) -> None:
        body = zlib.compress(adapter(Relations).dump_json(relations), 1)
        ask = "INSERT OR REPLACE INTO told VALUES(?, (SELECT value FROM about WHERE field = 'session'), ?)"
        self.base.execute(ask, (story, body))

    def forget(self, stories: Iterable[int]) -> None:
        """Lets go what was kept of stories that are no longer the same."""
        self.base.executemany("DELETE FROM told WHERE story = ?", [(story,) for story in stories])

    def untold(self, stories: Collection[int]) -> list[int]:
        """Those of which nothing is kept, in order."""
        return sorted(set(stories) - {story for (story,) in self._rows("SELECT story FROM told")})

    def told(self, new: bool = False) -> Iterator[Relations]:
        """What is kept of each story, by number; ``new``: since the last ``begin``."""
        only = " WHERE session = (SELECT value FROM about WHERE field = 'session')" if new else ""
        for (body,) in self._rows(f"SELECT body FROM told{only} ORDER BY story"):
            yield self._read(body, Relations)

    def close(self) -> None:
        self.base.close()

    def _read(self, body: bytes, kind: type[T]) -> T:
        try:
            return cast("T", adapter(cast("Any", kind)).validate_json(zlib.decompress(body)))
        except (zlib.error, ValueError) as error:  # pydantic's is one
            raise ResourceError(f"{self.file}: damaged, or made by another version of sayso") from error

    def _rows(self, ask: str, values: tuple[str, ...] = ()) -> Iterator[Any]:
        try:
            yield from self.base.execute(ask, values)
        except sqlite3.Error as error:
            raise ResourceError(f"{self.file}: {error}") from error
