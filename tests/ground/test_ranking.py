"""Ranking among namesakes made up for the purpose, and the file they are kept in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sayso.ground.compiled import Row, write
from sayso.ground.gazetteer import Entry, Gazetteer
from sayso.ground.ranking import Focus, Named, contains, resolve, variant
from sayso.ground.rings import centre, hull


def city(rank: int, country: str, lat: float, lon: float, people: int, admin1: str = "1", county: int | None = None) -> Entry:
    return Entry(rank, rank, f"Town {rank}", "city", country, admin1, county, lat, lon, people, 5.0, False)


SMALL, LARGE = city(1, "AA", 10.0, 10.0, 5_000), city(2, "BB", 50.0, 50.0, 500_000)
NEIGHBOUR, DISTANT = city(3, "AA", 10.2, 10.1, 20_000), city(4, "AA", 30.0, 10.0, 20_000, "2")


def chosen(*names: Named, focus: str | None = None) -> list[int]:
    return [c.entry.rank for c in resolve(names, Focus(focus)) if c]


def test_size_decides_where_nothing_else_does() -> None:
    choice = resolve([Named("X", (SMALL, LARGE))], Focus())[0]
    assert choice is not None and choice.entry is LARGE and choice.support == 0
    assert any("size alone" in reason for reason in choice.why)


def test_company_outweighs_size() -> None:
    assert chosen(Named("X", (SMALL, LARGE)), Named("Y", (NEIGHBOUR,))) == [1, 3]


def test_a_town_called_by_its_own_name_is_not_another_too() -> None:
    taloq, khan = city(1, "AF", 36.7, 69.5, 64_000_000), city(2, "AF", 36.6, 69.1, 6_000)
    once = replace(taloq, matched="alternate")
    assert chosen(Named("Khanabad", (once, khan))) == [1]
    assert chosen(Named("Khanabad", (once, khan)), Named("Town 1", (taloq,))) == [2, 1]


def test_what_contains_it_outweighs_all() -> None:
    country = Entry(9, 9, "Aland", "country", "AA", None, None, 15.0, 10.0, 9_000_000, 300.0, False)
    inner, outer, other = Named("X", (SMALL, LARGE), within=[(1, 6.0)]), Named("Aland", (country,)), city(5, "BB", 50, 51, 9)
    assert chosen(inner, outer, Named("Z", (other,))) == [1, 9, 5]


def test_a_stated_distance_chooses() -> None:
    assert chosen(Named("X", (LARGE, SMALL, DISTANT), apart=[(1, 25.0)]), Named("Y", (NEIGHBOUR,)))[0] == 1


def test_city_and_its_county_choose_each_other() -> None:
    places = ((20, "1"), (21, "2"))
    counties = [Entry(r, None, "C County", "county", "AA", a, None, 0.0, float(r), 9_000, 20.0, False) for r, a in places]
    towns = (city(6, "AA", 0.0, 20.0, 90_000, "3"), city(7, "AA", 0.0, 21.0, 900, "2", county=21))
    assert chosen(Named("C County", tuple(counties)), Named("X", towns)) == [21, 7]


def test_the_publisher_s_country_tips_the_scale() -> None:
    twins = (city(1, "AA", 10, 10, 5_000), city(2, "BB", 50, 50, 6_000))
    assert chosen(Named("X", twins)) == [2] and chosen(Named("X", twins), focus="AA") == [1]


def test_no_candidates_no_choice() -> None:
    assert resolve([Named("X", ())], Focus()) == [None] and resolve([], Focus()) == []


def test_containment_goes_by_codes() -> None:
    division = Entry(8, 8, "D", "division", "AA", "1", None, 10.0, 10.0, 1, 50.0, False)
    assert contains(division, SMALL) and not contains(division, DISTANT) and not contains(SMALL, division)
    assert not contains(division, division)


@pytest.mark.parametrize("name, own, expected", [("Puli Alam", "Pul-e Alam", True), ("Constantinople", "Istanbul", False)])
def test_spellings_and_other_names(name: str, own: str, expected: bool) -> None:
    entry = Entry(1, 1, own, "city", "AF", None, None, 0.0, 0.0, 1, 1.0, False, "alternate")
    assert variant(name, entry) is expected


def test_the_same_places_give_the_same_bytes(tmp_path: Path) -> None:
    rows = [Row("Alpha", "city", "AA", 1.0, 2.0, 500, others=("Alfa",)), Row("Beta", "county", "AA", -1.0, 179.9, 900, 12.0)]
    write(rows, tmp_path / "a.sqlite", "test", {"AA"})
    write(rows[::-1], tmp_path / "b.sqlite", "test", {"AA"})
    assert (tmp_path / "a.sqlite").read_bytes() == (tmp_path / "b.sqlite").read_bytes()
    found = Gazetteer.open(tmp_path / "a.sqlite").find("alfa")
    assert [(e.name, e.matched, e.lat, e.lon) for e in found] == [("Alpha", "alternate", 1.0, 2.0)]


def test_centres_of_rings() -> None:
    lat, lon, radius = centre([(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0)])
    assert (round(lat, 6), round(lon, 6)) == (1.0, 1.0) and 120 < radius < 130
    assert abs(centre([(179.0, 0.0), (-179.0, 0.0), (-179.0, 2.0), (179.0, 2.0)])[1] - 180.0) < 1e-6
    assert len(hull([(0, 0), (1, 1), (2, 0), (1, 0.2), (1, 3)])) == 3
