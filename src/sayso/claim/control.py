"""Subjects a verb does not show: shared by coordination, controlled, or stood for by a relative pronoun."""

from __future__ import annotations

from sayso.records import Parse

from .lexicon import Lexicon
from .tree import base, kin, marks, verbal

# No chain that people write is longer; hostile trees are left off here.
_LONGEST = 20


def subjects(parse: Parse, word: int, lexicon: Lexicon) -> list[int]:
    """The words that stand as subject of ``word``: its own, or that of the verb it shares or is controlled by."""
    for _ in range(_LONGEST):
        own = [j for j in kin(parse, word, "nsubj") if parse.relations[j] != "nsubj:outer"] or kin(parse, word, "nsubj")
        if own:
            return [k for j in own for k in _antecedent(parse, word, j, lexicon)]
        above, kind = parse.heads[word], base(parse.relations[word])
        if above < 0 or kind not in {"conj", "xcomp", "advcl", "acl"}:
            return []
        if kind == "acl":
            return [above] if verbal(parse, word) else []
        asked = kind == "advcl" and any(f in lexicon.words["asked_for"] for _, f in marks(parse, word))
        controller = kin(parse, above, "obj") if kind == "xcomp" or asked else []
        if controller:
            return controller
        word = above
    return []


def _antecedent(parse: Parse, word: int, subject: int, lexicon: Lexicon) -> list[int]:
    """What a relative pronoun stands for: the noun on which its clause hangs."""
    if parse.word(subject).lower() not in lexicon.words["relative"] or parse.upos[subject] != "PRON":
        return [subject]
    for _ in range(_LONGEST):
        if parse.relations[word] == "acl:relcl":
            return [parse.heads[word]]
        if parse.heads[word] < 0 or base(parse.relations[word]) not in {"conj", "xcomp", "ccomp"}:
            return [subject]
        word = parse.heads[word]
    return []


def passive(parse: Parse, word: int) -> bool:
    """Whether the subject suffers: "was killed", "Parents prosecuted", "troops sent north"."""
    for _ in range(_LONGEST):
        if any(parse.relations[j] in {"aux:pass", "nsubj:pass"} for j in parse.children[word]):
            return True
        if kin(parse, word, "nsubj", "aux", "cop") or parse.xpos[word] != "VBN":
            return False
        if parse.relations[word] != "conj":
            return base(parse.relations[word]) in {"acl", "advcl"}
        word = parse.heads[word]
    return False
