"""Cues within somebody's words, where the head was taught to see nothing but content: grammar and lexicon decide."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .draft import Draft, Page
from .passives import passive
from .tags import Tags
from .weigh import chance

NESTED = 0.5  # a cue of which the head sees more as content stands in somebody's words

_SAYS = frozenset({"speech", "thought", "denial"})
_HELD = frozenset({"believe", "expect", "suspect", "think", "fear", "presume", "rumor", "rumour", "allege", "report"})
_KNOWS = frozenset({"know", "understand", "realize", "realise", "determine"})  # how much one knows, not what one holds
_DONE = frozenset({"decision", "decide", "refuse"})  # with "to", done as often as meant
_ANYBODY = frozenset({"you", "anyone", "anybody", "everyone", "everybody"})
_SHORT = 2  # words of a content that says nothing by itself: "all she wants *to do*"
_QUESTIONS = frozenset({"how", "why", "what", "who", "which", "when", "where"})
_REFUSES = frozenset({"reject", "deny", "dismiss", "refute", "dispute"})
# The chance that objects and what only the head saw must have within a statement that is a whole text: there everything
# is for or against something, and a stance is its author's.
_STATED = 0.65
_WEAK = frozenset({"tags", "object", "of", "adjective", "noun"})


def plain(page: Page, draft: Draft) -> bool:
    """A cue that grammar alone vouches for: "(said) that *they expect to leave*", "(added that) *rumors that P* ..."."""
    first = page.lower(draft.content[0].first)
    lemma = page.parse.lemmas[draft.head].lower()
    if draft.rule == "alleged":
        return True
    if draft.rule == "noun":
        return _noun(draft, lemma, first)
    if draft.source is None:
        return lemma in _HELD and passive(page, draft.head)
    if draft.rule == "adjective":
        return draft.strength > 1 and first == "that"
    if draft.rule == "object":
        return lemma in _REFUSES and any(page.parse.lemmas[i].lower() in page.words.nouns for i in range(*draft.content[0]))
    if draft.rule == "of":
        return draft.kind == "speech" and page.parse.upos[draft.head] == "VERB" and page.lower(draft.source.first) not in _ANYBODY
    return draft.strength > 1 and draft.kind in _SAYS and _told(page, draft, lemma, first)


def _told(page: Page, draft: Draft, lemma: str, first: str) -> bool:
    """A clause or an infinitive that somebody in particular says or means."""
    if draft.source is None or page.lower(draft.source.first) in _ANYBODY or lemma in _KNOWS:
        return False
    if draft.rule == "to":
        meant = lemma not in _DONE and page.parse.child(draft.head, "xcomp") is not None
        return meant and sum(run.stop - run.first for run in draft.content) > _SHORT
    return draft.rule == "that" and not (draft.kind == "thought" and first in _QUESTIONS)


def _noun(draft: Draft, lemma: str, first: str) -> bool:
    """"rumors *that P*", "their plan *to leave*"."""
    if first == "that":
        return draft.kind == "speech" or (draft.source is not None and draft.kind in _SAYS)
    return first == "to" and draft.source is not None and draft.strength > 1 and draft.kind == "thought" and lemma not in _DONE


def sparing(page: Page, drafts: Sequence[Draft], labels: Iterable[Draft], tags: Tags) -> list[Draft]:
    """Drafts without stances, and without what is not likely, within what stands under a label.

    In a communique that is the whole text "the regime supports murder" is what its author says, and no attitude reported.
    """
    stated = [run for label in labels for run in label.content]
    if not stated or not tags.seen:
        return list(drafts)
    return [d for d in drafts if not _loose(page, d, tags) or not any(run.holds(d.head) for run in stated)]


def _loose(page: Page, draft: Draft, tags: Tags) -> bool:
    if draft.rule not in _WEAK or draft.cue is None or draft.kind == "denial":
        return False
    return draft.kind == "stance" or chance(page, draft, tags) < _STATED
