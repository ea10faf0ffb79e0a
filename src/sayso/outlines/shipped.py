"""The outlines that the package ships: countries, states of the US, and the lines between neighbours."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from sayso.errors import ResourceError
from sayso.records import Geometry
from sayso.records.region import enclosing

from .outline import Outline
from .packed import Line, unpack

SHIPPED = Path(__file__).parent.parent / "data" / "outlines.sqlite"


@cache
def _base() -> sqlite3.Connection:
    try:
        return sqlite3.connect(f"{SHIPPED.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    except sqlite3.Error as error:
        raise ResourceError(f"outlines {SHIPPED}: {error}") from error


@lru_cache(maxsize=64)
def outline(key: str) -> Outline | None:
    """Of a country ("KE", ISO 3166-1 alpha-2) or a state of the US ("US.KS"); None where there is none."""
    row = _base().execute("SELECT rings, near, coarse, off FROM outline WHERE key = ?", (key,)).fetchone()
    return Outline(unpack(row[0]), row[1], unpack(row[2]), row[3]) if row else None


@lru_cache(maxsize=256)
def region(key: str) -> Geometry | None:
    """The same in few corners, as the region of a place."""
    row = _base().execute("SELECT few, astray FROM outline WHERE key = ?", (key,)).fetchone()
    lines = unpack(row[0]) if row else ()
    rings = [tuple((round(y, 3), round((x + 180) % 360 - 180, 3)) for y, x in line.tolist()) for line in lines]
    if not rings:
        return None
    lat, lon, km = enclosing([p for ring in rings for p in ring])
    at = round(lat, 4), round(lon, 4), round(km + row[1], 1)
    return Geometry("part", *at, outline=rings[0], of=(key,), more=tuple(rings[1:]), spare_km=row[1])


@lru_cache(maxsize=64)
def border(one: str, other: str) -> tuple[Line, ...]:
    """The lines along which two countries meet; none where they do not."""
    row = _base().execute("SELECT lines FROM border WHERE one = ? AND other = ?", tuple(sorted((one, other)))).fetchone()
    return unpack(row[0]) if row else ()


@lru_cache(maxsize=64)
def coast(key: str) -> tuple[Line, ...]:
    """Where a country or a state of the US meets the sea or a lake, within ten km; none for one without."""
    row = _base().execute("SELECT lines FROM coast WHERE key = ?", (key,)).fetchone()
    return unpack(row[0]) if row else ()


@lru_cache(maxsize=256)
def bordering(country: str) -> frozenset[str]:
    """Codes of the countries with which one shares a line."""
    rows = _base().execute("SELECT one, other FROM border WHERE one = ? OR other = ?", (country, country))
    return frozenset(code for pair in rows for code in pair if code != country)


def within(south: float, west: float, north: float, east: float) -> Iterator[str]:
    """Keys of the outlines that may reach into a part of the world, for a map."""
    ask = "SELECT DISTINCT key FROM outline WHERE north >= ? AND south <= ? AND east >= ? AND west <= ? ORDER BY key"
    for turn in (0, 360, -360):
        yield from (row[0] for row in _base().execute(ask, (south, north, west + turn, east + turn)))
