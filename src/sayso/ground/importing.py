"""A user's own places: GeoNames dumps, CSV and TSV tables, JSON records, GeoJSON."""

from __future__ import annotations

import csv
import json
import math
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from sayso.errors import InputError

from .compiled import Row, write
from .rings import centre

_LAT, _LON = ("latitude", "lat", "y"), ("longitude", "lon", "lng", "long", "x")
_NAME = ("name", "shapename", "village name", "place", "asciiname", "name_en", "title")
_KINDS = {"A.ADM1": "division", "A.ADM2": "county", "A.PCLI": "country", "H": "river", "T": "mountains", "L": "region"}


def add(source: Path, folder: Path, country: str = "") -> Path:
    """Compiles a user's file into a folder; gives the file that ``Gazetteer.open(more=...)`` takes.

    ``country`` is the ISO code of places whose records name none. Raises ``InputError`` where no place can be read.
    """
    rows = list(places(source, country.upper()))
    if not rows:
        raise InputError(str(source), "holds no places: neither names with latitude and longitude nor named shapes")
    folder.mkdir(parents=True, exist_ok=True)
    out = folder / f"{source.stem}.sqlite"
    write(rows, out, source.name, {r.country for r in rows})
    return out


def places(source: Path, country: str = "") -> Iterator[Row]:
    """The places of a file, by what it looks like; records without a name or a position are passed over."""
    try:
        text = source.read_text(encoding="utf-8-sig")
        if text.lstrip()[:1] in ("{", "["):
            yield from _json(json.loads(text), country)
        else:
            yield from _table(text.splitlines(), country)
    except (OSError, UnicodeDecodeError, json.JSONDecodeError, csv.Error) as error:
        raise InputError(str(source), str(error)) from error


def _json(value: Any, country: str) -> Iterator[Row]:
    """GeoJSON features, and records at any depth: a province's districts are places too."""
    if isinstance(value, list):
        for item in value:
            yield from _json(item, country)
    elif isinstance(value, dict) and value.get("type") == "FeatureCollection":
        for feature in value.get("features") or ():
            yield from _feature(feature, country)
    elif isinstance(value, dict):
        row = _record(value, country)
        if row:
            yield row
        for inner in value.values():
            if isinstance(inner, list):
                yield from _json(inner, country)


def _feature(feature: Any, country: str) -> Iterator[Row]:
    properties, shape = ((feature.get(k) if isinstance(feature, dict) else None) or {} for k in ("properties", "geometry"))
    if not (isinstance(properties, dict) and isinstance(shape, dict)):
        return
    record = {str(k).lower(): v for k, v in properties.items()}
    name, rings = _first(record, _NAME), _rings(shape)
    if not name or not rings:
        return
    kind = {"adm1": "division", "adm2": "county", "adm0": "country"}.get(str(record.get("shapetype", "")).lower(), "city")
    if shape.get("type") == "Point":
        lon, lat = rings[0][0]
        yield Row(name, kind, country, lat, lon, others=_others(record, name))
        return
    lat, lon, radius = centre(max(rings, key=len))
    outline = tuple(tuple((y, x) for x, y in (r[:-1] if r[0] == r[-1] else r)) for r in rings)
    yield Row(name, kind if kind != "city" else "region", country, lat, lon, radius=radius, others=_others(record, name),
              rings=outline)  # fmt: skip


def _rings(shape: dict[str, Any]) -> list[list[tuple[float, float]]]:
    """The rings of a shape, or its one point; none where it is no shape on the globe."""
    given = shape.get("coordinates")
    deep: Any = {"Point": [[[given]]], "Polygon": [given], "MultiPolygon": given}.get(str(shape.get("type"))) or []
    try:
        rings = [[(float(p[0]), float(p[1])) for p in ring] for polygon in deep for ring in polygon if ring]
    except (TypeError, ValueError, IndexError):
        return []
    return rings if all(math.isfinite(x) and abs(x) <= 360 and abs(y) <= 90 for ring in rings for x, y in ring) else []


def _table(lines: list[str], country: str) -> Iterator[Row]:
    """GeoNames' nineteen columns without a heading, or a table with one."""
    if lines and lines[0].count("\t") >= 18 and lines[0].split("\t")[0].isdigit():
        yield from (row for row in map(_dumped, csv.reader(lines, "excel-tab", quoting=csv.QUOTE_NONE)) if row)
        return
    mark = max("\t;,", key=lines[0].count) if lines else ","
    for record in csv.DictReader(lines, delimiter=mark):
        row = _record({k: v for k, v in record.items() if k}, country)
        if row:
            yield row


def _dumped(cells: list[str]) -> Row | None:
    if len(cells) < 15:
        return None
    at = _position(cells[4], cells[5])
    kind = _KINDS.get(f"{cells[6]}.{cells[7]}", _KINDS.get(cells[6], "city"))
    others = tuple(n.strip() for n in cells[3].split(",") if n.strip())
    people = int(cells[14]) if cells[14].isdigit() else 0
    return Row(cells[1], kind, cells[8], *at, people, geonames=int(cells[0]), admin1=cells[10], others=others) if at else None


def _record(given: dict[str, Any], country: str) -> Row | None:
    record = {str(k).strip().lower(): v for k, v in given.items()}
    name, at = _first(record, _NAME), _position(_first(record, _LAT), _first(record, _LON))
    if not name or not at:
        return None
    code = str(record.get("country") or record.get("country_code") or country)
    people = str(record.get("population") or "")
    number = str(record.get("geonameid") or record.get("geonames") or "")
    return Row(name, "city", code if len(code) == 2 else country, *at, int(people) if people.isdigit() else 0,
               geonames=int(number) if number.isdigit() else None, others=_others(record, name))  # fmt: skip


def _others(record: dict[str, Any], name: str) -> tuple[str, ...]:
    """Further columns of names: "nameFa", "alternatenames"."""
    keys = (k for k in record if ("name" in k and k not in _NAME) or k.startswith("alt"))
    found = (record[k] for k in keys if isinstance(record[k], str))
    return tuple(dict.fromkeys(n.strip() for value in found for n in value.split(",") if n.strip() and n.strip() != name))


def _first(record: dict[str, Any], keys: Iterable[str]) -> str:
    return next((str(record[k]).strip() for k in keys if record.get(k) not in (None, "")), "")


def _position(lat: str, lon: str) -> tuple[float, float] | None:
    try:
        at = float(lat), float(lon)
    except ValueError:
        return None
    return at if math.isfinite(at[0]) and abs(at[0]) <= 90 and abs(at[1]) <= 180 else None
