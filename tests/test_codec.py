"""The JSON contract: field names and shapes that users and their programs depend on."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from readings import bridge, rival
from sayso import codec
from sayso.dossier import build
from sayso.records import Grounding, Quantity, Reading, Report
from sayso.relate import relate

READING = {
    "report": {"id", "text", "blocks", "publisher", "language", "published", "byline", "url"},
    "mentions": {"id", "span", "kind", "form"},
    "entities": {"id", "kind", "name", "aliases", "mentions"},
    "attributions": {"id", "source", "cue", "content", "voice", "under", "evidence", "medium", "hand", "seen_by"},
    "claims": {"id", "said", "span", "head", "lemma", "roles", "commitment", "along", "nature", "vector"},
    "groundings": {"mention", "value", "score", "why"},
    "listings": set(),
    "problems": {"stage", "message", "span"},
    "fingerprint": set(),
    "findings": set(),
    "itineraries": {"actor", "entity", "stays"},
}
VALUES = {
    "place": {"name", "country", "geonames", "lat", "lon", "radius_km", "precision", "sense"},
    "interval": {"edtf", "earliest_start", "latest_start", "earliest_end", "latest_end"},
    "quantity": {"low", "high", "unit", "of", "approximate"},
}


@pytest.fixture(params=bridge(), ids=lambda r: r.report.id)
def reading(request: pytest.FixtureRequest) -> Reading:
    return request.param  # type: ignore[no-any-return]


def printed(reading: Reading) -> dict[str, Any]:
    return json.loads(codec.reading_to_json(reading))  # type: ignore[no-any-return]


def test_fields_of_a_reading(reading: Reading) -> None:
    made = printed(reading)
    assert made.keys() == READING.keys()
    assert READING["report"] <= made["report"].keys()
    for name in ("mentions", "entities", "attributions", "claims", "groundings", "problems"):
        assert all(READING[name] <= row.keys() for row in made[name]), name


def test_fields_below(reading: Reading) -> None:
    made = printed(reading)
    assert all(b.keys() == {"kind", "span"} for b in made["report"]["blocks"])
    assert all(a["source"].keys() == {"kind", "span", "description", "entity", "anonymity"} for a in made["attributions"])
    assert all(c["commitment"].keys() == {"polarity", "certainty", "cues"} for c in made["claims"])
    assert all(r.keys() == {"name", "mention"} for c in made["claims"] for r in c["roles"])
    assert all(VALUES[g["value"]["kind"]] <= g["value"].keys() for g in made["groundings"])


def test_spans_are_pairs_and_anchored(reading: Reading) -> None:
    made = printed(reading)
    text = made["report"]["text"]
    spans = [c["span"] for c in made["claims"]] + [s for a in made["attributions"] for s in a["content"]]
    assert spans
    assert all(isinstance(s, list) and len(s) == 2 and 0 <= s[0] < s[1] <= len(text) for s in spans)


def test_one_line_and_back_again(reading: Reading) -> None:
    line = codec.reading_to_json(reading)
    assert "\n" not in line
    assert codec.reading_from_json(line) == reading


def test_readings_fit_the_schema(reading: Reading) -> None:
    schema = codec.schema()
    jsonschema.Draft202012Validator.check_schema(schema["reading"])
    jsonschema.validate(printed(reading), schema["reading"], jsonschema.Draft202012Validator)


def test_relations_fit_the_schema_and_the_contract() -> None:
    made = json.loads(codec.relations_to_json(relate(bridge())))
    jsonschema.validate(made, codec.schema()["relations"], jsonschema.Draft202012Validator)
    assert made.keys() >= {"stories", "relations", "tallies", "accounts", "support"}
    assert all({"story", "of", "figures"} <= t.keys() for t in made["tallies"]) and made["tallies"]
    assert all({"id", "reports", "origins"} <= s.keys() for s in made["stories"])
    assert all({"id", "reports", "why"} <= o.keys() for s in made["stories"] for o in s["origins"])
    assert made["relations"]
    for one in made["relations"]:
        assert {"kind", "left", "right", "why", "score"} <= one.keys()
        assert one["left"].keys() == one["right"].keys() == {"report", "claim"}


def test_the_schema_refuses_what_is_no_reading() -> None:
    wrong = printed(rival()) | {"claims": [{"id": "c-1"}]}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(wrong, codec.schema()["reading"], jsonschema.Draft202012Validator)


def test_the_plain_walk_gives_what_pydantic_gives(reading: Reading) -> None:
    relations = relate(bridge())
    for record in (reading, relations, build("Orsa", bridge(), relations)):
        assert codec.plain(record) == codec.adapter(record.__class__).dump_python(record, mode="json")


def test_a_number_without_end_is_null() -> None:
    odd = Grounding("m", Quantity(float("inf"), float("nan")), float("-inf"))
    assert codec.plain(odd)["value"]["low"] is codec.plain(odd)["value"]["high"] is codec.plain(odd)["score"] is None


@given(st.text())
def test_any_text_survives(text: str) -> None:
    reading = Reading(Report("r", text), (), (), (), (), (), (), (), "f")
    assert codec.reading_from_json(codec.reading_to_json(reading).encode("utf-8", "backslashreplace")).report.text == text
