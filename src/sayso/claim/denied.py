"""What somebody says is not so, where the words that deny it leave no claim: "denied *ordering the raid*"."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sayso.lang import Pack
from sayso.records import Attribution, Commitment, Parse

from .clause import Clause
from .commitment import commitment_of
from .lexicon import Lexicon, lexicon
from .sayings import Sayings
from .tree import base, completes, frame, kin, lemma, marks

_DENIERS = 3  # outer voices asked


def denied_contents(
    parse: Parse, sentence: tuple[int, int], sayings: Sayings, taken: Collection[int], lexicon: Lexicon
) -> Iterator[Clause]:  # fmt: skip
    """Clauses of what is denied, beside those of ``taken`` heads.

    "Denied *ordering the raid*", "refuted the allegation *that he had struck her*", "the story of *a tiger roaming the woods*".
    """
    for i in range(*sentence):
        if parse.upos[i] not in {"VERB", "AUX", "ADJ", "NOUN"} or i in taken:
            continue
        noun = _story_of(parse, i, lexicon)
        if noun is not None and _under_denial(parse, noun, sayings, lexicon):
            yield Clause(i, i, noun, lemma(parse, i), bounds=_bounds(parse, i), parts=_parts(parse, i))
            continue
        told = _told(parse, i, lexicon) and _under_denial(parse, parse.heads[i], sayings, lexicon)
        if told or _gerund(parse, i, sayings, lexicon):
            yield Clause(i, i, i, lemma(parse, i))


def _gerund(parse: Parse, i: int, sayings: Sayings, lexicon: Lexicon) -> bool:
    """"Denied *ordering* the raid", which may itself be a word that attributes."""
    above = parse.heads[i]
    deed = base(parse.relations[i]) in {"xcomp", "ccomp"} and frame(parse, i) == "ing" and not kin(parse, i, "nsubj")
    return deed and above in sayings.cue_words and denies(parse, above, lexicon)


def _told(parse: Parse, i: int, lexicon: Lexicon) -> bool:
    """"The allegation *that he struck her*", "the claim *of shooting down* a plane"."""
    noun = parse.heads[i]
    if noun < 0 or parse.lemmas[noun].lower() not in lexicon.words["report_noun"] or not completes(parse, i):
        return False
    return any(form in {"that", "of"} for _, form in marks(parse, i)) or frame(parse, i) == "that"


def _story_of(parse: Parse, i: int, lexicon: Lexicon) -> int | None:
    """The noun in "the story of a tiger *roaming* the woods"."""
    thing = parse.heads[i]
    if parse.relations[i] != "acl" or parse.xpos[i] not in {"VBG", "VBN"} or base(parse.relations[thing]) != "nmod" or thing > i:
        return None
    noun = parse.heads[thing]
    of = any(form in {"of", "about"} for _, form in marks(parse, thing))
    return noun if of and parse.lemmas[noun].lower() in lexicon.words["report_noun"] else None


def _parts(parse: Parse, i: int) -> tuple[tuple[str, int], ...]:
    """Who takes part in what a participle tells of the noun that it hangs on."""
    role = "agent" if parse.xpos[i] == "VBG" else "target"
    return ((role, parse.heads[i]), *(("target", j) for j in kin(parse, i, "obj")[:1] if role == "agent"))


def _bounds(parse: Parse, i: int) -> tuple[int, int]:
    """From the thing, without its "of", to the end of what it does."""
    thing = parse.heads[i]
    ahead = [parse.subtree(j)[0] for j in parse.children[thing] if j < thing and base(parse.relations[j]) != "case"]
    return min([thing, *ahead]), parse.subtree(i)[1]


def _under_denial(parse: Parse, noun: int, sayings: Sayings, lexicon: Lexicon) -> bool:
    """Whether a word that denies governs what is told: "*rejected* the claim", "the claim *was rejected* by the army"."""
    above = parse.heads[noun]
    return above in sayings.cue_words and parse.relations[noun] in {"obj", "obl", "nsubj:pass"} and denies(parse, above, lexicon)


def denies(parse: Parse, cue: int, lexicon: Lexicon) -> bool:
    """Whether what a cue governs is said not to be so: "denied", "rejected"; not "did not deny"."""
    found = lexicon.signatures.get((lemma(parse, cue), "noun"))
    return found is not None and found[0].polarity == "-"


def denied_by(
    parse: Parse, clause: Clause, said: Attribution | None, sayings: Sayings, pack: Pack
) -> Iterator[tuple[Attribution, Commitment]]:  # fmt: skip
    """Those further out who say no to what a source claims, the nearest first, and how surely they do.

    "The Front dismissed claims that it had *agreed* to release the men": it denies the agreeing.
    """
    for outer in [one for one in sayings.way(said)[1:] if one.cue][:_DENIERS] if said else ():
        top = sayings.governing_cue(clause.head, outer)
        held = commitment_of(parse, clause.predicate, clause.head, pack, top)
        meant = sayings.governing_cue(clause.head, said)
        if held.polarity == "?" and meant is not None and parse.heads[clause.top] == meant and frame(parse, clause.top) == "to":
            held = commitment_of(parse, meant, meant, pack, sayings.governing_cue(meant, outer))
        if held.polarity == "-" or (held.polarity == "+" and top is not None and denies(parse, top, lexicon(pack))):
            yield outer, held
