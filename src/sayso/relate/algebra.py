"""Two values of one slot compared: SAME, COMPATIBLE, CONFLICT or UNKNOWN.

CONFLICT means *certainly disjoint*: "March" and "5 March" are compatible, so are "at least 12" and "15".
"""

from __future__ import annotations

import math

from sayso.records import Commitment, Interval, Place, Quantity, Verdict

EARTH_KM = 6371.0
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
    """Regions on the globe; apart only where their circles, with some slack, cannot touch."""
    if a.geonames is not None and a.geonames == b.geonames and a.precision == b.precision:
        return "SAME"
    if a.country and a.country == b.country and "country" in (a.precision, b.precision):
        return "COMPATIBLE"
    if a.country == b.country and (a.name in b.within or b.name in a.within):
        return "COMPATIBLE"
    if a.name.casefold() == b.name.casefold():
        return "COMPATIBLE" if apart_km(a, b) in (None, 0.0) else "UNKNOWN"
    gap = apart_km(a, b)
    if gap is None:
        return "UNKNOWN"
    return "COMPATIBLE" if gap <= 0 else "CONFLICT" if gap > SLACK_KM else "UNKNOWN"


def apart_km(a: Place, b: Place) -> float | None:
    """Kilometres between the edges of two regions, 0 where they touch, None where either has no known size or point."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None or a.radius_km is None or b.radius_km is None:
        return None
    return max(0.0, distance_km(a.lat, a.lon, b.lat, b.lon) - a.radius_km - b.radius_km)


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Along the great circle (haversine)."""
    p, q = math.radians(lat), math.radians(other_lat)
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(h)))


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
