"""Where countries end: outlines and the lines between neighbours, read from one small file as they are asked for."""

from .lines import clipped, closed, roughly, thinned_flat
from .outline import Outline, sided
from .packed import Line, pack, unpack
from .shipped import border, bordering, coast, outline, region, within

__all__ = [
    "Line", "Outline", "border", "bordering", "clipped", "closed", "coast", "outline", "pack", "region", "roughly", "sided",
    "thinned_flat", "unpack", "within",
]  # fmt: skip
