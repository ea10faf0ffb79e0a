"""Place names in news: finding them, and placing them within 161 km. Corpora: TR-News (world news), LGL (local news)."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quality.table import Row, prf
from sayso.ground.gazetteer import Entry, Gazetteer, distance_km
from sayso.ground.placenames import place_names
from sayso.ground.places import focus_of
from sayso.ground.sightings import Sighting, settle
from sayso.lang import load
from sayso.records import Report, Span

NEAR_KM = 161.0
CORPORA = {"TR-News": "TR-News.xml", "LGL": "lgl.xml"}


@dataclass(frozen=True)
class Toponym:
    """One annotated name; ``at`` is None where GeoNames has no entry for it."""

    span: Span
    phrase: str
    geonames: int | None
    at: tuple[float, float] | None
    code: str | None


@dataclass(frozen=True)
class Article:
    id: str
    url: str
    text: str
    toponyms: list[Toponym]


def articles(path: Path) -> Iterator[Article]:
    for node in ET.parse(path).getroot().iter("article"):
        text = node.findtext("text") or ""
        found = sorted((_toponym(t, text) for t in node.iter("toponym")), key=lambda t: t.span)
        spans: dict[Span, Toponym] = {t.span: t for t in found}
        yield Article(node.get("docid") or "", (node.findtext("url") or "").strip(), text, list(spans.values()))


def _toponym(node: ET.Element, text: str) -> Toponym:
    """Offsets that miss their phrase are moved to its nearest occurrence."""
    phrase, start = node.findtext("phrase") or "", int(node.findtext("start") or 0)
    starts = [m.start() for m in re.finditer(re.escape(phrase), text)]
    start = min(starts, key=lambda s: abs(s - start)) if starts else start
    tag = node.find("gaztag")
    number = tag.get("geonameid") if tag is not None else None
    lat, lon = (tag.findtext("lat"), tag.findtext("lon")) if tag is not None else (None, None)
    at = (float(lat), float(lon)) if lat and lon else None
    return Toponym(Span(start, start + len(phrase)), phrase, int(number) if number and number.isdigit() else None, at,
                   tag.findtext("fcode") if tag is not None else None)  # fmt: skip


def right(true: Toponym, geonames: int | None, lat: float | None, lon: float | None) -> bool:
    """The same GeoNames entry, or within 161 km of it."""
    if geonames is not None and geonames == true.geonames:
        return True
    return lat is not None and lon is not None and true.at is not None and distance_km(lat, lon, *true.at) <= NEAR_KM


def given(article: Article, gazetteer: Gazetteer) -> list[tuple[Toponym, Entry | None]]:
    """What each annotated name is resolved to, its span given."""
    names = place_names(load("en"), gazetteer)
    report = Report(article.id, article.text, url=article.url)
    sightings = [Sighting(t.span, t.phrase, "demonym" if t.phrase in names.demonyms else "location") for t in article.toponyms]
    choices = settle(article.text, sightings, names, focus_of(report))
    return [(t, c.entry if c else None) for t, c in zip(article.toponyms, choices, strict=True)]


def names_given(path: Path, corpus: str) -> list[Row]:
    gazetteer = Gazetteer.open()
    pairs = [p for a in articles(path) for p in given(a, gazetteer) if p[0].at]
    hits = sum(e is not None and right(t, e.geonames, e.lat, e.lon) for t, e in pairs)
    missing = sum(e is None for _, e in pairs)
    return [
        Row("places", corpus, "names given: within 161 km", hits / len(pairs), None, len(pairs)),
        Row("places", corpus, "names given: not in gazetteer", missing / len(pairs), None, len(pairs), lower_is_better=True),
    ]


def measure(data: Path) -> list[Row]:
    return [row for corpus, file in CORPORA.items() for row in names_given(data / "places" / file, corpus)]


if __name__ == "__main__":
    _ = prf
    for row in measure(Path("../shared/data")):
        print(row)
