"""What a language knows, as data. A new language is a folder and a model, no code."""

from .pack import Pack, load, packs

__all__ = ["Pack", "load", "packs"]
