"""Numbers that somebody gives: "some say *215*", "Din put *the toll at forty*"."""

from __future__ import annotations

from .content import tidy
from .draft import Found, Page, Run
from .lexicon import CueWord
from .passives import passive


def number(page: Page, verb: int, word: CueWord, _source: Run | None) -> Found | None:
    """"some say *215*": a number alone tells what the sentence before spoke of."""
    what = page.parse.child(verb, "obj") if "that" in word.frames else None
    if what is None or page.parse.upos[what] != "NUM" or passive(page, verb):
        return None
    return tidy(page, [page.below(what)]), 2, "object", None


def figure(page: Page, verb: int, word: CueWord, _source: Run | None) -> Found | None:
    """"put *the figure at 40,000*", of a passive "*the toll* was put *at nine*"."""
    if "figure" not in word.frames:
        return None
    told = passive(page, verb)
    what = page.parse.child(verb, "nsubj" if told else "obj")
    amount = None if what is None else _amount(page, verb, what)
    if what is None or amount is None:
        return None
    runs = [page.below(what), page.below(amount)]
    return tidy(page, runs if told else [Run(runs[0].first, max(r.stop for r in runs))]), 3, "figure", None


def _amount(page: Page, verb: int, what: int) -> int | None:
    """The number behind "at", which a parser hangs on the verb or on the figure."""
    below = (j for i in (verb, what) for j in page.parse.children[i] if j > verb)
    return next((j for j in below if page.parse.relations[j].split(":")[0] in ("obl", "nmod") and _counts(page, j)), None)


def _counts(page: Page, noun: int) -> bool:
    led = any(page.lower(k) == "at" for k in page.parse.children[noun])
    return led and any(page.parse.upos[i] == "NUM" for i in range(*page.below(noun)))
