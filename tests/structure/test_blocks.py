"""Blocks of a report's page, on texts of our own."""

from __future__ import annotations

import pytest

from sayso.lang import load
from sayso.records import Block, Report, Span
from sayso.structure import lay_out
from steps import linear

PACK = load("en")

BODY = "The governor said on Tuesday that at least 12 people were missing after the ferry sank near the northern pier."
MORE = "Divers searched the harbour for a second day, a spokesman for the port authority told reporters."


def laid(text: str, **fields: object) -> Report:
    return lay_out(Report("r", text, **fields), PACK)  # type: ignore[arg-type]


def kinds(report: Report) -> list[tuple[str, str]]:
    return [(block.kind, block.span.of(report.text)) for block in report.blocks]


def datelines(report: Report) -> list[tuple[list[str], str | None, str | None]]:
    text = report.text
    return [
        ([p.of(text) for p in d.places], d.date.of(text) if d.date else None, d.agency.of(text) if d.agency else None)
        for d in report.datelines
    ]


def assert_whole(report: Report) -> None:
    """Blocks stand in order, do not overlap, and leave out nothing but white space."""
    at = 0
    for block in report.blocks:
        assert block.span.start >= at and block.span.end > block.span.start
        assert not report.text[at : block.span.start].strip()
        at = block.span.end
    assert not report.text[at:].strip()


def test_agency_report_with_headline_dateline_byline_lead_and_footnote() -> None:
    text = (
        "Camp of the Northern Column* seen near Taloqan\n"
        'OSH - TALOQAN, June 4 - "Chinor", Parviz Saidi, Rustam Alimov. Earlier, the agency Zarya reported a camp of 90 men.\n'
        f"{MORE}\nPhoto: the old mill (archive)\n{BODY}\n* The organization is banned by a court.\n"
    )
    report = laid(text)
    assert_whole(report)
    assert [kind for kind, _ in kinds(report)] == [
        "headline", "dateline", "byline", "lead", "paragraph", "caption", "paragraph", "footnote",
    ]  # fmt: skip
    assert datelines(report) == [(["OSH", "TALOQAN"], "June 4", "Chinor")]
    assert report.byline == ("Parviz Saidi", "Rustam Alimov")
    assert report.publisher == "Chinor"
    assert report.title == "Camp of the Northern Column* seen near Taloqan"
    assert dict(kinds(report))["lead"].startswith("Earlier, the agency Zarya")


@pytest.mark.parametrize(
    ("head", "places", "date", "agency", "publisher"),
    [
        ("KABUL (Reuters) - ", ["KABUL"], None, "Reuters", "Reuters"),
        ("KABUL, March 1 (AFP) — ", ["KABUL"], "March 1", "AFP", "Agence France-Presse"),
        ("LONDON, 3 Mar 2020 (dpa) -- ", ["LONDON"], "3 Mar 2020", "dpa", "Deutsche Presse-Agentur"),
        ("Nairobi, Kenya (AP) – ", ["Nairobi", "Kenya"], None, "AP", "Associated Press"),
        ("ST. PETERSBURG, Fla. (AP) — ", ["ST. PETERSBURG", "Fla."], None, "AP", "Associated Press"),
        ("PANAMA CITY (PANAMA), 18 NOV 89 (EFE) -- ", ["PANAMA CITY"], "18 NOV 89", "EFE", "EFE"),
        ("MOSCOW. March 5 (Interfax) - ", ["MOSCOW"], "March 5", "Interfax", "Interfax"),
        ("WASHINGTON/PARIS, Jan 3 (Reuters) - ", ["WASHINGTON", "PARIS"], "Jan 3", "Reuters", "Reuters"),
        ("THE HAGUE, May 12 - ", ["THE HAGUE"], "May 12", None, None),
        ("ISLAMABAD: ", ["ISLAMABAD"], None, None, None),
        ("Lagos – ", ["Lagos"], None, None, None),
    ],
)
def test_datelines(head: str, places: list[str], date: str | None, agency: str | None, publisher: str | None) -> None:
    report = laid(f"{head}{BODY}\n\n{MORE}\n")
    assert_whole(report)
    assert kinds(report)[:2] == [("dateline", head.strip()), ("lead", BODY)]
    assert datelines(report) == [(places, date, agency)]
    assert report.publisher == publisher


@pytest.mark.parametrize("slug", ["(Reuters) - ", "(AFP) — ", "REUTERS - "])
def test_agency_alone_is_a_slug(slug: str) -> None:
    report = laid(f"{slug}{BODY}\n\n{MORE}\n")
    assert kinds(report)[:2] == [("slug", slug.strip()), ("lead", BODY)]
    assert datelines(report)[0][2] == slug.strip("( )-—")


@pytest.mark.parametrize(
    "opening",
    [
        "BREAKING - Police say the road to the airport is closed until further notice, and they gave no reason.",
        "Analysis: What the ministers said in March - and what they did after it - differs in four points.",
        "The mayor - a former judge - said on Monday that he would not resign over the affair.",
        "NATO - The alliance said on Monday that it would send no more ships to the strait this year.",
        "Anna Sorel – The nurse who was held for nine days in the north says that she never saw her guards.",
        "Anna Sorel and two others - all of them nurses - were released on Friday after nine days.",
        "Two men (one of them a guard) - both armed - were seen at the gate, a neighbour said.",
    ],
)
def test_what_looks_like_a_dateline_and_is_none(opening: str) -> None:
    report = laid(f"{opening}\n\n{MORE}\n")
    if opening.startswith("NATO"):
        assert not report.datelines or datelines(report)[0][0] == ["NATO"]  # an acronym is written as a city is
        return
    assert report.datelines == ()


def test_monitored_wire_copy_in_capitals_with_tags() -> None:
    text = (
        "   PUERTO CLARO, 24 OCT 89 (RADIO SUR) -- [COMMUNIQUE] [SOUTHERN FRONT COMMAND,\nSFC] [TEXT] THE SOUTHERN FRONT "
        "ANNOUNCED YESTERDAY THAT ITS UNITS HAD\nLEFT THE TOWN OF ALTA MESA AFTER FOUR DAYS OF CLASHES WITH THE "
        "ARMY, IN WHICH\nSEVEN SOLDIERS WERE WOUNDED.\n\n   THE ARMY DENIED THAT THERE HAD BEEN ANY "
        "FIGHTING.  A SPOKESMAN SAID THE\nTOWN WAS QUIET.\n"
    )
    report = laid(text)
    assert_whole(report)
    assert [kind for kind, _ in kinds(report)] == ["dateline", "slug", "lead", "paragraph"]
    assert kinds(report)[1][1].endswith("[TEXT]")
    assert datelines(report) == [(["PUERTO CLARO"], "24 OCT 89", "RADIO SUR")]
    assert kinds(report)[3][1].endswith("TOWN WAS QUIET.")


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "Ferry sinks off northern pier\nBy Jane Roe\n\nPORT VALE, May 3 - The governor said on Tuesday that at least 12\n"
        "people were missing after the ferry sank near the northern pier in\nheavy rain.\n\nDivers searched the harbour for a "
        "second day, a spokesman for the port\nauthority told reporters. He gave no names and would not say "
        "when the\nsearch would end.\n"
    )
    report = laid(text)
    assert_whole(report)
    assert [kind for kind, _ in kinds(report)] == ["headline", "byline", "dateline", "lead", "paragraph"]
    assert report.byline == ("Jane Roe",)


def test_first_sentence_is_no_headline() -> None:
    for text in (f"{BODY}\n\n{MORE}", "The ferry sank on Monday near the northern pier.\n\n" + BODY, BODY):
        report = laid(text)
        assert report.blocks[0].kind == "lead"
        assert report.title is None


@pytest.mark.parametrize(
    "headline",
    [
        "Ferry sinks off northern pier, 12 missing",
        "FERRY SINKS OFF NORTHERN PIER",
        "Twelve Missing After Ferry Sinks Off Pier.",
        "Ferry sinks near northern pier.",
        "‘No hope’ for ferry’s crew",
    ],
)
def test_headlines(headline: str) -> None:
    report = laid(f"{headline}\n\n{BODY}\n\n{MORE}\n")
    assert kinds(report)[:2] == [("headline", headline), ("lead", BODY)]


def test_deck_under_the_headline() -> None:
    report = laid(f"Ferry sinks off pier\n\nSearch goes on for 12 people, governor says\n\n{BODY}\n\n{MORE}\n")
    assert [kind for kind, _ in kinds(report)] == ["headline", "headline", "lead", "paragraph"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Roe", ("Jane Roe",)),
        ("By Jane Roe in Lagos", ("Jane Roe",)),
        ("BY JANE ROE AND JOHN DOE", ("JANE ROE", "JOHN DOE")),
        ("By Jane Roe, Ahmad al-Masri and John Doe", ("Jane Roe", "Ahmad al-Masri", "John Doe")),
        ("Jane Roe, Staff Reporter", ("Jane Roe",)),
        ("By Jane Roe | 3 May 2021", ("Jane Roe",)),
    ],
)
def test_bylines(line: str, names: tuple[str, ...]) -> None:
    report = laid(f"Ferry sinks off northern pier\n{line}\n{BODY}\n{MORE}\n")
    assert kinds(report)[1] == ("byline", line)
    assert report.byline == names


@pytest.mark.parametrize("line", ["By Monday the search had ended.", "By the time help came, the ferry was gone"])
def test_what_looks_like_a_byline_and_is_none(line: str) -> None:
    assert laid(f"{BODY}\n\n{line}\n\n{MORE}\n").blocks[1].kind == "paragraph"


@pytest.mark.parametrize(
    ("paragraph", "kind"),
    [
        ("FILE - The ferry leaves the northern pier in a picture from last year.", "caption"),
        ("The pier on Monday. (AP Photo/J. Roe)", "caption"),
        ("Photo by Jane Roe", "credit"),
        ("Editor's note: This report has been changed to correct the number of crew.", "note"),
        ("Correction: An earlier version gave the wrong pier.", "note"),
        ("(Reporting by Jane Roe in Port Vale; Editing by John Doe)", "note"),
        ("John Doe in Nairobi contributed to this report.", "note"),
        ("Share this article", "boilerplate"),
        ("© 2021 Port Vale Herald. All rights reserved.", "boilerplate"),
        ("— Copyright Coast Wire 2021", "boilerplate"),
        ("loadPlayer('news-42');", "boilerplate"),
        ("READ MORE: Ten ferries that sank", "boilerplate"),
        ("- Twelve people are missing", "list"),
        ("May 3, 2021", "dateline"),
        ("Friday, 3 May 2021 14:05 GMT", "dateline"),
    ],
)
def test_parts_of_a_page(paragraph: str, kind: str) -> None:
    report = laid(f"Ferry sinks off pier\n\n{BODY}\n\n{paragraph}\n\n{MORE}\n")
    assert_whole(report)
    assert report.blocks[2].kind == kind


def test_footnote_needs_its_mark_in_the_text() -> None:
    marked = laid(f"{BODY}\n\nThe Lions of Vale* denied it.\n\n* The group is banned.\n")
    assert marked.blocks[-1].kind == "footnote"
    assert laid(f"{BODY}\n\n* The first point\n\n* The second point\n").blocks[-1].kind == "list"


def test_reporters_of_a_note_are_the_byline() -> None:
    assert laid(f"{BODY}\n\n(Reporting by Jane Roe in Port Vale; Editing by John Doe)").byline == ("Jane Roe",)


def test_what_metadata_gave_is_kept() -> None:
    report = laid(f"KABUL (Reuters) - {BODY}", publisher="Port Vale Herald", byline=("Jane Roe",), title="Ferry")
    assert (report.publisher, report.byline, report.title) == ("Port Vale Herald", ("Jane Roe",), "Ferry")


def test_blocks_of_ingest_are_kept_and_made_finer() -> None:
    text = f"Ferry sinks\n\nThe pier.\n\nKABUL, May 3 (AP) — {BODY}"
    given = (Block("headline", Span(0, 11)), Block("caption", Span(13, 22)), Block("paragraph", Span(24, len(text))))
    report = laid(text, blocks=given)
    assert [b.kind for b in report.blocks] == ["headline", "caption", "dateline", "lead"]
    assert_whole(report)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t\n",
        "-",
        "***",
        "“",
        "KABUL -",
        "(AFP)",
        "By",
        "\u202eKABUL – خبر",
        "[" * 500,
        "A, " * 5000,
        "KABUL, " * 3000,
        "\n".join("ab" * 9000),
        "* item of a list\n" * 20_000,
        "By A B, " * 4000,
        "May 3, 2021\n" * 8_000,
        "Ferry sinks off pier\n" * 8_000,
    ],
)
def test_odd_texts_do_not_crash(text: str) -> None:
    assert_whole(laid(text))


@pytest.mark.parametrize(
    "piece", [f"{BODY} {MORE}\n\n", "* item of a list\n", "By A B, ", "May 3, 2021\n", "Ferry sinks off pier\n", "KABUL, "]
)
def test_long_reports_take_time_in_proportion(piece: str) -> None:
    assert linear(lambda n: laid(f"Ferry sinks\n\nKABUL (Reuters) - {BODY}\n\n" + piece * n), 100, 400)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Roe in Lagos and John Doe in Accra", ("Jane Roe", "John Doe")),
        ("By Jane Roe and John Doe, Coast Wire", ("Jane Roe", "John Doe")),
        ("Anna Sorel and Juan Prado", ("Anna Sorel", "Juan Prado")),
    ],
)
def test_bylines_with_places_outlets_or_names_alone(line: str, names: tuple[str, ...]) -> None:
    report = laid(f"Ferry sinks off northern pier\n{line}\n{BODY}\n{MORE}\n")
    assert kinds(report)[1] == ("byline", line)
    assert report.byline == names


def test_byline_before_the_dateline_in_one_paragraph() -> None:
    report = laid(f"By Jane Roe and John Doe LAGOS/ABUJA, Nov 1 (Reuters) - {BODY}\n\n{MORE}\n")
    assert kinds(report)[:3] == [
        ("byline", "By Jane Roe and John Doe"),
        ("dateline", "LAGOS/ABUJA, Nov 1 (Reuters) -"),
        ("lead", BODY),
    ]
    assert report.byline == ("Jane Roe", "John Doe")


def test_country_in_brackets_is_no_agency() -> None:
    report = laid(f"Rosario (Costa Verde) – {BODY}\n\n{MORE}\n")
    assert datelines(report) == [(["Rosario"], None, None)]
    assert report.publisher is None
    assert laid(f"ROSARIO (KCBA) – {BODY}\n\n{MORE}\n").publisher == "KCBA"


def test_outlet_where_a_place_would_stand() -> None:
    report = lay_out(Report("r", "The Strand Times, 5 May 2023 - The ferry sank, the police said."), PACK)
    assert (report.publisher, report.datelines[0].places) == ("The Strand Times", ())


def test_an_outlet_writes_nothing() -> None:
    text = "Ferry sinks\nBy Jane Roe, The Daily Lamp\n\nThe ferry sank off Port Vale on Monday, the police said."
    report = lay_out(Report("r", text), PACK)
    assert (report.publisher, report.byline) == ("The Daily Lamp", ("Jane Roe",))


def test_outlet_that_signs_after_the_day() -> None:
    report = laid(f"Ferry sinks\n\nLAGOS, May 3 - Coast Wire. {BODY}\n\n{MORE}\n")
    assert kinds(report)[1:3] == [("dateline", "LAGOS, May 3 - Coast Wire."), ("lead", BODY)]
    assert report.publisher == "Coast Wire"


@pytest.mark.parametrize(
    ("head", "places", "agency"),
    [
        ("KYIV, May 4. /Zarya/. ", ["KYIV"], "Zarya"),
        ("MOSCOW, 4 May — Zarya. ", ["MOSCOW"], "Zarya"),
        ("New Delhi: ", ["New Delhi"], None),
    ],
)
def test_datelines_that_end_otherwise(head: str, places: list[str], agency: str | None) -> None:
    report = laid(f"{head}{BODY}\n\n{MORE}\n")
    assert kinds(report)[:2] == [("dateline", head.strip()), ("lead", BODY)]
    assert (datelines(report)[0][0], datelines(report)[0][2]) == (places, agency)


def test_page_copied_with_its_labels() -> None:
    report = laid(
        "World\nFerry sinks off northern pier\nAnna Sorel in Port Vale\nTue 4 May 2021 09.30 BST\n"
        f"Last modified on Tue 4 May 2021 11.02 BST\n{BODY}\n{MORE}\n"
    )
    assert [kind for kind, _ in kinds(report)] == [
        "boilerplate", "headline", "byline", "dateline", "dateline", "lead", "paragraph",
    ]  # fmt: skip
    assert report.byline == ("Anna Sorel",)


def test_wire_copy_with_its_notes_to_editors() -> None:
    report = laid(
        f"(Adds details, background)\n\nBy Jane Roe\n\nPORT VALE, May 4 (Reuters) - {BODY}\n\n{MORE}\n\n"
        "(Reporting by Jane Roe; Editing by John Doe)\n\n((jane.roe@example.com))\n"
    )
    assert [kind for kind, _ in kinds(report)] == ["note", "byline", "dateline", "lead", "paragraph", "note", "note"]


@pytest.mark.parametrize("second", ["PORT VALE, May 3 (AP) -- ", "By Jane Roe\n   "])
def test_headline_as_wide_as_the_wrapped_lines_under_it(second: str) -> None:
    report = laid(
        f"Ferry sinks off northern pier in heavy rain, twelve people are missing\n{second}The governor said on Tuesday that "
        "people were\nmissing after the ferry sank near the northern pier, and that divers had\nsearched the harbour for a "
        "second day without finding any of them. He gave\nno names.\n"
    )
    assert kinds(report)[0] == ("headline", "Ferry sinks off northern pier in heavy rain, twelve people are missing")
    assert kinds(report)[-1][0] == "lead"
    assert len(report.blocks) == 3


def test_points_after_long_dashes() -> None:
    report = laid(f"{BODY}\n\nWhat is known:\n\n— Twelve people are missing\n\n— The owner was arrested\n\n{MORE}\n")
    assert [kind for kind, _ in kinds(report)] == ["lead", "paragraph", "list", "list", "paragraph"]
    assert laid(f"{BODY}\n\n— I saw it go down, he said.\n\n{MORE}\n").blocks[1].kind == "paragraph"


def test_outlet_and_day_above_the_headline() -> None:
    report = laid(f"Port Vale Herald\nTuesday, May 4, 2021\n\nFerry sinks off the northern pier\n\n{BODY}\n\n{MORE}\n")
    assert [kind for kind, _ in kinds(report)] == ["slug", "dateline", "headline", "lead", "paragraph"]
    assert (report.publisher, report.title) == ("Port Vale Herald", "Ferry sinks off the northern pier")


def test_place_and_day_on_a_line_of_their_own() -> None:
    report = laid(f"PRESS RELEASE\n\nFerry sinks off pier\n\nPort Vale, 4 May 2021\n\n{BODY}\n\n- END -\n")
    assert [kind for kind, _ in kinds(report)] == ["boilerplate", "headline", "dateline", "lead", "boilerplate"]
    assert datelines(report) == [(["Port Vale"], "4 May 2021", None)]


def test_hours_of_a_live_report() -> None:
    report = laid(f"Ferry sinks: live updates\n\n10:15 GMT\n\n{BODY}\n\n9.50 am\n\n{MORE}\n")
    assert [kind for kind, _ in kinds(report)] == ["headline", "dateline", "lead", "dateline", "paragraph"]
