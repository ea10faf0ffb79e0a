"""What "he", "they" and "its" take up."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterable

from sayso.records import Parse, Quotation

from .clusters import Cluster, Clusters
from .lexicon import Lexicon
from .phrases import Phrase
from .prominence import says, signs, signs_of_none, sort
from .speakers import Quoted

_WINDOW = 40  # mentions looked back over
_FAR = 3  # sentences
_SURE = {"he": 0.2, "they": 0.4, "it": 0.4}  # a probability below which it is left open
_THINGS = frozenset(("organization", "place", "facility", "object", "event", "abstract", "group", "other"))


def join_pronouns(parse: Parse, clusters: Clusters, quotations: tuple[Quotation, ...], lexicon: Lexicon) -> None:
    """Joins pronouns of the third person to the earlier mention that number, gender, syntax and prominence speak for.

    First those outside of quotations, so that it is known who speaks in each: "I" is the speaker there, "he" is not.
    """
    quoted = Quoted(parse, clusters.phrases, quotations, lexicon)
    at = {p.head: i for i, p in enumerate(clusters.phrases)}
    _join_third(parse, clusters, at, quoted, lexicon, inside=False)
    if quoted.outer:
        _join_first(clusters, quoted)
        _join_third(parse, clusters, at, quoted, lexicon, inside=True)


def _join_third(
    parse: Parse, clusters: Clusters, at: dict[int, int], quoted: Quoted, lexicon: Lexicon, inside: bool
) -> None:
    window: deque[int] = deque(maxlen=_WINDOW)
    left: Phrase | None = None
    for i, p in enumerate(clusters.phrases):
        here = p.is_pronoun and p.person == 3 and (quoted(p.mention.span.start) >= 0) == inside
        if here and len(clusters[i].members) == 1:
            found = None if _goes_on(p, left, quoted) else _antecedent(parse, clusters, p, at, window, quoted, lexicon)
            left = p if found is None and p.number == "plur" else left
            if found is not None:
                clusters.join_unnamed(found, i)
        if not p.is_pronoun or (p.person == 3 and len(clusters[i].members) > 1):
            window.append(i)


def _join_first(clusters: Clusters, quoted: Quoted) -> None:
    """"I" in a quotation is its one speaker, "we" the body or the several who speak; of one man's "we" nobody knows."""
    for i, p in enumerate(clusters.phrases):
        start = p.mention.span.start
        speaker = quoted.speaker.get(quoted(start)) if p.is_pronoun and p.person == 1 else None
        if speaker is None or quoted.nested(start):
            continue
        many = clusters[speaker].kind in ("group", "organization") or clusters.phrases[speaker].number == "plur"
        if many == (p.number == "plur") and (many or clusters[speaker].kind == "person"):
            clusters.join_unnamed(speaker, i)


def _goes_on(p: Phrase, left: Phrase | None, quoted: Quoted) -> bool:
    """"*They* have lorries. *Their* commander has guards. *They* ...": what was left open before stays open."""
    if left is None or p.number != "plur" or p.sentence - left.sentence > 1 or p.sentence == left.sentence:
        return False
    return quoted(p.mention.span.start) == quoted(left.mention.span.start)


def _subject_ahead(parse: Parse, clusters: Clusters, p: Phrase, at: dict[int, int]) -> int | None:
    """"In *his* letter, Omar Din asked": the subject of the clause that the pronoun's phrase opens."""
    top = p.head
    for _ in range(8):
        link, head = parse.relations[top].split(":")[0], parse.heads[top]
        if head < 0 or link in ("conj", "ccomp", "parataxis", "nsubj", "root"):
            return None
        if link in ("advcl", "obl") and top < head:
            subject = parse.child(head, "nsubj")
            if subject is None or subject not in at or subject < p.head or (p.case != "poss" and link == "obl"):
                return None
            k = at[subject]
            opens = parse.subtree(top)[0] == parse.sentences[p.sentence][0]
            return k if opens and not clusters.phrases[k].is_pronoun and _agrees(p, clusters.phrases[k], clusters[k]) else None
        top = head
    return None


def _antecedent(
    parse: Parse, clusters: Clusters, p: Phrase, at: dict[int, int], window: deque[int], quoted: Quoted, lexicon: Lexicon
) -> int | None:
    ahead = _subject_ahead(parse, clusters, p, at)
    if ahead is not None:
        return ahead
    found = _admitted(parse, clusters, p, window, quoted)
    if not found:
        return None
    weights = lexicon.prominence[sort(p)]
    scores = [
        sum(weights.get(s, 0.0) for s in signs(parse, p, clusters.phrases[k], clusters[k], quoted, rank, len(found)))
        for rank, k in enumerate(found, 1)
    ]
    none = sum(weights.get(s, 0.0) for s in signs_of_none(parse, p, quoted))
    best = max(range(len(found)), key=scores.__getitem__)
    if _share(scores[best], (*scores, none)) < _SURE[sort(p)]:
        return None
    return None if p.number == "plur" and _pair(parse, clusters, p, window, found[best]) else found[best]


def _admitted(parse: Parse, clusters: Clusters, p: Phrase, window: deque[int], quoted: Quoted) -> list[int]:
    """The mentions that the pronoun may take up by number, gender and syntax, the nearest first, one of each entity."""
    found: list[int] = []
    seen = {_barred(clusters, p, quoted)}
    for k in reversed(window):
        q = clusters.phrases[k]
        if p.sentence - q.sentence > _FAR:
            break
        if clusters.of[k] in seen or not _agrees(p, q, clusters[k]) or not _free(parse, p, q) or _hears(parse, p, q, quoted):
            continue
        seen.add(clusters.of[k])
        found.append(k)
    return found


def _pair(parse: Parse, clusters: Clusters, p: Phrase, window: deque[int], best: int) -> bool:
    """May "they" be several who are named together? They are no mention."""
    return _one_of_several(parse, clusters.phrases[best]) or _pair_between(parse, clusters, p, window, best)


def _hears(parse: Parse, p: Phrase, q: Phrase, quoted: Quoted) -> bool:
    """"Din told *Brandt*: 'She left'": who is told something is "you" in it, and who tells it "I"."""
    number = quoted(p.mention.span.start)
    return p.sentence == q.sentence and quoted.whole(number) and quoted(q.mention.span.start) != number and says(parse, q)


def _share(one: float, scores: Iterable[float]) -> float:
    """The probability of one of several by their scores."""
    return 1.0 / sum(math.exp(min(s - one, 50.0)) for s in scores)


def _barred(clusters: Clusters, p: Phrase, quoted: Quoted) -> int:
    """Who speaks in the quotation says "I", and is not "he" there."""
    number = quoted(p.mention.span.start)
    speaker = quoted.speaker.get(number) if quoted.whole(number) else None
    return -1 if speaker is None else clusters.of[speaker]


def _one_of_several(parse: Parse, q: Phrase) -> bool:
    """"Uzbeks, Kyrgyz and Kazakhs": "they" are not the first of them, nor the last. A list is no mention."""
    joined = [q.head, parse.heads[q.head]] if parse.relations[q.head] == "conj" else [q.head]
    if len(joined) > 1 and parse.upos[joined[1]] in ("NOUN", "PROPN", "ADJ"):
        return True
    return any(parse.relations[c] == "conj" and parse.upos[c] in ("NOUN", "PROPN", "PRON") for c in parse.children[q.head])


def _pair_between(parse: Parse, clusters: Clusters, p: Phrase, window: deque[int], best: int) -> bool:
    """"Din and Brandt left when they ...": a pair is no mention, and nearer than what was found."""
    for k in reversed(window):
        q = clusters.phrases[k]
        if k <= best or p.sentence - q.sentence > 1:
            return False
        pair = q.mention.kind == "person" and q.number == "sing" and parse.relations[q.head].startswith(("nsubj", "obj", "obl"))
        second = parse.child(q.head, "conj") if pair else None
        if second is not None and parse.upos[second] in ("NOUN", "PROPN", "PRON"):
            return True
    return False


def _agrees(p: Phrase, q: Phrase, cluster: Cluster) -> bool:
    kind = cluster.kind
    if p.gender in ("m", "f"):
        return kind == "person" and cluster.admits_gender(p.gender) and "plur" not in cluster.numbers
    if p.lemma in ("it", "its", "itself"):
        return kind in _THINGS and q.number != "plur"
    if kind in ("place", "facility", "abstract", "event", "object") and q.number != "plur":
        return False
    return q.number != "sing" or kind in ("group", "organization")


def _free(parse: Parse, p: Phrase, q: Phrase) -> bool:
    """May the two be one by the syntax? Not where one holds the other, nor as two arguments of one verb."""
    if q.mention.span.covers(p.mention.span) and not (p.case == "poss" and q.head < p.head and parse.heads[p.head] != q.head):
        return False  # but: herders with *their* flocks
    if p.sentence != q.sentence:
        return p.case != "refl"
    verb, other = parse.heads[p.head], parse.heads[q.head]
    if p.case == "refl":
        return verb == other or parse.relations[q.head].startswith("nsubj")
    if p.case == "poss":
        return True
    if p.lemma == "her" and parse.relations[p.head] == "nmod:poss":
        return True
    return not (verb == other and not parse.relations[p.head].startswith("conj")) and not _above(parse, p.head, q.head)


def _above(parse: Parse, i: int, j: int) -> bool:
    """Does ``j`` hang on the phrase whose head is ``i``?"""
    for _ in range(12):
        j = parse.heads[j]
        if j < 0:
            return False
        if j == i:
            return True
    return False
