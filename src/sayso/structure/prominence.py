"""How much speaks for one antecedent of a pronoun against another: signs, each with a weight that was fitted, not chosen.

The weights (``pronoun_weights.tsv``) are those of a conditional logit: of the earlier mentions that number, gender and syntax
admit, and "none of them", each has the sum of its signs; what is far ahead of all others is the antecedent.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.records import Parse

from .clusters import Cluster, compatible
from .phrases import Phrase
from .speakers import Quoted

_ROLES = {"nsubj": "subject", "obj": "object", "iobj": "object", "obl": "oblique", "nmod": "modifier", "compound": "modifier"}


def sort(p: Phrase) -> str:
    """The column of weights: "he", "they" or "it"."""
    return "he" if p.gender in ("m", "f") else "they" if p.number == "plur" else "it"


def signs_of_none(parse: Parse, p: Phrase, quoted: Quoted) -> Iterator[str]:
    """What speaks for no antecedent among the mentions before."""
    yield "none"
    yield f"none, {_role(parse, p)}"
    if quoted(p.mention.span.start) >= 0:
        yield "none, quoted"
    verb = parse.heads[p.head]
    if verb >= 0 and parse.child(verb, "cop") is not None:
        yield "none, copula"


def signs(parse: Parse, p: Phrase, q: Phrase, cluster: Cluster, quoted: Quoted, rank: int, of: int) -> Iterator[str]:
    """What speaks for ``q``, the ``rank``-th nearest of those admitted."""
    if of == 1:
        yield "the only one"
    away = p.sentence - q.sentence
    role, own = _role(parse, q), _role(parse, p)
    yield f"sentences {away}"
    yield f"rank {rank if rank < 4 else 4 if rank < 8 else 8}"
    yield f"{role}, {'same sentence' if away == 0 else 'before'}"
    if role in ("subject", "passive") and _of_main_clause(parse, q):
        yield f"main clause, {'same sentence' if away == 0 else 'before'}"
    if role == own:
        yield f"parallel {own}"
    yield f"mentions {min(len(cluster.members), 6)}"
    yield "name" if q.is_name else "pronoun" if q.is_pronoun else q.definite
    if cluster.named and not q.is_name:
        yield "named"
    yield from _kinds(p, q, cluster)
    yield from _voices(p, q, quoted, parse)
    if away == 0:
        yield from _structure(parse, p, q, role)


def _of_main_clause(parse: Parse, q: Phrase) -> bool:
    verb = parse.heads[q.head]
    return verb >= 0 and (parse.heads[verb] < 0 or (parse.relations[verb] == "conj" and parse.heads[parse.heads[verb]] < 0))


def _kinds(p: Phrase, q: Phrase, cluster: Cluster) -> Iterator[str]:
    if p.gender in ("m", "f"):
        yield "gender known" if cluster.genders else "gender unknown"
        return
    yield cluster.kind
    yield f"number {q.number}"
    if p.mention.kind != "other":
        near = compatible(p.mention.kind, cluster.kind)
        yield "kind seen" if p.mention.kind == cluster.kind else "kind near" if near else "kind off"


def _voices(p: Phrase, q: Phrase, quoted: Quoted, parse: Parse) -> Iterator[str]:
    inside, outside = quoted(p.mention.span.start), quoted(q.mention.span.start)
    if inside != outside:
        yield "into the quotation" if inside >= 0 else "out of the quotation"
    if 0 < p.sentence - q.sentence < 3 and _tells(parse, p) and _tells(parse, q):
        yield "both speak"


def _structure(parse: Parse, p: Phrase, q: Phrase, role: str) -> Iterator[str]:
    if q.mention.span.covers(p.mention.span):
        yield "holds the pronoun"
    if role == "subject" and p.case == "poss" and _hangs_on(parse, p.head, parse.heads[q.head]):
        yield "subject over its owner"
    clause = parse.heads[p.head]
    if role == "subject" and clause >= 0 and parse.relations[clause] == "ccomp" and parse.heads[clause] == parse.heads[q.head]:
        yield f"says of the {_role(parse, p)}"


def _hangs_on(parse: Parse, i: int, verb: int) -> bool:
    """Is ``verb`` the nearest verb over the word?"""
    for _ in range(6):
        i = parse.heads[i]
        if i < 0 or i == verb:
            return i == verb
        if parse.upos[i] == "VERB":
            return False
    return False


def _role(parse: Parse, q: Phrase) -> str:
    """What an apposition explains has its place: "Lea Brandt, *the mother* of the clerk, said"."""
    head = parse.heads[q.head] if parse.relations[q.head] in ("appos", "nmod:desc") else q.head
    link = parse.relations[head if head >= 0 else q.head]
    return "owner" if link == "nmod:poss" else "passive" if link == "nsubj:pass" else _ROLES.get(link.split(":")[0], "other")


def _tells(parse: Parse, q: Phrase) -> bool:
    return parse.relations[q.head] == "nsubj" and says(parse, q)


def says(parse: Parse, q: Phrase) -> bool:
    """Has the verb a clause of its own, as verbs of saying have? Who speaks is "I" in the quotation, who is told "you"."""
    verb = parse.heads[q.head]
    return verb >= 0 and parse.relations[q.head] in ("nsubj", "obj", "iobj") and (
        parse.child(verb, "ccomp", "parataxis") is not None or parse.relations[verb] == "parataxis"
    )
