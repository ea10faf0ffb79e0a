"""Quotations, mentions and entities of one report."""

from __future__ import annotations

from sayso.lang import Pack
from sayso.records import Parse, Report, Structure

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
    return Structure(quoted, tuple(p.mention for p in found), entities(report, parse, found, quoted, known))
