"""How many origins are shown to be independent."""

from __future__ import annotations

from readings import Draft, agency, bridge, rival
from sayso.records import Reading, Story
from sayso.relate import profiles, relate
from sayso.relate.origins import origins

LAST = ("Quill", "Fell", "Doren", "Marsh", "Pike", "Stone", "Hart", "Lund", "Berg", "Wolf")


def report(number: int, *who: str, credit: str = "") -> Reading:
    """On the Orsa bridge, in words of its own, on the word of some informants."""
    name = f"Outlet{number}"
    said = [" ".join(f"{word}{number}{k}" for word in ("Girders", "fell", "from", "the", "deck")) for k in range(len(who))]
    text = "Bridge gone\n" + " ".join(f"{s}, said {w}." for s, w in zip(said, who, strict=True))
    d = Draft(f"r{number}", f"{text} {credit}", name, "2023-03-04")
    for s, w in zip(said, who, strict=True):
        d.said(s, w, "person", "said")
    return d.reading()


def story(*readings: Reading) -> Story:
    (one,) = relate(readings).stories
    return one


def shown(*readings: Reading) -> int:
    return sum(o.shown for o in origins(profiles(readings)).origins)


def test_a_ministry_and_a_nurse_are_two_origins() -> None:
    assert shown(agency(), rival()) == 2
    assert sum(o.shown for o in relate(bridge()).stories[0].origins) == 2


def test_informants_of_ones_own_make_an_origin() -> None:
    assert shown(report(1, "Ada Quill"), report(2, "Jaro Fell"), report(3, "Ilka Doren")) == 3


def test_one_agency_cited_by_both_makes_one_origin_shown() -> None:
    first, second = (report(n, w, credit="So the AFP reports.") for n, w in ((1, "Ada Quill"), (2, "Jaro Fell")))
    found = origins(profiles((first, second))).origins
    assert [o.shown for o in found] == [True, False]
    assert "independence is not shown: with Outlet1: both cite" in found[1].why


def test_one_informant_in_common_is_one_origin_shown() -> None:
    assert shown(report(1, "Ada Quill", "Jaro Fell"), report(2, "Ada Quill", "Ilka Doren")) == 1


def test_whom_the_other_names_is_nobody_of_its_own() -> None:
    first = report(1, "Ada Quill", credit="Jaro Fell was not there.")
    assert shown(first, report(2, "Jaro Fell")) == 1


def test_those_with_the_least_in_common_count() -> None:
    """The first report shares an informant with each of the others, who share none."""
    between = report(0, "Ada Quill", "Jaro Fell", "Ilka Doren")
    found = origins(profiles((between, report(1, "Ada Quill", "Bo Marsh"), report(2, "Jaro Fell", "Ulf Pike")))).origins
    assert [o.shown for o in found] == [False, True, True]


def test_many_origins_cost_no_more_than_some() -> None:
    several = [report(n, f"Ada{n} {LAST[n % 10]}{n}") for n in range(300)]
    found = origins(profiles(several)).origins
    assert sum(o.shown for o in found) <= 30
