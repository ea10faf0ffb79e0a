"""A measured number beside its floor."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """``value`` must not fall below ``floor`` (or, where ``lower_is_better``, rise above it); ``n`` says of how many items."""

    capability: str
    corpus: str
    metric: str
    value: float
    floor: float | None = None
    n: int = 0
    lower_is_better: bool = False

    @property
    def holds(self) -> bool:
        if self.floor is None:
            return True
        return self.value <= self.floor if self.lower_is_better else self.value >= self.floor


def prf(hits: int, said: int, true: int) -> tuple[float, float, float]:
    """Precision, recall and F1 from counts."""
    p, r = hits / said if said else 0.0, hits / true if true else 0.0
    return p, r, 2 * p * r / (p + r) if p + r else 0.0
