"""FNC-1's classes and score."""

from __future__ import annotations

from collections import Counter

import pytest
from quality.stance import fnc_class, weighted

from sayso.records import Put, Stand, StandKind


@pytest.mark.parametrize(
    ("kind", "put", "negative", "label"),
    [
        ("AFFIRMS", "ASSERTED", False, "agree"),
        ("DENIES", "ASSERTED", False, "disagree"),
        ("REPORTS", "ASSERTED", False, "discuss"),
        ("SILENT", "HEDGED", False, "unrelated"),
        ("AFFIRMS", "HEDGED", False, "discuss"),
        ("DENIES", "HEDGED", False, "discuss"),
        ("AFFIRMS", "HEDGED", True, "agree"),
        ("AFFIRMS", "SAID", False, "agree"),
    ],
)
def test_classes(kind: StandKind, put: Put, negative: bool, label: str) -> None:
    assert fnc_class(Stand("r", kind, put, negative, None, (), ())) == label


def test_a_quarter_for_related_and_the_rest_for_the_right_class() -> None:
    assert weighted(Counter({("agree", "agree"): 3, ("unrelated", "unrelated"): 4})) == 1.0
    assert weighted(Counter({("agree", "discuss"): 4})) == 0.25
    assert weighted(Counter({("disagree", "unrelated"): 2, ("unrelated", "agree"): 2})) == 0.0
    assert weighted(Counter()) == 0.0
