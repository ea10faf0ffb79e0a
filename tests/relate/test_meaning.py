"""Claims' vectors compared."""

from __future__ import annotations

import base64

import numpy as np
import pytest

from sayso.relate.meaning import direction, likeness


def packed(*numbers: int) -> str:
    return base64.b64encode(np.array(numbers, np.int8).tobytes()).decode()


def test_cosine_of_two_claims() -> None:
    assert likeness(packed(100, 0), packed(3, 0)) == pytest.approx(1.0)
    assert likeness(packed(100, 0), packed(0, 3)) == pytest.approx(0.0)
    assert likeness(packed(127, 127), packed(-127, -127)) == pytest.approx(-1.0)


@pytest.mark.parametrize("vector", ["", packed(0, 0), "no base64!", "äö"])
def test_what_is_no_vector_is_like_nothing(vector: str) -> None:
    assert direction(vector) is None
    assert likeness(vector, packed(1, 2)) is None


def test_vectors_of_two_lengths_are_not_compared() -> None:
    assert likeness(packed(1, 2), packed(1, 2, 3)) is None
