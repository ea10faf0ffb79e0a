"""What speaks for a cue and against it, fitted on the free texts as the teachers label them: ``cue_weights.tsv``.

    python -m training.cue_weights --data ../shared/data --out build/training --pack src/sayso/lang/en

A logistic regression over the signs of ``sayso.attribute.weigh``. A candidate is positive by as much as the teachers are sure of
a cue in its cue and of a content in its content; like the encoder, these weights have never seen a PolNeAR text. What lies in
somebody's words is left out, since PolNeAR's annotators, and so the teachers, mark nothing there. To be fitted again where the
encoder changes. Prints precision and recall of the candidates, each text judged by weights fitted on the others.
"""

from __future__ import annotations

import argparse
import bisect
import pickle
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from quality.treebank import Text, texts

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
Labels = npt.NDArray[np.float32]  # (words, tags): none, two of source, two of cue, two of content
_FOLDS, _RIDGE, _STEPS = 5, 3.0, 30
_EVERY = 4  # of EWT, where fewer texts attribute anything, every fourth
_RARE = 20  # a sign of fewer candidates gets no weight
_SMALL = 0.05  # weights below it are left out
_HEADER = "# What speaks for a cue (above 0) and against it (below), in log-odds; see weigh.py and SOURCES.md.\n# sign\tweight\n"


def labelled(data: Path, out: Path) -> list[tuple[Text, Labels]]:
    """The free texts with their words' labels: the mean of all teachers."""
    teachers = [pickle.loads(path.read_bytes()) for path in sorted(out.glob("teacher-labels-*.pickle"))]
    gold = texts(data / "ud/en_gum-train.conllu") + texts(data / "ud/en_ewt-train.conllu")[::_EVERY]
    found = ((t, [k[t.id] for k in teachers if t.id in k and len(k[t.id]) == len(t.words)]) for t in gold)
    return [(t, np.mean([k.astype(np.float32) for k in known], axis=0)) for t, known in found if known]


def examples(data: Path, out: Path) -> Iterator[tuple[int, dict[str, float], float]]:
    """Text number, signs and truth of each candidate outside of others' words."""
    pack = load("en")
    gold = labelled(data, out)
    reports = [lay_out(Report(digest("r", t.id), t.text, language="en"), pack) for t, _ in gold]
    for n, ((text, labels), report, parse) in enumerate(zip(gold, reports, Parser(pack.folder, 1).parse(reports), strict=True)):
        here, seen = page(report, parse, structure(report, parse, pack), lexicon(pack)), tags(parse)
        for draft in _drafts(here, seen):
            truth = _marked(here, draft, text, labels)
            if truth is not None and draft.cue is not None and seen.mean(draft.cue, CONTENT) < NESTED:
                yield n, signs(here, draft, seen), truth


def _drafts(here: Page, seen: Tags) -> list[Draft]:
    found = distinct([d for d in (*verb_drafts(here), *phrase_drafts(here), *bare_drafts(here)) if possible(here, d)])
    return [*found, *candidates(here, found, seen)]


def _marked(here: Page, draft: Draft, text: Text, labels: Labels) -> float | None:
    """How sure the teachers are of its cue and of its content; None where they take the cue for somebody's words."""
    assert draft.cue is not None
    cue = _words(here.parse.span(draft.cue.first, draft.cue.stop - 1), text)
    content = [i for r in draft.content for i in _words(here.parse.span(r.first, r.stop - 1), text)]
    if not cue or not content:
        return None
    spoken = float(labels[cue, 5:].sum(1).mean())
    said = float(labels[cue, 3:5].sum(1).max())
    return None if spoken > NESTED and said < spoken else said * float(labels[content, 5:].sum(1).max())


def _words(span: Span, text: Text) -> list[int]:
    first = bisect.bisect_right(text.words, span.start, key=lambda w: w[1])
    return list(range(first, bisect.bisect_left(text.words, span.end, key=lambda w: w[0])))


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
    given.add_argument("--out", type=Path, default=Path("build/training"))
    given.add_argument("--pack", type=Path, default=Path("src/sayso/lang/en"))
    args = given.parse_args()
    numbers, rows, truths = zip(*examples(args.data, args.out), strict=True)
    names, x = matrix(rows)
    y = np.array(truths, dtype=np.float64)
    _report(x, y, np.array(numbers) % _FOLDS)
    lines = [f"{name}\t{w:.2f}\n" for name, w in zip(names, fitted(x, y), strict=True) if abs(w) >= _SMALL]
    (args.pack / "cue_weights.tsv").write_text(_HEADER + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
