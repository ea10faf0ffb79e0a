"""Grammar and the head's tags brought together: which drafts stand, and where their spans end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from . import edges
from .apart import aloof, apart, distinct, once
from .content import quoted, says_nothing, tidy
from .draft import Draft, Page, Run, without
from .nested import NESTED, plain
from .passives import passive
from .speaker import able, relative, unnamable
from .speaker_phrase import enclosed
from .tags import CONTENT, CUE, SOURCE, Tags
from .unseen import unseen
from .weigh import chance

# What the head must give a cue at least in what it takes for somebody's words, by how far grammar vouches for the cue
# (strength 0 to 4); the second where it also sees the source or the content that the rule found. The head knows no nesting.
_NEEDED = {0: (0.5, 0.5), 1: (0.15, 0.05), 2: (0.1, 0.05), 3: (0.02, 0.0), 4: (0.0, 0.0)}
_LED_IN = frozenset({"of", "noun", "adjective"})  # rules that know the preposition of the cue
_TOLD = frozenset({"that", "neighbour", "parenthetic", "parataxis"})
_READ = 0.3  # what the head must see of a word as content for the preposition before it to be the cue's
_LONGEST = 8  # words of a cue
_STANCE = 0.2  # the same for stances, which have other senses
_PLAIN = 3  # a strength that needs the head no more elsewhere either: "said that P"
# The chance of being marked that other candidates must have. On PolNeAR's training part exact spans are as good from .25 to
# .42; of these a desk would take the more precise.
_ENOUGH = 0.36
_DENIED = 0.15  # a denial missed is a dispute missed, and verbs of denial have few other senses
# Rules of frames that have other senses too: the plague "claimed lives", who "claimed the prize" may speak.
_LOOSE = frozenset({"object", "to", "of", "noun"})
# Rules of verbs and nouns that somebody must speak.
_SPOKEN = frozenset({"that", "neighbour", "parenthetic", "parataxis", "to", "object", "of", "small"})


def settle(page: Page, drafts: Iterable[Draft], tags: Tags) -> list[Draft]:
    """Drafts that stand, in the order of their cues, with what only the head saw."""
    kept = distinct([d for d in drafts if _stands(page, d, tags)])
    nouns = frozenset(d.head for d in kept if _of_clause(page, d))
    bound = distinct([_bounded(page, d, nouns, tags) for d in kept])
    if tags.seen:
        bound += unseen(page, bound, tags)
    ordered = sorted((d for d in bound if d.content), key=lambda d: (d.cue or d.content[0], d.head))
    return aloof(page, apart(page, once(page, ordered), tags), tags)


def possible(page: Page, draft: Draft) -> bool:
    """Has it a cue, a content that says something, and nobody or somebody who can speak for a source?"""
    if draft.strength < 0 or draft.cue is None or not draft.content or says_nothing(page, draft):
        return False
    able_to = draft.source is None or draft.rule not in _LOOSE or able(page, draft.source)
    return able_to and (draft.source is None or not unnamable(page, draft.source))


def _stands(page: Page, draft: Draft, tags: Tags) -> bool:
    if draft.cue is None or not possible(page, draft):
        return False
    if not tags.seen:
        return draft.strength >= 2
    if _answers(page, draft) or _is_answered(page, draft):
        return True
    if draft.strength < _PLAIN and tags.mean(draft.cue, CONTENT) < NESTED and not _of_clause(page, draft):
        return chance(page, draft, tags) >= (_DENIED if draft.kind == "denial" else _ENOUGH)
    if tags.mean(draft.cue, CONTENT) >= NESTED and plain(page, draft):
        return True
    alone, seconded = _NEEDED[draft.strength]
    found = tags.peak(draft.cue, CUE)
    if draft.kind == "stance":
        return found >= _STANCE
    return found >= alone or (found >= seconded and _seconded(draft, tags))


def _answers(page: Page, draft: Draft) -> bool:
    """ "*laughed off* reports that P", "*debunked* the story that P": whoever denies what somebody tells says no to it."""
    if draft.kind != "denial" or draft.rule != "object":
        return False
    parse, told = page.parse, draft.content[0]
    return any(parse.heads[i] == draft.head and _tells(page, i) for i in range(*told))


def _is_answered(page: Page, draft: Draft) -> bool:
    """ "rejected *accusations by the minister* that P": somebody tells what is denied."""
    verb = page.parse.heads[draft.head]
    if not _of_clause(page, draft) or page.parse.relations[draft.head] != "obj" or verb < 0:
        return False
    word = page.words.verbs.get(page.parse.lemmas[verb].lower())
    return word is not None and word.kind == "denial"


def _of_clause(page: Page, draft: Draft) -> bool:
    """"dismissed *reports that* P": what the noun tells is a clause of its own."""
    return draft.rule == "noun" and page.lower(draft.content[0].first) == "that"


def _seconded(draft: Draft, tags: Tags) -> bool:
    """Does the head see the source or the content where the rule does?"""
    source = 0.0 if draft.source is None else tags.mean(draft.source, SOURCE)
    return source > 0.3 or max(tags.mean(run, CONTENT) for run in draft.content) > 0.5


def _bounded(page: Page, draft: Draft, nouns: frozenset[int], tags: Tags) -> Draft:
    """A draft with its spans ended where the head and the quotation marks end them; ``nouns`` that are cues themselves."""
    if tags.seen:
        draft = replace(draft, cue=_cue(page, draft, nouns, tags), source=_source(page, draft, tags))
        draft = replace(draft, content=edges.content(page, draft, tags))
    return replace(draft, content=_widened(page, draft))


def _widened(page: Page, draft: Draft) -> tuple[Run, ...]:
    holes = tuple(r for r in (draft.source, draft.cue) if r is not None)
    cut = [piece for run in draft.content for piece in without(run, holes)]
    return quoted(page, tidy(page, cut), holes)


def _cue(page: Page, draft: Draft, nouns: frozenset[int], tags: Tags) -> Run | None:
    """The head's run where it overlaps the rule's: it knows whether "also" or "on Friday" belongs. A hedge ("reportedly
    said") is a cue of its own, and so is a noun ("*dismissed* reports that P")."""
    if draft.cue is None or draft.rule == "adverb":
        return draft.cue
    found = [r for r in tags.runs(CUE, draft.cue) if page.sentence(draft.head).covers(r) and r.holds(draft.head)]
    if not found or found[0].stop - found[0].first > _LONGEST or (_two(page, found[0], draft, nouns)):
        return draft.cue
    first, stop = found[0]
    hedge = next((i for i in range(draft.head - 1, first - 1, -1) if page.lower(i) in page.words.adverbs), first - 1)
    torn = edges.splits(page, stop) and stop > draft.cue.stop and page.parse.upos[stop - 1] != "ADP"
    torn = torn or any(page.parse.xpos[i] in ("VBD", "VBZ", "VBP") for i in range(draft.cue.stop, stop))  # "who they say *fled*"
    return draft.cue if torn else _joined(page, draft, draft.cue, Run(hedge + 1, stop), tags)


def _two(page: Page, run: Run, draft: Draft, nouns: frozenset[int]) -> bool:
    """Does the head's run join a verb and a noun that each have a content? What is denied is always the noun's."""
    if draft.head in nouns:
        verb = page.parse.heads[draft.head]
        return run.holds(verb) and verb not in range(*(draft.cue or run)) and page.parse.lemmas[verb] in page.words.verbs
    told = {i for i in range(*run) if draft.kind == "denial" and page.parse.heads[i] == draft.head and _tells(page, i)}
    return any(run.holds(n) and n != draft.head and not (draft.cue or run).holds(n) for n in nouns | told)


def _tells(page: Page, word: int) -> bool:
    """ "rejected *accusations* by the minister that P"."""
    return page.parse.lemmas[word].lower() in page.words.nouns


def _joined(page: Page, draft: Draft, own: Run, seen: Run, tags: Tags) -> Run:
    """The head's run with the rule's preposition ("voted *for*"), and without one that only leads into when and where
    it was said: "said *at* a rally that P"."""
    stop = max(seen.stop, own.stop) if draft.rule in _LED_IN else seen.stop
    if draft.rule in _TOLD:
        while stop - 1 > draft.head and page.parse.upos[stop - 1] == "ADP" and not _reads_on(stop, draft, tags):
            stop -= 1
    return Run(seen.first, stop)


def _reads_on(stop: int, draft: Draft, tags: Tags) -> bool:
    """Does the content go on behind the cue?"""
    return any(run.holds(stop) for run in draft.content) or stop >= len(tags.classes) or tags.classes[stop, CONTENT] > _READ


def _source(page: Page, draft: Draft, tags: Tags) -> Run | None:
    """The rule's noun phrase; the head's run where the rule has none, or names another. Within somebody's words, where the
    head sees no sources, the nearest would be the one whose words they are."""
    if draft.cue is not None and tags.mean(draft.cue, CONTENT) >= NESTED:
        return None if draft.source is None else enclosed(page, draft.source, draft.cue)
    if draft.source is None:
        return _beside(page, draft, tags) if draft.rule in _SPOKEN else None
    found = [r for r in tags.runs(SOURCE, draft.source) if page.sentence(draft.head).covers(r)]
    alone = draft.source.stop - draft.source.first == 1
    told = alone and page.parse.upos[draft.source.first] == "PRON"  # "said *it* would not confirm": what the tree says holds
    if not found and not told and tags.mean(draft.source, SOURCE) < 0.2 and draft.rule in _SPOKEN:
        return _beside(page, draft, tags) or draft.source
    if len(found) != 1 or relative(page, draft.source.first) is not None:
        return enclosed(page, draft.source, draft.cue)
    before = draft.cue is not None and draft.source.stop <= draft.cue.first
    stop = min(found[0].stop, draft.cue.first) if draft.cue is not None and before else found[0].stop
    return enclosed(page, Run(draft.source.first, max(stop, draft.source.stop)), draft.cue)


def _beside(page: Page, draft: Draft, tags: Tags) -> Run | None:
    """The source that the head sees right before or after the cue, where grammar gave none; "according to *this source*,
    people call" has its own."""
    if draft.cue is None or passive(page, draft.head):
        return None
    near = tags.runs(SOURCE, Run(max(draft.cue.first - 3, 0), draft.cue.stop + 3))
    free = (r for r in near if page.sentence(draft.head).covers(r) and not r.overlaps(draft.cue))
    return next((r for r in free if r.first == 0 or page.parse.upos[r.first - 1] != "ADP"), None)
