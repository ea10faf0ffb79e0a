"""Bars and circles as numbers."""

from __future__ import annotations

from readings import bridge, quoting
from sayso.dossier import build
from sayso.present.drawing import HEIGHT, WIDTH, framed, named, plot, strip
from sayso.present.tables import Spot, spots, timeline
from sayso.present.view import view
from sayso.records import Place
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
    drawn = plot([spot("Orsa", 42.10, 44.30), spot("Orsa Bridge", 42.1001, 44.3001), spot("Pell", 42.5, 44.9)])
    assert drawn
    assert [d.name for d in named(list(drawn.dots))] == ["Orsa", "", "Pell"]


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
