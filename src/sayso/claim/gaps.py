"""Clauses that leave their verb out: "the army lost five men, the rebels nine", "40 were held in Orsa and 12 in Pell"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.records import Parse

from .among import among
from .clause import Clause
from .control import passive, subjects
from .lexicon import Lexicon
from .tree import base, kin, marks

_BESIDE = ("conj", "appos", "parataxis")
_TRAILING = frozenset({"appos", "flat", "nummod", "nmod", "dep"})
# More parts than any such list has.
_MOST = 12


def gaps(parse: Parse, clauses: Iterable[Clause], lexicon: Lexicon) -> list[Clause]:
    """The claims without a verb of their own, each with the lemma of the verb that it shares."""
    clauses = list(clauses)
    counting = (c for c in clauses if parse.upos[c.predicate] == "VERB" and not c.parts and _counts(parse, c.predicate))
    found = [one for c in counting for word in _beside(parse, c.predicate) for one in _gap(parse, c, word, lexicon)]
    return found + among(parse, clauses, lexicon)


def _counts(parse: Parse, verb: int) -> bool:
    arguments = kin(parse, verb, "nsubj", "obj", "obl")
    return any(parse.upos[j] == "NUM" or kin(parse, j, "nummod") for j in arguments)


def _beside(parse: Parse, verb: int) -> list[int]:
    """Words set beside the arguments of a verb, and beside these."""
    found: list[int] = []
    near = [verb, *kin(parse, verb, "nsubj", "obj", "obl")]
    while near and len(found) < _MOST:
        more = kin(parse, near.pop(0), *_BESIDE)
        found += more
        near += more
    return found


def _gap(parse: Parse, clause: Clause, word: int, lexicon: Lexicon) -> Iterator[Clause]:
    who, count = (word, trailing(parse, word)) if parse.upos[word] != "NUM" else (_before(parse, word), word)
    if who is not None and count is not None:
        role = "target" if passive(parse, clause.predicate) else "agent"
        yield _claim(clause, count, (_first(parse, who), count), ((role, who), ("amount", count)))
    elif parse.upos[word] == "NUM":
        where = next((j for j in kin(parse, word, "nmod") if j > word and _locates(parse, j, lexicon)), None)
        if where is not None:
            acting = subjects(parse, clause.predicate, lexicon) if kin(parse, clause.predicate, "obj") else []
            shared = tuple(("agent", j) for j in acting)
            yield _claim(clause, word, (word, parse.subtree(where)[1]), (*shared, ("amount", word), ("place", where)))


def _claim(clause: Clause, head: int, bounds: tuple[int, int], parts: tuple[tuple[str, int], ...]) -> Clause:
    return Clause(head, head, clause.predicate, clause.lemma, "stated", True, bounds, parts)


def trailing(parse: Parse, noun: int) -> int | None:
    """The number that ends what hangs on a noun: "the rebels nine"."""
    after = [j for j in parse.children[noun] if j > noun and base(parse.relations[j]) in _TRAILING and parse.upos[j] == "NUM"]
    bare = [j for j in after if not marks(parse, j) and j == noun + 1 and not parse.children[j]]
    return bare[0] if bare and kin(parse, noun, "det") and not any(j < noun for j in kin(parse, noun, "nummod")) else None


def _before(parse: Parse, number: int) -> int | None:
    """"The front twelve", where the tree takes the noun for a part of the number."""
    noun = next((j for j in kin(parse, number, "compound") if j == number - 1 and parse.upos[j] == "NOUN"), None)
    return noun if noun is not None and any(j < noun for j in kin(parse, number, "det")) else None


def _first(parse: Parse, noun: int) -> int:
    first = noun
    while first > 0 and parse.upos[first - 1] in {"DET", "ADJ"}:
        first -= 1
    return first


def _locates(parse: Parse, word: int, lexicon: Lexicon) -> bool:
    return any(form in lexicon.words["locative"] for _, form in marks(parse, word))
