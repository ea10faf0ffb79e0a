"""The way by which something was said: "in a statement", "on Telegram", "told *state television*"."""

from __future__ import annotations

import bisect
import functools
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from sayso.lang import Pack

from .content import tidy
from .draft import Draft, Page, Run
from .speaker import subject
from .speaker_phrase import phrase, spoken_by
from .verbs import group

_TOLD = frozenset({"tell", "inform"})
_REACHED = frozenset({"reach", "contact", "interview"})
_NOUNS = ("NOUN", "PROPN")
_UP = 5


@functools.cache
def _table(pack: Pack) -> dict[str, frozenset[str]]:
    return {row[0]: frozenset(row[1].split(",")) for row in pack.table("mediums")}


def mediated(page: Page, pack: Pack, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each with the phrases that say by which way its source spoke."""
    at_cue = {i: k for k, d in enumerate(drafts) if d.cue is not None and d.rule != "heard" for i in {d.head, d.cue.stop - 1}}
    at_source = {i: k for k, d in enumerate(drafts) if d.source is not None and d.rule != "heard" for i in range(*d.source)}
    found: dict[int, list[Run]] = defaultdict(list)
    drafts = list(drafts)
    for word, run in _phrases(page, _table(pack)):
        k = _whose(page, word, run, at_cue, at_source)
        if k is not None:
            drafts[k] = _without_tail(page, drafts[k], word, run)
            found[k] += [] if _is_said(drafts[k], word) else [run]
    found = defaultdict(list, {k: [r for r in runs if not any(o.covers(r) for o in runs if o != r)] for k, runs in found.items()})
    for k, d in enumerate(drafts):
        if (heard := _audience(page, _table(pack), d)) is not None:
            found[k].append(heard)
    ways = [run for runs in found.values() for run in runs]
    return [
        replace(d, medium=tuple(sorted({*d.medium, *found[k]}))) if k in found else d
        for k, d in enumerate(drafts)
        if not _names_the_way(d, ways)
    ]


def _without_tail(page: Page, draft: Draft, word: int, run: Run) -> Draft:
    """"denied it *in an interview*": what hangs on the cue itself behind its object is no part of what is denied."""
    last = draft.content[-1] if draft.content else run
    tail = last.first < run.first < last.stop <= run.stop and not page.quoted(run)
    if not tail or page.parse.heads[word] != draft.head or draft.rule == "that":
        return draft
    cut = tidy(page, [*draft.content[:-1], Run(last.first, run.first)])
    return replace(draft, content=cut or draft.content)


def _names_the_way(draft: Draft, ways: Sequence[Run]) -> bool:
    """"said in a *statement* that P": the noun is no second cue beside the verb."""
    return draft.source is None and any(run.holds(draft.head) for run in ways)


def _phrases(page: Page, table: dict[str, frozenset[str]]) -> list[tuple[int, Run]]:
    """Nouns for a way of speaking behind a preposition that leads into them, with their phrases."""
    out: list[tuple[int, Run]] = []
    for i, lemma in enumerate(page.parse.lemmas):
        prepositions = table.get(lemma.lower())
        if prepositions is None or page.parse.upos[i] not in _NOUNS:
            continue
        head = _of_name(page, i)
        before = (j for j in page.parse.children[head] if page.parse.relations[j] == "case" and j < i)
        case = [j for j in before if page.lower(j) in prepositions]
        if case and not _agent(page, head, case[0]):
            out.append((head, Run(case[0], phrase(page, head).stop)))
    return [(word, _without_speech(page, word, run)) for word, run in out]


def _agent(page: Page, noun: int, case: int) -> bool:
    """"by the Morning Mail", "by a letter" does it; "by mail", "by telephone" is a way."""
    single = all(page.parse.relations[j] not in ("det", "nmod:poss") for j in page.parse.children[noun])
    return page.lower(case) == "by" and not (single and page.parse.upos[noun] == "NOUN")


def _of_name(page: Page, i: int) -> int:
    """"the *Telegram* channel": the noun that a name is part of."""
    head = page.parse.heads[i]
    inside = page.parse.relations[i].split(":")[0] in ("compound", "flat", "appos") and head >= 0
    return head if inside and page.parse.upos[head] in _NOUNS else i


def _without_speech(page: Page, word: int, run: Run) -> Run:
    """Up to the clause that says what is said ("in a statement *that P*") or the quotation."""
    clauses = (j for j in page.parse.children[word] if j > word and page.parse.relations[j] in ("acl", "acl:relcl", "ccomp"))
    stops = [page.below(j).first for j in clauses]
    stops += [q.first for q in page.quoted(run) if q.first > word]
    stop = min([run.stop, *stops])
    while stop - 1 > word and page.parse.upos[stop - 1] == "PUNCT":
        stop -= 1
    return Run(run.first, stop)


def _whose(page: Page, word: int, run: Run, at_cue: dict[int, int], at_source: dict[int, int]) -> int | None:
    """The draft on whose cue the phrase hangs, or, set off by commas, on whose source."""
    above = word
    for _ in range(_UP):
        kind, above = page.parse.relations[above], page.parse.heads[above]
        if above < 0 or run.holds(above):
            return None
        if above in at_cue and kind.split(":")[0] in ("obl", "nmod", "advmod", "dep"):
            return at_cue[above]
        if above in at_source:
            apart = run.first > 0 and page.parse.word(run.first - 1) == ","
            return at_source[above] if apart or page.parse.lemmas[above] in _REACHED else None
        if kind.split(":")[0] not in ("nmod", "obl", "conj", "obj", "appos", "flat", "compound"):
            return None
    return None


def _is_said(draft: Draft, word: int) -> bool:
    """Does the phrase belong to what is said?"""
    at = bisect.bisect_right(draft.content, word, key=lambda r: r.first) - 1
    return word == draft.head or (at >= 0 and draft.content[at].holds(word))


def _audience(page: Page, table: dict[str, frozenset[str]], draft: Draft) -> Run | None:
    """"told *state television*", "told *a news conference*": whom the cue names as told, where that is a way to be heard."""
    if page.parse.lemmas[draft.head] not in _TOLD or draft.rule == "heard":
        return None
    for j in page.parse.children[draft.head]:
        if page.parse.relations[j] in ("obj", "iobj") and j > draft.head and not _is_said(draft, j):
            lemma = page.parse.lemmas[j].lower()
            press = page.words.speakers.get(lemma) in ("outlet", "agency") or page.words.press.get(lemma, "alone") != "alone"
            named = page.parse.upos[j] == "PROPN" and any(
                page.words.press.get(page.lower(k)) for k in (j, *page.parse.children[j])
            )
            return phrase(page, j) if lemma in table or press or named else None
    return None


def through(page: Page, pack: Pack, found: Sequence[Draft]) -> list[Draft]:
    """"The mill *said* in a statement that P": where a parser hangs P on the statement, the mill says it all the same."""
    table, there = _table(pack), {d.head for d in found}
    return [said if (said := _by_verb(page, table, d, there)) is not None else d for d in found]


def _by_verb(page: Page, table: dict[str, frozenset[str]], draft: Draft, there: set[int]) -> Draft | None:
    prepositions = table.get(page.parse.lemmas[draft.head].lower())
    verb = page.parse.heads[draft.head]
    if draft.source is not None or prepositions is None or verb < 0 or verb in there or page.parse.upos[verb] != "VERB":
        return None
    word = page.words.verbs.get(page.parse.lemmas[verb].lower())
    leads = any(page.lower(j) in prepositions for j in page.parse.children[draft.head] if page.parse.relations[j] == "case")
    who = subject(page, verb) if word is not None and word.kind in ("speech", "denial") and leads else None
    if word is None or who is None:
        return None
    source, cue = spoken_by(page, who, verb), group(page, verb, None)
    return replace(draft, source=source, cue=cue, head=verb, kind=word.kind, strength=3, rule="that")
