"""Compiles the hulls that the package ships from its own gazetteer: ``python -m training.hulls OUT``.

One line a country, first-level division and border of two countries: the convex hull of the towns there, in hundredths of a
degree. Towns that lie far from all others of their country (Alaska, the Azores) are left out, so that its parts are those
that reports mean.
"""

from __future__ import annotations

import math
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from sayso.ground.gazetteer import SHIPPED, Gazetteer
from sayso.ground.rings import hull
from sayso.records.globe import distance_km

Point = tuple[float, float]  # latitude, longitude
CELL = 3.5  # degrees; towns with an empty cell between them are apart
CORNERS = 12
BORDER_KM = 60.0  # towns so near to towns of the neighbour lie at the border
HEAD = """# Convex hulls of the towns of countries, first-level divisions ("AF.03") and borders ("AF|TJ"): latitude and longitude
# in hundredths of a degree, in turn. Compiled by training/hulls.py from gazetteer.sqlite; see SOURCES.md.
"""


def main(out: Path) -> None:
    gazetteer = Gazetteer.open(SHIPPED)
    towns = _towns(gazetteer)
    lines = [f"{key}\t{' '.join(f'{round(v * 100)}' for p in ring for v in p)}\n" for key, ring in _rows(gazetteer, towns)]
    out.write_text(HEAD + "".join(sorted(lines)), encoding="utf-8")


def _towns(gazetteer: Gazetteer) -> dict[tuple[str, str], list[Point]]:
    """Of each division of each country."""
    rows = gazetteer._bases[0].execute("SELECT country, admin1, lat, lon FROM place WHERE class = 3 AND country IS NOT NULL")
    found: dict[tuple[str, str], list[Point]] = defaultdict(list)
    for country, admin1, lat, lon in rows:
        found[country, admin1 or ""].append((lat / 10_000, lon / 10_000))
    return found


def _rows(gazetteer: Gazetteer, towns: dict[tuple[str, str], list[Point]]) -> Iterator[tuple[str, list[Point]]]:
    lands: dict[str, list[Point]] = defaultdict(list)
    for (country, admin1), points in towns.items():
        lands[country] += points
        if admin1:
            yield from _row(f"{country}.{admin1}", points)
    for country, points in lands.items():
        yield from _row(country, _main(points))
        for other in sorted(gazetteer.neighbours(country)):
            if country < other:
                near = _near(points, lands[other]) + _near(lands[other], points)
                yield from _row(f"{country}|{other}", near)


def _row(key: str, points: list[Point]) -> Iterator[tuple[str, list[Point]]]:
    ring = [(lat, lon) for lon, lat in hull([(lon, lat) for lat, lon in points])] if len(points) > 2 else []
    while len(ring) > CORNERS:
        n = len(ring)
        least = min(range(n), key=lambda i: abs(_turn(ring[i - 1], ring[i], ring[(i + 1) % n])))
        del ring[least]
    if len(ring) > 2:
        yield key, ring


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _main(points: list[Point]) -> list[Point]:
    """The towns of the largest group of cells that touch one another."""
    cells: dict[tuple[int, int], list[Point]] = defaultdict(list)
    for p in points:
        cells[_cell(p, CELL)].append(p)
    groups, left = [], set(cells)
    while left:
        group, edge = [], [left.pop()]
        while edge:
            cell = edge.pop()
            group.append(cell)
            beside = {b for b in _beside(cell, CELL) if b in left}
            left -= beside
            edge += beside
        groups.append([p for cell in group for p in cells[cell]])
    return max(groups, key=len)


def _cell(p: Point, size: float) -> tuple[int, int]:
    return math.floor(p[0] / size), math.floor(p[1] / size)


def _beside(cell: tuple[int, int], size: float) -> Iterator[tuple[int, int]]:
    """The cells around one, across the date line too."""
    first, count = math.floor(-180 / size), round(360 / size)
    return ((cell[0] + i, (cell[1] + j - first) % count + first) for i in (-1, 0, 1) for j in (-1, 0, 1))


def _near(points: Iterable[Point], others: Iterable[Point]) -> list[Point]:
    grid: dict[tuple[int, int], list[Point]] = defaultdict(list)
    for p in others:
        grid[_cell(p, 1.0)].append(p)
    around = ((p, (q for c in _beside(_cell(p, 1.0), 1.0) for q in grid.get(c, ()))) for p in points)
    return [p for p, near in around if any(distance_km(*p, *q) < BORDER_KM for q in near)]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
