"""By which way, at what hand, without which name, on what evidence: read by the real parser."""

from __future__ import annotations

from functools import cache

import pytest

from sayso.attribute import attribute
from sayso.lang import load
from sayso.parse import Parser
from sayso.records import Attribution, Report, Span, chains, digest
from sayso.structure import lay_out, structure

pack = load("en")
pytestmark = pytest.mark.skipif(not (pack.folder / "encoder.onnx").exists(), reason="the encoder is not there")


@cache
def parser() -> Parser:
    return Parser(pack.folder, 1)


@cache
def read(text: str) -> tuple[Attribution, ...]:
    report = lay_out(Report(digest("r", text), text, publisher="the Valley Post", language="en"), pack)
    [parse] = parser().parse([report])
    return attribute(report, parse, structure(report, parse, pack), pack)


def one(text: str, source: str) -> Attribution:
    """The first attribution of a source, by the beginning of its description."""
    found = [a for a in read(text)[1:] if a.source.description.lower().startswith(source.lower())]
    assert found, [a.source.description for a in read(text)]
    return found[0]


def words(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [" ".join(s.of(text).split()) for s in spans]


def way(text: str, a: Attribution) -> list[str]:
    return [x.source.description for x in chains(read(text))[a.id]][1:]


@pytest.mark.parametrize(
    ("text", "source", "medium"),
    [
        ("The ministry said in a statement that the search was over.", "the ministry", ["in a statement"]),
        ("Mayor Lena Ortiz said on Telegram that the bridge would reopen.", "Mayor", ["on Telegram"]),
        ("The general told state television that the raid was over.", "The general", ["state television"]),
        ("“We saw smoke,” a driver said by telephone.", "a driver", ["by telephone"]),
        ("Omar Haddad, in remarks to Radio Marun, said that the dam was safe.", "Omar", ["in remarks to Radio Marun"]),
        ("Omar Haddad denied it in an interview with Radio Marun.", "Omar", ["in an interview with Radio Marun"]),
        ("The mayor said that the bridge was safe.", "The mayor", []),
        ("The mayor said that he had seen it on television.", "The mayor", []),
    ],
)
def test_medium(text: str, source: str, medium: list[str]) -> None:
    assert words(text, one(text, source).medium) == medium


@pytest.mark.parametrize(
    ("text", "source", "reason"),
    [
        (
            "A soldier, who asked not to be named because he was not authorised to speak to the press, said the raid went on.",
            "A soldier", "who asked not to be named because he was not authorised to speak to the press",
        ),
        ("Two officials, speaking on condition of anonymity, said that the talks had failed.", "Two officials",
         "speaking on condition of anonymity"),
        ("A diplomat told reporters on condition of anonymity that the talks had failed.", "A diplomat",
         "on condition of anonymity"),
        ("The minister said that the victim would not be named.", "The minister", None),
        ("The minister said that he had been named chairman.", "The minister", None),
    ],
)  # fmt: skip
def test_reason_for_anonymity(text: str, source: str, reason: str | None) -> None:
    span = one(text, source).source.anonymity
    assert (span.of(text) if span else None) == reason


def test_asking_for_no_name_is_no_attribution() -> None:
    text = "A clerk, who asked not to be identified, said that the files were burnt."
    assert len(read(text)) == 2


def test_a_source_keeps_its_reason() -> None:
    text = "A clerk, who asked not to be identified, said that the files were burnt. The clerk said the fire began at noon."
    assert [a.source.anonymity for a in read(text)[1:]] == [Span(9, 39)] * 2


@pytest.mark.parametrize(
    ("text", "source", "evidence", "seen"),
    [
        ("A letter seen by the Harbor Courier says the mayor knew of the leak.", "A letter",
         "A letter seen by the Harbor Courier", "the Harbor Courier"),
        ("According to satellite images, the bridge is gone.", "satellite images", "satellite images", None),
        ("The army showed photographs of the tunnel and said it was new.", "The army", "photographs of the tunnel", None),
    ],
)  # fmt: skip
def test_evidence(text: str, source: str, evidence: str, seen: str | None) -> None:
    found = [a for a in read(text)[1:] if a.source.description.startswith(source) and a.evidence]
    assert words(text, found[0].evidence) == [evidence]
    assert words(text, found[0].seen_by) == ([seen] if seen else [])


@pytest.mark.parametrize(
    ("text", "source", "hand"),
    [
        ("The ministry said that the bridge was safe.", "The ministry", 1),
        ("The Harbor Courier reported that the ministry had said the dam was safe.", "the ministry", 2),
        ("A fisherman told the Harbor Courier that he saw the ferry burn.", "A fisherman", 2),
        ("A fisherman told the Valley Post that he saw the ferry burn.", "A fisherman", 1),
        ("A letter seen by the Harbor Courier says the mayor knew of the leak.", "A letter", 2),
        ("Witnesses quoted by Radio Marun said that the bus was burning.", "Witnesses", 2),
        ("The ministry said, citing a military source, that two soldiers had died.", "a military source", 2),
        ("In e-mails seen by the Harbor Courier, Omar Haddad wrote that the dam was cracked.", "Omar Haddad", 2),
        ("The harbor master said in an interview with the Harbor Courier that the ferry was full.", "The harbor master", 2),
    ],
)
def test_hand(text: str, source: str, hand: int) -> None:
    assert one(text, source).hand == hand


def test_the_outlets_own_voice_is_at_no_hand() -> None:
    assert read("The bridge collapsed on Monday.")[0].hand == 0


def test_a_colon_behind_a_citation_begins_what_is_cited() -> None:
    text = "The Harbor Courier confirmed the landing, citing local fishermen: more than three hundred men had come ashore."
    a = one(text, "local fishermen")
    assert way(text, a) == ["The Harbor Courier", "local fishermen"]
    assert words(text, a.content) == ["more than three hundred men had come ashore"]


def test_who_adds_is_not_told_by_himself() -> None:
    text = "The mayor said that the bridge was safe, adding that it would be inspected in May."
    assert [a.hand for a in read(text)[1:]] == [1, 1]


def test_i_in_a_quotation_is_its_speaker() -> None:
    text = "Lena Ortiz came late. “I think the road is mined,” Ortiz said."
    inner = next(a for a in read(text) if a.source.span and a.source.span.of(text) == "I")
    assert inner.source.entity == one(text, "Ortiz").source.entity is not None
    assert inner.under == one(text, "Ortiz").id


def test_a_future_told_from_the_past_runs_on() -> None:
    text = "The company announced on Monday that the mill will move. The new mill would open in May. The town has two mills."
    carried = [a for a in read(text) if a.voice == "carried"]
    assert [words(text, a.content) for a in carried] == [["The new mill would open in May"]]
    assert carried[0].why[0].startswith("a future told")


LABELLED = """NORVILLE, 3 MAY (RADIO MARUN) -- [TEXT] THE DAM BROKE AT NOON.

[BEGIN RECORDING] [ORTIZ] WE SAW NOTHING UNTIL NOON. THE ARMY SAYS THAT NOBODY IS MISSING. [END RECORDING]

THE DAM WAS BUILT IN 1970."""


def test_what_stands_under_a_speakers_label_is_the_speakers() -> None:
    label = one(LABELLED, "ORTIZ")
    assert label.cue is None and label.why == ("label",)
    assert words(LABELLED, label.content) == ["WE SAW NOTHING UNTIL NOON. THE ARMY SAYS THAT NOBODY IS MISSING"]
    assert way(LABELLED, one(LABELLED, "THE ARMY")) == ["ORTIZ", "THE ARMY"]


def test_a_statement_is_whoevers_the_tag_names() -> None:
    text = "NORVILLE, 3 MAY (RADIO MARUN) -- [STATEMENT] [THE MILL UNION] [TEXT] THE GATES WERE LOCKED. NOBODY CAME TO OPEN THEM."
    label = one(text, "THE MILL UNION")
    assert words(text, label.content) == ["THE GATES WERE LOCKED. NOBODY CAME TO OPEN THEM"]


def test_a_list_of_references_says_nothing() -> None:
    text = "The ferry sank on Monday.\n\n“Ferry sinks off Norville” - Harbor Courier, May 3, 2019"
    assert len(read(text)) == 1


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A spokesman for the ministry said that the bridge was safe.", "person"),
        ("Officials said that the bridge was safe.", "unnamed"),
        ("Two ministers said that the bridge was safe.", "unnamed"),
        ("Witnesses said that the bridge fell.", "crowd"),
        ("The commander of the garrison said that the bridge fell.", "person"),
        ("A commander said that the bridge fell.", "unnamed"),
        ("According to reports, the bridge fell.", "outlet"),
        ("The Harbor Courier reported that the bridge fell.", "outlet"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert read(text)[1].source.kind == kind


HOSTILE = ("not to be named " * 800, "[A B] " * 800, "in a statement seen by " * 500, "[BEGIN RECORDING] [X] " * 500)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile(text: str) -> None:
    assert read(text)[0].voice == "outlet"
