"""Hours that are said without "o'clock" or figures of a clock: "shortly after nine", "half past six", "by 10", "at 5.30"."""

from __future__ import annotations

from collections.abc import Iterator

from .times_place import Place

_NEAR = 15  # words before an hour that may say that it is a value


def tolled(place: Place) -> bool:
    """Where the words themselves say that it is an hour ("half past six", "nine o'clock"), if there is such an hour."""
    return _hour(place) is not None and not place.joined_before()


def hour_of_part(place: Place) -> bool:
    """ "By two in the morning", "at about 5.30 in the morning"; "they killed two in the evening" is a number."""
    lead, about = _lead(place)
    return _hour(place) is not None and (place.inside(lead, "hour_lead") or about)


def spoken(place: Place) -> bool:
    """A number alone where a preposition, what stands before it and what follows leave nothing but an hour."""
    if _hour(place) is None or place.joined_before() or (place.joined_after() and place.after() not in {".", ",", ";", ")", "”"}):
        return False
    lead, about = _lead(place)
    ended = place.inside(place.after(), "hour_ends") and not (place.after() in {",", "and"} and _numbered(place))
    opens = place.before(2 + about) in {"", ".", "”", '"'} and not about
    if lead in {"after", "before"}:
        return ended and (place.inside(place.before(2 + about), "hour_near") or not _valued(place, "hour_valued"))
    if lead in {"until", "till"}:
        return ended and not _valued(place, "hour_valued")
    if lead == "at":
        dotted = place.part("bare").number.form == "digits" and "." in place.part("bare").text
        return (ended or (dotted and opens)) and not _valued(place, "hour_valued")
    return lead == "by" and (opens or (ended and not _done_by(place) and not _valued(place, "hour_not_by")))


def _hour(place: Place) -> int | None:
    """The hour of the dial that a number names."""
    item = place.part("bare") or place.part("hour") or place.part("dotted")
    number = item.number.value if item and item.number else 0
    if item and "." in item.text:
        return int(item.text.split(".")[0])
    return int(number) if number == int(number) and 1 <= number <= 12 else None


def _lead(place: Place) -> tuple[str, bool]:
    """The preposition before an hour, and whether "about" stands between them."""
    about = place.inside(place.before(), "hour_about")
    return place.before(1 + about), about


def _numbered(place: Place) -> bool:
    """Whether another number follows: "after two, three games"."""
    after = place.match.stop + 1
    return after < len(place.items) and place.items[after].number is not None


def _sentence(place: Place) -> Iterator[str]:
    """The words before, back to the sentence's first."""
    for steps in range(1, _NEAR + 1):
        if place.before(steps) in {"", ".", "?", "!"}:
            return
        yield place.before(steps)


def _valued(place: Place, group: str) -> bool:
    return any(place.inside(word, group) for word in _sentence(place))


def _done_by(place: Place) -> bool:
    """Whether "by two" names who did it, or could: it hangs on a passive verb."""
    verb, parse = place.tense.verb(place.span), place.tense.parse
    return verb is None or any(parse.relations[c] == "aux:pass" for c in parse.children[verb])
