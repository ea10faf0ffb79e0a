"""The range of accounts: who claims what for each slot of a story, and what is best attested - failing closed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from readings import Draft, bridge
from sayso.records import Account, Place, Quantity, Reading
from sayso.relate import relate


def account(slot: str, *readings: Reading) -> Account:
    """The one account of a slot."""
    (found,) = [a for a in relate(readings).accounts if a.slot == slot]
    return found


def shown(a: Account) -> list[str]:
    return [v.shown for v in a.values]


def toll(id: str, publisher: str | None, day: str | None, source: str, number: str, low: float) -> Reading:
    """ "Seven people were killed when the ferry sank off Tarn, the harbour office said." """
    text = f"Ferry sinks off Tarn\n{number} people were killed when the ferry Marisol sank off Tarn, {source} said."
    d = Draft(id, text, publisher=publisher, published=day)
    d.entity("object", "Marisol")
    said = d.said(f"{number} people were killed when the ferry Marisol sank off Tarn", source, "body", "said")
    amount = d.number(f"{number} people", low, low, "person")
    d.claim(said, f"{number} people were killed", "killed", "kill", (("target", amount), ("amount", amount)))
    return d.reading()


def first() -> Reading:
    return toll("quay-1", "The Quay", "2031-05-04", "the harbour office", "Seven", 7)


def second() -> Reading:
    return toll("brede-1", "Radio Brede", "2031-05-05", "the fishermen's union", "Eleven", 11)


def test_low_best_and_high() -> None:
    a = account("dead", *bridge())
    assert (a.low, a.high) == (12, 19)
    assert shown(a) == ["at least 12 people", "19 people"]
    assert a.best is not None
    assert a.values[a.best].shown == "19 people"  # level in origins, and newer: that others repeat the 12 makes it no newer


def test_every_value_has_its_tellings_in_the_order_of_time() -> None:
    agencys, nurses = account("dead", *bridge()).values
    assert [t.day for t in agencys.tellings] == ["2023-03-04", "2023-03-04", "2023-03-06"]
    assert agencys.first.by == ("Harrow Press", "the interior ministry")
    assert nurses.first.by[-1] == "A nurse at the district hospital"
    assert len({t.origin for t in agencys.tellings}) == 1


def test_those_who_repeat_it_add_no_origin() -> None:
    assert [v.independent for v in account("dead", *bridge()).values] == [1, 1]
    assert account("date", *bridge()).values[0].independent == 2


def test_without_a_publisher_independence_is_not_shown() -> None:
    unknown = [replace(r, report=replace(r.report, publisher=None)) for r in bridge()]
    assert {v.independent for a in relate(unknown).accounts for v in a.values} <= {0, 1}


def test_how_the_value_changed() -> None:
    a = account("dead", first(), second())
    assert [(s.day, a.values[s.value].shown, s.change) for s in a.history] == [
        ("2031-05-04", "Seven people", "first"), ("2031-05-05", "Eleven people", "higher"),
    ]  # fmt: skip


def test_reports_without_a_day_have_no_place_in_the_history() -> None:
    undated = toll("brede-1", "Radio Brede", None, "the fishermen's union", "Eleven", 11)
    assert [s.report for s in account("dead", first(), undated).history] == ["quay-1"]


def test_where_nothing_tells_which_is_best_none_is() -> None:
    same_day = toll("brede-1", "Radio Brede", "2031-05-04", "the fishermen's union", "Eleven", 11)
    a = account("dead", first(), same_day)
    assert a.best is None
    assert "equally" in a.why


def test_at_least_seven_and_seven_are_told_as_one_number_and_the_more_exact_is_best() -> None:
    vague = toll("brede-1", "Radio Brede", "2031-05-04", "the fishermen's union", "At least seven", 7)
    vague = replace(vague, groundings=tuple(
        replace(g, value=replace(g.value, high=None)) if isinstance(g.value, Quantity) else g for g in vague.groundings
    ))  # fmt: skip
    a = account("dead", first(), vague)
    assert a.best is not None
    assert a.values[a.best].shown == "Seven people"


def test_a_source_that_says_another_number_later_has_given_up_the_first() -> None:
    later = toll("quay-2", "The Quay", "2031-05-06", "the harbour office", "Nine", 9)
    a = account("dead", first(), later)
    assert a.best is not None
    assert a.values[a.best].shown == "Nine people"
    assert (a.low, a.high) == (7, 9)


def spoken(id: str, publisher: str, text: str, source: str, claim: str, head: str, polarity: str = "+") -> Draft:
    d = Draft(id, f"Raid on the mill at Pell\n{text}", publisher=publisher, published="2031-05-04")
    said = d.said(claim, source, "body", "said")
    target = d.mention("the mill at Pell", "facility", "nominal")
    band = d.entity("group", "Grey Ferry Band")
    roles = (("agent", d.entities[0].mentions[0]), ("target", target))
    assert band
    d.claim(said, claim, head, "raid", roles, "-" if polarity == "-" else "+")
    return d


def raids() -> tuple[Reading, Reading]:
    blamed = spoken("quay-3", "The Quay", "Grey Ferry Band raided the mill at Pell, the police said.", "the police",
                    "Grey Ferry Band raided the mill at Pell", "raided")  # fmt: skip
    denied = spoken("brede-3", "Radio Brede", "It is untrue that Grey Ferry Band raided the mill at Pell, its envoy said.",
                    "its envoy", "Grey Ferry Band raided the mill at Pell", "raided", "-")  # fmt: skip
    return blamed.reading(), denied.reading()


def test_who_is_blamed_and_who_denies_it_are_kept_apart() -> None:
    (band,) = account("perpetrator", *raids()).values
    assert band.shown == "Grey Ferry Band"
    assert {(t.by[-1], t.bearing) for t in band.tellings} == {("the police", "holds"), ("its envoy", "denies")}
    assert band.independent == 1  # who denies it is none of those who hold it


def test_an_event_that_is_denied_is_told_by_both() -> None:
    (raid,) = account("event", *raids()).values
    assert [t.bearing for t in raid.tellings] == ["holds", "denies"]


def test_who_claims_responsibility() -> None:
    d = Draft("quay-4", "Raid at Pell\nGrey Ferry Band claimed responsibility for the raid.", publisher="The Quay")
    band = d.entity("group", "Grey Ferry Band")
    target = d.mention("responsibility for the raid", "abstract")
    d.claim(d.outlet, "Grey Ferry Band claimed responsibility for the raid", "claimed", "claim",
            (("agent", d.entities[0].mentions[0]), ("target", target)))  # fmt: skip
    assert band
    (value,) = account("perpetrator", d.reading()).values
    assert (value.shown, value.first.bearing, value.first.by) == ("Grey Ferry Band", "claims", ("The Quay", "Grey Ferry Band"))


def test_who_somebody_is_said_to_be_may_be_several_things() -> None:
    reports = []
    for i, name in enumerate(("Ada Foss", "a customs officer")):
        claim = f"The woman at the pier was identified as {name}"
        d = Draft(f"pier-{i}", f"Woman at the pier\n{claim}, the police said.", publisher=f"Outlet {i}")
        said = d.said(claim, "the police", "body", "said")
        roles = (("target", d.mention("The woman at the pier", "person")), ("attribute", d.mention(name, "person")))
        d.claim(said, claim, "identified", "identify", roles)
        reports.append(d.reading())
    who = account("identity", *reports)
    assert sorted(shown(who)) == ["Ada Foss", "a customs officer"]
    assert who.best is None


def named_as_gunman(i: int) -> Reading:
    claim = "The gunman was identified as Doren Vale"
    d = Draft(f"vale-{i}", f"Shots at the mill\n{claim}, the police said.", publisher=f"Outlet {i}")
    d.entity("person", "Doren Vale")
    said = d.said(claim, "the police", "body", "said")
    roles = (("target", d.mention("The gunman", "person")), ("attribute", d.entities[0].mentions[0]))
    d.claim(said, claim, "identified", "identify", roles)
    return d.reading()


def test_whoever_is_named_as_the_gunman_is_said_to_have_done_it() -> None:
    assert shown(account("perpetrator", named_as_gunman(0), named_as_gunman(1))) == ["Doren Vale"]


def test_what_is_threatened_is_no_deed() -> None:
    d = Draft("quay-6", "Threat at Pell\nGrey Ferry Band threatened to kill the mayor.", publisher="The Quay")
    d.entity("group", "Grey Ferry Band")
    roles = (("agent", d.entities[0].mentions[0]), ("target", d.mention("the mayor", "person")))
    d.claim(d.outlet, "Grey Ferry Band threatened to kill the mayor", "kill", "kill", roles)
    other = replace(d.reading(), report=replace(d.reading().report, id="quay-7", publisher="Radio Brede"))
    assert [a.slot for a in relate([d.reading(), other]).accounts if a.slot in ("perpetrator", "target")] == []


def test_two_ends_of_a_range_are_one_value() -> None:
    reports = []
    for i in range(2):
        claim = "the clock may cost between $4,000 and $5,000"
        d = Draft(f"clock-{i}", f"A clock\nHarrow said that {claim}.", publisher=f"Outlet {i}")
        said = d.said(claim, "Harrow", "body", "said")
        for words, low in (("$4,000", 4000.0), ("$5,000", 5000.0)):
            d.ground(d.mention(words, "quantity", "expression"), Quantity(low, low, "USD", None, False, words))
        d.claim(said, claim, "cost", "cost", (("agent", d.mention("the clock", "object")),))
        reports.append(d.reading())
    money = account("money", *reports)
    assert shown(money) == ["$4,000 to $5,000"]
    assert (money.low, money.high) == (4000, 5000)


def corrected() -> Reading:
    d = Draft("quay-5", "Ferry toll\nThe office corrected the number of dead from 14 to 13.", publisher="The Quay")
    amounts = [d.number("14", 14, 14, "dead"), d.number("13", 13, 13, "dead")]
    roles = (("agent", d.mention("The office", "organization")), ("amount", amounts[0]), ("amount", amounts[1]))
    d.claim(d.outlet, "The office corrected the number of dead from 14 to 13", "corrected", "correct", roles)
    return d.reading()


def test_what_a_number_was_before_is_not_what_it_is() -> None:
    assert shown(account("dead", corrected())) == ["13"]


@pytest.mark.parametrize(("period", "number"), [("since 2009", 1), ("", 2)])
def test_a_number_of_years_is_not_set_beside_that_of_one_event(period: str, number: int) -> None:
    other = second()
    groundings = tuple(
        replace(g, value=replace(g.value, period=(period,))) if isinstance(g.value, Quantity) and period else g
        for g in other.groundings
    )
    found = [a for a in relate([first(), replace(other, groundings=groundings)]).accounts if a.slot == "dead"]
    assert max(len(a.values) for a in found) == number


def test_a_place_is_read_behind_its_preposition_and_not_before_a_noun() -> None:
    pell = Place("Pell", "XX", 9, 41.0, 44.0, 3.0, "city")
    texts = {"in": "Two bands fought over the mill in Pell", "the": "Two bands fought over the Pell mill"}
    found = {}
    for name, claim in texts.items():
        reports = []
        for i, source in enumerate(("the police", "a grocer")):
            d = Draft(f"{name}-{i}", f"Fight over the mill\n{claim}, {source} said.", publisher=f"Outlet {i}")
            said = d.said(claim, source, "body", "said")
            d.place("Pell", pell)
            d.claim(said, claim, "fought", "fight", (("agent", d.mention("Two bands", "group")),))
            reports.append(d.reading())
        found[name] = [v.shown for a in relate(reports).accounts if a.slot == "place" for v in a.values]
    assert found == {"in": ["Pell"], "the": []}


def test_nothing_is_claimed_of_no_reports() -> None:
    assert relate([]).accounts == ()
