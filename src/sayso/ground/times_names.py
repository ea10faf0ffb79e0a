"""Words of time in the names of outlets, bodies, people and events: "The Karsk Daily", "the Sunday Times", "Black September"."""

from __future__ import annotations

from .times_place import Place
from .tokens import Token


def titled(place: Place) -> bool:
    """Whether a day, month or part of the day belongs to a title: "the Evening Post", "Bloody Sunday", "Black September"."""
    before, after = _token(place, -1), _token(place, 0)
    if before and before.text[:1].isupper() and place.inside(before.lower, "name_before"):
        return True
    paper = _token(place, -2) if before and before.lower == "on" else None
    if paper and paper.text[:1].isupper() and place.inside(paper.lower, "name_on"):
        return True  # "the Mail on Sunday"
    return bool(after and after.text[:1].isupper() and place.inside(after.lower, "name_after") and not _shouted(place))


def of_movement(place: Place) -> bool:
    """Whether a date names what follows it: "the April 6 Movement", "the Good Friday Agreement"."""
    after = _token(place, 0)
    return bool(after and after.text[:1].isupper() and place.inside(after.lower, "name_after_any") and not _shouted(place))


def adverb(place: Place) -> bool:
    """ "Daily", "weekly": with a capital they are a name, unless they open a sentence that goes on in small letters."""
    item = place.items[place.match.first]
    if not place.capital(item):
        return True
    if _shouted(place):
        return bool(place.before().isalpha() and place.after().isalpha())
    before, after = _token(place, -1), _token(place, 0)
    opens = before is None or before.kind == "break" or before.text in {".", "!", "?", "”", '"', "“", ":"}
    return bool(opens and after and after.text.islower())


def person(place: Place) -> bool:
    """Whether a month alone is somebody's name by the tagger: "Theresa May", "June"."""
    if place.match.stop - place.match.first > 1:
        return False
    parse = place.tense.parse
    at = place.tense.word_at(place.span.start)
    return at is not None and any(n.kind == "person" and n.first <= at < n.stop for n in parse.names)


def _token(place: Place, side: int) -> Token | None:
    """The token before (-1, -2) or right behind (0) a match."""
    at = place.items[place.match.first].first + side if side else place.items[place.match.stop - 1].stop
    return place.tokens[at] if 0 <= at < len(place.tokens) else None


def _shouted(place: Place) -> bool:
    return place.tokens[place.items[place.match.first].first].text.isupper()
