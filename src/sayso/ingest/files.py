"""Finding and reading the files of reports."""

from __future__ import annotations

import os
import select
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from sayso.errors import InputError

SUFFIXES = (".txt", ".text", ".html", ".htm", ".xhtml", ".pdf", ".docx")
STDIN = Path("-")
_PIECE = 1_000_000


class Original(NamedTuple):
    """The bytes of a report and the name they go by: ``Original("wire.txt", b"KABUL, March 1 - ...")``."""

    name: str
    data: bytes


def find(paths: Iterable[Path | str]) -> Iterator[Path]:
    """The files to read: folders walked in sorted order for known suffixes, files named outright always, "-" as it is.

    A folder without any such file comes out itself, so that reading it says so. Nothing comes twice.
    """
    seen: set[str] = set()
    for path in map(Path, paths):
        for file in _inside(path) if path.is_dir() else (path,):
            key = os.path.realpath(file)
            if file == STDIN or key not in seen:
                seen.add(key)
                yield file


def _inside(folder: Path) -> Iterator[Path]:
    empty = True
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(SUFFIXES) and not name.startswith((".", "~$")):
                empty = False
                yield Path(root) / name
    if empty:
        yield folder


def read(path: Path, limit: int) -> Original:
    """A file's bytes (standard input's for "-"); ``InputError`` where it is missing, unreadable, empty or too large."""
    if path == STDIN:
        return sized(Original("-", _bytes(sys.stdin.buffer, limit + 1)), limit)
    if path.is_dir():
        raise InputError(str(path), f"a folder without reports (looked for {' '.join(SUFFIXES)})")
    try:
        with path.open("rb") as file:
            data = _bytes(file, limit + 1)
    except FileNotFoundError:
        raise InputError(str(path), "no such file") from None
    except (OSError, ValueError) as error:
        raise InputError(str(path), f"cannot be read: {getattr(error, 'strerror', None) or error}") from error
    return sized(Original(str(path), data), limit)


def _bytes(file: BinaryIO, most: int) -> bytes:
    """The first bytes, at most so many. For those of a pipe it waits a second at a time.

    Python sleeps through an interrupt that comes just before it begins to wait for bytes.
    """
    if not _is_pipe(file):
        return file.read(most)
    parts, left = list[bytes](), most
    while left:
        while not select.select([file], [], [], 1.0)[0]:
            pass
        part = os.read(file.fileno(), min(left, _PIECE))
        if not part:
            break
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def _is_pipe(file: BinaryIO) -> bool:
    """Whether it can be waited for: a pipe or a terminal, where the system tells of those."""
    try:
        mode = os.fstat(file.fileno()).st_mode
    except OSError:  # no file of the system's
        return False
    return os.name != "nt" and (stat.S_ISFIFO(mode) or stat.S_ISCHR(mode))


def sized(original: Original, limit: int) -> Original:
    """The original itself; ``InputError`` where it is empty or too large."""
    if len(original.data) > limit:
        raise InputError(original.name, f"larger than {limit:,} bytes (setting max_bytes)")
    if not original.data:
        raise InputError(original.name, "empty")
    return original
