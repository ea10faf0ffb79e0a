"""The pack's examples in marked text, read by the real parser: what is marked is found, chains and all."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pytest

from sayso.attribute import attribute
from sayso.lang import load
from sayso.parse import Parser
from sayso.records import Attribution, Report, Span, digest
from sayso.structure import lay_out, structure

from .marked import Said, read

# Share of the examples that must be read wholly right, and of all marked links; a parser may err on some.
_WHOLE, _LINKS = 0.75, 0.85
pack = load("en")
EXAMPLES = [line for line in (pack.folder / "examples.marked").read_text("utf-8").splitlines() if line and line[0] != "#"]

pytestmark = pytest.mark.skipif(not (pack.folder / "encoder.onnx").exists(), reason="the encoder is not there")


@dataclass(frozen=True)
class Outcome:
    marked: str
    wanted: int
    found: int
    extra: int


@cache
def outcomes() -> tuple[Outcome, ...]:
    texts = [read(line) for line in EXAMPLES]
    reports = [lay_out(Report(digest("r", t), t, publisher="the Valley Post", language="en"), pack) for t, _ in texts]
    parses = Parser(pack.folder, 1).parse(reports)
    out = []
    for line, (text, said), report, parse in zip(EXAMPLES, texts, reports, parses, strict=True):
        found = attribute(report, parse, structure(report, parse, pack), pack)
        out.append(_outcome(line, text, said, found))
    return tuple(out)


def _outcome(line: str, text: str, said: dict[str, Said], found: tuple[Attribution, ...]) -> Outcome:
    by_id = {a.id: a for a in found}
    matched = {key: next((a for a in found[1:] if _same(text, one, key, said, a)), None) for key, one in said.items()}
    right = 0
    for key, one in said.items():
        a = matched[key]
        above = by_id.get(a.under or "") if a else None
        expected = matched.get(str(one.under)) if one.under else found[0]
        right += a is not None and above is not None and expected is not None and above.id == expected.id
    used = {a.id for a in matched.values() if a}
    return Outcome(line, len(said), right, sum(a.id not in used for a in found[1:]))


def _same(text: str, one: Said, key: str, said: dict[str, Said], a: Attribution) -> bool:
    source = one.source or (said[key.rstrip("+")].source if key.endswith("+") else None)
    content = one.content or [s for k, o in said.items() if k != key and k.rstrip("+") != key for s in o.content]
    return (
        (_cue(text, a.cue) == _cue(text, one.cue) or (one.cue is None and a.why == ("heard",)))
        and (a.source.span == source or (source is not None and a.source.span is not None and a.source.span.covers(source)))
        and _words(text, list(a.content)) == _words(text, content)
        and [_plain(text, s) for s in a.evidence] == [_plain(text, s) for s in one.evidence]
    )


def _cue(text: str, span: Span | None) -> tuple[int, str] | None:
    """A colon at the end of a cue makes no difference."""
    return None if span is None else (span.start, span.of(text).rstrip(":") or ":")


def _words(text: str, spans: list[Span]) -> str:
    return " ".join(_plain(text, s) for s in spans)


def _plain(text: str, span: Span) -> str:
    return span.of(text).strip(" .,")


def test_most_examples_are_read_wholly_right() -> None:
    whole = [o.found == o.wanted and not o.extra for o in outcomes()]
    assert sum(whole) >= _WHOLE * len(whole), "\n".join(o.marked for o, w in zip(outcomes(), whole, strict=True) if not w)


def test_most_links_of_chains_are_found() -> None:
    assert sum(o.found for o in outcomes()) >= _LINKS * sum(o.wanted for o in outcomes())


def test_plain_statements_stay_the_outlets_own_voice() -> None:
    plain = [o for o in outcomes() if not o.wanted]
    assert plain
    assert all(o.extra == 0 for o in plain)
