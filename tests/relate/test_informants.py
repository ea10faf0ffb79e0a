"""Informants of two reports who are one under two names."""

from __future__ import annotations

from typing import Literal

import pytest

from readings import Draft
from sayso.relate import profiles
from sayso.relate.groups import owners
from sayso.relate.informants import in_common
from sayso.relate.sourcing import Sourcing, sourcing


def heard(said: str, who: str, kind: Literal["person", "body"] = "person", beside: str = "") -> Sourcing:
    d = Draft("r", f"{said}, said {who}{beside}.")
    d.said(said, who, kind, "said", entity=d.entity(kind, who))
    (one,) = profiles((d.reading(),))
    return sourcing(one, owners())


def two(one: str, other: str) -> bool:
    return not in_common(heard("The weir holds", one), heard("Water is rising at the lock", other))


@pytest.mark.parametrize("other", ["Eran Cicurel", "Eran Sikorel", "Eran Ciccurel"])
def test_one_name_in_several_spellings(other: str) -> None:
    assert not two("Eran Sikurel", other)


def test_one_given_name_of_whoever_says_most_is_one_informant() -> None:
    assert not two("Milo Thorn", "Milo Thorpe")


def test_what_he_is_before_his_name_makes_no_other_of_him() -> None:
    assert not two("Milo Thorn", "bailiff Milo Thorn")


@pytest.mark.parametrize("other", ["Vera Thorn", "Jo Marsh"])
def test_others_are_two(other: str) -> None:
    assert two("Milo Thorn", other)


def test_a_body_and_who_runs_it_are_one() -> None:
    group = heard("The weir holds", "River Watch Observatory", "body")
    head = heard("Water is rising", "Jo Marsh", beside=", who runs the River Watch Observatory")
    assert in_common(group, head) == {"river watch observatory"}
    assert in_common(head, group) == {"jo marsh"}
