"""Universal Dependencies treebanks as texts with gold words, sentences, trees and names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from training.corpora import read_conllu

from sayso.parse import Divided
from sayso.parse.divide import breaks


@dataclass
class Text:
    """One document; every list but ``blocks`` has one entry a word. Heads count in the text, -1 for roots."""

    id: str
    text: str = ""
    words: list[tuple[int, int]] = field(default_factory=list)
    blocks: list[int] = field(default_factory=list)  # first words
    sentences: list[int] = field(default_factory=list)  # first words
    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)  # B-, I- and O tags

    def divided(self, sentences: bool = True) -> Divided:
        """The gold words, and the gold sentences if so wished, as the parser takes them."""
        bounds = np.array(self.words, dtype=np.int64).reshape(-1, 2)
        starts, stops = bounds[:, 0].copy(), bounds[:, 1].copy()
        blocks = list(zip(self.blocks, [*self.blocks[1:], len(starts)], strict=True))
        given = np.array(self.sentences, dtype=np.int64) if sentences else None
        return Divided(self.text, starts, stops, breaks(self.text, starts, stops, blocks), blocks, given)

    def in_capitals(self) -> Text:
        """The same in the manner of an old wire: only characters whose capital is one character change."""
        return replace(self, text="".join(c.upper() if len(c.upper()) == 1 else c for c in self.text))


def texts(path: Path) -> list[Text]:
    """The documents of a CoNLL-U file, their raw texts put together again, paragraphs apart by a blank line."""
    found = list(_read(path))
    for text, labels in zip(found, read_conllu(path), strict=True):
        text.names = labels.names or []
    return found


def _read(path: Path) -> Iterator[Text]:
    text, base, range_stop, at = Text(""), 0, 0, 0
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("# newdoc"):
            if text.words:
                yield text
            text, base = Text(line.split("=")[-1].strip()), 0
        if line.startswith(("# newdoc", "# newpar")):
            text.text = text.text.rstrip() + "\n\n" if text.text else ""
            text.blocks += [len(text.words)] if text.blocks[-1:] != [len(text.words)] else []
        row = line.split("\t")
        if not line:
            base = len(text.words)
        if len(row) != 10 or "." in row[0]:
            continue
        if "-" in row[0]:
            range_stop, at = int(row[0].split("-")[1]), len(text.text)
            text.text += row[1] + _gap(row)
            continue
        if int(row[0]) > range_stop:
            at = len(text.text)
            text.text += row[1] + _gap(row)
        _add(text, row, base, at)
        at += len(row[1])
        range_stop = 0 if int(row[0]) >= range_stop else range_stop
    if text.words:
        yield text


def _gap(row: list[str]) -> str:
    return "" if "SpaceAfter=No" in row[9] else " "


def _add(text: Text, row: list[str], base: int, at: int) -> None:
    if row[0] == "1":
        text.sentences.append(len(text.words))
    text.words.append((at, at + len(row[1])))
    text.upos.append(row[3])
    text.xpos.append(row[4])
    text.heads.append(base + int(row[6]) - 1 if row[6] != "0" else -1)
    text.relations.append(row[7])
