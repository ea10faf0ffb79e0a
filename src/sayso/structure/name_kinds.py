"""Of what kind a name is: by the words around it, which do not err, else by the tagger's guess."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.records import MentionKind, NameSpan, Parse, Report

from .lexicon import Lexicon
from .phrases import TYPES


@dataclass(frozen=True, slots=True)
class Name:
    """Words ``first:stop`` of a name, its head, and what stands before it as a title."""

    first: int
    stop: int
    head: int
    titles: tuple[str, ...]


def told_kind(report: Report, parse: Parse, lexicon: Lexicon, name: Name) -> MentionKind | None:
    """"commander *Din*" is a person, "the agency *Orlan*" and "an *Orlan* correspondent" speak of an organization."""
    told = _noun_before(parse, lexicon, name)
    if told:
        return told
    explained = _explained(parse, lexicon, name)
    if explained:
        return explained
    if _entitled(lexicon, name.titles):
        return "person"
    if name.stop - name.first == 1 and parse.word(name.first) in lexicon.peoples:
        return "group"
    words = [parse.word(i).lower() for i in range(name.first, min(name.stop, name.first + 3))]
    if not lexicon.agencies.isdisjoint(words) and words[0] not in lexicon.given:
        return "organization"
    modified = parse.heads[name.head]
    before = modified == name.stop and parse.relations[name.head] == "compound"
    if before and parse.lemmas[modified].lower() in lexicon.uses["press"]:
        return "organization"
    if before and parse.lemmas[modified].lower() in lexicon.uses["rank"]:
        return "organization"
    return _in_dateline(report, parse, name)


def _noun_before(parse: Parse, lexicon: Lexicon, name: Name) -> MentionKind | None:
    if not stands_with_noun(parse, name.first, name.head):
        return None
    noun = lexicon.nouns.get(parse.lemmas[name.first - 1].lower())
    at = name.first - 1
    hangs = parse.heads[name.head] == at or (parse.heads[at] == name.head and parse.relations[at] == "nmod:desc")
    bound = noun and (noun.kinds[0] == "person" or (noun.broad and hangs))
    return noun.kinds[0] if noun and bound else None


def _explained(parse: Parse, lexicon: Lexicon, name: Name) -> MentionKind | None:
    """"Orlan, *the news agency*" is an organization: what explains it after a comma says so."""
    for c in parse.children[name.head]:
        if parse.relations[c] != "appos" or c < name.stop or parse.upos[c] != "NOUN" or parse.child(c, "conj") is not None:
            continue
        noun = lexicon.nouns.get(parse.lemmas[c].lower())
        if noun and noun.broad and noun.kinds[0] == "organization" and not (name.titles or parse.xpos[c] == "NNS"):
            return "organization"
    return None


def _in_dateline(report: Report, parse: Parse, name: Name) -> MentionKind | None:
    span = parse.span(name.first, name.stop - 1)
    if any(d.agency and d.agency.overlaps(span) for d in report.datelines):
        return "organization"
    if any(place.covers(span) for d in report.datelines for place in d.places):
        return "place"
    text = span.of(report.text)
    if text in report.byline:
        return "person"
    return "organization" if report.publisher and text.casefold() == report.publisher.casefold() else None


def guessed_kind(parse: Parse, lexicon: Lexicon, name: NameSpan, first: int, head: int) -> MentionKind:
    """The tagger's type, a little finer."""
    kind = TYPES.get(name.kind, "other")
    last = lexicon.nouns.get(parse.word(name.stop - 1).lower())
    text = parse.span(first, max(first, name.stop - 1)).of(parse.text)
    if kind == "person" and lexicon.is_country(text) and text.casefold() not in lexicon.given:
        return "place"
    if kind == "person" and first > 0 and parse.word(first - 1).lower() == "the" and parse.xpos[head] == "NNPS":
        return "group"
    if kind in ("place", "other") and last and "facility" in last.kinds and name.stop - name.first > 1:
        return "facility"
    return kind


def stands_with_noun(parse: Parse, first: int, head: int) -> bool:
    """"commander *Omar Din*", "the agency *Orlan*": a noun right before the name, bound to it or to the same word."""
    noun = first - 1
    if noun < 0 or parse.upos[noun] != "NOUN" or parse.xpos[noun] == "NNS" or parse.sentence_of[noun] != parse.sentence_of[head]:
        return False
    if parse.heads[head] == noun:
        return parse.relations[head] in ("appos", "flat", "nmod:desc", "compound", "nmod")
    if parse.heads[noun] == head:
        return parse.relations[noun] in ("compound", "nmod:desc", "appos", "flat", "nmod")
    return parse.heads[noun] == parse.heads[head] and parse.relations[noun] == parse.relations[head]


def _entitled(lexicon: Lexicon, titles: tuple[str, ...]) -> bool:
    """Do the words before the name say that it is a person's? "President", but not "late"."""
    nouns = (lexicon.nouns.get(t) for t in titles)
    return any(n and n.kinds[0] == "person" and not n.collective for n in nouns)
