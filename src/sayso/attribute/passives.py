"""Verbs whose subject is spoken of and does not speak."""

from __future__ import annotations

from .draft import Page

_RAISING = frozenset({"say", "believe", "report", "understand", "allege", "suspect", "rumor", "rumour"})


def passive(page: Page, verb: int) -> bool:
    """"was said": the subject is spoken of and does not speak."""
    marked = any(page.parse.relations[j] in ("aux:pass", "nsubj:pass", "csubj:pass") for j in page.parse.children[verb])
    return marked or _bare_participle(page, verb) or raised(page, verb)


def _bare_participle(page: Page, verb: int) -> bool:
    """"*Asked* whether he would resign, Din said ...": who hangs on it was asked."""
    opens = verb == page.sentence(verb).first and page.parse.xpos[verb] in ("VBN", "VBD") and page.parse.heads[verb] >= 0
    if not opens and (page.parse.xpos[verb] != "VBN" or page.parse.relations[verb] not in ("advcl", "acl")):
        return False
    return not any(page.parse.relations[j].split(":")[0] in ("aux", "nsubj", "obj") for j in page.parse.children[verb])


def raised(page: Page, verb: int) -> bool:
    """Headlines' "Fighters *said to be* in the mill": nobody says to do, so the fighters are spoken of."""
    if page.parse.xpos[verb] not in ("VBN", "VBD") or page.parse.child(verb, "obj") is not None:
        return False
    if page.parse.lemmas[verb] in ("name", "identify"):  # "Killer *named as* a clerk"
        return any(page.lower(k) == "as" for j in page.parse.children[verb] if j > verb for k in page.parse.children[j])
    if page.parse.lemmas[verb] not in _RAISING:
        return False
    goal = next((j for j in page.parse.children[verb] if page.parse.relations[j] == "xcomp" and j > verb), None)
    return goal is not None and any(page.lower(k) == "to" for k in page.parse.children[goal])


def naming(page: Page, verb: int) -> bool:
    """"a group *called* Free Sabz" has that name and is not so described."""
    names = page.parse.lemmas[verb].lower() in ("call", "name", "label")
    return names and page.parse.relations[verb] == "acl" and passive(page, verb)
