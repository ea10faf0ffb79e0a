"""Values in words, as a reader meets them."""

from __future__ import annotations

import datetime as dt
import re

from sayso.records import Commitment, Interval, Place, Problem, Quantity, Reference, RelationKind, Source, Value, Verdict

_COMMITMENT = {
    ("+", "certain"): "states flatly", ("+", "probable"): "says it is probable", ("+", "possible"): "says it is possible",
    ("+", "unstated"): "does not commit to it", ("-", "certain"): "denies", ("-", "probable"): "says it is unlikely",
    ("-", "possible"): "says it may not be so", ("-", "unstated"): "does not commit to the opposite",
}  # fmt: skip
_OPEN = {"possible": "says it is possible", "probable": "leaves it open, thinks it probable"}
KIND: dict[RelationKind, str] = {
    "CONTRADICTS": "contradicts", "UPDATES": "updates", "REFINES": "says it more exactly", "CORROBORATES": "corroborates",
    "ECHOES": "repeats",
}  # fmt: skip
PLURAL: dict[RelationKind, str] = {
    "CONTRADICTS": "Contradictions", "UPDATES": "Updates", "REFINES": "Said more exactly", "CORROBORATES": "Corroborated",
    "ECHOES": "Repeated",
}  # fmt: skip
BADGE: dict[RelationKind, str] = {
    "CONTRADICTS": "contradicted", "UPDATES": "updated", "REFINES": "more exact elsewhere", "CORROBORATES": "corroborated",
    "ECHOES": "repeated",
}  # fmt: skip
GLOSS: dict[RelationKind, str] = {
    "CONTRADICTS": "they cannot both hold", "UPDATES": "a later report counts more of the same",
    "REFINES": "the right one says more exactly what the left one says", "CORROBORATES": "two sources, shown to be two",
    "ECHOES": "one origin, or independence not shown: no confirmation",
}  # fmt: skip
SENSE = {"metonym": "for its government or people", "demonym": "by its adjective"}
VERDICT: dict[Verdict, str] = {"SAME": "the same", "COMPATIBLE": "compatible", "CONFLICT": "differs", "UNKNOWN": "not comparable"}
ORIGIN: dict[Verdict, str] = {
    "SAME": "one origin", "COMPATIBLE": "may be one", "CONFLICT": "two sources", "UNKNOWN": "independence not shown",
}  # fmt: skip
SOURCE = {"unnamed": "unnamed", "crowd": "not named", "unknown": "not said who", "document": "document"}
PRECISION = {
    "point": "a place", "area": "an area", "relative": "located by another place", "country": "a country",
    "admin1": "a province", "admin2": "a district",
}  # fmt: skip
BASIS = {"unanchored": "not anchored", "dateline": "from the dateline", "metadata": "from the date of publication"}


_DURATION = re.compile(r"P(\d{1,6})([DWMY])")
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_YEARLESS = re.compile(r"XXXX-(\d\d-\d\d)")


def commitment(c: Commitment, negated: bool = False) -> str:
    """ "denies", "says it is possible": how far the source commits itself.

    ``negated``: the claim's own words say no ("no fault was found"), which nobody should read as denied.
    """
    if c.polarity == "?":
        return _OPEN.get(c.certainty, "leaves it open")
    if c.polarity == "-" and negated:
        return _COMMITMENT["+", c.certainty] + ", in the negative"
    return _COMMITMENT[c.polarity, c.certainty]


def strength(c: Commitment, negated: bool = False) -> str:
    """One of flat, likely, weak, denied, open: for colour, never instead of the words."""
    if c.polarity == "-" and not negated:
        return "denied"
    if c.polarity == "?" or c.certainty == "unstated":
        return "open"
    return {"certain": "flat", "probable": "likely", "possible": "weak"}[c.certainty]


def source(s: Source) -> str:
    """A note on what kind of source it is; "" for those that a name says enough of."""
    return SOURCE.get(s.kind, "")


def value(v: Value) -> str:
    """ "4 March 2023", "at least 12 (person)", "Orsa, XX, within 5 km"."""
    match v:
        case Interval():
            return interval(v)
        case Quantity():
            return quantity(v)
        case Place():
            return place(v)
        case Reference():
            return v.name


def interval(i: Interval) -> str:
    first, last = i.earliest_start, i.latest_end
    if duration := _DURATION.fullmatch(i.edtf):
        number, unit = int(duration[1]), _UNITS[duration[2]]
        return f"{number} {unit}{'s' * (number != 1)}"
    if (yearless := _YEARLESS.fullmatch(i.edtf)) and not last:
        return f"{day(f'2000-{yearless[1]}').removesuffix(' 2000')}, year not stated"
    if first is None and last is None:
        return "no known day" + (f" ({i.edtf})" if i.edtf else "")
    if first == last and first:
        return day(first)
    if first is None or last is None:
        return f"{day(first)} or later" if first else f"{day(last or '')} or earlier"
    return whole(first, last) or f"{day(first)} to {day(last)}"


def whole(first: str, last: str) -> str:
    """ "March 2021" or "2021" where the two days bound just that; else ""."""
    if first[:4] != last[:4]:
        return ""
    if first[5:] == "01-01" and last[5:] == "12-31":
        return first[:4]
    try:
        a, b = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    except ValueError:
        return ""
    month = a.day == 1 and a.month == b.month and ((b.month == 12 and b.day == 31) or (b + _DAY).month != b.month)
    return f"{a:%B} {a.year}" if month else ""


_DAY = dt.timedelta(days=1)


def day(iso: str) -> str:
    """ISO day in words; what is no full ISO day stays as it is."""
    try:
        date = dt.date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    return f"{date.day} {date:%B} {date.year}"


def quantity(q: Quantity) -> str:
    low, high = number(q.low), number(q.high)
    if q.low is None and q.high is None:
        said = "an unknown number"
    elif q.low == q.high:
        said = f"about {low}" if q.approximate else low
    elif q.high is None:
        said = f"at least {low}"
    else:
        said = f"at most {high}" if q.low is None else f"{low} to {high}"
    return " ".join(x for x in (said, q.unit, f"({q.of})" if q.of else None) if x)


def number(n: float | None) -> str:
    if n is None:
        return ""
    return f"{n:,.0f}" if n == int(n) else f"{n:,g}"


def place(p: Place) -> str:
    size = f"within {number(round(p.radius_km, 1))} km" if p.radius_km else None
    return ", ".join(x for x in (p.name, p.country if p.precision != "country" else None, size) if x)


def problem(p: Problem) -> str:
    return f"{p.stage}: {p.message}"


def note(kind: str) -> str:
    """The name of a block where a reader would want to know it; "" for running text."""
    return "" if kind in ("paragraph", "lead", "quote", "list", "table", "headline") else kind
