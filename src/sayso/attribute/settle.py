"""Grammar and the head's tags brought together: which drafts stand, and where their spans end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from .content import quoted, tidy
from .draft import Draft, Page, Run, merged, without
from .speaker import phrase, subject
from .tags import CONTENT, CUE, OTHER, SOURCE, Tags

# What the head must give a cue at least, by how far grammar vouches for it (strength 1, 2, 3).
_NEEDED = {1: 0.5, 2: 0.25, 3: 0.05}
# What the head must give a cue that no rule found.
_ALONE = 0.5


def settle(page: Page, drafts: Iterable[Draft], tags: Tags) -> list[Draft]:
    """Drafts that stand, in the order of their cues, with what only the head saw."""
    kept = _distinct([d for d in drafts if _stands(d, tags)])
    bound = [_bounded(page, d, tags) for d in kept]
    if tags.seen:
        bound += [d for d in _unseen_by_rules(page, bound, tags) if not any(_again(d, b) for b in bound)]
    return sorted((d for d in bound if d.content), key=lambda d: (d.cue or d.content[0], d.head))


def _stands(draft: Draft, tags: Tags) -> bool:
    if draft.strength < 1 or draft.cue is None:
        return False
    return tags.peak(draft.cue, CUE) >= _NEEDED[draft.strength] if tags.seen else draft.strength >= 2


def _distinct(drafts: list[Draft]) -> list[Draft]:
    """Of drafts whose cues overlap, the strongest."""
    kept: list[Draft] = []
    taken: set[int] = set()
    for draft in sorted(drafts, key=lambda d: (-d.strength, d.head)):
        words = range(*draft.cue) if draft.cue else range(0)
        if taken.isdisjoint(words):
            kept.append(draft)
            taken.update(words)
    return kept


def _bounded(page: Page, draft: Draft, tags: Tags) -> Draft:
    """A draft with its spans ended where the head and the quotation marks end them."""
    if tags.seen:
        draft = replace(draft, cue=_cue(page, draft, tags), source=_source(page, draft, tags))
        draft = replace(draft, content=_content(page, draft, tags))
    return replace(draft, content=_widened(page, draft))


def _widened(page: Page, draft: Draft) -> tuple[Run, ...]:
    holes = tuple(r for r in (draft.source, draft.cue) if r is not None)
    cut = [piece for run in draft.content for piece in without(run, holes)]
    return quoted(page, tidy(page, cut), holes)


def _cue(page: Page, draft: Draft, tags: Tags) -> Run | None:
    """The head's run where it overlaps the rule's: it knows whether "also" or "on Friday" belongs."""
    if draft.cue is None:
        return None
    found = [r for r in tags.runs(CUE, draft.cue) if page.sentence(draft.head).covers(r)]
    return found[0] if len(found) == 1 and found[0].stop - found[0].first <= 8 else draft.cue


def _source(page: Page, draft: Draft, tags: Tags) -> Run | None:
    """The rule's noun phrase; the head's run where the rule has none, or names another."""
    if draft.source is None:
        return None
    found = [r for r in tags.runs(SOURCE, draft.source) if page.sentence(draft.head).covers(r)]
    return found[0] if len(found) == 1 else draft.source


def _content(page: Page, draft: Draft, tags: Tags) -> tuple[Run, ...]:
    """Each run's edges moved to where the head sees the content begin and end, within the sentence."""
    return merged(_edges(page, run, draft, tags) for run in draft.content)


def _edges(page: Page, run: Run, draft: Draft, tags: Tags) -> Run:
    limit = Run(page.sentence(run.first).first, page.sentence(run.stop - 1).stop)
    own = [r for r in (draft.source, draft.cue) if r is not None]
    first, stop = run
    if not (tags.best[first:stop] == CONTENT).any():
        return run
    while first > limit.first and tags.best[first - 1] == CONTENT and not any(r.holds(first - 1) for r in own):
        first -= 1
    while stop < limit.stop and tags.best[stop] == CONTENT and not any(r.holds(stop) for r in own):
        stop += 1
    while first == run.first and first < stop - 1 and tags.best[first] == OTHER:
        first, run = first + 1, Run(run.first + 1, run.stop)
    while stop == run.stop and stop > first + 1 and tags.best[stop - 1] == OTHER:
        stop, run = stop - 1, Run(run.first, run.stop - 1)
    return Run(first, stop)


def _unseen_by_rules(page: Page, drafts: list[Draft], tags: Tags) -> list[Draft]:
    """Drafts for cues that only the head found, with the source and content that it found beside them."""
    out: list[Draft] = []
    taken = {i for d in drafts if d.cue is not None for i in range(*d.cue)}
    for cue in tags.runs(CUE):
        if tags.peak(cue, CUE) < _ALONE or not taken.isdisjoint(range(*cue)):
            continue
        draft = _from_tags(page, cue, drafts, tags)
        if draft is not None and _credible(page, draft, tags):
            out.append(draft)
    return out


def _again(draft: Draft, other: Draft) -> bool:
    """The same source with, but for a word or two, the same content: a second cue for one attribution."""
    if draft.source != other.source:
        return False
    shared = sum(max(0, min(a.stop, b.stop) - max(a.first, b.first)) for a in draft.content for b in other.content)
    return shared >= 0.8 * max(sum(r.stop - r.first for r in draft.content), 1)


def _credible(page: Page, draft: Draft, tags: Tags) -> bool:
    """Does what the head alone saw make an attribution: a cue with a word of its own, and, where nobody is named, one
    that the lexicon knows, and a content that does not break off?"""
    if draft.cue is None or not draft.content:
        return False
    heavy = page.parse.upos[draft.head] in ("VERB", "NOUN", "ADJ", "ADV", "PUNCT", "PROPN")
    sure = tags.peak(draft.cue, CUE)
    lemma = page.parse.lemmas[draft.head].lower()
    known = lemma in page.words.verbs or lemma in page.words.nouns
    last = page.parse.upos[draft.content[-1].stop - 1]
    if last in ("DET", "CCONJ", "PART", "ADP", "SCONJ") and sure < 0.9:
        return False
    return (heavy or sure >= 0.8) and (draft.source is not None or (known and sure >= 0.6))


def _from_tags(page: Page, cue: Run, drafts: list[Draft], tags: Tags) -> Draft | None:
    head = top(page, cue)
    sentence = page.sentence(head)
    content = _near_content(cue, sentence, drafts, tags)
    if content is None:
        return None
    source = _near_source(page, head, cue, sentence, tags)
    lemma = page.parse.lemmas[head].lower()
    word = page.words.verbs.get(lemma) or page.words.nouns.get(lemma)
    holes = tuple(r for r in (source, cue) if r is not None)
    cut = without(content, holes)
    return Draft(source, cue, quoted(page, tidy(page, cut), holes), head, word.kind if word else "speech", 1, "tags")


def top(page: Page, run: Run) -> int:
    """The word of a run on which the others hang; verbs first."""
    tops = [i for i in range(*run) if not run.holds(page.parse.heads[i]) and page.parse.upos[i] != "PUNCT"]
    verbs = [i for i in tops if page.parse.upos[i] == "VERB"]
    return (verbs or tops or [run.first])[0]


def _near_source(page: Page, head: int, cue: Run, sentence: Run, tags: Tags) -> Run | None:
    near = [r for r in tags.runs(SOURCE, sentence) if sentence.covers(r)]
    speaker = subject(page, head)
    if speaker is not None:
        said = [r for r in near if r.holds(speaker)]
        if said:
            return said[0]
    if near:
        return min(near, key=lambda r: _gap(r, cue))
    if speaker is not None and sentence.holds(speaker) and tags.mean(phrase(page, speaker), SOURCE) > 0.2:
        return phrase(page, speaker)
    return None


def _near_content(cue: Run, sentence: Run, drafts: list[Draft], tags: Tags) -> Run | None:
    """The head's content run next to the cue in its sentence: behind it rather than before it."""
    near = [_within(r, sentence) for r in tags.runs(CONTENT, sentence)]
    if not near:
        return None
    near_by = [d for d in drafts if sentence.holds(d.head)]
    free = [r for r in near if not any(c.covers(r) and not c.overlaps(cue) for d in near_by for c in d.content)]
    return min(free or near, key=lambda r: _gap(r, cue) - (2 if r.first >= cue.stop else 0))


def _within(run: Run, sentence: Run) -> Run:
    return Run(max(run.first, sentence.first), min(run.stop, sentence.stop))


def _gap(run: Run, cue: Run) -> int:
    return max(run.first - cue.stop, cue.first - run.stop, 0)
