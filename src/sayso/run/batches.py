"""Reports read in batches of words, as a stream."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from sayso.records import Missed, Reading, Report
from sayso.resources import Resources

Progress = Callable[[int], None]
# Enough windows to keep every core reading, and few enough to hold: about two kilobytes a word.
BATCH_WORDS = 10_000
_CHARACTERS_PER_WORD = 6


def readings(
    reports: Iterable[Report | Missed], resources: Resources, progress: Progress | None = None
) -> Iterator[Reading | Missed]:
    """A reading a report, in order; what gave no report passes through as it came.

    Reports are taken from the iterable as they are needed and let go once read. ``progress`` is
    told after each batch how many of them it held.
    """
    for batch in batches(reports):
        resources.begin(r.language for r in batch if isinstance(r, Report))
        from sayso import pipeline  # the parser loads while the stages are imported

        found = iter(pipeline.read([r for r in batch if isinstance(r, Report)], resources))
        yield from (next(found) if isinstance(r, Report) else r for r in batch)
        if progress:
            progress(len(batch))


def batches(reports: Iterable[Report | Missed], words: int = BATCH_WORDS) -> Iterator[list[Report | Missed]]:
    """Neighbouring reports with at least ``words`` words together, more or less."""
    batch: list[Report | Missed] = []
    held = 0
    for report in reports:
        batch.append(report)
        held += len(report.text) // _CHARACTERS_PER_WORD if isinstance(report, Report) else 0
        if held >= words:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch
