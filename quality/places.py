"""Place names in news: finding them, and placing them within 161 km. Corpora: TR-News (world news), LGL (local news)."""

from __future__ import annotations

import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quality.table import Row, prf
from sayso.ground.gazetteer import Entry, Gazetteer
from sayso.ground.placenames import PlaceNames, place_names
from sayso.ground.places import focus_of, ground_places
from sayso.ground.sightings import Sighting, settle
from sayso.lang import Pack, load
from sayso.parse import Parser
from sayso.records import Parse, Place, Reference, Report, Span
from sayso.records.globe import distance_km
from sayso.structure import lay_out, structure

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
    """Accuracy where the annotated spans are given, over the names that have coordinates."""
    gazetteer = Gazetteer.open()
    pairs = [p for a in articles(path) for p in given(a, gazetteer) if p[0].at]
    hits = sum(e is not None and right(t, e.geonames, e.lat, e.lon) for t, e in pairs)
    names = place_names(load("en"), gazetteer)
    missing = sum(not _findable(t, names) for t, _ in pairs)
    return [
        Row("places", corpus, "names given: within 161 km", hits / len(pairs), n=len(pairs)),
        Row("places", corpus, "names given: right entry not in gazetteer", missing / len(pairs), None, len(pairs), True),
    ]


@dataclass
class Counts:
    """``said`` and ``true`` names, those that are both, and of these the ones placed (right, within 161 km)."""

    said: int = 0
    true: int = 0
    hits: int = 0
    placeable: int = 0
    placed: int = 0
    unfound: int = 0  # recognised, and said not to be in the gazetteer
    unfound_rightly: int = 0
    findable: int = 0  # recognised, and the gazetteer has the right entry
    left: int = 0  # of these, said not to be in it
    nowhere: int = 0  # recognised, and the annotators found no entry for it
    nowhere_rightly: int = 0  # of these, said not to be in the gazetteer


def end_to_end(path: Path, corpus: str, every: int = 1) -> list[Row]:
    """From raw text: names found with exactly the annotated span, and where they are put."""
    pack, gazetteer, counts = load("en"), Gazetteer.open(), Counts()
    parser, names = Parser(pack.folder), place_names(pack, gazetteer)
    chosen = list(articles(path))[::every]
    reports = [lay_out(Report(a.id, a.text, language="en", url=a.url), pack) for a in chosen]
    for article, report, parse in zip(chosen, reports, parser.parse(reports), strict=True):
        _count(counts, article, _found(report, parse, pack, gazetteer), names)
    return _rows(counts, corpus)


def _found(report: Report, parse: Parse, pack: Pack, gazetteer: Gazetteer) -> dict[Span, Place | Reference]:
    """Innermost grounded names of a report and their values."""
    known = structure(report, parse, pack)
    made, grounded = ground_places(report, parse, known, known.mentions, pack, gazetteer)
    mentions = {m.id: m for m in (*known.mentions, *made)}
    values = {mentions[g.mention].span: g.value for g in grounded if mentions[g.mention].form == "name"}
    inner = {s for s in values if not any(o != s and s.covers(o) for o in values)}
    return {s: v for s, v in values.items() if s in inner and isinstance(v, Place | Reference)}


def _count(counts: Counts, article: Article, found: dict[Span, Place | Reference], names: PlaceNames) -> None:
    true = {t.span: t for t in article.toponyms}
    counts.said += len(found)
    counts.true += len(true)
    for span in found.keys() & true.keys():
        value, toponym = found[span], true[span]
        counts.hits += 1
        unfound = isinstance(value, Reference) or (value.geonames is None and value.precision == "relative")
        counts.unfound += unfound
        known = _findable(toponym, names)
        counts.unfound_rightly += unfound and not known
        counts.findable += known
        counts.left += known and unfound
        counts.nowhere += toponym.geonames is None and toponym.at is None
        counts.nowhere_rightly += toponym.geonames is None and toponym.at is None and unfound
        if toponym.at:
            counts.placeable += 1
            counts.placed += isinstance(value, Place) and right(toponym, value.geonames, value.lat, value.lon)


def _findable(toponym: Toponym, names: PlaceNames) -> bool:
    """Whether some entry of that name is the right one."""
    home = names.home(toponym.phrase)
    entries = (*names.candidates(toponym.phrase), *((home,) if home else ()))
    return any(right(toponym, e.geonames, e.lat, e.lon) for e in entries)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _rows(counts: Counts, corpus: str) -> list[Row]:
    placed, rightly = _share(counts.placed, counts.placeable), _share(counts.unfound_rightly, counts.unfound)
    precision, recall, f1 = prf(counts.hits, counts.said, counts.true)
    return [
        Row("places", corpus, "recognition precision", precision, None, counts.said),
        Row("places", corpus, "recognition recall", recall, None, counts.true),
        Row("places", corpus, "recognition F1", f1, n=counts.true),
        Row("places", corpus, "within 161 km, of those recognised", placed, n=counts.placeable),
        Row("places", corpus, "'not in the gazetteer' is right", rightly, None, counts.unfound),
        Row("places", corpus, "in the gazetteer, left out", _share(counts.left, counts.findable), None, counts.findable, True),
        Row("places", corpus, "without an entry: left out", _share(counts.nowhere_rightly, counts.nowhere), None, counts.nowhere),
    ]


def measure(data: Path) -> list[Row]:
    paths = {corpus: data / "places" / file for corpus, file in CORPORA.items()}
    return [row for corpus, path in paths.items() for row in (*names_given(path, corpus), *end_to_end(path, corpus))]


if __name__ == "__main__":
    for row in measure(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")):
        print(f"{row.corpus:8} {row.metric:40} {row.value:.3f}  n {row.n}")
