"""Values in words, as a reader meets them."""

from __future__ import annotations

from sayso.records import (
    Claim,
    Commitment,
    Interval,
    Nature,
    Place,
    Problem,
    Quantity,
    Reference,
    RelationKind,
    Source,
    Value,
    Verdict,
)  # fmt: skip

from .dates import interval, is_day

_COMMITMENT = {
    ("+", "certain"): "states flatly", ("+", "probable"): "says it is probable", ("+", "possible"): "says it is possible",
    ("+", "unstated"): "does not commit to it", ("-", "certain"): "denies", ("-", "probable"): "says it is unlikely",
    ("-", "possible"): "says it may not be so", ("-", "unstated"): "does not commit to the opposite",
}  # fmt: skip
_NATURE: dict[Nature, str] = {
    "opinion": "gives as an opinion", "question": "asks", "order": "demands", "presupposed": "takes for granted",
    "inserted": "inserts in brackets",
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
VERDICT: dict[Verdict, str] = {"SAME": "the same", "COMPATIBLE": "compatible", "CONFLICT": "differs", "UNKNOWN": "not comparable"}
ORIGIN: dict[Verdict, str] = {
    "SAME": "one origin", "COMPATIBLE": "may be one", "CONFLICT": "two sources", "UNKNOWN": "independence not shown",
}  # fmt: skip
SOURCE = {"unnamed": "unnamed", "crowd": "not named", "unknown": "not said who", "document": "document"}
_BY_WAY_OF = frozenset({"in", "on", "at", "by", "via", "through", "over", "during", "before"})
PRECISION = {
    "point": "a place", "city": "a town or city", "area": "a region", "relative": "located by another place",
    "country": "a country", "division": "a province or district",
}  # fmt: skip


def commitment(c: Commitment, negated: bool = False) -> str:
    """ "denies", "says it is possible": how far the source commits itself.

    ``negated``: the claim's own words say no ("no fault was found"), which nobody should read as denied.
    """
    if c.polarity == "?":
        return _OPEN.get(c.certainty, "leaves it open")
    if c.polarity == "-" and negated:
        return _COMMITMENT["+", c.certainty] + ", in the negative"
    return _COMMITMENT[c.polarity, c.certainty]


def how(c: Claim, negated: bool = False) -> str:
    """How a claim is put: how far its source commits itself, or "takes for granted", "asks"; an opinion is marked as one."""
    kind = _NATURE.get(c.nature)
    if kind is None or (c.nature in ("presupposed", "inserted") and c.commitment.certainty != "certain"):
        return commitment(c.commitment, negated)
    return kind + (", in the negative" if negated and c.commitment.polarity == "-" and c.factual else "")


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


def medium(words: str) -> str:
    """ "in a statement"; "told *Radio Marun*" is "to Radio Marun"."""
    return words if words.split(" ")[0].lower() in _BY_WAY_OF else f"to {words}"


def hand(n: int) -> str:
    """ "second-hand", "third-hand": how many mouths it came through; "" for the outlet's own words and those of its sources."""
    return {2: "second-hand", 3: "third-hand", 4: "fourth-hand"}.get(n, f"through {n} mouths") if n > 1 else ""


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
    """ "Orsa, Pell Province, XX, within 5 km"; of countries and regions of the globe the name alone."""
    size = f"within {number(round(p.radius_km, 1))} km" if p.radius_km and sized(p) else None
    return ", ".join(x for x in (p.name, *p.within[-1:], p.country if p.precision != "country" else None, size) if x)


def sized(p: Place) -> bool:
    """Whether its radius tells a reader anything: that of a country or a continent does not."""
    return p.precision not in ("country", "area")


def meaning(v: Value, words: str) -> str:
    """What a value adds to the words of the text; "" where these say all there is.

    A people named by its country ("Uzbeks") is no place, nor is a government by its capital; "for two months" is no date,
    "dozens" no number.
    """
    if (isinstance(v, Place) and v.sense != "location") or (isinstance(v, Interval) and not is_day(v)):
        return ""
    if isinstance(v, Quantity) and v.approximate and v.low != v.high and not any(c.isdigit() for c in v.text):
        return ""
    said = value(v)
    return "" if said.casefold() == words.casefold() else said


def notation(v: Value) -> str:
    """A date's value in EDTF, for those who compute with it; "" for other values."""
    return f"EDTF {v.edtf}" if isinstance(v, Interval) and v.edtf else ""


def problem(p: Problem) -> str:
    return f"{p.stage}: {p.message}"


def note(kind: str) -> str:
    """The name of a block where a reader would want to know it; "" for running text."""
    return "" if kind in ("paragraph", "lead", "quote", "list", "table", "headline") else kind
