"""A language pack: a folder of commented tables beside the model files."""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.errors import ResourceError

_HERE = Path(__file__).parent


def packs() -> tuple[str, ...]:
    """Codes of the languages that have a pack: folders with a ``pack.toml``."""
    return tuple(sorted(p.parent.name for p in _HERE.glob("*/pack.toml")))


def load(code: str) -> Pack:
    """The pack of a language; raises ``ResourceError`` that lists the known ones."""
    if code not in packs():
        raise ResourceError(f"no language pack for {code!r}; there are: {', '.join(packs())}")
    return Pack(code, _HERE / code)


@dataclass(frozen=True)
class Pack:
    """Tables are read on first use and kept for the life of the process."""

    code: str
    folder: Path

    def table(self, name: str) -> tuple[tuple[str, ...], ...]:
        """Rows of ``name.tsv`` as tuples of cells; lines that begin with ``#`` and empty lines are left out."""
        return _table(self.folder / f"{name}.tsv")

    def column(self, name: str, index: int = 0) -> frozenset[str]:
        """One column of a table as a set."""
        return frozenset(row[index] for row in self.table(name) if len(row) > index)

    def mapping(self, name: str) -> dict[str, tuple[str, ...]]:
        """A table's first column to the rest of the row."""
        return {row[0]: row[1:] for row in self.table(name)}

    def toml(self, name: str) -> dict[str, Any]:
        """``name.toml`` as a dictionary."""
        return _toml(self.folder / f"{name}.toml")


@functools.cache
def _table(path: Path) -> tuple[tuple[str, ...], ...]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise ResourceError(f"language pack is missing {path.name}: {error}") from error
    return tuple(tuple(map(str.strip, line.split("\t"))) for line in lines if not line.startswith("#") and line.strip())


@functools.cache
def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise ResourceError(f"language pack: {path.name}: {error}") from error
