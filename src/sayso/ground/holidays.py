"""Feasts: fixed days, weekdays of a month, and those that follow Easter."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta


def easter(year: int) -> date:
    """Western Easter Sunday, by the rule of Meeus, Jones and Butcher (Nature, 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    l = (32 + 2 * e + 2 * i - h - k) % 7  # noqa: E741 - the letters of the published rule
    m = (a + 11 * h + 22 * l) // 451
    month, day = divmod(h + l - 7 * m + 114, 31)
    return date(year, month, day + 1)


def day_in(rule: str, year: int) -> date:
    """``rule``: "12-25", "easter-2" (days from Easter), "11-4-4" (the fourth Thursday of November; 9 is the last), or
    "11-4-4+1" (the day after it)."""
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule[6:]))
    named, _, after = rule.partition("+")
    numbers = [int(n) for n in named.split("-")]
    if len(numbers) == 2:
        return date(year, *numbers)
    month, weekday, nth = numbers
    days = [date(year, month, d) for d in range(1, monthrange(year, month)[1] + 1)]
    return [d for d in days if d.isoweekday() == weekday][-1 if nth == 9 else min(nth, 4) - 1] + timedelta(days=int(after or 0))
