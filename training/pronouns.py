"""Fits the weights by which a pronoun finds its antecedent (``lang/en/pronoun_weights.tsv``) on GUM's training part.

For each pronoun of the third person the mentions that structure admits, and "none of them", are put side by side with their
signs; a conditional logit with an L2 prior tells how much each sign speaks for being the one that GUM's annotators chose.
The parses are the parser's own, from the raw text. Run it again after new weights of the parser, if at all: the signs hardly
depend on it.

    python -m training.pronouns --data ../shared/data
"""

from __future__ import annotations

import argparse
from collections import Counter, deque
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
import numpy.typing as npt
from quality.coreference import Gold, gold

from sayso.lang import Pack, load
from sayso.parse import Parser
from sayso.records import Parse
from sayso.structure import pronouns, structure
from sayso.structure.clusters import Clusters
from sayso.structure.lexicon import Lexicon
from sayso.structure.phrases import Phrase
from sayso.structure.prominence import signs, signs_of_none, sort
from sayso.structure.speakers import Quoted

SORTS = ("he", "they", "it")
GENRES = {"news": 99, "bio": 99, "interview": 99, "speech": 8, "academic": 8, "voyage": 8, "textbook": 8, "court": 8}
"""Documents taken at most: what is far from the news shall not outweigh it."""
_LEAST = 5  # times that a sign must be seen
_SET = {"he": 0.5, "they": 1.5, "it": 1.0}  # for "both speak" ("Din said ... He said ..."): too rare in GUM, common in the news
_PRIOR, _STEPS, _RATE = 2.0, 300, 0.08

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Choice:
    """One pronoun: the signs of each mention it may take up and, last, of none; and which of them are right."""

    sort: str
    signs: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]


class Collector:
    """Stands in for the choice of an antecedent: notes what there was to choose from, and chooses as GUM does."""

    def __init__(self, document: Gold) -> None:
        self.document = document
        self.choices: list[Choice] = []

    def __call__(
        self, parse: Parse, clusters: Clusters, p: Phrase, at: dict[int, int], window: deque[int], quoted: Quoted,
        lexicon: Lexicon,
    ) -> int | None:  # fmt: skip
        del lexicon
        ahead = pronouns._subject_ahead(parse, clusters, p, at)
        if ahead is not None:
            return ahead  # what a rule decides is no choice
        entity = self.document.entity.get(p.mention.head.start)
        found = pronouns._admitted(parse, clusters, p, window, quoted)
        right = [entity is not None and self.document.entity.get(clusters.phrases[k].mention.head.start) == entity for k in found]
        seen = [
            tuple(signs(parse, p, clusters.phrases[k], clusters[k], quoted, rank, len(found))) for rank, k in enumerate(found, 1)
        ]
        if found:
            none = tuple(signs_of_none(parse, p, quoted))
            self.choices.append(Choice(sort(p), (*seen, none), (*right, not any(right))))
        return next((k for k, yes in zip(found, right, strict=True) if yes), None)


def choices(document: Gold, parse: Parse, pack: Pack) -> list[Choice]:
    """Every choice of one document."""
    collector, kept = Collector(document), pronouns._antecedent
    pronouns._antecedent = collector
    try:
        structure(document.report, parse, pack)
    finally:
        pronouns._antecedent = kept
    return collector.choices


def fitted(every: list[Choice]) -> dict[str, float]:
    """The weight of each sign: Adam on the likelihood of what is right."""
    counted = Counter(s for c in every for one in c.signs for s in one)
    names = sorted(s for s, n in counted.items() if n >= _LEAST)
    column = {s: k for k, s in enumerate(names)}
    tables = [_table(c, column) for c in every]
    right = [np.array(c.right, float) for c in every]
    w, mean, square = np.zeros(len(names)), np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, _STEPS + 1):
        slope = -_PRIOR * w + sum(_slope(m, y, w) for m, y in zip(tables, right, strict=True))
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        w += _RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return dict(zip(names, (float(x) for x in w), strict=True))


def _table(choice: Choice, column: dict[str, int]) -> Floats:
    table = np.zeros((len(choice.signs), len(column)))
    for row, one in enumerate(choice.signs):
        table[row, [column[s] for s in one if s in column]] = 1
    return table


def _slope(table: Floats, right: Floats, w: Floats) -> Floats:
    score = table @ w
    share = np.exp(score - score.max())
    share /= share.sum()
    wanted = share * right
    return np.asarray((wanted / max(wanted.sum(), 1e-12) - share) @ table)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, default=Path("../shared/data"))
    given = options.parse_args()
    pack = load("en")
    path = given.data / "ud" / "en_gum-train.conllu"
    documents = [g for genre, most in GENRES.items() for g in islice(gold(path, f"GUM_{genre}_"), most)]
    parses = Parser(pack.folder, 1).parse([g.report for g in documents])
    every = [c for g, parse in zip(documents, parses, strict=True) for c in choices(g, parse, pack)]
    weights = {one: fitted([c for c in every if c.sort == one]) | {"both speak": _SET[one]} for one in SORTS}
    lines = [
        "# How much each sign speaks for an antecedent of a pronoun: a conditional logit, fitted on the training part of GUM",
        '# (see SOURCES.md). "none, ..." speak for no antecedent among the mentions before.',
        "# sign\the, she\tthey\tit",
    ]
    for name in sorted({s for w in weights.values() for s in w}):
        lines.append("\t".join([name, *(f"{weights[one].get(name, 0.0):.2f}" for one in SORTS)]))
    (Path(pack.folder) / "pronoun_weights.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
