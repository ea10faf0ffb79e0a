"""Spans asked in bulk say what one by one they would."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.lists.spans import Spans
from sayso.records import Span

SPAN = st.tuples(st.integers(0, 12), st.integers(1, 5)).map(lambda t: Span(t[0], t[0] + t[1]))


@given(st.lists(SPAN, max_size=8), SPAN)
def test_meeting_and_holding(many: list[Span], one: Span) -> None:
    asked = Spans(many)
    assert asked.meet(one) == any(s.start < one.end and one.start < s.end for s in many)
    assert asked.hold(one) == any(s.start <= one.start and one.end <= s.end and s != one for s in many)
