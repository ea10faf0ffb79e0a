"""Where results and messages of the commands go."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from . import case
from .records import Missed, Reading
from .settings import load

if TYPE_CHECKING:
    from rich.console import Console


PIPED_WIDTH = 120


@contextmanager
def reading(paths: list[str]) -> Iterator[Iterator[Reading | Missed]]:
    """Readings with a count of them on standard error, where that is a terminal and standard output is not being watched."""
    settings = load()
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield _told(case.read(paths, settings))
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console(stderr=True), transient=True) as shown:
        task = shown.add_task("reading", total=None)
        yield _told(case.read(paths, settings, lambda n: shown.advance(task, n)))


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
