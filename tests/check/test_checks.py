"""Desk checks on readings made by hand."""

from __future__ import annotations

from dataclasses import replace

from readings import Draft
from sayso.check import check
from sayso.lang import load
from sayso.records import Block, Interval, Reading, Span


def codes(reading: Reading) -> list[str]:
    return [f.code for f in check(reading, load("en"))]


def flat(source: str, kind: str = "unnamed", certainty: str = "certain", cues: tuple[str, ...] = ()) -> Reading:
    """A headline stated flatly over a body with one sentence on somebody's word."""
    text = f"Orsa bridge collapses\nThe Orsa bridge has perhaps collapsed, {source} said.\nRain fell."
    d = Draft("harrow-9", text, "Harrow Press")
    d.claim(d.outlet, "Orsa bridge collapses", "collapses", "collapse")
    content = "The Orsa bridge has perhaps collapsed"
    whose = d.said(content, source, kind, "said")  # type: ignore[arg-type]
    d.claim(whose, content, "collapsed", "collapse", (), "+", certainty, cues)  # type: ignore[arg-type]
    return d.reading()


def test_a_flat_headline_over_one_unnamed_source() -> None:
    reading = flat("a source in the ministry")
    (found,) = check(reading, load("en"))
    assert found.code == "headline-on-one-unnamed-source"
    assert "“Orsa bridge collapses”" in found.message and "“a source in the ministry”" in found.message
    assert found.spans[0].of(reading.report.text) == "Orsa bridge collapses"
    assert found.claims == tuple(c.id for c in reading.claims)


def test_a_named_source_carries_a_headline() -> None:
    assert codes(flat("the interior ministry", "body")) == []


def test_a_headline_surer_than_the_body() -> None:
    (found,) = check(flat("the interior ministry", "body", "possible", ("perhaps",)), load("en"))
    assert found.code == "headline-surer-than-body" and "“perhaps”" in found.message


def test_a_headline_about_another_event_is_not_compared() -> None:
    d = Draft("harrow-9", "Pell stadium collapses\nThe Orsa bridge collapsed, a source said.", "Harrow Press")
    d.claim(d.outlet, "Pell stadium collapses", "collapses", "collapse")
    source = d.said("The Orsa bridge collapsed", "a source", "unnamed", "said")
    d.claim(source, "The Orsa bridge collapsed", "collapsed", "collapse")
    assert codes(d.reading()) == []


def test_one_source_for_everything() -> None:
    d = Draft("harrow-9", "Notes\nTwo piers fell, Ada Quill said. The road is shut, she added.")
    quill = d.entity("person", "Ada Quill", "she")
    first = d.said("Two piers fell", "Ada Quill", "person", "said", entity=quill)
    second = d.said("The road is shut", "she", "person", "added", entity=quill)
    d.claim(first, "Two piers fell", "fell", "fall")
    d.claim(second, "The road is shut", "shut", "shut")
    (found,) = check(d.reading(), load("en"))
    assert (found.code, len(found.claims), len(found.spans)) == ("single-source", 2, 2)
    assert "“Ada Quill”" in found.message


def test_two_sources_without_names() -> None:
    d = Draft("harrow-9", "Notes\nTwo piers fell, a guard said. The road is shut, residents added.")
    d.claim(d.said("Two piers fell", "a guard", "unnamed", "said"), "Two piers fell", "fell", "fall")
    d.claim(d.said("The road is shut", "residents", "crowd", "added"), "The road is shut", "shut", "shut")
    assert codes(d.reading()) == ["only-unnamed-sources"]


def captioned(caption: str) -> Draft:
    return Draft("harrow-9", f"Notes\n{caption}", "Harrow Press", "2023-03-05")


def with_caption(d: Draft) -> Reading:
    reading = d.reading()
    head, (start, end) = reading.report.blocks[0], reading.report.blocks[1].span
    return replace(reading, report=replace(reading.report, blocks=(head, Block("caption", Span(start, end)))))


def test_a_file_photo_is_no_picture_of_this_event() -> None:
    reading = with_caption(captioned("Divers at Orsa. File photo: Calder Times"))
    (found,) = check(reading, load("en"))
    assert found.code == "picture-of-another-time"
    assert found.spans[0].of(reading.report.text) == "File photo"


def test_a_picture_from_an_event_years_ago() -> None:
    (found,) = check(with_caption(captioned("The north gate (photo from the fire two years ago)")), load("en"))
    assert found.code == "picture-of-another-time" and "photo from the fire two years ago" in found.message


def test_a_bridge_built_years_ago_is_pictured_today() -> None:
    assert codes(with_caption(captioned("The bridge at Orsa, built two years ago"))) == []


def test_a_headline_names_whom_only_unnamed_sources_speak_of() -> None:
    d = Draft("harrow-9", "Mill shelters Calder Front\nThe mill serves the Calder Front, a guard said.", "Harrow Press")
    d.claim(d.outlet, "Mill shelters Calder Front", "shelters", "shelter")
    d.entity("organization", "Calder Front")
    whose = d.said("The mill serves the Calder Front", "a guard", "unnamed", "said")
    d.claim(whose, "The mill serves the Calder Front", "serves", "serve")
    (found,) = check(d.reading(), load("en"))
    assert found.code == "headline-name-on-unnamed-word"
    assert "“Calder Front”" in found.message and "“a guard”" in found.message


def test_a_person_is_spoken_of_by_part_of_a_name_too() -> None:
    d = Draft("harrow-9", "Ada Quill leads mill\nAda Quill runs it, a guard said. Quill was born in Orsa.", "Harrow Press")
    d.claim(d.outlet, "Ada Quill leads mill", "leads", "lead")
    d.entity("person", "Ada Quill")
    d.claim(d.said("Ada Quill runs it", "a guard", "unnamed", "said"), "Ada Quill runs it", "runs", "run")
    assert "headline-name-on-unnamed-word" not in codes(d.reading())


def test_a_name_that_the_report_itself_speaks_of_needs_nobody() -> None:
    d = Draft("harrow-9", "Mill shelters Calder Front\nThe mill serves the Calder Front.", "Harrow Press")
    d.claim(d.outlet, "Mill shelters Calder Front", "shelters", "shelter")
    d.entity("organization", "Calder Front")
    assert codes(d.reading()) == []


def test_a_date_in_a_caption_long_before_the_report() -> None:
    d = captioned("Divers at Orsa after the flood of 2021")
    when = d.mention("2021", "date", "expression")
    d.ground(when, Interval("2021", "2021-01-01", "2021-12-31", "2021-01-01", "2021-12-31", "stated"))
    assert codes(with_caption(d)) == ["picture-of-another-time"]


def test_a_picture_of_the_day_before_is_of_this_event() -> None:
    d = captioned("Divers at Orsa on Saturday")
    d.day("Saturday", "2023-03-04")
    assert codes(with_caption(d)) == []


def test_an_empty_reading_raises_no_question() -> None:
    assert codes(Draft("harrow-9", "").reading()) == []
