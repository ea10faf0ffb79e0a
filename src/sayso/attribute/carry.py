"""Speech that runs on without a cue of its own: further quotations, and sentences that the head reads as content."""

from __future__ import annotations

import bisect
from collections.abc import Iterable
from dataclasses import dataclass, replace

from .content import tidy
from .draft import Draft, Page, Run, by_sentence, merged
from .tags import CONTENT, Tags

# A quotation this short without a verb is a title or a nickname, nobody's speech.
_SHORT = 4
# Sentences between a speaker and a quotation that still counts as the same speaker's.
_REACH = 4
# Share of a sentence's words that the head must read as content for it to run on from the one before.
_READ_ON = 0.8


@dataclass(frozen=True, slots=True)
class Carried:
    """Content without a cue: on whose earlier (or later) draft it rests, and why."""

    draft: Draft
    content: tuple[Run, ...]
    why: str


def carried(page: Page, drafts: list[Draft], tags: Tags) -> tuple[list[Draft], list[Carried]]:
    """Drafts with the quotations that belong to them, and what is carried over from them to later sentences."""
    grown = {d.head: d for d in drafts}
    taken = _taken(page, drafts)
    near = by_sentence(page, drafts)
    free: list[Run] = []
    for _, quote in page.quotes:
        if not taken.isdisjoint(range(*quote)) or not (_speech(page, quote) or _alone(page, quote)):
            continue
        owner = _same_breath(page, quote, [grown[d.head] for k in _sentences(page, quote) for d in near.get(k, [])])
        if owner is not None:
            grown[owner.head] = replace(owner, content=merged((*owner.content, quote)))
        else:
            free += [quote] if _speech(page, quote) and _opens(page, quote) else []
    standing = list(grown.values())
    speakers = sorted((d for d in standing if _able(page, d)), key=lambda d: d.head)
    over = [c for quote in free if (c := _on_whose_word(page, quote, speakers)) is not None]
    return standing, over + (_read_on(page, standing, over, tags) if tags.seen else [])


def _taken(page: Page, drafts: Iterable[Draft]) -> set[int]:
    """Words of sources, cues and contents; what is said within a quotation does not take the quotation."""
    out: set[int] = set()
    for d in drafts:
        around = page.quoted(Run(d.head, d.head + 1))
        for run in (*d.content, d.cue, d.source):
            if run is not None and not any(quote.overlaps(run) for quote in around):
                out.update(range(*run))
    return out


def _sentences(page: Page, quote: Run) -> tuple[int, int]:
    """The sentence that a quotation begins in, and the one before."""
    at = page.parse.sentence_of[quote.first]
    return max(at - 1, 0), at


def _able(page: Page, draft: Draft) -> bool:
    return draft.source is not None and _speaks(page, draft) and _outside(page, draft)


def _speaks(page: Page, draft: Draft) -> bool:
    """A cue of speech, or any other whose content is a quotation."""
    return draft.kind in ("speech", "denial") or (draft.kind == "stance" and _direct(page, draft))


def _speech(page: Page, quote: Run) -> bool:
    words = [i for i in range(*quote) if page.parse.upos[i] != "PUNCT"]
    return len(words) >= _SHORT and any(page.parse.upos[i] in ("VERB", "AUX") for i in words)


def _alone(page: Page, quote: Run) -> bool:
    """"'It was shameful,' she said. *'A disgrace for the town.'*": no verb, but a sentence of its own."""
    begins, ends = page.sentence(quote.first).first == quote.first, page.sentence(quote.stop - 1).stop <= quote.stop
    return begins and ends and quote.stop - quote.first > _SHORT


def _opens(page: Page, quote: Run) -> bool:
    """Does the quotation begin its sentence, or stand behind a colon? One in midst of a clause is that clause's."""
    before, sentence = quote.first - 1, page.sentence(quote.stop - 1)
    others = [i for i in range(quote.stop, sentence.stop) if page.parse.upos[i] in ("VERB", "AUX")]
    if any(page.parse.child(i, "nsubj") is not None for i in others):
        return False  # "'P,' *words appear on the screen*"
    return before < page.sentence(quote.first).first or page.parse.word(before)[-1:] in (":", "-", "–", "—")


def _same_breath(page: Page, quote: Run, drafts: Iterable[Draft]) -> Draft | None:
    """"'P,' she said. *'Q.'*": a quotation right behind the sentence of a quotation, in the same paragraph."""
    for d in drafts:
        after = page.sentence(d.head).stop
        here = page.sentence(d.head).covers(quote) or (quote.first == after and page.block(quote.first) == page.block(d.head))
        if here and _speaks(page, d) and _outside(page, d) and _direct(page, d):
            return d
    return None


def _outside(page: Page, draft: Draft) -> bool:
    """Does the cue itself stand outside quotation marks, and speak for nobody else's source?"""
    return (draft.follows is None or draft.rule != "citing") and not page.quoted(Run(draft.head, draft.head + 1))


def _direct(page: Page, draft: Draft) -> bool:
    return any(page.quoted(run) for run in draft.content)


def _on_whose_word(page: Page, quote: Run, speakers: list[Draft]) -> Carried | None:
    """The speaker before, a few sentences at most; else the one right after."""
    k = bisect.bisect_left(speakers, quote.first, key=lambda d: d.head)
    if k > 0 and page.parse.sentence_of[quote.first] - page.parse.sentence_of[speakers[k - 1].head] <= _REACH:
        last = speakers[k - 1]
        return Carried(last, tidy(page, [quote]), f"a quotation that goes on after {words_of(page, last)}")
    k = bisect.bisect_left(speakers, quote.stop, key=lambda d: d.head)
    if k < len(speakers) and page.parse.sentence_of[speakers[k].head] - page.parse.sentence_of[quote.stop - 1] <= 1:
        first = speakers[k]
        return Carried(first, tidy(page, [quote]), f"a quotation before {words_of(page, first)}")
    return None


def words_of(page: Page, draft: Draft) -> str:
    """Source and cue as printed, for a reason."""
    runs = sorted(r for r in (draft.source, draft.cue) if r is not None)
    text = " ".join(" ".join(page.parse.span(r.first, r.stop - 1).of(page.parse.text).split()) for r in runs)
    return f'"{text[:80]}"'


def _read_on(page: Page, drafts: list[Draft], over: list[Carried], tags: Tags) -> list[Carried]:
    """Sentences all of content for the head, behind a sentence of somebody's speech in the same paragraph."""
    spoken: dict[int, Draft] = {}
    for d in sorted(drafts, key=lambda d: d.head):
        for run in (*d.content, Run(d.head, d.head + 1)):
            for k in range(page.parse.sentence_of[run.first], page.parse.sentence_of[run.stop - 1] + 1):
                spoken.setdefault(k, d)
    taken = {page.parse.sentence_of[i] for c in over for run in c.content for i in (run.first, run.stop - 1)}
    out = []
    for k in range(1, len(page.parse.sentences)):
        sentence, before = Run(*page.parse.sentences[k]), spoken.get(k - 1)
        if k in spoken or k in taken or before is None or before.source is None or before.kind not in ("speech", "denial"):
            continue
        if page.block(sentence.first) != page.block(sentence.first - 1) or tags.mean(sentence, CONTENT) < _READ_ON:
            continue
        out.append(Carried(before, tidy(page, [sentence]), f"reads on after {words_of(page, before)}"))
        spoken[k] = before
    return out
