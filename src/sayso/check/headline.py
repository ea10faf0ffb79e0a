"""Does the headline say more than the body's sources carry?"""

from __future__ import annotations

import re

from sayso.lang import Pack
from sayso.records import Attribution, CheckFinding, Claim, Reading, Span

from .finding import BODY, attributed, flat_headline, in_blocks, nameless

_WORD = re.compile(r"\w+")
# Words are compared by as many letters: "collapses" and "collapsed", not "port" and "portrait".
_STEM = 6
_ORDER = ("unstated", "possible", "probable", "certain")


def headline_on_one_unnamed(reading: Reading, pack: Pack) -> list[CheckFinding]:
    """A headline states flatly what the body has on the word of one unnamed source alone."""
    found = []
    for claim, support in _supported(reading, pack):
        sources = _sources(reading, support)
        unnamed = sources and all(a is not None and nameless(a) for a in sources)
        if unnamed and len({a.source.description.casefold() for a in sources if a}) == 1:
            whose = next(a.source.description for a in sources if a) or "a source it does not name"
            words = claim.span.of(reading.report.text)
            message = f"the headline states “{words}” flatly; the body has it on the word of one unnamed source, “{whose}”"
            found.append(CheckFinding("headline-on-one-unnamed-source", message, _spans(claim, support), _ids(claim, support)))
    return found


def headline_surer(reading: Reading, pack: Pack) -> list[CheckFinding]:
    """A headline is surer than every claim of the body that carries it: "collapses" over "may have collapsed"."""
    found = []
    for claim, support in _supported(reading, pack):
        surest = max(support, key=lambda c: _ORDER.index(c.commitment.certainty))
        if surest.commitment.certainty == "certain":
            continue
        cues = ", ".join(f"“{s.of(reading.report.text)}”" for s in surest.commitment.cues)
        words = claim.span.of(reading.report.text)
        degree = surest.commitment.certainty
        message = f"the headline states “{words}” flatly; the body says no more than that it is {degree} ({cues})"
        found.append(CheckFinding("headline-surer-than-body", message, _spans(claim, support), _ids(claim, support)))
    return found


def _supported(reading: Reading, pack: Pack) -> list[tuple[Claim, list[Claim]]]:
    """Flat claims of the headline in the outlet's own voice, each with the claims of the body that carry it."""
    body = [b for b in in_blocks(reading, *BODY) if b.factual]
    kinds = {word: row[0] for row in pack.table("event_kinds") for word in row[1].split()}
    pairs = ((c, [b for b in body if _alike(b, c, kinds) and _about(reading, b, c, pack)]) for c in flat_headline(reading))
    return [(c, support) for c, support in pairs if support]


def _alike(body: Claim, headline: Claim, kinds: dict[str, str]) -> bool:
    """The same kind of event, not with opposite polarity."""
    if {body.commitment.polarity, headline.commitment.polarity} == {"+", "-"}:
        return False
    return kinds.get(body.lemma, body.lemma) == kinds.get(headline.lemma, headline.lemma)


def _about(reading: Reading, body: Claim, headline: Claim, pack: Pack) -> bool:
    """Something that the two name alike: an entity, or a word."""
    shared = _entities(reading, body) & _entities(reading, headline)
    return bool(shared or _stems(reading, body, pack) & _stems(reading, headline, pack))


def _entities(reading: Reading, claim: Claim) -> set[str]:
    mentions = {r.mention for r in claim.roles}
    return {e.id for e in reading.entities if mentions & set(e.mentions)}


def _stems(reading: Reading, claim: Claim, pack: Pack) -> set[str]:
    text, own = reading.report.text, claim.head.of(reading.report.text).casefold()
    words = {w.casefold() for w in _WORD.findall(claim.span.of(text))} - {own} - pack.column("stop_words")
    return {w[:_STEM] for w in words if len(w) > 2}


def _sources(reading: Reading, support: list[Claim]) -> list[Attribution | None]:
    others = attributed(reading)
    return [others.get(c.said) for c in support]


def _spans(claim: Claim, support: list[Claim]) -> tuple[Span, ...]:
    return (claim.span, *(c.span for c in support))


def _ids(claim: Claim, support: list[Claim]) -> tuple[str, ...]:
    return (claim.id, *(c.id for c in support))
