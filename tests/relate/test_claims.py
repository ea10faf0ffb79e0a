"""What becomes of a claim when the next source speaks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from readings import Draft, agency, bridge, copy, quoting, rival
from sayso.records import Reading, Relation, Source
from sayso.relate import relate
from sayso.relate.sources import Chain, apart, chains
from sayso.relate.words import vocabulary


def between(readings: tuple[Reading, ...], left: str, right: str) -> Relation | None:
    """The relation between two claims found by words of theirs."""
    text = {(r.report.id, c.id): c.span.of(r.report.text) for r in readings for c in r.claims}
    for one in relate(readings).relations:
        if left in text[one.left.report, one.left.claim] and right in text[one.right.report, one.right.claim]:
            return one
    return None


def verdicts(relation: Relation | None) -> dict[str, str]:
    assert relation
    return {f.slot: f.verdict for f in relation.why}


def test_a_copy_echoes_and_never_corroborates() -> None:
    for one in relate((agency(), copy(), quoting())).relations:
        assert one.kind == "ECHOES"


def test_two_sources_of_two_outlets_corroborate() -> None:
    found = between((agency(), rival()), "The Orsa bridge collapsed", "the Orsa bridge collapsed")
    assert found and found.kind == "CORROBORATES"
    assert verdicts(found) == {"event": "SAME", "polarity": "SAME", "agent": "SAME", "time": "SAME", "origin": "CONFLICT"}


def test_more_exact_number_refines() -> None:
    found = between((agency(), rival()), "killing at least 12", "19 people died")
    assert found and found.kind == "REFINES"
    assert verdicts(found)["amount"] == "COMPATIBLE"


def test_denial_against_accusation_contradicts() -> None:
    found = between((agency(), rival()), "removed the southern pillar", "removed the southern pillar")
    assert found and found.kind == "CONTRADICTS"
    assert verdicts(found)["polarity"] == "CONFLICT"


def test_without_a_publisher_nothing_corroborates() -> None:
    nameless = replace(rival(), report=replace(rival().report, publisher=None))
    assert "CORROBORATES" not in {r.kind for r in relate((agency(), nameless)).relations}


def toll(id: str, outlet: str, day: str, number: int, who: str) -> Reading:
    text = f"Orsa bridge toll\n{number} people died in the collapse of the Orsa bridge, {who} said."
    d = Draft(id, text, outlet, day)
    d.entity("facility", "the Orsa bridge")
    said = d.said(text.split("\n")[1].split(",")[0], who, "body", "said")
    amount = d.number(f"{number} people", number, number, "person")
    content = f"{number} people died in the collapse of the Orsa bridge"
    d.claim(said, content, "died", "die", (("agent", amount), ("amount", amount)))
    return d.reading()


def test_a_toll_that_grew_by_the_next_day_is_an_update() -> None:
    first = toll("a", "Calder Times", "2023-03-04", 12, "police")
    later = toll("b", "The Lantern", "2023-03-06", 19, "the coroner")
    (found,) = relate((later, first)).relations
    assert (found.kind, found.left.report, found.right.report) == ("UPDATES", "a", "b")


def test_a_bound_of_one_outlet_and_its_later_count_are_an_update_too() -> None:
    first = toll("a", "Calder Times", "2023-03-04", 12, "police")
    (bound,) = (replace(g, value=replace(g.value, high=None)) for g in first.groundings)  # type: ignore[type-var]
    later = toll("b", "Calder Times", "2023-03-06", 19, "the coroner")
    (found,) = relate((replace(first, groundings=(bound,)), later)).relations
    assert found.kind == "UPDATES"


def test_two_tolls_on_one_day_contradict() -> None:
    first = toll("a", "Calder Times", "2023-03-04", 12, "police")
    second = toll("b", "The Lantern", "2023-03-04", 19, "the coroner")
    (found,) = relate((first, second)).relations
    assert found.kind == "CONTRADICTS"
    assert verdicts(found)["amount"] == "CONFLICT"


def test_two_sources_of_one_report_are_compared() -> None:
    text = (
        "Orsa bridge toll\nPolice said 12 people died in the collapse of the Orsa bridge. "
        "But the coroner said 19 people died in the collapse of the Orsa bridge."
    )
    d = Draft("one", text, "Calder Times", "2023-03-04")
    for number, who in ((12, "Police"), (19, "the coroner")):
        content = f"{number} people died in the collapse of the Orsa bridge"
        said = d.said(content, who, "body", "said")
        amount = d.number(f"{number} people", number, number, "person")
        d.claim(said, content, "died", "die", (("amount", amount),))
    (found,) = relate((d.reading(),)).relations
    assert (found.kind, found.left.report, found.right.report) == ("CONTRADICTS", "one", "one")


def test_numbers_of_different_things_do_not_conflict() -> None:
    first = toll("a", "Calder Times", "2023-03-04", 12, "police")
    text = "Orsa bridge\n40 dogs died in the collapse of the Orsa bridge, the shelter said."
    d = Draft("b", text, "The Lantern", "2023-03-04")
    said = d.said("40 dogs died in the collapse of the Orsa bridge", "the shelter", "body", "said")
    dogs = d.number("40 dogs", 40, 40, "dog")
    d.claim(said, "40 dogs died in the collapse of the Orsa bridge", "died", "die", (("agent", dogs), ("amount", dogs)))
    assert {r.kind for r in relate((first, d.reading())).relations} <= set()


def test_the_same_words_from_two_sources_corroborate_nothing() -> None:
    sentence = "the ferry left the harbour at dawn with eleven crew on board and no lights"

    def report(id: str, outlet: str, who: str) -> Reading:
        text = f"Ferry sails\nOn Friday {sentence}, {who} said. The harbour of Orsa lies on the Sarn."
        d = Draft(id, text, outlet, "2023-03-04")
        said = d.said(sentence, who, "body", "said")
        d.claim(said, sentence, "left", "leave", (("agent", d.mention("the ferry", "object")),))
        return d.reading()

    readings = report("a", "Calder Times", "the port authority"), report("b", "The Lantern", "the dockers' union")
    (found,) = relate(readings).relations
    assert (found.kind, found.why[-1].verdict) == ("ECHOES", "SAME")


def test_every_relation_names_claims_that_exist_and_gives_reasons() -> None:
    readings = bridge()
    known = {(r.report.id, c.id) for r in readings for c in r.claims}
    for one in relate(readings).relations:
        assert {(one.left.report, one.left.claim), (one.right.report, one.right.claim)} <= known
        assert one.why


VOCABULARY = vocabulary("en")


def whose(who: str, kind: str) -> Chain:
    reading = said_by(who, kind)
    return chains(reading, VOCABULARY)[reading.attributions[1].id]


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (("a senior official", "unnamed"), ("a source", "unnamed"), "UNKNOWN"),
        (("a nurse", "unnamed"), ("the interior ministry", "body"), "CONFLICT"),
        (("the interior ministry", "body"), ("an official of the interior ministry", "unnamed"), "UNKNOWN"),
        (("who", "unnamed"), ("the interior ministry", "body"), "UNKNOWN"),
        (("Harrow Press", "agency"), ("the Harrow Press", "body"), "SAME"),
        (("the Pell newspaper", "body"), ("the interior ministry", "body"), "UNKNOWN"),
        (("the Xandrian government", "body"), ("Xandria", "body"), "UNKNOWN"),
        (("Department of Water Works", "body"), ("the DWW", "body"), "UNKNOWN"),
        (("the water congressman", "person"), ("Ilka Doren", "person"), "UNKNOWN"),
        (("Ada Quill", "person"), ("Ilka Doren", "person"), "CONFLICT"),
        (("Ada Quill", "person"), ("the water works", "body"), "UNKNOWN"),
        (("Northway Daily", "body"), ("the interior ministry", "body"), "UNKNOWN"),
        (("a fisherman", "unnamed"), ("a teacher", "unnamed"), "CONFLICT"),
        (("a fisherman", "unnamed"), ("a witness", "unnamed"), "UNKNOWN"),
        (("a senior official", "unnamed"), ("her sister", "unnamed"), "UNKNOWN"),
        (("a senior harbour official", "unnamed"), ("her sister", "unnamed"), "CONFLICT"),
        (("a senior official", "unnamed"), ("the hospital", "body"), "UNKNOWN"),
        (("a police official", "unnamed"), ("the hospital", "body"), "CONFLICT"),
    ],
)
def test_two_sources_are_two_only_if_words_tell_them_apart(one: tuple[str, str], other: tuple[str, str], verdict: str) -> None:
    assert apart(whose(*one), whose(*other))[0] == verdict


def test_a_minister_named_and_the_minister_may_be_one() -> None:
    d = Draft("x", "Pell\nAda Quill, the water minister, said fees will rise.", "Pell Gazette")
    quill = d.entity("person", "Ada Quill")
    id = d.said("fees will rise", "Ada Quill", "person", "said", entity=quill)
    named = chains(d.reading(), VOCABULARY)[id]
    assert apart(named, whose("the water minister", "person"))[0] == "UNKNOWN"
    assert apart(named, whose("the fire brigade", "body"))[0] == "CONFLICT"


def speaker(text: str, who: str, body: str = "") -> Chain:
    d = Draft("x", f"Pell\n{text}", "Pell Gazette")
    if body:
        d.entity("organization", body)
    id = d.said("fees will rise", who, "person", "said", entity=d.entity("person", who))
    return chains(d.reading(), VOCABULARY)[id]


def test_who_speaks_for_which_body_stands_beside_his_name() -> None:
    quill = speaker("Ada Quill, a spokeswoman for Roth Metal, said fees will rise.", "Ada Quill", "Roth Metal")
    assert quill.bodies == {"roth", "metal"}
    assert apart(quill, whose("Northway Rail", "body"))[0] == "CONFLICT"
    assert apart(quill, whose("Roth Metal", "body"))[0] == "UNKNOWN"
    assert apart(quill, whose("Ilka's manager", "unnamed"))[0] == "UNKNOWN"


def test_whose_brother_is_an_officer_is_none() -> None:
    assert speaker("Ada Quill, whose brother is a police officer, said fees will rise.", "Ada Quill").sorts == frozenset()
    assert speaker("Ada Quill, told by a nurse to wait, said fees will rise.", "Ada Quill").sorts == frozenset()
    assert speaker("Ada Quill, a nurse, said fees will rise.", "Ada Quill").sorts == {"medical"}


def said_by(who: str, kind: str) -> Reading:
    reading = rival()
    source = Source(kind, None, who)  # type: ignore[arg-type]
    return replace(reading, attributions=(reading.attributions[0], replace(reading.attributions[1], source=source)))


def test_a_circle_of_attributions_ends() -> None:
    reading = rival()
    a, b = reading.attributions[1:3]
    circle = replace(reading, attributions=(replace(a, under=b.id), replace(b, under=a.id)))
    assert len(chains(circle, VOCABULARY)[a.id].links) == 2
