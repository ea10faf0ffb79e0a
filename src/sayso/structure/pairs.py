"""Which of two "the former" and "the latter" are."""

from __future__ import annotations

from sayso.records import Parse

from .clusters import Clusters
from .phrases import Phrase

_FAR = 40  # mentions looked back over
_WHO = frozenset(("person", "organization", "group", "place"))


def join_pairs(parse: Parse, clusters: Clusters) -> None:
    """"Lea Brandt and Otto Kern met; *the latter* said": the first or second of the latest two that "and" joins, or of the
    only two who are named in the sentence before. Of three nobody knows."""
    for i, p in enumerate(clusters.phrases):
        if p.lemma in ("former", "latter") and p.definite == "the" and not p.is_name and len(clusters[i].members) == 1:
            pair = _pair(parse, clusters, i)
            if pair is not None:
                clusters.join(pair[p.lemma == "latter"], i)


def _pair(parse: Parse, clusters: Clusters, i: int) -> tuple[int, int] | None:
    p = clusters.phrases[i]
    before = [k for k in range(max(0, i - _FAR), i) if _near(clusters, k, p)]
    at = {clusters.phrases[k].head: k for k in before}
    for k in reversed(before):
        first = at.get(parse.heads[clusters.phrases[k].head])
        if parse.relations[clusters.phrases[k].head] != "conj" or first is None or clusters.same(first, k):
            continue
        several = sum(parse.relations[c] == "conj" for c in parse.children[clusters.phrases[first].head])
        return (first, k) if several == 1 else None
    named = [k for k in before if clusters.phrases[k].is_name and p.sentence - clusters.phrases[k].sentence == 1]
    ones = {clusters.of[k]: k for k in reversed(named) if clusters[k].kind == "person"}
    return (min(ones.values()), max(ones.values())) if len(ones) == 2 else None


def _near(clusters: Clusters, k: int, p: Phrase) -> bool:
    q = clusters.phrases[k]
    return not q.is_pronoun and p.sentence - q.sentence <= 2 and clusters[k].kind in _WHO and q.lemma not in ("former", "latter")
