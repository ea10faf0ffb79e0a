"""Two values of one slot compared: SAME, COMPATIBLE, CONFLICT or UNKNOWN.

CONFLICT means *certainly disjoint*: "March" and "5 March" are compatible, so are "at least 12" and "15".
"""

from __future__ import annotations

import math

from sayso.records import Commitment, Geometry, Interval, Place, Quantity, Verdict, region

# "About 220" is taken to allow a tenth either way; newsrooms round harder than that only with words like "dozens".
APPROXIMATION = 0.1
# Centres of cities differ between gazetteers and reports by some kilometres.
SLACK_KM = 25.0


def compare_intervals(a: Interval, b: Interval) -> Verdict:
    """Disjoint only where one has certainly ended before the other can begin."""
    if not (bounded(a) and bounded(b)):
        return "UNKNOWN"
    if (bounds(a)) == bounds(b):
        return "SAME"
    return "CONFLICT" if _before(a, b) or _before(b, a) else "COMPATIBLE"


def bounds(i: Interval) -> tuple[str | None, ...]:
    return i.earliest_start, i.latest_start, i.earliest_end, i.latest_end


def bounded(i: Interval) -> bool:
    return any(bounds(i))


def open_ended(i: Interval) -> bool:
    """ "Since 2009": what is counted in it is another sum than that of one day."""
    return i.edtf.endswith("/..")


def _before(a: Interval, b: Interval) -> bool:
    return bool(a.latest_end and b.earliest_start and a.latest_end < b.earliest_start)


def compare_quantities(a: Quantity, b: Quantity) -> Verdict:
    """Ranges of one unit; whether both count the same thing is for the caller to know."""
    if a.unit != b.unit or a.low is a.high is None or b.low is b.high is None:
        return "UNKNOWN"
    if limits(a, 0.0) == limits(b, 0.0):
        return "SAME"
    (low, high), (other_low, other_high) = limits(a), limits(b)
    if high < other_low or other_high < low:
        return "UNKNOWN" if elsewhere(a, b) else "CONFLICT"
    return "COMPATIBLE"


def elsewhere(a: Quantity, b: Quantity) -> bool:
    """Whether both are tied to places by name and have none in common: "30 in Arvel", "12 in Loma"."""
    left, right = ({word for s in q.scope for word in s.casefold().split()[1:]} for q in (a, b))
    return bool(left and right) and left.isdisjoint(right)


def limits(q: Quantity, approximation: float = APPROXIMATION) -> tuple[float, float]:
    """The lowest and the highest number it may mean: "about 220" is 198 to 242, "at least 12" is 12 to infinity."""
    slack = approximation if q.approximate else 0.0
    low = -math.inf if q.low is None else q.low - abs(q.low) * slack
    high = math.inf if q.high is None else q.high + abs(q.high) * slack
    return low, high


def compare_places(a: Place, b: Place) -> Verdict:
    """Regions on the globe: in conflict where they certainly lie apart, with some slack; places in two countries never agree."""
    if a.geonames is not None and a.geonames == b.geonames and a.precision == b.precision:
        return "SAME"
    if a.country and a.country == b.country and "country" in (a.precision, b.precision):
        return "COMPATIBLE"
    if a.country == b.country and (a.name in b.within or b.name in a.within):
        return "COMPATIBLE"
    if a.precision == b.precision == "country" and _neighbours(a, b):
        return "UNKNOWN"
    gap = apart_km(a, b)
    if a.name.casefold() == b.name.casefold():
        return "COMPATIBLE" if gap in (None, 0.0) else "UNKNOWN"
    if gap is None or gap > SLACK_KM:
        return "UNKNOWN" if gap is None else "CONFLICT"
    abroad = bool(a.country and b.country and a.country != b.country and "relative" not in (a.precision, b.precision))
    return "COMPATIBLE" if not abroad and _touching(a, b) else "UNKNOWN"


def apart_km(a: Place, b: Place) -> float | None:
    """Kilometres that lie between two regions at least, 0 where they may touch, None where either has no known size or point."""
    one, other = _outline(a) or region.reach_of(a), _outline(b) or region.reach_of(b)
    return region.apart_km(one, other) if one and other else None


def _touching(a: Place, b: Place) -> bool:
    """Whether two regions that may touch do, circles taken as they are."""
    one, other = _outline(a) or region.shape_of(a), _outline(b) or region.shape_of(b)
    return bool(one and other and region.apart_km(one, other) <= 0)


def _neighbours(a: Place, b: Place) -> bool:
    from sayso import outlines

    return bool(a.country and b.country in outlines.bordering(a.country))


def _outline(place: Place) -> Geometry | None:
    if not place.country or place.precision != "country":
        return None
    from sayso import outlines  # loaded with the first country

    return outlines.region(place.country)


def compare_polarity(a: Commitment, b: Commitment) -> Verdict:
    """Opposite only where each source holds for certain, one that it is so, the other that it is not: "will not" is not "did"."""
    if "?" in (a.polarity, b.polarity):
        return "UNKNOWN"
    if a.polarity == b.polarity:
        return "SAME"
    return "CONFLICT" if a.certainty == b.certainty == "certain" else "UNKNOWN"


def compare_names(a: frozenset[str], b: frozenset[str]) -> Verdict:
    """Names or words for one participant. Never CONFLICT: two names may be one person's."""
    if not a or not b:
        return "UNKNOWN"
    if a == b or a & b:
        return "SAME"
    shared = {w for n in a for w in n.split()} & {w for n in b for w in n.split()}
    return "COMPATIBLE" if shared else "UNKNOWN"
