"""What is told hangs on the word that tells it: "laughing off *claims* that he fled", "rejected *claims* by him that it fell"."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .mended import Tree

_BETWEEN = frozenset({"NOUN", "PROPN", "ADJ", "DET", "PRON", "PART"})
_NEAR = 5  # words from the particle to what is denied: "laughed off the government's latest reports"


def answered(tree: Tree, sentence: range, phrasal: Collection[tuple[str, str]], told: Collection[str]) -> None:
    """What is denied hangs on the verb that denies it, and what is told on that."""
    for verb in sentence[:-3]:
        if (tree.lemmas[verb].lower(), tree.words[verb + 1].lower()) not in phrasal or tree.upos[verb] != "VERB":
            continue
        noun = _told(tree, verb + 1, sentence, told)
        if noun is not None:
            tree.hang(verb + 1, verb, "compound:prt")
            _under(tree, verb, noun, sentence)


def _told(tree: Tree, particle: int, sentence: range, told: Collection[str]) -> int | None:
    """The first word for something told behind the particle, if "that" follows it."""
    for i in range(particle + 1, min(particle + 1 + _NEAR, sentence.stop - 1)):
        if tree.words[i].lower() in told and tree.words[i + 1].lower() == "that":
            return i
        if tree.upos[i] not in _BETWEEN:
            return None
    return None


def _under(tree: Tree, verb: int, noun: int, sentence: range) -> None:
    if noun in tree.above(verb):
        tree.hang(verb, tree.heads[noun], tree.relations[noun])
    tree.hang(noun, verb, "obj")
    tree.upos[noun] = "NOUN"
    tree.xpos[noun] = "NNS" if tree.words[noun].lower().endswith("s") else "NN"
    for j in tree.children(noun, sentence):
        if tree.relations[j] in {"ccomp", "acl:relcl"} and j > noun:
            tree.relations[j] = "acl"
        elif tree.relations[j].partition(":")[0] in {"nsubj", "obj", "obl", "aux"} and j < noun:
            tree.relations[j] = "compound"
    for j in range(verb + 2, noun):  # "government reports"
        if tree.upos[j] in {"NOUN", "ADJ", "DET"} and not verb + 1 < tree.heads[j] <= noun:
            tree.hang(j, noun, {"NOUN": "compound", "ADJ": "amod"}.get(tree.upos[j], "det"))


def gerunds(tree: Tree, sentence: range) -> None:
    """"Denied landing *paratroopers*": what stands behind a gerund is its object, and not that of the verb before it."""
    for i in sentence[1:-1]:
        verb = tree.heads[i]
        if tree.xpos[i] == "VBG" and tree.relations[i] == "xcomp" and verb == i - 1:
            behind = [j for j in tree.children(verb, sentence) if j > i and tree.relations[j] == "obj"]
            if len(behind) == 1 and not any(tree.relations[j] == "obj" for j in tree.children(i, sentence)):
                tree.hang(behind[0], i, "obj")


_AGENT = 8  # words between "claims" and "that", "by" and who makes them
_NONE_BETWEEN = frozenset({"VERB", "AUX", "PUNCT", "SCONJ"})


def claimed_by(tree: Tree, sentence: range, tellings: Collection[str]) -> None:
    """ "Rejected accusations *by the minister that it was behind it*": both are the accusations', whatever stands between."""
    for i in sentence[3:-1]:
        if tree.words[i].lower() != "that" or tree.relations[i] != "mark" or tree.heads[i] <= i:
            continue
        noun = next((j for j in range(i - 3, max(i - _AGENT, sentence.start) - 1, -1) if _told_by(tree, j, tellings)), None)
        if noun is None or any(tree.upos[j] in _NONE_BETWEEN for j in range(noun + 1, i)) or tree.heads[i] in tree.above(noun):
            continue
        clause, agent = tree.heads[i], tree.heads[noun + 1]
        tree.hang(clause, noun, "acl")
        if noun < agent < i and tree.heads[agent] != noun and agent not in tree.above(noun):
            tree.hang(agent, noun, "nmod")


def _told_by(tree: Tree, noun: int, tellings: Collection[str]) -> bool:
    return tree.upos[noun] == "NOUN" and tree.lemmas[noun].lower() in tellings and tree.words[noun + 1].lower() == "by"
