"""Claims' vectors: what two claims mean, compared by cosine."""

from __future__ import annotations

import base64
import binascii
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # numpy takes longer to load than the rest of a command that relates nothing
    import numpy as np
    import numpy.typing as npt

    Vector = npt.NDArray[np.float32]


@lru_cache(20_000)
def direction(vector: str) -> Vector | None:
    """Of length one; None where a claim has no vector, or one that is none."""
    import numpy as np

    try:
        found = np.frombuffer(base64.b64decode(vector, validate=True), np.int8).astype(np.float32)
    except (ValueError, binascii.Error):
        return None
    length = float(np.linalg.norm(found))
    return found / length if length else None


def likeness(a: str, b: str) -> float | None:
    """Cosine of two claims' vectors; None where that is not known."""
    x, y = direction(a), direction(b)
    return float(x @ y) if x is not None and y is not None and x.shape == y.shape else None
