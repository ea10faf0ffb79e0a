"""Age and nationality beside a name, against an entry's dates of birth and countries."""

from __future__ import annotations

import pytest

from sayso.lists.entry import Entry, Name
from sayso.lists.vital import another, reasons, vital
from sayso.records import Span

ENTRY = Entry("X.001", "person", (Name("Karim Dost"),), births=("1971", "1975-02-03"), countries=("Syrian Arab Republic",))


@pytest.mark.parametrize(
    ("text", "born", "said"),
    [
        ("Karim Dost, 45, a baker, was held.", (1976, 1977), "aged 45"),
        ("Karim Dost (45) was held.", (1976, 1977), "aged 45"),
        ("Police held 45-year-old Karim Dost.", (1976, 1977), "aged 45"),
        ("The 45-year-old Syrian baker Karim Dost was held.", (1976, 1977), "aged 45"),
        ("Karim Dost, aged 45, was held.", (1976, 1977), "aged 45"),
        ("Karim Dost, a 45-year-old baker, was held.", (1976, 1977), "aged 45"),
        ("Karim Dost, who was born in Homs in 1971, was held.", (1971, 1971), "born in 1971"),
        ("Karim Dost, 45 of his men and a guard were held.", None, ""),
        ("Karim Dost, 300, was held.", None, ""),
        ("Karim Dost was held with 45 others.", None, ""),
    ],
)
def test_how_old_somebody_is_said_to_be(text: str, born: tuple[int, int] | None, said: str) -> None:
    at = text.index("Karim Dost")
    known = vital(text, [Span(at, at + len("Karim Dost"))], "2022-05-04")
    assert (known.born, known.said) == (born, said)


def test_an_age_without_a_year_tells_nothing() -> None:
    assert vital("Karim Dost, 45, was held.", [Span(0, 10)], None).born is None


def test_another_age_is_another_person() -> None:
    young, near = (vital(f"Karim Dost, {age}, was held.", [Span(0, 10)], "2022-05-04") for age in (25, 45))
    assert another(young, ENTRY) and not another(near, ENTRY)
    assert reasons(near, ENTRY) == ("aged 45 agrees with the listed date of birth 1971 or 1975-02-03",)
    assert not another(young, Entry("X.002", "person", (Name("Karim Dost"),)))


def test_a_range_of_years_is_met_anywhere_in_it() -> None:
    ranged = Entry("X.003", "person", (Name("Karim Dost"),), births=("1960/1980",))
    assert reasons(vital("Karim Dost, 50, was held.", [Span(0, 10)], "2022-05-04"), ranged)[0].startswith("aged 50 agrees")


def test_nationality_speaks_for_and_never_against() -> None:
    texts = (f"The {adjective} baker Karim Dost was held." for adjective in ("Syrian", "Iraqi"))
    syrian, iraqi = (vital(t, [Span(t.index("Karim"), t.index(" was"))], None) for t in texts)
    assert reasons(syrian, ENTRY) == ("called Syrian; listed as of Syrian Arab Republic",)
    assert reasons(iraqi, ENTRY) == () and not another(iraqi, ENTRY)
