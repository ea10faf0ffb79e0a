"""Slips of a tree put right, on trees written by hand: ``form|XPOS|UPOS|head|relation``, heads counted from 1."""

from __future__ import annotations

from sayso.parse.mended import Known, Tree, mend


def tree(cells: str) -> Tree:
    rows = [c.split("|") for c in cells.split()]
    words = [r[0] for r in rows]
    lemmas = [{"accused": "accuse", "was": "be"}.get(w, w) for w in words]
    return Tree(words, [r[2] for r in rows], [r[1] for r in rows], lemmas, [int(r[3]) - 1 for r in rows], [r[4] for r in rows])


def mended(cells: str, governed: tuple[tuple[str, str], ...] = ()) -> dict[str, tuple[str, str]]:
    """Each word's head, as printed, and relation."""
    one = tree(cells)
    mend(one, [(0, len(one.words))], Known(frozenset(governed), frozenset({"at", "least"})))
    return {w: (one.words[h] if h >= 0 else "", r) for w, h, r in zip(one.words, one.heads, one.relations, strict=True)}


def test_a_second_verb_has_its_own_number() -> None:
    found = mended(
        "Gunmen|NNS|NOUN|2|nsubj killed|VBD|VERB|0|root five|CD|NUM|2|obj and|CC|CCONJ|5|cc wounded|VBN|VERB|3|conj "
        "at|IN|ADP|7|case least|JJS|ADJ|3|nmod 12|CD|NUM|2|obj .|.|PUNCT|2|punct"
    )
    assert found["wounded"] == ("killed", "conj")
    assert found["12"] == ("wounded", "obj")
    assert found["least"] == ("12", "nmod")


def test_one_verb_with_two_numbers_stays() -> None:
    cells = (
        "It|PRP|PRON|2|nsubj cost|VBD|VERB|0|root five|CD|NUM|2|obj or|CC|CCONJ|5|cc six|CD|NUM|3|conj "
        "marks|NNS|NOUN|3|nmod .|.|PUNCT|2|punct"
    )
    assert mended(cells)["six"] == ("five", "conj")


def test_the_main_clause_after_what_somebody_is_held_to_be() -> None:
    found = mended(
        "A|DT|DET|2|det man|NN|NOUN|0|root believed|VBD|VERB|2|acl to|TO|PART|5|mark be|VB|AUX|8|mark Doren|NNP|PROPN|3|xcomp "
        "was|VBD|AUX|8|aux:pass shot|VBN|VERB|3|xcomp .|.|PUNCT|2|punct"
    )
    assert found["shot"] == ("", "root")
    assert found["man"] == ("shot", "nsubj:pass")
    assert found["believed"] == ("man", "acl")
    assert found["be"] == ("Doren", "cop")
    assert found["."] == ("shot", "punct")


def test_a_subject_and_a_denial_hung_on_an_owner() -> None:
    found = mended(
        "She|PRP|PRON|4|nsubj is|VBZ|AUX|6|cop not|RB|PART|4|advmod Doren|NNP|PROPN|6|nmod:poss \'s|POS|PART|4|case "
        "wife|NN|NOUN|0|root .|.|PUNCT|6|punct"
    )
    assert found["She"] == ("wife", "nsubj")
    assert found["not"] == ("wife", "advmod")


def test_what_somebody_is_accused_of_is_no_part_of_him() -> None:
    cells = (
        "I|PRP|PRON|2|nsubj accused|VBD|VERB|0|root guards|NNS|NOUN|2|obj of|IN|ADP|5|case fraud|NN|NOUN|3|nmod !|.|PUNCT|2|punct"
    )
    assert mended(cells)["fraud"] == ("guards", "nmod")
    assert mended(cells, (("accuse", "of"),))["fraud"] == ("accused", "obl")
