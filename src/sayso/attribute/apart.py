"""Attributions of one sentence kept from taking each other's words, and each told once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from .content import tidy
from .draft import Draft, Page, Run, by_sentence, without
from .tags import CUE, Tags

_SURE = 0.5
_INSERTED = frozenset({"according", "parenthetic", "quoting"})
# What the head must give a cue of a clause with its own subject behind "and": "said P and *officials declined to comment*".
_JOINED = 0.15


def distinct(drafts: list[Draft]) -> list[Draft]:
    """Of drafts whose cues overlap, the strongest."""
    kept: list[Draft] = []
    taken: set[int] = set()
    for draft in sorted(drafts, key=lambda d: (-d.strength, d.head)):
        words = range(*draft.cue) if draft.cue else range(0)
        if taken.isdisjoint(words):
            kept.append(draft)
            taken.update(words)
    return kept


def once(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Drafts without infinitives of one's own speech: "refused *to confirm* the report" tells one thing, not two."""
    near = by_sentence(page, drafts)
    return [d for d in drafts if not any(_own_infinitive(page, d, o) for o in near[page.parse.sentence_of[d.head]])]


def _own_infinitive(page: Page, inner: Draft, outer: Draft) -> bool:
    at = inner.head
    while page.parse.relations[at] == "conj" and page.parse.child(at, "nsubj") is None:
        at = page.parse.heads[at]  # "declined to confirm *or deny*"
    under = inner is not outer and page.parse.relations[at] == "xcomp" and page.parse.heads[at] == outer.head
    return under and inner.source == outer.source and any(run.holds(inner.head) for run in outer.content)


def apart(page: Page, drafts: list[Draft], tags: Tags) -> list[Draft]:
    """Drafts of one source in one sentence kept out of each other's contents: "'P,' she *said*, *adding* that Q"."""
    by_source: dict[tuple[Run, int], list[Draft]] = defaultdict(list)
    for d in drafts:
        if d.source is not None and d.cue is not None and (not tags.seen or tags.peak(d.cue, CUE) >= _SURE):
            by_source[d.source, page.parse.sentence_of[d.head]].append(d)
    own = [_own_part(page, d, by_source.get((d.source, page.parse.sentence_of[d.head]), [])) if d.source else d for d in drafts]
    near = by_sentence(page, own)
    return [_below_according(page, d, near[page.parse.sentence_of[d.head]]) for d in own]


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


def _below_according(page: Page, draft: Draft, near: list[Draft]) -> Draft:
    """"According to Y, P, as Z told it", "Z said P, *Y reports*": Z speaks within what Y says, so the words that bring
    in Y are no part of what Z says."""
    above = [o for o in near if o.rule in _INSERTED and o.head != draft.head and any(r.holds(draft.head) for r in o.content)]
    holes = [_span_of(o) for o in above if o.cue and o.source and o.source.stop - o.source.first < 12]
    cut = tidy(page, [piece for run in draft.content for piece in without(run, holes)])
    return replace(draft, content=cut or draft.content)


def _span_of(draft: Draft) -> Run:
    """Source and cue, which stand side by side."""
    parts = [r for r in (draft.source, draft.cue) if r is not None]
    near = len(parts) < 2 or max(parts[0].first, parts[1].first) - min(parts[0].stop, parts[1].stop) <= 3
    return Run(min(r.first for r in parts), max(r.stop for r in parts)) if near else parts[-1]


def aloof(page: Page, drafts: list[Draft], tags: Tags) -> list[Draft]:
    """Drafts without what the head takes for somebody else's speech beside them: "criticized the raid, *which the
    police called legal*". The head knows no nesting, so a cue that it sees inside a content stands beside it - unless
    that cue is what the content is about ("said *the police denied it*")."""
    if not tags.seen:
        return drafts
    sure = [d for d in drafts if d.cue is not None and tags.peak(d.cue, CUE) >= _JOINED and not page.quoted(d.cue)]
    near = by_sentence(page, sure)
    return [
        d if d.rule == "quoting" else _without_beside(page, d, near.get(page.parse.sentence_of[d.head], []), tags) for d in drafts
    ]


def _without_beside(page: Page, draft: Draft, sure: list[Draft], tags: Tags) -> Draft:
    content = draft.content
    for other in sure:
        if other.head == draft.head or other.cue is None or not any(r.holds(other.head) for r in content):
            continue
        side = _branch(page, other.head, draft)
        if side is not None and (tags.peak(other.cue, CUE) >= _SURE or _clause_of_its_own(page, side, other)):
            cut = page.below(side)
            content = tidy(page, [p for run in content for p in without(run, [cut]) if p.stop <= cut.first or _joined(page, p)])
    return replace(draft, content=content or draft.content)


def _joined(page: Page, piece: Run) -> bool:
    """Does what stands behind another's clause hang on what stands before it, or govern it? Else it is that other's:
    "after the guards said *that P*", where a parser hung P elsewhere."""
    parse = page.parse
    tops = (parse.relations[i] for i in range(*piece) if not piece.holds(parse.heads[i]))
    return any(relation not in ("ccomp", "punct", "parataxis") for relation in tops)


def _clause_of_its_own(page: Page, side: int, other: Draft) -> bool:
    """"... and *officials declined* to comment": joined with "and", with its own subject and without "that"."""
    parse = page.parse
    own = side == other.head and parse.relations[side] == "conj" and parse.child(side, "nsubj") is not None
    return own and other.kind in ("speech", "denial") and parse.child(side, "mark") is None


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
