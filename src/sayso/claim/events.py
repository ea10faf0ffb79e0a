"""Claims without a verb: what a source reports or denies by a noun."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.records import Parse

from .clause import Clause
from .lexicon import Lexicon
from .sayings import Sayings
from .tree import base, lemma


def named_events(
    parse: Parse, sentence: tuple[int, int], sayings: Sayings, group: Iterable[Clause], lexicon: Lexicon
) -> list[Clause]:  # fmt: skip
    """Clauses of contents that are but a noun: "denied involvement in the raid", "reported the death of two guards"."""
    taken = {id(sayings.innermost(c.head)) for c in group}
    found = []
    for i in range(*sentence):
        above = parse.heads[i]
        hangs = above in sayings.cue_words and base(parse.relations[i]) in {"obj", "obl", "nmod"}
        if not hangs or not _names(parse, i, lexicon):
            continue
        said = sayings.innermost(i)
        governed = sayings.governing_cue(i, said) == above
        if governed and id(said) not in taken and (_tells(parse, i, lexicon) or _denies(parse, above, lexicon)):
            found.append(Clause(i, i, i, parse.lemmas[i].lower()))
    return found


def _names(parse: Parse, i: int, lexicon: Lexicon) -> bool:
    """A noun that is more than a name for what was said: not "denied the allegations"."""
    known = lexicon.words["report_noun"] | lexicon.words["content_noun"]
    return parse.upos[i] == "NOUN" and parse.lemmas[i].lower() not in known and _told_of(parse, i)


def _told_of(parse: Parse, i: int) -> bool:
    """More than the bare noun: "denied the attack on the depot", not "condemned the attack"."""
    return any(base(parse.relations[j]) not in {"det", "case", "punct", "amod", "cc", "mark"} for j in parse.children[i])


def _tells(parse: Parse, noun: int, lexicon: Lexicon) -> bool:
    return parse.mention_types[noun] == "event" or parse.lemmas[noun].lower() in lexicon.event_nouns


def _denies(parse: Parse, cue: int, lexicon: Lexicon) -> bool:
    signature = lexicon.signatures.get((lemma(parse, cue), "noun"))
    return signature is not None and signature[0].polarity == "-"
