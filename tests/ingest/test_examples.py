"""The shipped stories, as they come in."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.ingest import reports
from sayso.lang import load
from sayso.records import Report
from sayso.settings import Settings
from sayso.structure import lay_out

EXAMPLES = Path(__file__).parents[2] / "examples"


def story(name: str) -> list[Report]:
    found = list(reports([EXAMPLES / name], Settings()))
    assert all(isinstance(item, Report) for item in found)
    return [lay_out(item, load("en")) for item in found if isinstance(item, Report)]


@pytest.mark.parametrize("name", ["silk-mill", "fuel-depot", "maize-ban"])
def test_every_report_of_a_story_is_read(name: str) -> None:
    found = story(name)
    assert len(found) == 5
    assert all(report.language == "en" for report in found)
    assert len({report.id for report in found}) == 5
    assert all(sum(block.kind == "lead" for block in report.blocks) == 1 for report in found)


def test_outlets_and_writers() -> None:
    assert [(report.publisher, report.byline) for report in story("silk-mill")] == [
        ("Zarafshon News", ()),
        ("Kalam", ("Otabek Rasuliy", "Nigora Sattor")),
        ("Orient Wire", ("Miriam Castellan", "Yusuf Darwaz")),
        ("Amu Courier", ()),
        ("Border Monitor", ("Jonas Feld", "Parisa Omid")),
    ]


def test_web_page_has_its_article_only() -> None:
    page = story("fuel-depot")[3]
    assert page.published is not None and page.published.edtf == "2024-05-21"
    assert [block.kind for block in page.blocks][:4] == ["headline", "headline", "byline", "lead"]
    assert "Related" not in page.text and "World" not in page.text


def test_footnote_of_the_marked_names() -> None:
    kalam = story("silk-mill")[1]
    assert kalam.blocks[-1].kind == "footnote"
    assert kalam.text.count("*") == 4
