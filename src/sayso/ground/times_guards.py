"""Where a word that may mean a time does mean one: "in May", not "may"; "since 1998", not "1998 people"."""

from __future__ import annotations

from collections.abc import Callable

from .calendar import Item
from .times_hours import hour_of_part, spoken, tolled
from .times_names import adverb, person, titled
from .times_place import Place


def _month(place: Place) -> bool:
    item = place.part("month")
    if _opens_range(place):
        return True
    if titled(place) or person(place):
        return False
    if not place.capital(item) and (
        item.text not in place.calendar.classes["MONTH"] or item.text == "august" or len(item.text) < 4
    ):
        return False
    clear = item.text in place.calendar.classes["MONTH"] and len(item.text) > 3
    if clear or place.part("edge") or place.part("since"):
        return not (item.text in {"april", "june", "august"} and _in_a_name(place))
    if item.text in place.calendar.classes["MONTH"]:
        return item.text.endswith(".") or (place.inside(place.before(), "date_before") and not _in_a_name(place, short=True))
    return place.inside(place.before(), "date_before") and place.tense.tag(place.span.start) not in {"AUX", "VERB"}


def _opens_range(place: Place) -> bool:
    """ "Jan-Feb 2017": a short month that another follows; "in may." in a text without capitals."""
    if place.after() in {"-", "–", "—"} and place.after(1) in place.calendar.classes["MONTH"]:
        return place.joined_after()
    return place.before() == "in" and place.after() in {".", ",", ""} and place.part("month").text in {"may", "march"}


def _relmonth(place: Place) -> bool:
    item = place.part("month") or place.part("season")
    ambiguous = item is not None and item.text in place.calendar.classes["MAYBEMONTH"]
    return not ambiguous or place.capital(item)


def _decade(place: Place) -> bool:
    text = place.part("decade").text
    figures = "".join(c for c in text if c.isdigit())
    spoken = place.items[place.match.first].text == "the" or not text[0].isdigit() or len(figures) == 4
    return spoken and (len(figures) != 3 or bool(place.part("bc"))) and not place.joined_before()


def _in_a_name(place: Place, short: bool = False) -> bool:
    """ "June Carter", "April Ashby": a woman's name before another capitalised word that is no date."""
    stop = place.items[place.match.stop - 1].stop
    follows = place.tokens[stop] if stop < len(place.tokens) else None
    shouting = place.tokens[place.items[place.match.first].first].text.isupper()
    return bool(
        follows and follows.kind == "word" and follows.text[:1].isupper() and not shouting
        and (short or not place.inside(place.before(), "date_before")) and place.tense.tag(place.span.start) == "PROPN"
    )  # fmt: skip


def _year(place: Place) -> bool:
    item = place.part("year")
    if place.part("edge") or place.part("since"):
        return item.number.form == "digits" and not place.inside(place.after(), "counted")
    if item.number.form == "words":
        return place.inside(place.before(), "year_before") and not place.inside(place.after(), "counted")
    if place.before() == "at" and place.inside(place.before(2), "marked"):
        return False
    if place.joined_before() and place.before() not in {"(", "–", "-", "‘", '"', "“", "/", "—", "["}:
        return False
    if place.joined_before() and place.before() in {"-", "/"} and place.before(2).isdigit() and len(place.before(2)) != 4:
        return False
    later = place.before() == "than" and place.before(2) in {"later", "earlier"}
    if (
        (place.inside(place.before(), "not_year_before") and not later)
        or place.inside(place.after(), "counted")
        or place.after() == "%"
    ):
        return False
    if place.joined_after() and place.after() not in place.words["year_close"]:
        return False
    if 1900 <= item.number.value <= 2049:
        return True
    return place.inside(place.before(), "year_before") or (place.before() in {"(", ","} and place.after() in {")", ",", "–", "-"})


def _shortyear(place: Place) -> bool:
    return place.inside(place.before(), "year_before")


def _bc(place: Place) -> bool:
    return bool(place.part("bcyear").number)


def _season(place: Place) -> bool:
    item = place.part("season")
    strict = item.text in place.calendar.classes["MAYBESEASON"]
    if place.after() in {"of", "in", "to", "from"} and item.text == "fall":
        return False
    if place.part("edge") or place.part("since"):
        return True
    if strict and place.tense.tag(place.span.start) in {"VERB", "AUX"}:
        return False
    opened = place.items[place.match.first].text == "the"
    if _seasonal(place):
        return not opened
    if strict:
        return place.inside(place.before(), "maybe_season_before") and (opened or place.after() in place.words["clause_end"])
    return place.inside(place.before(), "season_before")


def _seasonal(place: Place) -> bool:
    """ "The spring offensive", "fall and winter": a season that stands before what it is the time of, or beside another."""
    sure = place.part("season").text not in place.calendar.classes["MAYBESEASON"]
    beside = place.before() in {"and", "or"} and place.before(2) in place.calendar.classes["SEASON"] | {"fall": 0, "spring": 0}
    return place.inside(place.after(), "season_nouns") or (sure and (beside or place.tense.modifies(place.span)))


def _shift(place: Place) -> bool:
    """ "The day before" alone; "the day before the vote" stands on an event, "two weeks before" likewise."""
    way = place.part("way").text
    if way in {"before", "after", "prior"}:
        return place.after() in place.words["shift_end"]
    return not (way == "earlier" and place.after() == "than")


def _named(place: Place, item: Item) -> bool:
    """ "A Quarter Pounder": a capital before another, in a text that is not all capitals."""
    follows = place.tokens[item.stop] if item.stop < len(place.tokens) else None
    capitals = place.capital(item) and follows is not None and follows.text[:1].isupper()
    return capitals and not place.tokens[item.first].text.isupper()


def _duration(place: Place) -> bool:
    last = place.items[place.match.stop - 1].text
    if place.after() in {"old", "olds", "of age"} or (place.after() == "-" and place.after(1) in {"old", "olds"}):
        return False
    if not _untitled(place):
        return False
    bare = place.match.stop - place.match.first == 2
    if bare and place.items[place.match.first].text == "one" and last == "day" and not _counted_day(place):
        return False
    if (place.after() == "of" and place.after(1) == "age") or place.before() in {"aged", "age"}:
        return False
    if last in {"second", "minute"} and not place.part("count"):
        return last == "minute" and place.before() in {"every", "in", "for"}
    if place.part("one") and place.before() in place.words["per_before"]:
        return False
    unit = place.part("unit")
    if unit and unit.text == "quarter" and _named(place, unit):
        return False
    if unit and unit.text == "quarters" and (place.after() == "of" or (place.part("few") and place.part("few").text == "some")):
        return False
    if unit and unit.text == "quarters" and place.before() != "the" and place.match.stop - place.match.first == 3:
        return False
    return not (place.part("one") and place.after() in place.words["unit_after"])


def _untitled(place: Place) -> bool:
    """Not a programme's name in quotation marks: "60 Minutes", "This Week"."""
    unit = place.part("unit")
    return not (unit and place.capital(unit) and place.inside(place.before(), "quotes"))


def _counted_day(place: Place) -> bool:
    """ "For one day", "one day after the vote"; "one day they came" is no length of time."""
    return place.inside(place.before(), "duration_before") or place.after() in {"after", "before", "from", "of", "-"}


def _bareunits(place: Place) -> bool:
    return place.items[place.match.first].text != "seconds" and (
        place.inside(place.before(), "duration_before")
        or (place.before() == "the" and place.after() in {"before", "since", "after", "following"})
        or (place.match.stop - place.match.first > 1 and place.after() != "of")
    )


def _theunit(place: Place) -> bool:
    unit, edge = place.part("unit"), place.part("edge") or place.part("since")
    if edge:
        return not (edge.text in {"rest", "most", "turn"} and unit.text == "day")
    return (
        unit.text in {"quarter", "year", "week", "month"}
        and place.inside(place.before(), "unit_before")
        and (place.after() in place.words["clause_end"] or place.after() == "")
    )


def _clock(place: Place) -> bool:
    if place.part("clock") is None or place.part("hhmm") or place.part("ampm") or place.part("zone"):
        return True
    hours, minutes = (int(n) for n in place.part("clock").text.split(":")[:2])
    return hours <= 24 and minutes < 60 and place.inside(place.before(), "clock_before")


def _hhmm(place: Place) -> bool:
    """ "At 1130 on 9 May", "to begin at 1600."; a price or an index "closed at 2010"."""
    if place.before() == "at" and not place.inside(place.before(2), "marked") and place.inside(place.after(), "hhmm_ends"):
        return not place.joined_before()
    return place.before() in {"at", "about", "approximately"} and place.inside(place.after(), "hhmm_after")


def _part(place: Place) -> bool:
    """ "At night"; in "at night in early February" the day is not the one spoken of last."""
    classes = place.calendar.classes
    dated = any(place.after(1) in classes[name] for name in ("EDGE", "MONTH", "WEEKDAY", "WEEKDAYS"))
    known = place.inside(place.part("part").text, "bare_parts") and place.inside(place.before(), "part_before")
    return known and not (dated and place.after() in {"in", "on", "of", "throughout"})


def _thepart(place: Place) -> bool:
    inside = place.before() in {"in", "during", "into", "through", "by"} and place.after() != "of"
    return inside and not (place.capital(place.part("part")) and titled(place))


def _vague(place: Place) -> bool:
    word = place.items[place.match.stop - 1].text
    if word in place.words["vague_at"]:
        return place.inside(place.before(), "vague_before")
    if word in {"past", "the present"}:
        return place.after() in place.words["clause_end"]
    return True


def _dayofmonth(place: Place) -> bool:
    return place.before() in {"on", "until", "of", "from", "by", "since", "to"} and (
        place.after() in place.words["clause_end"] or place.after() in {"of"}
    )


def _time(place: Place) -> bool:
    """ "In six months' time"."""
    return place.before() == "in"


def _dayfirst(place: Place) -> bool:
    """Not "cost $12 December 27"."""
    return place.before() not in {"$", "£", "€"}


def _ended(place: Place) -> bool:
    """A second day, or a day in words, is a day where the phrase ends: "May 4 and 5", not "on May 4 and 5 guards"."""
    return bool(place.part("year")) or place.inside(place.after(), "clause_end")


def _weekday(place: Place) -> bool:
    """A whole name of a day, capitalised or not; short ones ("Sat.") only with a capital."""
    item = place.part("weekday")
    return (place.capital(item) or len(item.text) > 5) and not titled(place)


GUARDS: dict[str, Callable[[Place], bool]] = {
    "month": _month, "year": _year, "shortyear": _shortyear, "bc": _bc, "season": _season,
    "seasonal": _seasonal, "shift": _shift, "duration": _duration,
    "bareunits": _bareunits, "theunit": _theunit, "clock": _clock, "hhmm": _hhmm, "part": _part,
    "thepart": _thepart, "vague": _vague,
    "dayofmonth": _dayofmonth, "weekday": _weekday, "relmonth": _relmonth, "decade": _decade,
    "adverb": adverb, "tolled": tolled, "hourofpart": hour_of_part, "spoken": spoken,
    "untitled": _untitled, "dayfirst": _dayfirst, "time": _time, "ended": _ended,
}  # fmt: skip
