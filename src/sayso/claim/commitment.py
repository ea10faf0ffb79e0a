"""How surely something is held to have happened, read off the tree from the root down to the word."""

from __future__ import annotations

import itertools
from typing import NamedTuple

from sayso.lang import Pack
from sayso.records import Commitment, Parse

from .cues import Cue, local_cues, sentence_cue
from .embed import Step, embedded
from .lexicon import Lexicon, lexicon
from .scale import HELD, OPEN, Stand, apply, committed
from .tree import base, kin

# Deeper than any sentence people write; hostile trees are read from this height down.
_DEEPEST = 80
_SAID = frozenset({"ccomp", "csubj", "xcomp", "parataxis", "obj", "acl"})


class Reached(NamedTuple):
    """A word's stand with and without the cues on the word itself, and the cues met on the way."""

    context: Stand
    stand: Stand
    outside: tuple[int, ...]
    cues: tuple[int, ...]


def commitment_at(parse: Parse, word: int, pack: Pack, top: int | None = None) -> Commitment:
    """The commitment to the event that word ``word`` speaks of, of the text or, with ``top``, of a source.

    "The army denied that the bridge had fallen": at "fallen" with ``top`` at "denied" it is certain and negative.
    Words above ``top`` are left out: what the report makes of that source's saying is another question.
    """
    return commitment_of(parse, word, word, pack, top)


def commitment_of(parse: Parse, predicate: int, head: int, pack: Pack, top: int | None = None) -> Commitment:
    """The same for a clause whose predicate only carries its event: "the alleged attack may have taken place"."""
    reached = trace(parse, predicate, pack, top)
    own = local_cues(parse, head, lexicon(pack)) if head != predicate else []
    stand, more = reached.stand, [c for c in own if c.word not in reached.cues]
    for cue in more:
        stand = apply(stand, cue.effect)
    return committed(stand, tuple(parse.words[j] for j in (*reached.cues, *(c.word for c in more))))


def trace(parse: Parse, word: int, pack: Pack, top: int | None = None) -> Reached:
    """The stand of ``word`` after every word on its way down from ``top`` or from the root of its sentence."""
    path = path_to(parse, word, top)
    tables = lexicon(pack)
    at = _cue(parse, path[0], tables) if path[0] == top else _start(parse, path[0], tables)
    for above, below in itertools.pairwise(path):
        step = embedded(parse, above, below, (at.context, at.stand), tables)
        step = _judged(parse, above, below, step, tables) if above != top else _own(parse, above, below, at.stand, step, tables)
        kept = () if step.beside and step.stand == HELD else at.outside if step.beside else at.cues
        outside = kept + step.cues
        at = _reach(step.stand, outside, local_cues(parse, below, tables))
    return at


def _judged(parse: Parse, above: int, below: int, step: Step, tables: Lexicon) -> Step:
    """What whoever reports it makes of what is said: "falsely claimed that", "rightly pointed out that"."""
    if base(parse.relations[below]) not in _SAID:
        return step
    for j in kin(parse, above, "advmod"):
        verdict = tables.negation.get((parse.word(j).lower(), "verdict"))
        if verdict is not None:
            return Step(apply(step.stand, verdict), (*step.cues, j), step.beside)
    return step


def _own(parse: Parse, above: int, below: int, stand: Stand, step: Step, tables: Lexicon) -> Step:
    """At a source's own cue a factive binds the reporter, not the source: "did not know that it leaked" has no view of it."""
    cues = tuple(c.word for c in local_cues(parse, above, tables) if c.effect.polarity == "-")
    if stand.polarity != "-" or not cues or base(parse.relations[below]) not in _SAID or not step.beside:
        return step
    return Step(OPEN, cues)


def path_to(parse: Parse, word: int, top: int | None) -> list[int]:
    """Words from ``top`` (or the root) down to ``word``, both included."""
    path = [word]
    while path[-1] != top and parse.heads[path[-1]] >= 0 and len(path) < _DEEPEST:
        path.append(parse.heads[path[-1]])
    return path[::-1]


def _cue(parse: Parse, top: int, tables: Lexicon) -> Reached:
    """The start at a cue: "did not say" leaves open what "said" would hold; "reportedly said" does not touch it."""
    return _reach(HELD, (), [c for c in local_cues(parse, top, tables) if c.effect.polarity != "+"])


def _start(parse: Parse, root: int, tables: Lexicon) -> Reached:
    asked = sentence_cue(parse, root, tables) if parse.heads[root] < 0 else []
    context = HELD
    for cue in asked:
        context = apply(context, cue.effect)
    return _reach(context, tuple(c.word for c in asked), local_cues(parse, root, tables))


def _reach(context: Stand, outside: tuple[int, ...], own: list[Cue]) -> Reached:
    stand = context
    for cue in own:
        stand = apply(stand, cue.effect)
    return Reached(context, stand, outside, outside + tuple(c.word for c in own))
