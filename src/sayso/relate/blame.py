"""Who is said to be behind a deed: claimed, denied, blamed on somebody or known of him; as entries of the slot "perpetrator"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from sayso.records import Attribution, Bearing, Reference, Span

from .attested import Entry
from .cast import Cast, Party
from .deeds import HARM, Owning, Terms, terms
from .figured import bearing
from .naming import parts
from .parties import lone, telling
from .slots import Slots
from .words import Vocabulary, stem, words

BEHIND = 6  # words behind "accused of" or "responsible for" in which the deed stands
SINCE = 800  # characters back to what is denied by "the accusation"
OWN = frozenset({"its", "our", "their", "his", "her"})
SELVES = frozenset({"it", "they", "we"})
ONLY_PEOPLE = frozenset({"accuse", "charge", "implicate"})
NEAR = 3  # words between the main word of a claim and these
REFUSED = 90  # characters before a claim in which it may be said that it was refused: "rejected accusations by X that it ..."


def responsibility(claims: Sequence[Slots], cast: Cast) -> Iterator[Entry]:
    """Report by report, in the order of the text; each once."""
    seen = set[tuple[str, str, str, Bearing]]()
    met = Counter(kind for said in {s.report: s.profile.words for s in claims}.values() for kind in said)
    for _, group in groupby(claims, key=lambda s: s.report):
        for e in of_report(list(group), met, cast):
            known = (e.claim.profile.id, e.claim.claim.id, e.shown.casefold(), e.bearing)
            if known not in seen:
                seen.add(known)
                yield e


def of_report(claims: Sequence[Slots], met: Mapping[str, int], cast: Cast) -> Iterator[Entry]:
    reading = claims[0].profile.reading
    speaking, last = {a.id: a for a in reading.attributions if a.cue and a.content}, list[Entry]()
    for s in sorted(claims, key=lambda s: s.claim.head.start):
        found = [*told(s, speaking.pop(s.claim.said, None), last, cast), *lone(s, met, cast)]
        last = [e for e in found if e.bearing != "denies"] or last
        yield from found


def told(s: Slots, a: Attribution | None, last: Sequence[Entry], cast: Cast) -> Iterator[Entry]:
    """``a``: by which it is said, for the first claim that is; ``last``: what the last accusation says."""
    known_, held, lemma = known_to(s), s.claim.commitment.polarity == "+", s.claim.lemma.casefold()
    own, spoken = known_.owning.get(lemma, ()), cue(a, s) if a else []
    for rule in (r for r in known_.responsibility if spoken and r.fits_cue(spoken)):
        if a and rule.accuses:
            yield from (entry(s, p, rule.bearing, ()) for p in accused(s, a.content[0], rule, cast))
        elif rule.what == "claims" and held:
            yield from (entry(s, p, "claims", ()) for p in speaker(s))
    said = words(s.text) if own and held else []
    for rule in (r for r in own if held and r.fits(said) and not (r.accuses and spoken and r.fits_cue(spoken))):
        yield from refused(s, last, cast) if rule.what == "refuses" else owned(s, rule, cast)
    if not any(rule.bearing == "denies" for rule in own):
        yield from doing(s, last, cast, known_)


def entry(s: Slots, p: Party, stand: Bearing, on: tuple[str, ...]) -> Entry:
    return Entry(s, Reference(p.name), p.name, p.mention, stand, on)


def cue(a: Attribution, s: Slots) -> list[str]:
    """The words by which it is said, with what stands between them and what is said."""
    text = s.profile.reading.report.text
    return words(text[a.cue.start : max(a.cue.end, a.content[0].end)]) if a.cue else []


def known_to(s: Slots) -> Terms:
    return terms(s.profile.reading.report.language)


def owned(s: Slots, rule: Owning, cast: Cast) -> Iterator[Entry]:
    """ "The Front claimed responsibility": on the Front's word. "The army blamed the Front": on the army's."""
    agents = [p for p in cast.parties(s, "agent") if p.who or p.named]
    on = tuple(p.name for p in agents)[:1] if s.chain.own else ()
    behind = Span(s.claim.head.end, max([s.claim.span.end, *(c.end for c in contents(s))]))
    for p in accused(s, behind, rule, cast) if rule.accuses else agents:
        if known(p, s) and not (rule.accuses and p.name in on):
            yield entry(s, p, rule.bearing, on)


def known(p: Party, s: Slots) -> bool:
    """Whether somebody can be told from others; "no group" is nobody."""
    first, vocabulary = words(p.name)[:1], s.profile.vocabulary
    if p.number or (first and first[0] in vocabulary.negations):
        return False
    return telling(p, s) or (p.kind in ("organization", "group") and bool(p.words - vocabulary.vague))


def accused(s: Slots, behind: Span, rule: Owning, cast: Cast) -> list[Party]:
    """Whoever stands first in these words, or after the preposition; by his name where that follows."""
    index, text = cast.index(s), s.profile.reading.report.text
    led = re.compile(rf"{rf'{rule.after}' if rule.after else '^'}\W*(?:(?:the|a|an)\s+)?$", re.IGNORECASE)
    inside = (m for m in index.mentions.values() if m.form in ("name", "nominal") and behind.covers(m.span))
    near = sorted(inside, key=lambda m: (m.span.start, -m.span.end))
    first = next((m for m in near if led.search(text[behind.start : m.span.start])), None)
    if first is None or not for_harm(text[first.span.end : behind.end], s):
        return []
    named = (m for m in near if m.form == "name" and text[first.span.end : m.span.start] == ", ")
    found = (cast.party(index, m, s) for m in (first, *named))
    return [p for p in found if (known(p, s) and (p.who or p.named)) or blamable(p, rule, s)][:1]


def blamable(p: Party, rule: Owning, s: Slots) -> bool:
    """Whether it is somebody though it was not taken for it: things are blamed, but nobody accuses them."""
    return rule.verb in ONLY_PEOPLE and p.kind in ("abstract", "object", "other") and bool(p.words - s.profile.vocabulary.vague)


def contents(s: Slots) -> list[Span]:
    """Where what its source says stands, if somebody says it."""
    return [c for a in s.profile.reading.attributions if a.id == s.claim.said and a.cue for c in a.content]


def for_harm(accusation: str, s: Slots) -> bool:
    """Whether what follows "of", "for" names a deed, if anything follows: who is blamed for high prices is no perpetrator."""
    plain = re.split(r"[,;.\n]|\b(?:who|which|that)\b", accusation)[0]
    m = re.search(r"\b(?:of|for|with|over)\s+(?=\w+ing\b|the\b|an?\b|his\b|her\b|their\b|this\b|it\b)(.*)", plain)
    return m is None or harm(words(m.group(1))[: 2 * BEHIND], s.profile.vocabulary, known_to(s))


def harm(said: Sequence[str], vocabulary: Vocabulary, known: Terms) -> bool:
    return any(w in known.nouns or w in known.deeds or vocabulary.heads.get(stem(w), frozenset()) & HARM for w in said)


def refused(s: Slots, last: Sequence[Entry], cast: Cast) -> Iterator[Entry]:
    """ "The union denied the charge": what it is just before said to have done."""
    on = tuple(p.name for p in cast.parties(s, "agent") if p.who or p.named)[:1] if s.chain.own else ()
    for e in last:
        if 0 <= s.claim.span.start - e.claim.claim.span.start <= SINCE:
            yield Entry(s, e.value, e.shown, None, "denies", on)


def doing(s: Slots, last: Sequence[Entry], cast: Cast, known_: Terms) -> Iterator[Entry]:
    """The agent of "was behind the attack", "had nothing to do with it", "had carried out the raid"; where "our fighters" or
    "the rebels" deny it, whoever was accused just before."""
    if known_.done is None or not known_.done.search(s.text):
        return
    met = next((what for phrase, what in known_.doing if fits(phrase, what != "doer", s)), None)
    if met is None:
        return
    denied = refused_before(s, known_) or met == "nothing"
    stand: Bearing = "denies" if denied else bearing(s.claim)
    found = [p for p in agents(s, cast) if known(p, s)]
    if last and stand == "denies" and all(plain(p) for p in found):
        found = []
        yield from refused(s, last, cast)
    elif not found and stand in ("holds", "denies") and own_people(s, cast):
        yield from (entry(s, p, "claims" if stand == "holds" else stand, ()) for p in speaker(s))
    for p in found:
        own = stand == "holds" and not s.chain.own and bool(parts(p.name) & parts(s.chain.name))
        on = (p.name,) if denied and s.chain.own else ()
        yield entry(s, p, "claims" if own else stand, on)


def plain(p: Party) -> bool:
    """Whether it is told by what it is alone: "the company", behind the name of one that is accused."""
    return not p.named and len(p.words) == 1


def own_people(s: Slots, cast: Cast) -> bool:
    """Whether somebody says it of his own: "one of its members", "our fighters"."""
    named = (w for p in cast.parties(s, "agent") for w in words(p.name))
    return not OWN.isdisjoint(named)


def fits(phrase: str, bare: bool, s: Slots) -> bool:
    """Whether the phrase stands by the main word with a deed behind it, or, ``bare``, is denied with nothing behind it."""
    text, head = s.profile.reading.report.text, s.claim.head
    m = re.search(rf"\b{re.escape(phrase)}\b", text[head.start : max(s.claim.span.end, head.end)], re.IGNORECASE)
    lead = re.search(rf"\b{re.escape(phrase)}\s+(?:\w+\s+){{0,3}}$", text[s.claim.span.start : head.start], re.IGNORECASE)
    if m is None and lead is None:
        return False
    before = words(text[head.end : head.start + m.start()]) if m else []
    behind = words(text[head.start + m.end() : s.claim.span.end] if m else text[head.start : s.claim.span.end])
    if len(before) > NEAR or "that" in before:
        return False
    alone = bare and s.claim.commitment.polarity == "-" and len(behind) < 2
    return alone or harm(behind[:BEHIND], s.profile.vocabulary, known_to(s))


def agents(s: Slots, cast: Cast) -> list[Party]:
    """Its agent; where that is nobody, or an "it" or "they" of which no more is known, its speaker: "it was not responsible"."""
    index = cast.index(s)
    roles = [r.mention for r in s.claim.roles if r.name == "agent" and r.mention in index.mentions]
    found = cast.parties(s, "agent") if roles else cast.parties(s, "target")
    selves = all(index.text(m).casefold() in SELVES for m in roles)
    return speaker(s) if selves and not any(p.who or p.named for p in found) else found


def speaker(s: Slots) -> list[Party]:
    """Whose word a claim is, if it is somebody with a name."""
    if s.chain.own or s.chain.last.kind not in ("person", "body") or not s.chain.about:
        return []
    name = full(s.chain.name, s.chain.last.description)
    return [Party("", name, "organization", True, False, False, frozenset(words(name)))]


def full(name: str, description: str) -> str:
    """A name with what belongs to it: "Soldiers", of "a group, Soldiers of the Dawn"."""
    m = re.search(rf"{re.escape(name)}(?:\s+(?:of|for|the|and|[A-Z][\w-]*))*\s+[A-Z][\w-]*", description)
    return " ".join(m.group().split()) if m else name


def refused_before(s: Slots, known: Terms) -> bool:
    """Whether the words before say that it was refused: "rejected accusations by the minister that it was behind the attack"."""
    text, start = s.profile.reading.report.text, s.claim.span.start
    before = words(re.split(r"[.;\n]", text[max(0, start - REFUSED) : start])[-1])
    if before[-1:] != ["that"]:
        return False
    verbs = {stem(rule.verb) for rule in known.responsibility if rule.what == "refuses"}
    nouns = {w for rule in known.responsibility if rule.what == "refuses" for w in rule.words}
    at = next((i for i, w in enumerate(before) if stem(w) in verbs), None)
    return at is not None and bool(nouns & set(before[at:]))

