"""Whatever a user names, in order: reports to be read, and readings that need not be read again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from sayso import ingest
from sayso.records import Missed, Reading, Report
from sayso.resources import Resources

from .batches import Progress, readings
from .lines import is_lines, lines

Known = Callable[[str, str], bool]


def inputs(
    paths: Sequence[str], resources: Resources, progress: Progress | None = None, known: Known | None = None
) -> Iterator[Reading | Missed]:
    """A reading a report; ``known`` tells of a report's id and a fingerprint whether that reading is not wanted again."""
    for printed, several in groupby(paths, is_lines):
        if printed:
            for path in several:
                yield from lines(path, resources.settings.max_bytes)
        else:
            reports = ingest.reports(several, resources.settings)
            yield from readings((r for r in reports if not (known and _known(r, known, resources))), resources, progress)


def _known(report: Report | Missed, known: Known, resources: Resources) -> bool:
    return isinstance(report, Report) and known(report.id, resources.fingerprint)
