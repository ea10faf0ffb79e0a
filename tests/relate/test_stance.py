"""What a report does with a claim."""

from __future__ import annotations

import pytest

from sayso import pipeline
from sayso.records import Attribution, Reading, Report, Source, Span, Stand
from sayso.relate import stance
from sayso.resources import Resources
from sayso.settings import Settings
from steps import linear

PORT = "Army seizes Port Mellin"
EEL = "Giant eel found in Lake Torvan"
SEIZED = """The army seized Port Mellin on Tuesday after two days of fighting.

Soldiers entered the port at dawn. By noon the flag of the republic flew over the customs house."""


@pytest.fixture(scope="module")
def resources() -> Resources:
    return Resources(Settings(threads=1))


def read(resources: Resources, *texts: str) -> list[Reading]:
    return pipeline.read([Report(f"r{i}", t, language="en") for i, t in enumerate(texts)], resources)


def of(resources: Resources, claim: str, text: str) -> Stand:
    """The stand on a headline that was read; on its bare words it must be the same."""
    head, body = read(resources, claim, text)
    found = stance(head, body)
    assert stance(claim, body).kind == found.kind
    return found


def shown(found: Stand, text: str) -> str:
    return " ".join(s.span.of(text) for s in found.shown)


def test_affirmed_in_its_own_voice(resources: Resources) -> None:
    found = of(resources, PORT, SEIZED)
    assert (found.kind, found.put, found.own) == ("AFFIRMS", "ASSERTED", 1.0)
    assert "seized Port Mellin" in shown(found, SEIZED)
    assert [f.verdict for f in found.why if f.slot in ("matter", "polarity")] == ["SAME", "SAME"]
    assert found.shown[0].claims


def test_reported_as_others_word(resources: Resources) -> None:
    text = """The army has reportedly seized Port Mellin, according to residents who spoke by telephone.

The claim could not be verified. The ministry did not comment on whether Port Mellin had been seized."""
    found = of(resources, PORT, text)
    assert found.kind == "REPORTS" and found.own == 0.0


def test_a_hoax_is_debunked(resources: Resources) -> None:
    text = """A video of a giant eel in Lake Torvan that was shared thousands of times is a hoax.

The clip was made by two students, the Torvan Courier found."""
    found = of(resources, EEL, text)
    assert found.kind == "DENIES"
    (sentence,) = found.shown
    assert sentence.cue and sentence.cue.of(text) == "hoax" and sentence.said is None


def test_an_official_denial(resources: Resources) -> None:
    text = """The defence ministry on Tuesday denied that the army had seized Port Mellin.

Reports that troops had entered the port were false, a ministry spokesman said."""
    found = of(resources, PORT, text)
    assert found.kind == "DENIES"
    assert [f.verdict for f in found.why if f.slot == "polarity"] == ["CONFLICT"]
    assert {s.cue.of(text) for s in found.shown if s.cue} >= {"false"}


def test_a_denial_that_the_report_contradicts(resources: Resources) -> None:
    text = """The army seized Port Mellin on Tuesday. Its soldiers walk the quays of Port Mellin.

The rebels' claim that they still hold the port is false."""
    assert of(resources, PORT, text).kind == "AFFIRMS"


def test_a_denial_of_something_else(resources: Resources) -> None:
    text = SEIZED + "\n\nThe ministry denied a newspaper report that the minister of trade had taken bribes."
    assert of(resources, PORT, text).kind == "AFFIRMS"


def test_a_correction_withdraws(resources: Resources) -> None:
    text = """Correction: An earlier version of this report said that Mayor Ada Quill had resigned. She has not resigned,
her office said, and remains in her post."""
    found = of(resources, "Mayor Ada Quill resigns", text)
    assert found.kind == "DENIES" and "earlier version" in shown(found, text)


def test_who_denies_what_a_headline_denies_affirms_it(resources: Resources) -> None:
    head = "No, the army did not seize Port Mellin"
    text = "A claim that the army had seized Port Mellin is false, the Gazette has found. The army has not seized the port."
    found = of(resources, head, text)
    assert (found.kind, found.put, found.negative) == ("AFFIRMS", "DENIED", True)
    assert of(resources, head, SEIZED).kind == "DENIES"


def test_how_a_headline_is_put(resources: Resources) -> None:
    (body,) = read(resources, SEIZED)
    heads = {
        "Has the army seized Port Mellin?": "HEDGED",
        "Army reportedly seizes Port Mellin": "HEDGED",
        "Army has seized Port Mellin, ministry says": "SAID",
        "Army seizes Port Mellin? No, it has not": "DENIED",
        "Story of army in Port Mellin is a hoax": "DENIED",
        "Ministry denies seizing Port Mellin": "SAID",
        PORT: "ASSERTED",
    }
    assert {h: stance(h, body).put for h in heads} == heads
    assert stance("Has the army seized Port Mellin?", body).kind == "AFFIRMS"


def test_double_negation(resources: Resources) -> None:
    text = """The builder denied that no one was hurt when the Orsa bridge collapsed. Three workers were hurt in the collapse of
the bridge, he said."""
    assert of(resources, "Workers hurt in Orsa bridge collapse", text).kind != "DENIES"
    assert of(resources, "Nobody hurt in Orsa bridge collapse", text).kind != "AFFIRMS"
    told = "A giant eel was found in Lake Torvan on Sunday. The warden denied that the eel was a hoax."
    assert of(resources, EEL, told).kind == "AFFIRMS"


def test_a_claim_of_another_reading(resources: Resources) -> None:
    one, other = read(resources, SEIZED, "The defence ministry denied that the army had seized Port Mellin.")
    claim = next(c for c in one.claims if c.lemma == "seize")
    assert stance((one, claim), other).kind == "DENIES"
    assert stance((one, claim), one).kind == "AFFIRMS"


def test_slot_by_slot(resources: Resources) -> None:
    head = "Twelve people have died in the collapse of the Orsa bridge"
    for number, kind, verdict in (
        ("Twelve", "AFFIRMS", "SAME"),
        ("Fifteen", "DENIES", "CONFLICT"),
        ("At least ten", "AFFIRMS", "COMPATIBLE"),
    ):
        one, other = read(resources, head, f"{number} people died in the collapse of the Orsa bridge on Tuesday.")
        found = stance(one, other)
        assert found.kind == kind
        assert [f.verdict for f in found.why if f.slot == "amount"] == [verdict]


@pytest.mark.parametrize("text", ["", "Weather\n\nSunny.", "The central bank left its rate at four per cent."])
def test_silent(resources: Resources, text: str) -> None:
    bare = Reading(Report("r", text, language="en"), (), (), (), (), (), (), (), "bare")
    for body in (bare, *(read(resources, text) if text else ())):
        found = stance(PORT, body)
        assert (found.kind, found.shown, found.own) == ("SILENT", (), None)


@pytest.mark.parametrize("claim", ["", "?", "\u202eabc", "😀" * 50, "no " * 5000])
def test_odd_claims(resources: Resources, claim: str) -> None:
    (body,) = read(resources, SEIZED)
    assert stance(claim, body).kind == "SILENT"


def test_a_language_without_a_pack() -> None:
    body = Reading(Report("r", "Η στρατιά κατέλαβε το λιμάνι Μέλιν.", language="el"), (), (), (), (), (), (), (), "bare")
    assert stance("Η στρατιά κατέλαβε το λιμάνι", body).kind in ("AFFIRMS", "REPORTS")


def test_a_long_text_takes_no_longer_than_its_length() -> None:
    sentence = "The ministry denied that the army seized Port Mellin. "

    def work(n: int) -> None:
        spans = [Span(i * len(sentence), (i + 1) * len(sentence) - 1) for i in range(n)]
        who = Source("person", None, "the ministry")
        quoted = tuple(Attribution(f"a{i}", who, None, (s,), "direct", None) for i, s in enumerate(spans))
        body = Reading(Report("r", sentence * n, language="en"), (), (), quoted, (), (), (), (), "bare")
        assert stance(PORT, body).kind == "DENIES"

    assert linear(work, 250, 1000)
