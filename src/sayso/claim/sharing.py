"""What a verb shares with the one beside it: "shot and killed a guard in Orsa", "on Monday they stormed the mill, killing 12"."""

from __future__ import annotations

from sayso.records import Parse

from .lexicon import Lexicon
from .tree import base, kin

_BETWEEN = frozenset({"CCONJ", "ADV", "ADP", "PUNCT", "PART"})
_SHARED = frozenset({"obl", "advmod"})


def shared_object(parse: Parse, word: int, lexicon: Lexicon) -> list[int]:
    """The object behind the second of two verbs that both befall somebody: "shot and killed a guard"."""
    if parse.lemmas[word].lower() not in lexicon.words["befalls"] or kin(parse, word, "obj", "ccomp", "xcomp"):
        return []
    suffers = any(parse.relations[j] in {"nsubj:pass", "aux:pass"} for j in parse.children[word])
    if suffers or base(parse.relations[word]) == "acl":
        return []
    return [j for k in _next(parse, word) for j in kin(parse, k, "obj") if j > k][:1]


def shared_circumstances(parse: Parse, word: int, lexicon: Lexicon) -> list[int]:
    """Words for time and place that belong to a verb though they hang on the one beside it.

    Of two verbs side by side all of them ("shot and killed him in Orsa"); of a verb that follows, what stands before the
    first ("on Monday they fled and ..."); of a participle of harm, all before it ("stormed a mill in Orsa, killing 12").
    """
    above = parse.heads[word]
    if _next(parse, word):
        return [j for k in _next(parse, word) for j in _circumstances(parse, k, word) if j > k]
    if above < 0 or above > word or kin(parse, word, "nsubj", "mark"):
        return []
    if word in _next(parse, above):
        return _circumstances(parse, above, word)
    own = _circumstances(parse, word, above)
    if parse.relations[word] == "conj":
        if parse.xpos[above] == "VBG" == parse.xpos[word]:
            return shared_circumstances(parse, above, lexicon)
        return [] if own else [j for j in _circumstances(parse, above, word) if j < above]
    harm = base(parse.relations[word]) == "advcl" and parse.xpos[word] == "VBG"
    if not harm or parse.lemmas[word].lower() not in lexicon.words["befalls"]:
        return []
    kinds = {parse.mention_types[j] for j in own}
    return [j for j in _circumstances(parse, above, word) if j < word and parse.mention_types[j] not in kinds]


def befallen(parse: Parse, word: int, argument: int, lexicon: Lexicon) -> bool:
    """Whether an argument is what an attack or the like befell: an object, or the subject of a passive."""
    suffers = base(parse.relations[argument]) == "obj" or parse.relations[argument] == "nsubj:pass"
    return suffers and parse.lemmas[word].lower() in lexicon.words["befalls"]


def _next(parse: Parse, word: int) -> list[int]:
    """A verb joined to another by hardly more than an "and"."""
    near = (k for k in kin(parse, word, "conj") if word < k <= word + 4 and parse.upos[k] == "VERB" == parse.upos[word])
    return [k for k in near if not kin(parse, k, "nsubj") and all(parse.upos[j] in _BETWEEN for j in range(word + 1, k))]


def _circumstances(parse: Parse, word: int, other: int) -> list[int]:
    return [j for j in parse.children[word] if base(parse.relations[j]) in _SHARED and j != other]
