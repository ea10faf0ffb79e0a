"""Where a report names places: what the parser calls a place, people's adjectives, names inside names, and what it missed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.records import Mention, NameSpan, Parse, Report

from .placenames import PlaceNames
from .search import FAMOUS, LARGE, Search
from .sightings import Sighting

_BREAKS = frozenset((",", "(", ")", "/", ";", "–", "—"))
_SPEAKING = frozenset(("in", "speak", "speaks", "spoke", "speaking", "into", "learn"))


def sightings(report: Report, parse: Parse, mentions: Sequence[Mention], names: PlaceNames) -> list[Sighting]:
    """Place names in the order of the text, surest sources first where two would overlap."""
    search = Search(report, parse, names, covered=bytearray(len(parse.words)), owner=_owners(parse))
    _datelines(search)
    _roads(search)
    _demonyms(search)
    _tagged(search, mentions)
    _missed(search)
    for name in parse.names:
        if name.kind == "person":
            _person(search, name)
        elif name.kind != "place":
            _body(search, name)
    return [search.found[span] for span in sorted(search.found)]


def _owners(parse: Parse) -> list[NameSpan | None]:
    owner: list[NameSpan | None] = [None] * len(parse.words)
    for name in parse.names:
        owner[name.first : name.stop] = [name] * (name.stop - name.first)
    return owner


def _datelines(search: Search) -> None:
    for dateline in search.report.datelines:
        for span in dateline.places:
            words = search.parse.words_in(span)
            for first, stop in _pieces(search, words.start, words.stop):
                search.add(first, stop, sure=True)


def _roads(search: Search) -> None:
    """"Highway 19", "Mill Street", "Quimby Road": places, though no gazetteer has them."""
    parse, i = search.parse, 0
    while i < len(parse.words) - 1:
        if parse.word(i) in search.names.roads and parse.word(i + 1)[:1].isdigit():
            search.add(i, i + 2)
        elif search.names.parts.get(parse.word(i + 1)) == "street" and search.capital(i) and search.capital(i + 1):
            _street(search, i)
        i += 1


def _street(search: Search, last: int) -> None:
    """The run of capitalised words that ends with "Street"; persons' names before it are the street's."""
    first = last
    while first > 0 and last - first < 4 and search.capital(first - 1) and search.parse.sentence_of[first - 1] == search.parse.sentence_of[last]:
        first -= 1
    while first < last and search.lower(first) in search.names.lowly:
        first += 1
    if search.lower(first) not in search.names.lowly:
        search.add(first, last + 2)


def _demonyms(search: Search) -> None:
    """People's adjectives and names: "a Tajik citizen", "Syrians"; the language ("in Turkish") is none."""
    known = search.names.demonyms
    for i in range(len(search.parse.words)):
        if search.capital(i) and search.free(i, i + 1) and not _begins_place(search, i):
            for stop in range(min(i + 3, len(search.parse.words)), i, -1):
                if search.text(i, stop) in known and _of_people(search, i, stop - 1):
                    search.add(i, stop, "demonym")
                    break


def _begins_place(search: Search, i: int) -> bool:
    """"British" in "British Columbia"."""
    return any(search.wide(search.text(i, i + n)) for n in (2, 3) if i + n <= len(search.parse.words) and search.capital(i + n - 1))


def _of_people(search: Search, first: int, last: int) -> bool:
    parse, name = search.parse, search.owner[last]
    if name and name.kind == "person" and parse.upos[last] != "ADJ" and parse.xpos[last] != "NNPS":
        return False
    if name and name.kind == "organization" and name.stop - name.first > 1 and search.names.apart(parse.word(name.stop - 1)):
        return False
    language = search.lower(first - 1) in _SPEAKING and parse.upos[last] != "ADJ"
    describes = parse.heads[last] > last or parse.xpos[last] == "NNPS" or search.lower(first - 1) in ("a", "an", "the")
    return not language or describes


def _tagged(search: Search, mentions: Sequence[Mention]) -> None:
    """Names that the parser takes for places; "Derby, Kansas" in one piece is two."""
    for m in mentions:
        if m.form == "name" and m.kind in ("place", "facility"):
            words = search.parse.words_in(m.span)
            for first, stop in _pieces(search, words.start, words.stop):
                _place(search, first, stop)


def _pieces(search: Search, first: int, stop: int) -> Iterator[tuple[int, int]]:
    start = first
    for i in range(first, stop + 1):
        word = search.lower(i)
        dash = word == "-" and search.parse.words[i].start > search.parse.words[i - 1].end
        if i == stop or word in _BREAKS or dash or (i == start and word in ("the", "'s", "’s", "-")):
            if start < i:
                yield start, i
            start = i + 1


def _place(search: Search, first: int, stop: int) -> None:
    """A tagged name: as it stands, without the words that narrow it ("southern X"), or the known name inside it."""
    while first < stop - 1 and not search.capital(first) and search.lower(first)[:1].isalpha():
        first += 1
    text, names = search.text(first, stop), search.names
    if not any(c.isupper() for c in text) and text.isascii():
        return
    if names.candidates(text):
        search.add(first, stop, hint=_hint(search, first, stop), sure=True)
        return
    inner = first
    while inner < stop - 1 and search.lower(inner) in names.sides:
        inner += 1
    if inner > first and names.exact(search.text(inner, stop)):
        search.add(inner, stop, sure=True)
    elif search.parse.word(stop - 1) in names.parts or not _inside(search, first, stop, LARGE):
        _unknown(search, first, stop)


def _unknown(search: Search, first: int, stop: int) -> None:
    """A name that no table has is a place's where the words about it say so."""
    if search.after_in(first) or _hint(search, first, stop) or search.parse.word(stop - 1) in search.names.parts:
        search.add(first, stop, hint=_hint(search, first, stop))


def _hint(search: Search, first: int, stop: int) -> str | None:
    """The kind that a common noun gives: "Herat province", "the province of Herat", "the city of Derby"."""
    after = search.names.heads.get(search.lower(stop))
    if after:
        return after
    before = search.lower(first - 1)
    if before == "of":
        return search.names.heads.get(search.lower(first - 2))
    return search.names.heads.get(before)


def _missed(search: Search) -> None:
    """Names that the parser took for nothing: countries and regions, others after "in" or before ", Kansas"."""
    i, n = 0, len(search.parse.words)
    while i < n:
        stop = None
        if search.owner[i] is None and not search.covered[i] and search.capital(i):
            limit = i + 1
            while limit < n and limit < i + 4 and search.owner[limit] is None:
                limit += 1
            stop = search.longest(i, limit, LARGE)
            if stop and _supported(search, i, stop):
                search.add(i, stop, sure=True)
        i = stop or i + 1


def _supported(search: Search, first: int, stop: int) -> bool:
    if search.after_in(first) or _qualified(search, stop) or search.text(first, stop) in search.located:
        return True
    if search.lower(first - 1) == "," and first >= 2 and search.covered[first - 2]:
        return True  # ", Kansas" behind a place
    opens = first == search.parse.sentences[search.parse.sentence_of[first]][0]
    return search.wide(search.text(first, stop)) and (search.parse.upos[first] == "PROPN" or not opens)


def _qualified(search: Search, stop: int) -> bool:
    """Whether a country's or state's name follows behind a comma."""
    if search.lower(stop) != ",":
        return False
    ends = (min(stop + k, len(search.parse.words)) for k in (3, 2))
    return any(text[:1].isupper() and search.wide(text) for text in (search.text(stop + 1, end) for end in ends))


def _person(search: Search, name: NameSpan) -> None:
    """A country or a place of this report that the parser took for a person; surnames are left alone."""
    text = search.text(name.first, name.stop)
    if name.stop - name.first == 1 and search.wide(text) and text not in search.names.given:
        search.add(name.first, name.stop, hint=_hint(search, name.first, name.stop))


def _body(search: Search, name: NameSpan) -> None:
    """A place's name taken for a body's, or standing inside it: "Derby police", "University of Derby"."""
    text = search.text(name.first, name.stop)
    if search.known(text, LARGE):
        stands = search.after_in(name.first) or search.parse.relations[name.stop - 1] in ("compound", "nmod:poss") or search.wide(text)
        search.add(name.first, name.stop, "location" if stands else "metonym")
    elif not search.names.apart(search.parse.word(name.stop - 1)):
        _inside(search, name.first, name.stop, FAMOUS)


def _inside(search: Search, first: int, stop: int, people: int) -> bool:
    """Place names inside a longer name, which is not at that place for it: whether there are any."""
    i, any_found = first, False
    while i < stop:
        end = search.longest(i, stop, people)
        if end and (i, end) != (first, stop) and search.text(i, end).casefold() not in search.names.given:
            any_found |= search.add(i, end, "metonym")
        i = end or i + 1
    return any_found
