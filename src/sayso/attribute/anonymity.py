"""Why a source is not named: "who asked not to be named *because he was not authorised to speak*"."""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.lang import Pack
from sayso.records import Attribution, Span

from .content import tidy
from .draft import Draft, Page, Run, without
from .identities import Identities
from .speaker import relative, subject

_CLAUSES = ("acl", "acl:relcl", "advcl", "parataxis", "conj", "root", "ccomp")
_ASKS = frozenset(
    {"ask", "request", "decline", "refuse", "want", "wish", "prefer", "insist", "demand", "fear", "condition", "choose"}
)
_LEADING = frozenset({"speaking", "talking", "who", "speak", "spoke"})
_REASON = frozenset({"because", "since", "for", "citing", "fearing", "due", "out", "so"})
_UP = 8


@dataclass(frozen=True, slots=True)
class Unnamed:
    """A phrase that says why somebody is not named, and the word that stands for that one, where it can be told."""

    run: Run
    speaker: int | None


@functools.cache
def _pattern(pack: Pack) -> tuple[re.Pattern[str], frozenset[str]]:
    """One expression for all phrases, longest first, and those that need somebody who asks."""
    rows = pack.table("anonymity")
    phrases = sorted((r[0] for r in rows), key=len, reverse=True)
    body = "|".join(r"\s+".join(map(re.escape, p.split())) for p in phrases)
    return re.compile(rf"\b(?:{body})\b", re.IGNORECASE), frozenset(r[0] for r in rows if r[1] == "asked")


def unnamed(page: Page, pack: Pack) -> list[Unnamed]:
    """Each place where a report says so, in the order of the text, one a clause."""
    pattern, asked = _pattern(pack)
    found: list[Unnamed] = []
    for m in pattern.finditer(page.parse.text):
        at = bisect.bisect_left(page.parse.words, m.end(), key=lambda w: w.end)
        if at >= len(page.parse.words) or (found and found[-1].run.holds(at)):
            continue
        if " ".join(m[0].lower().split()) in asked and not _asks(page, at):
            continue
        found.append(_clause(page, at))
    return found


def _upwards(page: Page, at: int) -> Iterator[int]:
    for _ in range(_UP):
        if at < 0:
            return
        yield at
        at = page.parse.heads[at]


def _asks(page: Page, at: int) -> bool:
    return any(page.parse.lemmas[i].lower() in _ASKS for i in _upwards(page, at))


def _clause(page: Page, at: int) -> Unnamed:
    """The clause or phrase that the words stand in: up to the first that hangs on a noun or is a sentence's own."""
    top = at
    for i in _upwards(page, at):
        top = i
        if _closed(page, i):
            break
    else:
        top = at
    run = _trimmed(page, _to_comma(page, page.below(top), at), top)
    return Unnamed(run, _speaker(page, top))


def _to_comma(page: Page, run: Run, at: int) -> Run:
    """Up to the next comma behind the words, unless a reason follows it, or to the clause that says what was said."""
    for i in range(at + 1, run.stop - 1):
        if page.lower(i) == "that" and page.parse.upos[i] == "SCONJ":
            return Run(run.first, i)
        if page.parse.word(i) == "," and page.lower(i + 1) not in _REASON:
            return Run(run.first, i)
    return run


def _closed(page: Page, i: int) -> bool:
    """A clause that gives no reason for another, or a phrase that hangs on a verb of saying."""
    kind, above = page.parse.relations[i], page.parse.heads[i]
    if kind in _CLAUSES:
        return not _subordinate(page, i)
    return kind.startswith(("obl", "nmod")) and page.parse.upos[above] == "VERB" and _says(page, above)


def _subordinate(page: Page, i: int) -> bool:
    """"..., *because* he was not authorised": a reason belongs to the clause above it, if that says the like."""
    above = page.parse.heads[i]
    if above >= 0 and page.parse.lemmas[above].lower() == "condition":
        return True
    return page.parse.relations[i] == "advcl" and above >= 0 and page.parse.lemmas[above].lower() in _ASKS | _LEADING


def _says(page: Page, verb: int) -> bool:
    lemma = page.parse.lemmas[verb].lower()
    return lemma in page.words.verbs and page.parse.xpos[verb] != "VBG" and not _relative_clause(page, verb)


def _relative_clause(page: Page, verb: int) -> bool:
    return page.parse.relations[verb] in ("acl", "acl:relcl")


def _trimmed(page: Page, run: Run, top: int) -> Run:
    """Without punctuation at its edges; of a whole sentence from its verb on."""
    first, stop = min(run.first, top), run.stop
    if page.parse.relations[top] in ("root", "conj", "ccomp"):
        first = min((i for i in (top, *page.parse.children[top]) if not _before_verb(page, i, top)), default=top)
    while first < stop - 1 and page.parse.upos[first] in ("PUNCT", "CCONJ"):
        first += 1
    while stop - 1 > first and page.parse.upos[stop - 1] == "PUNCT":
        stop -= 1
    return Run(first, stop)


def _before_verb(page: Page, i: int, top: int) -> bool:
    return i < top and page.parse.relations[i].split(":")[0] not in ("aux", "advmod", "cop")


def _speaker(page: Page, top: int) -> int | None:
    """The word for the one who is not named: what the clause hangs on, or its subject."""
    kind, above = page.parse.relations[top], page.parse.heads[top]
    if kind in ("acl", "acl:relcl"):
        return above
    if kind.startswith(("obl", "nmod")) and above >= 0:
        return above if page.parse.upos[above] in ("NOUN", "PROPN", "PRON") else subject(page, above)
    who = subject(page, top)
    stands_for = relative(page, who) if who is not None else None
    return stands_for if stands_for is not None else who


def reasons(page: Page, drafts: Sequence[Draft], found: Sequence[Unnamed]) -> list[Draft]:
    """The drafts without those that only ask for no name, each of the others with its source's reason."""
    kept = [d for d in drafts if not any(u.run.holds(d.head) and d.strength < 4 for u in found)]
    return [_reasoned(page, d, _of(page, d, found)) for d in kept] if found else kept


def _reasoned(page: Page, draft: Draft, reason: Run | None) -> Draft:
    if reason is None or draft.anonymity is not None:
        return draft
    content = tidy(page, [piece for run in draft.content for piece in without(run, [reason])])
    return replace(draft, anonymity=reason, content=content or draft.content)


def _of(page: Page, draft: Draft, found: Sequence[Unnamed]) -> Run | None:
    """The one whose speaker is the draft's source, or that stands in its source."""
    if draft.source is None:
        return None
    sentence = page.sentence(draft.head)
    near = [u for u in found if sentence.holds(u.run.first)]
    sure = (u.run for u in near if draft.source.covers(u.run) or (u.speaker is not None and draft.source.holds(u.speaker)))
    return next(sure, None)


def spread(page: Page, known: Identities, found: Sequence[Unnamed], said: Sequence[Attribution]) -> list[Attribution]:
    """The same reason for the same source wherever it speaks, also where it stands by itself:
    "He asked not to be named for fear of reprisals, he said later."""
    by_entity: dict[str, Span] = {}
    for u in found:
        entity = known.entity(known.at(page.parse, u.speaker)) if u.speaker is not None else None
        if entity is not None:
            by_entity.setdefault(entity.id, page.parse.span(u.run.first, u.run.stop - 1))
    if not by_entity:
        return list(said)
    return [_with(a, by_entity.get(a.source.entity or "")) for a in said]


def _with(a: Attribution, reason: Span | None) -> Attribution:
    if reason is None or a.source.anonymity is not None:
        return a
    return replace(a, source=replace(a.source, anonymity=reason))
