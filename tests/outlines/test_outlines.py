"""Outlines of countries: what they hold, how far their edges are, where they meet, and parts of them."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.outlines import Outline, border, bordering, closed, coast, outline, pack, region, roughly, sided, unpack, within
from sayso.outlines.lines import km_to
from sayso.records.region import contains
from steps import steps


def land(key: str) -> Outline:
    found = outline(key)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("key", "lat", "lon", "inside"),
    [
        ("KE", -1.29, 36.82, True),  # Nairobi
        ("KE", -3.37, 36.68, False),  # Arusha
        ("LS", -29.3, 27.5, True),  # Maseru
        ("ZA", -29.3, 28.5, False),  # a country within a country
        ("RU", 66.3, -172.0, True),  # beyond the date line
        ("RU", 66.0, 175.0, True),
        ("US", 66.3, -172.0, False),
        ("FJ", -16.83, -179.97, True),
        ("US.KS", 39.05, -95.68, True),  # Topeka
        ("US.MO", 39.05, -95.68, False),
        ("AQ", -85.0, 100.0, True),
        ("CY", 35.34, 33.32, True),
    ],
)
def test_what_outlines_hold(key: str, lat: float, lon: float, inside: bool) -> None:
    assert land(key).contains(lat, lon) is inside


def test_unknown_outlines_and_borders() -> None:
    assert outline("XX") is None
    assert border("KE", "PT") == ()
    assert bordering("XX") == frozenset()


@pytest.mark.parametrize(("key", "km2"), [("KE", 580_000), ("CH", 41_285), ("RU", 16_400_000), ("US.CO", 269_600)])
def test_areas(key: str, km2: float) -> None:
    assert land(key).area_km2 == pytest.approx(km2, rel=0.04)


def test_edges_and_borders() -> None:
    assert land("FR").km_to_edge(48.58, 7.75) < 6  # Strasbourg
    assert 200 < land("PL").km_to_edge(45.76, 4.84) < 1000  # from Lyon
    assert bordering("PT") == {"ES"}
    assert "AF" in bordering("TJ")
    assert border("AF", "TJ") is border("TJ", "AF") or len(border("AF", "TJ")) == len(border("TJ", "AF"))
    assert min(km_to(line, 37.11, 69.16) for line in border("TJ", "AF")) < 60  # a bridge at the Panj
    lines, off = roughly(border("RU", "KZ"), 60)
    assert sum(map(len, lines)) <= 60 and 1 < off < 200


def test_coasts() -> None:
    assert coast("CH") == () and coast("US.KS") == () and coast("XX") == ()
    assert min(km_to(line, -4.05, 39.68) for line in coast("KE")) < 15  # Mombasa
    assert min(km_to(line, -0.1, 34.75) for line in coast("KE")) > 300  # the border in a lake
    texas = coast("US.TX")
    assert min(km_to(line, 25.9, -97.5) for line in texas) < 40 < min(km_to(line, 31.76, -106.49) for line in texas)
    south = sided(coast("CY"), land("CY"), 180.0)
    assert min(km_to(line, 34.67, 33.04) for line in south) < 10 < min(km_to(line, 35.34, 33.32) for line in south)


def test_far_islands_are_no_part_of_the_north_of_a_country() -> None:
    norway = land("NO")
    assert norway.contains(78.9, 17.0)
    assert norway.middle[0] == pytest.approx(64.6, abs=0.5)
    assert land("MY").middle[1] == pytest.approx(109.5, abs=1)  # half of it lies beyond the sea


def test_parts() -> None:
    north = land("NO").cut((0.0,), 0.05)
    assert north.contains(69.47, 25.51) and not north.contains(59.91, 10.75)
    rings, off = north.rough(60)
    assert sum(map(len, rings)) <= 60 and off < 100
    assert land("CL").along(0.0, -18.5, -70.3) > 0.95 > 0.1 > land("CL").along(0.0, -53.2, -70.9)


def test_countries_as_regions() -> None:
    fiji, kenya = region("FJ"), region("KE")
    assert region("XX") is None and fiji is not None and kenya is not None
    assert fiji.outer_km < 600 and contains(fiji, -17.8, 178.2) and not contains(fiji, -17.8, -100.0)
    assert contains(kenya, 0.5, 37.5) and not contains(kenya, 0.5, 32.5) and kenya.spare_km < 10
    assert sum(map(len, (kenya.outline, *kenya.more))) <= 120


def test_packing() -> None:
    lines = [np.array([(10.0, 179.5), (10.5, 181.0), (-60.0, 250.0)]), np.array([(1.234, -5.678)])]
    found = unpack(pack(lines))
    assert found[0][0] == pytest.approx((10.0, 179.5)) and found[0][-1] == pytest.approx((-60.0, 250.0))
    assert found[1] == pytest.approx(lines[1], abs=1e-3)
    assert unpack(pack([])) == ()


def test_thin_rings_stay_what_they_are() -> None:
    circle = np.array([(np.cos(t), np.sin(t)) for t in np.linspace(0, 6.28, 400)])
    thin = closed(circle, 2.0)
    assert 8 < len(thin) < 80 and Outline((thin,)).contains(0.9, 0.1)


def test_countries_are_found_by_their_bounds_and_read_one_by_one() -> None:
    found = set(within(-5, 33, 5, 42))
    assert {"KE", "TZ", "UG"} <= found and "PL" not in found
    assert {"RU", "US", "FJ"} <= set(within(-20, 179, 70, 182))
    outline.cache_clear()
    assert steps(lambda: land("KE")) < 5_000
