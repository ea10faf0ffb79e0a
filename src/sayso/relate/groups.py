"""Who owns an outlet: papers and channels of one publishing group are of one house. The user can add groups of his own."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.errors import InputError

from .media import media

OWN = "groups.tsv"  # in the user's data folder
_TABLE = Path(__file__).parent.parent / "data" / "groups.tsv"


@dataclass(frozen=True)
class Owners:
    """``by_outlet``: an outlet's key to its owner's name."""

    by_outlet: dict[str, str]

    def of(self, publisher: str | None) -> str | None:
        return self.by_outlet.get(publisher or "")


def owners(own: Path | None = None) -> Owners:
    """The shipped table and the user's own, whose lines go before."""
    own = own if own and own.is_file() else None
    return _load(own, own.stat().st_mtime_ns if own else 0)


@functools.cache
def _load(own: Path | None, _: int) -> Owners:
    found: dict[str, str] = {}
    for path in (_TABLE, *([own] if own else ())):
        for owner, outlets in rows(path):
            found |= {media("en").key(name) or name.casefold(): owner for name in outlets}
    return Owners(found)


def rows(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Owner and outlets ("|" between) of each line; a line that begins with "#" is a remark."""
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        outlets = [name.strip() for name in cells[1].split("|") if name.strip()] if len(cells) > 1 else []
        if not cells[0] or not outlets:
            raise InputError(str(path), f"line {number}: wanted an owner, a tab, and outlets with | between")
        yield cells[0], outlets
