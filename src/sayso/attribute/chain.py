"""From the outlet's own voice to the last person whose word it is: which draft lies under which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from .content import tidy
from .draft import Draft, Page, Run
from .hearer import taken_up
from .identities import Identities
from .source import own
from .source_kind import reported_by
from .speaker import agent, top
from .speaker_phrase import phrase

_TOLD = frozenset({"tell", "inform", "brief"})
# Who speaks to an outlet; its correspondent speaks for it.
_CONFIDES = frozenset({"source", "informant", "interlocutor"})
_EVERYBODY = frozenset({"media", "press"})  # told "the media" is told in public
_QUOTES = frozenset({"quote", "cite", "interview"})
_REPORTS = frozenset({"reporter", "correspondent", "journalist", "crew"})


def heard(page: Page, known: Identities, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with one more for each outlet that was told something, whose source speaks, or that saw the document.

    "A source told the Courier" in another paper: the Courier heard the source, and we have it from the Courier.
    """
    out: list[Draft] = []
    for draft in drafts:
        found = None if draft.follows is not None else _hearer(page, known, draft)
        if found is None:
            out.append(draft)
            continue
        word, cue = found
        out += [Draft(phrase(page, word), cue, draft.content, word, "speech", 3, "heard"), replace(draft, follows=word)]
    return out


def _hearer(page: Page, known: Identities, draft: Draft) -> tuple[int, Run | None] | None:
    """The word for the outlet, and the cue by which it has the thing."""
    for word in _belongs_to(page, draft):
        if page.parse.lemmas[word].lower() == "agency" and not own(page, known, word):
            return word, draft.cue
    for word in _told(page, draft):
        if page.parse.lemmas[word].lower() in _REPORTS and any(_press(page, known, j) for j in _owners(page, word)):
            return word, draft.cue
    for word in (*_told(page, draft), *_belongs_to(page, draft), *_addressed(page, draft)):
        if page.parse.upos[word] != "PRON" and _press(page, known, word):
            return word, draft.cue
    return _reader(page, known, draft)


def _addressed(page: Page, draft: Draft) -> list[int]:
    """"denied it *to the Courier*", "said in an interview with *the Courier*"."""
    if draft.kind not in ("speech", "denial"):
        return []
    nouns = [i for run in draft.medium for i in range(*run) if page.parse.upos[i] == "NOUN"]
    return [
        j
        for i in (draft.head, *nouns)
        for j in page.parse.children[i]
        if page.parse.relations[j].split(":")[0] in ("obl", "nmod") and _leads(page, j, i == draft.head)
    ]


def _leads(page: Page, noun: int, cue: bool) -> bool:
    """Behind a cue only "to"; behind the name of a medium "with" too."""
    prepositions = ("to",) if cue else ("to", "with")
    return any(page.lower(k) in prepositions for k in page.parse.children[noun] if page.parse.relations[k] == "case")


def _reader(page: Page, known: Identities, draft: Draft) -> tuple[int, Run | None] | None:
    """"A letter *seen by the Courier* says", "in e-mails *seen by the Courier* Haddad wrote": we have them from the Courier."""
    by_way = [e for e in draft.evidence if any(e.overlaps(m) for m in draft.medium)]
    said = (*by_way, *([draft.source] if draft.source is not None else []))
    for run in draft.seen_by:
        word = top(page, run)
        if any(s.holds(word) for s in said) and _press(page, known, word) and page.lower(run.first - 1) == "by":
            return word, Run(run.first - 2, run.first)
    return _quoter(page, known, draft)


def _quoter(page: Page, known: Identities, draft: Draft) -> tuple[int, Run | None] | None:
    """"Witnesses *quoted by the Courier* said"."""
    for verb in range(*draft.source) if draft.source is not None else ():
        by = agent(page, verb) if page.parse.lemmas[verb] in _QUOTES and page.parse.relations[verb].startswith("acl") else None
        if by is not None and _press(page, known, by):
            return by, Run(verb, phrase(page, by).first)
    return None


def _press(page: Page, known: Identities, word: int) -> bool:
    if page.parse.lemmas[word].lower() in _EVERYBODY and page.parse.xpos[word] not in ("NNP", "NNPS"):
        return False
    return reported_by(page, known, word) is not None and not own(page, known, word)


def _owners(page: Page, noun: int) -> list[int]:
    """"*the Courier's* reporter", "a reporter for *the Courier*"."""
    return [j for j in page.parse.children[noun] if page.parse.relations[j] in ("nmod", "nmod:poss", "compound")]


def _told(page: Page, draft: Draft) -> list[int]:
    """Whom the source told."""
    if page.parse.lemmas[draft.head] not in _TOLD:
        return []
    told = [j for j in page.parse.children[draft.head] if page.parse.relations[j] in ("obj", "iobj")]
    clauses = (j for j in page.parse.children[draft.head] if page.parse.relations[j] == "ccomp")
    return told or [hearer for j in clauses if (hearer := taken_up(page, draft.head, j)) is not None]


def _belongs_to(page: Page, draft: Draft) -> list[int]:
    """"a source *of this agency*", "the Courier's sources"."""
    if draft.source is None:
        return []
    return [
        j
        for i in range(*draft.source)
        if page.parse.lemmas[i].lower() in _CONFIDES
        for j in page.parse.children[i]
        if page.parse.relations[j] in ("nmod", "nmod:poss", "compound")
        and (page.parse.relations[j] != "nmod" or any(page.lower(k) == "of" for k in page.parse.children[j]))
    ]


def parted(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """"X said that P, *adding that Q*": the one who adds it is X outside, so that P ends where the adding begins."""
    out = list(drafts)
    by_source: dict[Run, list[int]] = defaultdict(list)
    for k, d in enumerate(out):
        if d.source is not None:
            by_source[d.source].append(k)
    for d in drafts:
        if d.source is not None and d.cue is not None and _adds(page, d):
            for k in by_source[d.source]:
                out[k] = _before(page, out[k], d.head, d.cue.first)
    return out


def _adds(page: Page, draft: Draft) -> bool:
    before = draft.head - 1
    while before > 0 and before in page.closing:
        before -= 1
    return page.lower(draft.head).endswith("ing") and before >= 0 and page.parse.word(before) == ","


def _before(page: Page, draft: Draft, head: int, stop: int) -> Draft:
    """The draft with its content cut where another's cue begins in it."""
    if draft.head >= head or not any(run.holds(head) for run in draft.content):
        return draft
    cut = tidy(page, [Run(run.first, min(run.stop, stop)) for run in draft.content if run.first < stop])
    return replace(draft, content=cut or draft.content)


def parents(drafts: Sequence[Draft]) -> list[int | None]:
    """For each draft the number of the one it lies under: whose source it speaks to, else the narrowest content
    that holds its cue; None under the outlet's own voice. Never a circle."""
    by_head = {d.head: k for k, d in enumerate(drafts)}
    holding = _holding(drafts)
    found: list[int | None] = []
    for k, draft in enumerate(drafts):
        above = by_head.get(draft.follows) if draft.follows is not None else None
        above = _around(drafts, k, holding) if above is None else above
        found.append(above if above != k else None)
    for k in range(len(drafts)):
        _unloop(found, k)
    return found


def _holding(drafts: Sequence[Draft]) -> dict[int, list[int]]:
    """The drafts in whose content a word stands."""
    out: dict[int, list[int]] = defaultdict(list)
    for k, draft in enumerate(drafts):
        for run in draft.content:
            for i in range(*run):
                out[i].append(k)
    return out


def _around(drafts: Sequence[Draft], k: int, holding: dict[int, list[int]]) -> int | None:
    mine = drafts[k]
    at = mine.head if mine.cue is None or mine.cue.holds(mine.head) or mine.rule == "heard" else mine.cue.first
    best: tuple[int, int, int] | None = None
    for n in holding.get(at, ()):
        other = drafts[n]
        if n == k or other.cue == mine.cue:
            continue
        size = sum(run.stop - run.first for run in other.content)
        rank = (size, 0 if other.follows is not None else 1, n)
        if _inside(other, mine) and size >= sum(run.stop - run.first for run in mine.content):
            continue
        best = min(best, rank) if best is not None else rank
    return best[2] if best is not None else None


def _inside(inner: Draft, outer: Draft) -> bool:
    """Does the other's cue stand in my content? Then of two that hold each other, the larger content is above."""
    return any(run.holds(inner.head) for run in outer.content)


def _unloop(found: list[int | None], k: int) -> None:
    seen = {k}
    at = found[k]
    while at is not None:
        if at in seen:
            found[k] = None
            return
        seen.add(at)
        at = found[at]
