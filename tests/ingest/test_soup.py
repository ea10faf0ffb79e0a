"""Any characters at all: nothing crashes, and what comes out can be found in what went in."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import InputError
from sayso.ingest import Original, ingest
from sayso.ingest.html import read_html
from sayso.lang import load
from sayso.records import Report
from sayso.settings import Settings
from sayso.structure import lay_out

from .test_html import assert_mapped

TAGS = st.sampled_from((
    "<p>", "</p>", "<div class='byline'>", "</div>", "<br>", "<b>", "</b>", "<li>", "<td>", "<tr>", "</table>", "<h1>", "</h1>",
    "<pre>", "<script>", "</script>", "<!--", "-->", "<a href='", '<i x="', "<", ">", "&amp;", "&#8220;", "&bogus;", "&",
    "&nbsp;", "</", "<!",
))  # fmt: skip
WORDS = st.sampled_from(
    ["The mayor denied it.", " ", "\n\n", "مقام", "\u00ad", "\u200b", "KABUL (AFP) -", "By Jane Roe", "* x", "“", "May 3, 2021"]
)
LINES = st.sampled_from(
    ["\n", "\n\n", "   ", "[TEXT]", "Photo: x", "Editor's note: y", "—", "(Reuters) -", "Ferry sinks off pier", "- point"]
)


def whole(report: Report) -> None:
    at = 0
    for block in report.blocks:
        assert at <= block.span.start < block.span.end
        assert not report.text[at : block.span.start].strip()
        at = block.span.end
    assert not report.text[at:].strip()


@settings(max_examples=150)
@given(st.lists(TAGS | WORDS | st.text(max_size=8), max_size=25))
def test_tag_soup(parts: list[str]) -> None:
    source = "".join(parts)
    draft = read_html(source)
    report = Report("r", draft.text, draft.blocks, offsets=draft.offsets)
    assert "\u00ad" not in draft.text
    for start, original in report.offsets:
        assert 0 <= start <= len(report.text) and 0 <= original < len(source)
    whole(lay_out(report, load("en")))


@settings(max_examples=60)
@given(st.lists(WORDS | st.sampled_from(["<p>", "</p>", "<b>", "</b>", "&amp;", "&#8220;"]), max_size=20))
def test_text_of_a_page_is_the_page_s(parts: list[str]) -> None:
    source = "<p>The mayor spoke. " + "".join(parts)
    draft = read_html(source)
    assert_mapped(Report("r", draft.text, draft.blocks, offsets=draft.offsets), source)


@settings(max_examples=300)
@given(st.lists(WORDS | LINES | st.text(max_size=30), max_size=25))
def test_layout_covers_any_text(parts: list[str]) -> None:
    whole(lay_out(Report("r", "".join(parts)), load("en")))


@settings(max_examples=200)
@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.html", "a.pdf", "a.docx", "-"]))
def test_any_bytes_give_a_report_or_a_reason(data: bytes, name: str) -> None:
    try:
        report = ingest(Original(name, data), Settings())
    except InputError as error:
        assert error.path == name and error.reason
    else:
        assert report.text.strip()
