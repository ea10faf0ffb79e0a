"""What the user can set: one frozen value, from ``sayso.toml`` and the environment. Nothing is read at import."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path

from .errors import SettingsError


@dataclass(frozen=True, slots=True)
class Settings:
    """``max_bytes`` caps an input file, ``max_words`` what is read of one report, ``threads`` the encoder (0: all cores)."""

    max_bytes: int = 20_000_000
    max_words: int = 200_000
    threads: int = 0
    home: str = ""  # the user's data folder; "" for ~/.local/share/sayso

    @property
    def folder(self) -> Path:
        """The user's data folder, whether it is there or not."""
        return Path(self.home).expanduser() if self.home else Path.home() / ".local" / "share" / "sayso"


def load(folder: Path | None = None, environment: Mapping[str, str] | None = None) -> Settings:
    """Settings of ``sayso.toml`` in a folder (default: the current one), overridden by ``SAYSO_<NAME>`` variables."""
    given = dict(_file(folder or Path()))
    variables = os.environ if environment is None else environment
    given |= {f.name: variables[f"SAYSO_{f.name.upper()}"] for f in fields(Settings) if f"SAYSO_{f.name.upper()}" in variables}
    return replace(Settings(), **{name: _value(name, value) for name, value in given.items()})  # type: ignore[arg-type]


def _file(folder: Path) -> dict[str, object]:
    path = folder / "sayso.toml"
    if not path.is_file():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise SettingsError(f"{path}: {error}") from error


def _value(name: str, value: object) -> int | str:
    known = {f.name: f.type for f in fields(Settings)}
    if name not in known:
        raise SettingsError(f"unknown setting {name!r}; known: {', '.join(sorted(known))}")
    if known[name] == "str":
        return str(value)
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    if isinstance(value, str) and value.strip().isdigit():
        return int(value)
    raise SettingsError(f"setting {name!r} must be a whole number, not {value!r}")
