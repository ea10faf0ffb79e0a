"""What somebody is for or against, feels about or sets out to do - and what somebody merely does."""

from __future__ import annotations

import functools

import pytest

from sayso.attribute import attribute
from sayso.lang import load
from sayso.parse import Parser
from sayso.records import Report
from sayso.structure import lay_out, structure

STANCES = {
    "Mayor Flora Medi supports the new harbour law.": ("Mayor Flora Medi", "supports", "the new harbour law"),
    "Farmers in the valley are wary of the new levy.": ("Farmers in the valley", "are wary of", "the new levy"),
    "The minister was confident that the dam would hold.": ("The minister", "was confident", "that the dam would hold"),
    "Residents are angry about the power cuts.": ("Residents", "are angry about", "the power cuts"),
    "Senator Aldo Renn praised the nurses for their patience.": ("Senator Aldo Renn", "praised", "the nurses for their patience"),
    "Critics blasted the plan as a waste of money.": ("Critics", "blasted", "the plan as a waste of money"),
    "Villagers raised concerns about the dam.": ("Villagers", "raised concerns about", "the dam"),
    "The union vowed to fight the closures.": ("The union", "vowed", "to fight the closures"),
    "Only 42 percent of the fishermen believe that the quota is fair.": (
        "Only 42 percent of the fishermen", "believe", "that the quota is fair"),
}
DEEDS = (
    "Police attacked the house in Kuria at dawn.",
    "Rebels attacked a convoy near Lisa and seized two lorries.",
    "The storm hit Lisa on Monday and moved on.",
    "The union is fighting the closures.",
    "Soldiers resisted the attack for two days.",
    "The patrol pressed on towards the border.",
)


@functools.cache
def readings() -> dict[str, list[tuple[str, str, str]]]:
    """Source, cue and content of each attribution in each of the sentences."""
    pack = load("en")
    reports = [lay_out(Report(f"r{n}", text, language="en"), pack) for n, text in enumerate((*STANCES, *DEEDS))]
    out = {}
    for report, parse in zip(reports, Parser(pack.folder, 1).parse(reports), strict=True):
        text, found = report.text, attribute(report, parse, structure(report, parse, pack), pack)[1:]
        out[text] = [(a.source.span.of(text) if a.source.span else "", a.cue.of(text) if a.cue else "",
                      " ".join(s.of(text) for s in a.content)) for a in found]  # fmt: skip
    return out


@pytest.mark.parametrize("text", list(STANCES))
def test_a_stance_has_its_source_cue_and_content(text: str) -> None:
    assert STANCES[text] in readings()[text]


@pytest.mark.parametrize("text", DEEDS)
def test_a_deed_is_nobodys_word(text: str) -> None:
    assert readings()[text] == []
