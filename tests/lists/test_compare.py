"""How alike two names are. Everybody here is invented or a bare name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.lists.compare import compare
from sayso.lists.fold import fold, plain, sound
from sayso.lists.search import THRESHOLD

SAME = [
    ("Mohammed al-Velmari", "MUHAMMAD AL VALMARI"),
    ("VELMARI, Abdul Rahman", "Abdurrahman al-Velmari"),
    ("Abd al-Hamid Teskani", "Abdelhamid Teskani"),
    ("Nooruddin Velmarzai", "Nur al-Din Velmarzai"),
    ("Hidayatullah Teskani", "Hedayat Ullah Teskani"),
    ("Osama bin Teskan", "Usama ibn Teskan"),
    ("Sergei Orlanov", "Sergey Orlanoff"),
    ("Орлан Тескенов", "Orlan Teskenov"),
    ("Sheikh Omar Haddadi", "Umar Haddadi"),
    ("Bill Harrowgate", "William Harrowgate"),
    ("O. Teskenov", "Orlan Teskenov"),
    ("Orlan B. Teskenov", "Orlan Teskenov"),
    ("OrlanTeskenov", "Orlan Teskenov"),
    ("Jan Daniel Velmar", "Jandaniel Velmar"),
    ("Orlan Tesknov", "Orlan Teskenov"),
    ("Karim Velmari Teskani", "Karim Hassan Velmari Teskani"),
    ("Haddadi Omar", "Omar Haddadi"),
]
OTHER = [
    ("Andrei Orlanov", "Alexei Orlanov"),
    ("Karim Hassan Velmari", "Karim Mahmoud Velmari"),
    ("Velmari", "Karim Velmari"),
    ("Mohammed Ali", "Mohammed Ali Hassan Velmari"),
    ("Karim Velmari", "Sami Karim Velmari"),
    ("Kim Yong", "Kim Yong Chol"),
    ("Maria Orlova", "Mark Orlando"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_a_person(one: str, other: str) -> None:
    assert compare(one, other, "person").score >= THRESHOLD
    assert compare(other, one, "person").score >= THRESHOLD


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_other_persons(one: str, other: str) -> None:
    assert compare(one, other, "person").score < THRESHOLD


@pytest.mark.parametrize(
    ("one", "other"),
    [("OAO Velmar", "Velmar JSC"), ("Velmar Shipping Co., Ltd.", "VELMAR SHIPPING LIMITED"), ("Sabz Group", "The Sabz Group"),
     ("Velmar Int'l Bank", "Velmar International Bank"), ("ISIS-Khorasan", "Islamic State in Iraq and the Levant - Khorasan"),
     ("VSF", "Velmar Salvation Front"), ("Velmar Brigade Forty-Four", "Velmar Brigade 44"), ("al-Qaeda", "AL-QAIDA")],
)  # fmt: skip
def test_bodies(one: str, other: str) -> None:
    assert compare(one, other, "body").score >= THRESHOLD


@pytest.mark.parametrize(
    ("one", "other"),
    [("Velmar Brigade 12", "Velmar Brigade 14"), ("Bank of Velmar (Harrow)", "Bank of Velmar (Orlan)"),
     ("Velmar", "Velmar Systems"), ("Al-Qaida in Velmar", "Al-Qaida in Orlan"), ("Islamic Bank", "Islamic Development Bank")],
)  # fmt: skip
def test_other_bodies(one: str, other: str) -> None:
    assert compare(one, other, "body").score < THRESHOLD


def test_a_reason_in_words() -> None:
    found = compare("Qodrat Velmarzay", "Qodrat Omar Velmarzai", "person")
    assert found.why == ("1 of 2 parts the same", "'velmarzay' a spelling of 'velmarzai'", "'omar' on the list only")


def test_order_may_turn_but_not_shuffle() -> None:
    turned = compare("Velmari Karim Hassan", "Karim Hassan Velmari", "person").score
    shuffled = compare("Hassan Karim Velmari", "Karim Hassan Velmari", "person").score
    assert shuffled < turned == 1


def test_parts() -> None:
    assert [p.text for p in fold("Sheikh Abd al-Hamid Masliev", "person").parts] == ["sheikh", "abd", "hamid", "masliev"]
    assert fold("Velmar OOO", "body").form == "llc"
    assert plain("Тескенов") == ["teskenov"]
    assert sound("haqqani") == sound("hakani")


@given(st.text(max_size=400), st.text(max_size=400), st.sampled_from(("person", "body")))
def test_any_text_is_compared(one: str, other: str, kind: str) -> None:
    found = compare(one, other, kind)  # type: ignore[arg-type]
    assert 0 <= found.score <= 1
    assert abs(found.score - compare(other, one, kind).score) < 0.12  # type: ignore[arg-type]


@given(st.text(alphabet=st.characters(categories=("Lu", "Ll", "Lo")), min_size=3, max_size=40))
def test_a_name_is_like_itself(name: str) -> None:
    if fold(name, "person").parts:
        assert compare(name, name, "person").score == 1
