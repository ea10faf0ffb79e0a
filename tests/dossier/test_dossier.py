"""A dossier is the same for the same readings; blurred, it gives no unnamed source away."""

from __future__ import annotations

from dataclasses import replace

from readings import bridge, rival, stranger
from sayso.codec import dossier_to_json
from sayso.dossier import BLUR, blurred, build
from sayso.records import CheckFinding, Dossier, Missed, Problem
from sayso.relate import relate


def made(title: str = "Orsa") -> Dossier:
    return build(title, bridge(), relate(bridge()), [Missed("scan.bin", Problem("ingest", "not text"))])


def test_same_readings_same_dossier() -> None:
    assert made() == made()
    assert made().fingerprint != build("Orsa", [stranger()], relate([stranger()])).fingerprint


def test_nothing_is_lost() -> None:
    assert [r.report.id for r in made().readings] == [r.report.id for r in bridge()]
    assert made().missed[0].path == "scan.bin"


def test_without_a_title_it_takes_the_first_headline() -> None:
    assert made("").title == "Bridge at Orsa collapses, at least 12 dead"
    assert build("", [], relate([])).title == "Dossier"


def test_blurred_dossier_has_no_word_for_an_unnamed_source() -> None:
    plain, covered = dossier_to_json(made()), dossier_to_json(blurred(made()))
    assert "nurse at the district hospital" in plain
    assert "nurse" not in covered.replace("an unnamed source", "")
    assert BLUR in covered


def test_a_finding_gives_no_unnamed_source_away() -> None:
    said = "on the word of one unnamed source, “A nurse at the district hospital”"
    asked = replace(rival(), findings=(CheckFinding("single-source", said, ()),))
    (reading,) = blurred(build("Orsa", [asked], relate([asked]))).readings
    assert "nurse" not in reading.findings[0].message and "one unnamed source" in reading.findings[0].message


def test_blurring_keeps_every_span() -> None:
    before, after = rival(), next(r for r in blurred(made()).readings if r.report.id == rival().report.id)
    assert len(after.report.text) == len(before.report.text)
    assert [c.span.of(after.report.text) for c in after.claims] == [
        c.span.of(before.report.text).replace("the nurse", "▒▒▒ ▒▒▒▒▒") for c in before.claims
    ]


def test_a_dossier_without_unnamed_sources_stays_as_it_is() -> None:
    one = build("Pell", [stranger()], relate([stranger()]))
    assert blurred(one) == one
