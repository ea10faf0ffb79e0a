"""Pronouns as mentions."""

from __future__ import annotations

from sayso.records import MentionKind, Parse, Report

from .lexicon import Lexicon, Pronoun
from .phrases import TYPES, Phrase, mention


def is_pronoun(parse: Parse, lexicon: Lexicon, i: int) -> bool:
    return parse.upos[i] == "PRON" and parse.word(i).lower() in lexicon.pronouns


def pronoun(report: Report, parse: Parse, lexicon: Lexicon, i: int) -> Phrase | None:
    if parse.relations[i].startswith("expl") or _empty(parse, i):
        return None
    word = parse.word(i).lower()
    entry = lexicon.pronouns[word]
    kind = _pronoun_kind(parse.mention_types[i], entry)
    return Phrase(
        mention(report, parse, parse.words[i], kind, "pronoun", i), i, i, i, parse.sentence_of[i], word, parse.word(i),
        entry.gender, entry.number, entry.person, entry.case,
    )  # fmt: skip


def _pronoun_kind(marked: str, entry: Pronoun) -> MentionKind:
    if entry.kind == "person":
        return "group" if entry.number == "plur" else "person"
    seen = TYPES.get(marked, "other")
    if entry.kind == "thing":
        return "other" if seen == "person" else seen
    return "group" if seen == "person" else seen


def _empty(parse: Parse, i: int) -> bool:
    """"it" of "it is clear that ...", which the clause fills, though a parser may take it for a subject."""
    head = parse.heads[i]
    if head < 0 or parse.word(i).lower() != "it" or not parse.relations[i].startswith("nsubj"):
        return False
    clause = parse.child(head, "csubj", "ccomp")
    return clause is not None and clause > head and (parse.child(head, "cop") is not None or parse.relations[i] == "nsubj:pass")
