"""What the grammar itself says is one: appositions, "X is the ...", "the city of X", "known as", "... (ABC)"."""

from __future__ import annotations

from collections import Counter

from sayso.records import Parse

from .clusters import Clusters, compatible
from .lexicon import Lexicon
from .name_kinds import stands_with_noun
from .phrases import Phrase
from .spelling import initials

_OPEN = ("(", "[")
_FILL = frozenset(("is", "was", ":", "“", "”", '"', "``", "''", "(", ",", "the", "‘", "’", "'", "as"))


def join_linked(parse: Parse, clusters: Clusters, lexicon: Lexicon) -> None:
    """Joins mentions that stand in apposition, in a definite predicate, or on both sides of "known as"."""
    at = {p.head: i for i, p in enumerate(clusters.phrases)}
    inside = {k: i for i, p in enumerate(clusters.phrases) if p.is_name for k in range(p.first, p.last + 1)}
    ends: dict[int, int] = {}
    for i, p in enumerate(clusters.phrases):
        if p.last not in ends or p.head == p.last:
            ends[p.last] = i
    for i, p in enumerate(clusters.phrases):
        _apposition(parse, clusters, at, i)
        _description(parse, clusters, inside, i)
        if p.is_name and i and stands_with_noun(parse, p.first, p.head):
            _noun_before(clusters, ends, i)
        if not p.is_pronoun:
            _predicate(parse, clusters, lexicon, at, i)
            _defining_of(parse, clusters, lexicon, at, i)
            _acronym(parse, clusters, i)
    _aliases(parse, clusters, lexicon, at, ends)


def _apposition(parse: Parse, clusters: Clusters, at: dict[int, int], i: int) -> None:
    """"Omar Din, the interior minister": a name and a noun, or two nouns; two names side by side are two."""
    p = clusters.phrases[i]
    link, head = parse.relations[p.head], parse.heads[p.head]
    if head not in at or p.is_pronoun or not (link == "appos" or (link in ("flat", "compound", "nmod:desc") and p.is_name)):
        return
    other = clusters.phrases[at[_explained(parse, clusters, at, p, head)]]
    head = other.head
    if link == "compound" and not (p.first > other.head or other.lemma == p.lemma):
        return
    if other.is_pronoun or not _agree(p, other) or parse.child(p.head, "case") is not None or _listed(parse, p.head):
        return
    clusters.join_unnamed(at[head], i)


def _explained(parse: Parse, clusters: Clusters, at: dict[int, int], p: Phrase, head: int) -> int:
    """"The health secretary of Sabz, *Lea Brandt*": a person explains the secretary, though a parser may say Sabz."""
    outer = parse.heads[head]
    person = p.is_name and p.mention.kind == "person" and parse.relations[p.head] == "appos"
    if not person or not clusters.phrases[at[head]].is_name or outer not in at or not parse.relations[head].startswith("nmod"):
        return head
    q = clusters.phrases[at[outer]]
    return outer if q.mention.kind == "person" and not q.is_name and not q.is_pronoun and q.number != "plur" else head


def _description(parse: Parse, clusters: Clusters, inside: dict[int, int], i: int) -> None:
    """"the authority's director Gen. Omar Din": the noun that describes the name is the same person."""
    p = clusters.phrases[i]
    if parse.relations[p.head] != "nmod:desc" or p.is_pronoun or p.is_name:
        return
    name = inside.get(parse.heads[p.head])
    if name is not None and _agree(p, clusters.phrases[name]):
        clusters.join_unnamed(name, i)


def _noun_before(clusters: Clusters, ends: dict[int, int], i: int) -> None:
    """"commander Omar Din": the noun that stands right before the name is the same."""
    k = ends.get(clusters.phrases[i].first - 1)
    if k is not None and not clusters.phrases[k].is_pronoun and _agree(clusters.phrases[k], clusters.phrases[i]):
        clusters.join_unnamed(k, i)


def _agree(a: Phrase, b: Phrase) -> bool:
    kinds = {a.mention.kind, b.mention.kind}
    if not compatible(a.mention.kind, b.mention.kind) and "other" not in kinds:
        return False
    if "any" in (a.number, b.number) or a.number == b.number:
        return a.gender == b.gender or "-" in (a.gender, b.gender)
    return "group" in kinds and "organization" in kinds


def _listed(parse: Parse, i: int) -> bool:
    """"officials, soldiers, and teachers" is a list, though a parser may take its second part for an apposition."""
    return any(parse.relations[c] == "conj" for c in parse.children[i])


def _predicate(parse: Parse, clusters: Clusters, lexicon: Lexicon, at: dict[int, int], i: int) -> None:
    """"Omar Din is the minister": the predicate is definite and said without "not" or "may"."""
    p = clusters.phrases[i]
    one = p.definite == "a" and p.number != "plur" and p.mention.kind in ("person", "organization")
    if parse.child(p.head, "cop") is None or not (one or p.is_name or p.definite in ("the", "its")):
        return
    subject = next((c for c in parse.children[p.head] if parse.relations[c] == "nsubj"), None)
    around = {parse.word(c).lower() for c in parse.children[p.head]}
    if subject not in at or around & (lexicon.uses["not"] | lexicon.uses["maybe"]) or parse.child(p.head, "case") is not None:
        return
    if _agree(clusters.phrases[at[subject]], p) or clusters.phrases[at[subject]].is_pronoun:
        clusters.join_unnamed(at[subject], i)


def _defining_of(parse: Parse, clusters: Clusters, lexicon: Lexicon, at: dict[int, int], i: int) -> None:
    """"the city of Sabz" is Sabz. The words say so, whatever a tree makes of them."""
    p = clusters.phrases[i]
    noun = p.first - 2
    if not p.is_name or noun not in at or parse.word(p.first - 1).lower() != "of":
        return
    outer = clusters.phrases[at[noun]]
    place = p.mention.kind in ("place", "organization", "other")
    if place and outer.lemma in lexicon.uses["defining"] and outer.number != "plur":
        clusters.join_unnamed(at[noun], i)


def _acronym(parse: Parse, clusters: Clusters, i: int) -> None:
    """"Borduria Petroleum Company (BPC)" and "BPC (Borduria Petroleum Company)": letters that begin the words beside them.

    The words count, not the mention, since a long name is often cut by whoever tags it.
    """
    p = clusters.phrases[i]
    letters = p.text.replace(".", "")
    if p.last != p.first or not 2 <= len(letters) <= 8 or not letters.isupper():
        return
    size = len(letters)
    for k in (*range(max(0, i - 4), i), *range(i + 1, min(i + 5, len(clusters.phrases)))):
        q = clusters.phrases[k]
        if q.is_pronoun or q.first <= p.first <= q.last:
            continue
        if q.last == p.first - 2 and parse.word(p.first - 1) in _OPEN:
            beside = parse.span(max(q.last - size - 2, 0), q.last).of(parse.text)
            found = q.is_name and any(x.endswith(letters) or not Counter(letters) - Counter(x) for x in initials(beside))
            found = found or any(x.endswith(letters) and len(x) <= size + 1 for x in initials(q.text))
        else:
            written_out = any(letters == x or not Counter(letters) - Counter(x) for x in initials(q.text))
            found = q.first == p.last + 2 and parse.word(p.last + 1) in _OPEN and written_out
        if found:
            clusters.join(k, i)
            return


def _aliases(parse: Parse, clusters: Clusters, lexicon: Lexicon, at: dict[int, int], ends: dict[int, int]) -> None:
    """"a man known as Abu Sabit", "Omar Din, alias Sabit", "he is nicknamed the Fox"."""
    starts: dict[str, list[tuple[str, ...]]] = {}
    for cue in lexicon.aliases:
        starts.setdefault(cue[0], []).append(cue)
    first_word = {p.first: i for i, p in reversed(list(enumerate(clusters.phrases)))}
    for w in range(len(parse.words)):
        for cue in starts.get(parse.word(w).lower(), ()):
            stop = w + len(cue)
            if stop < len(parse.words) and all(parse.word(w + k).lower() == cue[k] for k in range(1, len(cue))):
                _join_alias(parse, clusters, at, ends, first_word.get(_past_fill(parse, w, stop)), w)
                break
        if parse.word(w).lower() in lexicon.uses["dub"]:
            _join_alias(parse, clusters, at, ends, _dubbed(parse, at, w), w)


def _dubbed(parse: Parse, at: dict[int, int], w: int) -> int | None:
    """"known among friends as *Sabit*": what hangs on the verb with "as"."""
    for c in parse.children[w]:
        case = parse.child(c, "case")
        if c in at and case is not None and parse.word(case).lower() == "as":
            return at[c]
    return None


def _past_fill(parse: Parse, w: int, stop: int) -> int:
    limit = parse.sentences[parse.sentence_of[w]][1]
    while stop < limit and parse.word(stop).lower() in _FILL:
        stop += 1
    return stop


def _join_alias(parse: Parse, clusters: Clusters, at: dict[int, int], ends: dict[int, int], named: int | None, w: int) -> None:
    if named is None or not clusters.phrases[named].is_name:
        return
    left = _whose(parse, at, ends, w)
    if left is None or left == named or parse.child(w, "advmod") is not None:
        return
    if clusters.phrases[left].is_name and clusters[left].kind != clusters[named].kind:
        return  # "known to the Kurds as ..." makes no place of the Kurds
    clusters.join(left, named)


def _whose(parse: Parse, at: dict[int, int], ends: dict[int, int], w: int) -> int | None:
    """The mention that is "known as": the verb's subject, the noun it modifies, or what stands right before."""
    verb = next((v for v in (w, w + 1) if v < len(parse.words) and parse.upos[v] in ("VERB", "ADJ")), w)
    subject = parse.child(verb, "nsubj")
    if subject in at:
        return at[subject]
    if parse.relations[verb].startswith("acl") and parse.heads[verb] in at:
        return at[parse.heads[verb]]
    before = w - 1
    while before > parse.sentences[parse.sentence_of[w]][0] and parse.word(before) in (",", "(", "also", "whose", "—", "–", "-"):
        before -= 1
    return ends.get(before) if w - before < 4 else None
