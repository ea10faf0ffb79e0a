"""Lines that say who published a report and when."""

from __future__ import annotations

import pytest

from sayso.lang import load
from sayso.structure.imprints import imprint

PACK = load("en")


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("The Border Post, late edition, 4 May 2023. Own report", "The Border Post"),
        ("The Vale Herald - Tuesday, 4 May - with material from CNS", "The Vale Herald"),
        ("Radio Vesna online, 4 May. Latest first.", "Radio Vesna"),
        ("Lantern, the news weekly – 4 May 2023", "Lantern"),
        ("Lantern | By Jane Roe, Port Vale | 4 May", "Lantern"),
        ("Port Vale, 4 May, National Information Service", "National Information Service"),
        ("The Border Post reopened on 4 May, officials said", None),
        ("Herald of spring: first swallow seen on 4 May", None),
        ("The Border Post, 4 May, was stormed by a crowd that burnt the flag of the Northern Front", None),
        ("Port Vale | By Jane Roe | 4 May", None),
    ],
)
def test_an_outlet_that_begins_a_line_with_a_day(line: str, outlet: str | None) -> None:
    found = imprint(line, PACK)
    assert (found.outlet if found else None) == outlet
