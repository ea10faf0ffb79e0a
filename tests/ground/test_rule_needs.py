"""What a rule of the calendar needs: never more than one of its matches has."""

from __future__ import annotations

import pytest

from sayso.ground.calendar import calendar_of
from sayso.ground.rule_needs import need_of
from sayso.lang import load

MACROS = {"TIME": "(?:clock:CLOCK|hour:DAY OCLOCK)"}
LETTERS = {"CLOCK": "c", "DAY": "d", "OCLOCK": "o", "MONTH": "m", "YEAR": "y", "COMMA": ","}


@pytest.mark.parametrize(
    ("pattern", "texts", "others"),
    [
        ("month:MONTH day:DAY", ["md"], ["m", "d", "y"]),
        ("month:MONTH (?:COMMA? year:YEAR)?", ["m", "my"], ["y"]),
        ("(?:month:MONTH|year:YEAR) day:DAY", ["md", "yd"], ["d", "my"]),
        ("TIME", ["c", "do"], ["d", "o"]),
        ("short:DAY (?!MONTH)", ["d"], ["m"]),
        ("short:DAY (?=MONTH)|YEAR", ["d", "y"], ["m"]),
    ],
)
def test_needs(pattern: str, texts: list[str], others: list[str]) -> None:
    need = need_of(pattern, MACROS, LETTERS.__getitem__)
    assert all(need.met(frozenset(text)) for text in texts)
    assert not any(need.met(frozenset(text)) for text in others)


def test_every_match_of_a_shipped_rule_meets_its_needs() -> None:
    calendar = calendar_of(load("en"))
    letters = "".join(sorted(set("".join(calendar._of_class(name) for name in calendar.classes))))
    for k, draft in enumerate(calendar.rules):
        rule = calendar._of(k).expression
        found = {m[0] for start in range(0, len(letters), 7) for m in rule.finditer(letters[start:] + letters)}
        assert all(draft.need.met(frozenset(text)) for text in found)
