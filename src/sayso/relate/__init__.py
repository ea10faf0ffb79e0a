"""Readings related: which reports tell one story, from how many origins, and what becomes of a claim when the next speaks."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.records import Reading, Relations, Story, digest

from .accounts import accounts
from .claims import claims_of, relations
from .disputes import disputes
from .origins import aligned, origins
from .profile import Profile, profiles
from .provenance import claim_origins
from .reuse import Passage, passages
from .stories import stories
from .support import Backing, support
from .tallies import tallies

__all__ = ["Passage", "aligned", "passages", "profiles", "relate"]


def relate(readings: Sequence[Reading]) -> Relations:
    """Stories in the order of their first report, and relations between claims of one story.

    Reports that come twice (same id) are taken once.
    """
    taken = profiles(list({r.report.id: r for r in readings}.values()))
    told = [_story([taken[i] for i in group]) for group in stories(taken)]
    return Relations(
        tuple(t.stories[0] for t in told), tuple(r for t in told for r in t.relations), tuple(n for t in told for n in t.tallies),
        accounts=tuple(a for t in told for a in t.accounts), support=tuple(s for t in told for s in t.support),
    )  # fmt: skip


def _story(members: list[Profile]) -> Relations:
    """Of the one story that these reports tell."""
    found = origins(members)
    ids = tuple(p.id for p in members)
    story, claims = Story(digest("s", *sorted(ids)), ids, found.origins), claims_of(members, found.copied)
    related = relations(claims)
    all_related = (*related, *disputes(claims, related))
    backing = Backing.of(claim_origins(members, found.copied), found.origins)
    return Relations(
        (story,), all_related, tallies(story.id, claims), accounts=accounts(story, claims, backing),
        support=support(story, claims, all_related, backing),
    )  # fmt: skip
