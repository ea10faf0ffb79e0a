"""The relations judged by reading hold ids, spans and verdicts, not a word of the texts."""

from __future__ import annotations

import re
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "quality/gold/relations"
KINDS = {"CONTRADICTS", "CORROBORATES", "REFINES", "UPDATES"}


def test_each_line_is_two_claims_a_kind_and_a_verdict() -> None:
    head, *lines = (FOLDER / "judged.tsv").read_text(encoding="utf-8").splitlines()
    assert head.split("\t") == ["kind", "left", "left_span", "right", "right_span", "drawn", "verdict", "class"]
    seen = set()
    for kind, left, left_span, right, right_span, drawn, verdict, fault in (line.split("\t") for line in lines):
        assert kind in KINDS and drawn in ("yes", "no") and verdict in ("right", "wrong", "unclear")
        assert all(re.fullmatch(r"\d+:\d+", s) for s in (left_span, right_span))
        assert int(left) % 2 and int(right) % 2  # the half that no rule was made on
        assert (fault == "-") == (verdict == "right") and re.fullmatch(r"-|[a-z]+(-[a-z]+)?", fault)
        seen.add((kind, left, left_span, right, right_span))
    assert len(seen) == len(lines) > 200
