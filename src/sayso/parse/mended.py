"""Two slips of the tree that the words themselves show, put right: who was hurt after who was killed, and where a main clause is.

"The blast killed five and *wounded 12*", "A man believed to be the owner *was shot*".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.lang import Pack

from .outcomes import outcomes
from .phrasal import answered, claimed_by, gerunds

_NUMERAL = "CD"
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_COUNTED = {"VBD": ("VBD", "VBN"), "VBG": ("VBG",), "VBZ": ("VBZ", "NNS")}
_UP = frozenset({"conj", "amod", "obj", "acl", "nummod", "appos", "advcl"})
# Words between a verb and the number of those it befell ("at least", "as many as"), and from a number to its noun.
_NEAR = 4
# More than any sentence people write.
_DEEPEST = 200


@dataclass(frozen=True, slots=True)
class Known:
    """What a language has for it: ``governed``, verbs with the prepositions by which they take a second object; ``bounds``,
    words that stand before numbers ("at", "least", "about"); ``outcomes``, verbs that tell what an event did."""

    governed: frozenset[tuple[str, str]] = frozenset()
    bounds: frozenset[str] = frozenset()
    phrasal: frozenset[tuple[str, str]] = frozenset()  # verbs of two words that deny
    told: frozenset[str] = frozenset()  # words for something told
    outcomes: frozenset[str] = frozenset()
    tellings: frozenset[str] = frozenset()  # nouns that say that somebody says something: "accusation"


@dataclass(frozen=True, slots=True)
class Tree:
    """The tree of a text as it is being put right: lists of its parse, to be changed in place."""

    words: Sequence[str]
    upos: list[str]
    xpos: list[str]
    lemmas: Sequence[str]
    heads: list[int]
    relations: list[str]

    def hang(self, i: int, head: int, relation: str) -> None:
        self.heads[i], self.relations[i] = head, relation

    def children(self, i: int, sentence: range) -> list[int]:
        return [j for j in sentence if self.heads[j] == i]

    def above(self, i: int) -> Iterator[int]:
        """The words over a word, the nearest first."""
        for _ in range(_DEEPEST):
            i = self.heads[i]
            if i < 0:
                return
            yield i


def known(pack: Pack) -> Known:
    before = (row[0] for row in pack.table("bounds") if row[2] == "before")
    denying = (row[0].split() for row in pack.table("cues") if row[2] == "denial" and " " in row[0])
    return Known(
        frozenset((row[0], row[1]) for row in pack.table("verb_prepositions")), frozenset(w for b in before for w in b.split()),
        frozenset((words[0], words[1]) for words in denying), pack.column("told_words"), pack.column("outcome_verbs"),
        frozenset(row[0] for row in pack.table("cues") if row[1] == "noun" and "that" in row[4].split(",")),
    )  # fmt: skip


def mend(tree: Tree, sentences: Sequence[tuple[int, int]], known: Known) -> None:
    """Every sentence of a text put right."""
    for first, stop in sentences:
        if stop - first <= _DEEPEST:
            _count(tree, range(first, stop), known)
            _main_clause(tree, range(first, stop))
            _held_to_be(tree, range(first, stop))
            _strays(tree, range(first, stop))
            _second_object(tree, range(first, stop), known)
            outcomes(tree, range(first, stop), known.outcomes)
            answered(tree, range(first, stop), known.phrasal, known.told)
            gerunds(tree, range(first, stop))
            claimed_by(tree, range(first, stop), known.tellings)


def _count(tree: Tree, sentence: range, known: Known) -> None:
    """"Killed three guards | and *wounded nine*": a second verb with its own number is no second number of the first."""
    for k in sentence[2:-1]:
        if tree.upos[k - 1] != "CCONJ" or tree.xpos[k] not in {"VBD", "VBN", "VBG", "VBZ", "NNS"}:
            continue
        number = _number(tree, k, sentence, known)
        verb = _first_verb(tree, k, sentence) if number is not None else None
        if number is None or verb is None or tree.heads[number] == k:
            continue
        tree.hang(k, verb, "conj")
        tree.hang(number, k, "obj")
        tree.hang(k - 1, k, "cc")
        bound = next(i for i in range(k + 1, number + 1) if tree.xpos[i] == _NUMERAL)
        for i in range(k + 1, bound):  # "at least"
            if not k < tree.heads[i] <= number:
                tree.hang(i, bound, tree.relations[i])
        tree.upos[k], tree.xpos[k] = "VERB", tree.xpos[verb]


def _number(tree: Tree, k: int, sentence: range, known: Known) -> int | None:
    """The number right behind a verb, or the noun that it counts."""
    for i in range(k + 1, min(k + 2 + _NEAR, sentence.stop)):
        if tree.xpos[i] == _NUMERAL:
            noun = tree.heads[i] if tree.relations[i] == "nummod" else i
            acts = tree.relations[noun].startswith("nsubj")
            return noun if i <= noun <= i + _NEAR and noun in sentence and not acts else None
        if tree.words[i].lower() not in known.bounds:
            return None
    return None


def _first_verb(tree: Tree, k: int, sentence: range) -> int | None:
    """The verb beside which a second one stands: of its tense, with an object between the two."""
    below = k
    for i in tree.above(k):
        if tree.relations[below].partition(":")[0] not in _UP or i not in sentence:
            return None
        if i < k and tree.upos[i] == "VERB" and tree.xpos[k] in _COUNTED.get(tree.xpos[i], ()):
            told = [j for j in tree.children(i, sentence) if i < j < k and tree.relations[j] == "obj"]
            passive = any(tree.relations[j] == "aux:pass" for j in tree.children(i, sentence))
            return i if told and not passive else None
        below = i
    return None


def _main_clause(tree: Tree, sentence: range) -> None:
    """"A man believed to be the owner | *was shot*", "Reports that he fled | *have been denied*"."""
    for noun in sentence:
        own = tree.relations[noun] in {"root", "ccomp", "parataxis"} and tree.upos[noun] in {"NOUN", "PROPN"}
        children = tree.children(noun, sentence) if own else []
        if any(tree.relations[j].partition(":")[0] in {"cop", "nsubj", "aux", "expl"} for j in children):
            continue
        after = next((j for j in children if j > noun and tree.relations[j] in {"acl", "appos"} and tree.upos[j] == "VERB"), None)
        verb = _subjectless(tree, noun, after, sentence) if after is not None else None
        if after is not None and verb is not None:
            _turn(tree, noun, after, verb, sentence)
            return


def _held_to_be(tree: Tree, sentence: range) -> None:
    """"A woman *thought to be* his wife | *has been arrested*": who is thought so does not think."""
    for i in sentence[1:-3]:
        if tree.words[i + 1].lower() != "to" or tree.xpos[i] not in {"VBD", "VBN"} or tree.relations[i] == "acl":
            continue
        children = tree.children(i, sentence)
        if any(tree.relations[j].startswith("aux") for j in children):
            continue
        verb = _subjectless(tree, i, i, sentence)
        own = children if verb is None else [*children, *tree.children(verb, sentence)]
        noun = next((j for j in own if j < i and tree.relations[j].startswith("nsubj")), None)
        if verb is None or noun is None:
            continue
        place = tree.heads[i], tree.relations[i]
        tree.hang(noun, *place)
        tree.hang(i, noun, "acl")
        tree.xpos[i] = "VBN"
        _turn(tree, noun, i, verb, sentence)


def _subjectless(tree: Tree, noun: int, after: int, sentence: range) -> int | None:
    """A finite verb further on in the phrase of a noun, with an auxiliary and without a subject: its own."""
    for i in sentence:
        if i <= after or noun not in tree.above(i) or tree.relations[i] not in {"acl", "xcomp", "ccomp", "advcl", "appos"}:
            continue
        children = tree.children(i, sentence)
        helpers = [j for j in children if tree.relations[j].partition(":")[0] in {"aux", "cop"}]
        if not helpers and i > after + 1 and tree.heads[i] == noun and tree.xpos[i] in {"VBP", "VBZ"}:
            helpers = [i]  # "reports that he fled *come* as ..."
        led = any(tree.relations[j].partition(":")[0] in {"nsubj", "csubj", "expl"} and j > after for j in children)
        joined = any(tree.relations[j] == "mark" and tree.upos[j] == "SCONJ" for j in children)
        if helpers and tree.xpos[helpers[0]] in _FINITE and after < helpers[0] <= i and not led and not joined:
            return i
    return None


def _turn(tree: Tree, noun: int, after: int, verb: int, sentence: range) -> None:
    """The verb over the noun, which becomes its subject."""
    children = tree.children(verb, sentence)
    helpers = (j for j in children if tree.relations[j].partition(":")[0] in {"aux", "cop"} and j > after)
    helper = min(helpers, default=verb)
    suffers = any(tree.relations[j] == "aux:pass" for j in children)
    between = next((j for j in tree.children(after, sentence) if after < j < helper and tree.relations[j] == "xcomp"), after)
    tree.relations[after] = "acl"
    tree.hang(verb, tree.heads[noun], tree.relations[noun])
    tree.hang(noun, verb, "nsubj:pass" if suffers else "nsubj")
    for j in children:
        if after < j < helper:
            tree.hang(j, between, "cop" if tree.words[j].lower() == "be" else tree.relations[j])
    for j in tree.children(after, sentence):
        if j < noun and tree.relations[j] in {"mark", "cc"}:  # "said *that* a man thought to be ..."
            tree.hang(j, verb, tree.relations[j])
    last = sentence[-1]
    if tree.upos[last] == "PUNCT" and tree.heads[last] in {noun, after}:
        tree.hang(last, verb, "punct")


def _strays(tree: Tree, sentence: range) -> None:
    """"*The woman* is *not* Abu Sami's wife", "showed *him* beating a guard": words hung on the wrong one of two neighbours."""
    for i in sentence:
        head, relation = tree.heads[i], tree.relations[i]
        over = tree.heads[head] if head > i else i
        twin = relation == "conj" and tree.xpos[head] == "VBG" and tree.words[i].endswith("ing") and tree.xpos[i] != "VBG"
        if twin and any(tree.relations[j] == "obj" for j in tree.children(i, sentence)):
            tree.upos[i], tree.xpos[i] = "VERB", "VBG"  # "killing 26 and *injuring* dozens"
        if relation == "nummod" and over < i and tree.relations[head] == "xcomp" and tree.upos[head] in {"ADJ", "VERB"}:
            tree.hang(i, tree.heads[head], "obj")  # "left 24 injured"
        elif relation in {"nmod:poss", "compound", "amod", "nummod"} and head > i:
            _to_predicate(tree, i, head, sentence)
        elif relation == "obj" and head == i + 1 and tree.xpos[head] == "VBG" and tree.relations[head] in {"ccomp", "xcomp"}:
            more = any(j > head and tree.relations[j] == "obj" for j in tree.children(head, sentence))
            tree.relations[i] = "nsubj" if more else "obj"


def _to_predicate(tree: Tree, i: int, head: int, sentence: range) -> None:
    """What stands before a copula, and a denial behind it, are of the predicate and not of its owner."""
    copula = next((j for j in tree.children(head, sentence) if tree.relations[j] == "cop" and j < i), None)
    for j in tree.children(i, sentence) if copula is not None else ():
        subject = j < (copula or 0) and tree.relations[j].partition(":")[0] in {"nsubj", "expl"}
        denial = j == (copula or 0) + 1 and tree.words[j].lower() in {"not", "n't", "n’t", "never"}
        if subject or denial:
            tree.hang(j, head, tree.relations[j])


def _second_object(tree: Tree, sentence: range, known: Known) -> None:
    """"Accused the army *of the raid*": the raid is what it is accused of, and no part of the army."""
    for i in sentence:
        led = [j for j in tree.children(i, sentence) if tree.relations[j] == "case"] if tree.relations[i] == "nmod" else []
        thing, verb = tree.heads[i], tree.heads[tree.heads[i]] if led else -1
        if verb < 0 or tree.relations[thing] not in {"obj", "nsubj:pass"} or i < verb:
            continue
        word = tree.words[led[0]].lower()
        same = [j for j in tree.children(thing, sentence) if tree.relations[j] == "nmod" and j > i]
        if (tree.lemmas[verb].lower(), word) in known.governed and not same:
            tree.hang(i, verb, "obl")
