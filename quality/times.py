"""Dates: spans and values against TimeML corpora, and the cases of Recognizers-Text (``date_cases``).

Strict and relaxed spans and values are scored as TempEval-3 did: values count over gold expressions found (relaxed) with the
same value. Eras and events as times ("during the previous government") and whole ranges are left out, for TimeML
annotates their parts, or annotates them as events.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np

from quality.date_cases import recognizers, resolved
from quality.table import Row, prf
from sayso.ground.times import Expression, read_times
from sayso.ground.times_context import Anchor, Value
from sayso.lang import load
from sayso.parse import Parser
from sayso.records import Interval, Parse, Report, Span

_TAG = re.compile(r"<TIMEX3\b([^>]*)>|</TIMEX3>|<[^>]+>")
_VALUE = re.compile(r'\bvalue="([^"]*)"')
_SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}
_PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "overnight": "TNI", "midday": "TMI"}


@dataclass(frozen=True)
class Annotated:
    """A text with its gold expressions and the day it was written."""

    name: str
    text: str
    gold: list[tuple[Span, str]]
    written: date | None


def read_timeml(path: Path) -> Annotated:
    raw = path.read_text(encoding="utf-8", errors="replace")
    written = re.search(r"<DCT>.*?value=\"(\d{4}-\d{2}-\d{2})", raw, re.DOTALL)
    body = raw[raw.find("<TEXT>") + 6 : raw.find("</TEXT>")]
    text, gold, last, open_at = "", [], 0, None
    for tag in _TAG.finditer(body):
        text += _plain(body[last : tag.start()])
        last = tag.end()
        if tag[0].startswith("<TIMEX3"):
            value = _VALUE.search(tag[1])
            open_at = (len(text), value[1] if value else "")
        elif tag[0] == "</TIMEX3>" and open_at:
            gold.append((Span(open_at[0], len(text)), open_at[1]))
            open_at = None
    return Annotated(path.stem, text + _plain(body[last:]), gold, date.fromisoformat(written[1]) if written else None)


def _plain(text: str) -> str:
    return text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&apos;", "'")


def flat_parse(text: str) -> Parse:
    """A parse without trees: what is left when the parser knows nothing."""
    words = [Span(*m.span()) for m in re.finditer(r"\w+|[^\w\s]", text)]
    n = len(words)
    return Parse(
        text, words, [(0, n)], ["X"] * n, [""] * n, [text[w.start : w.end].lower() for w in words], [-1] * n, ["dep"] * n, [],
        ["none"] * n, np.zeros((0, 7), np.float32), np.zeros((0, 128), np.float32), [0] * n, [[] for _ in words],
    )  # fmt: skip


def timex(value: Value, text: str) -> str:
    """Our EDTF as TimeML writes the same thing."""
    edtf = value.interval.edtf.removesuffix("/..").removeprefix("../")
    if value.kind == "vague":
        return _vague(edtf, text)
    if edtf.startswith("R/"):
        return edtf[2:]
    if value.kind == "duration":
        return edtf.split("/")[0]
    return _calendar(edtf.replace("~", "")) + _part_of_day(text, edtf)


def _vague(edtf: str, text: str) -> str:
    if edtf.count("~") == 2:
        return "FUTURE_REF" if re.search(r"later|after", text.lower()) else "PAST_REF"
    return "PAST_REF" if edtf.startswith("/") else "FUTURE_REF" if edtf.endswith("/") else "PRESENT_REF"


def _part_of_day(text: str, edtf: str) -> str:
    if "T" in edtf or not re.search(r"\d\d-\d\d$", edtf):
        return ""
    return next((code for word, code in _PARTS.items() if re.search(rf"\b{word}\b", text.lower())), "")


def _calendar(edtf: str) -> str:
    edtf = re.sub(r"(T\d\d:\d\d):00$", r"\1", edtf.strip("[]").split(",")[0])
    if week := re.fullmatch(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)", edtf):
        first, last = (date.fromisoformat(week[i]) for i in (1, 2))
        y, w, _ = first.isocalendar()
        return f"{y}-W{w:02}" + ("-WE" if (last - first).days == 1 else "")
    if season := re.fullmatch(r"(-?[\dX]{4})-(2[1-4])", edtf):
        return f"{season[1]}-{_SEASONS[season[2]]}"
    if quarter := re.fullmatch(r"([\dX]{4})-(3[3-6])", edtf):
        return f"{quarter[1]}-Q{int(quarter[2]) - 32}"
    if halves := re.fullmatch(r"([\dX]{4})-(4[01])", edtf):
        return f"{halves[1]}-H{int(halves[2]) - 39}"
    if decade := re.fullmatch(r"(-?\d{2,3})(X+)", edtf):
        return decade[1]
    if bc := re.fullmatch(r"-(\d{4})(.*)", edtf):
        return f"BC{int(bc[1]) + 1:04}{bc[2]}"
    return edtf.split("/")[0]


def same_value(said: str, gold: str) -> bool:
    """Equal, or equal once notation that the corpora themselves vary in is put aside.

    "199X" is "199", "1949-XX" is "1949", "P1DE" is "P10Y"."""
    return _normal(said) == _normal(gold)


def _normal(value: str) -> str:
    value = re.sub(r"(-XX)+$", "", re.sub(r"(?<=\d)X+$", "", value)) or value
    value = re.sub(r":00$|(?<=T\d\d):00$", "", value)
    if decades := re.fullmatch(r"P(\d+)(DE|E|CE|C|Q)", value):
        factor = {"DE": 10, "E": 10, "CE": 100, "C": 100, "Q": 3}[decades[2]]
        return f"P{int(decades[1]) * factor}{'M' if decades[2] == 'Q' else 'Y'}"
    if re.fullmatch(r"PX(DE|E|CE|C|Q)", value):  # some decades, some quarters
        return "PXM" if value == "PXQ" else "PXY"
    return re.sub(r"-W(\d)$", r"-W0\1", value)


@dataclass
class Tally:
    gold: int = 0
    said: int = 0
    strict: int = 0
    relaxed: int = 0
    value: int = 0


def compare(document: Annotated, parse: Parse, tally: Tally, errors: list[str] | None = None) -> None:
    report = Report(document.name, document.text, language="en")
    anchor = Anchor(document.written, "metadata") if document.written else Anchor()
    found = [e for e in read_times(report, parse, load("en"), anchor) if e.value.kind not in {"era", "range"}]
    said = [piece for e in found for piece in _pieces(e, document.text)]
    tally.gold += len(document.gold)
    tally.said += len(said)
    for span, value in document.gold:
        match = next((e for e in said if e.span == span), None) or next((e for e in said if e.span.overlaps(span)), None)
        right = bool(match and same_value(timex(match.value, match.span.of(document.text)), value))
        tally.strict += bool(match and match.span == span)
        tally.relaxed += bool(match)
        tally.value += right
        if errors is not None and not (right and match and match.span == span):
            errors.append(_error(document, span, value, match))
    for e in said:
        if errors is not None and not any(e.span.overlaps(span) for span, _ in document.gold):
            errors.append(_error(document, e.span, "-", e, "EXTRA"))


def _error(document: Annotated, span: Span, value: str, match: Expression | None, kind: str = "") -> str:
    """One error as a line, to be read: what kind, gold, ours, and the text around."""
    text = document.text
    ours = f"{match.span.of(text)!r} {timex(match.value, match.span.of(text))}" if match else "-"
    kind = kind or ("MISS" if not match else "SPAN" if match.span != span else "VALUE")
    return f"{kind}\t{span.of(text)!r} {value}\t{ours}\t…{_around(text, span)}… [{document.written}]"


def _pieces(expression: Expression, text: str) -> list[Expression]:
    """Ranges cut in two, as TimeML annotates them: "1914-18" is "1914" and "18"."""
    edtf, said = expression.value.interval.edtf, expression.span.of(text)
    cut = re.search(r"\d[-–]\d|\d (?:and|to) \d", said)
    if expression.value.kind != "date" or "/" not in edtf or not cut or re.match(r"\d{4}-\d\d-\d\d$", said):
        return [expression]
    start, ends = expression.span.start, edtf.split("/")
    spans = (Span(start, start + cut.start() + 1), Span(start + cut.end() - 1, expression.span.end))
    return [
        replace(expression, span=span, value=replace(expression.value, interval=Interval(end)))
        for span, end in zip(spans, ends, strict=True)
    ]


def _around(text: str, span: Span) -> str:
    return " ".join(text[max(0, span.start - 40) : span.end + 30].split())


def corpus(folder: Path) -> Iterator[Annotated]:
    for path in sorted(folder.rglob("*.tml")):
        if not path.name.startswith("._"):
            yield read_timeml(path)


def measure(data: Path) -> list[Row]:
    rows, parser = [], Parser(load("en").folder, 1)
    for name in ("tbaq", "wikiwars"):
        tally = Tally()
        for document in corpus(data / "times" / name):
            (parse,) = parser.parse([Report(document.name, document.text, language="en")])
            compare(document, parse, tally)
        for kind, hits in (("strict", tally.strict), ("relaxed", tally.relaxed), ("value", tally.value)):
            for metric, value in zip(("precision", "recall", "F1"), prf(hits, tally.said, tally.gold), strict=True):
                rows.append(Row("times", name, f"{kind} {metric}", value, n=tally.gold))
    for label, news in (("news kind", True), ("all kinds", False)):
        kept = list(recognizers(data / "times" / "recognizers" / "DateTimeModel.json", news))
        share = sum(resolved(*case, parser) for case in kept) / len(kept)
        rows.append(Row("times", f"recognizers dates, {label}", "share right", share, n=len(kept)))
    return rows
