"""The page's accounts, disputes side by side, and who has it from whom; and what is covered when it is blurred."""

from __future__ import annotations

import re

import pytest

from readings import bridge, stranger
from sayso.dossier import blurred, build
from sayso.present import page
from sayso.records import Dossier
from sayso.relate import relate


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    readings = list(bridge())
    return build("Bridge", readings, relate(readings))


def section(text: str, id: str) -> str:
    found = re.search(rf'<section id="{id}">(.*?)</section>', text, re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", found[1]).split()) if found else ""


def test_accounts_have_their_ends_their_best_and_who_gave_them_first(dossier: Dossier) -> None:
    told = section(page(dossier), "accounts")
    assert "dead low 12 best 19 people high 19" in told
    assert "Harrow Press ← the interior ministry" in told
    assert "4 March 2023" in told


def test_disputes_stand_side_by_side_in_their_sentences(dossier: Dossier) -> None:
    told = section(page(dossier), "relations")
    assert "Velmar Construction denied that its workers had removed the southern pillar" in told
    assert "workers of Velmar Construction had removed the southern pillar" in told
    assert "also" in told


def test_who_has_it_from_whom(dossier: Dossier) -> None:
    told = section(page(dossier), "origins")
    assert "Who has it from whom" in told
    assert "Calder Times has it from Harrow Press" in told


def test_a_page_without_anything_to_compare_has_none_of_it() -> None:
    text = page(build("Fees", [stranger()], relate([stranger()])))
    assert 'id="accounts"' not in text
    assert "Who has it from whom" not in text


def test_blurred_accounts_name_no_unnamed_source(dossier: Dossier) -> None:
    hidden = blurred(dossier)
    assert hidden.relations.accounts
    assert hidden.relations.tallies == dossier.relations.tallies
    assert "A nurse at the district hospital" in str(dossier.relations.accounts)
    assert "nurse at the district" not in str(hidden.relations)
    assert "nurse at the district" not in page(hidden)
