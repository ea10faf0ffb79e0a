"""Speech without marks or cue that plainly goes on: a future told from the time of somebody's words, what a colon announces."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from .carry import Carried, words_of
from .content import tidy
from .draft import Draft, Page, Run

_SPOKEN = ("speech", "denial")
_POINTS = frozenset({"this", "that", "it", "such", "which", "there"})


def free_speech(page: Page, drafts: Sequence[Draft], over: Sequence[Carried]) -> list[Carried]:
    """What runs on behind drafts, where nothing else has taken it."""
    taken = _sentences(page, drafts, over)
    last: dict[int, Draft] = {}
    for d in drafts:
        if d.source is not None and d.kind in (*_SPOKEN, "thought") and not page.quoted(Run(d.head, d.head + 1)):
            last[page.parse.sentence_of[d.head]] = d
    return [*_announced(page, last, taken), *_future(page, last, taken)]


def _sentences(page: Page, drafts: Sequence[Draft], over: Sequence[Carried]) -> set[int]:
    runs = [r for d in drafts for r in (*d.content, Run(d.head, d.head + 1))] + [r for c in over for r in c.content]
    return {k for r in runs for k in range(page.parse.sentence_of[r.first], page.parse.sentence_of[r.stop - 1] + 1)}


def _announced(page: Page, last: dict[int, Draft], taken: set[int]) -> Iterator[Carried]:
    """"In a statement the mill denied this: | *Our gates were open.*": the sentences of the next paragraph up to another cue."""
    for k, draft in last.items():
        if draft.kind not in _SPOKEN or page.parse.word(page.parse.sentences[k][1] - 1) != ":":
            continue
        found = _paragraph(page, k + 1, taken)
        if found is not None and page.block(found.first) != page.block(draft.head) and not page.quoted(found):
            taken.update(range(k + 1, page.parse.sentence_of[found.stop - 1] + 1))
            yield Carried(draft, tidy(page, [found]), f"announced by {words_of(page, draft)}")


def _paragraph(page: Page, k: int, taken: set[int]) -> Run | None:
    """Sentences from a paragraph's first on that nobody has taken."""
    if k >= len(page.parse.sentences) or k in taken:
        return None
    first, stop = page.parse.sentences[k]
    for after in range(k + 1, len(page.parse.sentences)):
        begin, end = page.parse.sentences[after]
        if after in taken or page.block(begin) != page.block(first):
            break
        stop = end
    return Run(first, stop)


def _future(page: Page, last: dict[int, Draft], taken: set[int]) -> Iterator[Carried]:
    """"She announced that the mill will move. *It would open in May.*": a future seen from when she spoke."""
    roots = _roots(page)
    for k in sorted(last):
        draft, after = last[k], k + 1
        if page.parse.xpos[draft.head] not in ("VBD", "VBN") or any(page.quoted(run) for run in draft.content):
            continue
        if after in taken or after not in roots or page.block(roots[after]) != page.block(draft.head):
            continue
        sentence = Run(*page.parse.sentences[after])
        if _looks_ahead(page, roots[after]) and not page.quoted(sentence) and "if" not in map(page.lower, range(*sentence)):
            yield Carried(draft, tidy(page, [sentence]), f"a future told from the time of {words_of(page, draft)}")


def _roots(page: Page) -> dict[int, int]:
    out: dict[int, int] = defaultdict(int)
    for i, relation in enumerate(page.parse.relations):
        if relation == "root":
            out[page.parse.sentence_of[i]] = i
    return out


def _looks_ahead(page: Page, root: int) -> bool:
    """"would move", not "would have moved" nor "that would mean"."""
    below = page.parse.children[root]
    helpers = [page.lower(j) for j in below if page.parse.relations[j].startswith("aux")]
    subjects = [page.lower(j) for j in below if page.parse.relations[j].startswith("nsubj")]
    return helpers[:1] == ["would"] and "have" not in helpers and bool(subjects) and subjects[0] not in _POINTS
