"""Which clauses say something that can be so or not: no labels, thanks, credits."""

from __future__ import annotations

from sayso.records import Parse

from .circumstances import Argument
from .clause import Clause
from .control import passive, subjects
from .cues import local_cues
from .lexicon import Lexicon
from .sayings import Sayings
from .scale import OPEN
from .tree import frame, kin, marks, verbal


def says_something(parse: Parse, clause: Clause, roles: list[Argument], tables: Lexicon, told: bool = False) -> bool:
    """Not "is" alone, no label, no thanks. ``told``: a source says it, and not the outlet itself."""
    if clause.parts and clause.nature == "presupposed" and len(roles) < len(clause.parts):
        return False
    if parse.upos[clause.head] in {"PRON", "DET"} or parse.xpos[clause.head].startswith("W"):
        return False
    if parse.upos[clause.head] == "NOUN" and (clause.head != clause.predicate or not kin(parse, clause.head, "cop", "nsubj")):
        return True
    named = any(parse.upos[j] in {"NOUN", "PROPN"} for j in subjects(parse, clause.predicate, tables))
    full = named or any(a.mention.form != "pronoun" for a in roles) or _complete(parse, clause, tables)
    if not full and not (told and _predicated(parse, clause, tables)):
        return False
    return not _empty(parse, clause, tables)


def _predicated(parse: Parse, clause: Clause, tables: Lexicon) -> bool:
    """A source's "this was wrong", "he was overruled": little, but somebody says it."""
    meant = clause.lemma not in {"be", "do", "have"} and (clause.lemma, "verb") not in tables.stances
    return meant and verbal(parse, clause.predicate) and bool(subjects(parse, clause.predicate, tables))


def _complete(parse: Parse, clause: Clause, tables: Lexicon) -> bool:
    """Said of a pronoun, but with more than a bare predicate: "he has admitted that ..."."""
    word = clause.predicate
    if kin(parse, word, "expl"):
        return bool(kin(parse, word, "ccomp", "csubj", "xcomp"))
    if kin(parse, word, "csubj"):  # "how many live there is disputed"
        return True
    if parse.upos[word] in {"NOUN", "PROPN"} and kin(parse, word, "case") and kin(parse, word, "cop"):  # "he was on a list"
        return bool(subjects(parse, word, tables))
    if _befallen(parse, word, tables):
        return True
    return bool(subjects(parse, word, tables)) and bool(kin(parse, word, "obj", "obl", "ccomp", "xcomp", "advcl", "nmod"))


def _befallen(parse: Parse, word: int, tables: Lexicon) -> bool:
    """"He was not hurt", "she survived": little is said, but of somebody."""
    someone = (j for j in kin(parse, word, "nsubj") if parse.xpos[j] == "PRP")
    named = any(parse.lemmas[j].lower() not in tables.words["deictic"] for j in someone)
    return named and (passive(parse, word) or parse.lemmas[word].lower() in tables.words["befalls_alone"])


def _empty(parse: Parse, clause: Clause, tables: Lexicon) -> bool:
    """Thanks, credits, how the report knows, or what is put to the hearer: "we thank them", "you know"."""
    whose = {parse.word(j).lower() for j in subjects(parse, clause.predicate, tables)}
    if whose and whose <= tables.words["hearer"]:
        return True
    if _nameless(parse, clause, tables):
        return True
    if clause.lemma in tables.words["anonymity"] and passive(parse, clause.predicate) and _wished(parse, clause, tables):
        return True
    if _courteous(parse, clause, tables) or _credit(parse, clause, tables):
        return True
    return tables.opinions.get(clause.lemma) == "courtesy"


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


def _credit(parse: Parse, clause: Clause, tables: Lexicon) -> bool:
    """"Edited by", "reporting by": who made the report, not what it says."""
    word = clause.predicate
    made = tables.opinions.get(parse.lemmas[word].lower()) == "credit" and not subjects(parse, word, tables)
    return made and any(form in tables.words["agent"] for j in kin(parse, word, "obl", "nmod") for _, form in marks(parse, j))


def only_speaks(parse: Parse, clause: Clause, sayings: Sayings, tables: Lexicon) -> bool:
    """"The paper wrote", "they confirmed the news on Monday": that somebody speaks, and nothing of what is said.

    Who denies, or did not confirm, takes a side: "the office denied this" is told; "neither confirmed nor denied it" takes none.
    """
    word = clause.head
    denied = any(cue.effect.polarity == "-" for cue in local_cues(parse, word, tables))
    if denied and parse.lemmas[word].lower() in tables.words["denial"]:
        return not kin(parse, word, "ccomp", "xcomp")
    if word not in sayings.cue_words or denied or _denies(parse, word, tables):
        return False
    if sayings.quotes(word):  # "“A lie,” he said"
        return True
    told = kin(parse, word, "obj", "obl", "ccomp", "xcomp", "advcl")
    told += [j for j in parse.children[word] if parse.relations[j] == "nsubj:pass" and parse.upos[j] in {"NOUN", "PROPN"}]
    empty = tables.words["report_noun"] | tables.words["deictic"]
    return all(parse.lemmas[j].lower() in empty or parse.mention_types[j] == "time" for j in told)


def _denies(parse: Parse, word: int, tables: Lexicon) -> bool:
    rows = (tables.signatures.get((parse.lemmas[word].lower(), frame)) for frame in ("that", "noun"))
    return any(row is not None and row[0].polarity == "-" for row in rows)
