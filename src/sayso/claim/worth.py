"""Which clauses say something that can be so or not: no labels, thanks, judgements, credits."""

from __future__ import annotations

from sayso.records import Parse

from .arguments import Argument
from .clause import Clause
from .control import passive, subjects
from .cues import local_cues
from .lexicon import Lexicon
from .scale import OPEN
from .tree import frame, kin, marks


def says_something(parse: Parse, clause: Clause, roles: list[Argument], tables: Lexicon) -> bool:
    """Not "is" alone, no label, no thanks, no judgement."""
    if parse.upos[clause.head] in {"PRON", "DET"} or parse.xpos[clause.head].startswith("W"):
        return False
    if parse.upos[clause.head] == "NOUN" and not kin(parse, clause.head, "cop", "nsubj"):
        return True
    named = any(parse.upos[j] in {"NOUN", "PROPN"} for j in subjects(parse, clause.predicate, tables))
    if not named and not any(a.mention.form != "pronoun" for a in roles) and not _complete(parse, clause, tables):
        return False
    return not _opinion(parse, clause, tables)


def _complete(parse: Parse, clause: Clause, tables: Lexicon) -> bool:
    """Said of a pronoun, but with more than a bare predicate: "he has admitted that ..."."""
    word = clause.predicate
    if kin(parse, word, "expl"):
        return bool(kin(parse, word, "ccomp", "csubj", "xcomp"))
    return bool(subjects(parse, word, tables)) and bool(kin(parse, word, "obj", "obl", "ccomp", "xcomp", "advcl", "nmod"))


def _opinion(parse: Parse, clause: Clause, tables: Lexicon) -> bool:
    """A judgement, a feeling, thanks, or what is put to the hearer: "this is terrible", "we hope", "you know"."""
    whose = {parse.word(j).lower() for j in subjects(parse, clause.predicate, tables)}
    if whose and whose <= tables.words["hearer"]:
        return True
    if _nameless(parse, clause, tables):
        return True
    if clause.lemma in tables.words["anonymity"] and passive(parse, clause.predicate) and _wished(parse, clause, tables):
        return True
    if _courteous(parse, clause, tables) or _judging(parse, clause, tables) or _credit(parse, clause, tables):
        return True
    kind = tables.opinions.get(clause.lemma)
    if kind == "judgement":
        return bool(kin(parse, clause.predicate, "cop"))
    if kind == "feeling":
        return bool(whose & tables.words["speaker"])
    return kind == "courtesy"


def _nameless(parse: Parse, clause: Clause, tables: Lexicon) -> bool:
    """"Who spoke on condition of anonymity": how the report knows, not what."""
    near = [k for j in kin(parse, clause.predicate, "obl") for k in (j, *kin(parse, j, "nmod"))]
    return any(parse.lemmas[k].lower() in tables.words["namelessness"] for k in near)


def _wished(parse: Parse, clause: Clause, tables: Lexicon) -> bool:
    """"Asked not to be named"."""
    above = parse.heads[clause.predicate]
    signature = tables.signatures.get((parse.lemmas[above].lower(), "to")) if above >= 0 else None
    return frame(parse, clause.predicate) == "to" and signature is not None and signature[0] == OPEN


def _courteous(parse: Parse, clause: Clause, tables: Lexicon) -> bool:
    """"Our thoughts are with them", "we express our condolences"."""
    words = [*subjects(parse, clause.predicate, tables), *kin(parse, clause.predicate, "obj")]
    return any(parse.lemmas[j].lower() in tables.words["condolence"] and kin(parse, j, "nmod") for j in words)


def _judging(parse: Parse, clause: Clause, tables: Lexicon) -> bool:
    """"This is a disgusting act": a pronoun, and a noun with a word that judges."""
    word = clause.predicate
    if parse.upos[word] != "NOUN" or not kin(parse, word, "cop") or kin(parse, word, "ccomp", "csubj"):
        return False
    bare = all(parse.upos[j] == "PRON" for j in kin(parse, word, "nsubj", "expl"))
    return bare and any(tables.opinions.get(parse.lemmas[j].lower()) == "judgement" for j in kin(parse, word, "amod"))


def _credit(parse: Parse, clause: Clause, tables: Lexicon) -> bool:
    """"Edited by", "reporting by": who made the report, not what it says."""
    word = clause.predicate
    made = tables.opinions.get(parse.lemmas[word].lower()) == "credit" and not subjects(parse, word, tables)
    return made and any(form in tables.words["agent"] for j in kin(parse, word, "obl", "nmod") for _, form in marks(parse, j))


def only_speaks(parse: Parse, clause: Clause, cues: frozenset[int], tables: Lexicon) -> bool:
    """"The paper wrote", "they confirmed the news on Monday": that somebody speaks, and nothing of what is said.

    Who denies, or did not confirm, takes a side: "the office denied this" is told; "neither confirmed nor denied it" takes none.
    """
    word = clause.head
    denied = any(cue.effect.polarity == "-" for cue in local_cues(parse, word, tables))
    if denied and parse.lemmas[word].lower() in tables.words["denial"]:
        return not kin(parse, word, "ccomp", "xcomp")
    if word not in cues or denied or _denies(parse, word, tables):
        return False
    told = kin(parse, word, "obj", "obl", "ccomp", "xcomp", "advcl")
    empty = tables.words["report_noun"] | tables.words["deictic"]
    return all(parse.lemmas[j].lower() in empty or parse.mention_types[j] == "time" for j in told)


def _denies(parse: Parse, word: int, tables: Lexicon) -> bool:
    rows = (tables.signatures.get((parse.lemmas[word].lower(), frame)) for frame in ("that", "noun"))
    return any(row is not None and row[0].polarity == "-" for row in rows)
