"""Where contents begin and end, with the real parser: around their cue, at quotation marks, in transcripts."""

from __future__ import annotations

from functools import cache

import pytest

from sayso.attribute import attribute
from sayso.lang import load
from sayso.parse import Parser
from sayso.records import Report, digest
from sayso.structure import lay_out, structure

pack = load("en")

pytestmark = pytest.mark.skipif(not (pack.folder / "encoder.onnx").exists(), reason="the encoder is not there")

# A text, and cue and content of each attribution that must be found in it.
CASES: dict[str, tuple[tuple[str, str], ...]] = {
    "Exports fell by a tenth, and imports rose twice as fast, according to a report by the Trade Institute.": (
        ("according to", "Exports fell by a tenth, and imports rose twice as fast"),
    ),
    "If the rain goes on for two days, the ministry said, the road to Orlan will shut.": (
        ("said", "If the rain goes on for two days … the road to Orlan will shut"),
    ),
    "“The road is safe,” he said, just before the guards closed it for the night.": (("said", "“The road is safe,”"),),
    "“The dam will hold,” Omar Haddad said on Orlan Radio, adding, “We have checked every gate. Nobody has to leave.”": (
        ("said", "“The dam will hold,”"),
        ("adding", "“We have checked every gate. Nobody has to leave.”"),
    ),
    "“If rain comes,” the ministry said, “the road will shut.”": (("said", "“If rain comes,” … “the road will shut.”"),),
    "Karim Vale died last year.\n\n“We float like boats and we sting like nettles,” Mr. Haddad said, not even needing to name "
    "who boasted so first.": (("said", "“We float like boats and we sting like nettles,”"),),
    "“It is a big year for our town!” councillor Lina \"Lin\" Farouk called from the stage. “Everybody looks at Orlan.”": (
        ("called", "“It is a big year for our town!” … “Everybody looks at Orlan.”"),
    ),
    "General Omar Haddad had said shortly after the blast that gunmen had thrown two grenades into the depot.": (
        ("had said", "that gunmen had thrown two grenades into the depot"),
    ),
    "The bridge will open in May, the ministry said Friday afternoon.": (("said", "The bridge will open in May"),),
    "The court seemed to waver on Monday.": (("seemed", "The court … to waver on Monday"),),
    "«We start in May», said Karim Vale, «and we finish in June».": (("said", "«We start in May» … «and we finish in June»"),),
    "Rice is dear.\n\n“We came first,” she said. “We had no seed.\n\n“We had no rain.”\n\nThe army left the town on Sunday.": (
        ("said", "“We came first,” … “We had no seed.\n\n“We had no rain.”"),
    ),
    "The mayor spoke for an hour. “We will rebuild. The bridge comes first.\n\nThe school comes next. I promise it,” she said.": (
        ("said", "“We will rebuild. The bridge comes first.\n\nThe school comes next. I promise it,”"),
    ),
    "Lina Farouk said: “She told me, ‘Go home,’ and I went.”": (
        ("said", "“She told me, ‘Go home,’ and I went.”"),
        ("told", "‘Go home,’"),
    ),
    "Two men on one bridge\n\nThey met on Monday.\n\nVALE: It opens in May. We have the money.\n\nThe hall was full.": (
        (":", "It opens in May. We have the money"),
    ),
}
# Words of a clause that is nobody's.
UNSAID = ("As she weighed a run last spring, the mayor visited every village.",)


@cache
def readings() -> dict[str, list[tuple[str, str]]]:
    texts = [*CASES, *UNSAID]
    reports = [lay_out(Report(digest("r", t), t, publisher="the Valley Post", language="en"), pack) for t in texts]
    out = {}
    for text, report, parse in zip(texts, reports, Parser(pack.folder, 1).parse(reports), strict=True):
        found = attribute(report, parse, structure(report, parse, pack), pack)[1:]
        out[text] = [(a.cue.of(text).rstrip(":") or ":", " … ".join(s.of(text) for s in a.content)) for a in found if a.cue]
    return out


@pytest.mark.parametrize("text", list(CASES))
def test_contents_begin_and_end_where_the_source_does(text: str) -> None:
    for expected in CASES[text]:
        assert expected in readings()[text]


@pytest.mark.parametrize("text", UNSAID)
def test_a_clause_of_time_is_no_parenthesis(text: str) -> None:
    assert not [content for _, content in readings()[text] if "visited" in content]
