"""Those named or counted among more: "rescued 96, among them 14 children", "including a nurse", "nine of them officers"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.records import Parse

from .clause import Clause
from .control import passive
from .lexicon import Lexicon
from .tree import base, kin

_NOMINAL = frozenset({"NOUN", "PROPN"})
_LIGHT = frozenset({"DET", "NUM", "ADJ", "NOUN", "PROPN", "ADV", "ADP"})
_STOPS = frozenset({",", ".", "-", "–", "—", ";", ")"})
# Words from "among them" or "of them" to the noun that says who they were.
_NEAR = 6


def among(parse: Parse, clauses: Iterable[Clause], lexicon: Lexicon) -> list[Clause]:
    """What a clause says of several, said of those among them: one claim each, with the lemma of the verb that they share."""
    verbs = [c for c in clauses if parse.upos[c.predicate] == "VERB" and c.head == c.predicate and not c.parts]
    by_verb = {c.predicate: c for c in verbs}
    sentences = dict.fromkeys(parse.sentence_of[c.predicate] for c in verbs)
    found = []
    for k in sentences:
        for first, noun, number in _named(parse, range(*parse.sentences[k]), lexicon):
            clause = next((by_verb[i] for i in _above(parse, noun) if i in by_verb), None)
            if clause is not None:
                found.append(_claim(parse, clause, first, noun, number))
    return [c for c in found if c is not None]


def _claim(parse: Parse, clause: Clause, first: int, noun: int, number: int | None) -> Clause | None:
    verb = clause.predicate
    suffered = [j for j in kin(parse, verb, "obj") if j < first]
    does = [j for j in kin(parse, verb, "nsubj") if j < first]
    if not suffered and not does:
        return None
    role = "target" if suffered or passive(parse, verb) else "agent"
    beside = [noun, *(j for j in kin(parse, noun, "conj") if parse.upos[j] in _NOMINAL)]
    counts = [k for j in beside for k in kin(parse, j, "nummod")[:1]] if number is None else [number]
    parts = (*((role, j) for j in beside), *(("amount", k) for k in counts))
    last = max(noun, parse.subtree(noun)[1]) if number is None else max(noun, number)
    while last > noun and parse.upos[last] == "PUNCT":
        last -= 1
    return Clause(noun, noun, verb, clause.lemma, "stated", True, (first, last), parts)


def _named(parse: Parse, sentence: range, lexicon: Lexicon) -> Iterator[tuple[int, int, int | None]]:
    """The first word, the noun and, for "nine of them officers", the number of each."""
    for i in sentence[1:-1]:
        word, following = parse.word(i).lower(), parse.word(i + 1).lower()
        if word == "including" and base(parse.relations[i]) == "case" and parse.upos[parse.heads[i]] in _NOMINAL:
            yield i, parse.heads[i], None
        elif word in lexicon.words["among"] and following in lexicon.words["them"]:
            noun = _noun(parse, i + 2, sentence)
            if noun is not None:
                yield i, noun, None
        elif word == "of" and following in lexicon.words["them"] and parse.upos[i - 1] == "NUM" and parse.word(i - 2) in _STOPS:
            noun = _noun(parse, i + 2, sentence)
            if noun is not None:
                yield i - 1, noun, i - 1


def _noun(parse: Parse, first: int, sentence: range) -> int | None:
    """The noun of the phrase that begins with a word, where it ends or goes on with who that is, and no verb follows."""
    noun = None
    for j in range(first, min(first + _NEAR, sentence.stop)):
        if parse.upos[j] not in _LIGHT or (noun is not None and parse.upos[j] == "ADP"):
            break
        noun = j if parse.upos[j] in _NOMINAL and parse.relations[j] not in {"compound", "flat"} else noun
    else:
        return None
    verbless = noun is not None and parse.upos[j] not in {"VERB", "AUX", "PART"}
    return noun if verbless else None


def _above(parse: Parse, word: int) -> Iterator[int]:
    for _ in range(20):
        word = parse.heads[word]
        if word < 0:
            return
        yield word
