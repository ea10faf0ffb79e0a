"""Parses built by hand, for tests of stages that need few of the parser's answers."""

from __future__ import annotations

import re

import numpy as np

from sayso.records import Parse, Span


def flat(text: str) -> Parse:
    """Words without tags or trees: what is left when the parser knows nothing."""
    words = [Span(*m.span()) for m in re.finditer(r"\w+|[^\w\s]", text)]
    n = len(words)
    return Parse(
        text, words, [(0, n)], ["X"] * n, [""] * n, [w.of(text).lower() for w in words], [-1] * n, ["dep"] * n, [],
        ["none"] * n, np.zeros((n, 7), np.float32), np.zeros((n, 128), np.float32), [0] * n, [[] for _ in words],
    )  # fmt: skip


def tree(rows: list[tuple[str, str, str, str, int, str]]) -> Parse:
    """A parse of (word, upos, xpos, lemma, head, relation) rows; heads are counted from 0, -1 for the root."""
    text, words = "", []
    for row in rows:
        text += " " if text and row[0] not in ".,-" and not text.endswith("-") else ""
        words.append(Span(len(text), len(text) + len(row[0])))
        text += row[0]
    children: list[list[int]] = [[] for _ in rows]
    for i, row in enumerate(rows):
        if row[4] >= 0:
            children[row[4]].append(i)
    n = len(rows)
    return Parse(
        text, words, [(0, n)], [r[1] for r in rows], [r[2] for r in rows], [r[3] for r in rows], [r[4] for r in rows],
        [r[5] for r in rows], [], ["none"] * n, np.zeros((n, 7), np.float32), np.zeros((n, 128), np.float32), [0] * n, children,
    )  # fmt: skip
