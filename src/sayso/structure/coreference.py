"""Who is who in one report: mentions put together into entities.

In order of how far each can be trusted: names, grammar, nouns with "the" and "this", pronouns. Each
looks back over a bounded window, so that the cost grows with the text and not with its square.
"""

from __future__ import annotations

from sayso.records import Entity, Parse, Quotation, Report, digest

from .clusters import Clusters
from .lexicon import Lexicon
from .links import join_linked
from .names import merge_names
from .nominals import join_nominals, join_owned
from .pairs import join_pairs
from .phrases import Phrase
from .pronouns import join_pronouns
from .transliteration import join_spellings

_ALONE = frozenset(("person", "organization", "group", "place", "facility"))  # kinds kept though mentioned once


def entities(
    report: Report, parse: Parse, phrases: list[Phrase], quotations: tuple[Quotation, ...], lexicon: Lexicon
) -> tuple[Entity, ...]:
    """Entities in the order of their first mention. Abstract things, objects and events that are mentioned once,
    and pronouns that could not be told, belong to none."""
    clusters = Clusters(phrases)
    merge_names(clusters, lexicon)
    join_linked(parse, clusters, lexicon)
    join_spellings(clusters, lexicon)
    join_nominals(parse, clusters, lexicon)
    join_pairs(parse, clusters)
    join_pronouns(parse, clusters, quotations, lexicon)
    join_owned(parse, clusters, lexicon)
    found = []
    for root in sorted(clusters.all, key=lambda r: min(clusters.all[r].members)):
        members = sorted(clusters.all[root].members)
        if _kept(phrases, members, lexicon.uses["nobody"]):
            found.append(_entity(report, phrases, members, clusters.all[root].kind))
    return tuple(found)


def _kept(phrases: list[Phrase], members: list[int], nobody: frozenset[str]) -> bool:
    if all(phrases[i].is_pronoun for i in members):
        return False
    only = phrases[members[0]]
    if len(members) == 1 and only.text.split()[0].lower() in nobody:
        return False
    return len(members) > 1 or only.is_name or only.mention.kind in _ALONE


def _entity(report: Report, phrases: list[Phrase], members: list[int], kind: str) -> Entity:
    names = list(dict.fromkeys(" ".join(phrases[i].text.split()) for i in members if phrases[i].is_name))
    described = [" ".join(phrases[i].text.split()) for i in members if not phrases[i].is_pronoun]
    name = max(names, key=_fullness) if names else described[0]
    mentions = tuple(phrases[i].mention for i in members)
    known = next((m.kind for m in mentions if m.kind == kind), mentions[0].kind)
    aliases = tuple(n for n in names if n != name)
    return Entity(digest("e", report.id, mentions[0].id), known, name, aliases, tuple(m.id for m in mentions))


def _fullness(name: str) -> tuple[int, int]:
    """Longer by words, then by letters; an acronym is never fuller than a name spelt out."""
    return len(name.split()), len(name)
