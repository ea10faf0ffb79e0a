"""Two reports of one story: copy, partial, cites, independent or unknown; and who gave."""

from __future__ import annotations

from dataclasses import replace

import pytest

from readings import Draft, agency, bridge, copy, quoting, rival
from sayso.records import Reading, Relations, Transfer
from sayso.relate import profiles, relate
from sayso.relate.groups import owners
from sayso.relate.sourcing import of_one_story, sourcing
from sayso.relate.texts import Text
from sayso.relate.transfer import Compared, Judgement, between
from steps import linear

FERRY = (
    "The ferry Ostra went down in the harbour of Pell shortly before dawn on Tuesday with eleven crew on board, three"
    " hours after it had left the dry dock in Orsa. Nobody had told the harbour office that the bow door was still "
    "open, and the pilot boat turned back when the wind rose above forty knots. Two tugs pulled nine of the men from "
    "the water within the hour. Divers went on looking for the cook and the second engineer until the storm made them"
    " stop in the afternoon."
)
OWN = (
    "Relatives of the sailors gathered outside the chapel in the old town on Wednesday and lit candles on the quay. A"
    " fund for the families was opened by the dockers, who remember the loss of another boat from the same yard nine "
    "winters ago. The shipping line has grounded a sister vessel and offered passengers their money back until "
    "Easter."
)


def text(id: str, body: str, publisher: str | None = None, day: str | None = None) -> Reading:
    return Draft(id, body, publisher, day).reading()


def judge(a: Reading, b: Reading) -> Judgement:
    left, right = profiles((a, b))
    return between(left, right)


def told(id: str, body: str, who: str, kind: str = "person", publisher: str | None = None) -> Reading:
    """A report that has it all on one informant's word, who stands at its end."""
    d = Draft(id, f"{body} So said {who}.", publisher)
    d.said(body, who, kind, "said")  # type: ignore[arg-type]
    return d.reading()


def heard(id: str, body: str, *who: str) -> Reading:
    """A report with several informants, each with a sentence at its end."""
    said = [f"{w} saw {n} lamps at pier {id}{n}" for n, w in enumerate(who)]
    d = Draft(id, f"{body} {'. '.join(f'{s}, said {w}' for s, w in zip(said, who, strict=True))}.")
    for s, w in zip(said, who, strict=True):
        d.said(s, w, "person", "said")
    return d.reading()


def of(relations: Relations, left: str, right: str) -> Transfer | None:
    return next((t for t in relations.transfers if {t.left, t.right} == {left, right}), None)


def test_a_text_inside_a_longer_one_is_its_copy() -> None:
    found = judge(text("a", FERRY), text("b", f"{OWN}\n{FERRY}"))
    assert (found.label, found.kind, found.direction) == ("copy", "copy", "unknown")
    assert "word for word" in found.why[0]


def test_a_text_edited_throughout_is_a_copy() -> None:
    edited = FERRY.replace("shortly before", "just before").replace("pulled", "dragged").replace("the storm", "the gale")
    assert judge(text("a", FERRY), text("b", edited.replace("on board", "aboard"))).label == "copy"


def test_a_passage_among_its_own_words_is_a_part() -> None:
    first = FERRY.split(". ")[0]
    found = judge(text("a", FERRY), text("b", f"{OWN} {first}. {OWN[:90]}"))
    assert found.label == "partial"
    (passage,) = found.passages
    assert passage.left.of(FERRY).startswith("The ferry Ostra")


def test_one_sentence_is_cited_and_not_reused() -> None:
    sentence = "Two tugs pulled nine of the men from the water within the hour."
    assert judge(text("a", FERRY), text("b", f"{OWN} {sentence} {OWN[:90]}")).label == "cites"


def test_a_quotation_opened_again_is_still_one() -> None:
    said = (
        'The pilot said: "We turned back when the wind rose over the bar. "Nobody had told us of the open door, and the radio'
        " was silent until the morning came."
    )
    found = judge(text("a", f"{OWN}\n{said}"), text("b", f"{FERRY}\n{said}"))
    assert (found.label, found.kind) == ("cites", "common source")


def test_the_same_facts_in_one_order_and_mostly_the_same_words_are_a_rewriting() -> None:
    retold = (
        "Shortly before dawn on Tuesday, ferry Ostra sank in Pell harbour, eleven crew aboard, hours after leaving "
        "Orsa's dry dock. The harbour office was never told of an open bow door; the pilot boat had turned back as "
        "winds rose past forty knots. Within an hour two tugs had pulled nine men out of the water. Divers kept "
        "looking for a cook and second engineer, until a storm stopped them that afternoon."
    )
    found = judge(text("a", FERRY), text("b", retold))
    assert (found.label, found.kind) == ("copy", "rewrite")
    assert found.share < 0.2


SPEECH = "“We will open the bow door of every ship in this port and look inside before it is allowed to leave again,” {} said."


def test_a_speech_in_both_makes_no_copy() -> None:
    found = judge(text("a", f"{OWN}\n{SPEECH.format('Ada Quill')}"), text("b", f"{FERRY}\n{SPEECH.format('the mayor')}"))
    assert (found.label, found.kind) == ("cites", "common source")
    assert "quote alike" in found.why[0]


def test_what_pages_say_of_themselves_is_no_reuse() -> None:
    page = "Read more about storms and ferries on our pages and sign up for our newsletter to get it all in the morning."
    rights = "Copyright © The Calder Times. This report may not be published, broadcast, rewritten or given to anybody else."
    found = judge(text("a", f"{FERRY}\n{page}\n{rights}"), text("b", f"{OWN}\n{page}\n{rights}"))
    assert found.label == "unknown"
    assert not found.passages


@pytest.mark.parametrize(
    "credit",
    ["(AFP)", "The AFP first reported the loss.", "That is the list, according to AFP.",
     "The list was seen by Agence France-Presse.",
     "Via AFP", "Additional reporting by AFP"],
)  # fmt: skip
def test_an_agency_that_both_credit_is_a_common_source(credit: str) -> None:
    found = judge(text("a", f"{FERRY}\nSo the AFP reports."), text("b", f"{OWN}\n{credit}"))
    assert (found.label, found.kind) == ("cites", "common source")


def test_an_outlet_that_both_name_first_of_all_is_a_common_source() -> None:
    first = "The Consumerist has the whole story of the ferry."
    a, b = told("a", f"{first} {FERRY}", "Ilka Doren"), told("b", f"As the Consumerist reports, it is lost. {OWN}", "Jaro Fell")
    assert judge(a, b).label == "cites"


def test_one_informant_in_common_among_several_of_ones_own_is_none() -> None:
    assert (
        judge(heard("a", FERRY, "Ada Quill", "Ilka Doren", "Jo Marsh"), heard("b", OWN, "Ada Quill", "Jaro Fell")).label
        == "cites"
    )
    a, b = heard("a", FERRY, "Ada Quill", "Ilka Doren", "Jo Marsh"), heard("b", OWN, "Ada Quill", "Jaro Fell", "Lena Pike")
    assert judge(a, b).label == "independent"


def test_whoever_has_nobody_but_whom_the_other_speaks_of_has_it_from_him() -> None:
    other = told("b", f"{OWN} Ilka Doren was on the quay.", "he")
    assert judge(told("a", FERRY, "Ilka Doren"), other).label == "cites"


@pytest.mark.parametrize("credit", ["Photo: AFP", "Picture courtesy of AFP", "Somebody once called it the AFP of the north."])
def test_a_picture_is_no_source(credit: str) -> None:
    assert judge(text("a", f"{FERRY}\nSo the AFP reports."), text("b", f"{OWN}\n{credit}")).label == "unknown"


def test_each_with_informants_of_its_own_is_independent() -> None:
    found = judge(told("a", FERRY, "Ilka Doren"), told("b", OWN, "Jaro Fell"))
    assert (found.label, found.kind) == ("independent", None)
    assert "Ilka Doren" in found.why[0]


@pytest.mark.parametrize("who", ["Ilka Doren", "Ylka Dorren", "he", "a source"])
def test_nobody_of_its_own_is_not_independent(who: str) -> None:
    assert judge(told("a", FERRY, "Ilka Doren"), told("b", OWN, who)).label in ("cites", "unknown")


def test_a_line_tells_nothing() -> None:
    assert judge(text("a", "The ferry sank."), text("b", "A ship is lost.")).label == "unknown"


def test_the_cited_one_gave() -> None:
    found = judge(quoting(), agency())
    assert (found.label, found.kind, found.direction) == ("cites", "cites", "right")
    assert "The Lantern cites Harrow Press" in found.why[0]


def test_a_slug_and_an_earlier_day_say_who_gave() -> None:
    assert judge(agency(), copy()).direction == "left"
    assert judge(text("a", FERRY, None, "2023-03-06"), text("b", FERRY, None, "2023-03-05")).direction == "right"


def test_signs_that_disagree_leave_it_open() -> None:
    late = replace(agency(), report=replace(agency().report, published=rival().report.published))
    found = judge(late, copy())
    assert (found.label, found.direction) == ("copy", "unknown")
    assert "disagree" in found.why[-1]


def test_one_house_is_not_independent() -> None:
    a, b = told("a", FERRY, "Ilka Doren", publisher="Calder Times"), told("b", OWN, "Jaro Fell", publisher="The Calder Times")
    found = judge(a, b)
    assert (found.label, found.kind) == ("unknown", "publisher")


def test_judging_does_not_depend_on_the_order() -> None:
    for a, b in ((agency(), copy()), (quoting(), agency()), (agency(), rival())):
        there, back = judge(a, b), judge(b, a)
        assert (there.label, there.kind) == (back.label, back.kind)
        assert {there.direction, back.direction} in ({"left", "right"}, {"unknown"})


def test_relations_hold_the_transfers_of_a_story_and_no_others() -> None:
    found = relate(bridge())
    assert of(found, "harrow-1", "calder-1").kind == "copy"  # type: ignore[union-attr]
    assert of(found, "harrow-1", "lantern-1").kind == "cites"  # type: ignore[union-attr]
    assert of(found, "harrow-1", "northway-1") is None
    assert of(found, "calder-1", "calder-2") is None


def test_many_copies_make_few_transfers() -> None:
    several = [text(str(i), FERRY, f"Outlet {i}") for i in range(100)]
    found = relate(several)
    assert len(found.transfers) == 99
    assert [len(o.reports) for o in found.stories[0].origins] == [100]


def test_repetition_is_not_length() -> None:
    """A passage that one text prints a thousand times is one passage."""
    again = " ".join(["The ferry sank at dawn in the port of Orsa."] * 1000)
    assert judge(text("a", again), text("b", f"{OWN} The ferry sank at dawn in the port of Orsa.")).label != "copy"


@pytest.mark.parametrize(
    "hostile",
    ["'abc " * 50_000, "“abc " * 50_000, "AFP " * 50_000, "read more " * 30_000, "\n" * 90_000, "غرقت العبارة " * 9_000],
)
def test_odd_texts_take_no_longer_than_they_are_long(hostile: str) -> None:
    assert linear(lambda n: judge(text("a", hostile[:n]), text("b", hostile[:n])), 5_000, 20_000)


def test_of_very_many_outlets_some_are_looked_for() -> None:
    """A text that cites a thousand outlets is searched for forty of them."""
    names = [f"Pell{'abcdefghij'[n // 100]}{'abcdefghij'[n // 10 % 10]}{'abcdefghij'[n % 10]} Television" for n in range(1000)]
    d = Draft("a", " ".join(f"The weir holds at gate {n}, {name} reported." for n, name in enumerate(names)))
    for n, name in enumerate(names):
        d.said(f"The weir holds at gate {n},", name, "outlet", "reported")
    (one,) = profiles((d.reading(),))
    (told_of,) = of_one_story([sourcing(one, owners())])
    assert len(told_of.media) > 900
    assert len(Compared(Text(one), told_of).outlets) == 40
