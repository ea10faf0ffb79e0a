"""Places' names taken for persons' and bodies', and those that stand inside them."""

from __future__ import annotations

from sayso.records import NameSpan

from .search import FAMOUS, LARGE, NONE, SMALL, Search


def in_person(search: Search, name: NameSpan) -> None:
    """A country, or a place of this report, that the parser took for a person; surnames are left alone."""
    text = search.text(name.first, name.stop)
    alone = name.stop - name.first == 1 and text not in search.surnames and text.lower() not in search.names.given
    if (alone and search.wide(text)) or (text in search.located and text not in search.surnames):
        search.add(name.first, name.stop, hint=search.hint(name.first, name.stop))


def in_body(search: Search, name: NameSpan) -> None:
    """A place's name taken for a body's, or standing inside it: "Derby police", "University of Derby"."""
    text, parse, last = search.text(name.first, name.stop), search.parse, name.stop - 1
    describes = parse.relations[last] in ("compound", "nmod:poss") and parse.heads[last] > last
    if search.known(text, SMALL if describes else LARGE):
        stands = search.after_in(name.first) or describes or search.wide(text) or _beside_place(search, last)
        search.add(name.first, name.stop, "location" if stands else "metonym")
    elif not search.names.apart(search.words[last]):
        local = any(search.words[i] in search.names.local for i in range(name.first + 1, name.stop))
        inside(search, name.first, name.stop, NONE if name.kind == "misc" else SMALL if local else FAMOUS)


def _beside_place(search: Search, word: int) -> bool:
    """Joined to a place: the second of "between Derby and Leeds"."""
    above = search.parse.heads[word]
    owner = search.owner[above] if above >= 0 and search.parse.relations[word] == "conj" else None
    return owner is not None and owner.kind == "place"


def inside(search: Search, first: int, stop: int, people: int) -> bool:
    """Place names inside a longer name, which is not at that place for it: whether there are any."""
    while first < stop - 1 and search.lower(first) in search.names.sides and not search.known(search.text(first, stop), people):
        first += 1
    i, any_found = first, False
    while i < stop:
        end = search.longest(i, stop, people if i == first else max(people, FAMOUS))
        if end and (i, end) != (first, stop) and _belongs(search, first, i, end, people):
            any_found |= search.add(i, end, "metonym")
        i = end or i + 1
    return any_found


def _belongs(search: Search, start: int, first: int, stop: int, people: int) -> bool:
    """A part that says where a body is: at its front, after "of", or a country's name ("Team Canada")."""
    text = search.text(first, stop)
    before = search.lower(first - 1)
    placed = first == start or before in ("of", "the", "for", "in") or (search.wide(text) and before not in ("de", "du", "di"))
    honours = text.lower() in search.names.given and people >= FAMOUS and not search.wide(text)  # "Patrick Hall"
    return placed and not honours and text not in search.borne
