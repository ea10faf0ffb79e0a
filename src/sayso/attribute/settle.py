"""Grammar and the head's tags brought together: which drafts stand, and where their spans end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from .content import quoted, tidy
from .draft import Draft, Page, Run, by_sentence, merged, without
from .speaker import able, enclosed, passive, relative
from .tags import CONTENT, CUE, OTHER, SOURCE, Tags
from .unseen import unseen

# What the head must give a cue at least, by how far grammar vouches for it (strength 0 to 4); the second where it
# also sees the source or the content that the rule found. Chosen on PolNeAR's training part, where of rule-found
# candidates at these values more than half are annotated.
_NEEDED = {0: (0.5, 0.5), 1: (0.15, 0.05), 2: (0.1, 0.05), 3: (0.02, 0.0), 4: (0.0, 0.0)}
# A cue that the head sees less than this stands in somebody else's content.
_NESTED = 0.2
# How sure the head must be that a word at the edge of the rule's content is none of it.
_OUTSIDE = 0.85
# Rules of frames that have other senses too: the plague "claimed lives", who "claimed the prize" may speak.
_LOOSE = frozenset({"object", "to", "of", "noun"})
# Rules of verbs and nouns that somebody must speak.
_SPOKEN = frozenset({"that", "neighbour", "parenthetic", "parataxis", "to", "object", "of", "small"})


def settle(page: Page, drafts: Iterable[Draft], tags: Tags) -> list[Draft]:
    """Drafts that stand, in the order of their cues, with what only the head saw."""
    kept = _distinct([d for d in drafts if d.content and _stands(page, d, tags)])
    bound = [_bounded(page, d, tags) for d in kept]
    if tags.seen:
        bound += unseen(page, bound, tags)
    ordered = sorted((d for d in bound if d.content), key=lambda d: (d.cue or d.content[0], d.head))
    return aloof(page, apart(page, ordered, tags), tags)


def apart(page: Page, drafts: list[Draft], tags: Tags) -> list[Draft]:
    """Drafts of one source in one sentence kept out of each other's contents: "'P,' she *said*, *adding* that Q"."""
    by_source: dict[tuple[Run, int], list[Draft]] = defaultdict(list)
    for d in drafts:
        if d.source is not None and d.cue is not None and (not tags.seen or tags.peak(d.cue, CUE) >= 0.5):
            by_source[d.source, page.parse.sentence_of[d.head]].append(d)
    return [_own_part(page, d, by_source.get((d.source, page.parse.sentence_of[d.head]), [])) if d.source else d for d in drafts]


def aloof(page: Page, drafts: list[Draft], tags: Tags) -> list[Draft]:
    """Drafts without what the head takes for somebody else's speech beside them: "criticized the raid, *which the
    police called legal*". The head knows no nesting, so a cue that it sees inside a content stands beside it - unless
    that cue is what the content is about ("said *the police denied it*")."""
    if not tags.seen:
        return drafts
    sure = [d for d in drafts if d.cue is not None and tags.peak(d.cue, CUE) >= 0.5 and not page.quoted(d.cue)]
    near = by_sentence(page, sure)
    return [d if d.rule == "quoting" else _without_beside(page, d, near.get(page.parse.sentence_of[d.head], [])) for d in drafts]


def _without_beside(page: Page, draft: Draft, sure: list[Draft]) -> Draft:
    content = draft.content
    for other in sure:
        if other.head == draft.head or not any(r.holds(other.head) for r in content):
            continue
        side = _branch(page, other.head, draft)
        if side is not None:
            content = tidy(page, [piece for run in content for piece in without(run, [page.below(side)])])
    return replace(draft, content=content or draft.content)


def _branch(page: Page, head: int, draft: Draft) -> int | None:
    """The first word above a cue, itself included, that hangs beside the draft's content and not in its spine."""
    parse = page.parse
    while head >= 0 and head != draft.head:
        relation = parse.relations[head].split(":")[0]
        if relation in ("advcl", "parataxis") or (relation == "conj" and parse.upos[head] == "VERB") or (
            parse.relations[head] == "acl:relcl"
        ):
            return head if any(run.holds(head) for run in draft.content) else None
        head = parse.heads[head]
    return None


def _own_part(page: Page, draft: Draft, same: list[Draft]) -> Draft:
    """The content without what lies beyond another cue of the same source."""
    others = [o for o in same if o.head != draft.head and o.cue is not None]
    if draft.cue is None or not others:
        return draft
    content = draft.content
    for other in others:
        assert other.cue is not None
        if any(run.holds(other.head) for run in content):
            sentence = page.sentence(draft.head)
            beyond = Run(other.cue.first, sentence.stop) if other.head > draft.head else Run(sentence.first, other.cue.stop)
            content = tuple(piece for run in content for piece in without(run, [beyond]))
    return replace(draft, content=tidy(page, content) or draft.content)


def _stands(page: Page, draft: Draft, tags: Tags) -> bool:
    if draft.strength < 0 or draft.cue is None:
        return False
    if draft.rule in _LOOSE and draft.source is not None and not able(page, draft.source):
        return False
    if not tags.seen:
        return draft.strength >= 2
    alone, seconded = _NEEDED[draft.strength]
    found = tags.peak(draft.cue, CUE)
    return found >= alone or (found >= seconded and _seconded(draft, tags))


def _seconded(draft: Draft, tags: Tags) -> bool:
    """Does the head see the source or the content where the rule does?"""
    source = 0.0 if draft.source is None else tags.mean(draft.source, SOURCE)
    return source > 0.3 or max(tags.mean(run, CONTENT) for run in draft.content) > 0.5


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
    found = [r for r in tags.runs(CUE, draft.cue) if page.sentence(draft.head).covers(r) and r.holds(draft.head)]
    return found[0] if found and found[0].stop - found[0].first <= 8 else draft.cue


def _source(page: Page, draft: Draft, tags: Tags) -> Run | None:
    """The rule's noun phrase; the head's run where the rule has none, or names another."""
    if draft.source is None:
        return _beside(page, draft, tags) if draft.rule in _SPOKEN else None
    found = [r for r in tags.runs(SOURCE, draft.source) if page.sentence(draft.head).covers(r)]
    if not found and tags.mean(draft.source, SOURCE) < 0.2 and draft.rule in _SPOKEN:
        return _beside(page, draft, tags) or draft.source
    if len(found) != 1 or relative(page, draft.source.first) is not None:
        return enclosed(page, draft.source, draft.cue)
    return enclosed(page, Run(draft.source.first, max(found[0].stop, draft.source.stop)), draft.cue)


def _beside(page: Page, draft: Draft, tags: Tags) -> Run | None:
    """The source that the head sees right before or after the cue, where grammar gave none."""
    if draft.cue is None or passive(page, draft.head):
        return None
    near = tags.runs(SOURCE, Run(max(draft.cue.first - 3, 0), draft.cue.stop + 3))
    return next((r for r in near if page.sentence(draft.head).covers(r) and not r.overlaps(draft.cue)), None)


def _content(page: Page, draft: Draft, tags: Tags) -> tuple[Run, ...]:
    """Each run's edges moved to where the head sees the content begin and end, within the sentence. Inside another's
    content the head, which knows no nesting, has nothing to say about edges."""
    if draft.cue is None or tags.peak(draft.cue, CUE) < _NESTED:
        return draft.content
    return merged(_edges(page, run, draft, tags) for run in draft.content)


def _told(page: Page, draft: Draft) -> Run | None:
    """Whom a clause is told to, who is no part of it: "told *reporters* that P"."""
    whom = page.parse.child(draft.head, "iobj", "obj")
    apart = whom is not None and draft.rule == "that" and not any(run.holds(whom) for run in draft.content)
    return page.below(whom) if whom is not None and apart else None


def _edges(page: Page, run: Run, draft: Draft, tags: Tags) -> Run:
    limit = Run(page.sentence(run.first).first, page.sentence(run.stop - 1).stop)
    own = [r for r in (draft.source, draft.cue, _told(page, draft)) if r is not None]
    first, stop = run
    if not (tags.best[first:stop] == CONTENT).any():
        return run
    while first > limit.first and tags.best[first - 1] == CONTENT and not any(r.holds(first - 1) for r in own):
        first -= 1
    while stop < limit.stop and tags.best[stop] == CONTENT and not any(r.holds(stop) for r in own):
        stop += 1
    while first == run.first and first < stop - 1 and tags.classes[first, OTHER] > _OUTSIDE:
        first, run = first + 1, Run(run.first + 1, run.stop)
    while stop == run.stop and stop > first + 1 and tags.classes[stop - 1, OTHER] > _OUTSIDE:
        stop, run = stop - 1, Run(run.first, run.stop - 1)
    return Run(first, stop)
