"""The shipped parser on texts of our own; nothing here depends on how good its weights are."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from sayso.errors import ResourceError
from sayso.lang import load
from sayso.parse import Parser, divide
from sayso.records import Block, Parse, Report, Span

STORY = """Two killed in Maren market blast

MAREN, March 3 - Two people were killed on Tuesday when a bomb went off in the old market of Maren, police said. \
"We heard it from the bridge," said Tomas Oduya, a baker.

The governor's office did not confirm the number. A source in the hospital told the Harbour Gazette that five were hurt.
"""


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser(load("en").folder, threads=2)


def report(text: str, *blocks: tuple[int, int]) -> Report:
    return Report("r", text, tuple(Block("paragraph", Span(a, b)) for a, b in blocks), language="en")


def holds(parse: Parse) -> bool:
    """What every parse must be, whatever the weights say."""
    n = len(parse.words)
    for field in ("upos", "xpos", "lemmas", "heads", "relations", "mention_types", "sentence_of", "children"):
        assert len(getattr(parse, field)) == n
    assert parse.attribution.shape == (n, 7)
    assert parse.vectors.shape == (n, 128)
    assert parse.attribution.dtype == parse.vectors.dtype == np.float32
    assert [i for a, b in parse.sentences for i in range(a, b)] == list(range(n))
    for k, (a, b) in enumerate(parse.sentences):
        roots = [i for i in range(a, b) if parse.heads[i] == -1]
        assert len(roots) == 1
        assert [i for i in range(a, b) if parse.relations[i] == "root"] == roots
        assert sorted(parse.descendants(roots[0])) == list(range(a, b))
        assert all(parse.sentence_of[i] == k for i in range(a, b))
    for name in parse.names:
        assert parse.sentence_of[name.first] == parse.sentence_of[name.stop - 1]
    return True


def same(left: Parse, right: Parse) -> bool:
    for field in Parse.__slots__:
        a, b = getattr(left, field), getattr(right, field)
        assert np.array_equal(a, b) if isinstance(a, np.ndarray) else a == b, field
    return True


def test_a_story(parser: Parser) -> None:
    (parse,) = parser.parse([report(STORY)])
    assert holds(parse)
    assert [parse.word(i) for i in range(6)] == ["Two", "killed", "in", "Maren", "market", "blast"]
    assert (0, 6) in parse.sentences
    assert parse.lemmas[parse.heads.index(-1)] in ("kill", "blast", "market")
    assert "Tomas Oduya" in {parse.text[slice(*parse.span(n.first, n.stop - 1))] for n in parse.names if n.kind == "person"}


def test_no_sentence_crosses_a_block(parser: Parser) -> None:
    cuts = [(0, 20), (20, 90), (90, len(STORY))]
    (parse,) = parser.parse([report(STORY, *cuts)])
    assert holds(parse)
    for a, b in parse.sentences:
        span = parse.span(a, b - 1)
        assert any(start <= span.start and span.end <= stop for start, stop in cuts)


def test_what_lies_outside_all_blocks_is_not_read(parser: Parser) -> None:
    (parse,) = parser.parse([report(STORY, (0, 32))])
    assert parse.words[-1].end == 32


def test_neighbours_change_nothing_and_runs_repeat(parser: Parser) -> None:
    others = [report("Short."), report(STORY.upper() * 3), report("", (0, 0)), report("x " * 700)]
    (alone,) = parser.parse([report(STORY)])
    assert same(parser.parse([others[0], report(STORY), *others[1:]])[1], alone)
    assert same(parser.parse([*others, report(STORY)])[-1], alone)
    assert same(Parser(parser.folder, threads=1).parse([report(STORY)])[0], alone)


def test_a_block_longer_than_any_window(parser: Parser) -> None:
    text = "The council met again on Friday and put off the vote on the harbour. " * 120
    (parse,) = parser.parse([report(text)])
    assert holds(parse)
    assert len(parse.words) == 15 * 120
    # Nothing but the full stop ends a sentence here, at the seams between windows too.
    assert {parse.word(b - 1) for _, b in parse.sentences} == {"."}


def test_a_text_without_any_sentence(parser: Parser) -> None:
    (parse,) = parser.parse([report("and the " * 2500)])
    assert holds(parse)


def test_the_word_limit(parser: Parser) -> None:
    (parse,) = parser.parse([report(STORY)], limit=10)
    assert holds(parse)
    assert len(parse.words) == 10


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "\n\n\n", "x", "😀", "👩‍👩‍👧‍👦 said 👍🏽", "a" * 10_000, "https://maren.example/" + "a/" * 5_000,
        "\u200b\u200b \u200e", "\u0301\u0302", "قال المتحدث باسم الوزارة إن شخصين قتلا.", "שני בני אדם נהרגו", "\x00\x01",
        "((((" * 90, '"' * 300, "\ud83d", "कल दो लोग मारे गए", "Ａｌｌ ｗｉｄｅ", "ﬁﬂ ß ŉ", "1,2,3," * 500,
        "\r\nTwo killed.\r\n\r\nFive hurt.\r\n",
    ],
)  # fmt: skip
def test_odd_input(parser: Parser, text: str) -> None:
    (parse,) = parser.parse([report(text)])
    assert holds(parse)
    assert {i for w in parse.words for i in range(*w)} == {i for i, c in enumerate(text) if not c.isspace()}


def test_given_words_and_sentences(parser: Parser) -> None:
    given = divide(report("Two died. Five were hurt. No one knows why."))
    starts = np.array([0, 7], dtype=np.int64)
    (parse,) = parser.annotate([given.__class__(given.text, given.starts, given.stops, given.breaks, given.blocks, starts)])
    assert holds(parse)
    assert parse.sentences == [(0, 7), (7, 12)]


def test_no_reports(parser: Parser) -> None:
    assert parser.parse([]) == []


def test_a_missing_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match=r"labels\.json"):
        Parser(tmp_path)


def test_a_damaged_model_is_named(tmp_path: Path, parser: Parser) -> None:
    for file in parser.folder.iterdir():
        if file.suffix in (".json", ".npz", ".tsv"):
            (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "encoder.onnx").write_bytes(b"not a model")
    with pytest.raises(ResourceError, match=r"encoder\.onnx"):
        Parser(tmp_path)


def test_the_fingerprint_is_of_the_files(parser: Parser) -> None:
    assert parser.fingerprint == Parser(parser.folder).fingerprint
    assert len(parser.fingerprint) == 16
