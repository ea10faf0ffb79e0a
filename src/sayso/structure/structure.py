"""Quotations, mentions and entities of one report."""

from __future__ import annotations

from dataclasses import replace

from sayso.lang import Pack
from sayso.records import Entity, Mention, Parse, Report, Structure

from .coreference import entities
from .lexicon import lexicon
from .mentions import phrases
from .quotes import quotations
from .scare import mark_scare


def structure(report: Report, parse: Parse, pack: Pack) -> Structure:
    """What later stages share: who and what the report speaks of, and the words it puts in quotation marks."""
    known = lexicon(pack)
    quoted = mark_scare(quotations(report), parse, known)
    found = phrases(report, parse, known)
    who = entities(report, parse, found, quoted, known)
    return Structure(quoted, _in_kind([p.mention for p in found], who), who)


def _in_kind(mentions: list[Mention], entities: tuple[Entity, ...]) -> tuple[Mention, ...]:
    """Names get the kind of their entity, which all its mentions have voted for."""
    kinds = {m: e.kind for e in entities for m in e.mentions}
    return tuple(replace(m, kind=kinds.get(m.id, m.kind)) if m.form == "name" else m for m in mentions)
