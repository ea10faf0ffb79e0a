"""What stands behind a claim, and how many of these origins are independent."""

from __future__ import annotations

from readings import agency, copy, quoting, rival
from sayso.records import Reading
from sayso.relate import profiles
from sayso.relate.origins import origins
from sayso.relate.provenance import ClaimOrigin, claim_origins, independent, two

STORY = (agency(), copy(), rival(), quoting())


def behind(readings: tuple[Reading, ...] = STORY) -> dict[tuple[str, str], ClaimOrigin]:
    members = profiles(readings)
    found = origins(members)
    return claim_origins(members, found.copied, found.transfers)


def by(found: dict[tuple[str, str], ClaimOrigin], report: str, name: str) -> ClaimOrigin:
    return next(o for (r, _), o in found.items() if r == report and name in o.chain.name)


def test_a_claim_of_a_cited_report_goes_back_to_it_and_to_its_informant() -> None:
    roots = by(behind(), "lantern-1", "interior ministry").roots
    assert {"medium:harrow press", "informant:interior ministry"} <= roots


def test_a_nurse_and_a_ministry_are_two() -> None:
    found = behind()
    ministry, nurse = by(found, "harrow-1", "interior ministry"), by(found, "northway-1", "nurse")
    assert two(ministry, nurse)
    assert independent([ministry, nurse]) == (2, "on the word of the interior ministry, A nurse at the district hospital")


def test_a_copy_and_a_citation_add_none() -> None:
    found = behind()
    same = [by(found, r, "interior ministry") for r in ("harrow-1", "calder-1", "lantern-1")]
    assert independent(same)[0] == 1


def test_the_outlets_own_words_are_shown_by_nobody() -> None:
    own = next(o for o in behind().values() if o.chain.own)
    assert (own.shown, own.roots) == (False, frozenset())
    assert independent([own]) == (1, "nobody is named or described whose word it is")
    assert independent([]) == (1, "nobody says it")


def test_what_stands_in_both_reports_has_a_root_in_common_whoever_says_it() -> None:
    found = behind()
    shared = by(found, "harrow-1", "Velmar").roots & by(found, "calder-1", "Velmar").roots
    assert any(root.startswith("words:harrow-1:") for root in shared)
    assert not any(root.startswith("words:") for root in by(found, "northway-1", "nurse").roots)
