"""What is said: the words of a content and where they end."""

from __future__ import annotations

from collections.abc import Iterable

from .draft import Draft, Page, Run, merged, without

_EDGE = frozenset(",;:-–—.…")
_SEEM = frozenset({"seem", "appear"})
_BRACKETS = {"(": ")", "[": "]"}


def clause(page: Page, head: int, holes: Iterable[Run]) -> tuple[Run, ...]:
    """All that hangs on a word, without cue and source: "*P*, the ministry said, *P*"."""
    return tidy(page, without(page.below(head), holes))


def tidy(page: Page, runs: Iterable[Run]) -> tuple[Run, ...]:
    """Runs without the punctuation at their edges; empty ones left out."""
    return tuple(t for t in (trim(page, r) for r in merged(runs)) if t is not None)


def trim(page: Page, run: Run) -> Run | None:
    """A run without commas, colons, dashes and full stops at its edges, nor a quotation mark that belongs elsewhere."""
    first, stop = run
    while first < stop and _idle(page, first, page.closing, run):
        first += 1
    while stop > first and _idle(page, stop - 1, page.opening, run):
        stop -= 1
    return Run(first, stop) if first < stop else None


def _idle(page: Page, i: int, wrong: frozenset[int], run: Run) -> bool:
    word = page.parse.word(i)
    if i in wrong and i not in (page.opening & page.closing):
        return True
    return all(c in _EDGE for c in word) or page.parse.upos[i] == "CCONJ" or _lonely(page, i, run)


def _lonely(page: Page, i: int, run: Run) -> bool:
    """A bracket without its partner in the run."""
    word = page.parse.word(i)
    if word in _BRACKETS:
        return not any(page.parse.word(j) == _BRACKETS[word] for j in range(i, min(run.stop, i + 60)))
    if word in _BRACKETS.values():
        return not any(page.parse.word(j) in _BRACKETS for j in range(max(run.first, i - 60), i))
    return False


def quoted(page: Page, runs: tuple[Run, ...], holes: tuple[Run, ...]) -> tuple[Run, ...]:
    """Runs widened to the quotations they reach into, marks included, however many sentences these hold.

    A quotation that holds the cue itself is left alone: there the cue is part of what somebody else says, and the
    content may be a quotation within it.
    """
    wide = list(runs)
    for run in runs:
        found = [q for q in page.quoted(run) if _reaches(run, q, 3)] + [q for q in page.quoted_within(run) if _reaches(run, q, 2)]
        wide += [q for q in found if not any(q.overlaps(hole) for hole in holes)]
    return tidy(page, wide)


def _reaches(run: Run, quote: Run, least: int) -> bool:
    """Does the run share more with the quotation than a mark or two?"""
    shared = Run(max(run.first, quote.first), min(run.stop, quote.stop))
    return shared.stop - shared.first >= min(least, quote.stop - quote.first)


def seeming(page: Page, head: int, cue: Run) -> tuple[Run, ...]:
    """"*The court* seemed *to waver*": what seems so is the whole clause, and to whom is not told; else nothing."""
    subject, what = page.parse.child(head, "nsubj"), page.parse.child(head, "xcomp")
    if page.parse.lemmas[head] not in _SEEM or subject is None or what is None or not subject < head < what:
        return ()
    clause_of_it = page.below(what)
    return () if cue.overlaps(clause_of_it) else tidy(page, [page.below(subject), clause_of_it])


def says_nothing(page: Page, draft: Draft) -> bool:
    """Nothing said: "*what* police say", "those who oppose *it*"."""
    words = [i for run in draft.content for i in range(*run)]
    if len(words) != 1 or page.parse.upos[words[0]] != "PRON":
        return False
    return draft.kind not in ("speech", "denial") or page.parse.xpos[words[0]] in ("WP", "WDT")
