"""What in a report speaks for a claim or against it, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from sayso.records import Claim, Span

from .asked import Asked
from .cues import NO, Cue, Cues, cues
from .testimony import Sentence, Testimony, Told

Way = Literal["own", "denied", "withdrawn", "doubted", "told"]
NEAR = 0.25  # of a claim's words, in a sentence that speaks of it
TOUCHED = 0.15  # less, and the sentence says nothing of how the claim is told
HALF = 0.5
SAME_MAIN, LOOSE_MAIN = 0.2, 0.5  # of a claim's words in what is denied: with its main word among them, or without
# What stands first in a report weighs most: sentences, and the weight of what stands in them.
PLACES, REST = ((3, 1.0), (6, 0.7)), 0.4
# A "hoax" anywhere in a report that speaks of the claim speaks of it more likely than not; "fake" less so.
FAR = {"false": 0.6, "untrue": 0.3}
HEDGED_VOICE, NO_CLAIM = 0.3, 0.7
# Where no claim was read, these cues show that somebody speaks or something is denied.
SPEAKING = frozenset({"hearsay", "says"}) | NO
MAYBE = 0.5  # of "might be a hoax"
FIRST = 3


@dataclass(frozen=True)
class Point:
    """One piece of evidence: ``own``: denied in the outlet's own voice; ``denied``: by somebody else; ``told``: spoken of,
    ``voice`` being how far in the outlet's own voice."""

    way: Way
    weight: float
    sentence: Sentence
    cue: Span | None = None
    said: str | None = None
    claim: str | None = None
    voice: float = 0.0


def shared(asked: Asked, words: Iterable[str]) -> float:
    """How much of a claim the words have, 0 to 1."""
    known = words if isinstance(words, frozenset) else frozenset(words)
    return sum(x for w, x in asked.words.items() if w in known)


def points(asked: Asked, testimony: Testimony) -> list[Point]:
    shares = [shared(asked, s.words) for s in testimony.sentences]
    known = cues(testimony.reading.report.language)
    found = list[Point]()
    for i, (s, here) in enumerate(zip(testimony.sentences, shares, strict=True)):
        at = next((weight for least, weight in PLACES if i < least), REST)
        if here >= TOUCHED:
            found.append(Point("told", here * at, s, voice=own_voice(asked, s)))
        if asked.put == "DENIED" and here >= HALF and s.negated:
            found.append(Point("own", HALF * at, s))
        found += (p for c in s.claims if (p := _of_claim(asked, c, s, at, known)))
        near = here >= NEAR or (s.tells and (i < FIRST or max(shares[max(0, i - 1) : i + 2]) >= NEAR))
        near |= s.back and max(shares[max(0, i - 1) : i + 2]) >= NEAR
        found += (p for c in s.cues if (p := _of_cue(c, s, at, near, here)))
    return found


def own_voice(asked: Asked, s: Sentence) -> float:
    """How far a sentence tells of the claim in the outlet's own voice: 1 flatly, 0 on somebody's word."""
    stated = [c for c in s.claims if c.claim.factual and c.claim.nature != "presupposed"]
    hedged = HEDGED_VOICE if any(c.kind == "hearsay" for c in s.cues) else 1.0
    if not stated:
        return 0.0 if any(c.kind in SPEAKING for c in s.cues) else NO_CLAIM
    best = max(stated, key=lambda c: (shared(asked, c.words), c.claim.span.end - c.claim.span.start))
    outlet = best.claim.along[-1].commitment
    return 0.0 if outlet.polarity != "+" else hedged * (1.0 if outlet.certainty == "certain" else HALF)


def _of_claim(asked: Asked, told: Told, s: Sentence, at: float, known: Cues) -> Point | None:
    claim, mine = told.claim, shared(asked, told.words)
    if not claim.factual:
        return None
    source, outlet = claim.commitment, claim.along[-1].commitment
    cue = claim.commitment.cues[-1] if claim.commitment.cues else None
    if refused(claim) and claim.lemma in known.quiet:
        return Point("doubted", at * MAYBE, s, cue, claim.said, claim.id) if mine >= NEAR else None
    if refused(claim):
        least = SAME_MAIN if asked.put == "DENIED" or told.kind in asked.words else LOOSE_MAIN
        return Point("own" if outlet.polarity == "-" else "denied", at, s, cue, claim.said, claim.id) if mine >= least else None
    if source.polarity == "-" or mine < NEAR or all(p.commitment.polarity != "-" for p in claim.along):
        return None
    return Point("own" if outlet.polarity == "-" else "denied", at, s, _negative(claim), claim.said, claim.id)


def refused(claim: Claim) -> bool:
    """Whether its source says that it is not so, or will not be."""
    source = claim.commitment
    return source.polarity == "-" and (source.certainty == "certain" or (source.certainty == "probable" and len(source.cues) > 1))


def _negative(claim: Claim) -> Span | None:
    """The words by which a voice on the way denies what it passes on: "falsely claimed"."""
    return next((q for p in claim.along if p.commitment.polarity == "-" for q in p.commitment.cues), None)


def _of_cue(cue: Cue, s: Sentence, at: float, near: bool, here: float) -> Point | None:
    claims = [c.claim.id for c in s.claims]
    claim = claims[0] if claims else None
    if cue.kind in FAR:
        if s.question or any(c.kind == "doubt" for c in s.cues):
            return Point("doubted", at * MAYBE, s, cue.span)
        said = s.said(cue.span)
        return Point("denied" if said else "own", at if near else FAR[cue.kind], s, cue.span, said, claim)
    if cue.kind == "deny" and near:
        return Point("denied", at, s, cue.span, s.said(cue.span), claim)
    if cue.kind in ("withdraw", "recant") and (here >= NEAR or s.tells):
        return Point("withdrawn", at, s, cue.span, None, claim)
    return Point("doubted", at, s, cue.span) if cue.kind == "doubt" and near else None
