"""Phrases that put a place by others, as regions: their kind, what lies in them and what does not."""

from __future__ import annotations

import pytest

from sayso.ground.anchors import Anchor, anchored
from sayso.ground.borders import borders
from sayso.ground.gazetteer import Entry, Gazetteer
from sayso.ground.joint import joined
from sayso.ground.places import placed
from sayso.ground.relative import regions
from sayso.ground.shapes import overlap, side_of
from sayso.lang import load
from sayso.records import Geometry, Place, Span
from sayso.records.globe import bearing, distance_km, moved
from sayso.records.region import contains, enclosing, holder

PACK, GAZETTEER = load("en"), Gazetteer.open()


def entry(name: str, country: str, kind: str = "") -> Entry:
    return next(e for e in GAZETTEER.find(name) if e.country == country and kind in ("", e.kind))


def region(text: str, *known: tuple[str, str, str]) -> Place | None:
    """The one region of a text with the known places (name, country, kind) in it."""
    anchors: list[Anchor] = []
    for name, country, kind in known:
        e = entry(name, country, kind)
        start = text.index(name)
        anchors.append(anchored(Span(start, start + len(name)), placed(e), e))
    found = list(regions(text, anchors, PACK))
    assert len(found) < 2, [r.place.name for r in found]
    return found[0].place if found else None


def shape(text: str, *known: tuple[str, str, str]) -> Geometry:
    place = region(text, *known)
    assert place is not None and place.geometry is not None
    lat, lon, km = holder(place.geometry)
    assert place.radius_km == pytest.approx(km, abs=0.1)
    assert place.lat is not None and place.lon is not None and distance_km(lat, lon, place.lat, place.lon) < 0.1
    return place.geometry


DERBY, LEEDS = ("Derby", "GB", "city"), ("Leeds", "GB", "city")
LIMA, KANSAS, CHILE = ("Lima", "PE", "city"), ("Kansas", "US", "division"), ("Chile", "CL", "country")


@pytest.mark.parametrize(("text", "kind", "low", "high", "bearing"), [
    ("some 30 km north-west of Derby", "sector", 8, 39, 315), ("2.5 km from Derby", "ring", 0, 6, None),
    ("within 10 km of Derby", "ring", 0, 18, None), ("more than 40 km from Derby", "ring", 25, 71, None),
    ("a few miles south of Derby", "sector", 0, 23, 180), ("two hours' drive from Derby", "ring", 30, 168, None),
    ("a 30-minute walk from Derby", "ring", 0, 10, None), ("an hour's drive east of Derby", "sector", 10, 90, 90),
    ("on the northern outskirts of Derby", "sector", 1, 20, 0), ("on the outskirts of Derby", "ring", 1, 20, None),
    ("north of Derby", "sector", 1, 45, 0), ("upstream of Derby", "ring", 0, 70, None),
    ("on the road to Derby", "ring", 0, 85, None),
])  # fmt: skip
def test_rings_and_sectors(text: str, kind: str, low: float, high: float, bearing: float | None) -> None:
    g = shape(f"He was seen {text}.", DERBY)
    assert (g.shape, g.bearing_deg) == (kind, bearing)
    assert g.inner_km >= low - 0.1 and g.outer_km <= high and g.of == ("Derby",)


@pytest.mark.parametrize("text", ["near Derby", "close to Derby", "behind Derby", "in the hills above Derby", "opposite Derby"])
def test_circles(text: str) -> None:
    assert shape(f"He was seen {text}.", DERBY).shape == "circle"


def test_between_two_places() -> None:
    e, f = entry("Derby", "GB", "city"), entry("Leeds", "GB", "city")
    half = (e.lat + f.lat) / 2, (e.lon + f.lon) / 2
    for text in ("on the road from Derby to Leeds", "in a village between Derby and Leeds", "on the Derby-Leeds railway"):
        g = shape(f"It was {text}.", DERBY, LEEDS)
        assert g.shape == "corridor" and contains(g, *half) and not contains(g, half[0], half[1] + 1)
    g = shape("It was halfway between Derby and Leeds.", DERBY, LEEDS)
    assert g.shape == "circle" and contains(g, *half) and not contains(g, e.lat, e.lon)
    assert region("Talks between Derby and Leeds failed.", DERBY, LEEDS) is None
    assert region("He moved from Derby to Leeds.", DERBY, LEEDS) is None


def test_parts_of_countries_and_divisions_are_cut_from_their_towns() -> None:
    south, north = entry("Puerto Montt", "CL"), entry("Iquique", "CL")
    for text in ("in southern Chile", "in the south of Chile", "Chile's south", "in south Chile", "across the south of Chile"):
        g = shape(f"It rained {text}.", CHILE)
        assert g.shape == "part" and contains(g, south.lat, south.lon) and not contains(g, north.lat, north.lon), text
    g = shape("It rained in western Kansas.", KANSAS)
    west, east = entry("Garden City", "US"), entry("Topeka", "US")
    west = min((e for e in GAZETTEER.find("Garden City") if e.country == "US"), key=lambda e: e.km_to(entry(*KANSAS)))
    assert contains(g, west.lat, west.lon) and not contains(g, east.lat, east.lon)


def test_a_distance_from_a_border_or_a_coast() -> None:
    def found(text: str, *lands: tuple[str, str]) -> list[Place]:
        spans = [(Span(text.index(w), text.index(w) + len(w)), code) for w, code in lands]
        return [r.place for r in borders(text, spans, ("SY",), GAZETTEER, PACK)]

    text = "The base lies 70 km (45 miles) south of the Turkish border."
    (one,) = found(text, ("Turkish", "TR"))
    aleppo, kobani = entry("Aleppo", "SY", "city"), (36.89, 38.35)
    assert one.name == text[14:-1] and one.geometry and contains(one.geometry, aleppo.lat, aleppo.lon)
    assert not contains(one.geometry, *kobani) and not contains(one.geometry, 33.5, 36.3)
    (near,) = found("The base lies within 10 km of the border with Turkey.", ("Turkey", "TR"))
    assert near.geometry and contains(near.geometry, *kobani)
    assert not found("They took the Turkish border town of Nowhere.", ("Turkish", "TR"))
    g = shape("A boat was stopped 80 miles off the coast of Libya.", ("Libya", "LY", "country"))
    assert contains(g, 33.9, 13.2) and not contains(g, 32.95, 13.2)
    assert region("It is windy in Kansas's south-eastern city.", KANSAS) is None


def test_coasts_are_where_the_sea_is() -> None:
    g = shape("A trawler sank off the coast of Libya.", ("Libya", "LY", "country"))
    assert g.shape == "corridor" and contains(g, 33.2, 15.0) and not contains(g, 27.0, 14.5)
    g = shape("A trawler sank off the southern coast of Cyprus.", ("Cyprus", "CY", "country"))
    assert contains(g, 34.4, 33.0) and not contains(g, 36.2, 33.5)
    g = shape("Crabs came ashore on the coast of Texas.", ("Texas", "US", "division"))
    assert contains(g, 29.3, -94.8) and not contains(g, 31.76, -106.49)
    assert shape("A trawler sank off the coast of Lima.", LIMA).shape == "circle"


@pytest.mark.parametrize("text", [
    "The Bank of Lima rose.", "She banks in Lima.", "a semi-central Lima flat", "the Callao suburb of Lima",
])  # fmt: skip
def test_no_region(text: str) -> None:
    assert region(text, LIMA) is None


def test_a_team_behind_a_state_is_nowhere() -> None:
    assert region("They rank behind Kansas.", KANSAS) is None


def test_west_london_is_a_part_of_london() -> None:
    place = region("A flat in west London burned.", ("London", "GB", "city"))
    assert place is not None and place.name == "west London" and place.geometry and place.geometry.shape == "part"
    assert region("A club, West London, won.", ("London", "GB", "city")) is None


def test_borders_of_two_countries() -> None:
    def found(text: str, *lands: tuple[str, str], there: tuple[str, ...] = ()) -> list[Place]:
        spans = [(Span(text.index(w), text.index(w) + len(w)), code) for w, code in lands]
        return [r.place for r in borders(text, spans, there, GAZETTEER, PACK)]

    (one,) = found("It fell near the Polish-Ukrainian border.", ("Polish", "PL"), ("Ukrainian", "UA"))
    przemysl, warsaw = entry("Przemyśl", "PL"), entry("Warsaw", "PL")
    assert one.geometry and contains(one.geometry, przemysl.lat, przemysl.lon)
    assert not contains(one.geometry, warsaw.lat, warsaw.lon)
    (same,) = found("Trucks queue at the border with Ukraine.", ("Ukraine", "UA"), there=("PL", "PL", "UA"))
    assert same.geometry and same.geometry.outline == one.geometry.outline
    assert not found("Trucks queue at the border with Ukraine.", ("Ukraine", "UA"))
    for text, words in (("Trucks queue on the Polish side of the border with Ukraine.", ("Polish", "Ukraine")),
                        ("Trucks queue on the Polish side of the Ukrainian border.", ("Polish", "Ukrainian"))):  # fmt: skip
        (side,) = found(text, (words[0], "PL"), (words[1], "UA"))
        assert side.country == "PL" and side.name == text[13:-1]
    assert not found("Police on the border of Poland and Japan.", ("Poland", "PL"), ("Japan", "JP"))


def test_shapes() -> None:
    lat, lon, km = enclosing([(0.0, 179.0), (0.0, -179.0)])  # over the date line
    assert abs(lat) < 0.1 and abs(abs(lon) - 180) < 0.1 and km == pytest.approx(111, abs=3)
    square = ((0.0, 0.0), (0.0, 2.0), (2.0, 2.0), (2.0, 0.0))
    corner = Geometry("part", 1.0, 1.0, 200.0, outline=side_of(square, 45.0))
    assert contains(corner, 1.8, 1.8) and not contains(corner, 0.2, 1.8) and not contains(corner, 1.8, 0.2)
    line = Geometry("corridor", 0.0, 0.0, 10.0, to_lat=0.0, to_lon=1.0)
    assert contains(line, 0.05, 0.5) and not contains(line, 0.2, 0.5) and not contains(line, 0.0, 1.2)
    sector = Geometry("sector", 0.0, 0.0, 30.0, 10.0, 0.0, 60.0)
    assert contains(sector, *moved(0, 0, 20, 20)) and not contains(sector, *moved(0, 0, 20, 45))


@pytest.mark.parametrize("text", ["north of " * 3000 + "Lima", "the road between " * 2000 + "Lima", "border " * 3000 + "Lima"])
def test_long_texts_pass(text: str) -> None:
    region(text, LIMA)
    list(borders(text, [(Span(len(text) - 4, len(text)), "PE")] * 200, (), GAZETTEER, PACK))


def joint(text: str, *known: tuple[str, str, str]) -> list[Place]:
    """The relative places of a text after phrases of one place are joined; known places in the order of the text."""
    anchors, at = [], 0
    for name, country, kind in known:
        e, at = entry(name, country, kind), text.index(name, at) + 1
        anchors.append(anchored(Span(at - 1, at - 1 + len(name)), placed(e), e, GAZETTEER))
    return [r.place for r in joined(text, list(regions(text, anchors, PACK)))]


NOTTINGHAM, WICHITA = ("Nottingham", "GB", "city"), ("Wichita", "US", "city")


def test_two_distances_put_one_place() -> None:
    text = "The farm lies 12 km from Derby and 15 km from Nottingham."
    (place,) = joint(text, DERBY, NOTTINGHAM)
    d, n = entry(*DERBY), entry(*NOTTINGHAM)
    half = (d.lat + n.lat) / 2, (d.lon + n.lon) / 2
    assert place.name == text[14:-1] and place.geometry and place.geometry.of == ("Derby", "Nottingham")
    assert contains(place.geometry, *half)
    assert not contains(place.geometry, *moved(d.lat, d.lon, 12, 270))
    assert not contains(place.geometry, *moved(n.lat, n.lon, 15, 90))
    assert place.radius_km is not None and place.radius_km < 20


def test_a_distance_on_the_road_somewhere_lies_that_way() -> None:
    d, leeds = entry(*DERBY), entry(*LEEDS)
    for text, known in (("12 km from Derby on the road to Leeds", (DERBY, LEEDS)),
                        ("lying between Derby and Leeds, 12 km from Derby", (DERBY, LEEDS, DERBY))):  # fmt: skip
        (place,) = joint(f"A van was found {text}.", *known)
        assert place.geometry and place.geometry.shape == "sector", text
        towards = bearing(d.lat, d.lon, leeds.lat, leeds.lon)
        assert contains(place.geometry, *moved(d.lat, d.lon, 12, towards))
        assert not contains(place.geometry, *moved(d.lat, d.lon, 12, towards + 180))


def test_a_part_and_what_is_near() -> None:
    (place,) = joint("It hailed in southern Kansas, near Wichita.", KANSAS, WICHITA)
    w = entry(*WICHITA)
    assert place.geometry and contains(place.geometry, w.lat, w.lon) and place.radius_km is not None and place.radius_km < 40


@pytest.mark.parametrize(("text", "known"), [
    ("It hailed in southern Kansas and northern Chile.", (KANSAS, CHILE)),
    ("It lies 12 km from Derby and 15 km from Leeds.", (DERBY, LEEDS)),  # there is no such place
    ("Camps near Derby, near Leeds and near Lima.", (DERBY, LEEDS, LIMA)),
    ("Shots 12 km from Derby, 15 km from Nottingham and 5 km from Leeds.", (DERBY, NOTTINGHAM, LEEDS)),
])  # fmt: skip
def test_lists_and_contradictions_stay_apart(text: str, known: tuple[tuple[str, str, str], ...]) -> None:
    assert len(joint(text, *known)) == len(known)


def test_what_two_regions_have_in_common() -> None:
    ring, far = Geometry("ring", 0.0, 0.0, 30.0, 28.0), Geometry("circle", 5.0, 5.0, 10.0)
    assert overlap(ring, far) is None
    both = overlap(ring, Geometry("corridor", -1.0, 0.0, 5.0, to_lat=1.0, to_lon=0.0))
    assert both is not None and len(both.more) == 1  # to the north and to the south
    assert contains(both, *moved(0, 0, 29, 0)) and contains(both, *moved(0, 0, 29, 180)) and not contains(both, 0.0, 0.0)
    hole = overlap(Geometry("circle", 0.0, 0.0, 30.0), ring)
    assert hole is not None and not contains(hole, 0.0, 0.0)
