"""What a claim means, as bytes."""

from __future__ import annotations

import base64
from dataclasses import replace

import numpy as np
import pytest

from sayso.claim import claims
from sayso.claim.vectors import packed
from sayso.lang import load
from sayso.parse import Parser
from sayso.records import Attribution, Report, Source, Span, Structure

TEXT = "The dam at Orsa burst on Monday. A reservoir wall gave way near Orsa. The minister sold his old boat."


def unpacked(vector: str) -> np.ndarray:
    return np.frombuffer(base64.b64decode(vector), np.int8).astype(np.float32)


def cosine(a: str, b: str) -> float:
    x, y = unpacked(a), unpacked(b)
    return float(x @ y / np.linalg.norm(x) / np.linalg.norm(y))


def test_packing_keeps_the_direction() -> None:
    vector = np.linspace(-3.0, 1.0, 128, dtype=np.float32)
    kept = unpacked(packed(vector))
    assert len(kept) == 128
    assert kept @ vector / np.linalg.norm(kept) / np.linalg.norm(vector) > 0.9999


@pytest.mark.parametrize("vector", [np.zeros(128, np.float32), np.full(128, np.nan, np.float32), np.zeros(0, np.float32)])
def test_what_has_no_direction_has_no_vector(vector: np.ndarray) -> None:
    assert packed(vector) == ""


def test_claims_of_one_thing_are_nearer_than_others() -> None:
    report, pack = Report("r", TEXT, language="en"), load("en")
    (parse,) = Parser(pack.folder, 1).parse([report])
    outlet = Attribution("a", Source("outlet", None, "the outlet"), None, (Span(0, len(TEXT)),), "outlet", None)
    dam, wall, boat = claims(report, parse, Structure((), (), ()), (outlet,), pack)
    assert cosine(dam.vector, wall.vector) > cosine(dam.vector, boat.vector) + 0.2
    bare = replace(parse, vectors=np.zeros((0, 128), np.float32))
    assert {c.vector for c in claims(report, bare, Structure((), (), ()), (outlet,), pack)} == {""}
