"""Loops that every training step here shares: batches by length, warm-up and decay, averaging."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import torch
from torch import nn

from .documents import Window


def seed(value: int) -> None:
    random.seed(value)
    torch.manual_seed(value)


def batches(windows: Sequence[Window], words: int, rng: random.Random | None = None) -> Iterator[list[Window]]:
    """Windows of like length together, about ``words`` words a batch; shuffled where ``rng`` is given."""
    key = (lambda w: len(w) + rng.random() * 12) if rng else len
    groups: list[list[Window]] = [[]]
    for window in sorted(windows, key=key):  # type: ignore[arg-type]
        if groups[-1] and (len(groups[-1]) + 1) * len(window) > words:
            groups.append([])
        groups[-1].append(window)
    if rng:
        rng.shuffle(groups)
    yield from (g for g in groups if g)


def optimizer(model: nn.Module, encoder_rate: float, head_rate: float) -> torch.optim.Optimizer:
    encoder = [p for n, p in model.named_parameters() if n.startswith("encoder") and p.requires_grad]
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder")]
    groups = [{"params": encoder, "lr": encoder_rate}, {"params": heads, "lr": head_rate}]
    return torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)


def warmup_then_linear(step: int, total: int, warmup: int = 100) -> float:
    return min((step + 1) / warmup, max(0.02, (total - step) / max(1, total - warmup)))


class Average:
    """An exponential moving average of a model's weights (Polyak averaging)."""

    def __init__(self, model: nn.Module, decay: float = 0.998) -> None:
        self.decay = decay
        self.shadow = {k: v.detach().clone() for k, v in model.state_dict().items()}

    @torch.no_grad()
    def update(self, model: nn.Module, step: int) -> None:
        decay = min(self.decay, (step + 1) / (step + 20))
        for k, v in model.state_dict().items():
            if v.dtype.is_floating_point:
                self.shadow[k].lerp_(v, 1 - decay)


def advance(
    model: nn.Module,
    loss: torch.Tensor,
    opt: torch.optim.Optimizer,
    plan: torch.optim.lr_scheduler.LRScheduler,
    average: Average,
    step: int,
) -> None:
    """One step down the gradient, its length capped at 1, then the rate's and the average's own steps."""
    opt.zero_grad()
    loss.backward()  # type: ignore[no-untyped-call]
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    opt.step()
    plan.step()
    average.update(model, step)
