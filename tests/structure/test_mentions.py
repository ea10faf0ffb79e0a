"""Which phrases are mentions, where they begin and end, and of what kind they are."""

from __future__ import annotations

from sayso.lang import load
from sayso.structure.structure import structure

from .parses import parsed

PACK = load("en")


def mentions(rows: str, names: dict[str, str]) -> dict[str, tuple[str, str]]:
    report, parse = parsed(rows, names)
    return {m.span.of(report.text): (m.kind, m.form) for m in structure(report, parse, PACK).mentions}


def test_a_title_is_no_part_of_the_name() -> None:
    found = mentions(
        """
        Gen. PROPN nmod:desc 3
        Omar PROPN nmod:desc 3
        Din PROPN nsubj 4 person
        left/leave VERB root 0
        . PUNCT punct 4
        """,
        {"Gen. Omar Din": "person"},
    )
    assert found == {"Omar Din": ("person", "name")}


def test_a_nominal_keeps_its_modifiers_and_leaves_out_clause_and_apposition() -> None:
    found = mentions(
        """
        A DET det 3
        senior ADJ amod 3
        source NOUN nsubj 11 person
        in ADP case 5
        Sabz PROPN nmod 3 place
        , PUNCT punct 9
        who PRON nsubj 9
        had AUX aux 9
        asked/ask VERB acl:relcl 3
        , PUNCT punct 3
        denied/deny VERB root 0
        it PRON obj 11 abstract
        . PUNCT punct 11
        """,
        {"Sabz": "place"},
    )
    assert found == {"A senior source in Sabz": ("person", "nominal"), "Sabz": ("place", "name"), "it": ("abstract", "pronoun")}


def test_siblings_are_mentions_of_their_own() -> None:
    found = mentions(
        """
        Soldiers/soldier NOUN:NNS nsubj 7 person
        and CCONJ cc 3
        residents/resident NOUN:NNS conj 1 person
        of ADP case 6
        the DET det 6
        town NOUN nmod 3 place
        fled/flee VERB root 0
        """,
        {},
    )
    assert found == {
        "Soldiers": ("group", "nominal"), "residents of the town": ("group", "nominal"), "the town": ("place", "nominal"),
    }  # fmt: skip


def test_kinds_are_refined_by_the_table() -> None:
    found = mentions(
        """
        The DET det 2
        militia NOUN nsubj 3 organization
        shelled/shell VERB root 0
        the DET det 5
        hospital NOUN obj 3 place
        on ADP case 7
        Monday PROPN obl 3 time
        """,
        {},
    )
    assert found == {"The militia": ("group", "nominal"), "the hospital": ("facility", "nominal")}


def test_a_noun_in_capitals_is_no_name() -> None:
    found = mentions("The DET det 2\nPresident PROPN nsubj 3 person\nleft/leave VERB root 0", {"President": "person"})
    assert found == {"The President": ("person", "nominal")}


def test_it_that_refers_to_nothing_is_no_mention() -> None:
    assert mentions("It PRON expl 2\nrained/rain VERB root 0", {}) == {}


def test_a_name_missed_by_the_tagger_after_a_noun_for_a_person() -> None:
    found = mentions(
        "Campaigner/campaigner NOUN nsubj 4 person\nLea PROPN flat 1\nBrandt PROPN flat 1\nleft/leave VERB root 0", {}
    )
    assert found == {"Campaigner": ("person", "nominal"), "Lea Brandt": ("person", "name")}


def test_a_very_deep_or_broken_tree_does_no_harm() -> None:
    rows = "\n".join(f"part NOUN {'root' if i == 0 else 'nmod'} {i} object" for i in range(3000))
    report, parse = parsed(rows, {})
    found = structure(report, parse, PACK).mentions
    assert max(len(m.span.of(report.text).split()) for m in found) < 40


def test_an_empty_report() -> None:
    report, parse = parsed("x X root 0", {})
    assert structure(report, parse, PACK).entities == ()


def test_a_name_cut_at_its_hyphen_is_made_whole() -> None:
    rows = "Orlan PROPN compound 3\n+- PUNCT punct 1\n+Khorvat PROPN nsubj 4 organization\nleft/leave VERB root 0"
    assert mentions(rows, {"Orlan": "organization"}) == {"Orlan-Khorvat": ("organization", "name")}


def test_a_country_and_a_title_within_the_tagger_s_name() -> None:
    rows = "U.S. PROPN compound 3\nPresident PROPN nmod:desc 3\nLea PROPN nsubj 5 person\nBrandt PROPN flat 3\n"
    rows += "left/leave VERB root 0"
    assert mentions(rows, {"U.S. President Lea Brandt": "person"}) == {"Lea Brandt": ("person", "name")}


def test_words_around_a_name_tell_its_kind() -> None:
    found = mentions(
        """
        An DET det 3
        Orlan PROPN compound 3
        correspondent NOUN nsubj 4 person
        met/meet VERB root 0
        commander NOUN obj 4 person
        Din PROPN appos 5
        in ADP case 8
        Sabz PROPN obl 4 place
        """,
        {"Orlan": "person", "Din": "place", "Sabz": "place"},
    )
    assert found["Orlan"] == ("organization", "name")
    assert found["Din"] == ("person", "name")


def test_adjectives_of_countries_name_nobody_and_their_people_are_a_group() -> None:
    found = mentions(
        "Tajik ADJ amod 2\nofficials/official NOUN:NNS nsubj 3 person\nmet/meet VERB root 0\nTajiks PROPN:NNPS obj 3 person",
        {"Tajiks": "place"},
    )
    assert found == {"Tajik officials": ("group", "nominal"), "Tajiks": ("group", "name")}


def test_a_pronoun_taken_for_a_name_is_a_pronoun() -> None:
    assert mentions("He PRON nsubj 2 person\nleft/leave VERB root 0", {"He": "person"}) == {"He": ("person", "pronoun")}


def test_a_country_is_no_person_though_the_tagger_says_so() -> None:
    found = mentions("Tajikistan PROPN nmod:poss 3\n's PART:POS case 1\nleader NOUN root 0 person", {"Tajikistan": "person"})
    assert found["Tajikistan"] == ("place", "name")


def test_sources_are_persons_and_a_source_of_income_is_none() -> None:
    rows = "He PRON nsubj 2 person\ncited/cite VERB root 0\na DET det 4\nsource NOUN obj 2 abstract"
    assert mentions(rows, {})["a source"] == ("person", "nominal")
    rows += "\nof ADP case 6\nincome NOUN nmod 4 abstract"
    assert mentions(rows, {})["a source of income"] == ("abstract", "nominal")
