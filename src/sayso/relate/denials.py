"""Denials and retractions find what they deny: in other reports, in headlines, in what the outlet itself said before.

A claim that is flatly negated meets its opposite as any two claims do. Here are the denials that say it otherwise: "a report
that the dam burst is untrue", "wrongly claimed that the dam burst", "The story is a hoax" under another report's headline, and
"An earlier version of this report said that the dam had burst".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.records import Block, ClaimRef, Finding, Relation, RelationKind, Span, Stand

from .asked import Asked, asked
from .claims import in_order
from .compare import compare, independence
from .cues import BEFORE, NO, cues, tokens
from .decide import denying, likeliest
from .evidence import shared
from .opposites import opposed
from .participants import LIKELY
from .participants import one as likely
from .profile import Profile
from .refusals import Denied, Way, holds, refused
from .slots import Slots
from .stance import stand
from .stems import stems
from .taken_up import taken_up
from .testimony import Sentence, Testimony, testimony
from .words import contained, words

# Ways of a claim that is a denial as any "not" is, and no word of the thing denied.
PLAIN: frozenset[Way] = frozenset({"flatly", "hand", "taken up"})
AGREEING: tuple[RelationKind, ...] = ("CORROBORATES", "ECHOES", "REFINES", "UPDATES")
MEET, BLOCK = 4, 40  # the most telling words of what is denied, and claims looked at for each
# Of the shorter of what is denied and what is held; of what is denied, where the main word is missing; words in common.
CONTAINED, WHOLE, SHARED = 0.6, 0.9, 3
STEM, ENDING = 4, 4  # letters of a word from which another is made, and of what is put to it
NAMELY = 0.5  # how surely who denies a part in a deed is who is said to have done it
NAMED = 0.4  # of a headline's words in the sentence that denies it
HEADLINES = 12  # of a story, each other than the last, that a report which denies something is held against


def with_denials(claims: Sequence[Slots], known: Sequence[Relation]) -> tuple[Relation, ...]:
    """The relations of one story, with those between a denial and what it denies; none agrees with what it denies."""
    heard = _heard(claims)
    back = _taken_up(claims, heard)
    denied = [*filter(None, map(refused, claims)), *_in_sentences(claims, heard), *(d for _, d in back)]
    way, spans = {_ref(d.by): d.way for d in denied if d.way not in PLAIN}, defaultdict[int, list[Span]](list)
    for d in denied:
        if d.way not in PLAIN:
            spans[d.by.report].append(d.by.claim.span)
    apart = {frozenset((r.left, r.right)): r for r in opposed(claims)}
    agreeing = (r for r in known if r.kind in AGREEING)
    undone = {r for r in agreeing if way.get(r.left) != way.get(r.right) or frozenset((r.left, r.right)) in apart}
    kept = [r for r in known if r not in undone]
    held = [s for s in claims if holds(s) and not denying(s) and not _within(s, spans[s.report])]
    telling = [d for d in denied if sum(span.covers(d.by.claim.span) for span in spans[d.by.report]) == (d.way not in PLAIN)]
    pairs = {frozenset((r.left, r.right)) for r in kept}
    said = (_relation(s, d) for s, d in back if d.by is not s)
    made = (*_between(held, telling), *_of_headlines(claims, heard), *said)
    found = apart | {frozenset((r.left, r.right)): r for r in made}
    return (*kept, *(r for pair, r in found.items() if pair not in pairs))


def _within(s: Slots, denied: Sequence[Span]) -> bool:
    """Whether a claim is itself a denial, or what a denial of its report speaks of."""
    return any(span.covers(s.claim.span) for span in denied)


def _one_matter(denied: Denied, b: Slots) -> bool:
    """What is denied must have the main word of what is held, or no words but its words ("the video of the eel is a hoax");
    else one is about the other's circumstances."""
    held = _with_akin(denied.words, b.words)
    shared = denied.words.keys() & held.keys()
    if len(shared) < SHARED or contained(denied.words, held) < CONTAINED:
        return False
    if denied.way == "hand":
        return _accused(denied.by, b)
    if denied.way == "flatly" and not _same_deed(denied.by, b):
        return False
    known = denied.words.keys() | (denied.by.heads | {denied.by.kind} if denied.way != "itself" else set())
    return bool((b.heads | {b.kind}) & known) or (_thing(denied) and sum(denied.words[w] ** 2 for w in shared) >= WHOLE)


def _same_deed(denial: Slots, b: Slots) -> bool:
    """ "Dismissed claims that it would free the girls" says nothing of how they were taken, nor of others who were freed."""
    likest = likeliest(denial, b)
    return (not likest or max(likest) >= LIKELY) and bool((denial.heads | {denial.kind}) & (b.words.keys() | b.heads | {b.kind}))


def _accused(denial: Slots, b: Slots) -> bool:
    """Whether who denies a part in a deed is who is said to have done it."""
    own = {w for w in words(denial.chain.name) if len(w) > STEM} if not denial.chain.own else set()
    agents = denial.parties.get("agent", ()), b.parties.get("agent", ())
    return bool(own and own <= set(words(b.text))) or any(likely(x, y) >= NAMELY for x in agents[0] for y in agents[1])


def _with_akin(words: dict[str, float], held: dict[str, float]) -> dict[str, float]:
    """The words of what is held, and those of what is denied that are made from one of them: "bribery" from "bribes"."""
    other = words.keys() - held.keys()
    return held | {w: held[h] for w in other for h in held if akin(w, h)} if len(other) < len(words) else held


def akin(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    return len(short) >= STEM and len(long) - len(short) <= ENDING and long.startswith(short)


def _taken_up(claims: Sequence[Slots], heard: dict[int, Testimony]) -> list[tuple[Slots, Denied]]:
    ids = {(s.report, s.claim.id): s for s in claims}
    return [pair for number, told in heard.items() for pair in taken_up(number, told, ids)]


def _thing(denied: Denied) -> bool:
    """Whether what is denied is a thing told or shown, and not a clause: "the video of the eel", not "that he found an eel"."""
    claim, told = denied.by.claim, denied.by.profile.reading.claims
    return denied.way not in PLAIN and not any(c.id != claim.id and claim.span.covers(c.span) for c in told)


def _heard(claims: Sequence[Slots]) -> dict[int, Testimony]:
    """By number, the reports in which some word says no."""
    profiles = {s.report: s.profile for s in claims}
    return {n: testimony(p.reading) for n, p in profiles.items() if _says_no(p)}


def _says_no(profile: Profile) -> bool:
    report = profile.reading.report
    return cues(report.language).any_of(NO, report.text)


def _between(held: Sequence[Slots], denied: Sequence[Denied]) -> Iterator[Relation]:
    """Each denial with the likest claim of each report that holds what it denies."""
    holders = defaultdict[str, list[Slots]](list)
    for s in held if denied else ():
        for word in s.words:
            if len(holders[word]) < BLOCK:
                holders[word].append(s)
    for one in denied:
        likest = dict[int, tuple[float, int]]()
        met = list({id(s): s for w in _telling(one.words) for s in holders[w]}.values())
        for i, s in enumerate(met):
            if _against(one, s):
                likest[s.report] = max(likest.get(s.report, (0.0, -i)), (contained(one.words, s.words), -i))
        made = (_relation(met[-i], one) for _, i in likest.values())
        yield from (r for r in made if one.way not in PLAIN or not _elsewhere(r))


def _elsewhere(relation: Relation) -> bool:
    return any(f.slot in ("place", "time") and f.verdict == "CONFLICT" for f in relation.why)


def _telling(words: dict[str, float]) -> list[str]:
    return sorted(words, key=lambda w: (-words[w], w))[:MEET]


def _against(denied: Denied, s: Slots) -> bool:
    """Whether it holds what is denied: for another source, or for the outlet that takes it back."""
    if not _one_matter(denied, s):
        return False
    if denied.way == "withdrawn":
        own = (s.profile.reading.report.publisher, denied.by.profile.reading.report.publisher)
        return s.report != denied.by.report and own[0] is not None and own[0] == own[1]
    return s.report != denied.by.report and not _printed(denied, s)


def _printed(denied: Denied, s: Slots) -> bool:
    """Whether the other report prints the denial itself, as a copy does."""
    text = s.profile.reading.report.text
    return denied.by.text in text and (denied.way not in ("passed on", "taken up") or denied.cue in text)


def _in_sentences(claims: Sequence[Slots], heard: dict[int, Testimony]) -> Iterator[Denied]:
    """Claims in sentences by which an outlet takes back what it said, or calls false what is told."""
    ids = {(s.report, s.claim.id): s for s in claims}
    for number, told in heard.items():
        for sentence in told.sentences:
            for claim in sentence.claims:
                s = ids.get((number, claim.claim.id))
                if s and (denied := _in_sentence(s, sentence, told)):
                    yield denied


def _in_sentence(s: Slots, sentence: Sentence, told: Testimony) -> Denied | None:
    text = told.reading.report.text
    for cue in sentence.cues:
        if cue.kind == "withdraw" and sentence.said(cue.span) is None:
            return Denied(s, s.words, cue.span.of(text), "withdrawn")
        if cue.kind in ("false", "untrue") and s.claim.span.end <= cue.span.start and s.claim.commitment.polarity == "+":
            before = tokens(text, sentence.span.start, s.claim.span.start)[-BEFORE:]
            between = tokens(text, s.claim.span.end, cue.span.start)
            if len(between) <= BEFORE and cues(told.reading.report.language).tells(before):
                return Denied(s, s.words, cue.span.of(text), "passed on")
    return None


def _ref(s: Slots) -> ClaimRef:
    return ClaimRef(s.profile.id, s.claim.id)


def _relation(held: Slots, denied: Denied) -> Relation:
    left, right = in_order(held, denied.by)
    words = {id(held): "holds", id(denied.by): f"{'withdraws' if denied.way == 'withdrawn' else 'denies'}: {denied.cue}"}
    polarity = Finding("polarity", "CONFLICT", words[id(left)], words[id(right)])
    findings = [f for f in compare(left, right) if f.slot != "polarity"]
    return Relation("CONTRADICTS", _ref(left), _ref(right), (polarity, *findings, independence(left, right)))


def _of_headlines(claims: Sequence[Slots], heard: dict[int, Testimony]) -> Iterator[Relation]:
    """Between a headline's claim and what says in a report that it is not so; a report's own headline is held against it too."""
    ids = {(s.report, s.claim.id): s for s in claims}
    heads = list(_headlines(claims)) if heard else []
    own = {s.report: (one, s) for one, s in heads}
    for number, told in heard.items():
        others = [(one, s) for one, s in heads[:HEADLINES] if s.report != number]
        for one, s in (*others, *([own[number]] if number in own else [])):
            found = stand(one, _after(told, s) if s.report == number else told)
            by = _denier(one, found, number, ids, s) if found.kind == "DENIES" else None
            if by and (s.report == number or not _printed(by, s)):
                yield _relation(s, by)


def _after(told: Testimony, headline: Slots) -> Testimony:
    """A report without its headline."""
    return replace(told, sentences=tuple(s for s in told.sentences if not s.span.overlaps(headline.claim.span)))


def _denier(one: Asked, found: Stand, number: int, ids: dict[tuple[int, str], Slots], held: Slots) -> Denied | None:
    """The claim that stands for the denial: of the first sentence that shows it, has one, and names what it denies."""
    for shown in found.shown:
        for s in filter(None, (ids.get((number, claim)) for claim in shown.claims)):
            report = s.profile.reading.report
            names = shared(one, stems(shown.span.of(report.text), report.language)) >= NAMED
            apart = s.report != held.report or not s.claim.span.overlaps(held.claim.span)
            if names and shown.cue and apart:
                return Denied(s, s.words, shown.cue.of(report.text))
    return None


def _headlines(claims: Sequence[Slots]) -> Iterator[tuple[Asked, Slots]]:
    """The claim that is most of a headline; of reports with the same headline the first one's."""
    seen, blocks = set[str](), dict[int, Block | None]()
    for s in claims:
        report = s.profile.reading.report
        block = blocks.setdefault(s.report, next((b for b in report.blocks if b.kind == "headline"), None))
        most = block and block.span.covers(s.claim.span) and 2 * len(s.text) > block.span.end - block.span.start
        if most and holds(s) and s.text not in seen:
            seen.add(s.text)
            yield asked(s.text, report.language, (s.claim,)), s
