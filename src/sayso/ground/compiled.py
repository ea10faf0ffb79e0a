"""Writes places into the file that a gazetteer answers from."""

from __future__ import annotations

import hashlib
import math
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from sayso.outlines import Outline, closed, pack

from .fold import fold, loose
from .gazetteer import CLASSES

OWN = frozenset(CLASSES[5:])  # names of our own table are all good ones
SCHEMA = """
CREATE TABLE place(rank INTEGER PRIMARY KEY, geonames INTEGER, name TEXT, class INTEGER, country TEXT, admin1 TEXT,
                   county INTEGER, lat INTEGER, lon INTEGER, population INTEGER, radius INTEGER, capital INTEGER);
CREATE TABLE name(key TEXT, rank INTEGER, form INTEGER, PRIMARY KEY(key, rank)) WITHOUT ROWID;
CREATE TABLE sound(key TEXT, rank INTEGER, PRIMARY KEY(key, rank)) WITHOUT ROWID;
CREATE TABLE neighbour(country TEXT, other TEXT, PRIMARY KEY(country, other)) WITHOUT ROWID;
CREATE TABLE about(field TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
"""
OUTLINES = "CREATE TABLE outline(rank INTEGER PRIMARY KEY, rings BLOB, near INTEGER, coarse BLOB, off REAL);"
FINE = 0.2  # km by which an outline that is kept may be off
POINTS = 50_000  # of a ring that are looked at


@dataclass(frozen=True)
class Row:
    """One place before it has its rank; ``others`` are alternate names."""

    name: str
    kind: str
    country: str
    lat: float
    lon: float
    population: int = 0
    radius: float = 5.0
    geonames: int | None = None
    admin1: str = ""
    county: str = ""
    capital: int = 0
    others: tuple[str, ...] = field(default=())
    rings: tuple[tuple[tuple[float, float], ...], ...] = field(default=(), repr=False)  # its outline: latitudes and longitudes

    @property
    def importance(self) -> float:
        """What the lookup lists first: size, and that countries, regions and capitals are written about."""
        bonus = {"country": 3.0, "continent": 3.0, "division": 0.5, "county": -1.0, "city": 0.0}.get(self.kind, 2.0)
        return math.log10(self.population + 10) + bonus + self.capital


def write(
    places: Iterable[Row], out: Path, source: str, transliterated: Collection[str] = (), borders: Iterable[tuple[str, str]] = ()
) -> None:
    """A fresh file with these places; the same places give the same bytes.

    ``transliterated`` are the countries whose places are also found by sound, ``borders`` pairs of neighbouring countries.
    """
    rows = sorted(places, key=lambda r: (-r.importance, r.geonames or 0, r.kind, r.country, r.admin1, r.name))
    within = {(r.country, r.admin1, r.name): i for i, r in enumerate(rows) if r.kind == "county"}
    out.unlink(missing_ok=True)
    base = sqlite3.connect(out)
    base.executescript("PRAGMA page_size=4096;" + SCHEMA)
    base.executemany("INSERT INTO place VALUES(?,?,?,?,?,?,?,?,?,?,?,?)", (_stored(i, r, within) for i, r in enumerate(rows)))
    base.executemany("INSERT INTO name VALUES(?,?,?)", sorted(_names(rows)))
    base.executemany("INSERT INTO sound VALUES(?,?)", sorted(_sounds(rows, transliterated)))
    base.executemany("INSERT INTO neighbour VALUES(?,?)", sorted(borders))
    if any(r.rings for r in rows):
        base.execute(OUTLINES)
        base.executemany("INSERT INTO outline VALUES(?,?,?,?,?)", _outlines(rows))
    base.execute("CREATE INDEX division ON place(country, admin1) WHERE class < 2")
    digest = hashlib.sha256("\n".join(base.iterdump()).encode()).hexdigest()[:16]
    base.executemany("INSERT INTO about VALUES(?, ?)", [("digest", digest), ("source", source)])
    base.commit()
    base.execute("VACUUM")
    base.close()


def _stored(rank: int, r: Row, within: dict[tuple[str, str, str], int]) -> tuple[object, ...]:
    """A row as stored: degrees in ten-thousandths, no radius where it follows from the population, the county by its rank."""
    radius = None if r.kind == "city" else max(1, round(r.radius))
    lon = (r.lon + 180) % 360 - 180
    return (rank, r.geonames, r.name, CLASSES.index(r.kind), r.country or None, r.admin1 or None,
            within.get((r.country, r.admin1, r.county)), round(r.lat * 10_000), round(lon * 10_000), r.population, radius,
            r.capital or None)  # fmt: skip


def _outlines(rows: list[Row]) -> Iterator[tuple[object, ...]]:
    for rank, row in enumerate(rows):
        known = (np.array(ring, float)[:: 1 + len(ring) // POINTS] for ring in row.rings if len(ring) > 2)
        thin = [t for ring in known if len(t := closed(ring, FINE)) > 2]
        if thin:
            coarse, off = Outline(tuple(thin)).coarsened()
            yield rank, pack(thin), len(thin), pack(coarse), off


def _names(rows: list[Row]) -> Iterator[tuple[str, int, int]]:
    for rank, row in enumerate(rows):
        keys: dict[str, int] = {}
        own = int(row.kind not in OWN)
        for form, name in [(0, row.name), *((own, n) for n in row.others)]:
            keys.setdefault(fold(name), form)
        yield from ((key, rank, form) for key, form in keys.items() if len(key) > 1)


def _sounds(rows: list[Row], transliterated: Collection[str]) -> Iterator[tuple[str, int]]:
    """Keys by sound for countries whose names reach English by transliteration."""
    for rank, row in enumerate(rows):
        if row.country in transliterated and row.kind in ("city", "division"):
            yield from ((key, rank) for key in {loose(n) for n in (row.name, *row.others)} if len(key) > 3)
