"""Outlet, day and writers as reports print them at head and foot; all texts are our own."""

from __future__ import annotations

import pytest

from sayso.lang import load
from sayso.records import Report
from sayso.structure import lay_out
from steps import linear

PACK = load("en")
HEADLINE = "Ferry sinks off northern pier, 12 missing"
BODY = (
    "The governor said on Tuesday that at least 12 people were missing after the ferry sank near the pier.\n\n"
    "Divers searched the harbour for a second day, a spokesman for the port authority told reporters.\n\n"
    "Relatives of the missing waited at the gate of the harbour in the rain until late in the evening."
)


def laid(head: str, foot: str = "") -> Report:
    return lay_out(Report("r", f"{head}\n\n{BODY}{foot}"), PACK)


def day(report: Report) -> str | None:
    return next((line.date.of(report.text) for line in report.datelines if line.date), None)


@pytest.mark.parametrize(
    ("head", "publisher", "printed", "writers"),
    [
        ("{H}\n\nBy Sana Ilves\nThe Karsk Daily, 12 March 2024", "The Karsk Daily", "12 March 2024", ("Sana Ilves",)),
        ("{H}\n\nThe Hill Tribune\n15 March 2024", "The Hill Tribune", "15 March 2024", ()),
        ("The Hill Tribune\n15 March 2024\n\n{H}", "The Hill Tribune", "15 March 2024", ()),
        ("{H}\nOslan Herald | March 3, 2024", "Oslan Herald", "March 3, 2024", ()),
        ("{H}\nOslan Herald - March 3, 2024", "Oslan Herald", "March 3, 2024", ()),
        ("{H}\n3 March 2024, Oslan Herald", "Oslan Herald", "3 March 2024", ()),
        ("Radio Vesna\n\n{H}", "Radio Vesna", None, ()),
        ("{H}\n\nPublished by The Coast Observer on 4 May 2023", "The Coast Observer", "4 May 2023", ()),
        ("{H}\n\nMorning Lamp staff\n4 May 2023", "Morning Lamp", "4 May 2023", ()),
        ("{H}\n\nBy Peter Lanz, Valley Courier Correspondent", "Valley Courier", None, ("Peter Lanz",)),
        ("{H}\n\nValley Courier/agencies\n4 May 2023", "Valley Courier", "4 May 2023", ()),
        ("{H}\n\nportvalenow.com\nMay 2, 2023", "portvalenow.com", "May 2, 2023", ()),
        (
            "{H}\n\nBy Anna Sorel and Juan Prado | Coast Wire | 2023-05-02",
            "Coast Wire",
            "2023-05-02",
            ("Anna Sorel", "Juan Prado"),
        ),
        ("{H}\n\nBy Anna Sorel\nThe Lamp, 2 May 2023", "The Lamp", "2 May 2023", ("Anna Sorel",)),
        ("{H}\n\nPosted: 2 May 2023 by Anna Sorel for Harbour Weekly", "Harbour Weekly", "2 May 2023", ("Anna Sorel",)),
        ("{H}\n\nCoast Times, Maran\n1 June 2024", "Coast Times", "1 June 2024", ()),
        ("{H}\n\n1 June 2024 — Telegraph of Maran", "Telegraph of Maran", "1 June 2024", ()),
        ("{H}\n\nNorthern Wire report, 1 June 2024", "Northern Wire", "1 June 2024", ()),
        ("Title: {H}\nOutlet: Coast Times\nDate: 2024-06-01", "Coast Times", "2024-06-01", ()),
        ("{H}\n\nBy our correspondent Ilse Brandt in Maran\nThe Coast Times", "The Coast Times", None, ("Ilse Brandt",)),
        ("The Velden Chronicle, Vol. 12, No. 44, 9 May 2024\n\n{H}", "The Velden Chronicle", "9 May 2024", ()),
        ("The Border Post\nFree since 1921\nTuesday, 2 May 2023\n\n{H}", "The Border Post", "Tuesday, 2 May 2023", ()),
    ],
)
def test_outlet_and_day_at_the_head(head: str, publisher: str, printed: str | None, writers: tuple[str, ...]) -> None:
    report = laid(head.replace("{H}", HEADLINE))
    assert (report.publisher, day(report), report.byline, report.title) == (publisher, printed, writers, HEADLINE)
    assert all(not line.places for line in report.datelines)


@pytest.mark.parametrize(
    "head",
    [
        f"{HEADLINE}\n\nPort Vale, 2 May 2023",
        f"{HEADLINE}\n\nPort Vale\n2 May 2023",
        f"Port Vale\n2 May 2023\n\n{HEADLINE}",
        f"{HEADLINE}\n\nBy Anna Sorel\nThe Hague, 2 May 2023",
        f"{HEADLINE}\n\nAnna Sorel\n2 May 2023",
        f"{HEADLINE}\n\nBy Emily Post\n2 May 2023",
        f"{HEADLINE}\n\nBy Staff Reporter, Karsk",
        f"WORLD NEWS\n\n{HEADLINE}",
        "Bad News for Fishermen",
        "Dozens Feared Dead\n\nBy Anna Sorel\n2 May 2023",
        "Daily Bread\n2 May 2023",
        f"{HEADLINE}\n\nThe Long Record\n\nBy Anna Sorel",
        "Minister Attacks Valley Herald\n\nBy Anna Sorel\n2 May 2023",
        f"{HEADLINE}\n\nBy Anna Sorel, Reuters\n",
    ],
)
def test_place_person_section_and_headline_are_no_outlets(head: str) -> None:
    report = laid(head)
    assert report.publisher is None or "Reuters" in head
    assert report.title in (HEADLINE, head.split("\n")[0])


@pytest.mark.parametrize(
    ("foot", "publisher"),
    [
        ("© 2024 Bay Gazette. All rights reserved.", "Bay Gazette"),
        ("(c) Lake Courier 2024", "Lake Courier"),
        ("Source: Northern Wire", "Northern Wire"),
        ("— Lake Tribune", "Lake Tribune"),
        ("The Lake Chronicle, 8 July 2024", "The Lake Chronicle"),
        ("Source: Ministry of Transport", None),
        ("Source: New York Times", None),  # credits what the page took it from
        ("The Lamp Tribune had said so, he said.\n\nSource: Lamp Tribune", None),
        ("Anna Sorel, Coast Times", "Coast Times"),
        ("— Anna Sorel", None),
        ("[Lake Tribune]", None),
        ("© Anna Sorel", None),
        ("This story was first published by Lake Tribune", None),
    ],
)
def test_outlet_at_the_foot(foot: str, publisher: str | None) -> None:
    assert laid(HEADLINE, f"\n\n{foot}").publisher == publisher


def test_the_head_goes_before_copyright_and_dateline() -> None:
    both = laid(f"{HEADLINE}\n\nThe Hill Tribune\n15 March 2024\n\nPORT VALE (AP) - The ferry sank.", "\n\n© 2024 Bay Gazette")
    assert both.publisher == "The Hill Tribune"
    assert laid(f"{HEADLINE}\n\nPORT VALE (AP) - The ferry sank.", "\n\n© 2024 Bay Gazette").publisher == "Bay Gazette"
    assert laid(f"{HEADLINE}\n\nPORT VALE (AP) - The ferry sank.").publisher == "Associated Press"


def test_outlet_of_a_page_by_its_title() -> None:
    titled = Report("r", BODY, title="Ferry sinks - The Harbour Tribune")
    assert lay_out(titled, PACK).publisher == "The Harbour Tribune"
    assert lay_out(Report("r", BODY, title="Ferry sinks - and a minister resigns"), PACK).publisher is None


def test_signed_line_in_the_middle_is_another_reports() -> None:
    report = laid(HEADLINE, f"\n\nBy Peter Lanz, Valley Courier | 2 May 2023\n\n{BODY}\n\n{BODY}")
    assert report.publisher is None
    assert day(report) is None


def test_many_dated_lines_are_read_in_linear_time() -> None:
    many = "Tuesday, 2 May 2023\n\nIt rained, he told The Lamp.\n\n"
    assert linear(lambda n: lay_out(Report("r", f"{HEADLINE}\n\n{BODY}\n\n" + many * n), PACK), 50, 200)


def test_day_and_agency_on_a_line_of_their_own() -> None:
    report = laid(f"{HEADLINE}\n\nMaran/Coast City, 1 June 2024 (CNS)")
    line = report.datelines[0]
    assert [p.of(report.text) for p in line.places] == ["Maran", "Coast City"]
    assert (day(report), line.agency and line.agency.of(report.text), report.publisher) == ("1 June 2024", "CNS", "CNS")


def test_two_agencies_of_a_dateline_are_no_publisher() -> None:
    report = laid(f"{HEADLINE}\n\nMARAN (CNS/Coast Times) - The ferry sank in the harbour on Tuesday night.")
    assert [p.of(report.text) for p in report.datelines[0].places] == ["MARAN"]
    assert report.publisher is None


def test_press_release_has_its_day() -> None:
    report = laid(f"MARAN FIRE SERVICE\nPress release, 1 June 2024\n\n{HEADLINE}")
    assert (day(report), report.title, report.publisher) == ("1 June 2024", HEADLINE, None)
