"""A claim's meaning as 128 numbers of one byte each: the mean of its content words' vectors, as base64."""

from __future__ import annotations

import base64

import numpy as np

from sayso.records import Claim, Parse

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM", "X"})
_LARGEST = 127  # of a signed byte


def vector_of(parse: Parse, claim: Claim) -> str:
    """ "The dam burst" gives the mean of "dam" and "burst"; "" where the parse has no vectors."""
    inside = parse.words_in(claim.span)
    words = [i for i in inside if parse.upos[i] in CONTENT] or list(inside)
    return packed(parse.vectors[words].mean(0)) if words and len(parse.vectors) else ""


def packed(vector: np.typing.NDArray[np.float32]) -> str:
    """Only the direction is kept, for vectors are compared by cosine; "" for one that has none."""
    largest = float(np.abs(vector).max(initial=0.0))
    if not 0.0 < largest < np.inf:
        return ""
    return base64.b64encode(np.rint(vector * (_LARGEST / largest)).astype(np.int8).tobytes()).decode("ascii")
