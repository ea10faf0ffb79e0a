"""Who says what, on whose word: cue, source, content, and the chain above them."""

from .attribution import attribute

__all__ = ["attribute"]
