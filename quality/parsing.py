"""How well the parser does: trees and tags, sentences and words from raw text, names, lemmas.

Attachment scores compare universal relations (``nsubj``, not ``nsubj:pass``), as the CoNLL 2018 shared task does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np
from training.corpora import wikigold
from training.lemmas import words as lemma_words

from quality.table import Row, prf
from quality.treebank import Text, texts
from sayso.lang import load
from sayso.parse import Divided, Parser
from sayso.parse.encode import BLOCK, GLUED, SPACE
from sayso.records import Parse, Report

NAMES = ("person", "organization", "place")
Named = tuple[int, int, int, str]  # text, first, stop, kind


def measure(data: Path) -> list[Row]:
    """Rows for the test parts of EWT and GUM, GUM's news, and the held-out third of WikiGold."""
    parser = Parser(load("en").folder)
    ud = {name: texts(data / f"ud/en_{name}-test.conllu") for name in ("ewt", "gum")}
    rows = [row for name, found in ud.items() for row in (*_gold_words(parser, name, found), *_raw(parser, name, found))]
    rows += _raw(parser, "gum test, news", [t for t in ud["gum"] if "news" in t.id])
    rows += _names("gum test", ud["gum"], parser.annotate([t.divided(False) for t in ud["gum"]]))
    capitals = [t.in_capitals() for t in ud["gum"]]
    rows += _names("gum test, upper case", capitals, parser.annotate([t.divided(False) for t in capitals]))
    rows += _wikigold(parser, data)
    return rows + _lemmas(parser, data)


# ---------------------------------------------------------------- trees


def _gold_words(parser: Parser, name: str, found: Sequence[Text]) -> list[Row]:
    pairs = list(zip(found, parser.annotate([t.divided() for t in found]), strict=True))
    n = sum(len(t.words) for t in found)
    compared: dict[str, Callable[[Text | Parse], Sequence[object]]] = {
        "UAS": lambda x: x.heads,
        "LAS": lambda x: _universal(x.heads, x.relations),
        "LAS with subtypes": lambda x: list(zip(x.heads, x.relations, strict=True)),
        "UPOS": lambda x: x.upos,
        "English tags": lambda x: x.xpos,
    }
    rows = []
    for metric, labels in compared.items():
        hits = sum(a == b for t, p in pairs for a, b in zip(labels(t), labels(p), strict=True))
        rows.append(Row("parse, gold words", name, metric, hits / n, None, n))
    return rows


def _universal(heads: Sequence[int], relations: Sequence[str]) -> list[tuple[int, str]]:
    return [(h, r.split(":")[0]) for h, r in zip(heads, relations, strict=True)]


def _raw(parser: Parser, name: str, found: Sequence[Text]) -> list[Row]:
    """From the text alone: precision, recall and F1 over spans of words, sentences and labelled arcs."""
    parses = parser.parse([Report(t.id, t.text, language="en") for t in found])
    said: dict[str, set[object]] = {"words": set(), "sentences": set(), "UPOS": set(), "LAS": set()}
    true: dict[str, set[object]] = {k: set() for k in said}
    for k, (t, p) in enumerate(zip(found, parses, strict=True)):
        sentences = list(zip(t.sentences, [*t.sentences[1:], len(t.words)], strict=True))
        _collect(true, k, t.words, sentences, t.upos, _universal(t.heads, t.relations))
        _collect(said, k, [(w.start, w.end) for w in p.words], p.sentences, p.upos, _universal(p.heads, p.relations))
    rows = []
    for metric in said:
        scores = prf(len(said[metric] & true[metric]), len(said[metric]), len(true[metric]))
        rows += _prf_rows("parse, raw text", name, metric, scores, len(true[metric]))
    return rows


def _collect(
    into: dict[str, set[object]], text: int, words: Sequence[tuple[int, int]], sentences: Iterable[tuple[int, int]],
    upos: Sequence[str], arcs: Sequence[tuple[int, str]],
) -> None:  # fmt: skip
    into["words"] |= {(text, *w) for w in words}
    into["sentences"] |= {(text, words[a][0], words[b - 1][1]) for a, b in sentences}
    into["UPOS"] |= {(text, *w, u) for w, u in zip(words, upos, strict=True)}
    into["LAS"] |= {(text, *w, words[h] if h >= 0 else None, r) for w, (h, r) in zip(words, arcs, strict=True)}


def _prf_rows(capability: str, corpus: str, metric: str, scores: tuple[float, float, float], n: int) -> list[Row]:
    return [
        Row(capability, corpus, f"{metric} {name}", value, None, n) for name, value in zip(("P", "R", "F1"), scores, strict=True)
    ]


# ---------------------------------------------------------------- names


def _names(corpus: str, found: Sequence[Text], parses: Sequence[Parse]) -> list[Row]:
    """Exact span and type, over the words that the corpus gives."""
    true = [n for k, t in enumerate(found) for n in _tagged(k, t.names)]
    return _name_rows(corpus, _said(parses), set(true))


def _said(parses: Sequence[Parse]) -> set[Named]:
    return {(k, n.first, n.stop, n.kind) for k, p in enumerate(parses) for n in p.names}


def _tagged(k: int, tags: Sequence[str]) -> Iterable[Named]:
    starts = [i for i, t in enumerate(tags) if t.startswith("B")]
    for a in starts:
        b = a + 1
        while b < len(tags) and tags[b].startswith("I"):
            b += 1
        yield k, a, b, tags[a][2:]


def _name_rows(corpus: str, said: set[Named], true: set[Named]) -> list[Row]:
    rows = []
    for kind in (*NAMES, "all three"):
        kinds = NAMES if kind == "all three" else (kind,)
        a, b = {n for n in said if n[3] in kinds}, {n for n in true if n[3] in kinds}
        rows += _prf_rows("names", corpus, kind, prf(len(a & b), len(a), len(b)), len(b))
    return rows


def _wikigold(parser: Parser, data: Path) -> list[Row]:
    held = wikigold(data)[1]
    parses = parser.annotate([_printed(d.words, d.breaks) for d in held])
    true = {n for k, d in enumerate(held) for n in _tagged(k, d.names or [])}
    return _name_rows("wikigold, held-out third", _said(parses), true)


def _printed(words: Sequence[str], gaps: Sequence[int]) -> Divided:
    """Words of one sentence as a text of one block."""
    text, spans = "", []
    for word, gap in zip(words, gaps, strict=True):
        text += " " if gap == SPACE else ""
        spans.append((len(text), len(text) + len(word)))
        text += word
    bounds = np.array(spans, dtype=np.int64)
    breaks = np.array([BLOCK, *(g if g != BLOCK else GLUED for g in gaps[1:])], dtype=np.int64)
    return Divided(text, bounds[:, 0].copy(), bounds[:, 1].copy(), breaks, [(0, len(words))])


# ---------------------------------------------------------------- lemmas


def _lemmas(parser: Parser, data: Path) -> list[Row]:
    """With gold tags, on the development parts: the test parts are kept for parsing."""
    rows = []
    for name in ("gum", "ewt"):
        gold = list(lemma_words(data / f"ud/en_{name}-dev.conllu"))
        found = parser.lemmas([w for w, _, _ in gold], [t for _, t, _ in gold])
        hits = sum(a == b for a, (_, _, b) in zip(found, gold, strict=True))
        rows.append(Row("lemmas", f"{name} dev", "accuracy", hits / len(gold), None, len(gold)))
    return rows
