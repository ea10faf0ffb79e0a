"""Reports read in batches of words, as a stream."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice

from sayso.records import Missed, Reading, Report
from sayso.resources import Resources

Progress = Callable[[int], None]
Batch = list[Report | Missed]
# Enough windows to keep every core reading, and few enough to hold: about two kilobytes a word.
BATCH_WORDS = 10_000
_CHARACTERS_PER_WORD = 6


def readings(
    reports: Iterable[Report | Missed], resources: Resources, progress: Progress | None = None, processes: int = 1
) -> Iterator[Reading | Missed]:
    """A reading a report, in order; what gave no report passes through as it came.

    Reports are taken from the iterable as they are needed and let go once read. ``progress`` is
    told after each batch how many of them it held. More ``processes`` than one give the same
    readings sooner, where there is more than one batch; the caller's main module must then be
    importable, as Python's ``spawn`` has it.
    """
    waiting = batches(reports)
    first = list(islice(waiting, 2 if processes > 1 else 1))
    several = processes > 1 and len(first) > 1
    found = _in_processes if several else _here
    for batch, read in found(chain(first, waiting), resources, processes):
        answers = iter(read)
        yield from (next(answers) if isinstance(r, Report) else r for r in batch)
        if progress:
            progress(len(batch))


def _here(found: Iterable[Batch], resources: Resources, processes: int) -> Iterator[tuple[Batch, list[Reading]]]:  # noqa: ARG001
    for batch in found:
        reports = _reports(batch)
        resources.begin(r.language for r in reports)
        from sayso import pipeline  # the parser loads while the stages are imported

        yield batch, pipeline.read(reports, resources)


def _in_processes(found: Iterable[Batch], resources: Resources, processes: int) -> Iterator[tuple[Batch, list[Reading]]]:
    from .pool import pooled

    sent: deque[Batch] = deque()

    def going() -> Iterator[list[Report]]:
        for batch in found:
            sent.append(batch)
            yield _reports(batch)

    for read in pooled(going(), resources.settings, processes):
        yield sent.popleft(), read


def _reports(batch: Batch) -> list[Report]:
    return [r for r in batch if isinstance(r, Report)]


def batches(reports: Iterable[Report | Missed], words: int = BATCH_WORDS) -> Iterator[Batch]:
    """Neighbouring reports with at least ``words`` words together, more or less."""
    batch: Batch = []
    held = 0
    for report in reports:
        batch.append(report)
        held += len(report.text) // _CHARACTERS_PER_WORD if isinstance(report, Report) else 0
        if held >= words:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch
