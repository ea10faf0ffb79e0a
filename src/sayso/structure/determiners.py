"""How definite a noun phrase is."""

from __future__ import annotations

from sayso.records import Parse

from .lexicon import Lexicon
from .phrases import Definite


def definite(parse: Parse, lexicon: Lexicon, i: int, first: int) -> Definite:
    for c in parse.children[i]:
        link = parse.relations[c]
        if c > i:
            break
        if link == "nmod:poss":
            return "its"
        if link.startswith("det"):
            word = parse.word(c).lower()
            return "the" if word in lexicon.uses["the"] else "this" if word in lexicon.uses["this"] else "a"
    return "the" if first > 0 and parse.word(first - 1).lower() == "the" else "bare"
