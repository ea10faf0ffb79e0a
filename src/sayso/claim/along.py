"""What every voice on a claim's way to the reader is committed to, from its source outwards to the outlet."""

from __future__ import annotations

from itertools import pairwise

from sayso.lang import Pack
from sayso.records import Attribution, Commitment, Parse, Passed, Span, Stance

from .clause import Clause
from .commitment import commitment_of, path_to, trace
from .lexicon import Lexicon, lexicon
from .sayings import Sayings
from .scale import OPEN, Stand, committed, weaken
from .tree import kin, lemma

_FORMS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADV": "adverb"}


def along(
    parse: Parse, clause: Clause, said: Attribution, commitment: Commitment, sayings: Sayings, pack: Pack
) -> tuple[Passed, ...]:  # fmt: skip
    """ "Police revealed that the mayor claims the dam burst": the mayor, certain; the police and the outlet, nothing.

    A voice that only says or claims what another says takes no stand, nor does any beyond it. One that reveals, admits
    or confirms it commits those above it as well, by what the words between leave of it ("may have confirmed").
    """
    made, open_cues, lost = [Passed(said.id, commitment)], [], False  # type: list[Passed], list[Span], bool
    for inner, outer in pairwise(sayings.way(said)):
        stance = stance_of(parse, inner.cue, lexicon(pack))
        answers = _answers(parse, inner, outer, lexicon(pack))
        cues = [inner.cue] if inner.cue and not answers else []
        lost = lost or not (answers or _passes(parse, inner, stance, lexicon(pack)))
        if lost:
            open_cues += cues
            made.append(Passed(outer.id, committed(OPEN, tuple(open_cues)), stance))
        else:
            held = _passed_on(parse, clause, inner, outer, made[-1].commitment, sayings, pack)
            told = [c for c in cues if not any(c.covers(h) for h in held.cues)]
            made.append(Passed(outer.id, Commitment(held.polarity, held.certainty, tuple(sorted({*held.cues, *told}))), stance))
    return tuple(made)


def stance_of(parse: Parse, cue: Span | None, tables: Lexicon) -> Stance:
    """How whoever uses a cue stands to what it introduces: "revealed", "said", "claims"."""
    words = parse.words_in(cue) if cue else range(0)
    for i in sorted(words, key=lambda i: parse.heads[i] in words):
        form = _FORMS.get(parse.upos[i], "verb")
        name = parse.word(i).lower() if form == "adverb" else lemma(parse, i).lower()
        found = tables.stances.get((name, form)) or tables.stances.get((parse.lemmas[i].lower(), form))
        if found is not None:
            return found
    return "neutral"


def _passes(parse: Parse, inner: Attribution, stance: Stance, tables: Lexicon) -> bool:
    """Whether whoever uses the cue takes a stand on what it introduces: endorses, judges ("falsely") or presumes it."""
    words = parse.words_in(inner.cue) if inner.cue else range(0)
    judged = any((parse.word(j).lower(), "verdict") in tables.negation for i in words for j in (i, *kin(parse, i, "advmod")))
    hedged = stance == "neutral" and any((parse.word(i).lower(), "adverb") in tables.hedges for i in words)
    return stance == "endorsing" or judged or hedged


def _answers(parse: Parse, inner: Attribution, outer: Attribution, tables: Lexicon) -> bool:
    """ "Dismissed reports that he fled", "confirmed claims that": the inner cue is a noun that the outer one governs."""
    if inner.cue is None or outer.cue is None:
        return False
    above = parse.words_in(outer.cue)
    for i in parse.words_in(inner.cue):
        if parse.upos[i] == "NOUN" and parse.heads[i] in above:
            found = tables.signatures.get((lemma(parse, parse.heads[i]), "noun"))
            return found is not None and (found[0].polarity == "-" or stance_of(parse, outer.cue, tables) == "endorsing")
    return False


def _passed_on(
    parse: Parse, clause: Clause, inner: Attribution, outer: Attribution, below: Commitment, sayings: Sayings, pack: Pack
) -> Commitment:  # fmt: skip
    """The stand of the outer voice, no surer than it is of the cue: "may have confirmed", "apparently showing".

    It is read off the tree; where a quotation stands apart from its cue it is that of the inner voice.
    """
    top, cue = sayings.governing_cue(clause.head, outer), parse.words_in(inner.cue) if inner.cue else range(0)
    joined = any(i in cue for i in path_to(parse, clause.predicate, top))
    held = commitment_of(parse, clause.predicate, clause.head, pack, top) if joined else below
    main = next((i for i in cue if parse.heads[i] not in cue), None)
    if main is None:
        return held
    reached = trace(parse, main, pack, sayings.governing_cue(main, outer))
    if joined and (reached.stand.polarity != "+" or reached.stand.certainty == "certain"):
        return held
    stand = weaken(Stand(held.polarity, held.certainty), reached.stand) if reached.stand.polarity == "+" else OPEN
    return committed(stand, held.cues + tuple(parse.words[j] for j in reached.cues))
