"""Report to Parse: words, sentences, tags, Universal Dependencies, lemmas, names."""

from __future__ import annotations

from .divide import Divided, divide
from .parser import Parser, unparsed

__all__ = ["Divided", "Parser", "divide", "unparsed"]
