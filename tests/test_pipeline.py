from __future__ import annotations

from dataclasses import replace

import pytest

from sayso import pipeline
from sayso.codec import reading_from_json, reading_to_json
from sayso.records import Interval, Problem, Reading, Report, Span
from sayso.resources import Resources
from sayso.settings import Settings

FIRST = """Two killed in Maren market blast

MAREN, March 3 - Two people were killed on Tuesday when a bomb went off in the old market of Maren, police said.

The governor, Ilse Barrow, denied that her office had been warned. "Nobody told us anything," she said.
"""
SECOND = """Port stays shut

Harbour workers in Tessel said on Friday that the port would stay shut for at least 12 days.
"""


@pytest.fixture(scope="module")
def resources() -> Resources:
    return Resources(Settings(threads=1))


def report(id: str, text: str, language: str | None = "en") -> Report:
    return Report(id, text, language=language)


def anchored(reading: Reading) -> bool:
    """Every span lies in the text, and every id that is named exists."""
    n = len(reading.report.text)
    mentions = {m.id for m in reading.mentions}
    said = {a.id for a in reading.attributions}
    spans = [m.span for m in reading.mentions] + [s for a in reading.attributions for s in a.content]
    assert all(0 <= s.start < s.end <= n for s in spans)
    assert all(g.mention in mentions for g in reading.groundings)
    assert all(i in mentions for e in reading.entities for i in e.mentions)
    assert all(a.under is None or a.under in said for a in reading.attributions)
    assert all(c.said in said for c in reading.claims)
    assert all(r.mention in mentions for c in reading.claims for r in c.roles)
    return True


ASKED = """Grain ship sinks off Tessel

A grain ship sank off Tessel on Monday night, a port worker said. The crew had left in two boats, the worker added.
"""


def test_a_reading_has_the_questions_of_the_desk(resources: Resources) -> None:
    (reading,) = pipeline.read([report("a", ASKED)], resources)
    assert reading.findings and all(f.message and f.spans for f in reading.findings)
    assert {c for f in reading.findings for c in f.claims} <= {c.id for c in reading.claims}


def test_a_report_becomes_a_reading(resources: Resources) -> None:
    (reading,) = pipeline.read([report("a", FIRST)], resources)
    assert anchored(reading)
    assert reading.problems == ()
    assert reading.report.blocks[0].kind == "headline"
    assert reading.mentions
    assert reading.entities
    assert reading.claims
    assert [a for a in reading.attributions if a.cue is None and a.under is None]
    assert any(a.cue and FIRST[slice(*a.cue)] == "said" for a in reading.attributions)
    assert reading.fingerprint == resources.fingerprint
    assert reading_from_json(reading_to_json(reading)) == reading


def told(reading: Reading) -> list[tuple[str, str, str]]:
    """Source, lemma and polarity of each claim that somebody else makes."""
    by = {a.id: a.source.description for a in reading.attributions[1:]}
    return [(by[c.said], c.lemma, c.commitment.polarity) for c in reading.claims if c.said in by and c.nature == "stated"]


def test_what_somebody_says_within_a_relative_clause(resources: Resources) -> None:
    text = "The bridge, which the army says was mined, fell. The mayor, who the opposition says took bribes, left on Monday.\n"
    (one,) = pipeline.read([report("r", text)], resources)
    assert told(one) == [("the army", "mine", "+"), ("the opposition", "take", "+")]


def test_a_headline_without_a_finite_verb_claims(resources: Resources) -> None:
    text = "Giant eel found in lake\n\nThe council met on Monday, officials said.\n"
    (one,) = pipeline.read([report("r", text)], resources)
    assert [(c.lemma, c.span.of(text)) for c in one.claims] == [
        ("find", "Giant eel found in lake"), ("meet", "The council met on Monday"),
    ]  # fmt: skip


def test_a_toll_that_is_raised_is_somebody_s_number(resources: Resources) -> None:
    text = "The fire service put the figure at 31. Officials raised the death toll to 36. The bank raised wages to 40 euros.\n"
    (one,) = pipeline.read([report("r", text)], resources)
    assert told(one) == [("The fire service", "figure", "+"), ("Officials", "toll", "+")]


def test_a_hand_in_an_attack_is_claimed_and_denied(resources: Resources) -> None:
    text = "The Northern Front claimed responsibility for the bombing. The rebels rejected any involvement.\n"
    (one,) = pipeline.read([report("r", text)], resources)
    assert told(one) == [("The Northern Front", "responsibility", "+"), ("The rebels", "involvement", "-")]
    names = {m.id: m.span.of(one.report.text) for m in one.mentions}
    done = next(c for c in one.claims if c.lemma == "responsibility")
    assert [(r.name, names[r.mention]) for r in done.roles] == [("agent", "Northern Front"), ("target", "the bombing")]


def test_bodies_speak(resources: Resources) -> None:
    text = "The ferry burned, the coast guard said. About 140 people were on board, according to its owner, Tessal Lines.\n"
    (one,) = pipeline.read([report("r", text)], resources)
    assert [(a.source.kind, a.source.description) for a in one.attributions[1:]] == [
        ("body", "the coast guard"), ("body", "its owner"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("opening", "edtf", "bounds"),
    [
        ("MAREN, 3 March 2021 (Coast Wire) -", "2021-03-03", ("2021-03-03", "2021-03-03")),
        ("MAREN, March 3 -", "XXXX-03-03", (None, None)),
    ],
)
def test_the_dateline_dates_a_report(
    resources: Resources, opening: str, edtf: str, bounds: tuple[str | None, str | None]
) -> None:
    (reading,) = pipeline.read([report("a", FIRST.replace("MAREN, March 3 -", opening))], resources)
    published = reading.report.published
    assert published is not None
    assert (published.edtf, published.basis) == (edtf, "dateline")
    assert (published.earliest_start, published.latest_end) == bounds


def test_metadata_dates_a_report_before_its_dateline(resources: Resources) -> None:
    printed = Interval("2021-03-04", *("2021-03-04",) * 4, basis="metadata")
    (reading,) = pipeline.read([replace(report("a", FIRST), published=printed)], resources)
    assert reading.report.published == printed
    (undated,) = pipeline.read([report("b", SECOND)], resources)
    assert undated.report.published is None


def test_reports_read_together_do_not_change_one_another(resources: Resources) -> None:
    alone = [pipeline.read([report(i, text)], resources)[0] for i, text in (("a", FIRST), ("b", SECOND))]
    assert pipeline.read([report("b", SECOND), report("a", FIRST)], resources) == alone[::-1]
    assert pipeline.read([], resources) == []


@pytest.mark.parametrize(
    ("language", "said"), [("ps", "no language pack for 'ps'"), (None, "could not be told"), ("", "could not be told")]
)
def test_a_language_without_a_pack_is_a_problem(resources: Resources, language: str | None, said: str) -> None:
    given = report("a", SECOND, language)
    other, reading = pipeline.read([report("b", SECOND), given], resources)
    assert reading.report == given
    assert [p.stage for p in reading.problems] == ["language"]
    assert said in reading.problems[0].message
    assert not reading.claims
    assert other.claims


def test_a_regional_tag_finds_its_language(resources: Resources) -> None:
    (reading,) = pipeline.read([report("a", SECOND, "en-GB")], resources)
    assert reading.problems == ()


@pytest.mark.parametrize(
    ("stage", "name"),
    [("structure", "lay_out"), ("structure", "structure"), ("ground", "ground"), ("attribute", "attribute"), ("claim", "claims")],
)
def test_a_stage_that_fails_costs_that_stage_of_that_report(
    resources: Resources, monkeypatch: pytest.MonkeyPatch, stage: str, name: str
) -> None:
    works = getattr(pipeline, name)

    def fails(given: Report, *more: object) -> object:
        if given.id == "a":
            raise IndexError("out of its depth")
        return works(given, *more)

    monkeypatch.setattr(pipeline, name, fails)
    broken, whole = pipeline.read([report("a", FIRST), report("b", SECOND)], resources)
    assert broken.problems == (Problem(stage, "IndexError: out of its depth"),)
    assert anchored(broken)
    assert whole.problems == ()
    assert whole.claims


def test_a_parse_that_fails_is_the_problem_of_one_report(resources: Resources, monkeypatch: pytest.MonkeyPatch) -> None:
    parser = resources.parser("en")
    works = parser.parse

    def fails(reports: list[Report], limit: int | None = None) -> object:
        if any(r.id == "a" for r in reports):
            raise ValueError("cannot")
        return works(reports, limit)

    monkeypatch.setattr(parser, "parse", fails)
    broken, whole = pipeline.read([report("a", FIRST), report("b", SECOND)], resources)
    assert Problem("parse", "ValueError: cannot") in broken.problems
    assert whole.problems == ()
    assert whole.claims


def test_a_long_report_is_read_to_the_limit() -> None:
    (reading,) = pipeline.read([report("a", FIRST)], Resources(Settings(max_words=20, threads=1)))
    (problem,) = reading.problems
    assert problem.stage == "parse"
    assert "20" in problem.message
    assert problem.span is not None
    assert FIRST[: problem.span.start].split()[-1] == FIRST.split()[len(FIRST[: problem.span.start].split()) - 1]
    assert problem.span == Span(problem.span.start, len(FIRST))


@pytest.mark.parametrize(
    "text", ["", " ", "x", "😀" * 50, '"' * 500, "“" * 200 + "said", "A. " * 400, "\u202eيا\u202c" * 30, "(" * 999]
)
def test_hostile_texts_are_read(resources: Resources, text: str) -> None:
    (reading,) = pipeline.read([report("a", text)], resources)
    assert anchored(reading)
    assert reading.problems == ()


def test_the_fingerprint_tells_settings_that_change_readings_apart() -> None:
    settings = Settings(threads=1)
    assert Resources(replace(settings, threads=2)).fingerprint == Resources(settings).fingerprint
    assert Resources(replace(settings, max_words=5)).fingerprint != Resources(settings).fingerprint
