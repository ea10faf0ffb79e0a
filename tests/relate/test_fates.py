"""What became of those whom a number counts, from the words around it."""

from __future__ import annotations

import pytest

from sayso.relate.fates import OTHER, fate
from sayso.relate.words import vocabulary


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("", " miners lost their lives in the pit", "die"),
        ("The storm has claimed ", " lives on the coast", "die"),
        ("The toll stood at ", " by nightfall", "die"),
        ("The mayor put the number of victims at ", "", "die"),
        ("Divers had found ", " bodies", "die"),
        ("We received ", f" bodies and {OTHER}", "die"),
        (" and ", " wounded", "injure"),
        ("killing ", f" people and wounding {OTHER}", "die"),
        ("people and wounding ", "", "injure"),
        ("", f" gunmen killed {OTHER}", None),
        ("The attack killed the warden in front of ", " guests", None),
        ("", " sailors are unaccounted for", "miss"),
        ("", " men have been taken into custody", "arrest"),
        ("", " held after raid on the harbour", "arrest"),
        ("", " are still in captivity", "abduct"),
        ("", " have been made homeless", "displace"),
        ("", " residents have fled their homes", "displace"),
        ("Rescuers pulled ", " people from the water", "rescue"),
        ("", " suspects were released without charge", "release"),
        ("", " people fell ill after the feast", "ill"),
        ("Police estimated the crowd at ", "", "attend"),
        ("", " passengers had been on board", "aboard"),
        ("There were ", " casualties", None),
        ("", " were still being treated in Orsa", "part"),
        ("", " were treated for burns", "treat"),
        ("", " houses were burnt down", None),
    ],
)
def test_fates(before: str, after: str, kind: str | None) -> None:
    assert fate(before, after, vocabulary("en")) == kind


def test_of_freed_hostages_it_is_said_that_they_are_free() -> None:
    assert fate("", " hostages were released", vocabulary("en"), ["hostage"]) == "release"


def test_a_relative_clause_says_what_befell_them_before() -> None:
    assert fate("", " nuns who were kidnapped in May were freed", vocabulary("en")) is None


def test_a_name_tells_no_fate() -> None:
    words = vocabulary("en")
    assert fate("the air force eliminated ", " fighters of the Free Valley Brigade", words) == "die"
    assert fate("", " fighters of the Free Valley Brigade came", words) is None
    assert fate("", " prisoners were freed", words) == "release"
    assert fate("Gunmen Kill ", " In Market Raid", words) == "die"
