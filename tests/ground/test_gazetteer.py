"""The shipped gazetteer: spellings that meet, places that are there, and what it costs to open."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import ResourceError
from sayso.ground.fold import fold, loose
from sayso.ground.gazetteer import SHIPPED, Gazetteer
from sayso.records.globe import distance_km, moved
from steps import steps


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


@pytest.mark.parametrize("left, right", [
    ("Saint-Étienne", "St. Etienne"), ("N'Djamena", "N’Djaména"), ("Łódź", "lodz"), ("Ann Arbor", "ANN  ARBOR"),
    ("Port-au-Prince", "Port au Prince"),
])  # fmt: skip
def test_spellings_fold_to_one_key(left: str, right: str) -> None:
    assert fold(left) == fold(right)


@pytest.mark.parametrize("left, right", [
    ("Pul-e ‘Alam", "Pol-e Alam"), ("Puli Alam", "Pul-e Alam"), ("al-Qamishli", "Kamishli"),
])  # fmt: skip
def test_transliterations_sound_alike(left: str, right: str) -> None:
    assert loose(left) == loose(right)


def test_different_names_do_not_sound_alike() -> None:
    assert len({loose(n) for n in ("Kabul", "Kunduz", "Kandahar", "Herat", "Harare")}) == 5


def test_most_important_first(gazetteer: Gazetteer) -> None:
    found = gazetteer.find("Paris", 5)
    assert (found[0].country, found[0].geonames, found[0].capital) == ("FR", 2988507, True)
    assert {e.country for e in found} >= {"FR", "US"}


def test_country_division_and_city_of_one_name(gazetteer: Gazetteer) -> None:
    assert [(e.kind, e.country) for e in gazetteer.find("Georgia", 2)] == [("country", "GE"), ("division", "US")]
    assert [e.kind for e in gazetteer.find("Kunduz", 2)] == ["division", "city"]


@pytest.mark.parametrize("name", ["Pul-e Alam", "Puli Alam", "Pol-e Alam", "Pule-Alam"])
def test_one_city_in_four_spellings(gazetteer: Gazetteer, name: str) -> None:
    assert any(e.kind == "city" and e.country == "AF" and abs(e.lat - 33.99) < 0.1 for e in gazetteer.find(name))


@pytest.mark.parametrize("name, kind", [
    ("Amu Darya", "river"), ("Kashmir", "region"), ("Donbas", "region"), ("Black Sea", "sea"), ("Middle East", "region"),
    ("Africa", "continent"),
])  # fmt: skip
def test_regions_of_the_own_table(gazetteer: Gazetteer, name: str, kind: str) -> None:
    assert gazetteer.find(name)[0].kind == kind


def test_unknown_names_are_not_found(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Zzyqqhaven") == ()
    assert gazetteer.find("") == ()
    assert gazetteer.find("x" * 100_000) == ()
    assert gazetteer.find("%_'; DROP TABLE place;--") == ()


def test_codes_and_neighbours(gazetteer: Gazetteer) -> None:
    texas, tajikistan = gazetteer.division("US", "TX"), gazetteer.country("TJ")
    assert texas is not None and texas.name == "Texas" and 300 < texas.radius_km < 600
    assert tajikistan is not None and tajikistan.name == "Tajikistan"
    assert gazetteer.country("ZZ") is None
    assert "AF" in gazetteer.neighbours("TJ") and "FR" not in gazetteer.neighbours("TJ")


def test_centres_lie_where_the_countries_are(gazetteer: Gazetteer) -> None:
    for code, lat, lon in (("RU", 61, 97), ("US", 39.5, -98.5), ("FR", 46.5, 2.5), ("NZ", -42, 173), ("AF", 34, 66)):
        entry = gazetteer.country(code)
        assert entry is not None and distance_km(entry.lat, entry.lon, lat, lon) < 600, entry


def test_city_knows_its_county(gazetteer: Gazetteer) -> None:
    city = next(e for e in gazetteer.find("Paris") if e.country == "US" and e.admin1 == "TX")
    assert city.county is not None and gazetteer.at(city.county).name == "Lamar County"


def test_moving_and_measuring_agree() -> None:
    lat, lon = moved(36.0, 68.7, 100.0, 315.0)
    assert distance_km(36.0, 68.7, lat, lon) == pytest.approx(100.0, rel=1e-6)
    assert lat > 36.0 and lon < 68.7
    assert moved(0.0, 179.9, 50.0, 90.0)[1] < -179


def test_the_file_is_small_and_opening_it_takes_a_few_steps() -> None:
    assert SHIPPED.stat().st_size < 40_000_000
    assert steps(lambda: Gazetteer.open().close()) < 200


def test_the_file_is_opened_read_only(gazetteer: Gazetteer) -> None:
    with pytest.raises(Exception, match=r"readonly|read-only"):
        gazetteer._bases[0].execute("DELETE FROM place")


def test_missing_or_foreign_files_are_told(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match=r"nowhere\.sqlite"):
        Gazetteer.open(tmp_path / "nowhere.sqlite")
    (tmp_path / "odd.sqlite").write_text("not a database" * 100)
    with pytest.raises(ResourceError, match=r"odd\.sqlite"):
        Gazetteer.open(tmp_path / "odd.sqlite")


def test_fingerprint_names_the_data(gazetteer: Gazetteer) -> None:
    assert len(gazetteer.fingerprint) == 16 and gazetteer.fingerprint == Gazetteer.open().fingerprint
