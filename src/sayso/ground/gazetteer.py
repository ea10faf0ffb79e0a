"""The embedded gazetteer: a read-only SQLite file, opened in a moment, looked up by folded name."""

from __future__ import annotations

import hashlib
import math
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.errors import ResourceError
from sayso.records.globe import distance_km

from .fold import fold, loose

if TYPE_CHECKING:
    from sayso.outlines import Outline

SHIPPED = Path(__file__).parent.parent / "data" / "gazetteer.sqlite"
CLASSES = ("country", "division", "county", "city", "continent", "region", "island", "mountains", "sea", "lake", "river")
_COLUMNS = "rank, geonames, name, class, country, admin1, county, lat, lon, population, radius, capital"
OWN = 1_000_000_000  # ranks of the n-th of a user's own files begin at n times this
Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One place. ``matched`` says how the name led here: "name", "alternate" or "sound" ("Pol-e Khomri")."""

    rank: int
    geonames: int | None
    name: str
    kind: str
    country: str | None
    admin1: str | None
    county: int | None  # rank of the county's entry
    lat: float
    lon: float
    population: int
    radius_km: float
    capital: bool
    matched: str = "name"

    def km_to(self, other: Entry) -> float:
        return distance_km(self.lat, self.lon, other.lat, other.lon)


class Gazetteer:
    """Lookup by name, in the order of importance. ``fingerprint`` names the data it answers from.

    The shipped file comes first; a user's own files follow it, each with ranks of its own thousand millions.
    """

    def __init__(self, bases: Sequence[sqlite3.Connection], fingerprint: str) -> None:
        self._bases = tuple(bases)
        self.fingerprint = fingerprint
        self.find = lru_cache(maxsize=4096)(self._find)
        self.country = lru_cache(maxsize=512)(self._country)
        self.capital = lru_cache(maxsize=512)(self._capital)
        self.division = lru_cache(maxsize=4096)(self._division)
        self.outline = lru_cache(maxsize=64)(self._outline)
        self.towns = lru_cache(maxsize=64)(self._towns)

    @classmethod
    def open(cls, path: Path | None = None, more: Sequence[Path] = ()) -> Gazetteer:
        """The shipped gazetteer, or the one at a path, and a user's own beside it; nothing is read before the first lookup."""
        opened = [_opened(p) for p in (path or SHIPPED, *more)]
        stamps = [stamp for _, stamp in opened]
        together = stamps[0] if len(stamps) == 1 else hashlib.sha256(" ".join(stamps).encode()).hexdigest()[:16]
        return cls([base for base, _ in opened], together)

    def _find(self, name: str, limit: int = 20) -> tuple[Entry, ...]:
        """Entries of a name, most important first; by sound only where the spelling is unknown."""
        if len(name) > 100:
            return ()
        ask = f"SELECT {_COLUMNS}, form FROM name JOIN place USING(rank) WHERE key = ? LIMIT ?"
        found = tuple(_entry(r, k, "alternate" if r[-1] else "name") for k, r in self._rows(ask, fold(name), limit))
        return found or self._by_sound(name, limit)

    def _by_sound(self, name: str, limit: int) -> tuple[Entry, ...]:
        key = loose(name)
        if len(key) < 5:
            return ()
        ask = f"SELECT {_COLUMNS} FROM sound JOIN place USING(rank) WHERE key = ? LIMIT ?"
        return tuple(_entry(r, k, "sound") for k, r in self._rows(ask, key, limit))

    def _rows(self, ask: str, *values: object) -> Iterator[tuple[int, Row]]:
        for k, base in enumerate(self._bases):
            for row in base.execute(ask, values):
                yield k, row

    def at(self, rank: int) -> Entry:
        """The entry of a rank, such as the county that a city names."""
        k, own = divmod(rank, OWN)
        row = self._bases[k].execute(f"SELECT {_COLUMNS} FROM place WHERE rank = ?", (own,)).fetchone()
        return _entry(row, k, "name")

    def above(self, entry: Entry) -> tuple[Entry, ...]:
        """The county and the division that hold a town, by its codes; those that have its own name are left out."""
        inner = [self.at(entry.county)] if entry.kind == "city" and entry.county is not None else []
        outer = self.division(entry.country, entry.admin1) if entry.country and entry.admin1 else None
        held = (*inner, *([outer] if outer and entry.kind in ("city", "county") else []))
        return tuple(e for e in held if e.name != entry.name)

    def _country(self, code: str) -> Entry | None:
        """The country with an ISO 3166-1 alpha-2 code."""
        return self._one("class < 2 AND class = 0 AND country = ?", code)

    def _division(self, country: str, admin1: str) -> Entry | None:
        """The first-level division of a country with GeoNames' code: ("US", "TX") is Texas."""
        return self._one("class < 2 AND class = 1 AND country = ? AND admin1 = ?", country, admin1)

    def _capital(self, country: str) -> Entry | None:
        """The seat of a country's government. Capitals stand among the most important places."""
        return self._one("rank < 40000 AND capital = 1 AND country = ?", country)

    def _one(self, where: str, *values: str) -> Entry | None:
        found = self._rows(f"SELECT {_COLUMNS} FROM place WHERE {where} LIMIT 1", *values)
        return next((_entry(row, k, "name") for k, row in found), None)

    @lru_cache(maxsize=512)  # noqa: B019 - a gazetteer lives as long as the process
    def neighbours(self, country: str) -> frozenset[str]:
        """Codes of the countries that border on one."""
        return frozenset(str(r[0]) for _, r in self._rows("SELECT other FROM neighbour WHERE country = ?", country))

    def _towns(self, country: str, admin1: str | None) -> tuple[tuple[float, float], ...]:
        """Latitudes and longitudes of the towns of a country, or of one of its divisions. Reads the whole file once."""
        where = "class = 3 AND country = ?" + ("" if admin1 is None else " AND admin1 = ?")
        rows = self._rows(f"SELECT lat, lon FROM place WHERE {where}", *(v for v in (country, admin1) if v is not None))
        return tuple((r[0] / 10_000, r[1] / 10_000) for _, r in rows)

    def _outline(self, entry: Entry) -> Outline | None:
        """A user's own outline of a place of that name, kind and country; the package's are in ``sayso.outlines``."""
        if len(self._bases) == 1:
            return None
        from sayso.outlines import Outline, unpack

        ask = ("SELECT rings, near, coarse, off FROM name JOIN place USING(rank) JOIN outline USING(rank) "
               "WHERE key = ? AND class = ? AND country IS ? LIMIT 1")  # fmt: skip
        for base in self._bases[1:]:
            with suppress(sqlite3.OperationalError):  # a file without outlines
                row = base.execute(ask, (fold(entry.name), CLASSES.index(entry.kind), entry.country)).fetchone()
                if row:
                    return Outline(unpack(row[0]), row[1], unpack(row[2]), row[3])
        return None

    @property
    def size(self) -> int:
        """How many places it has; counts them. No ``__len__``, which every "if gazetteer" would call."""
        return sum(int(base.execute("SELECT count(*) FROM place").fetchone()[0]) for base in self._bases)

    @property
    def source(self) -> str:
        """Where the places of the first file come from, in a word."""
        row = self._bases[0].execute("SELECT value FROM about WHERE field = 'source'").fetchone()
        return str(row[0]) if row else ""

    def close(self) -> None:
        for base in self._bases:
            base.close()


def _opened(path: Path) -> tuple[sqlite3.Connection, str]:
    try:
        base = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        stamp = base.execute("SELECT value FROM about WHERE field = 'digest'").fetchone()
    except sqlite3.Error as error:
        raise ResourceError(f"gazetteer {path}: {error}") from error
    return base, stamp[0] if stamp else hashlib.sha256(str(path.stat().st_size).encode()).hexdigest()[:16]


def _entry(row: Row, base: int, matched: str) -> Entry:
    rank, geonames, name, kind, country, admin1, county, lat, lon, population, radius, capital = row[:12]
    size = float(radius or 1.5 + math.sqrt(population) / 100)
    first = base * OWN
    return Entry(rank + first, geonames, name, CLASSES[kind], country, admin1, None if county is None else county + first,
                 lat / 10_000, lon / 10_000, population, size, bool(capital), matched)  # fmt: skip
