"""Readings related: which reports tell one story, from how many origins, and what becomes of a claim when the next speaks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from pathlib import Path

from sayso.records import Reading, Relations, Story, digest

from .accounts import accounts, linked
from .claims import claims_of, relations
from .copies import told_once
from .denials import with_denials
from .disputes import disputes
from .events import Matches
from .index import Index
from .origins import aligned, origins
from .profile import profiles
from .provenance import claim_origins
from .reuse import Passage, passages
from .stance import stance
from .stories import stories
from .support import Backing, support
from .tallies import tallies
from .values import by_value

__all__ = ["Index", "Passage", "aligned", "passages", "profiles", "relate", "stance", "tell", "together"]


def relate(readings: Sequence[Reading], groups: Path | None = None) -> Relations:
    """Stories in the order of their first report, and relations between claims of one story.

    Reports that come twice (same id) are taken once. ``groups``: the user's own table of publishing groups.
    """
    taken = {r.report.id: r for r in readings}
    return together(tell([taken[i] for i in group], groups) for group in stories(list(taken.values())))


def tell(readings: Sequence[Reading], groups: Path | None = None) -> Relations:
    """Of reports that are known to tell one story."""
    members = profiles(readings)
    found = origins(members, groups)
    ids = tuple(p.id for p in members)
    story, claims = Story(digest("s", *sorted(ids)), ids, found.origins), claims_of(members, found.copied)
    distinct, echoes = told_once(claims)
    matches = Matches(distinct)
    related = relations(distinct, matches)
    all_related = with_denials(distinct, (*related, *disputes(distinct, related), *echoes))
    backing = Backing.of(claim_origins(members, found.copied, found.transfers), found.origins)
    links = linked(distinct, matches.groups, all_related)
    told = accounts(story, claims, backing, links)
    all_related = (*all_related, *by_value(told, distinct, all_related))
    return Relations(
        (story,), all_related, tallies(story.id, claims), accounts=told,
        support=support(story, claims, all_related, backing), transfers=found.transfers,
    )  # fmt: skip


def together(told: Iterable[Relations]) -> Relations:
    """The relations of several stories as one value."""
    every = list(told)
    return Relations(**{f.name: tuple(one for t in every for one in getattr(t, f.name)) for f in fields(Relations)})
