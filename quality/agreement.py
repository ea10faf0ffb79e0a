"""How far two annotators agree on chains: the same texts noted twice, the second time blindly.

    python -m quality.agreement quality/gold/chains quality/gold/chains/second

takes the stand-off files of two folders and prints, over the texts that both have: attributions and links (F1 of one against
the other), whole chains, the kind of source (with Cohen's kappa, on attributions that both found) and who is meant.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from quality.chains import Text, own
from quality.linked import Counts, compared, kappa, of_notes
from quality.standoff import Annotated, load
from quality.table import Row


def noted(folder: Path) -> dict[str, Annotated]:
    """The texts of a folder's files, by name."""
    return {a.text: a for path in sorted(folder.glob("*.jsonl"), reverse=True) for a in load(path)}


def agreement(first: Iterable[Annotated], second: Iterable[Annotated]) -> list[Row]:
    """Rows over the texts that both have noted, as they stand in the same characters."""
    others = {(a.text, a.sha256): a for a in second}
    both = [(a, others[a.text, a.sha256]) for a in first if (a.text, a.sha256) in others]
    counts = Counts()
    for one, other in both:
        counts.add(compared(of_notes(one.said), of_notes(other.said)))
    return [Row("agreement", "chains", "texts", len(both), n=len(both)), *_rows(counts)] if both else []


def own_agreement(first: Iterable[Text], second: Iterable[Text]) -> list[Row]:
    """The same of marked texts, which say no kinds."""
    others = {t.text: t for t in second}
    both = [(t, others[t.text]) for t in first if t.text in others]
    counts = Counts()
    for one, other in both:
        counts.add(compared(one.gold, other.gold))
    return [replace(row, metric=f"own texts, {row.metric}") for row in _spans(counts)] if both else []


def _spans(counts: Counts) -> list[Row]:
    out = [_f1("attributions, F1", "", counts), _f1("links, F1", " links", counts)]
    out += [_f1("links below the outlet, F1", " links deep", counts)]
    return [*out, _f1("chains, F1", " chains", counts), _f1("chains of two and more, F1", " chains deep", counts)]


def _rows(counts: Counts) -> list[Row]:
    c, out = counts.of, _spans(counts)
    same = sum(k for (a, b), k in counts.kinds.items() if a == b)
    of = counts.kinds.total()
    out.append(Row("agreement", "chains", "kind of source, accuracy", round(same / max(1, of), 4), n=of))
    out.append(Row("agreement", "chains", "kind of source, kappa", round(kappa(counts.kinds), 4), n=of))
    return [*out, Row("agreement", "chains", "who is meant, accuracy", round(c["who hit"] / max(1, c["who"]), 4), n=c["who"])]


def _f1(metric: str, key: str, counts: Counts) -> Row:
    """Of two annotators neither is right: the mean of both directions."""
    c = counts.of
    p, r = (c[f"{side}{key} hit"] / max(1, c[f"{side}{key}"]) for side in ("found", "gold"))
    value = 2 * p * r / (p + r) if p + r else 0.0
    return Row("agreement", "chains", metric, round(value, 4), n=c[f"gold{key}"])


def main() -> int:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("first", type=Path)
    args.add_argument("second", type=Path)
    given = args.parse_args()
    rows = agreement(noted(given.first).values(), noted(given.second).values())
    rows += own_agreement(own(given.first / "own.marked"), own(given.second / "own.marked"))
    if not rows:
        print("no text that both folders have noted", file=sys.stderr)
        return 1
    for row in rows:
        print(f"{row.metric:40} {row.value:.4f}  n={row.n}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
