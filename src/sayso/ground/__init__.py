"""What mentions stand for: when, where and how many."""

from .gazetteer import Gazetteer
from .grounding import ground

__all__ = ["Gazetteer", "ground"]
