"""The encoder written out for export: BERT's arithmetic with one projection for query, key and value.

Transformers' own module traces into mask bookkeeping that the runtime cannot
fold; this is the same function of the same weights (Devlin et al. 2019).
"""

from __future__ import annotations

import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn


class Layer(nn.Module):
    def __init__(self, source: nn.Module, heads: int) -> None:
        super().__init__()
        attention = source.attention
        parts = (attention.self.query, attention.self.key, attention.self.value)
        width = parts[0].in_features
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        # The scale of the scores goes into the query's weights: one operation less.
        scale = (width // heads) ** -0.5
        self.qkv.weight.data = torch.cat([parts[0].weight * scale, parts[1].weight, parts[2].weight]).detach()
        self.qkv.bias.data = torch.cat([parts[0].bias * scale, parts[1].bias, parts[2].bias]).detach()
        self.out, self.norm = attention.output.dense, attention.output.LayerNorm
        self.up, self.down, self.last = source.intermediate.dense, source.output.dense, source.output.LayerNorm

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, width = x.shape
        shape = (batch, length, self.heads, width // self.heads)
        q, k, v = (part.view(shape).transpose(1, 2) for part in self.qkv(x).split(width, -1))
        scores = torch.softmax(torch.matmul(q, k.transpose(2, 3)) + mask, -1)
        mixed = torch.matmul(scores, v).transpose(1, 2).reshape(batch, length, width)
        x = self.norm(x + self.out(mixed))
        return self.last(x + self.down(F.gelu(self.up(x))))  # type: ignore[no-any-return]


class Encoder(nn.Module):
    """(batch, pieces) ids, types and mask to (batch, pieces, width)."""

    def __init__(self, bert: nn.Module) -> None:
        super().__init__()
        table = bert.embeddings
        self.pieces, self.types, self.norm = table.word_embeddings, table.token_type_embeddings, table.LayerNorm
        self.positions = table.position_embeddings
        self.layers = nn.ModuleList(Layer(layer, bert.config.num_attention_heads) for layer in bert.encoder.layer)

    def forward(self, ids: Tensor, types: Tensor, mask: Tensor) -> Tensor:
        places = torch.arange(ids.size(1), device=ids.device).unsqueeze(0)
        x = self.norm(self.pieces(ids) + self.types(types) + self.positions(places))
        additive = (1.0 - mask.to(x.dtype))[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, additive)
        return x
