"""Strange and huge input: no crash, and time that grows with the text and not with its square."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.attribute import attribute
from sayso.lang import load
from sayso.records import Parse, Quotation, Report, Span, Structure
from steps import linear

from .test_attribution import SAID
from .trees import parse

QUOTED = (
    "“/PUNCT/punct/3 It/PRON/nsubj/3 fell/VERB/ccomp/7 ,/PUNCT/punct/3 ”/PUNCT/punct/3 she/PRON/nsubj/7 said/VERB/root/0 "
    "./PUNCT/punct/7"
)
FREE = "“/PUNCT/punct/4 Nobody/PRON/nsubj/4 ever/ADV/advmod/4 came/VERB/root/0 here/ADV/advmod/4 ./PUNCT/punct/4 ”/PUNCT/punct/4"


def quoted(times: int) -> None:
    report, tree, structure = parse(*[SAID, QUOTED, FREE] * times)
    found = attribute(report, tree, structure, load("en"))
    assert len(found) > times


def test_time_grows_with_the_text() -> None:
    assert linear(quoted, 50, 200)


@pytest.mark.parametrize(
    "sentence",
    [
        "said/VERB/root/0",
        "According/VERB/root/0 to/ADP/fixed/1",
        "According/VERB/root/0",
        ":/PUNCT/root/0",
        "Police/NOUN/root/0 :/PUNCT/punct/1",
        "”/PUNCT/root/0 said/VERB/dep/1 “/PUNCT/punct/1",
        "reportedly/ADV/root/0",
        "قالت/VERB/root/0 الوزارة/NOUN/nsubj/1",
        "citing/VERB/root/0 photos/NOUN/obj/1",
        "in/ADP/root/0 the/DET/det/1 words/NOUN/dep/1 of/ADP/dep/1",
        "a/DET/dep/2 b/NOUN/dep/1",
    ],
)
def test_fragments_do_not_crash(sentence: str) -> None:
    report, tree, structure = parse(sentence)
    found = attribute(report, tree, structure, load("en"))
    assert found[0].voice == "outlet"
    assert all(0 <= s.start < s.end <= len(report.text) for a in found for s in a.content)


def test_unclosed_and_overlapping_quotations_do_not_crash() -> None:
    report, tree, _ = parse(SAID, QUOTED)
    n = len(report.text)
    quotes = (Quotation(Span(0, n), Span(1, n), closed=False), Quotation(Span(4, n), Span(5, n - 1), depth=1))
    assert attribute(report, tree, Structure(quotes, (), ()), load("en"))


def test_a_report_without_words_has_its_outlet() -> None:
    blank = Parse("", [], [], [], [], [], [], [], [], [], np.zeros((0, 7), np.float32), np.zeros((0, 128), np.float32))
    assert len(attribute(Report("r", ""), blank, Structure((), (), ()), load("en"))) == 1
