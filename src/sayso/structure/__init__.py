"""What a report is made of: blocks, quotations, mentions, and who is who."""

from .blocks import lay_out
from .structure import structure

__all__ = ["lay_out", "structure"]
