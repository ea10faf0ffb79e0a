"""Compiles the outlines that the package ships: ``python -m training.outlines SOURCES OUT``.

SOURCES is the folder of ``training.gazetteer``: countryInfo.txt, and what ``npm pack us-atlas@3.0.1 world-atlas@2.0.2`` fetches.
The same sources give the same bytes.
"""

from __future__ import annotations

import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from sayso.outlines.lines import km_to, roughly, thinned
from sayso.outlines.outline import Outline
from sayso.outlines.packed import Line, pack, unpack
from training.topology import Topology, area

KM = 1.0  # by so much a line may be off
SHORE, SHORE_MOST, SHORES = 4.0, 10.0, 25  # km by which a coast may be off, and how many lines of one are kept
BESIDE = 15.0  # km from the border of the country at which an edge of a state is one
APART = 300.0  # km of sea behind which islands are no part of "the south of" their country
LARGE = 0.25  # share of the whole that is a part wherever it lies: Sarawak, but not Alaska
COARSE = 2.0  # km; outlines that would be off by less are not kept a second time
FEW = 120  # corners of a country as the region of a place
LEAST = 4.0  # square km of an island or lake that is kept, unless it is all of its country
# Shapes without a number of their own.
HOMES = {"N. Cyprus": "CY", "Cyprus U.N. Buffer Zone": "CY", "Somaliland": "SO", "Kosovo": "XK", "Baikonur": "KZ"}
STATES = {
    "01": "AL", "02": "AK", "04": "AZ", "05": "AR", "06": "CA", "08": "CO", "09": "CT", "10": "DE", "11": "DC", "12": "FL",
    "13": "GA", "15": "HI", "16": "ID", "17": "IL", "18": "IN", "19": "IA", "20": "KS", "21": "KY", "22": "LA", "23": "ME",
    "24": "MD", "25": "MA", "26": "MI", "27": "MN", "28": "MS", "29": "MO", "30": "MT", "31": "NE", "32": "NV", "33": "NH",
    "34": "NJ", "35": "NM", "36": "NY", "37": "NC", "38": "ND", "39": "OH", "40": "OK", "41": "OR", "42": "PA", "44": "RI",
    "45": "SC", "46": "SD", "47": "TN", "48": "TX", "49": "UT", "50": "VT", "51": "VA", "53": "WA", "54": "WV", "55": "WI",
    "56": "WY",
}  # fmt: skip
SCHEMA = """
CREATE TABLE outline(key TEXT PRIMARY KEY, south REAL, west REAL, north REAL, east REAL, near INTEGER, rings BLOB, coarse BLOB,
                     off REAL, few BLOB, astray REAL) WITHOUT ROWID;
CREATE TABLE border(one TEXT, other TEXT, lines BLOB, PRIMARY KEY(one, other)) WITHOUT ROWID;
CREATE TABLE coast(key TEXT PRIMARY KEY, lines BLOB) WITHOUT ROWID;
CREATE TABLE about(field TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
"""
SOURCE = "Natural Earth 4.1, 1:10m, and US Census Bureau; public domain"


def main(sources: Path, out: Path) -> None:
    world = Topology.read(sources / "world-atlas-2.0.2.tgz", "package/countries-10m.json", "countries")
    states = Topology.read(sources / "us-atlas-3.0.1.tgz", "package/states-10m.json", "states")
    lands = by_code(world, codes(sources / "countryInfo.txt"))
    inner = {f"US.{STATES[s.id]}": s.arcs for s in states.shapes if s.id in STATES}
    out.unlink(missing_ok=True)
    base = sqlite3.connect(out)
    base.executescript("PRAGMA page_size=4096;" + SCHEMA)
    rows = [*_rows(world, lands), *_rows(states, inner)]
    base.executemany("INSERT INTO outline VALUES(?,?,?,?,?,?,?,?,?,?,?)", sorted(rows))
    base.executemany("INSERT INTO border VALUES(?,?,?)", sorted(borders(world, lands)))
    base.executemany("INSERT INTO coast VALUES(?,?)", sorted([*coasts(world, lands), *_state_coasts(states, inner, base)]))
    base.execute("INSERT INTO about VALUES('source', ?)", (SOURCE,))
    base.commit()
    base.execute("VACUUM")
    base.close()


def codes(countries: Path) -> dict[str, str]:
    """ISO 3166-1 numbers to alpha-2 codes."""
    lines = (line.split("\t") for line in countries.read_text("utf-8").splitlines() if line and line[0] != "#")
    return {c[2].zfill(3): c[0] for c in lines if c[0] not in ("CS", "AN")}


def by_code(world: Topology, known: dict[str, str]) -> dict[str, list[int]]:
    """The arcs of each country; those between two of its parts cancel one another, as they are on both."""
    found: dict[str, list[int]] = defaultdict(list)
    for shape in world.shapes:
        code = known.get(shape.id.zfill(3)) if shape.id else HOMES.get(shape.name)
        if code:
            found[code] += shape.arcs
    return {code: _outer(arcs) for code, arcs in found.items()}


def _outer(arcs: list[int]) -> list[int]:
    there = set(arcs)
    return [a for a in arcs if ~a not in there]


def _rows(topology: Topology, lands: dict[str, list[int]]) -> Iterator[tuple[str | float | bytes, ...]]:
    for code, arcs in lands.items():
        thin = {a: thinned(topology.line(a), KM) for a in arcs}
        rings = [_unbroken(r) for r in topology.closed(arcs, thin) if len(r) > 2]
        large = [r for r in rings if abs(area(r)) >= LEAST] or sorted(rings, key=lambda r: -abs(area(r)))[:1]
        if large:
            points = np.vstack(large)
            (south, west), (north, east) = points.min(axis=0), points.max(axis=0)
            near, far = _parted(_turned(large))
            coarse, off = Outline((*near, *far), len(near)).coarsened()
            box = (round(float(v), 3) for v in (south, west, north, east))
            few, astray = roughly([*near, *far], FEW, KM, rings=True)
            yield (code, *box, len(near), pack([*near, *far]), pack(coarse if off > COARSE else ()), round(off, 1),
                   pack([_unbroken(np.array(ring)) for ring in few]), round(astray, 1))  # fmt: skip


def _unbroken(ring: Line) -> Line:
    """Longitudes that run on over the date line; a ring about the pole goes by it."""
    lons = np.degrees(np.unwrap(np.radians(np.append(ring[:, 1], ring[0, 1]))))
    even = np.column_stack([ring[:, 0], lons[:-1]])
    if abs(lons[-1] - lons[0]) > 180:
        even = np.vstack([even, [(ring[0, 0], lons[-1]), (-90.0, lons[-1]), (-90.0, lons[0])]])
    return even


def _parted(rings: list[Line]) -> tuple[list[Line], list[Line]]:
    """Those about the largest, and those far away from them."""
    near, left = rings[:1], rings[1:]
    total = sum(abs(area(r)) for r in rings)
    while True:
        more = [r for r in left if abs(area(r)) > LARGE * total or any(_gap(r, n) < APART for n in near)]
        if not more:
            return near, left
        near, left = near + more, [r for r in left if not any(r is m for m in more)]


def _gap(one: Line, other: Line) -> float:
    """Kilometres between two rings, by some of their points."""
    (south, west), (north, east) = other.min(axis=0), other.max(axis=0)
    slack = APART / 111.2
    few = one[:: max(1, len(one) // 30)]
    wide = slack / np.maximum(np.cos(np.radians(few[:, 0])), 0.05)
    lons = west - wide + (few[:, 1] - west + wide) % 360  # the same meridian, not west of the box
    close = (few[:, 0] > south - slack) & (few[:, 0] < north + slack) & (lons < east + wide)
    return min((km_to(other, float(lat), float(lon), closed=True) for lat, lon in few[close]), default=APART)


def _turned(rings: list[Line]) -> list[Line]:
    """Outer rings against the clock, holes with it, the largest first."""
    found = []
    for i, ring in enumerate(rings):
        others = Outline(tuple(rings[:i] + rings[i + 1 :]))
        inner = all(others.contains(float(lat), float(lon)) for lat, lon in ring[:: max(1, len(ring) // 7)])
        found.append(ring if (area(ring) < 0) == inner else ring[::-1])
    return sorted(found, key=lambda r: -abs(area(r)))


def borders(world: Topology, lands: dict[str, list[int]]) -> Iterator[tuple[str, str, bytes]]:
    """Arcs that two countries have in common, joined end to end."""
    owner = {arc: code for code, arcs in lands.items() for arc in arcs}
    shared: dict[tuple[str, str], list[int]] = defaultdict(list)
    for arc, code in owner.items():
        other = owner.get(~arc)
        if other and code < other:
            shared[code, other].append(arc)
    for (one, other), arcs in shared.items():
        yield one, other, pack(sorted((thinned(line, KM) for line in world.chained(arcs)), key=len, reverse=True))


def coasts(world: Topology, lands: dict[str, list[int]]) -> Iterator[tuple[str, bytes]]:
    """Arcs that no two have in common, of islands that matter."""
    owned = {arc for arcs in lands.values() for arc in arcs}
    for code, arcs in lands.items():
        lines = list(world.chained([arc for arc in arcs if ~arc not in owned]))
        if lines:
            yield code, pack(_shores(lines))


def _shores(lines: list[Line]) -> list[Line]:
    """Coarsely, the more so the longer they are, without those of islets."""
    whole = np.vstack(lines)
    km = min(max(SHORE, 111.2 * float(np.hypot(*np.ptp(whole, axis=0))) / 300), SHORE_MOST)
    thin = [thinned(line, km) for line in lines]
    kept = [line for line in thin if len(line) > 3] or thin
    return sorted(kept, key=len, reverse=True)[:SHORES]


def _state_coasts(states: Topology, inner: dict[str, list[int]], base: sqlite3.Connection) -> Iterator[tuple[str, bytes]]:
    """The same for the states of the US, less what is a border of the country."""
    rows = base.execute("SELECT lines FROM border WHERE 'US' IN (one, other)")
    abroad = [line for row in rows for line in unpack(row[0])]
    owned = {arc for arcs in inner.values() for arc in arcs}
    for code, arcs in inner.items():
        alone = states.chained([a for a in arcs if ~a not in owned])
        lines = [run for line in alone for run in _at_sea(thinned(line, KM), abroad)]
        if lines:
            yield code, pack(_shores(lines))


def _at_sea(line: Line, abroad: list[Line]) -> list[Line]:
    """The runs of a line that are no border of the country."""
    away = [min(km_to(other, float(lat), float(lon)) for other in abroad) > BESIDE for lat, lon in line]
    cuts = [k for k in range(1, len(line)) if away[k] != away[k - 1]]
    runs = zip([0, *cuts], [*cuts, len(line)], strict=True)
    return [line[a:b] for a, b in runs if away[a] and b - a > 2]


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
