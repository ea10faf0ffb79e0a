"""The stretch of text that shows a claim: its clause without what is claimed beside it."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.records import Parse, Span

from .balance import balanced
from .lexicon import Lexicon
from .tree import base

# No clause that people write has more words; hostile trees are cut here.
_LONGEST = 400
_OPENERS = frozenset({"cc", "mark", "discourse", "fixed"})
# How a cue stands beside the clause that it attributes; other cues are part of what is said ("rejects the claims that ...").
_BESIDE = frozenset({"parataxis", "advcl", "conj", "case", "root", "mark"})
_AHEAD = frozenset({"advmod", "punct", "cc", "mark", "obl", "discourse", "nummod", "amod", "det", "compound"})
# Besides its subject, what makes a verb say something.
_FULL = frozenset({"obj", "iobj", "obl", "xcomp", "ccomp", "advmod", "aux", "compound", "conj"})
_BEFORE = frozenset({"punct", "mark", "case"})
_STOPS = frozenset({".", "!", "?", "…", "...", ". . ."})


def clause_span(
    parse: Parse, top: int, head: int, others: frozenset[int], cues: frozenset[int], within: Sequence[Span], lexicon: Lexicon,
    reach: int | None = None,
) -> Span:  # fmt: skip
    """From the first to the last word of the clause of ``top``, after cutting off other claims at its edges.

    ``others``: tops of other claims; ``within``: the content of the attribution it is said under. Where an
    attribution stands in the middle ("he fled, they said, on Monday") the side with the head is taken; ``reach`` is
    the word on the other side with which the claim begins: "the bridge, he said, fell", "three men are believed to hide".
    """
    apart = frozenset(c for c in cues if c != head and _beside(parse, c))
    inside = {j for j in others if parse.heads[j] in cues - apart or measured(parse, j, lexicon)} | _completing(parse, head)
    beside = others - {top} - inside
    words = _kept(parse, top, beside | apart | _according(parse, apart))
    piece = next((s for s in within if s.covers(parse.words[head])), None)
    if piece is not None:
        words = [j for j in words if piece.covers(parse.words[j])]
    between = frozenset(c for c in apart if base(parse.relations[c]) != "acl")
    words = _one_sentence(parse, _one_side(words, head, between), head)
    first, last = _trimmed(parse, words, head, top)
    if reach is not None and piece is not None and parse.sentence_of[reach] == parse.sentence_of[head]:
        first = min(first, next((j for j in range(reach, head) if base(parse.relations[j]) not in _BEFORE), head))
    return balanced(parse.text, parse.span(first, last))


def _beside(parse: Parse, cue: int) -> bool:
    relation = base(parse.relations[cue])
    first, _ = parse.subtree(cue)
    aside = relation == "acl" and "PUNCT" in {parse.upos[first], parse.upos[max(first - 1, 0)]}
    return relation in _BESIDE or aside


def _according(parse: Parse, cues: frozenset[int]) -> frozenset[int]:
    """Who is named by a cue that is a preposition: "according to | the mayor"."""
    return frozenset(parse.heads[c] for c in cues if base(parse.relations[c]) == "case")


def _kept(parse: Parse, top: int, cut: frozenset[int]) -> list[int]:
    found: list[int] = []
    stack = [top]
    while stack and len(found) < _LONGEST:
        i = stack.pop()
        found.append(i)
        stack += [j for j in parse.children[i] if j not in cut]
    return sorted(found)


def _completing(parse: Parse, head: int) -> set[int]:
    """The clause without which a verb would stand alone with its subject: "the news came as talks began"."""
    if parse.upos[head] != "VERB" or any(base(parse.relations[j]) in _FULL for j in parse.children[head]):
        return set()
    return {j for j in parse.children[head] if base(parse.relations[j]) == "advcl" and j > head}


def measured(parse: Parse, clause: int, lexicon: Lexicon) -> bool:
    """A clause that says from when a time is counted: "hours after the gate broke", "at a time when few were there"."""
    first, _ = parse.subtree(clause)
    if first < 1 or base(parse.relations[clause]) not in {"advcl", "acl"}:
        return False
    measure, mark = parse.lemmas[first - 1].lower(), parse.word(first).lower()
    counted = measure in lexicon.words["measure"] and mark in lexicon.words["counted_from"]
    return counted or (measure in lexicon.words["occasion"] and parse.xpos[first] == "WRB")


def _one_side(words: list[int], head: int, cues: frozenset[int]) -> list[int]:
    """Without what lies beyond a cue in the middle, as seen from the head."""
    if not words:
        return [head]
    before = max((c for c in cues if words[0] < c < head), default=-1)
    after = min((c for c in cues if head < c < words[-1]), default=words[-1] + 1)
    return [j for j in words if before < j < after] or [head]


def _one_sentence(parse: Parse, words: list[int], head: int) -> list[int]:
    """Without what lies beyond a full stop: two sentences that were read as one tree are still two."""
    stops = [j for j in range(words[0], words[-1]) if _ends(parse, j)]
    before = max((j for j in stops if j < head), default=-1)
    after = min((j for j in stops if j > head), default=words[-1] + 1)
    return [j for j in words if before < j < after] or [head]


def _ends(parse: Parse, j: int) -> bool:
    apart = parse.words[j].end < parse.words[j + 1].start
    return parse.word(j) in _STOPS and apart and not parse.word(j + 1)[0].islower()


def _trimmed(parse: Parse, words: list[int], head: int, top: int) -> tuple[int, int]:
    first, last = _opening(parse, words, head, top), len(words) - 1
    while first < last and words[first] < head and _opens(parse, words[first], top):
        first += 1
    while last > first and words[last] > head and _dangles(parse, words, last):
        last -= 1
    return min(words[first], head), max(words[last], head)


def _opening(parse: Parse, words: list[int], head: int, top: int) -> int:
    """Where the clause begins after its conjunction: "shortly after | he began"."""
    marks = [k for k, j in enumerate(words[:6]) if j < head and _joins(parse, j, top)]
    ahead = words[: marks[-1]] if marks else []
    light = all(base(parse.relations[j]) in _AHEAD for j in ahead)
    return marks[-1] if marks and light else 0


def _joins(parse: Parse, j: int, top: int) -> bool:
    return parse.heads[j] == top and base(parse.relations[j]) == "mark" and parse.xpos[j] != "TO"


def _dangles(parse: Parse, words: list[int], k: int) -> bool:
    """Words that wait for what was cut off: a comma, "and", "that", a preposition without its noun."""
    j = words[k]
    if base(parse.relations[j]) == "case" and parse.heads[j] > j:
        return True
    return parse.upos[j] in {"PUNCT", "CCONJ"} or base(parse.relations[j]) in {"cc", "mark"}


def _opens(parse: Parse, j: int, top: int) -> bool:
    """Words before a clause that join it to another: "and", "that", "because", a comma; the "for" of "blamed for"."""
    relation, hangs = base(parse.relations[j]), parse.heads[j] == top
    if relation == "case" and hangs:
        return not any(base(parse.relations[k]) in {"cop", "nsubj"} for k in parse.children[top]) or parse.upos[top] == "VERB"
    asks = base(parse.relations[top]) not in {"root", "parataxis", "ccomp"}
    return relation in {"punct", "fixed"} or (hangs and (relation in _OPENERS or (parse.xpos[j] == "WRB" and asks)))
