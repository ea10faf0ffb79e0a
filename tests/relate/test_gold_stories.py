"""The gold of stories: notes become statements, and statements relations; invented reports."""

import pytest
from quality.judged import Judged, Verdict, overlap
from quality.matters import GoldOrigin, GoldSource, GoldStory, Matter, Statement, ValueFormatError, bounds, fit, kinds
from quality.standoff import NotesError
from quality.story_agreement import compared
from quality.story_notes import Chosen, read_notes, sha256

TEXTS = {
    "11": "Nine people died when the ferry hit a rock, the harbour office said.\n\nIts captain said the ferry had not sunk.",
    "12": "At least 12 died, said a doctor at the Pell clinic. The harbour office put the dead at nine.",
}
STORY = Chosen("x1", "build", {i: sha256(t) for i, t in TEXTS.items()})
NOTES = """origin A 11 // own
origin B 12
source s1 body // the office
source s2 person
source s3 unnamed
matter dead dead // how many
matter sunk event

report 11
@1 Nine people died when ... a rock | s1 | dead: 9
@2 the ferry had not sunk | s2 | sunk: !yes
report 12
@1 At least 12 died | s3 | dead: 12..
@1 the dead at nine | s1 | dead: 9 | A
"""


def test_notes_become_statements_at_their_offsets() -> None:
    story = read_notes(NOTES, STORY, TEXTS)
    dead, sunk = story.matters
    assert [TEXTS[s.report][slice(*s.span)] for s in dead.statements] == [
        "Nine people died when the ferry hit a rock", "At least 12 died", "the dead at nine",
    ]  # fmt: skip
    assert [(s.value, s.polarity, s.source, s.origin) for s in dead.statements] == [
        ("9", "+", "s1", "A"), ("12..", "+", "s3", "B"), ("9", "+", "s1", "A"),
    ]  # fmt: skip
    assert sunk.statements[0].polarity == "-"


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("dead: 12..", "dead: twelve", "no number"),
        ("| s3 |", "| s9 |", "not declared"),
        ("At least 12 died", "At most 12 died", "does not stand"),
        ("origin B 12", "origin B 11 12", "is in 2 origins"),
        ("sunk: !yes", "sank: !yes", "no such matter"),
        ("report 12", "report 13", "not reports of"),
    ],
)
def test_notes_that_do_not_fit_are_refused(old: str, new: str, complaint: str) -> None:
    with pytest.raises((NotesError, ValueFormatError), match=complaint):
        read_notes(NOTES.replace(old, new), STORY, TEXTS)


def said(report: str, value: str, source: str, origin: str, polarity: str = "+") -> Statement:
    return Statement(report, (0, 1), value, polarity, source, origin)


def related(a: Statement, b: Statement, slot: str = "dead", days: dict[str, str] | None = None) -> set[str]:
    origins = (GoldOrigin("A", ("1",)), GoldOrigin("B", ("2",)))
    sources = (GoldSource("s1", "body"), GoldSource("s2", "person"), GoldSource("s3", "unnamed", True))
    story = GoldStory("x", "build", {"1": "", "2": ""}, days or {}, origins, sources, ())
    return set(kinds(a, b, Matter("m1", slot, (a, b)), story))


def test_what_follows_from_two_statements() -> None:
    nine = said("1", "9", "s1", "A")
    assert related(nine, said("2", "9", "s2", "B")) == {"CORROBORATES"}
    assert related(nine, said("2", "9", "s1", "B")) == {"ECHOES"}
    assert related(nine, said("2", "9", "s3", "B")) == {"ECHOES"}  # nobody could tell who that is
    assert related(nine, said("2", "9", "s2", "A")) == {"ECHOES"}
    assert related(nine, said("2", "5..12", "s2", "B")) == {"REFINES"}
    assert related(nine, said("2", "12..", "s2", "B")) == {"CONTRADICTS"}
    assert related(nine, said("2", "9", "s2", "B", "?")) == set()
    assert related(said("1", "9", "s1", "A", "?"), said("2", "9", "s2", "B", "?")) == {"CORROBORATES"}


def test_later_and_greater_counts_update() -> None:
    a, b = said("1", "9", "s1", "A"), said("2", "12", "s2", "B")
    assert related(a, b, days={"1": "2031-05-04", "2": "2031-05-05"}) == {"UPDATES"}
    assert related(a, b, days={"1": "2031-05-05", "2": "2031-05-04"}) == {"CONTRADICTS"}
    assert related(a, said("2", "12", "s1", "B")) == {"CONTRADICTS", "UPDATES"}


def test_denials_contradict_what_they_deny() -> None:
    town = said("1", "A/x", "s1", "A")
    assert related(town, said("2", "A", "s2", "B", "-"), "place") == {"CONTRADICTS"}
    assert related(said("1", "A", "s1", "A"), said("2", "A/x", "s2", "B", "-"), "place") == set()
    assert related(town, said("2", "B", "s2", "B", "-"), "place") == set()


@pytest.mark.parametrize(
    ("left", "right", "slot", "expected"),
    [
        ("A", "A/x", "place", "right narrower"),
        ("A|B", "A", "cause", "right narrower"),
        ("A/x", "A/y", "place", "apart"),
        ("2031-05", "2031-05-04", "date", "right narrower"),
        ("2031-05-04/..", "../2031-05-03", "date", "apart"),
        ("~200", "210", "count", "same"),
        ("12..", "5..20", "dead", "overlap"),
        ("201..", "200", "dead", "overlap"),
        ("201..", "180", "dead", "apart"),
    ],
)
def test_values_fit(left: str, right: str, slot: str, expected: str) -> None:
    assert fit(left, right, slot) == expected


def test_bounds_of_a_leap_february() -> None:
    low, high = bounds("2032-02", "date")
    assert high - low == 28


def test_a_verdict_holds_either_way_round_and_for_spans_that_overlap() -> None:
    judged = Judged([Verdict("ECHOES", ("1", (10, 20)), ("2", (0, 8)), False)])
    assert judged.on("ECHOES", ("2", (0, 10)), ("1", (12, 30))) is False
    assert judged.on("ECHOES", ("2", (0, 10)), ("1", (21, 30))) is None
    assert judged.on("REFINES", ("1", (10, 20)), ("2", (0, 8))) is None
    assert overlap((0, 4), (2, 100)) and not overlap((0, 4), (3, 100))


def test_two_annotators_are_compared_by_what_follows() -> None:
    one = read_notes(NOTES, STORY, TEXTS)
    other = read_notes(NOTES.replace("dead: 12..", "dead: 9.."), STORY, TEXTS)
    counts = compared(one, other)
    assert (counts["first relations"], counts["second relations"]) == (3, 2)  # within a report only what differs is asked for
    assert counts["first paired"] == 3 and counts["first agreed"] == 1  # 9 is in "9 and more", and not in "12 and more"
    assert counts["pairs agreed"] == counts["pairs"] == 1
    assert (counts["first statements"], counts["first statements too"]) == (4, 3)
