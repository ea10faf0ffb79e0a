"""Subjects a verb does not show: shared by coordination, controlled, or stood for by a relative pronoun."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.records import Parse, Span

from .lexicon import Lexicon
from .tree import announced, base, kin, lemma, marks, verbal

# No chain that people write is longer; hostile trees are left off here.
_LONGEST = 20
# Words of a subject that a claim may take in from outside its content.
_SHORT = 10
# Words between the beginning of a claim and its verb.
_FAR = 40


def subjects(parse: Parse, word: int, lexicon: Lexicon) -> list[int]:
    """The words that stand as subject of ``word``: its own, or that of the verb it shares or is controlled by."""
    for _ in range(_LONGEST):
        own = [j for j in kin(parse, word, "nsubj") if parse.relations[j] != "nsubj:outer"] or kin(parse, word, "nsubj")
        if own:
            ahead = [j for j in own if j < word] or own  # of two subjects one before the verb is the likelier
            ahead = ahead[:-1] if len(ahead) > 1 and _of_them(parse, ahead[-1], lexicon) else ahead
            return [k for j in ahead[-1:] for k in antecedent(parse, word, j, lexicon)]
        above, kind = parse.heads[word], base(parse.relations[word])
        if kin(parse, word, "expl", "csubj"):  # "it remains unclear" borrows from nobody
            return []
        if kind == "ccomp" and (noun := _said_of(parse, word, above, lexicon)) is not None:
            return [noun]
        if kind == "ccomp" and parse.xpos[word] == "VBG" and (seen := kin(parse, above, "iobj", "obj")):
            return seen[-1:]  # "showed *him* firing"
        if above < 0 or kind not in {"conj", "xcomp", "advcl", "acl"}:
            return []
        if kind == "acl":
            return _described(parse, word, above, lexicon) if verbal(parse, word) else []
        asked = kind == "advcl" and any(f in lexicon.words["asked_for"] for _, f in marks(parse, word))
        told = () if lemma(parse, above) in lexicon.words["promises"] else ("obj", "iobj")
        controller = kin(parse, above, *told) if kind == "xcomp" or asked else []
        if controller:
            return controller
        if kind == "xcomp" and lemma(parse, above) in lexicon.words["told_others"] and not passive(parse, above):
            return []
        word = above
    return []


def _of_them(parse: Parse, noun: int, lexicon: Lexicon) -> bool:
    """"Eleven patients, *most of them children*, died": an aside on the subject, and no second one."""
    first, last = parse.subtree(noun)
    aside = "," in (parse.word(first), parse.word(max(first - 1, 0)))
    return aside and any(parse.word(j).lower() in lexicon.words["them"] for j in range(first, min(last, first + 4) + 1))


def _said_of(parse: Parse, word: int, above: int, lexicon: Lexicon) -> int | None:
    """"The bridge, *which* the army says was mined": what "which" stands for, wherever the parser hung it."""
    if parse.relations[above] != "acl:relcl":
        return None
    pronouns = (j for i in (word, above) for j in parse.children[i] if j < above and parse.xpos[j] in {"WP", "WDT"})
    stands = any(parse.word(j).lower() in lexicon.words["relative"] for j in pronouns)
    return parse.heads[above] if stands and not marks(parse, word) else None


def _described(parse: Parse, word: int, noun: int, lexicon: Lexicon) -> list[int]:
    """"The guards killed", "the first to leave"; of "his plan to leave" it is "his", of "an appeal to leave" nobody."""
    infinitive = any(form in lexicon.words["infinitive"] for _, form in marks(parse, word))
    acts = parse.mention_types[noun] in {"person", "organization"} or parse.upos[noun] != "NOUN"
    if not infinitive or acts or announced(parse, word):
        return [noun]
    asks = parse.lemmas[noun].lower() in lexicon.words["content_noun"] | lexicon.words["tells_to"]
    return [] if asks else [j for j in parse.children[noun] if parse.relations[j] == "nmod:poss"]


def owned(parse: Parse, word: int) -> bool:
    """Whether a clause has its own subject or shares that of the verb beside it; a participle and "which" borrow one."""
    for _ in range(_LONGEST):
        own = kin(parse, word, "nsubj")
        if own or parse.heads[word] < 0:
            return not (own and parse.relations[word] == "acl:relcl" and parse.xpos[own[0]] in {"WP", "WDT"})
        if base(parse.relations[word]) not in {"conj", "xcomp"}:
            return False
        word = parse.heads[word]
    return False


def reached(parse: Parse, word: int, cue: int | None, contents: Sequence[Span]) -> int | None:
    """Where a claim begins that does not begin with its content: "three men are believed | to be hiding there",
    "the council has decided | to close the mill".

    ``contents``: the piece of the content in which the word stands, within which no subject need be reached for.
    """
    own = kin(parse, word, "nsubj")
    completes = cue is not None and parse.heads[word] == cue and parse.relations[word] == "xcomp"
    if not own and cue is not None and completes:
        described = base(parse.relations[cue]) == "acl" and parse.xpos[cue] in {"VBN", "VBD"}  # "a man believed to be Doren"
        if not passive(parse, cue) and not described:
            return _opening(parse, cue)
        own = kin(parse, cue, "nsubj") or ([parse.heads[cue]] if base(parse.relations[cue]) == "acl" else [])
    before = [j for j in own if j < word and not any(s.covers(parse.words[j]) for s in contents)]
    first = parse.subtree(before[0])[0] if before else None
    return first if first is not None and word - first < _FAR else None


def _opening(parse: Parse, verb: int) -> int:
    """Where the clause of a verb begins: at its subject, unless that is long or far; else at the verb and its auxiliaries."""
    first = verb
    while first > 0 and parse.heads[first - 1] == verb and base(parse.relations[first - 1]) in {"aux", "advmod", "cop"}:
        first -= 1
    subject = next((j for j in kin(parse, verb, "nsubj") if j < verb), None)
    if subject is None:
        return first
    start, end = parse.subtree(subject)
    return start if end + 1 == first and end - start < _SHORT else first


def antecedent(parse: Parse, word: int, subject: int, lexicon: Lexicon) -> list[int]:
    """What a relative pronoun stands for: the noun on which its clause hangs."""
    if parse.word(subject).lower() not in lexicon.words["relative"] or parse.upos[subject] != "PRON":
        return [subject]
    for _ in range(_LONGEST):
        cleft = parse.relations[word] == "advcl:relcl" and parse.upos[parse.heads[word]] == "NOUN"
        if cleft or parse.relations[word] == "acl:relcl":
            return _fitting(parse, parse.heads[word], parse.word(subject).lower(), lexicon)
        if parse.heads[word] < 0 or base(parse.relations[word]) not in {"conj", "xcomp", "ccomp"}:
            return [subject]
        word = parse.heads[word]
    return []


def _fitting(parse: Parse, noun: int, pronoun: str, lexicon: Lexicon) -> list[int]:
    """The noun, or the next one above it that the pronoun can stand for: "which" stands for no person."""
    for _ in range(_LONGEST):
        if parse.mention_types[noun] != "person" or pronoun not in lexicon.words["of_things"]:
            return [noun]
        if base(parse.relations[noun]) not in {"nmod", "conj", "appos"}:
            break
        noun = parse.heads[noun]
    return []


def headlined(parse: Parse, word: int, lexicon: Lexicon) -> bool:
    """"Ferry sinks; captain *held*": in a headline, which tells in the present, a past without an object is a passive."""
    last = parse.word(parse.sentences[parse.sentence_of[word]][1] - 1)
    told = parse.xpos[word] == "VBD" and not kin(parse, word, "aux", "obj", "ccomp", "xcomp") and last[-1:] not in ".!?”\"'"
    return told and parse.lemmas[word].lower() in lexicon.words["befalls"] | lexicon.words["done_by_saying"]


def _finite_by_mark(parse: Parse, word: int) -> bool:
    """"They fled when gunmen *shot* at the bus": behind a conjunction a lone participle is the past tense, mistaken."""
    if base(parse.relations[word]) not in {"advcl", "acl", "ccomp"} or parse.relations[word] == "acl:relcl":
        return parse.relations[word] == "acl:relcl"
    joined = any(parse.upos[j] == "SCONJ" for j in kin(parse, word, "mark"))
    return joined or any(parse.xpos[j] == "WRB" for j in kin(parse, word, "advmod"))


def passive(parse: Parse, word: int) -> bool:
    """Whether the subject suffers: "was killed", "Parents prosecuted", "troops sent north"."""
    for _ in range(_LONGEST):
        if any(parse.relations[j] in {"aux:pass", "nsubj:pass"} for j in parse.children[word]):
            return True
        if kin(parse, word, "aux", "cop") or parse.xpos[word] != "VBN":
            return False
        if kin(parse, word, "nsubj"):  # "12 were killed and 20 injured", "Mill burnt": a participle alone is no active verb
            return not kin(parse, word, "obj") and not _finite_by_mark(parse, word)
        if parse.relations[word] != "conj":
            return base(parse.relations[word]) in {"acl", "advcl", "xcomp"}
        word = parse.heads[word]
    return False
