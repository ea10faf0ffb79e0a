"""Where a report names places: what the parser calls a place, people's adjectives, names inside names, and what it missed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from sayso.records import Mention, NameSpan, Parse, Report

from .bodies import in_body, in_person, inside
from .joining import highways, joined
from .placenames import PlaceNames
from .search import LARGE, Search
from .sightings import Sighting

_BREAKS = frozenset((",", "(", ")", "/", ";", "–", "—"))
_DASHES = frozenset(("-", "--", "---", "–", "—"))
_SPEAKING = frozenset(("in", "speak", "speaks", "spoke", "speaking", "into", "learn"))


def sightings(report: Report, parse: Parse, mentions: Sequence[Mention], names: PlaceNames) -> list[Sighting]:
    """Place names in the order of the text, surest sources first where two would overlap."""
    words = [parse.text[a:b] for a, b in parse.words]
    search = Search(
        report, parse, names, covered=bytearray(len(words)), owner=_owners(parse), words=words,
        surnames=_borne(parse, names, first=False), borne=_borne(parse, names, first=True),
        capitals=[w[:1].isupper() for w in words], bodies=_bodies(parse),
        agencies=_agencies(report),
    )  # fmt: skip
    _datelines(search)
    _roads(search)
    _demonyms(search)
    highways(search)
    joined(search)
    _tagged(search, mentions)
    _missed(search)
    for name in parse.names:
        if name.kind == "place":
            _place(search, name.first, name.stop)
        elif name.kind == "person":
            in_person(search, name)
        elif name.kind == "misc" and search.measured(name.first):
            _place(search, name.first, name.stop)
        else:
            in_body(search, name)
    return [search.found[span] for span in sorted(search.found)]


def _owners(parse: Parse) -> list[NameSpan | None]:
    owner: list[NameSpan | None] = [None] * len(parse.words)
    for name in parse.names:
        owner[name.first : name.stop] = [name] * (name.stop - name.first)
    return owner


def _bodies(parse: Parse) -> frozenset[str]:
    """Names that are more often a body's or a person's than a place's here."""
    votes = Counter[str]()
    for name in parse.names:
        votes[parse.span(name.first, name.stop - 1).of(parse.text)] += -1 if name.kind == "place" else 1
    return frozenset(text for text, n in votes.items() if n > 0)


def _agencies(report: Report) -> frozenset[str]:
    """The agencies and papers that the datelines name, whatever town is called so."""
    return frozenset(line.agency.of(report.text).strip(" \"'“”()") for line in report.datelines if line.agency)


def _borne(parse: Parse, names: PlaceNames, first: bool) -> frozenset[str]:
    """Words of persons' names, or their last ones; a country's name in one ("Radio Tajikistan") is no person's."""
    persons = (n for n in parse.names if n.kind == "person" and n.stop - n.first > 1)
    words = {parse.word(i) for n in persons for i in range(n.first if first else n.stop - 1, n.stop)}
    return frozenset(word for word in words if not any(e.kind == "country" for e in names.exact(word)))


def _datelines(search: Search) -> None:
    """Places of the datelines, and of those that stand within the text: "MANASSAS -- Two men"."""
    for dateline in search.report.datelines:
        for span in dateline.places:
            words = search.parse.words_in(span)
            for first, stop in _pieces(search, words.start, words.stop):
                search.add(first, stop, sure=True, dated=True)
    for i, word in enumerate(search.words):
        if word in _DASHES and i and search.words[i - 1].isupper() and len(search.words[i - 1]) > 2:
            first = i - 2 if i > 1 and search.words[i - 2].isupper() and len(search.words[i - 2]) > 1 else i - 1
            if search.entry(search.text(first, i)) and search.parse.words[i].start > search.parse.words[i - 1].end:
                search.add(first, i, sure=True, dated=True)


def _roads(search: Search) -> None:
    """"Highway 19", "Mill Street", "Quimby Road": places, though no gazetteer has them."""
    words, parts = search.words, search.names.parts
    for i in range(len(words) - 1):
        if words[i] in search.names.roads and words[i + 1][:1].isdigit():
            search.add(i, i + 2)
        elif search.capital(i) and parts.get(words[i + 1]) == "street" and not (i + 2 < len(words) and search.capital(i + 2)):
            _street(search, i)


def _street(search: Search, last: int) -> None:
    """The run of capitalised words that ends with "Street"; a word that only opens the sentence is none of them."""
    opens = search.parse.sentences[search.parse.sentence_of[last]][0]
    first = last
    while first > opens and last - first < 4 and search.capital(first - 1) and search.words[first - 1].isalpha():
        first -= 1
    names = search.names
    while first < last and (search.words[first] in names.common or (first == opens and search.lower(first) in names.lowly)):
        first += 1
    if search.words[first] not in search.names.common and search.words[first][-1].isalpha():
        search.add(first, last + 2)


def _demonyms(search: Search) -> None:
    """People's adjectives and names: "a Tajik citizen", "Syrians"; the language ("in Turkish") is none."""
    known, openers = search.names.demonyms, search.names.openers
    for i, word in enumerate(search.words):
        if word in openers and not search.covered[i] and not _begins_place(search, i):
            for stop in range(min(i + 3, len(search.words)), i, -1):
                if search.text(i, stop) in known and _of_people(search, i, stop - 1):
                    search.add(i, stop, "demonym")
                    break


def _begins_place(search: Search, i: int) -> bool:
    """"British" in "British Columbia"."""
    ends = (i + n for n in (2, 3) if i + n <= len(search.words) and search.capital(i + n - 1))
    return any(search.wide(search.text(i, end)) for end in ends)


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
    if (not any(c.isupper() for c in text) and text.isascii()) or text in names.demonyms or search.doubtful(first, stop):
        return
    if names.candidates(text):
        glued = search.glued(first, stop) and search.lower(first - 1) == "-"  # "Khorasan" in "ISIS-Khorasan"
        search.add(first, stop, "metonym" if glued else "location", search.hint(first, stop), sure=not glued)
        return
    inner = first
    while inner < stop - 1 and search.lower(inner) in names.sides:
        inner += 1
    if inner > first and names.exact(search.text(inner, stop)):
        search.add(inner, stop, sure=True)
    elif not _built(search, stop) or not inside(search, first, stop, LARGE):
        _unknown(search, first, stop)


def _built(search: Search, stop: int) -> bool:
    """Whether a name ends in a word for something that stands in a place ("Derby Gardens"), but is no street or water."""
    word = search.words[stop - 1]
    return word not in search.names.parts and (word.lower() in search.names.lowly or word in search.names.local or word.isupper())


def _unknown(search: Search, first: int, stop: int) -> None:
    """A name that no table has is a place's where the words about it say so, and the parser did not take it for a body's too."""
    if search.text(first, stop) in search.bodies or search.lower(first) in search.names.titles:
        return
    joined = search.lower(first - 1) in ("and", ",") and first > 1 and bool(search.covered[first - 2])
    said = search.after_in(first) or search.lower(first - 1) in ("of", "to") or joined
    if said or search.put(stop) or search.hint(first, stop) or search.words[stop - 1] in search.names.parts:
        search.add(first, stop, hint=search.hint(first, stop))


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
