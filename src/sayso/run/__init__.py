"""The same reading over many reports: in batches, in order, with bounded memory."""

from .batches import BATCH_WORDS, Progress, readings

__all__ = ["BATCH_WORDS", "Progress", "readings"]
