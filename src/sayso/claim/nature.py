"""Whether a clause states something, or judges, asks, demands, or takes it for granted."""

from __future__ import annotations

import re

from sayso.records import Nature, Parse

from .clause import Clause, asked
from .control import subjects
from .cues import commanded, sentence_cue
from .lexicon import Lexicon
from .sayings import Sayings
from .scale import OPEN
from .tree import base, finished, frame, kin, lemma, marks

_STOP = re.compile(r"[.!?]+(?=[\s”\"’']|$)")
# Characters to the end of the longest sentence people write.
_FAR = 600
# Deeper than any sentence people write.
_DEEPEST = 60


def nature_of(parse: Parse, clause: Clause, sayings: Sayings, lexicon: Lexicon) -> Nature:
    """"When the army withdrew" is presupposed, "who fired first?" a question, "(urged them) to leave" an order, "it was a
    shame" and "they should go" opinions; all else is stated."""
    if clause.nature != "stated":
        return clause.nature
    if _for_granted(parse, clause.top, lexicon):
        return "presupposed"
    if _questioned(parse, clause, sayings, lexicon):
        return "question"
    if _ordered(parse, clause, lexicon):
        return "order"
    return "opinion" if judges(parse, clause, lexicon) or _demands(parse, clause, lexicon) else "stated"


def _for_granted(parse: Parse, top: int, lexicon: Lexicon) -> bool:
    """A clause of time; one before the main clause by "when"; what somebody is said to know, or to regret."""
    kind, above = base(parse.relations[top]), parse.heads[top]
    if kind == "advcl" and finished(parse, top):
        words = {form for _, form in marks(parse, top)}
        words |= {parse.word(j).lower() for j in kin(parse, top, "advmod") if parse.xpos[j] == "WRB"}
        return bool(words & lexicon.words["dates_from"]) or (top < above and "when" in words)
    known = kind in {"ccomp", "csubj"} and lemma(parse, above) in lexicon.words["factive"] and frame(parse, top) == "that"
    return known and not asked(parse, top, lexicon) and all(parse.xpos[j] != "MD" for j in kin(parse, top, "aux"))


def _questioned(parse: Parse, clause: Clause, sayings: Sayings, lexicon: Lexicon) -> bool:
    """In a sentence that ends with a question mark, on the same word as the mark; or after "asked whether"."""
    word, above = clause.top, parse.heads[clause.top]
    asking = above >= 0 and above in sayings.cue_words and parse.lemmas[above].lower() in lexicon.words["asks_about"]
    if asking and asked(parse, clause.top, lexicon):
        return True
    if _quoted_question(parse, clause, sayings):
        return True
    for _ in range(_DEEPEST):
        if parse.heads[word] < 0:
            break
        if parse.relations[word] == "acl:relcl" or base(parse.relations[word]) == "appos":
            return False
        word = parse.heads[word]
    mark = next((c.word for c in sentence_cue(parse, word, lexicon) if c.effect == OPEN), None)
    if mark is None:
        return False
    whose = sayings.innermost(mark)
    return whose is sayings.innermost(clause.head) or whose is None or whose.cue is None


def _quoted_question(parse: Parse, clause: Clause, sayings: Sayings) -> bool:
    """Whether the source's words end with a question mark, in the sentence of the clause: "“Who fired?” he asked"."""
    said, head = sayings.innermost(clause.head), parse.words[clause.head]
    piece = next((s for s in said.content if s.covers(head)), None) if said and said.cue else None
    if piece is None:
        return False
    following = parse.text[head.end : min(piece.end + 1, head.end + _FAR)]
    stop = _STOP.search(following)
    return stop is not None and "?" in stop.group()


def _ordered(parse: Parse, clause: Clause, lexicon: Lexicon) -> bool:
    """"Leave the town", "urged them to leave", "demanded that he leave"."""
    if commanded(parse, clause.top, lexicon):
        return True
    above, word = parse.heads[clause.top], clause.top
    for _ in range(_DEEPEST):
        if above < 0 or base(parse.relations[word]) != "conj":
            break
        word, above = above, parse.heads[above]
    asking = above >= 0 and parse.lemmas[above].lower() in lexicon.words["tells_to"]
    helpers = {parse.word(j).lower() for j in kin(parse, word, "aux")}
    subjunctive = (parse.xpos[word] == "VB" and helpers <= {"be", "not"}) or "should" in helpers
    return asking and (frame(parse, word) == "to" or (base(parse.relations[word]) == "ccomp" and subjunctive))


def judges(parse: Parse, clause: Clause, lexicon: Lexicon) -> bool:
    """A judgement or a feeling: "this is terrible", "it was a cruel act", "we hope"."""
    word, kind = clause.predicate, lexicon.opinions.get(clause.lemma)
    whose = {parse.word(j).lower() for j in subjects(parse, word, lexicon)}
    if kind == "feeling":
        return bool(whose & lexicon.words["speaker"])
    predicated = bool(kin(parse, word, "cop")) or base(parse.relations[word]) in {"xcomp", "obj"}
    if kind in {"judgement", "quality"} and predicated:
        return not kin(parse, word, "case")
    judged = any(_judging(parse, word, j, lexicon) for j in kin(parse, word, "amod"))
    return judged and predicated and parse.upos[word] == "NOUN" and not kin(parse, word, "case", "ccomp", "csubj")


def _judging(parse: Parse, noun: int, adjective: int, lexicon: Lexicon) -> bool:
    """"A cruel act"; "a very hard choice", "this is a hard choice", but not "it is a hard drive"."""
    kind = lexicon.opinions.get(parse.word(adjective).lower())
    of_pronoun = all(parse.xpos[j] == "DT" for j in kin(parse, noun, "nsubj"))
    return kind == "judgement" or (kind == "quality" and (of_pronoun or bool(kin(parse, adjective, "advmod"))))


def _demands(parse: Parse, clause: Clause, lexicon: Lexicon) -> bool:
    """What should or must be: "they should go"; not what must have been."""
    word = clause.predicate
    own = kin(parse, word, "aux") or (
        kin(parse, parse.heads[word], "aux") if parse.relations[word] == "conj" and not kin(parse, word, "nsubj") else []
    )
    norm = any(parse.word(j).lower() in lexicon.words["norm"] and parse.xpos[j] == "MD" for j in own)
    guessed = any(parse.word(j).lower() == "must" for j in own) and any(parse.lemmas[j] == "have" for j in own)
    return norm and not guessed
