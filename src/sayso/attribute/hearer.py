"""Whom something was told, where a parser takes the name for a part of what was told."""

from __future__ import annotations

from .draft import Page

_TOLD = frozenset({"tell", "inform", "assure", "remind"})
_TAKEN = frozenset({"obl", "obj", "iobj", "nsubj", "dislocated", "vocative", "advmod", "nmod"})


def taken_up(page: Page, verb: int, told: int) -> int | None:
    """"told *Radio Marun* they had been beaten": the name right behind the verb, hung on the clause before its subject."""
    parse = page.parse
    if parse.lemmas[verb] not in _TOLD or parse.child(verb, "obj", "iobj") is not None:
        return None
    for j in parse.children[told]:
        run = page.below(j)
        if run.first <= verb + 1 < told and parse.upos[j] == "PROPN" and parse.relations[j].split(":")[0] in _TAKEN:
            return j if _before_subject(page, told, j) else None
    return None


def _before_subject(page: Page, told: int, name: int) -> bool:
    """Has the clause another subject, which stands right behind the name?"""
    stop = page.below(name).stop
    subjects = (j for j in page.parse.children[told] if page.parse.relations[j].startswith("nsubj") and j != name)
    return any(page.below(j).first == stop for j in subjects)
