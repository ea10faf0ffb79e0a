"""What kind of source a noun phrase is, and which entity."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.records import Entity, Mention, Parse, Source, SourceKind, Span, Structure

from .draft import Page, Run
from .speaker import relative, top
from .speaker_phrase import phrase

_PERSONS = frozenset({"he", "she", "him", "her", "his", "hers", "i", "me", "my", "who", "whom", "himself", "herself"})
_CROWDS = frozenset({"they", "them", "their", "we", "us", "our", "you", "your", "themselves"})
_COLLECTIVE = frozenset({"public", "crowd", "press", "media", "everyone", "everybody", "people"})
_IN_THE_KNOW = frozenset({"familiar", "brief", "close", "involve", "knowledge"})  # "people familiar with the matter"
_NAMED: dict[str, SourceKind] = {"person": "person", "organization": "body", "group": "body", "place": "body"}


@dataclass(frozen=True, slots=True)
class Identities:
    """Which mention a word heads, and which entity a mention belongs to."""

    by_head: dict[int, Mention]
    entity_of: dict[str, Entity]
    mention: dict[str, Mention]

    def at(self, parse: Parse, word: int) -> Mention | None:
        return self.by_head.get(parse.words[word].start)

    def entity(self, mention: Mention | None) -> Entity | None:
        return None if mention is None else self.entity_of.get(mention.id)


def identities(structure: Structure) -> Identities:
    """The structure's mentions and entities, to be looked up by word; of mentions with one head the outermost."""
    by_head: dict[int, Mention] = {}
    for m in structure.mentions:
        for at in {m.head.start, m.span.start if m.form == "name" else m.head.start}:
            by_head.setdefault(at, m)
    entity_of = {m: e for e in structure.entities for m in e.mentions}
    return Identities(by_head, entity_of, {m.id: m for m in structure.mentions})


def source(page: Page, known: Identities, run: Run | None) -> Source:
    """The record of a source: its kind, its words without relative clauses, and its entity where one is known."""
    if run is None:
        return Source("unknown", None, "")
    head = _noun_behind(page, run, top(page, run))
    stands_for = relative(page, head)
    speaks = head if stands_for is None else stands_for
    mention = _mention(page, known, run, speaks)
    entity = known.entity(mention)
    span = page.parse.span(run.first, run.stop - 1)
    text = _described(page, run, head) if stands_for is None else _described(page, phrase(page, speaks), speaks)
    return Source(kind(page, known, speaks, mention, entity), span, text, entity.id if entity else None)


def _noun_behind(page: Page, run: Run, head: int) -> int:
    """"government *sources*" where a parser takes the government for the head: what ends the run speaks."""
    after = head + 1
    listed = run.holds(after) and page.parse.upos[after] == "NOUN" and page.parse.lemmas[after].lower() in page.words.speakers
    return after if listed and page.parse.upos[head] == "PROPN" and page.parse.xpos[after] == "NNS" else head


def _mention(page: Page, known: Identities, run: Run, head: int) -> Mention | None:
    found = known.at(page.parse, head)
    if found is None and page.parse.upos[head] == "PROPN":
        found = next((m for i in range(*run) if (m := known.at(page.parse, i)) is not None and m.form == "name"), None)
    return _named(page, known, run, head) or _entitled(page, known, run, found) or found


def _entitled(page: Page, known: Identities, run: Run, found: Mention | None) -> Mention | None:
    """"Environment Minister *Lea Brandt*": the person's name that a run of nouns ends with, whatever the tree makes of it."""
    if found is not None and found.kind == "person":
        return None
    stop = next((i for i in range(*run) if page.parse.word(i) == ","), run.stop)
    names = (known.by_head.get(page.parse.words[i].start) for i in range(run.first + 1, stop))
    for m in names:
        inside = page.parse.words_in(m.span) if m is not None and (m.form, m.kind) == ("name", "person") else range(0)
        if m is not None and inside and inside.stop == stop:
            before = range(run.first, inside.start)
            plain = all(page.parse.upos[i] in ("NOUN", "PROPN", "ADJ") for i in before)
            titled = page.words.speakers.get(page.parse.lemmas[inside.start - 1].lower()) in ("person", "unnamed")
            return m if plain and titled else None
    return None


def _named(page: Page, known: Identities, run: Run, head: int) -> Mention | None:
    """The person's name that a noun is set before or explained by: "spokesman *Omar Haddad*"."""
    for j in page.parse.children[head]:
        if run.holds(j) and page.parse.relations[j] in ("appos", "flat", "flat:name") and page.parse.upos[j] == "PROPN":
            mention = known.at(page.parse, j)
            if mention is not None and (mention.form, mention.kind) == ("name", "person"):
                return mention
    return None


def _described(page: Page, run: Run, head: int) -> str:
    """The phrase as printed, cut before a relative clause or an apposition behind a comma."""
    stop = run.stop
    for j in page.parse.children[head]:
        if page.parse.relations[j] in ("acl:relcl", "appos", "acl", "parataxis") and head < j < stop:
            first = page.below(j).first
            if page.parse.relations[j] == "acl:relcl" or page.parse.word(first - 1) in (",", "-", "–", "—", "("):
                stop = min(stop, first)
    while stop - 1 > run.first and page.parse.upos[stop - 1] == "PUNCT" and page.parse.word(stop - 1) not in ('"', "”", "’", ")"):
        stop -= 1
    if stop <= run.first:
        stop = run.stop
    return " ".join(page.parse.span(run.first, stop - 1).of(page.parse.text).split())


def kind(page: Page, known: Identities, head: int, mention: Mention | None, entity: Entity | None) -> SourceKind:
    """outlet, agency, person, body, document, crowd, unnamed or unknown."""
    lower, lemma = page.lower(head), page.parse.lemmas[head].lower()
    if page.parse.upos[head] == "NOUN" and tells_news(page, head):
        return "agency" if lemma == "agency" else "outlet"
    if page.parse.upos[head] == "PRON" or lower in _PERSONS | _CROWDS:
        return _of_pronoun(page, known, lower, entity)
    if page.parse.upos[head] == "PROPN" or (mention is not None and mention.form == "name"):
        return _of_name(page, head, mention)
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


def _of_name(page: Page, head: int, mention: Mention | None) -> SourceKind:
    what = mention.kind if mention is not None else _type_of(page, head)
    name = mention.span.of(page.parse.text) if mention is not None else _name_at(page, head)
    first = head if mention is None else page.parse.words_in(mention.span).start
    if what != "place" and _titled(page, head):
        return "outlet"
    if (press := _press(page, name, what) or _explained(page, head)) is not None:
        return press
    if what == "person" and first > 0 and page.lower(first - 1) == "the" and page.parse.xpos[first] == "NNP":
        return "body"  # "the Norrby Post": nobody is called so
    return _NAMED.get(what, "unknown")


def _explained(page: Page, head: int) -> SourceKind | None:
    """"the Norrby Lys, *the town's largest newspaper*"."""
    beside = (j for j in page.parse.children[head] if page.parse.relations[j] == "appos" and page.parse.upos[j] == "NOUN")
    found = next((j for j in beside if tells_news(page, j)), None)
    return None if found is None else "agency" if page.parse.lemmas[found].lower() == "agency" else "outlet"


def _titled(page: Page, head: int) -> bool:
    """"the *Courier*", "the *Herald*": a press word that stands alone as a name."""
    alone = page.words.press.get(page.lower(head)) == "word" and page.parse.xpos[head] == "NNP"
    return alone and head > 0 and page.lower(head - 1) == "the"


def _person_name(page: Page, head: int) -> bool:
    """Does a person's name stand beside the noun, where the structure has no mention of it?"""
    beside = [j for j in page.parse.children[head] if page.parse.relations[j] in ("appos", "flat") and j > head]
    return any(_type_of(page, j) == "person" and page.parse.upos[j] == "PROPN" for j in beside)


def _press(page: Page, name: str, what: str) -> SourceKind | None:
    """"agency" or "outlet" for a known name, an outlet for an organization that is called Times or Radio."""
    lower = name.lower().removeprefix("the ")
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
    if table == "person" and page.parse.xpos[head] == "NNS":
        return "unnamed"  # "the ministers"
    if table is not None:
        return table  # type: ignore[return-value]
    if lemma in page.words.evidence or (lemma in page.words.nouns and page.words.nouns[lemma].kind == "speech"):
        return "document"
    what = mention.kind if mention is not None else page.parse.mention_types[head]
    if what == "person" or page.parse.mention_types[head] == "person":
        return "crowd" if page.parse.xpos[head] == "NNS" else "unnamed"
    return _NAMED.get(what, "unknown")


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


def own(page: Page, known: Identities, word: int) -> bool:
    """Is the noun phrase the report's own outlet?"""
    names = {n.lower() for n in _own_names(page)}
    mention = known.at(page.parse, word)
    entity = known.entity(mention)
    said = {page.lower(word), *({mention.span.of(page.parse.text).lower()} if mention else ())}
    said |= {entity.name.lower(), *(a.lower() for a in entity.aliases)} if entity else set()
    signed = [b.span.of(page.report.text).lower() for b in page.report.blocks if b.kind in ("byline", "credit")]
    return any(_same(a, b) for a in said for b in names) or any(len(a) > 3 and a in line for a in said for line in signed)


def _own_names(page: Page) -> list[str]:
    spans: list[Span] = [d.agency for d in page.report.datelines if d.agency is not None]
    names = [s.of(page.report.text).strip('"“”() ') for s in spans]
    return [n for n in (*names, page.report.publisher) if n]


def _same(a: str, b: str) -> bool:
    return a == b or a.removeprefix("the ") == b.removeprefix("the ")
