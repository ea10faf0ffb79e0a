"""The same reading over many reports: in batches, in order, with bounded memory."""

from .batches import BATCH_WORDS, Progress, readings
from .inputs import Known, inputs

__all__ = ["BATCH_WORDS", "Known", "Progress", "inputs", "readings"]
