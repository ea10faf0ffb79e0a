"""Sums of money and measures that a story's claims give, as entries of slots."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .cast import Cast
from .counts import PART, Counted
from .deeds import terms
from .figured import AFTER, Matter, entry, place, same_number
from .slots import Slots
from .tallies import ALIKE, Given, was
from .words import cosine


def measured(claims: Sequence[Slots], cast: Cast) -> Iterator[Matter]:
    """Sums and measures in one unit, where the claims are alike or give the very same number."""
    money = terms(claims[0].profile.reading.report.language).money if claims else frozenset[str]()
    kinds: defaultdict[str, list[list[Given]]] = defaultdict(list)
    taken: set[tuple[int, str]] = set()
    for s in claims:
        for c in ranged(s):
            unit = c.quantity.unit
            if unit and unit != "%" and c.kind != PART and (s.report, c.mention) not in taken and not was(s, c):
                taken.add((s.report, c.mention))
                place(Given(s, c, unit, "", s), kinds[unit], alike_sums)
    for unit, scopes in kinds.items():
        for scope in scopes:
            yield Matter("money" if unit in money else "measure", unit, [entry(g.claim, g.counted, cast) for g in scope])


def ranged(s: Slots) -> list[Counted]:
    """Its amounts, with two that are the ends of one as one: "between $4,000 and $5,000"."""
    made, text = list[Counted](), s.profile.reading.report.text
    for c in sorted(s.amounts, key=lambda c: c.span):
        last = made[-1] if made else None
        if last and ends(last, c, text):
            q = replace(last.quantity, high=c.quantity.high, text=f"{last.quantity.text} to {c.quantity.text}")
            made[-1] = replace(last, quantity=q)
        else:
            made.append(c)
    return made


def ends(a: Counted, b: Counted, text: str) -> bool:
    """Whether two amounts are the ends of a range."""
    between = text[a.span.end : b.span.start].strip().casefold()
    rising = a.quantity.unit == b.quantity.unit and (a.quantity.low or 0) < (b.quantity.low or 0)
    if not rising or between not in ("and", "to", "-", "–"):
        return False
    led = re.search(r"\b(?:between|from)\s*$", text[max(0, a.span.start - AFTER) : a.span.start], re.IGNORECASE)
    return bool(led) or between in ("to", "-", "–")


def alike_sums(a: Given, b: Given) -> bool:
    if same_number(a.counted, b.counted):
        return True
    return a.claim.kind == b.claim.kind and cosine(a.claim.words, b.claim.words) >= ALIKE
