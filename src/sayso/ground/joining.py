"""Names that the parser cut in two ("Dar" and "es Salaam"), and pairs in a road's name ("the Derby-Leeds railway")."""

from __future__ import annotations

from .fold import fold
from .ranking import variant
from .search import Search

_LONGEST = 4  # words of a name
_DASHES = frozenset("-–—")
_MARKS = frozenset(("'s", "’s", "-"))


def joined(search: Search) -> None:
    """Notes every run of words that together are a gazetteer's entry, though the parser put them into several names."""
    known = {fold(name) for name in search.located if " " in name}
    for i in range(len(search.words) - 1):
        if search.capital(i) and not search.covered[i]:
            ends = range(min(i + _LONGEST, len(search.words)), i + 1, -1)
            stop = next((end for end in ends if _one_name(search, i, end, known)), None)
            if stop:
                search.add(i, stop, hint=search.hint(i, stop), sure=True)


def highways(search: Search) -> None:
    """Notes the places that a road's name joins: "the Derby-Leeds railway"."""
    words = search.words
    for i in range(1, len(words) - 2):
        if words[i] in _DASHES and search.capital(i - 1) and search.capital(i + 1):
            first = next((k for k in range(max(i - _LONGEST, 0), i) if search.capital(k) and _town(search, k, i)), None)
            ends = range(min(i + 1 + _LONGEST, len(words) - 1), i + 1, -1)
            stop = next((k for k in ends if search.lower(k) in search.names.ways and _town(search, i + 1, k)), None)
            if first is not None and stop is not None:
                search.add(first, i, hint="city", sure=True)
                search.add(i + 1, stop, hint="city", sure=True)


def _town(search: Search, first: int, stop: int) -> bool:
    return search.free(first, stop) and any(e.kind in ("city", "division") for e in search.names.exact(search.text(first, stop)))


def _one_name(search: Search, first: int, stop: int, known: set[str]) -> bool:
    if search.lower(first) == "the" or not _runs(search, first, stop) or not search.free(first, stop):
        return False
    text = search.text(first, stop)
    if fold(text) in known:
        return True
    return _cut(search, first, stop) and any(e.matched == "name" or variant(text, e) for e in search.names.exact(text))


def _runs(search: Search, first: int, stop: int) -> bool:
    """Capitalised words of one sentence, with short links between them: "Dar es Salaam"."""
    words, parse = search.words, search.parse
    links = all(search.capital(k) or words[k] in _MARKS or (words[k].isalpha() and len(words[k]) < 4) for k in range(first, stop))
    return links and search.capital(stop - 1) and parse.sentence_of[first] == parse.sentence_of[stop - 1]


def _cut(search: Search, first: int, stop: int) -> bool:
    """Whether a place's name is part of the run, and no other name reaches out of it."""
    owners = [name for name in search.owner[first:stop] if name]
    if len(owners) == stop - first and all(name is owners[0] for name in owners):
        return False
    inside = all(name.kind == "place" or (first <= name.first and name.stop <= stop) for name in owners)
    return inside and any(name.kind == "place" for name in owners)
