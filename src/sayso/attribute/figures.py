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
    """"put *the figure at 40,000*", "raised *the toll to 16*", of a passive "*the toll* was put *at nine*"."""
    if not word.frames & {"figure", "changed"}:
        return None
    told = passive(page, verb)
    what = page.parse.child(verb, "nsubj" if told else "obj")
    changed = "changed" in word.frames
    if what is None or (changed and not _of_number(page, what)):
        return None
    amount = _amount(page, verb, what, "to" if changed else "at")
    if amount is None:
        return None
    runs = [page.below(what), page.below(amount)]
    return tidy(page, runs if told else [Run(runs[0].first, max(r.stop for r in runs))]), 3, "figure", None


def _of_number(page: Page, what: int) -> bool:
    """"the death toll", "its estimate", "that": who raises wages to 36 gives no number."""
    return page.parse.lemmas[what].lower() in page.words.figures or page.lower(what) in ("that", "it", "this")


def _amount(page: Page, verb: int, what: int, led: str) -> int | None:
    """The number behind "at" or "to", which a parser hangs on the verb or on the figure."""
    below = (j for i in (verb, what) for j in page.parse.children[i] if j > verb)
    return next((j for j in below if page.parse.relations[j].split(":")[0] in ("obl", "nmod") and _counts(page, j, led)), None)


def _counts(page: Page, noun: int, led: str) -> bool:
    begins = any(page.lower(k) == led for k in page.parse.children[noun])
    return begins and any(page.parse.upos[i] == "NUM" for i in range(*page.below(noun)))
