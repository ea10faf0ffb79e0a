"""Who gave, by what two reports themselves say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from readings import Draft
from sayso.records import Dateline, Reading, Span
from sayso.relate import profiles
from sayso.relate.transfer import between

QUARRY = (
    "Two blasters were buried when the east wall of the Tarn quarry slid on Monday evening, and their dog led the first"
    " searchers to the spot within minutes. A crane from the railway yard lifted the slabs one by one until midnight, "
    "while the wind drove dust over the road to Ulm Ferry. Both men were brought out alive, one of them with a broken"
    " shoulder, and the quarry will stay shut until the slope has been surveyed."
)
AROUND = (
    "The parish has asked for years that the pit be fenced. Lorries have been sent round by the mill since the spring "
    "floods, and the village shop sells more bread to drivers than to villagers. Nobody in the parish expects the stone to"
    " run out before the end of the century, though the company has promised an orchard once it does."
)
LATER = (
    "By Tuesday noon the ferry was running again, and the railway had sent its crane home on a flat wagon behind the milk "
    "train. The older of the blasters told his sister that he had counted the blows of the picks to keep awake. She has "
    "baked for the crane's crew ever since, and the dog has had the run of her kitchen."
)
BLOCK = QUARRY.split(". ")[0] + ". " + QUARRY.split(". ")[1] + "."


def text(id: str, body: str) -> Reading:
    return Draft(id, body).reading()


def slugged(id: str, body: str, slug: str) -> Reading:
    made, printed = text(id, f"TARN ({slug}) - {body}"), Span(6, 6 + len(slug))
    line = Dateline((Span(0, 4),), None, printed)
    return replace(made, report=replace(made.report, datelines=(line,)))


def gave(a: Reading, b: Reading) -> str:
    left, right = profiles((a, b))
    there, back = between(left, right), between(right, left)
    assert {there.direction, back.direction} in ({"left", "right"}, {"unknown"})
    return there.direction


@pytest.mark.parametrize(
    "note",
    ["This article originally appeared on Quarry World.", "First published by the Tarn Bugle", "Republished with permission."],
)
def test_who_prints_again_took(note: str) -> None:
    assert gave(text("a", QUARRY), text("b", f"{QUARRY}\n\n{note}")) == "left"


def test_a_study_published_elsewhere_is_no_reprint() -> None:
    middle = f"{QUARRY} The survey of the slope was first published in the Journal of Slopes, and few read it. {AROUND} {AROUND}"
    assert gave(text("a", QUARRY), text("b", middle)) == "unknown"


def test_the_text_without_the_slug_took() -> None:
    assert gave(slugged("a", QUARRY, "Reuters"), text("b", QUARRY)) == "left"


def test_of_two_with_one_slug_nobody_gave() -> None:
    assert gave(slugged("a", QUARRY, "Reuters"), slugged("b", QUARRY, "Reuters")) == "unknown"


def test_a_subscriber_of_the_agency_gave_nothing() -> None:
    paper = slugged("a", QUARRY, "Reuters")
    paper = replace(paper, report=replace(paper.report, publisher="Tarn Bugle"))
    assert gave(paper, text("b", QUARRY)) == "unknown"


@pytest.mark.parametrize(
    "end", ["(Reporting by Ilka Doren; Editing by Jo Marsh)", "CNN's Ilka Doren contributed to this report."]
)
def test_the_signed_text_gave(end: str) -> None:
    assert gave(text("a", f"{QUARRY}\n\n{end}"), text("b", QUARRY)) == "left"


@pytest.mark.parametrize(
    "credit", [lambda b: f"As The Daily Mirror reports:\n{b}\n{AROUND}", lambda b: f"{AROUND}\n{b}\nSource: Daily Mirror"]
)
def test_a_block_beside_an_outlets_name_was_taken(credit: Callable[[str], str]) -> None:
    assert gave(text("a", credit(BLOCK)), text("b", f"{QUARRY} {LATER}")) == "right"


def test_a_name_far_from_the_block_credits_it_not() -> None:
    far = f"{BLOCK}\n{AROUND}\n{AROUND.upper()}\nThe Daily Mirror reported the floods."
    assert gave(text("a", far), text("b", f"{QUARRY} {LATER}")) == "unknown"


def test_via_says_that_it_was_taken() -> None:
    assert gave(text("a", f"{AROUND}\n{BLOCK} (Via)"), text("b", QUARRY)) == "right"


def test_who_speaks_of_a_hoax_had_it_from_who_did_not() -> None:
    assert gave(text("a", QUARRY), text("b", f"It is a hoax. {AROUND}\nThe fake story says:\n{BLOCK}")) == "left"


def test_the_page_of_the_outlet_that_is_cited_gave() -> None:
    told = "The owner told CNN that the pit was safe."
    own = text("a", f"{QUARRY} {told} CNN could not independently verify that.")
    assert gave(own, text("b", f"{BLOCK} {AROUND} The pit was safe, CNN reported.")) == "left"


def test_signs_against_one_another_tell_nothing() -> None:
    a = f"{QUARRY}\n\nThis article originally appeared on Quarry World."
    assert gave(text("a", a), text("b", f"{QUARRY} It is a hoax, said the mill.")) == "unknown"
