from __future__ import annotations

import string
import unicodedata
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.lang import load
from sayso.parse.encode import Vocabulary
from sayso.parse.pieces import WordPieces

TOKENIZER = load("en").folder / "tokenizer.json"
PIECES = WordPieces(TOKENIZER)
# Without characters that one of the two Unicode tables may not know yet, and those that never stand in a word.
LETTERS = st.text(
    st.one_of(
        st.sampled_from(string.ascii_letters + string.digits + string.punctuation + "éßñÅøçİıΩжשيک’“–中文𝒜½"),
        st.characters(max_codepoint=0x5FF, exclude_categories=("Cn", "Cs", "Cc", "Zs", "Zl", "Zp")),
    ),
    min_size=1, max_size=20,
).filter(lambda w: all(unicodedata.ucd_3_2_0.category(c) != "Cn" for c in w))  # fmt: skip


@pytest.fixture(scope="module")
def trained_with() -> Callable[[str], list[int]]:
    tokenizers = pytest.importorskip("tokenizers")
    tokenizer = tokenizers.Tokenizer.from_file(str(TOKENIZER))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return lambda word: tokenizer.encode(word, add_special_tokens=False).ids  # type: ignore[no-any-return]


@given(LETTERS)
def test_the_pieces_of_the_package_the_encoder_was_trained_with(trained_with: Callable[[str], list[int]], word: str) -> None:
    assert PIECES(word) == trained_with(word)


def test_known_words_are_one_piece_and_others_several() -> None:
    assert len(PIECES("ministry")) == 1
    assert PIECES("Ministry") == PIECES("ministry")
    assert len(PIECES("Dimaporo")) > 1
    assert len(PIECES("mother-in-law")) == 5
    assert PIECES("x" * 101) == [100]
    assert PIECES("\u200b") == []


def test_each_word_has_pieces_and_says_what_stands_before_it() -> None:
    encoded = Vocabulary(TOKENIZER).encode(["The", "\u200b", "UN", "!"], np.array([3, 1, 1, 0]))
    ids, types, first = encoded.window(0, 4)
    assert ids.tolist() == [101, *PIECES("the"), 100, *PIECES("un"), *PIECES("!"), 102]
    assert types.tolist() == [0, 2 + 18, 0 + 6, 3 + 6, 0, 0]
    assert first.tolist() == [0, 1, 2, 3, 4]
    assert encoded.window(2, 4)[2].tolist() == [0, 1, 2]
