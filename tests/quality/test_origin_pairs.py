"""Pairs are drawn and shown without a word of the corpus: containment, shared passages, halves."""

from __future__ import annotations

import random

import pytest

drawing = pytest.importorskip("quality.origin_pairs")

FERRY = "The ferry to Pell sank on Monday night with forty people on board, the harbour master said."
SHORTER = "HARBOUR NEWS: the ferry to Pell sank on Monday night with forty people on board"
OTHER = "A council in the north has put up the price of bread again, to nobody's surprise."


def test_containment_is_of_the_text_with_fewer_runs() -> None:
    share = drawing.containments({"1": FERRY, "2": SHORTER, "3": OTHER})
    assert set(share) == {("1", "2")}
    assert share["1", "2"] == pytest.approx(7 / 9)


def test_the_longest_shared_passage_is_given_in_both() -> None:
    spans = drawing.longest(FERRY, SHORTER)
    assert spans
    assert spans[0].of(FERRY) == "The ferry to Pell sank on Monday night with forty people on board"
    assert spans[1].of(SHORTER).casefold() == spans[0].of(FERRY).casefold()
    assert drawing.longest(FERRY, OTHER) is None


def test_a_view_marks_what_is_shared_and_cuts_long_passages() -> None:
    text = " ".join(f"word{i}" for i in range(60))
    shown = drawing.marked(text, [drawing.common(text, text)[0][0]])
    assert shown.startswith("[[word0 ") and shown.endswith(" word59]]") and "..32.." in shown


def test_a_story_is_in_one_half() -> None:
    topic = {"2": 0, "4": 0, "6": 0, "1": 1, "3": 1, "8": 1, "5": 2}
    of = drawing.halves(topic, [("2", "4"), ("4", "6"), ("1", "3"), ("1", "8")])
    assert of == {0: "build", 1: "report", 2: "report"}
    assert drawing.fits(("2", "4"), "build", of, topic)
    assert drawing.fits(("1", "8"), "report", of, topic) and not drawing.fits(("1", "8"), "build", of, topic)
    assert not drawing.fits(("2", "8"), "build", of, topic)


def test_no_story_gives_too_many_pairs() -> None:
    pairs = [(str(i), "x") for i in range(40)]
    taken = list(drawing.some(random.Random(1), pairs, {str(i): 0 for i in range(40)}, "story"))
    assert len(taken) == drawing.AT_MOST["story"]
