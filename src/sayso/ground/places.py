"""Where: every place name of a report to a place of the gazetteer, or to none; relative places to regions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from urllib.parse import urlsplit

from sayso.lang import Pack
from sayso.records import Grounding, Mention, Parse, Place, Reference, Report, Span, Structure, digest

from .anchors import Anchor, Region, anchored
from .borders import Land, borders
from .capitals import Ground, capitals
from .company import PROMINENT, misnamed, strangers
from .corridors import REACH, linked
from .finding import sightings
from .gazetteer import Entry, Gazetteer
from .joint import joined
from .placenames import PlaceNames, place_names
from .ranking import ALONE, Choice, Focus
from .relation_words import relations, stated_km
from .relative import regions
from .sides import part_meant
from .sightings import Sense, Sighting, settle
from .unknown import Meaning, entry_of, placed_after_all, unknown_place

TOWN = 100_000  # people; smaller ones are seldom meant where the report says nothing of their country
_ASTRAY, SPARE = 2.0, 50.0  # times a stated distance, and km more, at which a town is not the one that is meant
_FOCUS = 3  # other names that show which countries a report is of
_PRECISION = {"country": "country", "division": "division", "county": "division", "city": "city"}


def ground_places(
    report: Report, parse: Parse, structure: Structure, mentions: tuple[Mention, ...], pack: Pack, gazetteer: Gazetteer
) -> tuple[tuple[Mention, ...], tuple[Grounding, ...]]:
    """Mentions that the structure lacks (demonyms, places inside names, relative places), and what each place stands for.

    A name that the gazetteer does not have is grounded to a ``Reference``: nothing is put in its stead.
    """
    names = place_names(pack, gazetteer)
    seen = sightings(report, parse, mentions or structure.mentions, names)
    apart = _distances(report.text, seen, pack)
    settled = settle(report.text, seen, names, focus_of(report), apart)
    settled = [None if _elsewhere(i, settled, apart) else c for i, c in enumerate(settled)]
    kept = [(s, c) for s, c in zip(seen, settled, strict=True) if not _idle(s, c, seen)]
    found, choices = [s for s, _ in kept], [c for _, c in kept]
    taken_back = _taken_back(report, found, choices, names, pack)
    vouched = [None if i in taken_back else c for i, c in enumerate(choices)]
    known = {m.span: m for m in (*structure.mentions, *mentions) if m.form != "expression"}
    made: list[Mention] = []
    grounded: list[Grounding] = []
    anchors: list[Anchor] = []
    for i, sighting in enumerate(found):
        mention = known.get(sighting.span) or _mention(report, parse, sighting, made)
        value, why = taken_back.get(i) or _value(i, found, vouched, names, parse, report.text, pack)
        grounded.append(Grounding(mention.id, value, None, why))
        if isinstance(value, Place) and value.sense == "location":
            anchors.append(_anchor(sighting.span, value, choices[i], gazetteer))
    placed_ones = [c if isinstance(g.value, Place) else None for c, g in zip(vouched, grounded, strict=True)]
    ground = Ground(tuple(c.entry for c in placed_ones if c), _here(report, found, placed_ones), _lacking(found, grounded))
    for span, city in capitals(report.text, ground, names):
        mention = known.get(span) or _phrase(report, parse, span)
        made += [mention] if span not in known else []
        grounded.append(Grounding(mention.id, placed(city, gazetteer=gazetteer), None, (f"the capital of {city.country}",)))
        anchors.append(anchored(span, placed(city), city, gazetteer))
    anchors.sort(key=lambda a: a.span)
    sure = ((s, c) for s, c in zip(found, placed_ones, strict=True) if c)
    lands = [(s.span, c.entry.country) for s, c in sure if c.entry.kind == "country" and c.entry.country]
    around = _regions(report, anchors, lands, names, pack)
    grounded[: len(found)] = placed_after_all(report.text, found, grounded[: len(found)], around)
    for region in around:
        mention = known.get(region.span) or _phrase(report, parse, region.span)
        made += [mention] if mention.span not in known else []
        grounded.append(Grounding(mention.id, region.place, None, region.why))
    return tuple(made), tuple(grounded)


def _taken_back(
    report: Report, found: Sequence[Sighting], choices: Sequence[Choice | None], names: PlaceNames, pack: Pack
) -> dict[int, Meaning]:
    """Names of which the gazetteer knows a place that the report hardly means, with the reason."""
    alone = strangers(report.text, found, choices, names, focus_of(report))
    back: dict[int, Meaning] = {}
    for i, (sighting, choice) in enumerate(zip(found, choices, strict=True)):
        if choice is None or (sighting.sense == "location" and part_meant(i, found, choices, names, pack)):
            continue
        entry, why = choice.entry, ""
        if i in alone:
            why = f"of that name: {entry.name}, {entry.country}, but no other place of the report is known to lie there"
        elif misnamed(sighting, choice):
            why = f"another name of {entry.name}, but nothing in the report speaks for it"
        elif choice.support < ALONE and _stray(i, found, choices):
            why = f"of that name: {entry.name}, {entry.country}, but the report is of other countries"
        if why:
            back[i] = Reference(sighting.name), (why,)
    return back


def _lacking(found: Sequence[Sighting], grounded: Sequence[Grounding]) -> int:
    """How many names have no place."""
    return len({s.name.casefold() for s, g in zip(found, grounded, strict=True) if isinstance(g.value, Reference)})


def focus_of(report: Report) -> Focus:
    """The country that the report's web address ends in: ".co.uk" gives GB; ".com" gives none."""
    host = urlsplit(report.url).hostname if report.url else None
    last = (host or "").rsplit(".", 1)[-1]
    return Focus({"uk": "GB"}.get(last, last.upper()) if len(last) == 2 and last.isalpha() else None)


def _idle(sighting: Sighting, choice: Choice | None, seen: Sequence[Sighting]) -> bool:
    """A town's name inside a body's, where nothing else in the report lies there: "Carson Front" is not from any Carson."""
    if sighting.sense != "metonym" or choice is None or choice.entry.kind not in ("city", "county"):
        return False
    elsewhere = any(s.sense == "location" and s.name == sighting.name for s in seen)
    return not elsewhere and not choice.entry.capital and choice.support < ALONE and choice.entry.population < PROMINENT


def _elsewhere(i: int, choices: Sequence[Choice | None], apart: dict[int, float]) -> bool:
    """A town far from where the text puts it, by a larger one: the namesake of "Yelp, 40 km south of Herat"."""
    entry, other = entry_of(choices[i]), entry_of(choices[i + 1]) if apart.get(i) else None
    if entry is None or other is None or entry.kind not in ("city", "county") or entry.population > other.population:
        return False
    return entry.km_to(other) > _ASTRAY * apart[i] + entry.radius_km + other.radius_km + SPARE


def _here(report: Report, found: Sequence[Sighting], choices: Sequence[Choice | None]) -> Entry | None:
    """The place that the dateline gives."""
    lines = [span for dateline in report.datelines for span in dateline.places]
    stated = (c.entry for s, c in zip(found, choices, strict=True) if c and any(line.covers(s.span) for line in lines))
    return next(stated, None)


def _value(
    i: int, found: Sequence[Sighting], choices: Sequence[Choice | None], names: PlaceNames, parse: Parse, text: str, pack: Pack
) -> Meaning:
    sighting, choice = found[i], choices[i]
    if choice is None:
        return unknown_place(i, found, choices, text, pack)
    part = part_meant(i, found, choices, names, pack) if sighting.sense == "location" else None
    if part:
        return part
    entry = choice.entry
    if sighting.sense == "location" and _speaks(sighting, entry, names, parse):
        return placed(entry, "metonym", names.gazetteer), (*choice.why, "stands for those who speak there")
    return placed(entry, sighting.sense, names.gazetteer), choice.why


def _stray(i: int, found: Sequence[Sighting], choices: Sequence[Choice | None]) -> bool:
    """Whether a small town stands alone in a report on other countries: the namesake of a place that the gazetteer lacks."""
    entry, name = entry_of(choices[i]), found[i].name
    if entry is None or found[i].dated or entry.kind not in ("city", "county") or entry.population >= TOWN or entry.capital:
        return False
    others = {s.name for s, c in zip(found, choices, strict=True) if c and c.entry.country and s.name != name}
    return len(others) >= _FOCUS


def placed(entry: Entry, sense: Sense = "location", gazetteer: Gazetteer | None = None) -> Place:
    """An entry as the value of a mention; the name is the gazetteer's, as are the divisions that hold it."""
    kind, at = _PRECISION.get(entry.kind, "area"), (entry.lat, entry.lon, round(entry.radius_km, 1))
    within = tuple(e.name for e in gazetteer.above(entry)) if gazetteer is not None else ()
    return Place(entry.name, entry.country, entry.geonames, *at, kind, sense, within=within)


def _distances(text: str, found: Sequence[Sighting], pack: Pack) -> dict[int, float]:
    """Kilometres from a sighting to the next, where the words between them say; 0 for two that something lies between."""
    gaps = ((i, text[a.span.end : b.span.start]) for i, (a, b) in enumerate(pairwise(found)) if b.span.start - a.span.end < 90)
    stated = ((i, stated_km(gap, pack) or (0.0 if _between(text, found[i], gap, pack) else None)) for i, gap in gaps)
    return {i: km for i, km in stated if km is not None}


def _between(text: str, first: Sighting, gap: str, pack: Pack) -> bool:
    return linked(text[max(0, first.span.start - REACH) : first.span.start], gap, relations(pack))


def _speaks(sighting: Sighting, entry: Entry, names: PlaceNames, parse: Parse) -> bool:
    """"Kabul said": the subject of a verb of saying, named by a country's or capital's name."""
    if entry.kind != "country" and not entry.capital:
        return False
    subjects = [w for w in parse.words_in(sighting.span) if parse.relations[w].startswith("nsubj") and parse.heads[w] >= 0]
    return any(parse.lemmas[parse.heads[w]] in names.speaking for w in subjects)


def _mention(report: Report, parse: Parse, sighting: Sighting, made: list[Mention]) -> Mention:
    span = sighting.span
    words = parse.words_in(span)
    head = parse.top(words)
    kind = "place" if sighting.sense == "location" else "other"
    mention = Mention(digest("m", report.id, span.start, span.end), span, kind, "name", parse.words[head])  # type: ignore[arg-type]
    made.append(mention)
    return mention


def _anchor(span: Span, place: Place, choice: Choice | None, gazetteer: Gazetteer) -> Anchor:
    return anchored(span, place, choice.entry, gazetteer) if choice and place.precision != "relative" else Anchor(span, place)


def _regions(
    report: Report, anchors: Sequence[Anchor], lands: Sequence[Land], names: PlaceNames, pack: Pack
) -> list[Region]:
    """Regions by places and at borders; where two end alike, the longer one, and where two tell of one place, both."""
    there = [a.place.country for a in anchors if a.place.country]
    found: dict[int, Region] = {}
    for region in (*regions(report.text, anchors, pack), *borders(report.text, lands, there, names.gazetteer, pack)):
        held = found.get(region.span.end)
        if held is None or region.span.start < held.span.start + (region.kind == "border"):
            found[region.span.end] = region
    return joined(report.text, list(found.values()))


def _phrase(report: Report, parse: Parse, span: Span) -> Mention:
    words = parse.words_in(span)
    head = parse.top(words)
    return Mention(digest("m", report.id, *span), span, "place", "nominal", parse.words[head] if words else span)
