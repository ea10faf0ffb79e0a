"""What speaks for a cue and against it, fitted on texts of PolNeAR's training part: ``cue_weights.tsv``.

    python -m training.cue_weights --data ../shared/data --pack src/sayso/lang/en

A logistic regression over the signs of ``sayso.attribute.weigh``; positive is a candidate whose cue and content overlap an
annotated attribution's. What lies in somebody's words is left out, since PolNeAR marks nothing there. To be fitted again
where the encoder changes. Prints precision and recall of the candidates, each text judged by weights fitted on the others.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from quality.attribution import Text, overlap, texts

from sayso.attribute.apart import distinct
from sayso.attribute.bare import bare_drafts
from sayso.attribute.draft import Draft, Page, page
from sayso.attribute.lexicon import lexicon
from sayso.attribute.phrases import phrase_drafts
from sayso.attribute.settle import possible
from sayso.attribute.tags import CONTENT, Tags, tags
from sayso.attribute.unseen import NESTED, candidates
from sayso.attribute.verbs import verb_drafts
from sayso.attribute.weigh import signs
from sayso.lang import load
from sayso.parse import Parser
from sayso.records import Report, Span, digest
from sayso.structure import lay_out, structure

Array = npt.NDArray[np.float64]
_TEXTS, _SEED, _FOLDS, _RIDGE, _STEPS = 120, 5, 5, 3.0, 30
_RARE = 20  # a sign of fewer candidates gets no weight
_SMALL = 0.05  # weights below it are left out
_HEADER = "# What speaks for a cue (above 0) and against it (below), in log-odds; see weigh.py and SOURCES.md.\n# sign\tweight\n"


def examples(data: Path) -> Iterator[tuple[int, dict[str, float], bool]]:
    """Text number, signs and truth of each candidate outside of others' words."""
    pack = load("en")
    gold = random.Random(_SEED).sample(texts(data, "train"), _TEXTS)
    reports = [lay_out(Report(digest("r", t.id), t.text, language="en"), pack) for t in gold]
    for n, (text, report, parse) in enumerate(zip(gold, reports, Parser(pack.folder, 1).parse(reports), strict=True)):
        here, seen = page(report, parse, structure(report, parse, pack), lexicon(pack)), tags(parse)
        for draft in _drafts(here, seen):
            truth = _marked(here, draft, text)
            if truth is not None and draft.cue is not None and seen.mean(draft.cue, CONTENT) < NESTED:
                yield n, signs(here, draft, seen), truth


def _drafts(here: Page, seen: Tags) -> list[Draft]:
    found = distinct([d for d in (*verb_drafts(here), *phrase_drafts(here), *bare_drafts(here)) if possible(here, d)])
    return [*found, *candidates(here, found, seen)]


def _marked(here: Page, draft: Draft, text: Text) -> bool | None:
    """Is it annotated? None where its cue lies in an annotated content."""
    assert draft.cue is not None
    cue = [here.parse.span(draft.cue.first, draft.cue.stop - 1)]
    content = [here.parse.span(r.first, r.stop - 1) for r in draft.content]
    if any(overlap(cue, t.cue) and overlap(content, t.content) for t in text.triples):
        return True
    every: list[Span] = [s for t in text.triples for s in t.cue]
    return None if not overlap(cue, every) and any(overlap(cue, t.content) for t in text.triples) else False


def fitted(x: Array, y: Array) -> Array:
    """Coefficients of a ridge logistic regression, by Newton's steps."""
    w = np.zeros(x.shape[1])
    for _ in range(_STEPS):
        p = 1 / (1 + np.exp(-x @ w))
        slope = x.T @ (p - y) + _RIDGE * w
        w -= np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + _RIDGE * np.eye(len(w)), slope)
    return w


def matrix(rows: Sequence[dict[str, float]]) -> tuple[list[str], Array]:
    """The signs frequent enough, and their values a row."""
    every = sorted({k for r in rows for k in r})
    names = [k for k in every if sum(bool(r.get(k)) for r in rows) >= _RARE]
    return names, np.array([[r.get(k, 0.0) for k in names] for r in rows])


def _report(x: Array, y: Array, fold: npt.NDArray[np.int64]) -> None:
    chances = np.zeros(len(y))
    for k in range(_FOLDS):
        chances[fold == k] = 1 / (1 + np.exp(-x[fold == k] @ fitted(x[fold != k], y[fold != k])))
    for least in (0.35, 0.4, 0.42, 0.45, 0.5, 0.55):
        chosen = chances >= least
        print(f"{least:.2f}  P {y[chosen].mean():.3f}  R of candidates {y[chosen].sum() / y.sum():.3f}  n={int(chosen.sum())}")


def main() -> None:
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("--data", type=Path, default=Path("../shared/data"))
    given.add_argument("--pack", type=Path, default=Path("src/sayso/lang/en"))
    args = given.parse_args()
    numbers, rows, truths = zip(*examples(args.data), strict=True)
    names, x = matrix(rows)
    y = np.array(truths, dtype=np.float64)
    _report(x, y, np.array(numbers) % _FOLDS)
    lines = [f"{name}\t{w:.2f}\n" for name, w in zip(names, fitted(x, y), strict=True) if abs(w) >= _SMALL]
    (args.pack / "cue_weights.tsv").write_text(_HEADER + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
