"""Denials that take up what was just said: "which he denies", "a claim the army rejected", "The ministry denied the report"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from sayso.records import Span

from .cues import AFTER, BEFORE, Cue, Cues, Word, cues, parted, tokens
from .refusals import Denied, holds
from .slots import Slots
from .testimony import Sentence, Testimony

SAYS_NO = frozenset({"deny", "false", "untrue"})
LONGEST = 2000  # characters of a sentence that people write
REACH = 8  # words between what was said and the word that denies it
Ids = Mapping[tuple[int, str], Slots]


def taken_up(number: int, told: Testimony, ids: Ids) -> Iterator[tuple[Slots, Denied]]:
    """What a source said, with the denial that takes it up in the same sentence or the next."""
    known, before = cues(told.reading.report.language), [None, *told.sentences]
    for last, here in pairwise(before):
        assert here is not None
        for cue in here.cues if here.span.end - here.span.start <= LONGEST else ():
            if cue.kind not in SAYS_NO or not _bare(cue, here, told, known):
                continue
            said = _behind(number, cue, here, told, known, ids) or _spoken(number, cue, here, last, told, known, ids)
            denial = _denial(number, cue, here, ids)
            if denial and denial.claim.commitment.polarity != "+":
                continue  # "can neither confirm nor deny it"
            for s in said:
                by = denial if denial and not denial.claim.span.overlaps(s.claim.span) else None
                yield s, Denied(by or s, s.words, cue.span.of(told.reading.report.text), "taken up" if by else "passed on")


def _bare(cue: Cue, here: Sentence, told: Testimony, known: Cues) -> bool:
    """Whether what is denied does not stand behind the word: "denied.", "denied this", "rejected the claim, saying ..."."""
    after = tokens(told.reading.report.text, cue.span.end, here.span.end)
    if not after or after[0].start - cue.span.end > 1 or after[0].text in known.closed["closing"]:
        return True
    named = next((i for i, w in enumerate(after[:AFTER]) if _tells(w, known)), None)
    if named is None:
        return after[0].text in known.closed["back"] and _ends(after, 0, known)
    return after[0].text in known.closed["taking"] and _ends(after, named, known)


def _tells(word: Word, known: Cues) -> bool:
    return known.tells([word]) or word.text in known.closed["charge"]


def _ends(after: Sequence[Word], i: int, known: Cues) -> bool:
    """Whether a phrase ends with a word: "the claim, saying", not "the claim that"."""
    return i + 1 >= len(after) or parted(after, i + 1) or after[i + 1].text in known.closed["closing"] - {"that", "to"}


def _behind(number: int, cue: Cue, here: Sentence, told: Testimony, known: Cues, ids: Ids) -> list[Slots]:
    """What stands in the sentence right before "which he denies" or "a claim that the army denied"."""
    found = [s for s in _held(number, here, ids) if s.claim.span.end <= cue.span.start]
    s = max(found, key=lambda s: s.claim.span.end, default=None)
    if s is None:
        return []
    between = tokens(told.reading.report.text, s.claim.span.end, cue.span.start)
    opens = [i for i in range(len(between)) if _opens(between, i, known)]
    return [s] if opens and len(between) - opens[-1] <= REACH else []


def _opens(words: Sequence[Word], i: int, known: Cues) -> bool:
    """ "*Which* he denies", "*a claim* that he denies"."""
    told = i > 0 and _tells(words[i], known) and words[i - 1].text in known.closed["indefinite"]
    return told or words[i].text in known.closed["relative"]


def _spoken(
    number: int, cue: Cue, here: Sentence, last: Sentence | None, told: Testimony, known: Cues, ids: Ids
) -> list[Slots]:  # fmt: skip
    """What a source said before, in the same sentence or else the one before it, where the denial takes it up by a word."""
    after = tokens(told.reading.report.text, cue.span.end, here.span.end)[:AFTER]
    if cue.kind != "deny" or not after or not (after[0].text in known.closed["back"] or any(_tells(w, known) for w in after)):
        return []
    for sentence in filter(None, (here, last)):
        said = [s for s in _held(number, sentence, ids) if not s.chain.own and s.claim.span.end <= cue.span.start]
        if said:
            first = min((s for s in said if s.claim.said == said[-1].claim.said), key=lambda s: s.claim.span)
            return [first] if not _himself(first, cue, here, told) else []
    return []


def _himself(s: Slots, cue: Cue, here: Sentence, told: Testimony) -> bool:
    """Whether who denies is who said it: then something else is denied."""
    who = {w.text for w in tokens(told.reading.report.text, here.span.start, cue.span.start)[-BEFORE:]}
    return any(w.text in who for w in tokens(s.chain.name) if w.text not in s.profile.vocabulary.stops)


def _held(number: int, sentence: Sentence, ids: Ids) -> list[Slots]:
    found = (ids.get((number, c.claim.id)) for c in sentence.claims)
    return [s for s in found if s is not None and holds(s)]


def _denial(number: int, cue: Cue, here: Sentence, ids: Ids) -> Slots | None:
    """The claim that somebody denies it: "Kurdish sources denied the reports"."""
    covering = (ids.get((number, c.claim.id)) for c in here.claims if Span(*c.claim.span).covers(cue.span))
    return next((s for s in covering if s is not None), None)
