"""Lengths of time, steps of time, and times that come again: "for two months", "two years ago", "on Fridays"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from sayso.records import Interval

from . import granules as g
from .granules import Granule
from .times_context import Anchor, Parts, Setting, Value, from_text, within

_ISO = {"D": (1, "D"), "W": (1, "W"), "F": (2, "W"), "M": (1, "M"), "Q": (3, "M"), "Y": (1, "Y"), "E": (10, "Y"), "C": (100, "Y")}
_CLOCK = {"H", "m", "S"}
_NEAR = 150  # characters: about a sentence
_FEW = (2, 9)  # what "several" and "a few" can mean


def unit_of(parts: Parts) -> str:
    """The unit's code; "second" is a unit here, whatever else it may be."""
    for name in ("unit", "plural"):
        if name in parts:
            return "S" if parts.text(name) == "second" else str(parts.value(name))
    return "D"


def counts(parts: Parts) -> tuple[float, float] | None:
    """How many units, from and to; None for "some weeks" and "weeks"."""
    few = parts.value("few")
    if few == "X" or ("plural" in parts and "count" not in parts):
        return None
    if few is not None:
        return float(few), float(few)
    low = float(parts.value("count", 1)) + (0.5 if "halfword" in parts else 0)
    high = float(parts.value("count2", low))
    return low, max(low, high)


def iso_duration(count: float | None, unit: str) -> str:
    """ "P2M"; "PXW" for an unknown number of weeks; "PT30M"."""
    if unit in _CLOCK:
        rest = f"{round(count % 1 * 60)}{'M' if unit == 'H' else 'S'}" if count and count % 1 and unit != "S" else ""
        if count and count < 1 and unit == "H":
            return f"PT{rest}"
        return f"PT{_number(int(count) if rest and count else count)}{unit.upper()}{rest}"
    factor, letter = _ISO[unit]
    if count is not None and count % 1 and unit in {"Y", "D"}:
        return f"P{int(count) or ''}{letter if count >= 1 else ''}" + (
            f"{int(count % 1 * 12)}M" if unit == "Y" else f"T{int(count % 1 * 24)}H"
        )
    return f"P{_number(None if count is None else count * factor)}{letter}"


def _number(count: float | None) -> str:
    return "X" if count is None else f"{count:g}" if count < 1e6 else str(int(count))


def duration(parts: Parts, setting: Setting) -> Value | None:
    """A length of time. Bounds are given where it reaches back from the anchor ("the past two months", "has been here
    for two months") or on from it ("the next two weeks")."""
    unit, many = unit_of(parts), counts(parts)
    edtf = iso_duration(many[0] if many else None, unit)
    if many and many[1] > many[0]:
        edtf += "/" + iso_duration(many[1], unit)
    for count, other in _more(parts):
        piece = iso_duration(count, other)
        edtf += piece[2:] if piece.startswith("PT") and "T" in edtf else piece[1:]
    low, high = many or _FEW
    return Value("duration", Interval(edtf, *_reach(parts, setting, unit, low, high)))


def _more(parts: Parts) -> list[tuple[float, str]]:
    """The counts and units that follow the first: "two years, three months and five days"."""
    return [(float(parts.value(f"count{n}")), str(parts.value(f"unit{n}"))) for n in (3, 4) if f"unit{n}" in parts]


def _further(day: str | None, parts: Parts, way: int) -> str | None:
    """A day moved on by the counts and units that follow the first."""
    moved = date.fromisoformat(day) if day else None
    for count, unit in _more(parts):
        moved = _step(unit, moved, count * way) if moved else None
    return moved.isoformat() if moved else None


def _reach(
    parts: Parts, setting: Setting, unit: str, low: float, high: float
) -> tuple[str | None, str | None, str | None, str | None, str]:
    day = setting.anchor.day
    words = parts.match_words
    if not day:
        return None, None, None, None, "unanchored"
    how = parts.value("how", "")
    if (words & _words(parts, "LAST", "RECENT") and not words & {"coming", "future"}) or setting.tense.is_perfect(parts.span):
        near, far = _back(day, unit, low, how in {"~", "<"}, early=False), _back(day, unit, high, how in {"~", ">"}, early=True)
        near, far = _further(near, parts, -1), _further(far, parts, -1)
        return (None if how == ">" else far), near, day.isoformat(), None, setting.anchor.basis
    if words & _words(parts, "NEXT") and words & {"next", "coming"}:
        return day.isoformat(), day.isoformat(), None, _back(day, unit, -high, how == "~", early=False), setting.anchor.basis
    if setting.ahead:
        first, last = (
            _back(day, unit, -low, how in {"~", ">"}, early=True),
            _back(day, unit, -high, how in {"~", "<"}, early=False),
        )
        return first, last, first, last, setting.anchor.basis
    return None, None, None, None, "unanchored"


def _words(parts: Parts, *names: str) -> set[str]:
    return {word for name in names for word in parts.calendar.classes[name]}


def _back(day: date, unit: str, count: float, loose: bool, early: bool) -> str | None:
    """The day so many units before; half a unit more or less where the text says "about"."""
    spread = (0.5 if loose else 0.0) * (1 if early else -1)
    moved = _step(unit, day, -(count + spread))
    return moved.isoformat() if moved else None


def _step(unit: str, day: date, count: float) -> date | None:
    try:
        if unit in _CLOCK:
            return day
        if unit in {"D", "W", "F"}:
            return date.fromordinal(day.toordinal() + round(count * {"D": 1, "W": 7, "F": 14}[unit]))
        months = count * {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}[unit]
        whole = g.months_on(day, int(months // 1))
        return date.fromordinal(whole.toordinal() + round(months % 1 * 30))
    except (ValueError, OverflowError):
        return None


def shift(parts: Parts, setting: Setting) -> Value | None:
    """ "Two years ago", "three days later", "the day before": a step from the anchor, or from the date spoken of last."""
    unit, many, way = unit_of(parts), counts(parts), int(parts.value("way"))
    counted_on = bool(setting.last and setting.last.first) and _from_text(parts, setting)
    if unit == "Y" and _compares_quarters(parts, setting) and setting.last and setting.last.first:
        quarter = g.around("Q", setting.last.first, -4)
        return Value("date", within(quarter, "text"), quarter, ("the same quarter a year before",))
    base, words = setting.last.first if counted_on and setting.last else setting.anchor.day, setting.last_words
    basis = "text" if counted_on else setting.anchor.basis
    if setting.narrative and not counted_on and parts.text("way") != "ago" and setting.last:
        return _on_from(setting.last, unit, many or _FEW, way, words)
    if base is None:
        return Value("date", Interval("XXXX", basis="unanchored"))
    if many is None or many[0] != many[1]:
        value = _vaguely(unit, many or _FEW, way, base, basis)
    else:
        value = _exactly(parts, setting, unit, many[0] * way, base, basis)
    return from_text(value, words) if value and counted_on else value


def _compares_quarters(parts: Parts, setting: Setting) -> bool:
    """Third-quarter profit "rose from $2 million a year earlier": from the third quarter of the year before."""
    near = parts.span.start - setting.last_at < 3 * _NEAR
    return (
        "one" in parts and near and int(parts.value("way")) < 0 and setting.last is not None and setting.last.grain == "quarter"
    )


def _from_text(parts: Parts, setting: Setting) -> bool:
    """ "A year earlier" steps from a date just spoken of; in a report with none near it, from the report's own day."""
    if parts.text("way") in {"ago", "hence", "from now"}:
        return False
    if unit_of(parts) in {"D", *_CLOCK} and setting.last and setting.last.grain not in {"day", "days"}:
        return False
    return setting.narrative or parts.span.start - setting.last_at < _NEAR or unit_of(parts) in {"D", *_CLOCK}


def _vaguely(unit: str, many: tuple[float, float], way: int, base: date, basis: str) -> Value | None:
    ends = sorted(d for count in many if (d := _step(unit, base, way * count)))
    if len(ends) < 2:
        return None
    low, high = (d.isoformat() for d in ends)
    text = f"{low}~/{high}~"
    return Value("vague", Interval(text, low, high, low, high, basis))


def _on_from(last: Granule, unit: str, many: tuple[float, float], way: int, words: str) -> Value:
    """ "Twelve days later" in a history that spoke of June: a step from some day of June."""
    ends = sorted(d for day in (last.first, last.last) for n in many if day and (d := _step(unit, day, way * n)))
    if not ends:
        return Value("date", Interval("XXXX", basis="unanchored"))
    low, high = ends[0].isoformat(), ends[-1].isoformat()
    return Value("date", Interval(f"{low}~/{high}~", low, high, low, high, "text"), None, (f"counted from {words!r}",))


def _exactly(parts: Parts, setting: Setting, unit: str, steps: float, base: date, basis: str) -> Value | None:
    moved = _step(unit, base, steps)
    for count, other in _more(parts):
        unit, moved = other, _step(other, moved, count * (1 if steps > 0 else -1)) if moved else None
    if moved is None or not 1 < moved.year < 9998:
        return None
    granule = g.around("M" if unit == "Y" and steps % 1 else unit, moved)
    monday = g.week(moved).first
    if "weekday" in parts and granule.first and isinstance(monday, date):
        granule = g.day(monday + timedelta(days=(parts.number("weekday") or 1) - 1))
        setting.remember(granule)
        return Value("date", within(granule, basis), granule)
    if unit in _CLOCK:
        granule = g.day(base)
    setting.remember(granule)
    return Value("date", _approximate(parts, granule, moved, unit, basis), granule)


def _approximate(parts: Parts, granule: Granule, moved: date, unit: str, basis: str) -> Interval:
    """ "Two years ago" is a year away or so: the year it falls in, half a unit on either side."""
    how = parts.value("how", "")
    if unit in {"D", *_CLOCK} and how != "~":
        return within(granule, basis)
    first, last = granule.bounds
    low, high = _step(unit, moved, -0.5), _step(unit, moved, 0.5)
    early = min(first or "", low.isoformat()) if low and how != "<" else first
    late = max(last or "", high.isoformat()) if high and how != ">" else last
    return Interval(granule.edtf + ("~" if granule.grain not in {"week", "days"} else ""), early, late, early, late, basis)


_EXACT = re.compile(r"P(\d+)([DWMY])$")


def step_from(length: Value, link: str, start: Value, anchor: Anchor) -> Value | None:
    """The time a length before or after another time: "two weeks before Christmas"."""
    found = _EXACT.match(length.interval.edtf)
    first, last = start.interval.earliest_start, start.interval.latest_end
    if length.kind != "duration" or start.kind not in {"date", "era"} or not found or not first or not last:
        return None
    way = -1 if link in {"before", "prior to"} else 1
    count, unit = int(found[1]) * way, found[2]
    loose = {"D": 0.0, "W": 3 / 7}.get(unit, 0.5)
    middle = _step(unit, date.fromisoformat(first), count)
    low, high = _step(unit, date.fromisoformat(first), count - loose), _step(unit, date.fromisoformat(last), count + loose)
    if not low or not high or not middle or not 1 < low.year < 9998:
        return None
    granule, bounds = g.around(unit, middle), (low.isoformat(), high.isoformat())
    edtf = granule.edtf + ("~" if unit in {"M", "Y"} else "") if (high - low).days < 400 else f"{low}~/{high}~"
    basis = start.interval.basis if start.interval.basis != "unanchored" else anchor.basis
    why = (f"{length.interval.edtf} {link} {start.interval.edtf}",)
    return Value(start.kind, Interval(edtf, bounds[0], bounds[1], bounds[0], bounds[1], basis), granule, why)


def set_of_times(parts: Parts, _: Setting) -> Value | None:
    """ "Fridays" is "XXXX-WXX-5"; "daily" is "R/P1D", after ISO 8601's repeating intervals."""
    if "weekdays" in parts or ("weekday" in parts):
        return Value("set", Interval(f"XXXX-WXX-{parts.number('weekdays') or parts.number('weekday')}"))
    if "month" in parts:
        return Value("set", Interval(f"XXXX-{parts.number('month'):02}"))
    if "season" in parts:
        return Value("set", Interval(f"XXXX-{parts.number('season')}"))
    if "weekend" in parts:
        return Value("set", Interval("R/P1W", basis="stated"), None, ("at weekends",))
    if "part" in parts:
        return Value("set", Interval("R/P1D"), None, (f"part of the day: {parts.text('part')}",))
    adverb = parts.text("adverb") and str(parts.value("adverb"))
    if adverb:
        return Value("set", Interval(f"R/{adverb}" if adverb.startswith("P") else "R/P1D"))
    count = parts.value("count") or (2 if "other" in parts.first_text else 1)
    return Value("set", Interval(f"R/{iso_duration(float(count), unit_of(parts))}"))
