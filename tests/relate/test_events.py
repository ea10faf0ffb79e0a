"""Which claims tell of one event, from texts as they are printed."""

from __future__ import annotations

from functools import cache

import pytest

from sayso.pipeline import read
from sayso.records import Interval, Reading, Relation, Report
from sayso.relate import profiles, tell
from sayso.relate.claims import claims_of
from sayso.relate.events import Matches, events
from sayso.resources import Resources
from sayso.settings import Settings

FERRY = (
    "The Calder ferry sank at Orsa on Monday, killing 12 people, Ada Quill, the harbour master, said.",
    "Twelve passengers died when the Calder ferry went down at Orsa, a surgeon, Idris Vale, said.",
)


@cache
def resources() -> Resources:
    return Resources(Settings(threads=1))


@cache
def told(*texts: str, days: tuple[str, ...] = ()) -> tuple[Reading, ...]:
    """One report a text, each of another outlet."""
    dates = [Interval(d, d, d, d, d, "metadata") if d else None for d in days or ("",) * len(texts)]
    numbered = enumerate(zip(texts, dates, strict=True))
    reports = [Report(f"r{i}", t, publisher=f"Outlet {i}", language="en", published=d) for i, (t, d) in numbered]
    return tuple(read(reports, resources()))


def together(*texts: str) -> set[frozenset[str]]:
    """Groups of claims of more than one report, each by its reports and main words."""
    claims = claims_of(profiles(told(*texts)), range(len(texts)))
    groups = ([claims[i] for i in g] for g in events(claims))
    return {frozenset(f"{s.report} {s.claim.lemma}" for s in g) for g in groups if len({s.report for s in g}) > 1}


def kinds(*texts: str, days: tuple[str, ...] = ()) -> list[str]:
    return [r.kind for r in relations(*texts, days=days)]


def relations(*texts: str, days: tuple[str, ...] = ()) -> tuple[Relation, ...]:
    return tell(told(*texts, days=days)).relations


def test_one_event_in_two_words_is_one() -> None:
    found = together(
        "Police in Orsa arrested the mayor, Ilka Doren, on Monday over the sale of the harbour.",
        "Mayor Ilka Doren was taken into custody in Orsa on Monday over the harbour sale.",
    )
    assert frozenset({"0 arrest", "1 take"}) in found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Velmar Works sued Harrow Bank over the bridge at Orsa.", "Harrow Bank sued Velmar Works over the bridge at Orsa."),
        ("Ilka Doren shot Ada Quill at the market in Pell.", "Ada Quill shot Ilka Doren at the market in Pell."),
    ],
)  # fmt: skip
def test_who_does_it_to_whom_may_not_be_swapped(one: str, other: str) -> None:
    assert together(one, other) == set()
    assert kinds(one, other) == []


def test_two_who_met_may_be_named_in_either_order() -> None:
    assert together("Ilka Doren met Ada Quill in Pell on Friday.", "Ada Quill met Ilka Doren in Pell on Friday.")


def test_opened_fire_is_a_shooting() -> None:
    shot = "Three people were shot by a guard at the Orsa depot on Monday."
    found = together("A guard opened fire at the Orsa depot on Monday.", shot)
    assert frozenset({"0 open", "1 shoot"}) in found


def test_the_same_from_two_sources_in_two_words_corroborates() -> None:
    assert "CORROBORATES" in kinds(*FERRY)


def test_a_headline_says_nothing_more_exactly() -> None:
    lead = "At least nine people died when the ferry caught fire off Orsa on Monday, police said."
    assert "REFINES" not in kinds(f"Ferry fire kills nine off Orsa\n\n{lead}", "The council of Pell met on Monday.")
    assert "REFINES" in kinds(lead, "A nurse said on Monday that the ferry fire off Orsa had killed eleven people.")


def test_who_may_be_one_bears_nothing_out() -> None:
    """A resident may be the witness, and a mayor's aide speak for the mayor; a nurse is none of the police."""
    one, other = "The Calder ferry sank off Orsa on Monday", "said on Tuesday that the Calder ferry had sunk off Orsa."
    assert "CORROBORATES" in kinds(f"{one}, the police said.", f"A nurse {other}")
    assert "CORROBORATES" not in kinds(f"{one}, a witness said.", f"A resident {other}")
    assert "CORROBORATES" not in kinds(f"{one}, the mayor said.", f"Her aide {other}")


def test_what_the_report_keeps_at_a_distance_bears_nothing_out() -> None:
    _, other = FERRY
    doubted = "Ada Quill, the harbour master, claims that the Calder ferry sank at Orsa on Monday."
    assert "CORROBORATES" not in kinds(doubted, other)


def test_a_threat_is_no_deed() -> None:
    threat = "The gang threatened to kill Ilka Doren in Orsa, her sister said."
    assert kinds("Ilka Doren was killed in Orsa, police said.", threat) == []


def test_no_friday_is_a_saturday() -> None:
    one = "Ilka Doren was shot dead at the market in Pell on Friday, the police said."
    other = "Ilka Doren was shot dead at the market in Pell on Saturday, her sister said."
    (found,) = [r for r in relations(one, other) if r.kind == "CONTRADICTS"]
    assert [(f.slot, f.verdict) for f in found.why if f.verdict == "CONFLICT" and f.slot != "origin"] == [("time", "CONFLICT")]


def test_denial_and_claim_find_each_other() -> None:
    denial = "The police did not arrest Ilka Doren, the ministry said."
    assert kinds("The police arrested Ilka Doren in Pell, her lawyer said.", denial) == ["CONTRADICTS"]


def test_a_later_step_updates_an_earlier_one() -> None:
    texts = "Police arrested Ilka Doren in Pell on Monday.", "Ilka Doren was charged with theft in Pell on Friday."
    (found,) = [r for r in relations(*texts, days=("2031-05-05", "2031-05-09")) if r.kind == "UPDATES"]
    assert (found.left.report, found.right.report) == ("r0", "r1")
    assert ("status", "arrest", "charge") in [(f.slot, f.left, f.right) for f in found.why]
    assert "UPDATES" not in kinds(*texts)


def test_evidence_gives_its_reasons() -> None:
    claims = claims_of(profiles(told(*FERRY)), (0, 1))
    matches = Matches(claims)
    score, i, j = max((matches.score(i, j), i, j) for i, j in matches.pairs if claims[i].report != claims[j].report)
    assert score == pytest.approx(-2.0 + sum(weight for _, weight in matches.of(i, j).why))
    assert all(reason for reason, _ in matches.of(i, j).why)


def test_the_wife_of_one_is_not_the_wife_of_another() -> None:
    one = "The wife of Idris Vale was arrested in Pell, Ada Quill, a lawyer, said."
    assert "CORROBORATES" not in kinds(one, "The wife of Tomas Brede was arrested in Pell, Ilka Doren, a teacher, said.")


def test_what_will_be_and_what_was_do_not_agree_in_two_words() -> None:
    assert kinds("Velmar will release the Orsa tractor in June.", "Velmar introduced the Orsa tractor in Pell.") == []


def test_a_truce_may_be_signed_by_either_side() -> None:
    one = "The Harrow rebels signed a truce with the government in Pell, the rebels said."
    assert together(one, "The government agreed a ceasefire with the Harrow rebels in Pell, the ministry said.")
