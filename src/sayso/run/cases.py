"""A case: readings, the stories that they tell, and the relations of each story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType

from sayso.records import Reading, Relations
from sayso.relate import relate


class Case:
    """Readings that are related story by story; kept in ``file``, or gone once it is closed where there is none."""

    def __init__(self, file: Path | None = None) -> None:
        self.file = file
        self._readings: dict[str, Reading] = {}

    def add(self, found: Iterable[Reading]) -> int:
        """Takes readings in, a report that comes again in the place of the one before; gives how many were new."""
        before = len(self._readings)
        self._readings.update((r.report.id, r) for r in found)
        return len(self._readings) - before

    def told(self, changed: bool = False) -> Iterator[Relations]:  # noqa: ARG002 - all are, without a file
        """One story after another, in the order of their first reports; or only those that the last ``add`` changed."""
        found = relate(list(self._readings.values()))
        for story in found.stories:
            ids = set(story.reports)
            yield Relations(
                (story,),
                tuple(r for r in found.relations if r.left.report in ids),
                tuple(t for t in found.tallies if t.story == story.id),
            )

    def readings(self, ids: Iterable[str]) -> list[Reading]:
        """Those that the case has of these reports, in the order given."""
        return [self._readings[i] for i in ids if i in self._readings]

    def close(self) -> None:
        """Gives back what the case holds; without a file that is the end of it."""
        self._readings.clear()

    def __enter__(self) -> Case:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()
