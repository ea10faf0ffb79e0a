"""A case: readings, the stories that they tell, and the relations of each story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from types import TracebackType

from sayso.records import Reading, Relations
from sayso.relate import Index, tell
from sayso.store import Store

BATCH = 100  # readings taken in, and stories told, between two writes to the disk


class Case:
    """Readings that are related story by story; kept in ``file``, or gone once it is closed where there is none.

    Reports can come at any time: only the stories that they belong to are related anew. One that was interrupted goes on
    where it was. ``groups``: the user's own table of publishing groups; stories told before it changed stay as they are.
    """

    def __init__(self, file: Path | None = None, groups: Path | None = None) -> None:
        self._groups = groups
        self._store = Store(file)
        with self._store.change():
            self._index = Index(self._store.base)
            self._store.begin()

    def add(self, found: Iterable[Reading]) -> int:
        """Takes readings in, one that comes again in the place of the one before; gives how many were new or not like it."""
        several, added = iter(found), 0
        while batch := list(islice(several, BATCH)):
            with self._store.change():
                new = self._store.put({r.report.id: r for r in batch}.values())
                self._store.forget(self._index.file(new))
            added += len(new)
        return added

    def has(self, report: str, fingerprint: str) -> bool:
        """Whether it holds a reading of the report that was made the same way."""
        return self._store.has(report, fingerprint)

    def told(self, changed: bool = False) -> Iterator[Relations]:
        """One story after another, in the order of their first reports; or only those that changed since the case was opened."""
        self._relate()
        return self._store.told(changed)

    def readings(self, reports: Sequence[str]) -> list[Reading]:
        """Those that the case has of these reports, in the order given."""
        return self._store.readings(reports)

    def close(self) -> None:
        """Without a file that is the end of it."""
        self._store.close()

    def __enter__(self) -> Case:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def join(self) -> None:
        """Brings what was filed into stories; what they tell is worked out when it is asked for."""
        touched = {0}
        while touched:
            with self._store.change():
                touched = self._index.join()
                self._store.forget(touched)

    def _relate(self) -> None:
        """What was filed and not yet joined to a story, and the stories of which nothing is told yet."""
        self.join()
        untold = self._store.untold(self._index.stories())
        for i in range(0, len(untold), BATCH):
            with self._store.change():
                for story in untold[i : i + BATCH]:
                    self._store.keep(story, tell(self._store.readings(self._index.members(story)), self._groups))
