"""Readings related: which reports tell one story, from how many origins, and what becomes of a claim when the next speaks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from pathlib import Path

from sayso.records import Reading, Relations, Story, digest

from .accounts import accounts
from .claims import claims_of, relations
from .disputes import disputes
from .index import Index
from .origins import aligned, origins
from .profile import Profile, profiles
from .provenance import claim_origins
from .reuse import Passage, passages
from .stories import stories
from .support import Backing, support
from .tallies import tallies

__all__ = ["Index", "Passage", "aligned", "passages", "profiles", "relate", "tell", "together"]


def relate(readings: Sequence[Reading], groups: Path | None = None) -> Relations:
    """Stories in the order of their first report, and relations between claims of one story.

    Reports that come twice (same id) are taken once. ``groups``: the user's own table of publishing groups.
    """
    taken = list({r.report.id: r for r in readings}.values())
    profiled = {p.id: p for p in profiles(taken)}
    return together(_story([profiled[i] for i in group], groups) for group in stories(taken))


def tell(readings: Sequence[Reading], groups: Path | None = None) -> Relations:
    """Of reports that are known to tell one story."""
    return _story(profiles(readings), groups)


def together(told: Iterable[Relations]) -> Relations:
    """The relations of several stories as one value."""
    every = list(told)
    return Relations(**{f.name: tuple(one for t in every for one in getattr(t, f.name)) for f in fields(Relations)})


def _story(members: list[Profile], groups: Path | None = None) -> Relations:
    """Of the one story that these reports tell."""
    found = origins(members, groups)
    ids = tuple(p.id for p in members)
    story, claims = Story(digest("s", *sorted(ids)), ids, found.origins), claims_of(members, found.copied)
    related = relations(claims)
    all_related = (*related, *disputes(claims, related))
    backing = Backing.of(claim_origins(members, found.copied, found.transfers), found.origins)
    return Relations(
        (story,), all_related, tallies(story.id, claims), accounts=accounts(story, claims, backing, all_related),
        support=support(story, claims, all_related, backing), transfers=found.transfers,
    )  # fmt: skip
