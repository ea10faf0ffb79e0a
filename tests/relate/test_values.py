"""Claims related by the value that they give of one slot of a story, in whatever words."""

from __future__ import annotations

from dataclasses import replace

from readings import Draft
from sayso.records import Reading, Relation
from sayso.relate import relate
from steps import linear


def report(id: str, outlet: str, day: str, who: str, said: str, cue: str, lemma: str, low: int, high: int | None) -> Reading:
    text = f"Orsa mine disaster\n{said}, {who} told {outlet} at the Orsa mine."
    d = Draft(id, text, outlet, day)
    d.entity("facility", "the Orsa mine")
    source = d.said(said, who, "body", "told")
    amount = d.number(next(w for w in said.split() if w.isdigit()), low, high, "body")
    d.claim(source, said, cue, lemma, (("target", amount), ("amount", amount)))
    return d.reading()


def brought(low: int = 21, high: int | None = 21, day: str = "2023-03-04", outlet: str = "Calder Times") -> Reading:
    return report("a", outlet, day, "the hospital", f"{low} dead bodies have been brought to us", "brought", "bring", low, high)


def carried(low: int = 21, day: str = "2023-03-04", outlet: str = "The Lantern") -> Reading:
    return report("b", outlet, day, "the volunteers", f"we have carried {low} dead bodies out", "carried", "carry", low, low)


def only(*readings: Reading) -> Relation:
    (found,) = relate(readings).relations
    return found


def test_two_words_for_one_number_of_dead_bear_one_another_out() -> None:
    found = only(brought(), carried())
    assert found.kind == "CORROBORATES"
    assert {f.slot: f.verdict for f in found.why}["amount"] == "SAME"


def test_of_one_outlet_it_is_an_echo() -> None:
    assert only(brought(), carried(outlet="Calder Times")).kind == "ECHOES"


def test_another_number_contradicts_and_a_later_greater_one_updates() -> None:
    assert only(brought(), carried(30)).kind == "CONTRADICTS"
    assert only(brought(), carried(30, day="2023-03-06")).kind == "UPDATES"
    assert only(brought(), carried(12, day="2023-03-06")).kind == "CONTRADICTS"


def test_a_bound_is_refined() -> None:
    found = only(brought(high=None), carried(30))
    assert (found.kind, found.right.report) == ("REFINES", "b")


def test_many_tellings_cost_no_more_each() -> None:
    def several(n: int) -> object:
        each = (brought(outlet=f"Outlet {i}") for i in range(n))
        return relate([replace(r, report=replace(r.report, id=str(i))) for i, r in enumerate(each)])

    assert linear(several, 30, 90, slack=1.6)
