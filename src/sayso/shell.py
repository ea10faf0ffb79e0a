"""Where results and messages of the commands go."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from . import case
from .records import Missed, Reading
from .settings import load

if TYPE_CHECKING:
    from rich.console import Console

    from .case import Case


PIPED_WIDTH = 120
FEW = 50  # stories that are shown together, ordered by what their claims are to one another


@contextmanager
def reading(paths: list[str], known: case.Known | None = None) -> Iterator[Iterator[Reading | Missed]]:
    """Readings with a count of them on standard error, where that is a terminal and standard output is not being watched."""
    settings = load()
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield _told(case.read(paths, settings, None, known))
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console(stderr=True), transient=True) as shown:
        task = shown.add_task("reading", total=None)
        yield _told(case.read(paths, settings, lambda n: shown.advance(task, n), known))


@contextmanager
def relating(paths: list[str], file: Path | None = None) -> Iterator[tuple[Case, int]]:
    """A case with these reports in it, and how many of the inputs were missed. Without a file it is gone afterwards."""
    with case.opened(file, load()) as kept:
        missed = 0

        def found(several: Iterator[Reading | Missed]) -> Iterator[Reading]:
            nonlocal missed
            for one in several:
                if isinstance(one, Reading):
                    yield one
                else:
                    missed += 1

        if paths:
            with reading(paths, kept.has if file else None) as several:
                kept.add(found(several))
        yield kept, missed


def print_relations(kept: Case, changed: bool, json: bool) -> None:
    """As one JSON object; else shown together where they are few, story by story where they are many."""
    from .codec import relations_in_pieces
    from .present import comparison

    told = kept.told(changed)
    if json:
        put_pieces(relations_in_pieces(told))
        return
    first = list(islice(told, FEW))
    for one in [case.together(first)] if len(first) < FEW else chain(first, told):
        console().print(comparison(kept.readings([id for story in one.stories for id in story.reports]), one))


def print_readings(files: list[str], json: bool) -> int:
    """Each reading as soon as it is there; gives the number of inputs that were missed."""
    from .codec import reading_to_json

    def show(one: Reading) -> None:
        if json:
            put(reading_to_json(one))
        else:
            from .present import ledger

            console().print(ledger(one), "")

    return each(files, show)


def each(files: list[str], show: Callable[[Reading], None]) -> int:
    """Shows every reading as soon as it is there; gives the number of inputs that were missed."""
    missed = 0
    with reading(files) as found:
        for one in found:
            if isinstance(one, Missed):
                missed += 1
            else:
                show(one)
    return missed


def _told(found: Iterator[Reading | Missed]) -> Iterator[Reading | Missed]:
    for one in found:
        if isinstance(one, Missed):
            say(f"{one.path}: {one.problem.message}")
        yield one


def console(stderr: bool = False) -> Console:
    from rich.console import Console

    class Plain(Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError  # rich would exit with 1

    return Plain(stderr=stderr, highlight=False, emoji=False, width=None if sys.stdout.isatty() else PIPED_WIDTH)


def put(line: str) -> None:
    """A line on standard output, written at once; characters it cannot carry are escaped."""
    sys.stdout.buffer.write(line.encode("utf-8", "backslashreplace") + b"\n")
    sys.stdout.buffer.flush()


def put_pieces(pieces: Iterable[str]) -> None:
    """A line on standard output that may be too long to hold."""
    for piece in chain(pieces, ("\n",)):
        sys.stdout.buffer.write(piece.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()


def say(message: str) -> None:
    """A line on standard error."""
    print(f"sayso: {message}", file=sys.stderr)


def counted(number: int, name: str) -> str:
    """"1 report", "2 reports"."""
    return f"{number:,} {name}{'' if number == 1 else 's'}"


def as_object(**fields: object) -> str:
    """A line of JSON."""
    import json

    return json.dumps(fields, ensure_ascii=False)
