"""How far commitments agree with people's judgements that something happened, from -3 (did not) to 3 (did).

For each event word that the corpora mark, the commitment that ``sayso.claim.commitment_at`` reads off the tree is
turned into a number by ``VALUES`` and compared: mean absolute error and Pearson's r, over all marked words, and over
those that head a claim (their share is the coverage); what is labelled an opinion, a question or an order is not claimed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from quality.table import Row
from sayso import lang
from sayso.claim import claims, commitment_at
from sayso.lang import Pack
from sayso.records import Attribution, Block, Parse, Report, Source, Span, Structure
from sayso.resources import Resources
from sayso.settings import Settings

# Certain is the end of the scale; what is probable or possible has the median of UW's development part. What is left open
# leans to the positive side: people expect what is planned, asked for or asked about.
VALUES: dict[tuple[str, str], float] = {
    ("+", "certain"): 3.0, ("+", "probable"): 2.2, ("+", "possible"): 1.2, ("?", "unstated"): 1.0,
    ("-", "possible"): -0.5, ("-", "probable"): -1.0, ("-", "certain"): -2.0,
}  # fmt: skip
FILES = {
    "UW train (unread)": "uw-train.jsonl", "UW dev": "uw-dev.jsonl",
    "MEANTIME dev": "meantime-dev.jsonl", "UDS-IH2 dev": "uds_ih2-dev.jsonl",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Judged:
    """One event word: what people said, what we say, and whether it heads a claim."""

    label: float
    value: float
    claimed: bool


def measure(data: Path) -> list[Row]:
    """Rows for UW, MEANTIME and UDS-IH2: development parts, whose errors were read, and a part of UW that nobody read."""
    rows: list[Row] = []
    for corpus, name in FILES.items():
        judged = list(judgements(data / "factuality" / name))
        rows += _rows(corpus, "events", judged)
        rows += _rows(corpus, "claim heads", [j for j in judged if j.claimed])
        rows.append(_row(corpus, "claim heads coverage", sum(j.claimed for j in judged) / len(judged), len(judged)))
    return rows


def judgements(path: Path) -> Iterator[Judged]:
    """Every marked word of a corpus file, read by the shipped parser."""
    pack = lang.load("en")
    items = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for item, report, parse in parsed(items):
        heads = _heads(report, parse, pack)
        for target in item["targets"]:
            word = _word(item["text"], target["span1"][0], parse)
            if word is not None:
                made = commitment_at(parse, word, pack)
                yield Judged(target["label"], VALUES[made.polarity, made.certainty], parse.words[word] in heads)


def parsed(items: list[dict[str, Any]]) -> Iterable[tuple[dict[str, Any], Report, Parse]]:
    """Items with their text as a one-paragraph report and its parse."""
    reports = [_report(str(i), d["text"]) for i, d in enumerate(items)]
    parses = Resources(Settings()).parser("en").parse(reports)
    return zip(items, reports, parses, strict=True)


def _report(id: str, text: str) -> Report:
    return Report(id, text, (Block("paragraph", Span(0, len(text))),), language="en")


def _heads(report: Report, parse: Parse, pack: Pack) -> set[Span]:
    outlet = Attribution("a", Source("outlet", None, ""), None, (Span(0, len(report.text)),), "outlet", None)
    return {c.head for c in claims(report, parse, Structure((), (), ()), (outlet,), pack) if c.factual}


def _word(text: str, token: int, parse: Parse) -> int | None:
    """The parser's word at the start of the corpus's token (tokens are joined by single blanks)."""
    start = sum(len(t) + 1 for t in text.split(" ")[:token])
    found = [i for i, span in enumerate(parse.words) if span.start <= start < span.end]
    return found[0] if found else None


def _rows(corpus: str, what: str, judged: list[Judged]) -> list[Row]:
    labels, values = np.array([j.label for j in judged]), np.array([j.value for j in judged])
    mae = float(np.abs(labels - values).mean()) if judged else 0.0
    r = float(np.corrcoef(labels, values)[0, 1]) if len(judged) > 2 and values.std() > 0 else 0.0
    return [_row(corpus, f"{what} MAE", mae, len(judged), lower_is_better=True), _row(corpus, f"{what} r", r, len(judged))]


def _row(corpus: str, metric: str, value: float, n: int, *, lower_is_better: bool = False) -> Row:
    return Row("factuality", corpus, metric, value, n=n, lower_is_better=lower_is_better)
