"""Noun phrases: from the word that heads one, by the parser's type and the table of nouns."""

from __future__ import annotations

from sayso.records import Form, MentionKind, Parse, Report

from .determiners import definite
from .lexicon import Lexicon, Noun
from .phrases import TYPES, Number, Phrase, mention

_CLEAR = frozenset(("person", "group", "organization", "facility"))  # kinds for which the table may stand in for the parser
_LOOSE = frozenset(("CCONJ", "ADP", "PUNCT", "SCONJ"))
_DEGREES = frozenset(("least", "most"))
_TOUCHING = frozenset(("nsubj", "obj", "iobj", "obl", "nmod", "appos", "conj", "root", "parataxis"))


def nominal(report: Report, parse: Parse, lexicon: Lexicon, i: int, extent: tuple[int, int]) -> Phrase | None:
    noun = lexicon.nouns.get(parse.lemmas[i].lower())
    kind = _nominal_kind(parse, lexicon, noun, i)
    if kind is None:
        return None
    first, last = _trimmed(parse, i, _before_name(parse, i, extent))
    proper = parse.upos[i] == "PROPN" and not parse.word(i).islower()  # the coast "guard" is no name
    if proper and not noun:
        first, last = _proper(parse, i, first, last)
    form: Form = "name" if proper and not noun else "nominal"
    span = parse.span(first, last)
    return Phrase(
        mention(report, parse, span, kind, form, i), i, first, last,
        parse.sentence_of[i], parse.lemmas[i].lower(), span.of(parse.text),
        noun.gender if noun and kind == "person" else "-" if kind in ("person", "group") else "n", _number(parse, noun, i, kind),
        definite=definite(parse, lexicon, i, first),
        words=_before(parse, i) - lexicon.uses["same"], complement=_complement(parse, i),
    )  # fmt: skip


def _trimmed(parse: Parse, i: int, extent: tuple[int, int]) -> tuple[int, int]:
    """Without a conjunction, preposition or mark at either end, but with "at" before "least"."""
    first, last = extent
    while first < i and parse.upos[first] in _LOOSE and parse.word(first + 1).lower() not in _DEGREES:
        first += 1
    while last > i and parse.upos[last] in _LOOSE:
        last -= 1
    return first, last


def _before_name(parse: Parse, i: int, extent: tuple[int, int]) -> tuple[int, int]:
    """"campaigner Lea Brandt": where the name hangs on the noun, the noun's phrase ends before it."""
    first, last = extent
    bound = last > i and parse.upos[i + 1] == "PROPN" and parse.relations[i + 1] in ("flat", "appos", "compound")
    return (first, i) if bound and parse.upos[i] == "NOUN" else (first, last)


def _nominal_kind(parse: Parse, lexicon: Lexicon, noun: Noun | None, i: int) -> MentionKind | None:
    marked = parse.mention_types[i]
    if marked == "time":
        return None
    if parse.upos[i] in ("NUM", "PRON") and parse.xpos[i] in ("CD", "NN", "PRP"):
        return _one_of(parse, lexicon, i)
    if parse.upos[i] not in ("NOUN", "PROPN", "ADJ", "PRON", "DET", "X"):
        return None
    if marked == "none" and parse.lemmas[i].lower() == "latter" and parse.relations[i].split(":")[0] in _TOUCHING:
        return "other"
    if marked == "none":
        link = parse.relations[i].split(":")[0]
        clear = noun and noun.kinds[0] in _CLEAR and parse.upos[i] == "NOUN" and link in _TOUCHING
        return _plural(parse, noun.kinds[0], noun, i) if noun and clear else None
    kind = TYPES.get(marked, "other")
    if kind in ("abstract", "object") and noun and noun.kinds[0] == "person" and _someone(parse, lexicon, i):
        kind = "person"
    if parse.upos[i] not in ("NOUN", "PROPN") and kind != "person":
        return None
    return _plural(parse, _refined(kind, noun), noun, i)


def _one_of(parse: Parse, lexicon: Lexicon, i: int) -> MentionKind | None:
    """"*one* of them said", "*two* of the guards": somebody, where those whom he is one of are people."""
    of = next((c for c in parse.children[i] if parse.relations[c] == "nmod" and _case(parse, c) == "of"), None)
    if of is None or parse.relations[i].split(":")[0] not in _TOUCHING:
        return None
    noun = lexicon.nouns.get(parse.lemmas[of].lower())
    people = parse.word(of).lower() in ("them", "us") or (noun is not None and noun.kinds[0] in ("person", "group"))
    if not people or parse.mention_types[i] in ("object", "place", "abstract"):
        return None
    return "person" if parse.word(i).lower() == "one" else "group"


def _someone(parse: Parse, lexicon: Lexicon, i: int) -> bool:
    """"a source told ...", "citing his sources in Sabz"; but not "a source of income"."""
    of = any(_case(parse, c) == "of" for c in parse.children[i] if parse.relations[c] == "nmod")
    informant = parse.lemmas[i].lower() in lexicon.uses["source"] and not of
    return informant or parse.relations[i] == "nsubj" or cited(parse, i)


def _case(parse: Parse, i: int) -> str:
    case = parse.child(i, "case")
    return "" if case is None else parse.word(case).lower()


def cited(parse: Parse, i: int) -> bool:
    """Does "according to" stand before the noun?"""
    return _case(parse, i) == "according"


def _refined(kind: MentionKind, noun: Noun | None) -> MentionKind:
    """The parser's type made finer by the table: a hospital is a facility, whether it is seen as place or as object."""
    if noun is None or kind in noun.kinds:
        return kind
    if kind in ("place", "object") and "facility" in noun.kinds:
        return "facility"
    if kind in ("person", "organization") and "group" in noun.kinds:
        return "group"
    if kind == "abstract" and noun.kinds == ("event",):
        return "event"
    if "person" in (kind, *noun.kinds) and kind in ("person", "organization", "place"):
        return noun.kinds[0]  # a ministry is no person, a spokesman no place
    return kind


def _plural(parse: Parse, kind: MentionKind, noun: Noun | None, i: int) -> MentionKind:
    if kind != "person":
        return kind
    many = parse.xpos[i] in ("NNS", "NNPS") or (noun and noun.collective) or parse.upos[i] == "ADJ"
    return "group" if many else "person"


def _proper(parse: Parse, i: int, first: int, last: int) -> tuple[int, int]:
    """The run of proper words around a name that the tagger of names has missed."""
    a = b = i
    while a > first and parse.upos[a - 1] == "PROPN" and parse.heads[a - 1] in range(first, last + 1):
        a -= 1
    while b < last and parse.upos[b + 1] == "PROPN":
        b += 1
    return a, b


def _number(parse: Parse, noun: Noun | None, i: int, kind: str) -> Number:
    if parse.lemmas[i].lower() in ("former", "latter"):
        return "any"
    if parse.upos[i] == "NUM":
        return "plur" if kind == "group" else "sing"
    if parse.xpos[i] in ("NNS", "NNPS") or (parse.upos[i] == "ADJ" and kind == "group"):
        return "plur"
    if noun and noun.collective:
        return "plur" if parse.lemmas[i].lower() in ("people", "police") else "any"
    return "any" if kind == "organization" else "sing"


def _before(parse: Parse, i: int) -> frozenset[str]:
    kept = ("amod", "compound", "nummod", "nmod:desc")
    return frozenset(parse.lemmas[c].lower() for c in parse.children[i] if c < i and parse.relations[c] in kept)


def _complement(parse: Parse, i: int) -> frozenset[str]:
    """Heads of "of this agency", "in Kunduz", "its"; clauses count by their verb."""
    out = set()
    for c in parse.children[i]:
        link = parse.relations[c]
        if link == "nmod:poss" or (c > i and (link == "nmod" or link.startswith("acl")) and not _loose(parse, c)):
            out.add(parse.lemmas[c].lower())
    return frozenset(out)


def _loose(parse: Parse, c: int) -> bool:
    """"the brigade, *which* ...": what follows a comma does not say which one."""
    first = parse.subtree(c)[0]
    return "," in (parse.word(first), parse.word(max(first - 1, 0)))
