"""Counting what the system says of judged pairs."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest

from sayso.relate.transfer import Judgement

origins = pytest.importorskip("quality.origins")

HEAD = "left\tright\tsha_left\tsha_right\thalf\tsort\tlabel\tdirection\tleft_span\tright_span\tnote"


def answer(label: str, found: str, half: str = "build", told: str = "unknown", said: str = "unknown") -> Any:
    return origins.Answer(origins.Pair("2", "4", half, "reuse", label, told), Judgement(found, said, ("so",)))  # type: ignore[arg-type]


def values(given: list[Any]) -> dict[str, float]:
    return {r.metric: r.value for r in origins.rows(given)}


def test_unknown_is_wrong_but_not_answered() -> None:
    got = values([answer("copy", "copy"), answer("cites", "unknown"), answer("partial", "copy", half="report")])
    assert got["accuracy, all"] == pytest.approx(1 / 3)
    assert got["accuracy among answered, all"] == pytest.approx(1 / 2)
    assert got["dependent or not, all"] == pytest.approx(2 / 3)
    assert got["accuracy, build half"] == pytest.approx(1 / 2)
    assert got["accuracy, report half"] == 0


def test_precision_and_recall_of_a_label() -> None:
    got = values([answer("copy", "copy"), answer("partial", "copy"), answer("copy", "partial")])
    assert got["precision of copy"] == got["recall of copy"] == pytest.approx(1 / 2)


def test_a_false_independent_is_counted_by_what_it_is_said_of() -> None:
    got = values([answer("copy", "independent"), answer("cites", "independent"), answer("unclear", "independent")])
    assert [got[f"false independent among {k}"] for k in ("copies and partials", "cites", "unclear pairs")] == [1, 1, 1]
    assert got["accuracy, all"] == 0  # the unclear pair is not scored


def test_direction_counts_where_it_is_told() -> None:
    given = [
        answer("copy", "copy", told="left", said="left"),
        answer("copy", "copy", told="left", said="right"),
        answer("copy", "copy", told="right"),
        answer("copy", "copy", said="left"),
    ]
    got = values(given)
    assert got["direction, right among said"] == pytest.approx(1 / 2)
    assert got["direction, said and right of those told"] == pytest.approx(1 / 3)
    assert got["direction, said where the texts do not tell"] == 1


def test_another_text_than_the_one_judged_is_refused(tmp_path: Path) -> None:
    texts = {"2": "The ferry sank.", "4": "A ferry sank."}
    digests = {i: hashlib.sha256(t.encode()).hexdigest()[:12] for i, t in texts.items()}
    gold = tmp_path / "pairs.tsv"
    gold.write_text(f"{HEAD}\n2\t4\t{digests['2']}\t{digests['4']}\tbuild\treuse\tpartial\tleft\t0:9\t2:11\tshort\n")
    assert origins.pairs(texts, gold) == [origins.Pair("2", "4", "build", "reuse", "partial", "left")]
    with pytest.raises(ValueError, match="body 4"):
        origins.pairs(texts | {"4": "Another text."}, gold)


def test_the_gold_holds_labels_offsets_and_short_notes_only() -> None:
    lines = (Path(__file__).resolve().parents[2] / "quality/gold/origins/pairs.tsv").read_text(encoding="utf-8").splitlines()
    assert lines[0] == HEAD and len(lines) == 301
    for fields in (line.split("\t") for line in lines[1:]):
        assert fields[6] in (*origins.LABELS, "unclear") and fields[7] in ("left", "right", "unknown")
        assert fields[8] == "-" or fields[6] in ("copy", "partial")
        assert len(fields[10].split()) <= 12
