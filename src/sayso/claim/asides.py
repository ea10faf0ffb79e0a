"""Whose word an aside is that stands beside a noun."""

from __future__ import annotations

from sayso.records import Attribution, Parse

from .clause import Clause
from .sayings import Sayings
from .tree import base

_UP = frozenset({"nmod", "conj", "appos", "compound", "flat"})
# Deeper than any noun phrase people write.
_DEEPEST = 20


def whose(parse: Parse, clause: Clause, sayings: Sayings) -> Attribution | None:
    """On whose word a clause stands: the attribution around its head, save for an aside on what is but named there.

    "The virus, which has killed thousands, is believed to be spreading", "he did not mention the letter, which a paper had
    printed": that it has killed and was printed is the word of whoever tells what others believe or do not mention.
    """
    said = sayings.innermost(clause.head)
    if clause.nature == "inserted" and said is not None:
        return sayings.way(said)[-1]
    if said is None or said.cue is None or said.voice == "direct":
        return said
    top = clause.top
    if parse.relations[top] != "acl:relcl" and base(parse.relations[top]) != "appos":
        return said
    noun = _outermost(parse, parse.heads[top])
    if base(parse.relations[top]) == "appos" and parse.span(*parse.subtree(top)).covers(said.cue):
        return next(iter(sayings.way(said)[1:]), said)
    named = parse.heads[noun] in parse.words_in(said.cue) and base(parse.relations[noun]) in {"nsubj", "obj", "iobj"}
    return next(iter(sayings.way(said)[1:]), said) if named else said


def _outermost(parse: Parse, noun: int) -> int:
    """The noun of the phrase in which a noun stands."""
    for _ in range(_DEEPEST):
        if base(parse.relations[noun]) not in _UP or parse.heads[noun] < 0:
            break
        noun = parse.heads[noun]
    return noun
