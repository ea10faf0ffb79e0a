"""States that exclude each other contradict, where nothing says that one came after the other."""

from __future__ import annotations

import pytest

from sayso import pipeline
from sayso.records import Report
from sayso.relate import tell
from sayso.resources import Resources
from sayso.settings import Settings


@pytest.fixture(scope="module")
def resources() -> Resources:
    return Resources(Settings(threads=1))


def opposed(resources: Resources, one: str, other: str) -> bool:
    outlets = {"Torvan Courier": one, "Mellin Gazette": other}
    readings = pipeline.read([Report(name, text, publisher=name, language="en") for name, text in outlets.items()], resources)
    pairs = ((r, r.why[0]) for r in tell(readings).relations if r.kind == "CONTRADICTS" and r.left.report != r.right.report)
    return any(why.detail == "states that exclude each other" for _, why in pairs)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The sculptor Ines Varga died in Torvan on Friday, a friend said.", "Ines Varga is alive, her sister said on Saturday."),
        ("The bridge at Mellin collapsed at noon, drivers said.", "The bridge at Mellin is intact, the road office said."),
        ("Police arrested the editor Pavel Ronn, his paper said.", "Pavel Ronn is not in custody, the police said."),
        ("The Front said it had freed the nurse Ada Quill.", "The nurse Ada Quill is still being held, her brother said."),
    ],
)
def test_who_is_in_one_state_is_not_in_its_opposite(resources: Resources, one: str, other: str) -> None:
    assert opposed(resources, one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The sculptor Ines Varga died in Torvan on Friday, a friend said.", "Her rival Jon Aster is alive, his sister said."),
        ("Police arrested the editor Pavel Ronn, his paper said.", "The editor Pavel Ronn is free, his paper said a week later."),
        ("The bridge at Mellin collapsed at noon, drivers said.", "The dam above Mellin is intact, the road office said."),
        ("The guard Leo Abani was killed in the raid, the army said.", "Leo Abani was alive in May. He sang in Mellin."),
    ],
)
def test_others_and_other_times_exclude_nothing(resources: Resources, one: str, other: str) -> None:
    assert not opposed(resources, one, other)
