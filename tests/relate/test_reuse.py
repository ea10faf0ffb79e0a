"""Passages that stand in two texts."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sayso.records import Report, Span
from sayso.relate.reuse import RUN, Running, passages, running, sharing
from steps import linear

STATEMENT = "the ferry left the harbour at dawn with eleven crew and no passengers on board"


def of(text: str) -> Running:
    return running(Report("r", text), [Span(0, len(text))])


def test_a_passage_is_found_at_its_characters_in_both() -> None:
    left, right = f"Officials confirmed: {STATEMENT}.", f"In brief. {STATEMENT.upper()}, said the port."
    (one,) = passages(of(left), of(right))
    assert one.left.of(left) == STATEMENT
    assert one.right.of(right) == STATEMENT.upper()
    assert one.words == len(STATEMENT.split())


def test_few_words_in_common_are_no_passage() -> None:
    assert passages(of("the interior ministry said on Monday"), of("what the interior ministry said on Tuesday")) == []


def test_moved_passages_are_found_each() -> None:
    second = "divers will resume the search when the storm has passed says the coast guard"
    found = passages(of(f"{STATEMENT}. {second}."), of(f"{second}. Elsewhere. {STATEMENT}."))
    assert [p.words for p in found] == [len(STATEMENT.split()), len(second.split())]


def test_only_texts_with_a_common_run_are_paired() -> None:
    assert sharing([of(STATEMENT), of("nothing of the kind stands in this short text"), of(f"Again {STATEMENT}")]) == [(0, 2)]


def test_a_text_that_repeats_itself_stays_cheap() -> None:
    assert linear(lambda n: passages(of("again " * n), of("again " * n)), 1_000, 4_000)


@given(st.lists(st.sampled_from("abcdef"), max_size=60), st.lists(st.sampled_from("abcdef"), max_size=60))
def test_passages_hold_the_same_words_and_do_not_overlap(a: list[str], b: list[str]) -> None:
    left, right = " ".join(a), " ".join(b)
    found = passages(of(left), of(right))
    assert all(p.left.of(left) == p.right.of(right) and p.words >= RUN for p in found)
    assert all(p.left.end <= q.left.start for p, q in pairwise(found))
