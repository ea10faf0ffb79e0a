"""Bars, points and regions as numbers and paths."""

from __future__ import annotations

import math

from readings import bridge, quoting
from sayso.dossier import build
from sayso.present.drawing import strip
from sayso.present.maps import HEIGHT, WIDTH, framed, named, plot
from sayso.present.tables import Spot, spots, timeline
from sayso.present.view import view
from sayso.records import Geometry, Place
from sayso.records.region import holder
from sayso.relate import relate


def spot(name: str, lat: float, lon: float, radius: float = 5.0, precision: str = "point") -> Spot:
    return Spot(Place(name, "XX", None, lat, lon, radius, precision), "a place", ("Calder Times",), (name,), "")


def test_places_stand_inside_the_drawing() -> None:
    drawn = plot([spot("Orsa", 42.1, 44.3), spot("Pell", 43.0, 45.0), spot("Sarn", -10.0, 46.0)])
    assert drawn
    assert all(0 <= d.x <= WIDTH and 0 <= d.y <= HEIGHT for d in drawn.dots)
    assert {d.spot.place.name for d in drawn.dots if d.x == min(x.x for x in drawn.dots)} == {"Orsa"}


def test_one_far_place_does_not_shrink_all_others() -> None:
    near = [spot(f"P{i}", 36.0 + i / 10, 65.0 + i / 10) for i in range(6)]
    assert framed([*near, spot("Far", 60.0, 10.0)]) == near


def test_names_do_not_cover_one_another() -> None:
    there = [("Orsa", 42.10), ("Orsa Bridge", 42.1001), ("Orsa Mill", 42.1002)]
    drawn = plot([*(spot(name, lat, 44.30) for name, lat in there), spot("Pell", 42.5, 44.9)])
    assert drawn
    assert [(d.name, d.anchor) for d in named(list(drawn.dots))][:2] == [("Orsa", "start"), ("Orsa Bridge", "end")]
    assert [d.name for d in drawn.dots][2:] == ["", "Pell"]


def test_nothing_to_draw() -> None:
    assert plot([Spot(Place("Nowhere"), "a place", (), (), "")]) is None


def test_strip_is_in_per_cent_and_unanchored_dates_are_apart() -> None:
    readings = bridge()
    lines = timeline(view(build("", readings, relate(readings))))
    placed = strip(lines.dated)
    assert [readings[d.said.report].report.id for d in lines.unanchored] == [quoting().report.id]
    assert all(0 <= d.left <= 100 and 0 < d.width <= 101.5 for d in placed)
    assert [d.interval.earliest_start for d in placed] == sorted(d.interval.earliest_start or "" for d in placed)


def test_places_are_listed_once_with_all_their_reports() -> None:
    readings = bridge()
    (one,) = spots(view(build("", readings, relate(readings))).reports)
    assert one.reports == ("Harrow Press", "Northway Daily")


def put(name: str, geometry: Geometry) -> Spot:
    lat, lon, km = holder(geometry)
    return Spot(Place(name, None, None, lat, lon, km, "relative", geometry=geometry), "", ("x",), (name,), "")


def test_regions_have_their_form_and_land_lies_behind() -> None:
    ring = Geometry("ring", 0.0, 36.0, 40.0, 20.0)
    sector = Geometry("sector", 0.0, 36.0, 40.0, 20.0, 0.0, 75.0)
    road = Geometry("corridor", 0.0, 36.0, 5.0, to_lat=0.5, to_lon=36.5)
    island = ((0.5, 36.5), (0.5, 36.6), (0.6, 36.6))
    part = Geometry("part", 0.0, 36.0, 80.0, outline=((0.0, 36.0), (0.0, 36.4), (0.4, 36.4)), more=(island,))
    drawn = plot([spot("Orsa", 0.0, 36.0), *(put(g.shape, g) for g in (ring, sector, road, part))])
    assert drawn is not None
    forms = {d.spot.place.name: d for d in drawn.dots}
    assert forms["Orsa"].path == "" and forms["ring"].path.count("Z") == 2 and forms["part"].path.count("Z") == 2
    assert forms["corridor"].wide > 3 and not forms["corridor"].path.endswith("Z") and forms["sector"].path.count("L") > 20
    assert drawn.land and all(len(d) < 5000 for d in drawn.land)


def test_a_large_region_does_not_make_the_map_large() -> None:
    far = Geometry("part", 10.0, 30.0, 900.0, outline=((0.0, 25.0), (20.0, 25.0), (20.0, 40.0), (0.0, 40.0)))
    alone, both = plot([spot("Orsa", 0.0, 36.0)]), plot([spot("Orsa", 0.0, 36.0), put("the north", far)])
    assert alone is not None and both is not None
    assert both.scale_km == alone.scale_km and len(both.dots) == 2


def test_a_country_alone_has_its_outline() -> None:
    kenya = Spot(Place("Kenya", "KE", 1, 0.2, 37.9, 430.0, "country"), "a country", ("x",), ("Kenya",), "")
    drawn = plot([kenya])
    assert drawn is not None and drawn.dots[0].path.startswith("M")
    both = plot([kenya, spot("Orsa", 0.0, 36.0)])
    assert both is not None and [d.spot.place.name for d in both.dots] == ["Orsa"]


def test_odd_places_are_drawn_or_left_out() -> None:
    for lat, lon in ((89.9, 0.0), (-90.0, 180.0), (10.0, -179.9)):
        drawn = plot([spot("Far", lat, lon, 4000.0), spot("Near", lat, lon)])
        assert drawn is not None and all(math.isfinite(d.x + d.y) for d in drawn.dots)
