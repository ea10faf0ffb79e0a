"""What a sentence takes for granted without claiming it: events by a definite noun, identifying clauses, appositions."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from sayso.records import Nature, Parse

from .clause import Clause
from .embed import signature
from .identifying import identified, known
from .lexicon import Lexicon
from .scale import HELD
from .tree import base, finished, kin, lemma, marks, past

_ASIDE = frozenset({",", "-", "–", "—"})
_AHEAD = frozenset({"det", "nmod", "amod", "compound", "nummod", "flat"})
_DETAIL = frozenset({"nmod", "acl", "amod", "compound", "nummod"})
# No apposition that people read has more words.
_LONGEST = 40


def granted(parse: Parse, sentence: tuple[int, int], taken: Collection[int], lexicon: Lexicon) -> list[Clause]:
    """Clauses beside those of ``taken`` heads: "after | the attack on the depot", "the man | who fled", "Doren, the mayor"."""
    found: list[Clause] = []
    for i in range(*sentence):
        relation = parse.relations[i]
        first = next((c for c in found if c.head == parse.heads[i] and relation == "conj" and c.bounds is None), None)
        if first is not None and i not in taken and parse.upos[i] == "VERB" == parse.upos[first.head]:
            found.append(replace(first, top=i, head=i, predicate=i, lemma=lemma(parse, i)))
        elif i not in taken and (nature := identified(parse, i, lexicon)) is not None:
            found.append(Clause(i, i, i, lemma(parse, i), nature, True))
        elif base(relation) == "appos":
            found += _apposed(parse, parse.heads[i], i)
        elif i not in taken and (event := _definite_event(parse, i, lexicon)) is not None:
            found.append(Clause(i, i, i, parse.lemmas[i].lower(), event, True))
    return found


def _definite_event(parse: Parse, i: int, lexicon: Lexicon) -> Nature | None:
    """"After the attack on the depot", "condemned the killing of two guards", "the fall of the tower blocked the road".

    What a thing led to or caused is stated: "the raid led to the death of two guards".
    """
    if parse.upos[i] != "NOUN" or parse.lemmas[i].lower() not in lexicon.event_nouns:
        return None
    above = parse.heads[i]
    whose = any(base(parse.relations[j]) == "nmod" and (j > i or parse.relations[j] == "nmod:poss") for j in parse.children[i])
    if above < 0 or not whose:
        return None
    if base(parse.relations[i]) in {"obj", "obl"} and parse.lemmas[above].lower() in lexicon.words["brings"]:
        brought = base(parse.relations[i]) == "obj" or any(form in {"to", "in"} for _, form in marks(parse, i))
        return "stated" if brought and finished(parse, above) else None
    if not known(parse, i, lexicon) and not _bare(parse, i):
        return None
    return "presupposed" if _presupposed(parse, i, above, lexicon) else None


def _bare(parse: Parse, i: int) -> bool:
    """"Held over *killing of* two guards", as headlines have it."""
    of = any(form == "of" for j in kin(parse, i, "nmod") for _, form in marks(parse, j))
    return of and parse.xpos[i] in {"NN", "VBG"} and not kin(parse, i, "det", "amod")


def _presupposed(parse: Parse, i: int, above: int, lexicon: Lexicon) -> bool:
    if base(parse.relations[i]) == "nsubj":
        return past(parse, above) and parse.upos[above] == "VERB"
    if any(form.split()[0] in lexicon.words["looks_back"] for _, form in marks(parse, i)):
        return finished(parse, _clause_over(parse, i))
    return base(parse.relations[i]) in {"obj", "obl", "nmod"} and _takes_for_granted(parse, above, i, lexicon)


def _clause_over(parse: Parse, i: int) -> int:
    """The verb over a noun; the root of the sentence where there is none."""
    while parse.heads[i] >= 0:
        i = parse.heads[i]
        if parse.upos[i] in {"VERB", "AUX"}:
            break
    return i


def _takes_for_granted(parse: Parse, above: int, i: int, lexicon: Lexicon) -> bool:
    """"Condemned the killing", "responsibility for the attack"."""
    found = signature(parse, above, "noun", lexicon)
    if base(parse.relations[i]) == "obj":
        return found == (HELD, HELD)
    over, forms = parse.lemmas[above].lower(), {form for _, form in marks(parse, i)}
    blamed = over in lexicon.words["answers_for"] and bool(forms & lexicon.words["blamed_for"])
    return blamed or (over in lexicon.words["held"] and bool(forms & lexicon.words["held_for"]))


def _apposed(parse: Parse, noun: int, beside: int) -> Iterator[Clause]:
    """"Doren, the mayor of Pell" or "the mayor of Pell, Ada Doren": that she is the mayor."""
    named = [j for j in (noun, beside) if parse.upos[j] == "PROPN"]
    called = [j for j in (noun, beside) if parse.upos[j] == "NOUN" and _describes(parse, j)]
    inner = parse.subtree(beside)[0]
    if len(named) != 1 or len(called) != 1 or not noun < inner or not _one_kind(parse, noun, beside):
        return
    if parse.word(inner) not in _ASIDE and parse.word(inner - 1) not in _ASIDE:
        return
    first, last = _edges(parse, noun, beside)
    listed = any(j > noun for j in kin(parse, noun, "conj"))
    if last - first <= _LONGEST and not listed:
        roles = (("agent", named[0]), ("attribute", called[0]))
        yield Clause(beside, called[0], called[0], parse.lemmas[called[0]].lower(), "presupposed", True, (first, last), roles)


def _edges(parse: Parse, noun: int, beside: int) -> tuple[int, int]:
    """From the noun with what stands before it to the last word beside it, without a comma."""
    ahead = (j for j in parse.children[noun] if j < noun and base(parse.relations[j]) in _AHEAD)
    first, last = min((parse.subtree(j)[0] for j in ahead), default=noun), parse.subtree(beside)[1]
    while last > beside and parse.upos[last] == "PUNCT" and parse.word(last) in _ASIDE:
        last -= 1
    return first, last


def _one_kind(parse: Parse, noun: int, beside: int) -> bool:
    """No person is a life, nor a thing a mayor; and of "a spokeswoman for the mayor, Ada Doren" either may be she."""
    over = parse.heads[noun]
    if base(parse.relations[noun]) == "nmod" and parse.mention_types[over] == parse.mention_types[noun] == "person":
        return parse.upos[noun] == "PROPN"
    kinds = {parse.mention_types[noun], parse.mention_types[beside]} - {"none"}
    return len(kinds) < 2 or "person" not in kinds


def _describes(parse: Parse, noun: int) -> bool:
    """More than an age or a bare word: "the mayor", "head of Pell's hospital"."""
    shown = any(parse.word(j).lower() in {"this", "that"} for j in kin(parse, noun, "det"))  # "this citizen, Leo" is spoken to
    if shown or parse.mention_types[noun] in {"time", "quantity"} or parse.xpos[noun] == "NNS":
        return False
    return bool(kin(parse, noun, "det")) or any(base(parse.relations[j]) in _DETAIL for j in parse.children[noun])
