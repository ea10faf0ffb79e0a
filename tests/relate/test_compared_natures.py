"""Opinions, questions and orders bear nothing out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from readings import bridge
from sayso.records import Nature
from sayso.relate import relate


@pytest.mark.parametrize("nature", ["opinion", "question", "order"])
def test_what_is_not_stated_is_not_compared(nature: Nature) -> None:
    told = bridge()
    assert relate(told).relations
    judged = [replace(r, claims=tuple(replace(c, nature=nature) for c in r.claims)) for r in told]
    assert relate(judged).relations == ()


def test_what_is_presupposed_is_compared_like_the_rest() -> None:
    granted = [replace(r, claims=tuple(replace(c, nature="presupposed") for c in r.claims)) for r in bridge()]
    assert relate(granted).relations
