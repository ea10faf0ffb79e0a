"""What claims say is not so: "the report that the dam burst is untrue", "denied that it burst", "wrongly claimed that"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .cues import Cues, cues, tokens
from .slots import Slots
from .words import unit, words

DENY, HEARSAY = frozenset({"deny"}), frozenset({"hearsay"})
Way = Literal["itself", "passed on", "withdrawn", "flatly", "taken up", "hand"]


@dataclass(frozen=True)
class Denied:
    """What is not so, as words, and the words that say it. ``way``: the claim says so itself ("the story is a hoax"), it is
    told by another voice that denies it ("wrongly claimed"), is taken back by the outlet that had said it, stands in the
    claim with the polarity of a denial ("denied that the dam had burst"), was said before ("denied this"), or is a deed in which
    somebody denies a part ("denied any involvement in the raid")."""

    by: Slots
    words: dict[str, float]
    cue: str
    way: Way = "itself"


def refused(s: Slots) -> Denied | None:
    """What a claim says is not so."""
    known = cues(s.profile.reading.report.language)
    if s.claim.commitment.polarity == "+":
        return _passed_on(s) or _false(s, known) or _branded(s, known)
    if s.claim.commitment.polarity == "-" and s.claim.commitment.certainty == "certain":
        return _unproven(s, known) or flatly(s, known)
    return None


def _passed_on(s: Slots) -> Denied | None:
    """"Falsely claimed that the dam burst", in the outlet's voice; whoever else denies it has a claim of his own."""
    text = s.profile.reading.report.text
    outlet = s.claim.along[-1].commitment if len(s.claim.along) > 1 else s.claim.commitment
    if outlet.polarity != "-" or outlet.certainty != "certain":
        return None
    return Denied(s, s.words, " ".join(q.of(text) for q in outlet.cues), "passed on")


def _false(s: Slots, known: Cues) -> Denied | None:
    """"Reports that the dam burst are untrue"; "is a prank" may be said of what did happen."""
    head = s.claim.head.of(s.profile.reading.report.text).casefold()
    named = {s.claim.lemma.casefold(), head}
    told = known.tells(tokens(s.profile.reading.report.text, *s.claim.span))
    says = {known.kind_of(w) for w in named} | {"untrue" for w in named if w in known.closed.get("slur", ())}
    if s.claim.commitment.certainty != "certain" or not ("false" in says or ("untrue" in says and told)):
        return None
    return Denied(s, _without_cues(s, known), head)


def _branded(s: Slots, known: Cues) -> Denied | None:
    """"Called the allegations that she took bribes *a smear*", "described reports of a mutiny *as fabricated*"."""
    if s.claim.lemma.casefold() not in known.closed.get("brands", ()):
        return None
    behind = tokens(s.profile.reading.report.text, s.claim.head.end, s.claim.span.end)
    told = next((i for i, w in enumerate(behind) if known.tells([w]) or w.text in known.closed["charge"]), None)
    false = (w.text for w in behind if known.kind_of(w.text) in ("false", "untrue") or w.text in known.closed["slur"])
    cue = next(false, None) if told is not None else None
    return Denied(s, _without_cues(s, known), cue) if cue else None


def _unproven(s: Slots, known: Cues) -> Denied | None:
    """"It is not true that it burst", "there is no truth in reports that it did"; not what the outlet alone sees no proof of."""
    lemma = s.claim.lemma.casefold()
    if lemma in known.closed.get("true", ()):
        return Denied(s, _without_cues(s, known), f"not {lemma}")
    if lemma in known.closed.get("proof", ()) and not s.chain.own:
        return Denied(s, _without_cues(s, known), f"no {lemma}")
    return None


def flatly(s: Slots, known: Cues) -> Denied | None:
    """"Denied that the dam had burst"."""
    if s.claim.commitment.polarity != "-" or s.claim.lemma.casefold() in s.profile.vocabulary.bare:
        return None
    text = s.profile.reading.report.text
    said = (cue.of(text) for cue in s.claim.commitment.cues)
    cue = next((says for says in said if known.any_of(DENY, says)), None)
    if cue and s.claim.lemma.casefold() in known.closed.get("hand", ()):
        return Denied(s, unit({w: x for w, x in s.words.items() if w != s.kind}), cue, "hand")
    return Denied(s, s.words, cue, "flatly") if cue else None


def believed(s: Slots, known: Cues) -> bool:
    """"Is believed to be his wife": held to be so already, and not for later."""
    text, held = s.profile.reading.report.text, s.claim.commitment
    return held.certainty == "probable" and any(known.any_of(HEARSAY, cue.of(text)) for cue in held.cues)


def limited(a: Slots, b: Slots) -> bool:
    """Whether a plain "not" denies less than what the other holds: "had not *previously* met" and "met".

    Nor does "has not confirmed it" deny what another confirms.
    """
    denier, other = (a, b) if a.claim.commitment.polarity == "-" else (b, a)
    known = cues(denier.profile.reading.report.language)
    if denier.claim.lemma.casefold() in known.closed.get("unsaid", ()):
        return True
    less = known.closed.get("limits", frozenset()) & set(words(denier.text)) - set(words(other.text))
    return bool(less) and flatly(denier, known) is None


def holds(s: Slots) -> bool:
    """Whether a claim holds something that may be denied: no denial itself, nor that a rumour goes round."""
    known = cues(s.profile.reading.report.language)
    if s.claim.commitment.polarity != "+" or known.kind_of(s.claim.lemma) == "deny":
        return False
    return not any(p.nouns & known.told for p in s.parties.get("agent", ()))


def _without_cues(s: Slots, known: Cues) -> dict[str, float]:
    """Its words but those that only say that something was told and is false."""
    told = (*known.told, *known.closed.get("charge", ()), s.claim.lemma)
    idle = {s.kind, *(w for t in told for w in s.profile.vocabulary.content(t))}
    return unit({w: x for w, x in s.words.items() if w not in idle})
