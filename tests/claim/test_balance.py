"""Marks at the edges of a span: both or neither."""

from __future__ import annotations

import pytest

from sayso.claim.balance import balanced
from sayso.records import Span


@pytest.mark.parametrize(
    ("text", "cut", "whole"),
    [
        ("they are called “mill houses”.", "they are called “mill houses", "they are called “mill houses”"),
        ('it "may sink." Then', 'it "may sink', 'it "may sink."'),
        ("“Doren” appeared twice", "Doren” appeared twice", "“Doren” appeared twice"),
        ("the firm (Acme) works", "the firm (Acme", "the firm (Acme)"),
        ("“the gate fell. It was old”", "“the gate fell", "the gate fell"),
        ("he said it fell” on Monday", "it fell”", "it fell"),
        ("nothing to mend", "nothing to mend", "nothing to mend"),
        ("a (b [c] d) e", "b [c] d", "b [c] d"),
        ("“", "“", "“"),
    ],
)
def test_balanced(text: str, cut: str, whole: str) -> None:
    start = text.index(cut)
    assert balanced(text, Span(start, start + len(cut))).of(text) == whole


def test_many_marks_are_read_in_time() -> None:
    balanced("(" * 200_000, Span(0, 200_000))
