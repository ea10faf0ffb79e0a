"""Readings related: which reports tell one story, from how many origins, and what becomes of a claim when the next speaks."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.records import Reading, Relation, Relations, Story, digest

from .claims import relations
from .origins import aligned, origins
from .profile import Profile, profiles
from .reuse import Passage, passages
from .stories import stories

__all__ = ["Passage", "aligned", "passages", "profiles", "relate"]


def relate(readings: Sequence[Reading]) -> Relations:
    """Stories in the order of their first report, and relations between claims of one story.

    Reports that come twice (same id) are taken once.
    """
    taken = profiles(list({r.report.id: r for r in readings}.values()))
    told = [_story([taken[i] for i in group]) for group in stories(taken)]
    return Relations(tuple(s for s, _ in told), tuple(r for _, found in told for r in found))


def _story(members: list[Profile]) -> tuple[Story, tuple[Relation, ...]]:
    found = origins(members)
    ids = tuple(p.id for p in members)
    return Story(digest("s", *sorted(ids)), ids, found.origins), relations(members, found.copied)
