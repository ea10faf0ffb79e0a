"""Nouns that take up what was mentioned before: "the source", "this agency", "the minister"."""

from __future__ import annotations

from collections import defaultdict, deque

from sayso.records import Parse

from .clusters import Cluster, Clusters, compatible
from .lexicon import Lexicon, Noun
from .nominal_phrases import cited
from .phrases import Phrase

_WINDOW = 60  # mentions looked back over for a noun said before
_GROUPS = frozenset(("group", "movement"))
_ENTITLED = 12  # persons remembered by one noun
_FAR = 12  # sentences
_NEAR = 3  # sentences, where only the kind of thing agrees


def join_nominals(parse: Parse, clusters: Clusters, lexicon: Lexicon) -> None:
    """Joins definite nouns to the latest mention that they can speak of; a noun with "a" opens an entity of its own."""
    window: deque[int] = deque(maxlen=_WINDOW)
    speakers: deque[int] = deque(maxlen=4)
    entitled: dict[str, deque[int]] = defaultdict(lambda: deque(maxlen=_ENTITLED))
    for i, p in enumerate(clusters.phrases):
        if p.is_name and p.mention.kind != "person":
            clusters[i].roles.update(w for w in _nouns_of_name(p.text) if w in lexicon.nouns)
    for i, p in enumerate(clusters.phrases):
        if not p.is_pronoun and not p.is_name and len(clusters[i].members) >= 1:
            _join(parse, clusters, lexicon, i, window, speakers, entitled)
        if not p.is_pronoun:
            window.append(i)
            if clusters[i].named and p.mention.kind == "person":
                for role in clusters[i].roles:
                    entitled[role].append(i)
        if not p.is_pronoun and _speaks(parse, p, lexicon):
            speakers.append(i)


def _join(
    parse: Parse, clusters: Clusters, lexicon: Lexicon, i: int, window: deque[int], speakers: deque[int],
    entitled: dict[str, deque[int]],
) -> None:  # fmt: skip
    p = clusters.phrases[i]
    if p.definite not in ("the", "this") or p.words & lexicon.uses["other"]:
        return
    noun = lexicon.nouns.get(p.lemma)
    source = p.lemma in lexicon.uses["source"]
    found = None if source and p.definite == "this" else _said_before(parse, clusters, lexicon, p, i, window)
    if found is None and source and not p.complement:
        found = next((s for s in reversed(speakers) if p.sentence - clusters.phrases[s].sentence <= 2), None)
    if found is None and not source and noun and noun.broad and parse.upos[p.head] == "NOUN":
        found = _of_that_kind(parse, clusters, lexicon, p, window, noun)
    if found is None and p.mention.kind == "person" and p.number == "sing":
        found = _office(clusters, p, entitled) if p.words else None
        found = _broader(parse, clusters, lexicon, p, speakers) if found is None else found
    if found is not None:
        clusters.join_unnamed(found, i)


def _office(clusters: Clusters, p: Phrase, entitled: dict[str, deque[int]]) -> int | None:
    """"The deputy security minister", far from where the one person was named who is that."""
    fits = {
        clusters.of[k]: k for k in entitled.get(p.lemma, ())
        if p.words <= clusters[k].words and p.complement <= clusters[k].complements and _admits(p, clusters[k])
    }  # fmt: skip
    return next(iter(fits.values())) if len(fits) == 1 else None


def _broader(parse: Parse, clusters: Clusters, lexicon: Lexicon, p: Phrase, speakers: deque[int]) -> int | None:
    """"Gen. Omar Din said ... *the officer* added": who spoke last, where the noun covers his rank or office."""
    covered = lexicon.broader.get(p.lemma)
    if covered is None or not speakers or not _speaks(parse, p, lexicon):
        return None
    last = speakers[-1]
    cluster = clusters[last]
    known = cluster.named and cluster.kind == "person" and not cluster.roles.isdisjoint(covered)
    near = p.sentence - clusters.phrases[last].sentence <= _NEAR
    return last if known and near and p.lemma not in cluster.roles and _admits(p, cluster) else None


def _nouns_of_name(name: str) -> list[str]:
    """"Church of the Dawn" may be "the church", "Sabz Province" "the province"."""
    words = name.lower().split()
    return [words[0] if "of" in words else words[-1]] if len(words) > 1 else []


def _said_before(parse: Parse, clusters: Clusters, lexicon: Lexicon, p: Phrase, i: int, window: deque[int]) -> int | None:
    """The latest mention that went by this noun with all the words that now stand before it.

    Of two in one sentence, the subject: what the sentence is about.
    """
    found: list[int] = []
    for k in reversed(window):
        q = clusters.phrases[k]
        if p.sentence - q.sentence > _FAR or (found and q.sentence < clusters.phrases[found[0]].sentence):
            break
        cluster = clusters[k]
        if p.lemma not in cluster.roles or _unreal(parse, lexicon, q) or _contains(p, q) or not _numbers_agree(p, q, cluster):
            continue
        if p.lemma == q.lemma and parse.xpos[p.head] != parse.xpos[q.head] and "NNS" in (parse.xpos[p.head], parse.xpos[q.head]):
            continue
        if clusters.same(i, k) or not compatible(cluster.kind, p.mention.kind):
            continue
        if p.words <= cluster.words | cluster.roles and p.complement <= cluster.complements and _admits(p, cluster):
            found.append(k)
    subjects = (k for k in found if parse.relations[clusters.phrases[k].head].startswith("nsubj"))
    return next(subjects, found[0] if found else None)


def _unreal(parse: Parse, lexicon: Lexicon, q: Phrase) -> bool:
    """"no crowd", "any crowd" speak of none that could be taken up; "other crowds" of others than these."""
    return parse.word(q.first).lower() in lexicon.uses["nobody"] or bool(q.words & lexicon.uses["other"])


def join_owned(parse: Parse, clusters: Clusters, lexicon: Lexicon) -> None:
    """"her son" and "Lea Brandt's son" are one where "her" is Lea Brandt; runs after the pronouns."""
    at = {p.head: i for i, p in enumerate(clusters.phrases)}
    owned: dict[tuple[int, str, frozenset[str], str], int] = {}
    for i, p in enumerate(clusters.phrases):
        owner = next((c for c in parse.children[p.head] if parse.relations[c] == "nmod:poss"), None)
        if p.is_name or p.is_pronoun or owner not in at or p.mention.kind == "abstract":
            continue
        key = (clusters.of[at[owner]], p.lemma, p.words, p.number)
        earlier = owned.setdefault(key, i)
        if earlier != i and not p.words & lexicon.uses["other"]:
            clusters.join_unnamed(earlier, i)
            owned[key] = i


def _of_that_kind(
    parse: Parse, clusters: Clusters, lexicon: Lexicon, p: Phrase, window: deque[int], noun: Noun
) -> int | None:
    """"The city": the latest city-like name. A choice between two in one sentence is left open unless one is subject."""
    use = "wire" if p.lemma == "agency" or p.lemma in lexicon.uses["outlet"] else "armed" if p.lemma in _GROUPS else ""
    if p.words - lexicon.uses.get(use, frozenset()) or p.complement or p.number == "plur":
        return None
    found: list[int] = []
    for k in reversed(window):
        q = clusters.phrases[k]
        if p.sentence - q.sentence > _NEAR or (found and q.sentence < clusters.phrases[found[0]].sentence):
            break
        of_kind = q.is_name and not _contains(p, q) and _takes(lexicon, p, q, clusters[k], noun)
        if of_kind and (q.gender in ("-", "n") or noun.gender in ("-", q.gender)):
            found.append(k)
    roots = {clusters.of[k] for k in found}
    if len(roots) > 1:
        found = [k for k in found if parse.relations[clusters.phrases[k].head].startswith("nsubj")]
        roots = {clusters.of[k] for k in found}
    return found[0] if len(roots) == 1 and _fits(clusters.phrases[found[0]], clusters[found[0]], p) else None


def _takes(lexicon: Lexicon, p: Phrase, q: Phrase, cluster: Cluster, noun: Noun) -> bool:
    """A country is "the country", not "the group" or "the city"; only who tells news is "the paper", and never "the company"."""
    if lexicon.is_country(q.text):
        return p.lemma in lexicon.uses["country"] and q.mention.kind in noun.kinds
    if p.lemma in ("country", "nation"):
        return False
    tells = _tells_news(lexicon, q, cluster)
    if p.lemma in lexicon.uses["outlet"] or (p.lemma == "agency" and p.words & lexicon.uses["wire"]):
        return tells and q.mention.kind in ("organization", "other", "person", "place")
    if p.lemma in _GROUPS and q.mention.kind == "organization":
        return not tells and not any(r in lexicon.nouns and lexicon.nouns[r].kinds[0] == "organization" for r in cluster.roles)
    return q.mention.kind in noun.kinds and (not tells or p.lemma not in lexicon.uses["unpress"])


def _tells_news(lexicon: Lexicon, q: Phrase, cluster: Cluster) -> bool:
    name = q.text.lower().removeprefix("the ")
    known = lexicon.press.get(name) in ("agency", "outlet") or not cluster.roles.isdisjoint(lexicon.uses["outlet"])
    return known or (" " in name and any(lexicon.press.get(w) == "word" for w in name.split()))


def _fits(q: Phrase, cluster: Cluster, p: Phrase) -> bool:
    """A name that went by another noun ("the province of X") is not "the city"."""
    nouns = cluster.roles - set(q.titles)
    return not nouns or p.lemma in nouns or p.mention.kind != "place"


def _contains(p: Phrase, q: Phrase) -> bool:
    return p.mention.span.overlaps(q.mention.span)


def _numbers_agree(p: Phrase, q: Phrase, cluster: Cluster) -> bool:
    return "any" in (p.number, q.number) or p.number == q.number or p.number in cluster.numbers


def _admits(p: Phrase, cluster: Cluster) -> bool:
    return p.gender not in ("m", "f") or cluster.admits_gender(p.gender)


def _speaks(parse: Parse, p: Phrase, lexicon: Lexicon) -> bool:
    """Is the mention the subject of a verb of saying, or behind "according to"?"""
    for k in range(p.first, p.last + 1):
        head = parse.heads[k]
        if head >= 0 and parse.relations[k] == "nsubj" and parse.lemmas[head].lower() in lexicon.speech:
            return True
    return cited(parse, p.head)
