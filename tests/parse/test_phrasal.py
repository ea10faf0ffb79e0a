"""What a verb of two words denies hangs on it, whatever the parser made of it."""

from __future__ import annotations

from sayso.parse.mended import Tree
from sayso.parse.phrasal import answered, claimed_by, gerunds

PHRASAL, TOLD = {("laugh", "away"), ("brush", "aside")}, {"reports", "claims"}


def sentence() -> Tree:
    """ "She was laughing away claims that he fled", with "claims" read as a verb."""
    words = ["She", "was", "laughing", "away", "claims", "that", "he", "fled", "."]
    upos = ["PRON", "AUX", "VERB", "ADV", "VERB", "SCONJ", "PRON", "VERB", "PUNCT"]
    xpos = ["PRP", "VBD", "VBG", "RB", "VBZ", "IN", "PRP", "VBD", "."]
    lemmas = ["she", "be", "laugh", "away", "claim", "that", "he", "flee", "."]
    heads = [4, 2, 4, 2, -1, 7, 7, 4, 4]
    relations = ["nsubj", "aux", "csubj", "advmod", "root", "mark", "nsubj", "ccomp", "punct"]
    return Tree(words, upos, xpos, lemmas, heads, relations)


def test_what_is_denied_becomes_the_object() -> None:
    tree = sentence()
    answered(tree, range(9), PHRASAL, TOLD)
    assert (tree.heads[2], tree.relations[2]) == (-1, "root")
    assert (tree.heads[4], tree.relations[4], tree.upos[4]) == (2, "obj", "NOUN")
    assert (tree.heads[7], tree.relations[7]) == (4, "acl")
    assert tree.relations[3] == "compound:prt"


def test_other_verbs_are_left_alone() -> None:
    tree = sentence()
    answered(tree, range(9), {("wave", "away")}, TOLD)
    assert tree.heads == sentence().heads
    assert tree.upos == sentence().upos


def test_what_stands_behind_a_gerund_is_its_object() -> None:
    words, upos = ["They", "denied", "landing", "troops", "."], ["PRON", "VERB", "VERB", "NOUN", "PUNCT"]
    xpos, lemmas = ["PRP", "VBD", "VBG", "NNS", "."], ["they", "deny", "land", "troop", "."]
    tree = Tree(words, upos, xpos, lemmas, [1, -1, 1, 1, 1], ["nsubj", "root", "xcomp", "obj", "punct"])
    gerunds(tree, range(5))
    assert (tree.heads[3], tree.relations[3]) == (2, "obj")


def test_what_somebody_claims_is_the_claim_s_and_not_his() -> None:
    """ "The Front rejected accusations by the minister that it shelled Orsa", with the clause under the minister."""
    words = ["The", "Front", "rejected", "accusations", "by", "the", "minister", "that", "it", "shelled", "Orsa", "."]
    upos = ["DET", "PROPN", "VERB", "NOUN", "ADP", "DET", "NOUN", "SCONJ", "PRON", "VERB", "PROPN", "PUNCT"]
    lemmas = ["the", "Front", "reject", "accusation", "by", "the", "minister", "that", "it", "shell", "Orsa", "."]
    heads = [1, 2, -1, 2, 6, 6, 2, 9, 9, 6, 9, 2]
    relations = ["det", "nsubj", "root", "obj", "case", "det", "obl", "mark", "nsubj", "acl", "obj", "punct"]
    tree = Tree(words, upos, [""] * 12, lemmas, heads, relations)
    claimed_by(tree, range(12), {"accusation"})
    assert (tree.heads[9], tree.relations[9]) == (3, "acl")
    assert (tree.heads[6], tree.relations[6]) == (3, "nmod")
    claimed_by(tree, range(12), {"vote"})
    assert tree.heads[9] == 3
