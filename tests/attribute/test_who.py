"""Whose word it is where it is easily given to another: hedges, messages, clauses beside, nobody at all."""

from __future__ import annotations

from dataclasses import replace

from sayso.attribute import attribute
from sayso.attribute.attribution import _still_heard
from sayso.lang import load
from sayso.records import Attribution, Parse, Report, Source, Span, Structure

from .test_attribution import words
from .trees import parse


def read(given: tuple[Report, Parse, Structure], **xpos: str) -> tuple[str, tuple[Attribution, ...]]:
    """Attributions of a tree; ``xpos`` gives finer tags by word."""
    report, tree, structure = given
    fine = [xpos.get(tree.word(i), tag) for i, tag in enumerate(tree.xpos)]
    lemmas = [_LEMMAS.get(tree.word(i).lower(), lemma) for i, lemma in enumerate(tree.lemmas)]
    return report.text, attribute(report, replace(tree, xpos=fine, lemmas=lemmas), structure, load("en"))[1:]


_LEMMAS = {
    "claiming": "claim", "released": "release", "insists": "insist", "says": "say", "refused": "refuse", "confirm": "confirm",
    "identified": "identify", "reports": "report", "was": "be", "asked": "ask",
}  # fmt: skip


def test_a_hedge_stands_over_what_it_hedges() -> None:
    text, found = read(parse(
        "Omar/PROPN/nsubj/4 had/AUX/aux/4 reportedly/ADV/advmod/4 said/VERB/root/0 that/SCONJ/mark/8 the/DET/det/7 "
        "bridge/NOUN/nsubj/8 "
        "fell/VERB/ccomp/4 ./PUNCT/punct/4", names={"Omar": "person"},
    ))  # fmt: skip
    hedge, omar = sorted(found, key=lambda a: a.source.kind != "unknown")
    assert words(text, hedge) == ("", "reportedly", "Omar had ... said that the bridge fell")
    assert words(text, omar) == ("Omar", "said", "that the bridge fell")
    assert omar.under == hedge.id


def test_who_releases_a_message_speaks_in_it() -> None:
    text, found = read(parse(
        "Omar/PROPN/nsubj/2 released/VERB/root/0 a/DET/det/5 video/NOUN/compound/5 message/NOUN/obj/2 claiming/VERB/acl/5 "
        "that/SCONJ/mark/10 the/DET/det/9 bridge/NOUN/nsubj/10 fell/VERB/ccomp/6 ./PUNCT/punct/2", names={"Omar": "person"},
    ))  # fmt: skip
    assert [words(text, a) for a in found] == [("Omar", "claiming", "that the bridge fell")]
    assert [e.of(text) for e in found[0].evidence] == ["a video message"]


def test_fighters_said_to_be_somewhere_do_not_say_so() -> None:
    text, found = read(parse(
        "Foreign/ADJ/amod/2 fighters/NOUN/nsubj/3 said/VERB/root/0 to/PART/mark/6 be/AUX/aux:pass/6 housed/VERB/xcomp/3 "
        "in/ADP/case/9 "
        "a/DET/det/9 mill/NOUN/obl/6"
    ), said="VBD")  # fmt: skip
    assert [words(text, a) for a in found] == [("", "said", "Foreign fighters ... to be housed in a mill")]
    assert found[0].source.kind == "unknown"


def test_whoever_is_asked_does_not_ask() -> None:
    text, found = read(parse(
        "Asked/VERB/advcl/8 whether/SCONJ/mark/4 it/PRON/nsubj/4 fell/VERB/ccomp/1 ,/PUNCT/punct/1 the/DET/det/7 "
        "mayor/NOUN/nsubj/8 "
        "said/VERB/root/0 it/PRON/nsubj/10 stands/VERB/ccomp/8 ./PUNCT/punct/8"
    ), Asked="VBN")  # fmt: skip
    assert [words(text, a) for a in found if a.source.span] == [("the mayor", "said", "it stands")]


def test_nobody_is_no_source() -> None:
    for nobody in ("Nobody/PRON/nsubj/2", "None/NOUN/nsubj/2"):
        _, found = read(parse(f"{nobody} said/VERB/root/0 that/SCONJ/mark/5 it/PRON/nsubj/5 fell/VERB/ccomp/2 ./PUNCT/punct/2"))
        assert found == ()


def test_a_clause_behind_a_colon_has_its_own_speaker() -> None:
    text, found = read(parse(
        "Omar/PROPN/nsubj/2 insists/VERB/root/0 that/SCONJ/mark/5 it/PRON/nsubj/5 fell/VERB/ccomp/2 :/PUNCT/punct/13 "
        "then/ADV/advmod/13 "
        ",/PUNCT/punct/10 he/PRON/nsubj/10 says/VERB/parataxis/13 ,/PUNCT/punct/10 they/PRON/nsubj/13 left/VERB/parataxis/2 "
        "./PUNCT/punct/2", names={"Omar": "person"},
    ))  # fmt: skip
    contents = {a.cue.of(text) if a.cue else "": words(text, a)[2] for a in found}
    assert contents["says"] == "then ... they left"


def test_refusing_to_confirm_is_told_once() -> None:
    text, found = read(parse(
        "The/DET/det/2 ministry/NOUN/nsubj/3 refused/VERB/root/0 to/PART/mark/5 confirm/VERB/xcomp/3 the/DET/det/7 "
        "reports/NOUN/obj/5 "
        "./PUNCT/punct/3"
    ))  # fmt: skip
    assert [words(text, a) for a in found] == [("The ministry", "refused", "to confirm the reports")]


def test_identified_as_tells_both_who_and_as_what() -> None:
    text, found = read(parse(
        "The/DET/det/2 man/NOUN/nsubj:pass/4 was/AUX/aux:pass/4 identified/VERB/root/0 by/ADP/case/6 police/NOUN/obl:agent/4 "
        "as/ADP/case/9 "
        "a/DET/det/9 clerk/NOUN/obl/4 ./PUNCT/punct/4"
    ))  # fmt: skip
    assert [words(text, a) for a in found] == [("police", "was identified", "The man ... as a clerk")]


def test_an_outlet_named_at_the_end_of_its_sentence() -> None:
    text, found = read(parse(
        "Fighters/NOUN/nsubj/2 live/VERB/root/0 in/ADP/case/5 a/DET/det/5 mill/NOUN/obl/2 ,/PUNCT/punct/9 Orlan/PROPN/compound/8 "
        "News/PROPN/nsubj/9 reports/VERB/acl:relcl/5 ./PUNCT/punct/2", names={"Orlan News": "organization"},
    ))  # fmt: skip
    assert [words(text, a) for a in found] == [("Orlan News", "reports", "Fighters live in a mill")]


def test_a_quotation_amid_a_clause_is_not_carried_to_an_earlier_speaker() -> None:
    text, found = read(parse(
        "The/DET/det/2 ministry/NOUN/nsubj/3 said/VERB/root/0 it/PRON/nsubj/5 fell/VERB/ccomp/3 ./PUNCT/punct/3",
        "The/DET/det/2 sign/NOUN/nsubj/3 shows/AUX/root/0 “/PUNCT/punct/5 stay/VERB/dep/3 away/ADV/advmod/5 from/ADP/case/9 "
        "the/DET/det/9 "
        "bridge/NOUN/obl/5 ”/PUNCT/punct/5 ./PUNCT/punct/3",
    ))  # fmt: skip
    assert all(a.voice != "carried" for a in found), text


def test_a_topic_before_a_colon_does_not_speak() -> None:
    _, found = read(parse(
        "Omar/PROPN/root/0 :/PUNCT/punct/1 not/PART/advmod/4 resigning/VERB/parataxis/1 ,/PUNCT/punct/7 just/ADV/advmod/7 "
        "resting/VERB/conj/4", names={"Omar": "person"},
    ))  # fmt: skip
    assert found == ()


def test_a_source_first_cited_by_another_outlet_stays_that_outlets() -> None:
    root = Attribution("a0", Source("outlet", None, "the outlet"), None, (Span(0, 90),), "outlet", None)
    courier = Attribution("a1", Source("agency", Span(0, 7), "Courier"), Span(8, 16), (Span(17, 30),), "indirect", "a0")
    fisherman = Source("unnamed", Span(40, 51), "a fisherman", "e1")
    first = Attribution("a2", fisherman, Span(32, 38), (Span(17, 30),), "indirect", "a1", why=("citing",))
    later = Attribution("a3", fisherman, Span(60, 64), (Span(65, 80),), "indirect", "a0", why=("that",))
    other = Attribution("a4", Source("unnamed", Span(81, 84), "a clerk", "e2"), Span(85, 88), (Span(89, 90),), "indirect", "a0")
    found = _still_heard(root.id, [courier, first, later, other])
    assert [a.id for a in found] == ["a1", "a2", "a3", "a4"]
    assert found[2].under == courier.id and found[2].why[-1] == "as before from Courier"
    assert next(a for a in found if a.id == "a4").under == root.id
