"""What mentions stand for: when, where and how many."""

from .gazetteer import Gazetteer
from .grounding import ground
from .statements import doubted

__all__ = ["Gazetteer", "doubted", "ground"]
