"""The stretch of text that shows a claim: its clause without what is claimed beside it."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.records import Parse, Span

from .tree import base

# No clause that people write has more words; hostile trees are cut here.
_LONGEST = 400
_OPENERS = frozenset({"cc", "mark", "punct", "discourse"})


def clause_span(parse: Parse, top: int, head: int, others: frozenset[int], cues: frozenset[int], within: Sequence[Span]) -> Span:
    """From the first to the last word of the clause of ``top``, after cutting off other claims at its edges.

    ``others``: tops of other claims; ``within``: the content of the attribution it is said under. Where an
    attribution stands in the middle ("the bridge, he said, fell on Monday") the side with the head is taken.
    """
    words = _kept(parse, top, others - {top}, cues)
    piece = next((s for s in within if s.covers(parse.words[head])), None)
    if piece is not None:
        words = [j for j in words if piece.covers(parse.words[j])]
    words = _one_side(words, head, cues)
    return _trimmed(parse, words, head, top)


def _kept(parse: Parse, top: int, others: frozenset[int], cues: frozenset[int]) -> list[int]:
    found: list[int] = []
    stack = [top]
    while stack and len(found) < _LONGEST:
        i = stack.pop()
        found.append(i)
        stack += [j for j in parse.children[i] if j not in others and j not in cues]
    return sorted(found)


def _one_side(words: list[int], head: int, cues: frozenset[int]) -> list[int]:
    """Without what lies beyond a cue in the middle, as seen from the head."""
    if not words:
        return [head]
    before = max((c for c in cues if words[0] < c < head), default=-1)
    after = min((c for c in cues if head < c < words[-1]), default=words[-1] + 1)
    return [j for j in words if before < j < after] or [head]


def _trimmed(parse: Parse, words: list[int], head: int, top: int) -> Span:
    first, last = 0, len(words) - 1
    while first < last and words[first] < head and _opens(parse, words[first], top):
        first += 1
    while last > first and words[last] > head and parse.upos[words[last]] == "PUNCT":
        last -= 1
    return parse.span(min(words[first], head), max(words[last], head))


def _opens(parse: Parse, j: int, top: int) -> bool:
    """Words before a clause that join it to another: "and", "that", "because", a comma."""
    relation = base(parse.relations[j])
    if parse.xpos[j] == "WRB" and parse.heads[j] == top:
        return True
    return relation == "punct" or (relation in _OPENERS and parse.heads[j] == top) or relation == "fixed"
