"""Who a report calls by name: its entities, and listed names that stand in the text though no mention has them."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.records import Mention, MentionKind, Report, Span, Structure, digest

from .fold import Kind
from .lexicon import lexicon
from .scan import Scanner
from .spans import Spans
from .standing import Called, names, single

_TITLE = 20  # characters before a name in which its title stands
_SHORTEST = 3  # letters of a name that can stand for somebody
_KINDS: dict[str, Kind] = {"person": "person", "organization": "body", "group": "body"}
_DOUBTED = ("place", "facility", "other", "organization", "group")  # what persons with rare names are taken for
SURER = 0.9  # likeness that a name of such a one must have
_MENTIONS: dict[Kind, MentionKind] = {"person": "person", "body": "organization"}


def called(report: Report, structure: Structure, scanner: Scanner) -> tuple[list[Called], list[Mention]]:
    """Everybody once, and the mentions made for names that had none."""
    mentions = {m.id: m for m in structure.mentions if m.form == "name"}
    out: list[Called] = []
    for entity in structure.entities:
        spans = [(i, mentions[i].span) for i in entity.mentions if i in mentions]
        places = tuple((i, span) for i, span in spans if span.end - span.start >= _SHORTEST)
        if entity.kind in _DOUBTED and places and not single(entity.name, "person"):
            out.append(Called("person", names(entity, "person"), places, least=SURER))
        if entity.kind in _KINDS and places:
            kind = _KINDS[entity.kind]
            out.append(Called(kind, _titled(names(entity, kind), kind, places, report.text), places))
    held = {(one.kind, span) for one in out for _, span in one.places}
    seen, new = _seen(report, list(mentions.values()), held, scanner)
    return out + seen, new


def _titled(forms: tuple[str, ...], kind: Kind, places: Sequence[tuple[str, Span]], text: str) -> tuple[str, ...]:
    """With the title before it where a person is called by one name alone: "Mullah Teskan"."""
    if kind == "body" or not all(single(form, kind) for form in forms):
        return forms
    before = (text[max(0, span.start - _TITLE) : span.start].split() for _, span in places)
    titles = (words[-1] for words in before if words and words[-1].strip(".").lower() in lexicon().titles)
    return (*forms, *dict.fromkeys(f"{title} {forms[0]}" for title in titles))


def _seen(
    report: Report, mentions: Sequence[Mention], held: set[tuple[Kind, Span]], scanner: Scanner
) -> tuple[list[Called], list[Mention]]:
    """Sightings that no entity of their kind has; one of a person within a longer name is none."""
    known, longer = {m.span: m.id for m in mentions}, Spans(m.span for m in mentions)
    places = {m.span for m in mentions if m.kind == "place"}
    out, new = [], []
    for one in scanner.sightings(report.text):
        if (one.kind, one.span) in held or (one.kind == "person" and longer.hold(one.span)):
            continue
        if one.span not in known:
            number = digest("m", report.id, one.span.start, one.span.end, "listed")
            mention = Mention(number, one.span, _MENTIONS[one.kind], "name", one.span)
            known[one.span] = mention.id
            new.append(mention)
        out.append(Called(one.kind, (one.words,), ((known[one.span], one.span),), seen=True, place=one.span in places))
    return out, new
