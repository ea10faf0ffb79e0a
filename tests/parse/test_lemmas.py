from __future__ import annotations

import pytest

from sayso.lang import load
from sayso.parse.lemmas import Lemmas, base, irregular, positive, singular


@pytest.fixture(scope="module")
def lemmas() -> Lemmas:
    pack = load("en")
    return Lemmas((*pack.table("lemmas"), *irregular(pack)))


@pytest.mark.parametrize(
    ("word", "tag", "lemma"),
    [
        ("was", "VBD", "be"), ("n't", "RB", "not"), ("’s", "POS", "'s"), ("said", "VBD", "say"), ("told", "VBD", "tell"),
        ("killed", "VBN", "kill"), ("stopped", "VBD", "stop"), ("seized", "VBD", "seize"), ("denied", "VBD", "deny"),
        ("claiming", "VBG", "claim"), ("providing", "VBG", "provide"), ("making", "VBG", "make"), ("visiting", "VBG", "visit"),
        ("reported", "VBN", "report"), ("stated", "VBD", "state"), ("announced", "VBD", "announce"), ("fled", "VBD", "flee"),
        ("freed", "VBD", "free"),
        ("bodies", "NNS", "body"), ("attacks", "NNS", "attack"), ("buses", "NNS", "bus"), ("men", "NNS", "man"),
        ("crashes", "VBZ", "crash"), ("Kabul", "NNP", "Kabul"), ("bigger", "JJR", "big"), ("heaviest", "JJS", "heavy"),
        ("them", "PRP", "they"), ("1,200", "CD", "1200"), ("swore", "VBD", "swear"), ("series", "NNS", "series"),
        ("undergone", "VBN", "undergo"), ("Fighters", "NNS", "fighter"), ("WARNED", "VBD", "warn"),
        ("travelled", "VBD", "travel"), ("patrolling", "VBG", "patrol"), ("signalled", "VBD", "signal"),
        ("fuelled", "VBN", "fuel"),
        ("recalled", "VBD", "recall"), ("installing", "VBG", "install"), ("enrolled", "VBN", "enroll"),
        ("nicknamed", "VBN", "nickname"), ("dreamed", "VBD", "dream"),
    ],
)  # fmt: skip
def test_dictionary_forms(lemmas: Lemmas, word: str, tag: str, lemma: str) -> None:
    assert lemmas([word], [tag]) == [lemma]


def test_rules_alone() -> None:
    assert [base(s) for s in ("attack", "plann", "hop", "enter", "injur")] == ["attack", "plan", "hope", "enter", "injure"]
    assert [positive(s) for s in ("bigg", "heavi", "large"[:-1], "small")] == ["big", "heavy", "large", "small"]
    assert [singular(s) for s in ("countries", "boxes", "houses", "glass")] == ["country", "box", "house", "glass"]


@pytest.mark.parametrize("word", ["", "😀", "’", "\u200b", "ing", "ed", "s", "x" * 10_000])
def test_odd_words_have_a_lemma(lemmas: Lemmas, word: str) -> None:
    for tag in ("NNS", "VBG", "VBD", "CD", "NNPS", "JJR", "."):
        assert isinstance(lemmas([word], [tag])[0], str)
