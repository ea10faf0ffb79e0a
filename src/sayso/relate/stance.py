"""What a report does with a claim: a headline's, another report's, or one typed in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.records import Claim, Finding, Reading, Shown, Stand, StandKind, Verdict

from .asked import Asked, asked, headline
from .beside import beside, with_slots
from .evidence import NEAR, Point, Way, points, shared
from .testimony import Sentence, Testimony, testimony

# A report speaks of a claim if it has so much of its words: on average of all of them, of three sentences in a row at the
# likeliest place, and of its opening. Less than ``LITTLE`` in all, and no passage is looked for.
SPEAKS, LITTLE, OPENING, PASSAGE = 0.3, 0.15, 4, 3
# In its own voice: so much of what it says of a claim. A claim put as somebody's word wants more.
OWN_VOICE, OWN_VOICE_OF_SAID = 0.5, 0.6
# Evidence of a denial: one clear cue in the middle of the text. A claim that is a denial itself is met by less; one put as
# somebody's word is contradicted only by more. What only others deny must not be told in the outlet's own voice as well.
DENIED, DENIED_TOO, DENIED_SAID, BY_OTHERS = 0.6, 0.4, 1.0, 0.1
# Doubts in the first sentences, or as much of them elsewhere: what is told in the own voice is left open.
DOUBTS = 1.0
# One cue that denies, and nearly all else in the outlet's own voice: what is false there is something else.
AFTER_ALL, TWICE = 0.8, 2.0
SHOWN = 4
NO: tuple[Way, ...] = ("own", "withdrawn", "denied")
VERDICTS: dict[StandKind, tuple[Verdict, str]] = {
    "AFFIRMS": ("SAME", "the same"), "DENIES": ("CONFLICT", "the opposite"), "REPORTS": ("UNKNOWN", "leaves open"),
}  # fmt: skip
WAYS: dict[Way, str] = {"own": "itself denies", "denied": "denied by others", "withdrawn": "withdrawn", "doubted": "doubted"}


def stance(claim: str | Reading | tuple[Reading, Claim], reading: Reading) -> Stand:
    """What a report does with a claim: AFFIRMS, REPORTS, DENIES, or SILENT, with the sentences that show it.

    ``claim``: a text in the report's language, such as a headline ("Dam at Orsa bursts"); the reading of one, by which it is
    known better how it is put; or a claim of another reading: these two are compared slot by slot as well. A report that
    "denies that the dam burst" DENIES it, one that has it from "villagers, who say" REPORTS it.
    """
    if isinstance(claim, str):
        return stand(asked(claim, reading.report.language), testimony(reading))
    of, one = (claim, None) if isinstance(claim, Reading) else claim
    found = stand(headline(of) if one is None else of_claim(of, one), testimony(reading))
    return with_slots(found, beside(of, one, reading) if found.kind != "SILENT" else None, reading)


def of_claim(reading: Reading, claim: Claim) -> Asked:
    return asked(claim.span.of(reading.report.text), reading.report.language, (claim,))


def stand(one: Asked, heard: Testimony) -> Stand:
    """The same for a claim and a report made ready, where many are compared."""
    report = heard.reading.report.id
    if speaks(one, heard) < SPEAKS:
        return Stand(report, "SILENT", one.put, one.negative, None, (), (_matter(one, heard),))
    weighed = Weighed.of(points(one, heard))
    kind = weighed.kind(one)
    why = (_matter(one, heard), weighed.finding(one, kind))
    return Stand(report, kind, one.put, one.negative, weighed.voice, weighed.shown(one, kind), why)


def speaks(one: Asked, heard: Testimony) -> float:
    """How surely a report speaks of a claim's matter, 0 to 1."""
    whole = shared(one, heard.words)
    if whole < LITTLE or not heard.sentences:
        return 0.0
    words = [s.words for s in heard.sentences]
    passages = (frozenset[str]().union(*words[i : i + PASSAGE]) for i in range(max(1, len(words) - PASSAGE + 1)))
    return (whole + max(shared(one, p) for p in passages) + shared(one, frozenset[str]().union(*words[:OPENING]))) / 3


def _matter(one: Asked, heard: Testimony) -> Finding:
    met = [w for w in one.words if w in heard.words]
    verdict: Verdict = "SAME" if len(met) == len(one.words) else "COMPATIBLE" if speaks(one, heard) >= SPEAKS else "UNKNOWN"
    return Finding("matter", verdict, ", ".join(one.words), ", ".join(met), f"{shared(one, met):.0%} of its words by weight")


@dataclass(frozen=True)
class Weighed:
    """Evidence by the way in which it speaks."""

    by: dict[Way, list[Point]]

    @classmethod
    def of(cls, found: Sequence[Point]) -> Weighed:
        by = defaultdict[Way, list[Point]](list)
        for p in found:
            by[p.way].append(p)
        return cls(by)

    def weight(self, way: Way) -> float:
        return sum(p.weight for p in self.by.get(way, ()))

    @property
    def voice(self) -> float:
        """How much of what the report says of the claim it says in its own voice; sentences that deny it have no part in that."""
        denying = {p.sentence.span for way in NO for p in self.by.get(way, ())}
        return self._voice(p for p in self.by.get("told", ()) if p.sentence.span not in denying)

    def _voice(self, heard: Iterable[Point]) -> float:
        return sum(p.weight * p.voice for p in heard) / (self.weight("told") or 1.0)

    def denied(self, least: float) -> bool:
        if self.weight("own") >= least or self.weight("withdrawn") >= least:
            return self.voice < AFTER_ALL or self.weight("own") >= TWICE
        held = self._voice(self.by.get("told", ()))
        return self.weight("denied") >= least + BY_OTHERS and held < OWN_VOICE

    def kind(self, one: Asked) -> StandKind:
        """Of a claim that denies something, who denies that too affirms it."""
        denied = self.denied(DENIED_TOO if one.put == "DENIED" else DENIED)
        if one.negative:
            return "AFFIRMS" if denied else "DENIES" if one.put == "DENIED" and self.affirmed(OWN_VOICE) else "REPORTS"
        if denied:
            return "DENIES" if one.put == "ASSERTED" or self.weight("own") >= DENIED_SAID else "REPORTS"
        return "AFFIRMS" if self.affirmed(OWN_VOICE if one.put == "ASSERTED" else OWN_VOICE_OF_SAID) else "REPORTS"

    def affirmed(self, least: float) -> bool:
        return self.voice >= least and self.weight("doubted") < DOUBTS

    def shown(self, one: Asked, kind: StandKind) -> tuple[Shown, ...]:
        """The weightiest sentences that show it, in the order of the text."""
        no = (kind == "DENIES") != one.negative
        chosen = [p for way in NO for p in self.by.get(way, ())] if no and kind != "REPORTS" else []
        chosen = chosen or sorted(self.by.get("told", []), key=lambda p: -p.weight * (p.voice if kind == "AFFIRMS" else 1.0))
        first = list({p.sentence.span: p for p in reversed(chosen[: 2 * SHOWN])}.values())[::-1][:SHOWN]
        return tuple(_shown(one, p) for p in sorted(first, key=lambda p: p.sentence.span))

    def finding(self, one: Asked, kind: StandKind) -> Finding:
        ways: tuple[Way, ...] = ("own", "denied", "withdrawn", "doubted")
        found = ", ".join([f"own voice {self.voice:.0%}", *(f"{WAYS[w]} {self.weight(w):.1f}" for w in ways if w in self.by)])
        verdict, words = VERDICTS[kind]
        return Finding("polarity", verdict, "denies" if one.negative else "holds", words, found)


def _shown(one: Asked, p: Point) -> Shown:
    claims = tuple(dict.fromkeys(([p.claim] if p.claim else []) + _speaking(one, p.sentence)))
    return Shown(p.sentence.span, claims, p.cue, p.said)


def _speaking(one: Asked, s: Sentence) -> list[str]:
    return [c.claim.id for c in s.claims if shared(one, c.words) >= NEAR]
