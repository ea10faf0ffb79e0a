"""Relative places: our own phrases and regions, and what MUC-4's reports say of how far named towns lie from others."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from quality.table import Row
from sayso.ground.gazetteer import Entry, Gazetteer
from sayso.ground.places import ground_places
from sayso.lang import load
from sayso.parse import Parser
from sayso.records import Place, Report, Span
from sayso.records.globe import bearing, distance_km, moved
from sayso.records.region import contains
from sayso.structure import lay_out, structure

OWN = Path(__file__).parent / "data" / "relative_places.tsv"
GOLD = Path(__file__).parent / "gold" / "relative_places.tsv"
STATED = re.compile(
    r"\b\d[\d,.]*\s+(?:KM|KILOMETERS?|MILES?)(?:\s+(?:TO\s+THE\s+)?(?:NORTH|SOUTH|EAST|WEST)\w*)?\s+(?:OF|FROM)\b"
)


@dataclass(frozen=True)
class Phrase:
    text: str
    span: Span | None  # None: the sentence has no relative place
    at: tuple[float, float] | None  # a point that the region must hold


def phrases(gazetteer: Gazetteer) -> Iterator[Phrase]:
    for line in OWN.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            sentence, country, anchor, km, bearing = (*line.split("\t"), "", "")[:5]
            text = sentence.replace("[", "").replace("]", "")
            if country == "-":
                yield Phrase(text, None, None)
            else:
                entries = [e for e in gazetteer.find(anchor) if e.country == country]
                entry = next((e for e in entries if entries[0].kind == "country" or e.kind == "city"), entries[0])
                at = moved(entry.lat, entry.lon, float(km), float(bearing)) if km else (entry.lat, entry.lon)
                yield Phrase(text, Span(sentence.index("["), sentence.index("]") - 1), at)


def read(texts: list[str]) -> list[dict[Span, tuple[Place, str]]]:
    """Places of each text by their spans, with the reasons."""
    pack, gazetteer = load("en"), Gazetteer.open()
    reports = [lay_out(Report(f"r{i}", text, language="en"), pack) for i, text in enumerate(texts)]
    found = []
    for report, parse in zip(reports, Parser(pack.folder).parse(reports), strict=True):
        known = structure(report, parse, pack)
        made, grounded = ground_places(report, parse, known, known.mentions, pack, gazetteer)
        spans = {m.id: m.span for m in (*known.mentions, *made)}
        found.append({spans[g.mention]: (g.value, " ".join(g.why)) for g in grounded if isinstance(g.value, Place)})
    return found


def own() -> list[Row]:
    wanted = list(phrases(Gazetteer.open()))
    found = read([p.text for p in wanted])
    said = hits = holding = 0
    for phrase, places in zip(wanted, found, strict=True):
        regions = {span: place for span, (place, _) in places.items() if place.precision == "relative"}
        said += len(regions)
        hit = regions.get(phrase.span) if phrase.span else None
        hits += hit is not None
        holding += hit is not None and holds(hit, phrase.at)
    n = sum(p.span is not None for p in wanted)
    return [
        Row("relative places", "own phrases", "precision", hits / max(said, 1), n=said),
        Row("relative places", "own phrases", "recall", hits / n, n=n),
        Row("relative places", "own phrases", "region holds the point", holding / n, n=n),
    ]


@dataclass(frozen=True)
class Placed:
    """A phrase of the gold set: the kind of its region, a point that lies in it and one that does not."""

    text: str
    span: Span | None
    kind: str = ""
    inside: tuple[float, float] = (0.0, 0.0)
    outside: tuple[float, float] = (0.0, 0.0)


def gold(gazetteer: Gazetteer) -> Iterator[Placed]:
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            sentence, start, kind, inside, outside = (*line.split("\t"), "", "", "")[:5]
            text = sentence.replace("[", "").replace("]", "")
            if start == "-":
                yield Placed(text, None)
            else:
                ends = [_town(gazetteer, name, None) for name in start.split(";")]
                span = Span(sentence.index("["), sentence.index("]") - 1)
                yield Placed(text, span, kind, _point(gazetteer, inside, ends), _point(gazetteer, outside, ends))


def _town(gazetteer: Gazetteer, name: str, near: Entry | None) -> Entry:
    country, _, own = name.partition(" ")
    found = [e for e in gazetteer.find(own) if e.country == country and e.kind == "city"]
    return min(found, key=near.km_to) if near else found[0]


def _point(gazetteer: Gazetteer, said: str, ends: list[Entry]) -> tuple[float, float]:
    if not said.startswith("@"):
        town = _town(gazetteer, said, ends[0])
        return town.lat, town.lon
    a, b = ends[0], ends[-1]
    if said in ("@half", "@beside"):
        km, turn = a.km_to(b), bearing(a.lat, a.lon, b.lat, b.lon)
        half = moved(a.lat, a.lon, km / 2, turn)
        return half if said == "@half" else moved(*half, 0.8 * km, turn + 90)
    km, turn = (float(n) for n in said[1:].split(","))
    return moved(a.lat, a.lon, km, turn)


def regions_of_our_own() -> list[Row]:
    """Kinds of regions, what they hold and leave out, and how large they are."""
    wanted = list(gold(Gazetteer.open()))
    said = hits = kinds = inside = outside = 0
    radii: list[float] = []
    for phrase, places in zip(wanted, read([p.text for p in wanted]), strict=True):
        found = {span: place for span, (place, why) in places.items() if place.geometry and not why.startswith("not in the")}
        said += len(found)
        hit = found.get(phrase.span) if phrase.span else None
        if hit is None or hit.geometry is None:
            continue
        hits += 1
        kinds += hit.geometry.shape == phrase.kind
        inside += contains(hit.geometry, *phrase.inside)
        outside += not contains(hit.geometry, *phrase.outside)
        radii.append(hit.radius_km or 0.0)
    n = sum(p.span is not None for p in wanted)
    own = "regions"
    return [
        Row("relative places", own, "precision", hits / max(said, 1), n=said),
        Row("relative places", own, "recall", hits / n, n=n),
        Row("relative places", own, "kind right", kinds / n, n=n),
        Row("relative places", own, "holds the place that lies there", inside / n, n=n),
        Row("relative places", own, "leaves out the place that does not", outside / n, n=n),
        Row("relative places", own, "median radius, km", median(radii) if radii else 0.0, None, len(radii), True),
    ]


def holds(region: Place, at: tuple[float, float] | None) -> bool:
    if at is None or region.lat is None or region.lon is None or region.radius_km is None:
        return False
    return distance_km(region.lat, region.lon, *at) <= region.radius_km


def _in(region: Place, at: tuple[float, float]) -> bool:
    return contains(region.geometry, *at) if region.geometry else holds(region, at)


def stated(data: Path, limit: int = 80) -> list[Row]:
    """Of the reports' "X, 60 km north of Y": is there a region, and does it hold the X of the gazetteer?"""
    files = sorted((data / "conflict" / "muc4-dev").glob("dev*"))
    texts = [t for f in files for t in re.split(r"(?=DEV-MUC3-\d+ \()", f.read_text(errors="replace")) if STATED.search(t)]
    n = seen = pairs = held = 0
    for text, places in zip(texts[:limit], read(texts[:limit]), strict=True):
        for m in STATED.finditer(text):
            region = next((p for s, (p, why) in places.items() if " km " in why and -45 < s.start - m.start() < 30), None)
            before = [p for s, (p, _) in places.items() if 0 < m.start() - s.end < 40 and p.precision == "city"]
            n, seen = n + 1, seen + (region is not None)
            if region and before and before[-1].lat is not None and before[-1].lon is not None:
                pairs, held = pairs + 1, held + _in(region, (before[-1].lat, before[-1].lon))
    return [
        Row("relative places", "MUC-4", "stated distances with a region", seen / max(n, 1), n=n),
        Row("relative places", "MUC-4", "region holds the town named with it", held / max(pairs, 1), n=pairs),
    ]


def measure(data: Path) -> list[Row]:
    return own() + regions_of_our_own() + stated(data)


if __name__ == "__main__":
    for row in measure(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")):
        print(f"{row.corpus:12} {row.metric:40} {row.value:.3f}  floor {row.floor}  n {row.n}")
