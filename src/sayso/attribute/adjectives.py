"""Adjectives that say what somebody thinks or feels of something: "is *confident that* P", "critical *of* Q"."""

from __future__ import annotations

from collections.abc import Iterator

from .content import tidy
from .draft import Draft, Page, Run
from .speaker import subject
from .speaker_phrase import spoken_by
from .verbs import group

_CLAUSES = ("ccomp", "xcomp", "advcl", "acl")
_PHRASES = ("obl", "nmod", "advcl", "acl")


def adjective_drafts(page: Page) -> Iterator[Draft]:
    """A draft for each such adjective that has somebody for a subject and something for a content."""
    for i, tag in enumerate(page.parse.upos):
        if tag in ("ADJ", "VERB") and page.lower(i) in page.words.adjectives:
            draft = _draft(page, i)
            if draft is not None:
                yield draft


def _draft(page: Page, adjective: int) -> Draft | None:
    word = page.words.adjectives[page.lower(adjective)]
    speaker, found = _subject(page, adjective), _content(page, adjective, word.frames)
    if speaker is None or found is None:
        return None
    content, strength, last = found
    cue = group(page, adjective, last)
    return Draft(spoken_by(page, speaker, adjective), cue, tidy(page, [content]), adjective, word.kind, strength, "adjective")


def _subject(page: Page, adjective: int) -> int | None:
    """"*The mayor* is worried about", "*a mayor* wary of"; of a participle the one who feels it, not an agent."""
    parse = page.parse
    own = parse.child(adjective, "nsubj", "nsubj:pass")
    if own is not None:
        return own
    if parse.relations[adjective] in ("amod", "acl", "acl:relcl") and parse.heads[adjective] < adjective:
        return parse.heads[adjective]
    return None if parse.upos[adjective] == "VERB" else subject(page, adjective)


def _content(page: Page, adjective: int, frames: frozenset[str]) -> tuple[Run, int, int | None] | None:
    """The clause or phrase behind, how far grammar vouches for it, and the preposition that belongs to the cue."""
    parse = page.parse
    for j in parse.children[adjective]:
        relation = parse.relations[j].split(":")[0]
        if j < adjective:
            continue
        if relation == "ccomp" and "that" in frames:
            return page.below(j), 2, None
        mark = next((k for k in parse.children[j] if adjective < k < j and page.lower(k) in frames), None)
        if mark is None:
            continue
        if page.lower(mark) in ("that", "to") and relation in _CLAUSES:
            return page.below(j), 2 if page.lower(mark) == "that" else 1, None
        if relation in _PHRASES:
            return Run(mark + 1, page.below(j).stop), 1, mark
    return None
