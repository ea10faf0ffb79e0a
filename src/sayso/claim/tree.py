"""What claims ask of a tree."""

from __future__ import annotations

import functools

from sayso.records import Parse


@functools.cache  # asked for every word of every clause; a treebank has some sixty relations
def base(relation: str) -> str:
    """A relation without its subtype: "nsubj:pass" gives "nsubj"."""
    return relation.partition(":")[0]


def kin(parse: Parse, i: int, *relations: str) -> list[int]:
    """All dependents of word ``i`` with one of the relations, given without subtypes."""
    return [j for j in parse.children[i] if base(parse.relations[j]) in relations]


def lemma(parse: Parse, i: int) -> str:
    """The lemma with a particle: "carry out". Particles come from ``compound:prt``."""
    particle = next((j for j in parse.children[i] if parse.relations[j] == "compound:prt"), None)
    if particle is not None and any(parse.upos[j] == "ADP" for j in range(i + 1, particle) if parse.heads[j] != i):
        particle = None  # "was shot with his hands *up*"
    if particle is not None and parse.mention_types[min(particle + 1, len(parse.words) - 1)] == "time":
        particle = None  # "was agreed *on* Saturday"
    own = parse.lemmas[i] or parse.word(i)
    own = own if parse.upos[i] == "PROPN" else own.lower()
    return own if particle is None else f"{own} {parse.word(particle).lower()}"


def marks(parse: Parse, i: int) -> list[tuple[int, str]]:
    """Words that introduce word ``i``, each with what is fixed to it joined: "in case"."""
    found = []
    for j in parse.children[i]:
        if base(parse.relations[j]) in {"mark", "case"}:
            fixed = [parse.word(k).lower() for k in parse.children[j] if parse.relations[k] == "fixed"]
            found.append((j, " ".join([parse.word(j).lower(), *fixed])))
    return found


def verbal(parse: Parse, i: int) -> bool:
    """Whether word ``i`` heads a clause by form: a verb, or a predicate with a copula or subject of its own."""
    return parse.upos[i] in {"VERB", "AUX"} or bool(kin(parse, i, "cop", "nsubj", "aux", "expl"))


def past(parse: Parse, i: int) -> bool:
    """Whether the clause of word ``i`` is finite and in the past: "fell", "was found", "had left"."""
    helpers = kin(parse, i, "aux", "cop")
    if any(parse.xpos[j] == "MD" for j in helpers):
        return False
    return parse.xpos[i] == "VBD" or any(parse.xpos[j] == "VBD" for j in helpers)


def finished(parse: Parse, i: int) -> bool:
    """Whether what the clause of word ``i`` tells of is over or goes on: "fell", "has fallen", "is falling"; no future."""
    helpers = [j for j in kin(parse, i, "aux") if parse.xpos[j] in {"VBZ", "VBP"}]
    perfect = any(parse.lemmas[j].lower() == "have" for j in helpers)
    return past(parse, i) or perfect or (bool(helpers) and parse.xpos[i] == "VBG")


def frame(parse: Parse, i: int) -> str:
    """How a dependent is embedded: "that" (finite), "to", "bare", "ing" or "noun", as in ``factivity.tsv``."""
    if not verbal(parse, i):
        return "noun" if parse.upos[i] in {"NOUN", "PROPN", "PRON", "NUM", "DET"} else "bare"
    helpers = kin(parse, i, "aux", "cop")
    if any(word == "to" for _, word in marks(parse, i)):
        return "to"
    tags = {parse.xpos[i], *(parse.xpos[j] for j in helpers)}
    if tags & {"VBD", "VBZ", "VBP", "MD"}:
        return "that"
    if (helpers and parse.xpos[helpers[0]] == "VBG") or parse.xpos[i] == "VBG":
        return "ing"
    return "that" if kin(parse, i, "nsubj") and base(parse.relations[i]) != "xcomp" else "bare"


def completes(parse: Parse, i: int) -> bool:
    """Whether a clause says what its noun tells, whatever a parser calls it: "the allegation *that he struck her*", where
    "that" stands for nothing in it."""
    if parse.relations[i] != "acl:relcl":
        return parse.relations[i] == "acl"
    undergone = any(parse.relations[j] in {"nsubj:pass", "aux:pass"} for j in parse.children[i])
    that = [j for j in parse.children[i] if parse.word(j).lower() == "that" and j < i]
    return any(parse.upos[j] == "SCONJ" or (undergone and parse.relations[j] == "obj") for j in that)


def announced(parse: Parse, i: int) -> bool:
    """A headline's infinitive: "Port to close lock"."""
    above = parse.heads[i]
    first, stop = parse.sentences[parse.sentence_of[i]]
    finite = any(parse.xpos[j] in {"VBD", "VBZ", "VBP", "MD"} for j in range(first, stop))
    return parse.heads[above] < 0 and above < i and not finite


def inverted(parse: Parse, i: int) -> bool:
    """An auxiliary before the subject, as in a condition without "if": "had the alarm sounded"."""
    subject = next(iter(kin(parse, i, "nsubj")), None)
    return subject is not None and not marks(parse, i) and any(j < subject for j in kin(parse, i, "aux", "cop"))
