"""Each construction on a tree made by hand, without any help from the encoder."""

from __future__ import annotations

from dataclasses import replace

from sayso.attribute import attribute
from sayso.lang import load
from sayso.records import Attribution, Parse, Report, Structure

from .trees import parse


def said(given: tuple[Report, Parse, Structure]) -> tuple[str, tuple[Attribution, ...]]:
    report, tree, structure = given
    return report.text, attribute(report, tree, structure, load("en"))


def words(text: str, a: Attribution) -> tuple[str, str, str]:
    """Source, cue and content as printed."""
    source = a.source.span.of(text) if a.source.span else ""
    return source, a.cue.of(text) if a.cue else "", " ... ".join(s.of(text) for s in a.content)


SAID = "The/DET/det/2 ministry/NOUN/nsubj/3 said/VERB/root/0 the/DET/det/5 bridge/NOUN/nsubj/6 fell/VERB/ccomp/3 ./PUNCT/punct/3"


def test_the_outlets_own_voice_comes_first_and_is_under_nothing() -> None:
    text, found = said(parse(SAID))
    root = found[0]
    assert (root.source.kind, root.source.description, root.cue, root.under, root.voice) == (
        "outlet", "the Valley Post", None, None, "outlet")  # fmt: skip
    assert root.content[0].of(text) == text


def test_a_clause_after_its_cue() -> None:
    text, found = said(parse(SAID))
    assert [words(text, a) for a in found[1:]] == [("The ministry", "said", "the bridge fell")]
    assert (found[1].source.kind, found[1].voice, found[1].under) == ("body", "indirect", found[0].id)


def test_plain_statements_are_nobodys_word_but_the_outlets() -> None:
    _, found = said(parse("The/DET/det/2 bridge/NOUN/nsubj/3 fell/VERB/root/0 on/ADP/case/5 Monday/PROPN/obl/3 ./PUNCT/punct/3"))
    assert len(found) == 1


def test_a_cue_inside_its_content_leaves_two_spans() -> None:
    text, found = said(parse(
        "The/DET/det/2 bridge/NOUN/nsubj/8 ,/PUNCT/punct/6 the/DET/det/5 ministry/NOUN/nsubj/6 said/VERB/parataxis/8 "
        ",/PUNCT/punct/6 fell/VERB/root/0 ./PUNCT/punct/8"
    ))  # fmt: skip
    assert [words(text, a) for a in found[1:]] == [("the ministry", "said", "The bridge ... fell")]


def test_according_to_before_its_content() -> None:
    text, found = said(parse(
        "According/VERB/case/4 to/ADP/fixed/1 the/DET/det/4 police/NOUN/obl/7 ,/PUNCT/punct/4 it/PRON/nsubj/7 fell/VERB/root/0 "
        "./PUNCT/punct/7"
    ))  # fmt: skip
    assert [words(text, a) for a in found[1:]] == [("the police", "According to", "it fell")]


def test_a_passive_names_nobody() -> None:
    text, found = said(parse(
        "He/PRON/nsubj:pass/3 is/AUX/aux:pass/3 believed/VERB/root/0 to/PART/mark/5 hide/VERB/xcomp/3 ./PUNCT/punct/3"
    ))  # fmt: skip
    assert [words(text, a) for a in found[1:]] == [("", "is believed", "He ... to hide")]
    assert (found[1].source.kind, found[1].source.span, found[1].voice) == ("unknown", None, "thought")


def test_an_adverb_marks_somebodys_word() -> None:
    text, found = said(parse("They/PRON/nsubj/3 reportedly/ADV/advmod/3 fled/VERB/root/0 ./PUNCT/punct/3"))
    assert [words(text, a) for a in found[1:]] == [("", "reportedly", "They ... fled")]


def test_what_is_denied_is_attributed_too() -> None:
    text, found = said(parse(SAID.replace("said", "denied")))
    assert words(text, found[1]) == ("The ministry", "denied", "the bridge fell")


def test_a_cue_within_a_content_lies_under_it() -> None:
    text, found = said(parse(
        "The/DET/det/2 ministry/NOUN/nsubj/3 said/VERB/root/0 rebels/NOUN/nsubj/5 denied/VERB/ccomp/3 it/PRON/nsubj/7 "
        "fell/VERB/ccomp/5 ./PUNCT/punct/3"
    ))  # fmt: skip
    outer, inner = found[1], found[2]
    assert words(text, inner) == ("rebels", "denied", "it fell")
    assert (outer.under, inner.under) == (found[0].id, outer.id)


def test_a_cited_source_lies_under_the_one_that_cites_it() -> None:
    text, found = said(parse(
        "Reuters/PROPN/nsubj/2 reported/VERB/root/0 it/PRON/nsubj/4 fell/VERB/ccomp/2 ,/PUNCT/punct/6 citing/VERB/advcl/2 "
        "two/NUM/nummod/8 officials/NOUN/obj/6 ./PUNCT/punct/2",
        names={"Reuters": "organization"},
    ))  # fmt: skip
    agency, officials = sorted(found[1:], key=lambda a: a.cue or (0, 0))
    assert (agency.source.kind, officials.source.kind) == ("agency", "unnamed")
    assert words(text, officials) == ("two officials", "citing", "it fell")
    assert officials.under == agency.id


def test_photos_are_evidence_and_no_source() -> None:
    text, found = said(parse(
        "Reuters/PROPN/nsubj/2 reported/VERB/root/0 it/PRON/nsubj/4 fell/VERB/ccomp/2 ,/PUNCT/punct/6 citing/VERB/advcl/2 "
        "photos/NOUN/obj/6 and/CCONJ/cc/9 videos/NOUN/conj/7 ./PUNCT/punct/2",
        names={"Reuters": "organization"},
    ))  # fmt: skip
    assert len(found) == 2
    assert [s.of(text) for s in found[1].evidence] == ["photos and videos"]


def test_what_another_outlet_was_told_comes_through_that_outlet() -> None:
    text, found = said(parse(
        "A/DET/det/2 source/NOUN/nsubj/3 told/VERB/root/0 Reuters/PROPN/iobj/3 it/PRON/nsubj/6 fell/VERB/ccomp/3 ./PUNCT/punct/3",
        names={"Reuters": "organization"},
    ))  # fmt: skip
    source = next(a for a in found if a.source.description == "A source")
    agency = next(a for a in found if a.source.description == "Reuters")
    assert words(text, source) == ("A source", "told", "it fell")
    assert (source.under, agency.under) == (agency.id, found[0].id)


def test_quoted_as_saying_is_a_link_of_its_own() -> None:
    text, found = said(parse(
        "Reuters/PROPN/nsubj/2 quoted/VERB/root/0 officials/NOUN/obj/2 as/SCONJ/mark/5 saying/VERB/advcl/2 it/PRON/nsubj/7 "
        "fell/VERB/ccomp/5 ./PUNCT/punct/2",
        names={"Reuters": "organization"},
    ))  # fmt: skip
    agency = next(a for a in found if a.source.description == "Reuters")
    officials = next(a for a in found if a.source.description == "officials")
    assert words(text, agency) == ("Reuters", "quoted", "officials as saying it fell")
    assert words(text, officials) == ("officials", "saying", "it fell")
    assert officials.under == agency.id


def test_what_cited_sources_are_said_to_say_is_theirs() -> None:
    text, found = said(parse(
        "Reuters/PROPN/nsubj/2 confirmed/VERB/root/0 that/SCONJ/mark/5 it/PRON/nsubj/5 fell/VERB/ccomp/2 ,/PUNCT/punct/7 "
        "citing/VERB/advcl/2 officials/NOUN/obj/7 ,/PUNCT/punct/10 saying/VERB/advcl/7 nobody/PRON/nsubj/12 died/VERB/ccomp/10 "
        "./PUNCT/punct/2",
        names={"Reuters": "organization"},
    ))  # fmt: skip
    agency = next(a for a in found if a.source.description == "Reuters")
    theirs = [a for a in found if a.source.description == "officials"]
    assert {words(text, a)[1:] for a in theirs} == {("citing", "that it fell"), ("saying", "nobody died")}
    assert {a.under for a in theirs} == {agency.id}


def test_a_source_of_an_agency_is_heard_through_it() -> None:
    text, found = said(parse(
        "A/DET/det/2 source/NOUN/nsubj/6 of/ADP/case/5 this/DET/det/5 agency/NOUN/nmod/2 said/VERB/root/0 it/PRON/nsubj/8 "
        "fell/VERB/ccomp/6 ./PUNCT/punct/6"
    ))  # fmt: skip
    agency = next(a for a in found if a.source.description == "this agency")
    source = next(a for a in found if a.source.kind == "unnamed")
    assert (agency.source.kind, source.under, agency.under) == ("agency", agency.id, found[0].id)
    assert words(text, source) == ("A source of this agency", "said", "it fell")


def test_a_speaker_before_a_colon() -> None:
    text, found = said(parse("Police/NOUN/root/0 :/PUNCT/punct/1 the/DET/det/4 bridge/NOUN/nsubj/5 fell/VERB/parataxis/1"))
    assert words(text, found[1]) == ("Police", ":", "the bridge fell")


def test_a_label_before_a_colon_is_no_speaker() -> None:
    _, found = said(parse("Background/NOUN/root/0 :/PUNCT/punct/1 the/DET/det/4 bridge/NOUN/nsubj/5 fell/VERB/parataxis/1"))
    assert len(found) == 1


def test_a_name_behind_a_quotation_and_a_dash() -> None:
    text, found = said(parse(
        "“/PUNCT/punct/3 Nobody/PRON/nsubj/3 came/VERB/root/0 ./PUNCT/punct/3 ”/PUNCT/punct/3 -/PUNCT/punct/7 Haddad/PROPN/dep/3",
        names={"Haddad": "person"},
    ))  # fmt: skip
    assert words(text, found[1]) == ("Haddad", "-", "“Nobody came.”")


def test_a_refusal_is_attributed() -> None:
    text, found = said(parse("Officials/NOUN/nsubj/2 declined/VERB/root/0 to/PART/mark/4 comment/VERB/xcomp/2 ./PUNCT/punct/2"))
    assert words(text, found[1]) == ("Officials", "declined", "to comment")


def test_two_cues_of_one_speaker_share_no_words() -> None:
    text, found = said(parse(
        "She/PRON/nsubj/2 said/VERB/root/0 it/PRON/nsubj/4 fell/VERB/ccomp/2 and/CCONJ/cc/6 promised/VERB/conj/4 to/PART/mark/8 "
        "help/VERB/xcomp/6 ./PUNCT/punct/2"
    ))  # fmt: skip
    assert all(a.content for a in found)
    assert {a.cue.of(text) for a in found if a.cue} == {"said", "promised"}


def test_what_this_outlet_was_told_comes_straight_from_the_source() -> None:
    report, tree, structure = parse(
        "A/DET/det/2 source/NOUN/nsubj/3 told/VERB/root/0 Sangvar/PROPN/iobj/3 it/PRON/nsubj/6 fell/VERB/ccomp/3 ./PUNCT/punct/3",
        names={"Sangvar": "organization"},
    )
    found = attribute(replace(report, publisher="Sangvar"), tree, structure, load("en"))
    assert [a.source.description for a in found] == ["Sangvar", "A source"]


def test_a_quotation_of_many_sentences_is_one_content() -> None:
    text, found = said(parse(
        "“/PUNCT/punct/3 It/PRON/nsubj/3 fell/VERB/root/0 ./PUNCT/punct/3",
        "Nobody/PRON/nsubj/2 came/VERB/ccomp/6 ,/PUNCT/punct/2 ”/PUNCT/punct/2 she/PRON/nsubj/6 said/VERB/root/0 ./PUNCT/punct/6",
    ))  # fmt: skip
    assert words(text, found[1]) == ("she", "said", "“It fell. Nobody came,”")
    assert found[1].voice == "direct"


def test_a_quotation_after_the_speech_sentence_is_the_same_speakers() -> None:
    text, found = said(parse(
        "“/PUNCT/punct/3 It/PRON/nsubj/3 fell/VERB/ccomp/6 ,/PUNCT/punct/3 ”/PUNCT/punct/3 said/VERB/root/0 Ortiz/PROPN/nsubj/6 "
        "./PUNCT/punct/6",
        "“/PUNCT/punct/4 Nobody/PRON/nsubj/4 ever/ADV/advmod/4 came/VERB/root/0 here/ADV/advmod/4 ./PUNCT/punct/4 "
        "”/PUNCT/punct/4",
        names={"Ortiz": "person"},
    ))  # fmt: skip
    assert words(text, found[1]) == ("Ortiz", "said", "“It fell,” ... “Nobody ever came here.”")


def test_joint_named_sources_give_one_attribution_each() -> None:
    text, found = said(parse(
        "Ali/PROPN/nsubj/4 and/CCONJ/cc/3 Omar/PROPN/conj/1 said/VERB/root/0 it/PRON/nsubj/6 fell/VERB/ccomp/4 ./PUNCT/punct/4",
        names={"Ali": "person", "Omar": "person"},
    ))  # fmt: skip
    assert [words(text, a)[0] for a in found[1:]] == ["Ali", "Omar"]
    assert len({a.id for a in found}) == 3


def test_ids_are_the_same_every_time() -> None:
    assert said(parse(SAID))[1] == said(parse(SAID))[1]


def test_an_empty_report_has_its_outlet_alone() -> None:
    report, tree, structure = parse("")
    (root,) = attribute(report, tree, structure, load("en"))
    assert root.content == ()
