"""Web pages: the article chosen, its text mapped to the source, metadata read."""

from __future__ import annotations

import html

import pytest

from sayso.ingest import Original, in_original, ingest
from sayso.records import Report, Span
from sayso.settings import Settings

LD = (
    '<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},'
    '{"@type":"NewsArticle","headline":"Ferry sinks off Port Vale &amp; crew missing",'
    '"datePublished":"2021-05-04T09:30:00+02:00",'
    '"author":[{"@type":"Person","name":"Jane Roe"},{"@type":"Person","name":"John Doe"}],'
    '"publisher":{"@type":"Organization","name":"Port Vale Herald"},"inLanguage":"en"}]}</script>'
)
PAGE = f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Ferry sinks off Port Vale &amp; crew missing | Port Vale Herald</title>
<link rel="canonical" href="https://herald.example/ferry">{LD}<style>p {{ color: red }}</style></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<article><h1>Ferry sinks off Port Vale &amp; crew missing</h1><p class="byline">By <a href="/jr">Jane Roe</a> and John Doe</p>
<figure><img src="a.jpg"><figcaption>The ferry in April. Photo: J. Roe</figcaption></figure>
<p>PORT VALE, May 4 &mdash; A ferry with   more than 40 people on board sank on Monday near
   the northern pier, <b>killing</b> at least 12 of them, the port&nbsp;authority said.</p>
<p>Divers searched the harbour through the night, a spokesman for the authority told the Herald by telephone.</p>
<!-- <p>old text</p> --><script>var a = "<p>not text</p>";</script>
<p>&ldquo;We heard a loud noise,&rdquo; a fisherman said.<br>He asked not to be named
because he works for the owner of the ship.</p>
<p>No more.</p>
<p>The company that owns the ferry, Vale Lines, declined to comment on the accident when it was reached on Tuesday.</p>
<ul><li>Twelve people were killed, by the authority&#8217;s count</li><li>Nine are missing, by the company&#x2019;s</li></ul>
<p>* The company is under investigation by the maritime court for an accident two years ago, according to its own report.</p>
</article>
<aside><p>Most read: ten other ferries that sank in these waters in the last hundred years</p></aside>
<footer><p>Copyright 2021 Port Vale Herald. All rights reserved.</p></footer></body></html>"""


def page(markup: str, name: str = "page.html") -> Report:
    return ingest(Original(name, markup.encode()), Settings())


def assert_mapped(report: Report, source: str) -> None:
    """Every stretch between two breaks stands in the source, entities decoded and white space folded."""
    assert report.offsets == tuple(sorted(report.offsets))
    ends = [text for text, _ in report.offsets[1:]] + [len(report.text)]
    for (start, original), end in zip(report.offsets, ends, strict=True):
        piece = report.text[start:end].split("\n\n")[0]
        if piece.isspace():
            assert source[original].isspace() or source[original] in "<&"
        elif source[original] == "&":
            assert html.unescape(source[original : source.index(";", original) + 1]) == piece
        else:
            assert source[original : original + len(piece)] == piece


def test_article_without_what_stands_around_it() -> None:
    report = page(PAGE)
    assert [b.kind for b in report.blocks] == [
        "headline", "byline", "caption", "paragraph", "paragraph", "paragraph", "paragraph", "paragraph",
        "list", "list", "paragraph",
    ]  # fmt: skip
    for absent in ("Home", "Most read", "Copyright", "not text", "old text", "color"):
        assert absent not in report.text
    assert "killing at least 12 of them, the port authority said." in report.text
    assert "“We heard a loud noise,” a fisherman said.\nHe asked" in report.text
    assert "No more." in report.text


def test_text_maps_to_the_source() -> None:
    report = page(PAGE)
    assert_mapped(report, PAGE)
    at = report.text.index("killing at least")
    found = in_original(report.offsets, Span(at, at + 7))
    assert found.of(PAGE) == "killing"
    quote = report.text.index("“We")
    assert in_original(report.offsets, Span(quote, quote + 1)).of(PAGE) == "&ldquo;"


def test_blocks_cover_the_text() -> None:
    report, at = page(PAGE), 0
    for block in report.blocks:
        assert not report.text[at : block.span.start].strip()
        assert block.span.of(report.text) == block.span.of(report.text).strip() != ""
        at = block.span.end
    assert at == len(report.text)


def test_metadata_of_json_ld() -> None:
    report = page(PAGE)
    assert report.title == "Ferry sinks off Port Vale & crew missing"
    assert report.publisher == "Port Vale Herald"
    assert report.byline == ("Jane Roe", "John Doe")
    assert report.language == "en"
    assert report.url == "https://herald.example/ferry"
    assert report.published is not None
    assert (report.published.edtf, report.published.basis) == ("2021-05-04", "metadata")


def test_metadata_of_meta_tags() -> None:
    head = (
        '<meta property="og:site_name" content="Coast Wire"><meta name="author" content="By Jane Roe and John Doe">'
        '<meta property="article:published_time" content="2021-05-04"><meta property="og:url" content="https://w.example/1">'
        '<meta property="og:title" content="Ferry sinks off Port Vale &amp; crew missing">'
    )
    report = page(PAGE.replace(LD, head))
    assert (report.publisher, report.byline) == ("Coast Wire", ("Jane Roe", "John Doe"))
    assert report.published is not None and report.published.edtf == "2021-05-04"
    assert report.title == "Ferry sinks off Port Vale & crew missing"


def test_broken_json_ld_is_passed_over() -> None:
    report = page(PAGE.replace('"@context"', '"@context'))
    assert report.publisher == "Port Vale Herald"  # of the page's title
    assert report.title == "Ferry sinks off Port Vale & crew missing"
    assert page(PAGE.replace(LD, '<script type="application/ld+json">' + "[" * 50_000 + "</script>")).text


def test_page_without_first_level_heading_takes_its_title_without_the_outlet() -> None:
    markup = PAGE.replace("<h1>Ferry sinks off Port Vale &amp; crew missing</h1>", "").replace(LD, "")
    report = page(markup)
    assert report.blocks[0].span.of(report.text) == "Ferry sinks off Port Vale & crew missing"
    assert report.blocks[0].kind == "headline"
    assert_mapped(report, markup)


def test_bare_fragment_is_read_whole() -> None:
    markup = "<p>The mayor resigned on Monday.</p><p>No successor was named, the council said.</p>"
    report = page(markup)
    assert report.text == "The mayor resigned on Monday.\n\nNo successor was named, the council said."
    assert_mapped(report, markup)


def test_content_tells_html_whatever_the_name() -> None:
    assert page(PAGE, "saved.txt").text == page(PAGE).text


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 100_000 + "<p>The mayor resigned on Monday.</p>",
        "<p>The mayor resigned on Monday.</p>" + "<b>" * 100_000,
        "<p>The mayor resigned on Monday.</p>" + "</b>" * 100_000,
        "<p>The mayor resigned on Monday.</p>" + '<a href="' * 50_000,
        "<p>The mayor resigned on Monday.</p>" + "<!" * 100_000,
        "<p>The mayor resigned on Monday.</p>" + "<!-- " * 100_000,
        "<p>The mayor resigned on Monday.</p>" + "<script>" * 50_000,
        "<p>The mayor resigned on Monday.</p>" + "< " * 200_000,
        "<p>The mayor resigned on Monday.</p>" + "&" * 300_000,
        "<p>The mayor resigned on Monday.</p><p" + " a='" * 100_000,
    ],
)
def test_hostile_pages(markup: str) -> None:
    assert "The mayor resigned on Monday." in page(markup).text


def test_large_page() -> None:
    paragraph = (
        "<p>Divers searched the harbour for day %d, a spokesman for the authority told the Herald by <i>telephone</i>.</p>\n"
    )
    markup = "<html><body><article><h1>Ferry</h1>" + "".join(paragraph % i for i in range(45_000)) + "</article></body></html>"
    assert len(markup) > 5_000_000
    assert "day 44999," in page(markup).text


def test_entities_are_not_expanded_from_the_page() -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><html><body><p>The mayor said &b; today.</p></body></html>'
    assert "aaaa" not in page(bomb).text


def test_article_of_several_in_the_metadata_is_the_page_s_own() -> None:
    others = (
        '<script type="application/ld+json">{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle",'
        '"headline":"Floods close road","datePublished":"2019-01-01","author":{"name":"Somebody Else"}}]}</script>'
    )
    report = page(PAGE.replace("<head>", "<head>" + others))
    assert report.byline == ("Jane Roe", "John Doe")
    assert report.published is not None and report.published.edtf == "2021-05-04"


def test_outlet_and_writers_by_reference() -> None:
    graph = (
        '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Ferry sinks","author":{"@id":"#jr"},'
        '"publisher":{"@id":"#org"}},{"@type":"Organization","@id":"#org","name":"Coast Wire"},'
        '{"@id":"#jr","name":"Jane Roe"}]}</script>'
    )
    report = page(PAGE.replace(LD, graph))
    assert (report.publisher, report.byline) == ("Coast Wire", ("Jane Roe",))


def test_times_of_other_articles_are_no_date_of_publication() -> None:
    teaser = '<div class="latest"><time datetime="2018-02-02">Feb 2</time> Floods</div>'
    assert page(PAGE.replace(LD, "").replace("<article>", teaser + "<article>")).published is None
    dated = page(
        PAGE.replace(LD, "").replace('<p class="byline">', '<time datetime="2021-05-04T09:00">May 4</time><p class="byline">')
    )
    assert dated.published is not None and dated.published.edtf == "2021-05-04"


def test_characters_that_nobody_sees_are_left_out() -> None:
    markup = "<p>The govern&shy;ment\u200b of Port\u00adVale denied it, the min\u00adister said.</p><p>&#8203;</p>"
    report = page(markup)
    assert report.text == "The government of PortVale denied it, the minister said."
    assert_mapped(report, markup)


@pytest.mark.parametrize(
    ("title", "foot", "publisher"),
    [
        ("Ferry sinks off pier | The Hill Tribune", "", "The Hill Tribune"),
        ("Karsk Daily - Ferry sinks off pier", "", "Karsk Daily"),
        ("Ferry sinks off pier", "© 2023 The Hill Tribune. All rights reserved.", "The Hill Tribune"),
        ("Ferry sinks off pier - World News", "© 2023 Jane Roe", None),
        ("Ferry sinks off pier - and the Daily Lamp knew", "", None),
    ],
)
def test_outlet_of_a_page_without_metadata(title: str, foot: str, publisher: str | None) -> None:
    said = "The governor said on Tuesday that at least 12 people were missing after the ferry sank near the pier."
    body = f"<main><h1>Ferry sinks off pier</h1><p>{said}</p><p>{said[4:]}</p></main><footer><p>{foot}</p></footer>"
    report = page(f"<html><head><title>{title}</title></head><body>{body}</body></html>")
    assert report.publisher == publisher
