"""Pages as content systems old and new build them: what is the report, and what its parts are."""

from __future__ import annotations

from sayso.ingest import Original, ingest
from sayso.lang import load
from sayso.records import Report
from sayso.settings import Settings
from sayso.structure import lay_out

from .test_html import assert_mapped

LEAD = "At least nine miners were trapped on Thursday when a shaft collapsed near Kabwe, the provincial minister said."
QUOTE = '"We heard them knock this morning," said Peter Mulenga, who leads the rescue team. "We are forty metres away from them."'
FIRM = (
    "The company that runs the mine, Broken Hill Metals, said it had stopped work in all its shafts until an inspection was made."
)
GATE = "Families waited at the gate through the night. Some of them accused the company of having ignored cracks in the wall."


def laid(markup: str) -> Report:
    report = ingest(Original("page.html", markup.encode()), Settings())
    assert_mapped(report, markup)
    return lay_out(report, load("en"))


def kinds(report: Report) -> list[tuple[str, str]]:
    return [(block.kind, block.span.of(report.text)) for block in report.blocks]


def test_blog_system_whose_first_heading_is_the_outlet() -> None:
    report = laid(f"""<html lang="en-US"><head><title>Nine trapped in Kabwe mine - Zambezi Times</title>
<meta property="og:site_name" content="Zambezi Times"/></head><body class="single-post"><div id="page">
<header id="masthead"><h1 class="site-title"><a href="/">Zambezi Times</a></h1></header><main><article id="post-12">
<header class="entry-header"><h2 class="entry-title">Nine trapped in Kabwe mine</h2><div class="entry-meta">
<span class="posted-on">Posted on <time datetime="2023-03-09T11:00:00+00:00">March 9, 2023</time></span>
<span class="byline">by <span class="author vcard"><a href="/a">Jane Roe</a></span></span></div></header>
<div class="entry-content"><p>{LEAD}</p><div class="wp-caption"><img src="x"/>
<p class="wp-caption-text">The gate of the mine on Thursday.</p></div><p>{QUOTE}</p><p>{FIRM}</p><p>{GATE}</p>
<div class="sharedaddy"><h3>Share this:</h3><ul><li><a>Mail</a></li></ul></div></div></article>
<div id="comments"><ol class="comment-list"><li>
<p>My cousin is one of them and nobody tells us anything at all.</p></li></ol></div>
</main></div></body></html>""")
    assert kinds(report) == [
        ("headline", "Nine trapped in Kabwe mine"),
        ("dateline", "Posted on March 9, 2023 by Jane Roe"),
        ("lead", LEAD),
        ("caption", "The gate of the mine on Thursday."),
        ("paragraph", QUOTE),
        ("paragraph", FIRM),
        ("paragraph", GATE),
    ]
    assert (report.title, report.publisher, report.byline) == ("Nine trapped in Kabwe mine", "Zambezi Times", ("Jane Roe",))
    assert report.published is not None and report.published.edtf == "2023-03-09"


def test_old_page_laid_out_by_tables_and_breaks() -> None:
    report = laid(f"""<HTML><HEAD><TITLE>Copperbelt Daily : Nine trapped in Kabwe mine</TITLE></HEAD><BODY><TABLE><TR>
<TD><A HREF=/>Home</A><BR><A HREF=/n>News</A></TD><TD><FONT SIZE=5><B>Nine trapped in Kabwe mine</B></FONT><BR><BR>
By Jane Roe<BR><BR>KABWE, March 9 -- {LEAD}<BR><BR>{QUOTE}<BR><BR>{FIRM}<BR>{GATE}<BR><BR>
&copy; 2003 Copperbelt Daily</TD></TR></TABLE></BODY></HTML>""")
    assert kinds(report)[:6] == [
        ("headline", "Nine trapped in Kabwe mine"),
        ("byline", "By Jane Roe"),
        ("dateline", "KABWE, March 9 --"),
        ("lead", LEAD),
        ("paragraph", QUOTE),
        ("paragraph", FIRM),
    ]
    assert "Home" not in report.text
    assert report.byline == ("Jane Roe",)


def test_page_of_divisions_and_spans() -> None:
    report = laid(f"""<!doctype html><html lang=en><head><title>Nine trapped in Kabwe mine</title></head><body>
<div class="top-bar"><div>Sign in</div><div>Subscribe</div></div><div class="wrap"><h1><span>Nine trapped</span> <span>in
Kabwe mine</span></h1><div class="meta">Published 9 March 2023, 14:05 CAT</div><div class="meta">3 min read</div>
<div class="story-body"><div class="para">{LEAD}</div><div class="para">{QUOTE}</div>
<figure><img><figcaption><span>Rescuers at the gate.</span><span class="credit">J. Roe/Zambezi Times</span></figcaption></figure>
<div class="ad-slot">Advertisement</div><div class="para">{FIRM}</div><div class="para">{GATE}</div>
<div class="para"><em>Reporting by Jane Roe; editing by John Doe</em></div></div>
<div class="related-links"><h4>Related</h4><ul><li><a href=1>Mine reopened after fire</a></li></ul></div></div>
<div class="footer">Contact us</div></body></html>""")
    assert kinds(report)[0] == ("headline", "Nine trapped in Kabwe mine")
    found = dict(kinds(report)[1:])
    assert found["dateline"] == "Published 9 March 2023, 14:05 CAT"
    assert found["lead"] == LEAD
    assert (found["caption"], found["credit"]) == ("Rescuers at the gate.", "J. Roe/Zambezi Times")
    assert found["note"] == "Reporting by Jane Roe; editing by John Doe"
    for absent in ("Sign in", "Advertisement", "reopened", "Contact"):
        assert absent not in report.text
    date = report.datelines[0].date
    assert date is not None and date.of(report.text) == "9 March 2023"


def test_tables_and_footnotes_of_an_article() -> None:
    report = laid(f"""<html><body><article><h1>Nine trapped in Kabwe mine</h1><p><span>KABWE, Zambia</span> <span>—</span>
{LEAD}</p><p>{QUOTE}</p><p>{FIRM}<sup>1</sup></p><p>{GATE}</p><table><tr><th>Shaft</th><th>Trapped</th></tr>
<tr><td>No. 3</td><td>9</td></tr></table><p class="footnote">1. As of Thursday evening.</p></article></body></html>""")
    assert kinds(report)[1] == ("dateline", "KABWE, Zambia —")
    assert kinds(report)[-3:] == [("table", "Shaft\tTrapped"), ("table", "No. 3\t9"), ("footnote", "1. As of Thursday evening.")]


def test_preformatted_wire_copy() -> None:
    report = laid("""<html><body><h2>Nine trapped in Kabwe mine</h2><pre>
KABWE, March 9 (ZNS) -- At least nine miners were trapped on Thursday when a
shaft collapsed near Kabwe, the provincial minister said, and rescue teams
were on their way.

"We heard them knock this morning," said Peter Mulenga, who leads the rescue
team. "We are forty metres away from them."
</pre></body></html>""")
    assert [kind for kind, _ in kinds(report)] == ["headline", "dateline", "lead", "paragraph"]
    assert kinds(report)[2][1].endswith(
        "when a\nshaft collapsed near Kabwe, the provincial minister said, and rescue teams\nwere on their way."
    )
    assert report.publisher == "ZNS"


def test_dateline_marked_up_within_its_paragraph() -> None:
    report = laid(f"""<html><body><article><h1>Nine trapped in Kabwe mine</h1><p><span class="dateline">KABWE (Reuters) -</span>
Nine are trapped.</p><p>{QUOTE}</p><p>{FIRM}</p><p>{GATE}</p></article></body></html>""")
    assert kinds(report)[1:3] == [("dateline", "KABWE (Reuters) -"), ("lead", "Nine are trapped.")]


def test_later_first_level_headings_are_no_headlines() -> None:
    report = laid(f"""<html><body><article><h1>Nine trapped in Kabwe mine</h1><p>{LEAD}</p><p>{QUOTE}</p>
<h1>What the company says</h1><p>{FIRM}</p><p>{GATE}</p></article></body></html>""")
    assert [kind for kind, _ in kinds(report)] == ["headline", "lead", "paragraph", "paragraph", "paragraph", "paragraph"]
