"""What each head should say about a batch, as padded tensors; -100 (or zeros) where nobody knows."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import torch
from torch import Tensor

from .documents import Window
from .model import Batch, Labels


@dataclass
class Targets:
    upos: Tensor  # (batch, words), as the next four
    xpos: Tensor
    names: Tensor
    mentions: Tensor
    start: Tensor
    heads: Tensor  # 0 is the root, word i of the window is i + 1
    relations: Tensor
    soft: Tensor  # (batch, words, attribution tags)
    allowed: Tensor  # (batch, words + 1, words + 1): may this word have that head?
    sentences: list[tuple[int, int, int]]  # row, first word, stop
    vectors: Tensor  # (sentences, 384)


def targets(batch: Batch, labels: Labels, known: dict[tuple[int, int], np.ndarray]) -> Targets:
    rows, width = batch.first.shape
    out = Targets(*(torch.full((rows, width - 1), -100) for _ in range(7)), *_empty(rows, width, len(labels.attribution)))
    index = {f: {x: i for i, x in enumerate(getattr(labels, f))} for f in ("upos", "xpos", "names", "mentions", "relations")}
    vectors = []
    for k, w in enumerate(batch.windows):
        for field, numbers in index.items():
            values = getattr(w.document, field)
            if values is not None:
                row = [numbers.get(v, -100) for v in values[w.start : w.stop]]
                getattr(out, field)[k, : len(row)] = torch.tensor(row)
        if w.document.soft is not None:
            out.soft[k, : len(w)] = torch.from_numpy(w.document.soft[w.start : w.stop].astype(np.float32))
        if w.document.starts is not None:
            _sentences(out, k, w, known, vectors)
    out.vectors = torch.from_numpy(np.stack(vectors).astype(np.float32)) if vectors else torch.zeros(0, 384)
    return out


def _empty(rows: int, width: int, tags: int) -> tuple[Tensor, Tensor, list[tuple[int, int, int]], Tensor]:
    return torch.zeros(rows, width - 1, tags), torch.eye(width, dtype=torch.bool).repeat(rows, 1, 1), [], torch.zeros(0)


def _sentences(out: Targets, k: int, w: Window, known: dict[tuple[int, int], np.ndarray], vectors: list[np.ndarray]) -> None:
    doc = w.document
    starts = np.array((doc.starts or [])[w.start : w.stop])
    whole = doc.heads is not None or len(doc.words) > len(w)
    out.start[k, : len(w)] = torch.from_numpy(starts.astype(np.int64))
    out.start[k, 0] = -100 if not (starts[0] and whole) else 1
    if len(doc.words) == len(w) and doc.heads is None:
        out.start[k, : len(w)] = -100  # single sentences teach nothing about where sentences start
    edges = [*np.flatnonzero(starts).tolist(), len(w)]
    if not starts[0]:
        edges = [0, *edges]
    for a, b in pairwise(edges):
        if (id(doc), w.start + a) in known and (w.start + b == len(doc.words) or b < len(w)):
            out.sentences.append((k, a, b))
            vectors.append(known[id(doc), w.start + a])
        if doc.heads is not None:
            _heads(out, k, w, a, b)


def _heads(out: Targets, k: int, w: Window, a: int, b: int) -> None:
    heads = np.array((w.document.heads or [])[w.start + a : w.start + b])
    local = np.where(heads < 0, 0, heads - w.start + 1)
    local = np.where((local != 0) & ((local <= a) | (local > b)), -100, local)
    out.heads[k, a:b] = torch.from_numpy(local)
    out.relations[k, a:b][torch.from_numpy(local) < 0] = -100
    out.allowed[k, a + 1 : b + 1, a + 1 : b + 1] = True
    out.allowed[k, a + 1 : b + 1, 0] = True
