"""Clauses without a comma that say which one is meant, or bring it in: "the man who fled", "a bomb that killed 12"."""

from __future__ import annotations

from sayso.records import Nature, Parse

from .lexicon import Lexicon
from .tree import base, finished, frame, kin, marks

_PRONOUNS = frozenset({"WDT", "WP", "WP$"})


def identified(parse: Parse, i: int, lexicon: Lexicon) -> Nature | None:
    """What the clause of word ``i`` is, where it tells of something past: presupposed of what is known, else stated.

    "The man who fled", "it was the army that fired", "a war in which 6,000 died", "the town where they vanished"; "two guards
    seized in May", "a deal brokered by Kelland". Of "anyone who fled" nothing is said to have happened.
    """
    noun = parse.heads[i]
    if not 0 <= noun < i or parse.upos[i] != "VERB" or parse.lemmas[noun].lower() in lexicon.words["occasion"]:
        return None
    cleft = parse.relations[i] == "advcl:relcl" and bool(kin(parse, noun, "cop"))  # "it was the third attack that killed 12"
    if not (_relative(parse, i) if cleft or parse.relations[i] == "acl:relcl" else _reduced(parse, i)):
        return None
    if known(parse, noun, lexicon):
        return "presupposed"
    if parse.upos[noun] == "PROPN":
        return "presupposed" if kin(parse, noun, "cop") else None
    return "stated" if parse.upos[noun] in {"NOUN", "NUM"} and _particular(parse, noun, lexicon) else None


def known(parse: Parse, noun: int, lexicon: Lexicon) -> bool:
    """Whether "the", "this" or an owner marks a noun as known."""
    if any(parse.relations[j] == "nmod:poss" for j in parse.children[noun]):
        return True
    return any(parse.word(j).lower() in lexicon.words["known"] for j in kin(parse, noun, "det"))


def _relative(parse: Parse, i: int) -> bool:
    """With a relative word, finite, and of what is over or goes on."""
    words = kin(parse, i, "nsubj", "obj", "obl", "advmod")
    near = [k for j in words for k in (j, *kin(parse, j, "nmod"))]
    led = any(parse.xpos[j] in _PRONOUNS or parse.lemmas[j] == "that" for j in near)
    where = any(parse.lemmas[j].lower() == "where" for j in kin(parse, i, "advmod"))
    return (led or where) and frame(parse, i) == "that" and finished(parse, i)


def _reduced(parse: Parse, i: int) -> bool:
    """A participle that says by whom or when: "seized in May", but not "toys made of wood"."""
    if parse.relations[i] != "acl" or parse.xpos[i] != "VBN" or marks(parse, i) or kin(parse, i, "aux", "xcomp"):
        return False
    by = any(parse.relations[j] == "obl:agent" for j in parse.children[i])
    return by or any(parse.mention_types[j] == "time" for j in kin(parse, i, "obl"))


def _particular(parse: Parse, noun: int, lexicon: Lexicon) -> bool:
    """Somebody or something there is: not "any boat", "no one", "every guard"."""
    words = [j for j in parse.children[noun] if base(parse.relations[j]) in {"det", "advmod"}]
    return not any(parse.word(j).lower() in lexicon.words["unspecific"] for j in words)
