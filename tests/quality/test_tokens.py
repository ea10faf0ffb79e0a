"""Texts from tokens."""

from __future__ import annotations

from quality.tokens import written


def split(tokens: str) -> list[str]:
    return tokens.split()


def test_marks_stand_against_their_words() -> None:
    text = written(split("The mayor ( of Pell ) did n't pay $ 40 , `` not a cent '' , she said ."))
    assert text.text == "The mayor (of Pell) didn't pay $40, “not a cent”, she said."
    assert [text.text[s.start : s.end] for s in text.tokens[3:6]] == ["of", "Pell", ")"]


def test_straight_quotes_open_and_close_in_turn() -> None:
    assert written(split('He said " no " and left .')).text == 'He said "no" and left.'


def test_a_headline_is_a_line_of_its_own() -> None:
    tokens = ["Bridge", "falls", "The", "bridge", "fell", ".", "It", "was", "old", "."]
    assert written(tokens, {2, 6}).text == "Bridge falls\nThe bridge fell. It was old."
