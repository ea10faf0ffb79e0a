"""What an event did, told behind whose word it is: "A bomb exploded, police said, *killing 12*"."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .mended import Tree


def outcomes(tree: Tree, sentence: range, verbs: Collection[str]) -> None:
    """Hangs such a participle on the verb of the event: the bomb killed them, and not the police. ``verbs``: its lemmas."""
    for i in sentence[3:]:
        told = tree.heads[i]
        if tree.xpos[i] != "VBG" or tree.words[i - 1] != "," or tree.lemmas[i] not in verbs or not 0 <= told < i:
            continue
        if tree.relations[i] == "acl":
            main = _over(tree, told)
            if main is not None:
                tree.hang(i, main, "advcl")
            continue
        speaker = next((j for j in tree.children(told, sentence) if j < told and tree.relations[j] == "nsubj"), None)
        main = _event(tree, told, sentence) if speaker is not None else None
        if main is not None and speaker is not None and main < speaker:
            tree.hang(i, main, "advcl")
            if tree.heads[sentence[-1]] == told and tree.upos[sentence[-1]] == "PUNCT":
                tree.hang(sentence[-1], main, "punct")


def _event(tree: Tree, told: int, sentence: range) -> int | None:
    """The verb of the clause before the one that says whose word it is."""
    if tree.relations[told] == "parataxis":
        return tree.heads[told] if tree.heads[told] < told else None
    before = (j for j in tree.children(told, sentence) if j < told and tree.relations[j] in {"ccomp", "parataxis"})
    return next((j for j in before if tree.upos[j] == "VERB"), None)


def _over(tree: Tree, noun: int) -> int | None:
    """"Hit the village, according to officials, *burying 20 houses*": the verb before a noun that it hangs on."""
    below = noun
    for i in tree.above(noun):
        if tree.relations[below].partition(":")[0] not in {"obl", "nmod", "obj", "conj", "appos"}:
            return None
        if tree.upos[i] == "VERB":
            return i if i < below else None
        below = i
    return None
