"""What kind of source a noun phrase is: person, body, agency, outlet, document, crowd, unnamed or unknown."""

from __future__ import annotations

import re

from sayso.records import Entity, Mention, SourceKind

from .draft import Page
from .identities import Identities

_PERSONS = frozenset({"he", "she", "him", "her", "his", "hers", "i", "me", "my", "who", "whom", "himself", "herself"})
_CROWDS = frozenset({"they", "them", "their", "we", "us", "our", "you", "your", "themselves"})
_COLLECTIVE = frozenset({"public", "crowd", "press", "media", "everyone", "everybody", "people"})
_IN_THE_KNOW = frozenset({"familiar", "brief", "close", "involve", "knowledge"})  # "people familiar with the matter"
_OFFICES = frozenset({"leader", "commander", "prosecutor", "representative", "attorney", "officer", "editor", "coach"})
_MANY = frozenset(
    {"witness", "eyewitness", "bystander", "survivor", "victim", "relative", "neighbor", "neighbour", "friend", "farmer",
     "driver", "shopkeeper", "student", "man", "woman", "person", "passenger"}
)  # fmt: skip
_SITE = re.compile(r"^[\w.-]+\.(?:com|net|org|info|news|tv|co\.\w\w|[a-z]{2})$")  # "norrbylys.com"
_NAMED: dict[str, SourceKind] = {"person": "person", "organization": "body", "group": "body", "place": "body"}


def kind(page: Page, known: Identities, head: int, mention: Mention | None, entity: Entity | None) -> SourceKind:
    """outlet, agency, person, body, document, crowd, unnamed or unknown."""
    lower, lemma = page.lower(head), page.parse.lemmas[head].lower()
    if page.parse.upos[head] == "NOUN" and tells_news(page, head):
        return "agency" if lemma == "agency" else "outlet"
    if page.parse.upos[head] == "PRON" or lower in _PERSONS | _CROWDS:
        return _of_pronoun(page, known, lower, entity)
    printed = mention is not None and (mention.form == "name" or page.parse.xpos[head] == "NNP")
    if page.parse.upos[head] == "PROPN" or printed:
        return _of_name(page, known, head, mention)
    if mention is None and _person_name(page, head):
        return "person"
    return _of_noun(page, known, head, lemma, mention, entity)


def _of_pronoun(page: Page, known: Identities, lower: str, entity: Entity | None) -> SourceKind:
    """That of the name behind it; else of the noun ("a source ... he"); else what the pronoun itself tells."""
    if entity is not None:
        said = [known.mention[i] for i in entity.mentions if i in known.mention]
        for m in sorted((m for m in said if m.form in ("name", "nominal")), key=lambda m: m.form != "name"):
            words = page.parse.words_in(m.head)
            if words and page.parse.upos[words.start] != "PRON":
                found = kind(page, known, words.start, m, None)
                listed = page.parse.lemmas[words.start].lower() in page.words.speakers
                return found if listed or m.form == "name" or lower not in _PERSONS else "person"
        return "person" if lower in _PERSONS else _NAMED.get(entity.kind, "unknown")
    return "person" if lower in _PERSONS else "unknown"


def _of_name(page: Page, known: Identities, head: int, mention: Mention | None) -> SourceKind:
    what = mention.kind if mention is not None else _type_of(page, head)
    name = mention.span.of(page.parse.text) if mention is not None else _name_at(page, head)
    first = head if mention is None else page.parse.words_in(mention.span).start
    if what != "place" and _titled(page, head):
        return "outlet"
    if (press := _press(page, name, what) or _explained(page, head)) is not None:
        return press
    if (entity := known.entity(mention)) is not None and entity.id in known.told:
        return "outlet"
    if what == "person" and name in known.acronyms:
        return "body"
    if what == "person" and first > 0 and page.lower(first - 1) == "the" and page.parse.xpos[first] == "NNP":
        return _press(page, name, "organization") or "body"  # "the Norrby Post": nobody is called so
    return _NAMED.get(what, "unknown")


def _explained(page: Page, head: int) -> SourceKind | None:
    """"the Norrby Lys, *the town's largest newspaper*"."""
    beside = (j for j in page.parse.children[head] if page.parse.relations[j] == "appos" and page.parse.upos[j] == "NOUN")
    found = next((j for j in beside if tells_news(page, j)), None)
    return None if found is None else "agency" if page.parse.lemmas[found].lower() == "agency" else "outlet"


def _titled(page: Page, head: int) -> bool:
    """"the *Courier*", "the *Herald*": a press word that stands alone as a name."""
    alone = page.words.press.get(page.lower(head)) in ("word", "alone") and page.parse.xpos[head] == "NNP"
    return alone and head > 0 and page.lower(head - 1) == "the"


def _person_name(page: Page, head: int) -> bool:
    """Does a person's name stand beside the noun, where the structure has no mention of it?"""
    beside = [j for j in page.parse.children[head] if page.parse.relations[j] in ("appos", "flat") and j > head]
    return any(_type_of(page, j) == "person" and page.parse.upos[j] == "PROPN" for j in beside)


def _press(page: Page, name: str, what: str) -> SourceKind | None:
    """"agency" or "outlet" for a known name, an outlet for an organization that is called Times or Radio."""
    lower = name.lower().removeprefix("the ")
    if _SITE.search(lower):
        return "outlet"
    words = lower.split()
    if name.isupper() and page.words.press.get(lower) in ("agency", "outlet"):
        return page.words.press[lower]  # type: ignore[return-value]
    if what == "person":  # a parser may take "Sputnik Tajikistan" for one; no person is called Reuters
        if "-" in lower and page.words.press.get(lower) in ("agency", "outlet"):
            return page.words.press[lower]  # type: ignore[return-value]
        return "agency" if any(len(w) > 4 and page.words.press.get(w) == "agency" for w in words[:2]) else None
    for known in (lower, words[0] if words else "", words[-1] if words else ""):
        if page.words.press.get(known) in ("agency", "outlet") and (known == lower or what != "place"):
            return page.words.press[known]  # type: ignore[return-value]
    long_enough = what == "organization" or (what != "place" and len(words) > 1)
    return "outlet" if long_enough and any(page.words.press.get(w) == "word" for w in words) else None


def _name_at(page: Page, head: int) -> str:
    found = next((n for n in page.parse.names if n.first <= head < n.stop), None)
    return page.parse.word(head) if found is None else page.parse.span(found.first, found.stop - 1).of(page.parse.text)


def _type_of(page: Page, head: int) -> str:
    named = next((n.kind for n in page.parse.names if n.first <= head < n.stop), None)
    return named or page.parse.mention_types[head]


def _has_name(known: Identities, entity: Entity) -> bool:
    return any(known.mention[m].form == "name" for m in entity.mentions if m in known.mention)


def _of_noun(
    page: Page, known: Identities, head: int, lemma: str, mention: Mention | None, entity: Entity | None
) -> SourceKind:
    table = page.words.speakers.get(lemma)
    if table == "unnamed" and entity is not None and (press := _press_entity(page, known, entity)) is not None:
        return press
    if table == "crowd" and any(page.parse.lemmas[j] in _IN_THE_KNOW for j in page.parse.children[head]):
        return "unnamed"
    if table == "unnamed" and entity is not None and entity.kind == "person" and _has_name(known, entity):
        return "person" if page.parse.xpos[head] == "NN" and lemma not in ("source", "one") else "unnamed"
    if table == "crowd" and page.parse.xpos[head] == "NN" and lemma not in _COLLECTIVE:
        return "unnamed"
    if (number := _by_number(page, head, lemma, table)) is not None:
        return number
    if table == "unnamed" and mention is not None and mention.kind == "organization" and _compound(page, head):
        return "body"
    if table is not None:
        return table  # type: ignore[return-value]
    if lemma in page.words.evidence or (lemma in page.words.nouns and page.words.nouns[lemma].kind == "speech"):
        return "document"
    what = mention.kind if mention is not None else page.parse.mention_types[head]
    if what == "person" or page.parse.mention_types[head] == "person":
        return "crowd" if page.parse.xpos[head] == "NNS" else "unnamed"
    return _NAMED.get(what, "unknown")


def _compound(page: Page, head: int) -> bool:
    """"The *coast* guard": a body, where a guard is somebody."""
    return page.parse.xpos[head] == "NN" and any(page.parse.relations[j] == "compound" for j in page.parse.children[head])


def _by_number(page: Page, head: int, lemma: str, table: str | None) -> SourceKind | None:
    """"ministers" are unnamed, "*the* commander" is one person, "farmers" are a crowd, "reports" are somebody's in the press."""
    if page.parse.xpos[head] in ("NNS", "NNPS") or page.lower(head) != lemma:
        bare = not any(page.parse.relations[j] in ("det", "nmod:poss", "nmod") for j in page.parse.children[head])
        if lemma == "report" and bare:
            return "outlet"
        return "crowd" if lemma in _MANY and table == "unnamed" else "unnamed" if table == "person" else None
    if lemma in _OFFICES and any(page.lower(j) == "the" for j in page.parse.children[head]):
        return "person"
    return None


def _press_entity(page: Page, known: Identities, entity: Entity) -> SourceKind | None:
    """"According to this source", where that is an outlet named before."""
    names = [m for i in entity.mentions if (m := known.mention.get(i)) is not None and m.form == "name"]
    return next((found for m in names if (found := _press(page, m.span.of(page.parse.text), m.kind)) is not None), None)


def tells_news(page: Page, head: int) -> bool:
    """"the newspaper", "the news agency": a noun for an outlet."""
    lemma = page.parse.lemmas[head].lower()
    if lemma == "agency":
        return any(page.parse.lemmas[j].lower() in ("news", "press", "information") for j in page.parse.children[head])
    return page.words.speakers.get(lemma) == "outlet"


def reported_by(page: Page, known: Identities, word: int) -> SourceKind | None:
    """"outlet" or "agency" where a noun phrase names one that tells news, else None."""
    found = kind(page, known, word, known.at(page.parse, word), known.entity(known.at(page.parse, word)))
    return found if found in ("outlet", "agency") else None
