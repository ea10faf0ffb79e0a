"""Batches read in several processes at once, each with resources of its own; the same readings in the same order."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from multiprocessing import get_context

from sayso.errors import SaysoError
from sayso.records import Reading, Report
from sayso.resources import Resources
from sayso.settings import Settings

_own: Resources | None = None


def pooled(batches: Iterable[list[Report]], settings: Settings, processes: int) -> Iterator[list[Reading]]:
    """The readings of each batch, in order; at most two batches a process are held at any time."""
    # Spawned, since a copy of a process whose encoder has threads would wait for threads that it has not.
    context = get_context("spawn")
    with ProcessPoolExecutor(processes, context, _begin, (replace(settings, threads=1),)) as pool:
        waiting: deque[Future[list[Reading]]] = deque()
        try:
            for batch in batches:
                waiting.append(pool.submit(_read, batch))
                if len(waiting) >= 2 * processes:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool as error:
            raise SaysoError("a reading process was ended from outside, perhaps for want of memory") from error
        finally:
            for future in waiting:
                future.cancel()


def _begin(settings: Settings) -> None:
    global _own  # noqa: PLW0603 - what one process loads once
    _own = Resources(settings)


def _read(batch: list[Report]) -> list[Reading]:
    from sayso import pipeline

    return pipeline.read(batch, _own or Resources())
