"""Names that a tagger has seen in one place of a report and missed or torn in another."""

from __future__ import annotations

from collections import Counter, defaultdict

from sayso.records import NameSpan, Parse

_LONGEST = 6  # words


def everywhere(parse: Parse) -> list[NameSpan]:
    """The tagger's names, and each of two words and more wherever its words stand: "Orlan News" is one name also where
    the tagger saw "Orlan" and "News"."""
    kinds: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for n in parse.names:
        if 2 <= n.stop - n.first <= _LONGEST and all(parse.upos[i] == "PROPN" for i in range(n.first, n.stop)):
            kinds[tuple(parse.word(i) for i in range(n.first, n.stop))][n.kind] += 1
    if not kinds:
        return list(parse.names)
    found = list(_found(parse, kinds))
    inside = {i for n in found for i in range(n.first, n.stop)}
    kept = [n for n in parse.names if inside.isdisjoint(range(n.first, n.stop))]
    return sorted((*kept, *found), key=lambda n: n.first)


def _found(parse: Parse, kinds: dict[tuple[str, ...], Counter[str]]) -> list[NameSpan]:
    opened = {words[0] for words in kinds}
    longer = [n for n in parse.names if n.stop - n.first > 2]
    out: list[NameSpan] = []
    i, held = 0, {k: n.stop - n.first for n in longer for k in range(n.first, n.stop)}
    while i < len(parse.words):
        stop = _stop(parse, kinds, i) if parse.word(i) in opened else i
        if stop > i and max((held.get(k, 0) for k in range(i, stop)), default=0) <= stop - i:
            words = tuple(parse.word(k) for k in range(i, stop))
            out.append(NameSpan(i, stop, kinds[words].most_common(1)[0][0]))
        i = max(stop, i + 1)
    return out


def _stop(parse: Parse, kinds: dict[tuple[str, ...], Counter[str]], first: int) -> int:
    """Where the longest known name ends that begins with this word; the word itself where none does."""
    last = parse.sentences[parse.sentence_of[first]][1]
    for stop in range(min(first + _LONGEST, last), first + 1, -1):
        proper = all(parse.upos[k] == "PROPN" for k in range(first, stop))
        if proper and tuple(parse.word(k) for k in range(first, stop)) in kinds:
            return stop
    return first
