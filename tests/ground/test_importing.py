"""A user's own places, in the forms that people keep them in."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from sayso.errors import InputError
from sayso.ground.anchors import anchored
from sayso.ground.atlas import Atlas
from sayso.ground.gazetteer import Gazetteer
from sayso.ground.importing import add, places
from sayso.ground.places import placed
from sayso.ground.relative import regions
from sayso.lang import load
from sayso.records import Span
from sayso.records.region import contains

VILLAGES = "name,lat,lon,population,name_fa\nQarya Nimuna,36.1,68.9,420,قریه نمونه\nNo Position,,,1,\n,1,2,3,\n"


WELL = {"properties": {"name": "Qarya Darun"}, "geometry": {"type": "Point", "coordinates": [70.1, 34.6]}}


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_table_with_heading(tmp_path: Path) -> None:
    out = add(written(tmp_path, "villages.csv", VILLAGES), tmp_path / "own", "af")
    gazetteer = Gazetteer.open(more=[out])
    (entry,) = gazetteer.find("Qarya Nimuna")
    assert (entry.country, entry.population, round(entry.lat, 1)) == ("AF", 420, 36.1)
    assert gazetteer.find("قریه نمونه")[0].rank == entry.rank
    assert gazetteer.at(entry.rank).name == "Qarya Nimuna"
    assert gazetteer.find("Paris")[0].country == "FR"
    assert gazetteer.fingerprint != Gazetteer.open().fingerprint


def test_a_geonames_dump(tmp_path: Path) -> None:
    line = "9900001|Testabad|Testabad|Testobod,Testowad|38.5|70.1|P|PPL|TJ||01||||310||||x".replace("|", "\t")
    (row,) = places(written(tmp_path, "TJ.txt", line + "\n"))
    assert (row.geonames, row.country, row.admin1, row.others) == (9900001, "TJ", "01", ("Testobod", "Testowad"))


def test_shapes_of_geojson(tmp_path: Path) -> None:
    square = [[[70.0, 34.0], [71.0, 34.0], [71.0, 35.0], [70.0, 35.0], [70.0, 34.0]]]
    shape = {"type": "Polygon", "coordinates": square}
    features = [{"properties": {"shapeName": "Nimuna", "shapeType": "ADM2"}, "geometry": shape},
                {"properties": {"name": "Well"}, "geometry": {"type": "Point", "coordinates": [70.2, 34.2]}},
                {"properties": {}, "geometry": None}]  # fmt: skip
    rows = list(places(written(tmp_path, "d.geojson", json.dumps({"type": "FeatureCollection", "features": features})), "AF"))
    assert [(r.name, r.kind, round(r.lat, 1), round(r.lon, 1)) for r in rows] == [
        ("Nimuna", "county", 34.5, 70.5), ("Well", "city", 34.2, 70.2),
    ]  # fmt: skip
    assert 50 < rows[0].radius < 70


def test_outlines_are_kept_and_used(tmp_path: Path) -> None:
    bent = [[[70.0, 34.0], [71.0, 34.0], [71.0, 34.2], [70.2, 34.2], [70.2, 35.0], [70.0, 35.0], [70.0, 34.0]]]
    island = [[[72.0, 34.0], [72.1, 34.0], [72.1, 34.1], [72.0, 34.0]]]
    both, none = ({"type": "MultiPolygon", "coordinates": c} for c in ([bent, island], []))
    features = [{"properties": {"shapeName": "Nimuna", "shapeType": "ADM1"}, "geometry": both},
                {"properties": {"shapeName": "Nowhere", "shapeType": "ADM1"}, "geometry": none},
                {"properties": {"name": "Qarya Darun"}, "geometry": {"type": "Point", "coordinates": [70.1, 34.6]}},
                {"properties": {"name": "Qarya Birun"}, "geometry": {"type": "Point", "coordinates": [70.7, 34.6]}}]  # fmt: skip
    path = written(tmp_path, "d.geojson", json.dumps({"type": "FeatureCollection", "features": features}))
    gazetteer = Gazetteer.open(more=[add(path, tmp_path / "own", "AF")])
    (nimuna,), (inwell,), (outwell,) = (gazetteer.find(n) for n in ("Nimuna", "Qarya Darun", "Qarya Birun"))
    land = gazetteer.outline(nimuna)
    assert land is not None and land.contains(34.6, 70.1) and land.contains(34.05, 72.08) and not land.contains(34.6, 70.7)
    assert Atlas(gazetteer).holds(nimuna, inwell) is True
    assert Atlas(gazetteer).holds(nimuna, outwell) is False
    assert gazetteer.outline(inwell) is None and gazetteer.find("Nowhere") == ()
    text = "It snowed in northern Nimuna."
    anchor = anchored(Span(text.index("Nimuna"), text.index(".")), placed(nimuna), nimuna, gazetteer)
    (region,) = regions(text, [anchor], load("en"))
    shape = region.place.geometry
    assert shape is not None and contains(shape, 34.9, 70.1) and not contains(shape, 34.1, 70.1)


@pytest.mark.parametrize("geometry", [
    {"type": "Polygon", "coordinates": [[[1e400, 0], [1, 1], [2, 0]]]}, {"type": "Polygon", "coordinates": [[["a", 0], [1, 1]]]},
    {"type": "Point", "coordinates": None}, {"type": "Point", "coordinates": [0, 99]}, {"type": "Polygon", "coordinates": [[]]},
    {"type": "MultiPolygon", "coordinates": [[[[0]]]]}, {"type": "LineString", "coordinates": [[0, 0], [1, 1]]}, [], "x", None,
])  # fmt: skip
def test_odd_shapes_are_passed_over(tmp_path: Path, geometry: object) -> None:
    features = [{"properties": {"name": "Odd"}, "geometry": geometry}, None, {"properties": []}, WELL]
    path = written(tmp_path, "d.geojson", json.dumps({"type": "FeatureCollection", "features": features}))
    gazetteer = Gazetteer.open(more=[add(path, tmp_path / "own", "AF")])
    assert gazetteer.find("Odd") == () and gazetteer.find("Qarya Darun")


def test_an_outline_of_very_many_points_is_kept_in_few(tmp_path: Path) -> None:
    turns = [k / 200_000 * 6.2831853 for k in range(200_000)]
    ring = [[70 + math.cos(t), 34 + math.sin(t) * (1 + 0.001 * math.sin(900 * t))] for t in turns]
    feature = {"properties": {"name": "Qarya Buzurg"}, "geometry": {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}}
    path = written(tmp_path, "d.geojson", json.dumps({"type": "FeatureCollection", "features": [feature]}))
    gazetteer = Gazetteer.open(more=[add(path, tmp_path / "own", "AF")])
    land = gazetteer.outline(gazetteer.find("Qarya Buzurg")[0])
    assert land is not None and sum(map(len, land.rings)) < 20_000 and land.contains(34.9, 70.0)


def test_records_within_records(tmp_path: Path) -> None:
    small = {"name": "Small", "latitude": 34.1, "longitude": 66.1}
    data = [{"name": "Big", "latitude": "34.0", "longitude": "66.0", "districts": [small]}]
    assert [r.name for r in places(written(tmp_path, "p.json", json.dumps(data)))] == ["Big", "Small"]


@pytest.mark.parametrize("text", ["", "{}", "[]", "{broken", "a,b\n1,2\n", "name,lat,lon\nX,999,0\n"])
def test_files_without_places_are_refused_by_name(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputError, match=r"odd\.csv"):
        add(written(tmp_path, "odd.csv", text), tmp_path / "own")
