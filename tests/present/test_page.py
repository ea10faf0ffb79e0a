"""The page: whole, self-contained, and deaf to whatever a report tries to make it do."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from readings import Draft, bridge, rival
from sayso.dossier import build
from sayso.errors import ResourceError
from sayso.present import html, page
from sayso.records import CheckFinding, Dossier, Missed, Problem, Reading
from sayso.relate import relate

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)> {{ 7*7 }} \x00 \u202e &amp; <!-- ]]>"


class Seen(HTMLParser):
    """Tags with attributes, and text by the last tag opened."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [a for t, a in self.tags if t == tag]


def dossier(*readings: Reading, title: str = "The Orsa bridge") -> Dossier:
    return build(title, readings, relate(readings), [Missed("scan.bin", Problem("ingest", "not text"))])


@pytest.fixture(scope="module")
def shown() -> str:
    return page(dossier(*bridge()))


def test_open_questions_lead_to_the_report_and_its_claims(shown: str) -> None:
    assert "Open questions" not in shown
    asked = replace(rival(), findings=(CheckFinding("single-source", HOSTILE, (), (rival().claims[0].id,)),))
    page_ = page(dossier(asked))
    section = page_.split('<section id="questions">')[1].split("</section>")[0]
    assert 'href="#r0"' in section and 'href="#t' in section
    assert "<script>" not in section and "<img" not in section


def text_of(shown: str) -> str:
    return " ".join(" ".join(Seen(shown).text).split())


def test_header_counts_origins_not_articles(shown: str) -> None:
    assert "2 origins in 4 reports" in text_of(shown)


def test_ledger_draws_the_chain(shown: str) -> None:
    assert "The Lantern ← Harrow Press ← the interior ministry" in text_of(shown)
    assert "A nurse at the district hospital unnamed" in text_of(shown)


def test_commitment_stands_in_words(shown: str) -> None:
    words = text_of(shown)
    assert "denies “denied” its workers had removed" in words or "denies denied its workers had removed" in words
    assert "says it is possible" in words
    assert "states flatly" in words


def test_every_claim_is_linked_to_its_characters(shown: str) -> None:
    seen = Seen(shown)
    links = {a["href"] for a in seen.of("a") if a.get("class") == "claim"}
    anchors = {f"#{a['id']}" for _, a in seen.tags if a.get("id")}
    assert len(links) == sum(len(r.claims) for r in bridge())
    assert links <= anchors


def test_pieces_of_a_report_make_up_its_text(shown: str) -> None:
    printed = "".join(Seen(shown).text)
    for reading in bridge():
        for block in reading.report.blocks:
            assert block.span.of(reading.report.text) in printed


def test_ids_are_unique(shown: str) -> None:
    ids = [a["id"] for _, a in Seen(shown).tags if a.get("id")]
    assert len(ids) == len(set(ids))


def test_numbers_that_differ_stand_side_by_side(shown: str) -> None:
    words = text_of(shown)[text_of(shown).index("Numbers that differ What") :]
    assert re.search(r"the dead .* at least 12 people Harrow Press .* 19 people Northway Daily", words)


def test_unanchored_dates_stand_apart(shown: str) -> None:
    assert "Not anchored to a day “Two weeks earlier” a day that is not known :" in text_of(shown)


def test_problems_and_missed_files_are_named(shown: str) -> None:
    words = text_of(shown)
    assert "scan.bin : not text" in words
    assert "could not be anchored" in words


def test_nothing_is_fetched_and_only_its_own_script_runs(shown: str) -> None:
    seen = Seen(shown)
    assert not seen.of("link") and not seen.of("img") and not seen.of("iframe")
    assert not [a for _, a in seen.tags if "src" in a or "style" in a or any(n.startswith("on") for n in a)]
    assert not re.search(r"https?://", shown)
    (policy,) = [a["content"] for a in seen.of("meta") if a.get("http-equiv") == "Content-Security-Policy"]
    assert policy and policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    script = re.findall(r"<script>(.*?)</script>", shown, re.DOTALL)
    assert [html.mark(s) in policy for s in script] == [True]
    style = re.findall(r"<style>(.*?)</style>", shown, re.DOTALL)
    assert [html.mark(s) in policy for s in style] == [True]


def hostile() -> Reading:
    d = Draft("x", f"{HOSTILE}\n{HOSTILE} said {HOSTILE}.", HOSTILE, HOSTILE)
    person = d.entity("person", "<!--")
    said = d.said("<img src=x onerror=alert(1)>", "alert(1)", "person", "said", entity=person)
    d.claim(said, "<img src=x onerror=alert(1)>", "onerror", "onerror", (("agent", d.mention("alert(1)", "person")),))
    d.number("7*7", 7, 7, "</script>")
    d.problems.append(Problem("<b>", HOSTILE))
    return d.reading()


def test_a_hostile_report_is_only_text() -> None:
    shown = page(dossier(hostile(), title=HOSTILE))
    seen = Seen(shown)
    assert not seen.of("img")
    assert len(seen.of("script")) == 2
    assert "49" not in shown
    assert not [a for _, a in seen.tags if "onerror" in a]


def test_script_data_never_closes_its_element() -> None:
    shown = page(dossier(hostile()))
    (data,) = re.findall(r'<script type="application/json" id="links">(.*?)</script>', shown, re.DOTALL)
    assert json.loads(data)
    assert "<" not in data


def test_an_empty_dossier_is_a_page() -> None:
    assert "No claims were found" in page(build("", [], relate([])))


def test_a_text_without_blocks_is_shown_whole() -> None:
    bare = replace(rival(), report=replace(rival().report, blocks=()))
    assert "The dockers' union" in text_of(page(dossier(bare)))


def test_missing_parts_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    html.part.cache_clear()
    monkeypatch.setattr(html, "__package__", "sayso.records")
    with pytest.raises(ResourceError, match=r"page\.css is missing"):
        html.part("page.css")
    html.part.cache_clear()
