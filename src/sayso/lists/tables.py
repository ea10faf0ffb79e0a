"""Lists as tables of text: rows as they are read, never the whole file."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from sayso.errors import InputError

_CELL = 1_000_000  # characters
_LINE = 4_000_000


def rows(path: Path, delimiter: str = ",", skip: int = 0) -> Iterator[list[str]]:
    """Rows of cells. Raises ``InputError`` where the file is no table."""
    csv.field_size_limit(_CELL)
    try:
        with path.open(encoding=_encoding(path), errors="replace", newline="") as file:
            lines = (line.replace("\0", "").replace("\x1a", "") for line in _lines(path, file))
            for _ in range(skip):
                next(lines, "")
            yield from csv.reader(lines, delimiter=delimiter)
    except csv.Error as error:
        raise InputError(str(path), f"not a table: {error}") from error
    except OSError as error:
        raise InputError(str(path), error.strerror or str(error)) from error


def records(path: Path, delimiter: str = ",", skip: int = 0) -> Iterator[dict[str, str]]:
    """Rows by the heading's names in lower case; of columns with one name the first that is filled."""
    found = rows(path, delimiter, skip)
    heading = [" ".join(cell.lower().split()) for cell in next(found, [])]
    for row in found:
        record: dict[str, str] = {}
        for name, cell in zip(heading, row, strict=False):
            if not record.get(name):
                record[name] = cell.strip()
        yield record


def lines(path: Path) -> Iterator[str]:
    """Lines of a text in UTF-8. Raises ``InputError``."""
    try:
        with path.open(encoding="utf-8-sig", errors="replace") as file:
            yield from _lines(path, file)
    except OSError as error:
        raise InputError(str(path), error.strerror or str(error)) from error


def _lines(path: Path, file: TextIO) -> Iterator[str]:
    """Lines of bearable length: one without an end must not fill the memory."""
    while line := file.readline(_LINE):
        if len(line) >= _LINE:
            raise InputError(str(path), f"has a line of more than {_LINE:,} characters")
        yield line


def _encoding(path: Path) -> str:
    """UTF-8, or what old tables of Windows are written in."""
    with path.open("rb") as file:
        head = file.read(1_000_000)
    try:
        head[: len(head) - 4].decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def first(record: dict[str, str], *names: str) -> str:
    """The first filled cell of these columns."""
    return next((record[n] for n in names if record.get(n)), "")
