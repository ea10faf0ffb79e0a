"""The source of an attribution as printed, and which entity it is."""

from __future__ import annotations

from sayso.records import Mention, Source, SourceKind, Span

from .draft import Page, Run
from .identities import Identities
from .source_kind import kind
from .speaker import relative, top
from .speaker_phrase import phrase


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
    what: SourceKind = "person" if _office_and_name(page, run) else kind(page, known, speaks, mention, entity)
    return Source(what, span, text, entity.id if entity else None)


def _office_and_name(page: Page, run: Run) -> bool:
    """"Harbor Council *spokesperson Lea Brandt*": an office and a name behind it, whatever the parser takes the whole for."""
    end = next((i for i in range(*run) if page.parse.upos[i] == "PUNCT"), run.stop)
    offices = (i for i in range(run.first, end - 1) if page.words.speakers.get(page.lower(i)) == "person")
    i = next(offices, None)
    return i is not None and end - i in (2, 3, 4) and all(page.parse.upos[j] == "PROPN" for j in range(i + 1, end))


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
    """The name that a noun is set before or explained by: "spokesman *Omar Haddad*", "the ferry's owner, *Tessal Lines*"."""
    for j in page.parse.children[head]:
        relation = page.parse.relations[j]
        if run.holds(j) and relation in ("appos", "flat", "flat:name") and page.parse.upos[j] == "PROPN":
            mention = known.at(page.parse, j)
            named = mention is not None and mention.form == "name"
            if mention and named and (mention.kind == "person" or (mention.kind, relation) == ("organization", "appos")):
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
